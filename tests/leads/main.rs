//! Leads report by file, from outside: what goes out (`asked.rs`), what comes back, how often and in whatever order, and what
//! is said of files that are not as they should be (`gone_wrong.rs`).

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod asked;
mod gone_wrong;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use rainbow::analysis::leads::{Question, asking, leads_of, without_lead};
use rainbow::domain::area::Area;
use rainbow::domain::evidence::{Evidence, Source};
use rainbow::domain::ids::{EvidenceId, ItemId, PlanId, RecordId, ReplicaId, RoundId, ThemeId, WorkspaceId};
use rainbow::domain::merge::Records;
use rainbow::domain::plan::{Finding, Layout, Level, Plan, PlanItem, Progress, Rag, Revision};
use rainbow::domain::rest::Rest;
use rainbow::domain::round::ReturnsTo;
use rainbow::domain::update_request::Asking;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::export;
use rainbow::exchange::import::{self, Content};
use rainbow::exchange::problem::ReadError;
use rainbow::exchange::taking::{Choice, FileIn, Outcome, Plan as Taken, Taking, UpdateTally, Wanted, area_of};
use rainbow::exchange::update_page;
use uuid::Uuid;

const PLAN: PlanId = PlanId(Uuid::from_u128(10));
const OTHER_PLAN: PlanId = PlanId(Uuid::from_u128(11));
const PRIORITY: ItemId = ItemId(Uuid::from_u128(20));
const SHARED: ItemId = ItemId(Uuid::from_u128(21));
const MILESTONE: ItemId = ItemId(Uuid::from_u128(22));
const OTHERS: ItemId = ItemId(Uuid::from_u128(23));
const DONE: ItemId = ItemId(Uuid::from_u128(24));
const ELSEWHERE: ItemId = ItemId(Uuid::from_u128(25));

/// Reports keep the ids that they came with, so none is ever asked for.
fn no_id() -> RecordId {
    RecordId(Uuid::from_u128(u128::MAX))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2010-02-01")
}

fn record(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// An area with a plan: a priority, an action that two share with a milestone, one of somebody else's, one that is complete, and
/// an action of another plan.
fn area() -> Workspace {
    let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
    open.set_evidence(EvidenceId(Uuid::from_u128(40)), evidence()).unwrap();
    open.set_plan(PLAN, Plan { layout: Layout::Strategy, ..Plan::titled("Delivery plan") });
    open.set_plan(OTHER_PLAN, Plan::titled("Secret other plan"));
    let first = open.order_at_end(PLAN);
    let blank = |text: &str, lead: &str| PlanItem {
        text: text.to_owned(),
        lead: lead.to_owned(),
        ..PlanItem::blank(PLAN, first.clone())
    };
    let items = vec![
        (
            PRIORITY,
            PlanItem { level: Level::Priority, risk: "Secret risk".into(), ..blank("Integrated working", "Chair") },
        ),
        (
            SHARED,
            PlanItem {
                parent: Some(PRIORITY),
                due: "Dec 2009".into(),
                evidence: vec![EvidenceId(Uuid::from_u128(40))],
                depends_on: vec![OTHERS],
                repeats: vec![ELSEWHERE],
                themes: vec![ThemeId::parse("secret-arc").unwrap()],
                finding: Some(Finding {
                    round: RoundId(Uuid::from_u128(41)),
                    theme: ThemeId::parse("secret-finding").unwrap(),
                    statement: None,
                    rest: Rest::new(),
                }),
                ..blank("Train lead professionals", "SB/GF")
            },
        ),
        (MILESTONE, PlanItem { parent: Some(SHARED), level: Level::Milestone, ..blank("First course run", "") }),
        (OTHERS, PlanItem { parent: Some(PRIORITY), ..blank("Secret action of another lead", "DV and Connexions") }),
        (DONE, PlanItem { parent: Some(PRIORITY), ..blank("Written and done", "GF") }),
        (ELSEWHERE, PlanItem { plan: OTHER_PLAN, ..blank("Secret action of another plan", "SB") }),
    ];
    let reported = vec![
        (record(30), Progress { text: "Two places booked".into(), revised: revised(), ..entry(SHARED, "2009-11-02") }),
        (record(31), Progress { text: "Secret progress".into(), ..entry(OTHERS, "2009-11-02") }),
        (record(32), Progress { rag: Some(Rag::Complete), ..entry(DONE, "2009-11-02") }),
    ];
    open.add_items(items, reported, day("2009-10-01")).unwrap();
    open
}

/// A date that stayed, with something of a newer Rainbow about it that nobody here can judge.
fn revised() -> Option<Revision> {
    let rest = Rest::from_iter([("later".to_owned(), "Secret of a newer Rainbow".into())]);
    Some(Revision { due: "Dec 2009".into(), meant: None, reason: String::new(), rest })
}

fn evidence() -> Evidence {
    Evidence {
        source: Source::FocusGroup,
        title: "Secret group".to_owned(),
        on: day("2009-10-01"),
        people: None,
        round: None,
        heard: "Secret hearsay".to_owned(),
        arcs: BTreeMap::new(),
        perspectives: BTreeSet::new(),
        rest: Rest::new(),
    }
}

fn entry(item: ItemId, on: &str) -> Progress {
    Progress::blank(item, day(on), at(&format!("{on}T10:00:00Z")))
}

fn question(lead: &str) -> Question {
    Question {
        plan: PLAN,
        lead: lead.to_owned(),
        asked_by: Some(day("2010-02-12")),
        returns_to: ReturnsTo { role: "Workforce lead".into(), email: "workforce@example.org".into() },
    }
}

fn asked_of(open: &Workspace, lead: &str, made: &str) -> Asking {
    asking(open, &question(lead), at(made), today()).unwrap()
}

const MADE: &str = "2010-02-01T09:00:00Z";

/// The lead's device after opening the file that asks.
fn device(file: &str, replica: u64) -> Workspace {
    let taken = play(&empty(file, replica), &[file.to_owned()]);
    let mut there = empty(file, replica);
    taken.apply(&mut there, Choice::default(), at(MADE), no_id);
    there
}

fn empty(file: &str, replica: u64) -> Workspace {
    let id = FileIn::read("update.json".into(), file).workspace().unwrap();
    Workspace::from_records(id, ReplicaId(replica), Records::default())
}

fn play(open: &Workspace, files: &[String]) -> Taken {
    let mut taking = Taking::begin(open.clone(), Wanted::Anything, files.len());
    for (at, file) in files.iter().enumerate() {
        taking.play(at, FileIn::read(format!("file-{at}.json"), file).as_of(today()));
    }
    taking.finish()
}

fn take(open: &mut Workspace, file: &str) -> Taken {
    let taken = play(open, &[file.to_owned()]);
    taken.apply(open, Choice::default(), at(MADE), no_id);
    taken
}

/// What a file would bring, or the sentence that refuses it, with all that is noticed.
fn said(open: &Workspace, file: &str) -> String {
    let taken = play(open, &[file.to_owned()]);
    let notices: Vec<String> = taken.files[0].notices.iter().map(ToString::to_string).collect();
    match &taken.files[0].outcome {
        Outcome::Report(tally) => {
            format!("{} new, {} known, {} not taken. {}", tally.added, tally.known, tally.not_taken, notices.join(" "))
        }
        Outcome::Refused(error) => error.to_string(),
        _ => panic!("no report"),
    }
}

/// The texts of what was reported about an item, oldest first.
fn told(open: &Workspace, item: ItemId) -> Vec<String> {
    let entries = open.progress().remove(&item).unwrap_or_default();
    entries.iter().map(|entry| entry.text.clone()).collect()
}

/// A report of this lead with one entry about the shared action, and a tick.
fn report(lead: &str, replica: u64, first: u128, text: &str) -> String {
    let file = export::asking(&asked_of(&area(), lead, MADE)).unwrap();
    let mut there = device(&file, replica);
    let revised = Revision { due: "March 2010".into(), meant: None, reason: "Trainer ill".into(), rest: Rest::new() };
    let said = Progress {
        text: text.to_owned(),
        rag: Some(Rag::Amber),
        revised: Some(revised),
        ..entry(SHARED, "2010-02-01")
    };
    there.say_progress(record(first), said).unwrap();
    there.say_progress(record(first + 1), Progress { ticked: Some(true), ..entry(MILESTONE, "2010-02-01") }).unwrap();
    export::report(&there, at(MADE)).unwrap()
}

#[test]
fn two_leads_on_one_item_are_both_kept_in_any_order_and_however_often() {
    let (one, two) = (report("SB", 7, 100, "Trainer ill"), report("GF", 8, 200, "Room found"));
    let (mut there, mut reversed) = (area(), area());
    for file in [&one, &two, &one, &one] {
        take(&mut there, file);
    }
    for file in [&two, &one] {
        take(&mut reversed, file);
    }
    assert_eq!(told(&there, SHARED), ["Two places booked", "Trainer ill", "Room found"]);
    assert_eq!(there.progress(), reversed.progress());
    assert_eq!(there.records().conflicts().count(), 0);
    assert!(said(&there, &one).starts_with("0 new, 2 known, 0 not taken."));
    // Two copies of the area that each took one file agree once they meet.
    let (mut left, mut right) = (area(), area());
    take(&mut left, &one);
    take(&mut right, &two);
    left.take_in("Import", right.records().iter().cloned());
    assert_eq!(left.progress(), there.progress());
}

#[test]
fn what_a_report_brings_is_shown_first_and_undone_as_one() {
    let mut open = area();
    let taken = play(&open, &[report("SB", 7, 100, "Trainer ill")]);
    let Outcome::Report(tally) = &taken.files[0].outcome else { panic!("no report") };
    let expected = UpdateTally {
        plan: PLAN,
        title: "Delivery plan".into(),
        lead: "SB".into(),
        by: "SB".into(),
        added: 2,
        items: [SHARED, MILESTONE].into(),
        known: 0,
        gone: 0,
        not_taken: 0,
    };
    assert_eq!(*tally, expected);
    let before = open.progress().values().map(Vec::len).sum::<usize>();
    let edit = taken.apply(&mut open, Choice::default(), at(MADE), no_id);
    let edit = open.note(edit, at(MADE));
    let entry = open.progress()[&SHARED].last().copied().unwrap().clone();
    assert_eq!(
        (entry.by.as_str(), entry.rag, entry.revised.unwrap().reason.as_str()),
        ("SB", Some(Rag::Amber), "Trainer ill")
    );
    open.turn_round(edit.step.unwrap()).unwrap();
    assert_eq!(open.progress().values().map(Vec::len).sum::<usize>(), before);
    // The same file brings it back if somebody says so.
    let again = play(&open, &[report("SB", 7, 100, "Trainer ill")]);
    assert_eq!((again.brings_anything(), again.gone()), (false, 2));
    again.apply(&mut open, Choice { bring_back: true, ..Choice::default() }, at(MADE), no_id);
    assert_eq!(told(&open, SHARED), ["Two places booked", "Trainer ill"]);
}

#[test]
fn what_is_reported_can_be_changed_until_a_file_was_made_of_it() {
    let file = export::asking(&asked_of(&area(), "SB", MADE)).unwrap();
    let mut there = device(&file, 7);
    let say = |there: &mut Workspace, id, text: &str| {
        there.say_progress(record(id), Progress { text: text.into(), ..entry(SHARED, "2010-02-01") }).unwrap()
    };
    say(&mut there, 100, "Trainer");
    say(&mut there, 101, "Trainer ill");
    there.set_reporter("Business support").unwrap();
    assert_eq!(
        there.to_send().iter().map(|(id, one)| (*id, one.by.as_str())).collect::<Vec<_>>(),
        [(record(100), "Business support")]
    );
    let mut open = area();
    take(&mut open, &export::report(&there, at(MADE)).unwrap());
    there.note_given().unwrap();
    assert!(say(&mut there, 102, "Trainer ill").is_empty(), "the same words again");
    say(&mut there, 103, "Trainer back");
    assert_eq!(there.to_send().iter().map(|(id, _)| *id).collect::<Vec<_>>(), [record(103)]);
    take(&mut open, &export::report(&there, at(MADE)).unwrap());
    assert_eq!(told(&open, SHARED), ["Two places booked", "Trainer ill", "Trainer back"]);
    say(&mut there, 104, " ");
    assert!(there.to_send().is_empty());
}

#[test]
fn the_next_request_goes_on_where_the_last_one_stopped() {
    let mut open = area();
    let first = export::asking(&asked_of(&open, "SB", MADE)).unwrap();
    let mut there = device(&first, 7);
    let said = Progress { text: "Trainer ill".into(), ..entry(SHARED, "2010-02-01") };
    there.say_progress(record(100), said).unwrap();
    there.set_reporter("Deputy").unwrap();
    // The file was lost on its way: the next one asks without knowing of it.
    let second = export::asking(&asked_of(&open, "SB", "2010-05-01T09:00:00Z")).unwrap();
    take(&mut there, &second);
    assert_eq!(there.own_entry(SHARED), None, "what was written for the earlier request is not changed any more");
    assert_eq!(there.update_request().unwrap().reporter, "Deputy");
    assert_eq!(there.to_send().len(), 1);
    let text = "Better".to_owned();
    there.say_progress(record(101), Progress { text, ..entry(SHARED, "2010-05-02") }).unwrap();
    take(&mut open, &export::report(&there, at(MADE)).unwrap());
    assert_eq!(told(&open, SHARED), ["Two places booked", "Trainer ill", "Better"]);
    // The third knows of all that, so nothing is sent twice, and an older request changes nothing any more.
    take(&mut there, &export::asking(&asked_of(&open, "SB", "2010-08-01T09:00:00Z")).unwrap());
    assert!(there.to_send().is_empty());
    let before = there.records().clone();
    take(&mut there, &second);
    assert_eq!(there.records(), &before);
    assert_eq!(there.records().conflicts().count(), 0);
}

#[test]
fn an_entry_that_was_undone_where_it_was_asked_for_goes_with_the_next_request() {
    let mut open = area();
    let extra = Progress { text: "A slip".into(), ..entry(SHARED, "2010-01-04") };
    let edit = open.report_progress(record(50), extra).unwrap();
    let edit = open.note(edit, at(MADE));
    let mut there = device(&export::asking(&asked_of(&open, "SB", MADE)).unwrap(), 7);
    assert_eq!(told(&there, SHARED), ["Two places booked", "A slip"]);
    open.turn_round(edit.step.unwrap()).unwrap();
    take(&mut there, &export::asking(&asked_of(&open, "SB", "2010-05-01T09:00:00Z")).unwrap());
    assert_eq!(told(&there, SHARED), ["Two places booked"]);
    assert!(there.to_send().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever several leads report, and in whatever order and however often their files come, all of it is there once.
    #[test]
    fn reports_come_together_in_any_order(
        texts in prop::collection::vec("[ -~]{1,12}", 1..4),
        order in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let files: Vec<String> =
            texts.iter().zip(1..).map(|(text, at)| report("SB", 100 + u64::try_from(at).unwrap(), at * 1_000, text)).collect();
        let mut there = area();
        for at in order {
            take(&mut there, at.get::<String>(&files));
        }
        for file in files.iter().rev() {
            take(&mut there, file);
        }
        let mut straight = area();
        play(&straight, &files).apply(&mut straight, Choice::default(), at(MADE), no_id);
        prop_assert_eq!(there.progress(), straight.progress());
        let said = texts.iter().filter(|text| !text.trim().is_empty()).count();
        prop_assert_eq!(told(&there, SHARED).iter().filter(|text| !text.trim().is_empty()).count(), said + 1);
        prop_assert_eq!(there.records().conflicts().count(), 0);
    }
}
