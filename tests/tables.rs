//! Tables give their sheets back by file, from outside: in whatever order and however often they come, with corrections, and what
//! is said of files that do not belong.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it fails")]

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use rainbow::analysis::tally::of_exercise;
use rainbow::domain::area::Area;
use rainbow::domain::exercise::{CardCode, Exercise, Made, TableSheet, Whose};
use rainbow::domain::ids::{ExerciseId, RecordId, ReplicaId, SheetId, WorkspaceId};
use rainbow::domain::merge::Records;
use rainbow::domain::rest::Rest;
use rainbow::domain::seat::{Seat, Seating};
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::import::{self, Content};
use rainbow::exchange::problem::ReadError;
use rainbow::exchange::taking::{Choice, FileIn, Outcome, Plan, Taking, Wanted};
use rainbow::exchange::{builtin, exercise_page, export};
use uuid::Uuid;

const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
const EXERCISE: ExerciseId = ExerciseId(Uuid::from_u128(2));
const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// Sheets keep the ids that they came with, so none is ever asked for.
fn no_id() -> RecordId {
    RecordId(Uuid::from_u128(u128::MAX))
}

fn area() -> Workspace {
    let (mut open, _) = Workspace::create(AREA, ReplicaId(1), Area::named("Fenshire"));
    open.set_exercise(
        EXERCISE,
        Exercise {
            title: "Conference".to_owned(),
            on: "2009-12-04".parse().unwrap(),
            cards: Whose::Outcomes,
            sort: builtin::outcomes().unwrap(),
            readings: BTreeMap::new(),
            rest: Rest::new(),
        },
    );
    open
}

fn seating(open: &Workspace) -> Seating {
    let seat = Seat { area: AREA, area_name: "Fenshire".into(), exercise: EXERCISE, made: NOW, rest: Rest::new() };
    Seating { seat, exercise: open.exercise(EXERCISE).unwrap().clone() }
}

/// The device of a table, with a sheet that was begun.
fn table(number: u64) -> (Workspace, SheetId) {
    let seating = seating(&area());
    let replica = ReplicaId(100 + number);
    let mut open = Workspace::from_records(seating.seat.workspace(), replica, Records::default());
    open.take_seating(&seating);
    let sheet = SheetId(Uuid::from_u128(100 + u128::from(number)));
    let blank = TableSheet { table: format!("Table {number}"), ..TableSheet::blank(EXERCISE, Made::Sorted, NOW) };
    open.set_sheet(sheet, blank).unwrap();
    (open, sheet)
}

/// Places a card by its place among all, in a column by its place; nothing where it may not lie.
fn place(open: &mut Workspace, sheet: SheetId, card: usize, column: usize) {
    let sort = open.exercise(EXERCISE).unwrap().sort.clone();
    let code: CardCode = sort.cards().nth(card).unwrap().1.code.clone();
    let _refused = open.place_card(sheet, &code, None, &sort.columns[column].id, NOW);
}

fn file(open: &Workspace, sheet: SheetId) -> String {
    export::table_sheet(open, sheet, NOW).unwrap()
}

fn plan(open: &Workspace, files: &[String]) -> Plan {
    let mut taking = Taking::begin(open.clone(), Wanted::Anything, files.len());
    for (at, text) in files.iter().enumerate() {
        taking.play(at, FileIn::read(format!("rainbow-table-{at}.json"), text));
    }
    taking.finish()
}

fn take(open: &mut Workspace, files: &[String]) {
    plan(open, files).apply(open, Choice::default(), NOW, no_id);
}

/// Six tables, what each placed, and what each then corrected.
fn tables() -> impl Strategy<Value = Vec<[Vec<(usize, usize)>; 2]>> {
    let placed = || prop::collection::vec((0_usize..29, 0_usize..3), 0..12);
    prop::collection::vec([placed(), placed()], 6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn six_tables_come_to_the_same_in_any_order_and_twice(tables in tables(), order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut files = Vec::new();
        for ([first, then], number) in tables.iter().zip(1..) {
            let (mut open, sheet) = table(number);
            first.iter().for_each(|(card, column)| place(&mut open, sheet, *card, *column));
            files.push(file(&open, sheet));
            then.iter().for_each(|(card, column)| place(&mut open, sheet, *card, *column));
            files.push(file(&open, sheet));
        }
        let mut here = area();
        take(&mut here, &files);
        let mut there = area();
        for at in &order {
            take(&mut there, &files[*at..=*at]);
        }
        take(&mut there, &files);
        prop_assert_eq!(here.sheets(EXERCISE), there.sheets(EXERCISE));
        prop_assert_eq!(of_exercise(&here, EXERCISE), of_exercise(&there, EXERCISE));
        prop_assert_eq!(there.records().conflicts().count(), 0);
        prop_assert_eq!(here.sheets(EXERCISE).len(), 6);
        prop_assert!(!plan(&here, &files).brings_anything(), "nothing is new the second time");
    }

    #[test]
    fn a_correction_replaces_its_own_sheet_and_no_other(tables in tables(), corrected in 0_usize..6) {
        let mut here = area();
        let mut all: Vec<_> = (1..7).map(table).collect();
        for ((open, sheet), [first, _]) in all.iter_mut().zip(&tables) {
            first.iter().for_each(|(card, column)| place(open, *sheet, *card, *column));
            take(&mut here, &[file(open, *sheet)]);
        }
        let before = here.clone();
        let (open, sheet) = &mut all[corrected];
        open.name_table(*sheet, "The corner table", NOW).unwrap();
        tables[corrected][1].iter().for_each(|(card, column)| place(open, *sheet, *card, *column));
        take(&mut here, &[file(open, *sheet)]);
        prop_assert_eq!(here.sheet(*sheet), open.sheet(*sheet));
        let others = |open: &Workspace| open.sheets(EXERCISE).into_iter().filter(|(id, _)| id != sheet).map(|(id, one)| (id, one.clone())).collect::<Vec<_>>();
        prop_assert_eq!(others(&before), others(&here));
        prop_assert_eq!(here.sheets(EXERCISE).len(), 6);
    }
}

#[test]
fn a_page_carries_the_exercise_and_opens_as_what_the_table_gets() {
    let seating = seating(&area());
    let page = exercise_page::fill(include_str!("../index.html"), &seating).unwrap();
    let (_, carried) = page.split_once("<script type=\"application/json\" id=\"exercise\">").unwrap();
    let (carried, _) = carried.split_once("</script>").unwrap();
    let Content::Seating(read) = import::read(carried).unwrap().content else { panic!("not what a table gets") };
    assert_eq!(*read, seating);
    let sent_back = FileIn::read("Conference.html".to_owned(), &page);
    assert!(matches!(sent_back.content, Err(ReadError::ExerciseNotSheet)));
}

#[test]
fn what_a_table_gets_opens_in_a_workspace_of_its_own_and_an_older_file_changes_nothing() {
    let seating = seating(&area());
    let (mut open, sheet) = table(1);
    place(&mut open, sheet, 3, 1);
    let before = open.records().clone();
    open.take_seating(&seating);
    assert_eq!(*open.records(), before);
    let mut later = seating.clone();
    later.seat.made = NOW + chrono::TimeDelta::hours(1);
    later.exercise.title = "Conference, second day".to_owned();
    open.take_seating(&later);
    assert_eq!(open.exercise(EXERCISE).unwrap().title, "Conference, second day");
    assert_eq!(open.sheet(sheet).unwrap().written().count(), 1, "what the table placed stays");
}

#[test]
fn files_that_do_not_belong_are_refused_with_a_reason() {
    let (mut open, sheet) = table(1);
    place(&mut open, sheet, 0, 0);
    let refused = |open: &Workspace, text: &str| match &plan(open, &[text.to_owned()]).files[0].outcome {
        Outcome::Refused(error) => Some(error.clone()),
        _ => None,
    };
    let sheet = file(&open, sheet);
    let given = export::seating(&seating(&area())).unwrap();
    assert_eq!(refused(&area(), &given), Some(ReadError::ExerciseNotSheet));
    let (bare, _) = Workspace::create(AREA, ReplicaId(9), Area::named("Fenshire"));
    assert_eq!(refused(&bare, &sheet), Some(ReadError::ExerciseNotHere));
    let (other, _) = Workspace::create(WorkspaceId(Uuid::from_u128(77)), ReplicaId(9), Area::named("Marshland"));
    assert_eq!(refused(&other, &sheet), Some(ReadError::OtherArea));
    // A file that puts a sheet in the place of something else is refused whole.
    let stolen = sheet.replace(&SheetId(Uuid::from_u128(101)).to_string(), &EXERCISE.to_string());
    assert!(refused(&area(), &stolen).is_some());
}
