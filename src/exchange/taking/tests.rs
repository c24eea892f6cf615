//! Batches of files: what each is said to bring, and what it brings.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::ids::{RecordId, ReplicaId, ResponseId};
use crate::domain::record::{Body, Kind};
use crate::domain::workspace::Edit;
use crate::exchange::export;
use crate::sample;

fn now() -> DateTime<Utc> {
    "2010-01-29T12:00:00Z".parse().unwrap()
}

fn record(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// The sample without responses and with its second round still open.
fn open_area() -> Workspace {
    let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
    let known = |body: &Body| !matches!(body, Body::Pack(_) | Body::RoundEntry(_) | Body::Deleted(_));
    let records = sample.records().iter().filter(|record| known(&record.body)).cloned().collect();
    Workspace::from_records(sample.id(), ReplicaId(2), records)
}

fn round(area: &Workspace) -> RoundId {
    area.rounds().pop().unwrap().0
}

/// The responses of the sample's second round.
fn people() -> Vec<Response> {
    let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
    sample.gathered(round(&sample)).responses.into_values().map(|(_, response)| response.clone()).collect()
}

fn file_of(area: &Workspace, responses: &[Response]) -> String {
    export::responses(area.id(), round(area), area.survey_of(round(area)).unwrap(), responses, now()).unwrap()
}

fn plan_of(area: &Workspace, wanted: Wanted, files: &[(&str, String)]) -> Plan {
    let mut taking = Taking::begin(area.clone(), wanted, files.len());
    let read: Vec<FileIn> = files.iter().map(|(name, text)| FileIn::read((*name).to_owned(), text)).collect();
    let (first, rest): (Vec<_>, Vec<_>) = read.into_iter().enumerate().partition(|(_, file)| file.brings_records());
    first.into_iter().chain(rest).for_each(|(at, file)| taking.play(at, file));
    taking.finish()
}

fn take(area: &mut Workspace, files: &[(&str, String)], ids: u128) -> Edit {
    let plan = plan_of(area, Wanted::Responses, files);
    let mut number = ids;
    let edit = plan.apply(area, Choice::default(), now(), || {
        number += 1;
        record(number)
    });
    area.note(edit, now())
}

fn outcome(plan: &Plan, at: usize) -> String {
    let file = &plan.files[at];
    let notices: Vec<String> = file.notices.iter().map(ToString::to_string).collect();
    match &file.outcome {
        Outcome::Refused(error) => error.to_string(),
        Outcome::Records { .. } => "records".to_owned(),
        Outcome::Responses(tally) => format!("{} taken. {}", tally.taken(), notices.join(" ")),
        Outcome::Asking(_) | Outcome::Report(_) | Outcome::Seating(_) => "an update".to_owned(),
    }
}

#[test]
fn many_files_come_in_as_one_edit_in_one_pack_and_leave_as_one() {
    let (mut area, people) = (open_area(), people());
    let files: Vec<(&str, String)> =
        people.iter().map(|one| ("a.json", file_of(&area, std::slice::from_ref(one)))).collect();
    let plan = plan_of(&area, Wanted::Responses, &files);
    assert_eq!(plan.tally(), Tally { added: 54, ..Tally::default() });
    let edit = take(&mut area, &files, 100);
    assert_eq!(area.gathered(round(&area)).responses.len(), 54);
    assert_eq!(area.packs(round(&area)).count(), 1);
    let again = plan_of(&area, Wanted::Responses, &files);
    assert_eq!((again.tally(), again.brings_anything()), (Tally { known: 54, ..Tally::default() }, false));
    assert!(area.turn_round(edit.step.unwrap()).unwrap().left == 0);
    assert_eq!(area.gathered(round(&area)).responses.len(), 0);
}

#[test]
fn small_packs_are_folded_and_say_where_each_response_came_from() {
    let (mut area, people) = (open_area(), people());
    for (one, number) in people.iter().take(5).zip(1..) {
        let file = file_of(&area, std::slice::from_ref(one));
        take(&mut area, &[(["a", "b", "c", "d", "e"][number - 1], file)], 100 * number as u128);
    }
    let [(_, pack)] = area.packs(round(&area)).collect::<Vec<_>>()[..] else { panic!("one pack") };
    assert_eq!(pack.responses.len(), 5);
    let source = pack.sources.iter().find(|source| source.responses.contains(&people[2].id)).unwrap();
    assert_eq!((source.file.as_str(), source.taken), ("c", now()));
    let (step, _) = area.to_undo().unwrap();
    area.turn_round(step).unwrap();
    assert_eq!(area.gathered(round(&area)).responses.len(), 4);
}

#[test]
fn each_file_says_what_is_wrong_with_it_and_the_rest_is_taken() {
    let (area, people) = (open_area(), people());
    let one = |at: usize| file_of(&area, std::slice::from_ref(&people[at]));
    let with = |at: usize, from: &str, to: &str| {
        let file = one(at);
        assert!(file.contains(from), "{from}");
        file.replacen(from, to, 1)
    };
    let corrected = Response { revision: 2, ..people[0].clone() };
    let other = Response { finished: None, ..people[0].clone() };
    let sector = people[5].respondent.sector.clone().unwrap();
    let files = [
        ("good.json", one(0)),
        ("again.json", one(0)),
        ("corrected.json", file_of(&area, std::slice::from_ref(&corrected))),
        ("clash.json", file_of(&area, &[Response { revision: 2, ..other.clone() }])),
        ("older.json", file_of(&area, &[other])),
        ("twice.json", file_of(&area, &[people[1].clone(), people[1].clone()])),
        ("half.json", one(2).chars().take(900).collect()),
        (
            "six.json",
            file_of(&area, &[people[3].clone(), people[4].clone()]).replacen(
                "\"identity-1\": ",
                "\"identity-1\": 6",
                1,
            ),
        ),
        ("sector.json", with(5, &format!("\"sector\": \"{sector}\""), "\"sector\": \"circus\"")),
        ("statement.json", with(6, "\"identity-1\"", "\"identity-99\"")),
        ("round.json", with(7, &round(&area).to_string(), &RoundId(Uuid::from_u128(9)).to_string())),
        ("area.json", with(8, &area.id().to_string(), &Uuid::from_u128(9).to_string())),
        ("survey.json", with(9, &area.survey_of(round(&area)).unwrap().hash.to_string(), &"0".repeat(64))),
        ("rainbow-survey.html", "<!doctype html><title>Survey</title>".to_owned()),
        ("page.html", "<!doctype html><title>Sign in</title>".to_owned()),
        ("rainbow-survey.json", export::survey(&area, round(&area), now()).unwrap()),
    ];
    let plan = plan_of(&area, Wanted::Responses, &files);
    let said: Vec<String> =
        files.iter().enumerate().map(|(at, (name, _))| format!("{name}: {}", outcome(&plan, at))).collect();
    insta::assert_snapshot!(said.join("\n"));
    let mut taken = area.clone();
    take(&mut taken, &files, 100);
    let gathered = taken.gathered(round(&taken));
    let came: BTreeSet<ResponseId> = gathered.responses.keys().copied().collect();
    assert_eq!(came, [0, 1, 4, 5, 6].map(|at| people[at].id).into());
    assert_eq!(gathered.clashes, BTreeSet::from([people[0].id]));
}

#[test]
fn unseen_characters_leave_an_organisation_and_a_comment_on_nothing_is_named() {
    let area = open_area();
    let mut one = people().swap_remove(0);
    one.respondent.organisation = "Fen\u{202e}shire\u{7}".to_owned();
    let gone = crate::domain::ids::StatementId::parse("identity-99").unwrap();
    one.comments.insert(gone, "Nobody asked".to_owned());
    let mut taken = area.clone();
    let files = [("a.json", file_of(&area, &[one.clone()]))];
    let said = outcome(&plan_of(&area, Wanted::Responses, &files), 0);
    assert!(said.contains("can\u{2019}t be seen") && said.contains("comment on statement identity-99"), "{said}");
    take(&mut taken, &files, 100);
    let gathered = taken.gathered(round(&taken));
    let (_, came) = gathered.responses[&one.id];
    assert_eq!((came.respondent.organisation.as_str(), came.comments.len()), ("Fenshire", one.comments.len() - 1));
}

#[test]
fn what_was_changed_by_hand_is_said_and_can_stay_out() {
    let (mut area, people) = (open_area(), people());
    let hand = file_of(&area, &[people[0].clone()]).replacen("\"revision\": 1", "\"revision\":  1", 1);
    let files = [("hand.json", hand), ("good.json", file_of(&area, &[people[1].clone()]))];
    let plan = plan_of(&area, Wanted::Responses, &files);
    assert_eq!(plan.files.iter().map(FileReport::is_changed).collect::<Vec<_>>(), [true, false]);
    let choice = Choice { leave_out_changed: true, ..Choice::default() };
    plan.apply(&mut area, choice, now(), || record(1));
    assert_eq!(area.gathered(round(&area)).responses.into_keys().collect::<Vec<_>>(), [people[1].id]);
}

#[test]
fn a_response_dropped_with_the_area_it_belongs_to_is_taken_in_either_order() {
    let (area, people) = (open_area(), people());
    let whole = export::workspace(&area, export::Extent::Everything, now()).unwrap();
    let nowhere = Workspace::from_records(area.id(), ReplicaId(3), Records::default());
    let files = [("one.json", file_of(&area, &people[..1])), ("area.json", whole)];
    let plan = plan_of(&nowhere, Wanted::Anything, &files);
    assert_eq!((plan.tally().added, plan.was_here), (1, false));
    let alone = plan_of(&nowhere, Wanted::Anything, &files[..1]);
    assert!(matches!(alone.files[0].outcome, Outcome::Refused(ReadError::AreaNotHere)));
}

#[test]
fn an_older_issue_of_the_same_round_is_taken() {
    let (mut area, people) = (open_area(), people());
    let old = area.survey_of(round(&area)).unwrap().clone();
    let file = file_of(&area, &people[..1]);
    let (framework, mut questionnaire) = (old.framework.clone(), old.questionnaire.clone());
    questionnaire.statements.truncate(30);
    let new = Arc::new(crate::exchange::wire::survey::freeze(&framework, &questionnaire).unwrap());
    let again =
        crate::domain::round::Round { surveys: vec![old.hash, new.hash], ..area.round(round(&area)).unwrap().clone() };
    area.open_round(round(&area), again, new);
    assert_eq!(plan_of(&area, Wanted::Responses, &[("a.json", file)]).tally().added, 1);
}

#[test]
fn what_comes_to_a_closed_round_is_late_until_it_is_taken_in() {
    let (mut area, people) = (open_area(), people());
    let round = round(&area);
    let first = file_of(&area, &people[..50]);
    take(&mut area, &[("first.json", first)], 100);
    area.close_round(record(1), round, sample::today(), now(), || record(2)).unwrap();
    let before = area.gathered(round).responses.len();
    let late = [("late.json", file_of(&area, &people[49..]))];
    let plan = plan_of(&area, Wanted::Responses, &late);
    assert_eq!(plan.tally().late.as_deref(), Some("December 2009"));
    take(&mut area, &late, 200);
    assert_eq!((before, area.gathered(round).responses.len(), area.late(round).responses.len()), (50, 50, 4));
    area.take_late_in(record(3), round, sample::today(), now() + chrono::TimeDelta::seconds(1), || record(4)).unwrap();
    assert_eq!((area.gathered(round).responses.len(), area.late(round).responses.len()), (54, 0));
    assert_eq!(area.packs(round).map(|(id, _)| id).collect::<Vec<_>>(), [record(2), record(4)]);
}

#[test]
fn a_file_from_before_packs_were_folded_brings_nothing_and_misses_nothing() {
    let (mut area, people) = (open_area(), people());
    let (first, second) = (file_of(&area, &people[..1]), file_of(&area, &people[1..2]));
    take(&mut area, &[("a.json", first)], 100);
    let then = export::workspace(&area, export::Extent::Everything, now()).unwrap();
    take(&mut area, &[("b.json", second)], 200);
    let plan = plan_of(&area, Wanted::Anything, &[("then.json", then)]);
    assert_eq!((plan.brings_anything(), plan.gone()), (false, 0));
    assert_eq!(area.records().count(&Kind::Pack), 1);
}

#[test]
fn a_plan_made_before_the_same_files_came_elsewhere_brings_them_once() {
    let (mut area, people) = (open_area(), people());
    let files = [("a.json", file_of(&area, &people[..3]))];
    let plan = plan_of(&area, Wanted::Responses, &files);
    take(&mut area, &files, 100);
    assert!(plan.apply(&mut area, Choice::default(), now(), || record(1)).is_empty());
}
