//! Undoing what others have built on since: what they need of it stays.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use rainbow::domain::area::Area;
use rainbow::domain::draft::{Draft, Respondent};
use rainbow::domain::ids::{RecordId, ReplicaId, ResponseId, RoundId, WorkspaceId};
use rainbow::domain::response::Pack;
use rainbow::domain::rest::Rest;
use rainbow::domain::round::Round;
use rainbow::domain::survey::Survey;
use rainbow::domain::workspace::{Edit, Undone, Workspace};
use rainbow::exchange::builtin;
use rainbow::exchange::wire::survey::freeze;
use uuid::Uuid;

const FIRST: RoundId = RoundId(Uuid::from_u128(2));
const SECOND: RoundId = RoundId(Uuid::from_u128(3));

fn survey() -> Arc<Survey> {
    Arc::new(freeze(&builtin::framework().unwrap(), &builtin::questionnaire().unwrap()).unwrap())
}

fn area() -> Workspace {
    Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire")).0
}

fn opening(here: &mut Workspace, round: RoundId, survey: &Arc<Survey>) -> Edit {
    let opened = NaiveDate::from_ymd_opt(2010, 1, 29).unwrap();
    here.open_round(round, Round::opened("Spring", vec![survey.hash], opened), survey.clone())
}

fn noted(here: &mut Workspace, edit: Edit) -> Edit {
    here.note(edit, DateTime::UNIX_EPOCH)
}

fn undo(here: &mut Workspace, edit: &Edit) -> Undone {
    here.turn_round(edit.step.unwrap()).unwrap()
}

fn pack(round: RoundId, survey: &Survey) -> Pack {
    Pack { round, survey: survey.hash, responses: Vec::new(), rest: Rest::new() }
}

#[test]
fn the_survey_stays_for_another_round_that_hands_it_out() {
    let (mut here, survey) = (area(), survey());
    let first = opening(&mut here, FIRST, &survey);
    let first = noted(&mut here, first);
    opening(&mut here, SECOND, &survey);
    undo(&mut here, &first);
    assert!(here.round(FIRST).is_none());
    assert_eq!(here.survey_of(SECOND).map(|found| found.hash), Some(survey.hash));
}

#[test]
fn a_round_that_somebody_answers_is_left() {
    let draft = |here: &mut Workspace, survey: &Survey| {
        let draft = Draft {
            round: FIRST,
            survey: survey.hash,
            respondent: Respondent::default(),
            begun: DateTime::UNIX_EPOCH,
            at: None,
            rest: Rest::new(),
        };
        here.begin_draft(ResponseId(Uuid::from_u128(10)), draft);
    };
    let gathered = |here: &mut Workspace, survey: &Survey| {
        here.add_pack(RecordId(Uuid::from_u128(11)), pack(FIRST, survey));
    };
    for is_gathered in [false, true] {
        let (mut here, survey) = (area(), survey());
        let first = opening(&mut here, FIRST, &survey);
        let first = noted(&mut here, first);
        if is_gathered {
            gathered(&mut here, &survey);
        } else {
            draft(&mut here, &survey);
        }
        let undone = undo(&mut here, &first);
        assert_eq!((undone.put_back, undone.left), (0, 1));
        assert!(here.round(FIRST).is_some());
    }
}

#[test]
fn a_round_goes_with_the_answers_that_came_in_the_same_step() {
    let (mut here, survey) = (area(), survey());
    let edit = opening(&mut here, FIRST, &survey);
    // Ids on both sides of the round's, whichever comes first.
    let edit = edit.then(here.add_pack(RecordId(Uuid::from_u128(0)), pack(FIRST, &survey)));
    let edit = edit.then(here.add_pack(RecordId(Uuid::from_u128(99)), pack(FIRST, &survey)));
    let edit = noted(&mut here, edit);
    assert_eq!(undo(&mut here, &edit).left, 0);
    assert!(here.round(FIRST).is_none());
    undo(&mut here, &edit);
    assert_eq!((here.round(FIRST).is_some(), here.packs(FIRST).count()), (true, 2));
}
