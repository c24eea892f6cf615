//! Tables give their sheets and ideas back by file, from outside: in whatever order and however often they come, with corrections,
//! and what is said of files that do not belong.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it fails")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use rainbow::analysis::tally::of_exercise;
use rainbow::domain::area::Area;
use rainbow::domain::discussion::{Discussion, Said};
use rainbow::domain::exercise::{CardCode, Exercise, Made, TableSheet, Whose};
use rainbow::domain::ids::{DiscussionId, ExerciseId, IdeaId, RecordId, ReplicaId, SheetId, ThemeId, WorkspaceId};
use rainbow::domain::merge::Records;
use rainbow::domain::rest::Rest;
use rainbow::domain::seat::{Given, Seating};
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::import::{self, Content};
use rainbow::exchange::problem::ReadError;
use rainbow::exchange::taking::{Choice, FileIn, Outcome, Plan, Taking, Wanted};
use rainbow::exchange::{builtin, exercise_page, export};
use uuid::Uuid;

const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
const EXERCISE: ExerciseId = ExerciseId(Uuid::from_u128(2));
const TALK: DiscussionId = DiscussionId(Uuid::from_u128(3));
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
    let (title, on) = ("Conference".to_owned(), "2009-12-04".parse().unwrap());
    open.set_discussion(TALK, Discussion { title, on, together: BTreeSet::new(), rest: Rest::new() });
    open
}

fn seating(open: &Workspace) -> Seating {
    let given = Given::Sort(EXERCISE, open.exercise(EXERCISE).unwrap().clone());
    Seating { area: AREA, area_name: "Fenshire".into(), made: NOW, given }
}

/// The device of a table, with a sheet that was begun.
fn table(number: u64) -> (Workspace, SheetId) {
    let seating = seating(&area());
    let replica = ReplicaId(100 + number);
    let mut open = Workspace::from_records(seating.workspace(), replica, Records::default());
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

/// The device of a table that discusses.
fn talking_table(number: u64) -> Workspace {
    let given = Given::Discuss(TALK, area().discussion(TALK).unwrap().clone());
    let seating = Seating { area: AREA, area_name: "Fenshire".into(), made: NOW, given };
    let mut open = Workspace::from_records(seating.workspace(), ReplicaId(200 + number), Records::default());
    open.take_seating(&seating);
    open.name_seat(&format!("Table {number}")).unwrap();
    open
}

/// What a table does with its ideas: notes another, changes one, or deletes one.
#[derive(Clone, Debug)]
enum Doing {
    Note(usize),
    Change(usize, usize),
    Delete(usize),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        4 => (0_usize..9).prop_map(Doing::Note),
        2 => (0_usize..9, 0_usize..9).prop_map(|(idea, arc)| Doing::Change(idea, arc)),
        1 => (0_usize..9).prop_map(Doing::Delete),
    ]
}

/// Does it: `at` makes ids and words unlike any other's. An idea belongs to no arc, to one or to two.
fn talk(open: &mut Workspace, number: u64, at: usize, doing: &Doing) {
    const ARCS: [&str; 4] = ["identity", "language", "training", "roles"];
    let table = open.seat().unwrap().table.clone();
    let said = |arc: usize| Said {
        text: format!("Idea {number} {at}"),
        themes: ARCS.iter().skip(arc).take(arc % 3).map(|id| ThemeId::parse(id).unwrap()).collect(),
        heading: if arc.is_multiple_of(2) { String::new() } else { "Induction".to_owned() },
        table: table.clone(),
    };
    let here: Vec<IdeaId> = open.ideas(TALK).into_iter().map(|(id, _)| id).collect();
    let which = |place: usize| here.get(place % here.len().max(1)).copied();
    let _nothing_there = match *doing {
        Doing::Note(arc) => {
            let id = IdeaId(Uuid::from_u128(u128::from(number) * 1_000 + at as u128));
            open.add_ideas(TALK, [(id, said(arc))])
        }
        Doing::Change(place, arc) => which(place).map_or(Ok(Default::default()), |id| open.set_idea(id, said(arc))),
        Doing::Delete(place) => which(place).map_or(Ok(Default::default()), |id| open.delete_idea(id)),
    };
}

/// Six tables: what each did before its first file, and what it did then.
fn talks() -> impl Strategy<Value = Vec<[Vec<Doing>; 2]>> {
    let done = || prop::collection::vec(doing(), 0..8);
    prop::collection::vec([done(), done()], 6)
}

fn ideas_file(open: &Workspace) -> String {
    export::table_ideas(open, NOW).unwrap()
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

/// An area that takes all files at once, and one that takes them one by one in another order and then all again.
fn taken(files: &[String], order: &[usize]) -> (Workspace, Workspace) {
    let (mut here, mut there) = (area(), area());
    take(&mut here, files);
    for at in order {
        take(&mut there, &files[*at..=*at]);
    }
    take(&mut there, files);
    (here, there)
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
        let (here, there) = taken(&files, &order);
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

    #[test]
    fn ideas_of_six_tables_come_to_the_same_in_any_order_and_twice(talks in talks(), order in Just((0..12_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut files = Vec::new();
        let mut at_the_tables = BTreeMap::new();
        for ([first, then], number) in talks.iter().zip(1..) {
            let mut open = talking_table(number);
            first.iter().enumerate().for_each(|(at, doing)| talk(&mut open, number, at, doing));
            files.push(ideas_file(&open));
            then.iter().enumerate().for_each(|(at, doing)| talk(&mut open, number, 100 + at, doing));
            files.push(ideas_file(&open));
            at_the_tables.extend(open.ideas(TALK).into_iter().map(|(id, idea)| (id, idea.clone())));
        }
        let (here, there) = taken(&files, &order);
        prop_assert_eq!(here.ideas(TALK), there.ideas(TALK));
        let united: BTreeMap<_, _> = there.ideas(TALK).into_iter().map(|(id, idea)| (id, idea.clone())).collect();
        prop_assert_eq!(united, at_the_tables, "all that tables say in the end, and nothing else");
        prop_assert_eq!(there.records().conflicts().count(), 0);
        prop_assert!(!plan(&here, &files).brings_anything(), "nothing is new the second time");
    }

    #[test]
    fn a_table_that_corrects_its_ideas_changes_no_other_table_s(talks in talks(), corrected in 0_usize..6) {
        let mut here = area();
        let mut all: Vec<_> = (1..7).map(talking_table).collect();
        for ((open, [first, _]), number) in all.iter_mut().zip(&talks).zip(1..) {
            first.iter().enumerate().for_each(|(at, doing)| talk(open, number, at, doing));
            take(&mut here, &[ideas_file(open)]);
        }
        let of = |open: &Workspace, is_own: bool| {
            let name = format!("Table {}", corrected + 1);
            let wanted = |idea: &rainbow::domain::discussion::Idea| (idea.said.table == name) == is_own;
            let ideas = open.ideas(TALK).into_iter().filter(|(_, idea)| wanted(idea));
            ideas.map(|(id, idea)| (id, idea.clone())).collect::<Vec<_>>()
        };
        let others = of(&here, false);
        let open = &mut all[corrected];
        talks[corrected][1].iter().enumerate().for_each(|(at, doing)| talk(open, corrected as u64 + 1, 100 + at, doing));
        take(&mut here, &[ideas_file(open)]);
        prop_assert_eq!(of(&here, false), others);
        prop_assert_eq!(of(&here, true), of(open, true));
    }
}

#[test]
fn what_the_facilitator_did_with_an_idea_stands_beside_the_table_s_correction_of_it() {
    let mut here = area();
    let mut open = talking_table(1);
    talk(&mut open, 1, 0, &Doing::Note(1));
    let first = ideas_file(&open);
    take(&mut here, std::slice::from_ref(&first));
    let (id, idea) = here.ideas(TALK).into_iter().next().map(|(id, idea)| (id, idea.said.clone())).unwrap();
    here.set_idea(id, Said { heading: "Welcome".to_owned(), ..idea }).unwrap();
    take(&mut here, &[first]);
    assert_eq!(here.idea(id).unwrap().said.heading, "Welcome", "an old file takes nothing back");
    assert_eq!(here.records().conflicts().count(), 0);
    talk(&mut open, 1, 5, &Doing::Change(0, 2));
    take(&mut here, &[ideas_file(&open)]);
    assert_eq!(here.records().conflicts().count(), 1);
}

#[test]
fn a_table_keeps_its_name_and_its_ideas_when_a_later_file_opens() {
    let mut open = talking_table(4);
    talk(&mut open, 4, 0, &Doing::Note(1));
    let discussion = Discussion { title: "Second day".to_owned(), ..area().discussion(TALK).unwrap().clone() };
    let (made, given) = (NOW + chrono::TimeDelta::hours(1), Given::Discuss(TALK, discussion));
    open.take_seating(&Seating { area: AREA, area_name: "Fenshire".into(), made, given });
    assert_eq!(open.discussion(TALK).unwrap().title, "Second day");
    assert_eq!((open.seat().unwrap().table.as_str(), open.ideas(TALK).len()), ("Table 4", 1));
    assert!(area().name_seat("Table 4").is_err(), "an area is no table");
}

#[test]
fn a_file_for_tables_that_discuss_opens_as_what_they_get() {
    let given = Given::Discuss(TALK, area().discussion(TALK).unwrap().clone());
    let seating = Seating { area: AREA, area_name: "Fenshire".into(), made: NOW, given };
    let text = export::seating(&seating).unwrap();
    let Content::Seating(read) = import::read(&text).unwrap().content else { panic!("not what a table gets") };
    assert_eq!(*read, seating);
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
    later.made = NOW + chrono::TimeDelta::hours(1);
    let Given::Sort(_, exercise) = &mut later.given else { panic!("not what is sorted") };
    exercise.title = "Conference, second day".to_owned();
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
    let mut talking = talking_table(1);
    talk(&mut talking, 1, 0, &Doing::Note(0));
    assert_eq!(refused(&bare, &ideas_file(&talking)), Some(ReadError::ExerciseNotHere));
    let (other, _) = Workspace::create(WorkspaceId(Uuid::from_u128(77)), ReplicaId(9), Area::named("Marshland"));
    assert_eq!(refused(&other, &sheet), Some(ReadError::OtherArea));
    // A file that puts a sheet in the place of something else is refused whole.
    let stolen = sheet.replace(&SheetId(Uuid::from_u128(101)).to_string(), &EXERCISE.to_string());
    assert!(refused(&area(), &stolen).is_some());
}
