//! What is said of what was agreed, and of what changed since it was signed.

use super::*;
use crate::analysis::signing::to_sign;
use crate::domain::agreed::Assessment;
use crate::domain::ids::{RecordId, ReplicaId};
use crate::domain::rest::Rest;
use crate::domain::sign_off::SignOff;
use crate::exchange::builtin;
use crate::sample;
use chrono::{DateTime, Utc};
use uuid::Uuid;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2010, 2, number).unwrap()
}

fn at(number: u32) -> DateTime<Utc> {
    day(number).and_hms_opt(9, 0, 0).unwrap().and_utc()
}

fn record(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn theme(id: &str) -> ThemeId {
    ThemeId::parse(id).unwrap()
}

fn position(id: &str, score: &str, standing: Option<Standing>, on: u32) -> Position {
    Position {
        theme: theme(id),
        score: TenthScore::parse(score),
        standing,
        on: day(on),
        recorded: at(on),
        by: "Trust Board".to_owned(),
        reason: "As heard.".to_owned(),
        rest: Rest::new(),
    }
}

fn target(id: &str, score: &str, on: u32) -> Target {
    Target {
        theme: theme(id),
        score: TenthScore::parse(score),
        on: day(on),
        recorded: at(on),
        by: String::new(),
        reason: String::new(),
        rest: Rest::new(),
    }
}

fn signed(open: &Workspace, on: u32) -> SignOff {
    SignOff {
        by: "Director of Children\u{2019}s Services".to_owned(),
        on: day(on),
        recorded: at(on),
        words: String::new(),
        picture: to_sign(open),
        rest: Rest::new(),
    }
}

/// The sample without anything agreed but its targets.
fn begun() -> Workspace {
    let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
    let agreed = |body: &crate::domain::record::Body| {
        use crate::domain::record::Body;
        matches!(body, Body::Position(_) | Body::Assessment(_) | Body::SignOff(_))
    };
    let records = sample.records().iter().filter(|record| !agreed(&record.body)).cloned();
    Workspace::from_records(sample.id(), ReplicaId(2), records.collect())
}

#[test]
fn what_was_signed_stays_as_it_was_and_each_change_since_is_one_sentence() {
    let mut open = begun();
    let framework = builtin::framework().unwrap();
    open.set_position(record(1), position("roles", "2.5", Some(Standing::ToDevelop), 1));
    open.set_position(record(2), position("identity", "3.0", None, 1));
    open.set_assessment(
        record(3),
        Assessment { text: "Half-way.".into(), on: day(1), recorded: at(1), by: String::new(), rest: Rest::new() },
    );
    open.sign_off(record(4), signed(&open, 2)).unwrap();
    let changes_now =
        |open: &Workspace| changes(Some(&framework), &open.sign_offs()[0].picture.clone(), &to_sign(open));
    let frozen = open.sign_offs()[0].clone();
    assert_eq!(changes_now(&open), Vec::<String>::new());
    open.set_position(record(5), position("roles", "3.0", Some(Standing::Strong), 3));
    open.set_position(record(6), position("identity", "", None, 3));
    open.set_position(record(7), position("training", "3.5", None, 3));
    open.set_target(record(8), target("training", "", 3));
    open.set_target(record(9), target("roles", "3.5", 3));
    open.set_assessment(
        record(10),
        Assessment { text: "Further.".into(), on: day(3), recorded: at(3), by: String::new(), rest: Rest::new() },
    );
    let (round, _) = open.rounds().pop().unwrap();
    open.reopen_round(record(11), round, day(3), at(3)).unwrap();
    let all = changes_now(&open);
    assert_eq!(open.sign_offs()[0], &frozen);
    let figures: Vec<&String> = all.iter().filter(|change| change.contains("the survey said")).collect();
    assert_eq!(figures.len(), 8, "the round before stands in the place of the one that was signed");
    assert_eq!(
        figures[5],
        "Complementary roles focused around the children and young people: the survey said 2.5 from 50 people and says 2.6 from 35 people now."
    );
    let others: Vec<&str> =
        all.iter().filter(|change| !change.contains("the survey said")).map(String::as_str).collect();
    assert_eq!(
        others,
        [
            "Shared identity and purpose: the agreed position of 3.0 was taken back.",
            "High quality, appropriately trained workforce: no agreed position was signed; it is 3.5 now, agreed on 3 February 2010 by Trust Board.",
            "High quality, appropriately trained workforce: the target of 4.5 was taken back.",
            "Complementary roles focused around the children and young people: the agreed position was 2.5 and is 3.0 now, agreed on 3 February 2010 by Trust Board.",
            "Complementary roles focused around the children and young people: it was called \u{201c}to develop\u{201d} and is called \u{201c}strong\u{201d} now.",
            "Complementary roles focused around the children and young people: who agreed the target, or why, was written anew.",
            "The overall assessment was written anew.",
            "The figures signed were those of the round December 2009; those of December 2008 stand in their place now.",
        ]
    );
    open.sign_off(record(12), signed(&open, 4)).unwrap();
    assert_eq!(changes_now(&open), Vec::<String>::new());
    assert_eq!(open.sign_offs()[1], &frozen, "signing again is another entry");
}

#[test]
fn what_was_agreed_is_read_as_of_a_day_and_blank_until_it_is_set() {
    let mut open = begun();
    let framework = builtin::framework().unwrap();
    assert!(
        lines(&open, &framework, NaiveDate::MAX)
            .iter()
            .all(|line| line.position == Agreed::default() && line.standing.is_empty())
    );
    open.set_position(record(1), position("roles", "2.5", None, 5));
    open.set_position(record(2), position("roles", "3.0", Some(Standing::Strong), 7));
    open.set_position(record(3), position("roles", "", None, 9));
    let on = |number| open.positions_by(day(number)).get(&theme("roles")).and_then(|position| position.score);
    assert_eq!([4, 5, 8, 9].map(on), ["", "2.5", "3.0", ""].map(TenthScore::parse));
    open.set_position(record(4), position("roles", "", Some(Standing::ToDevelop), 1));
    let line_by = |day| lines(&open, &framework, day).into_iter().find(|line| line.theme == theme("roles")).unwrap();
    assert_eq!((line_by(day(7)).position.score.as_str(), line_by(day(7)).standing), ("3.0", "Strong"));
    assert_eq!(line_by(day(4)).position, Agreed::default(), "nothing was agreed by then");
    let line = line_by(NaiveDate::MAX);
    assert_eq!((line.position.score.as_str(), line.standing), ("", "To develop"));
    assert_eq!(line.position.how, "Agreed on 9 February 2010 by Trust Board. As heard.", "it counts from here on");
    assert_eq!((line.score.as_str(), line.people.as_str()), ("2.5", "50"));
}

#[test]
fn what_two_devices_agree_and_sign_without_each_other_is_all_kept() {
    let (mut here, mut there) = (begun(), begun());
    there.edits_as(ReplicaId(3));
    here.set_position(record(1), position("roles", "2.5", None, 5));
    there.set_position(record(2), position("roles", "3.0", None, 6));
    here.sign_off(record(3), signed(&here, 7)).unwrap();
    there.sign_off(record(4), signed(&there, 8)).unwrap();
    let before = here.records().clone();
    here.take_in("Another device", there.records().iter().cloned());
    there.take_in("Another device", before.iter().cloned());
    assert_eq!(here.records(), there.records());
    assert_eq!(here.records().conflicts().count(), 0, "entries are added and never changed");
    assert_eq!(here.positions()[&theme("roles")].score, TenthScore::parse("3.0"));
    let scores = here.sign_offs().into_iter().map(|signed| signed.picture.position(&theme("roles")).unwrap().score);
    assert_eq!(scores.collect::<Vec<_>>(), ["3.0", "2.5"].map(TenthScore::parse));
}

#[test]
fn nothing_is_signed_where_nothing_was_agreed() {
    let (mut open, _) = Workspace::create(
        crate::domain::ids::WorkspaceId(Uuid::from_u128(1)),
        ReplicaId(1),
        crate::domain::area::Area::named("Fenshire"),
    );
    let nothing = signed(&open, 1);
    assert!(open.sign_off(record(1), nothing).is_err());
    open.set_target(record(2), target("roles", "3.5", 1));
    let something = signed(&open, 1);
    assert!(open.sign_off(record(1), something).is_ok());
}
