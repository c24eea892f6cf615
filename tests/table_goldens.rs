//! Goldens of the files of exercises: what tables get and what they give back.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rainbow::domain::discussion::{Discussion, Said};
use rainbow::domain::exercise::{Exercise, Made, Sort, TableSheet, Whose};
use rainbow::domain::ids::{ColumnId, DiscussionId, ExerciseId, IdeaId, ReplicaId, SheetId, ThemeId, WorkspaceId};
use rainbow::domain::merge::Records;
use rainbow::domain::rest::Rest;
use rainbow::domain::seat::{Given, Seating};
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::{export, import};
use uuid::Uuid;

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn seating(given: Given) -> Seating {
    Seating { area: WorkspaceId(Uuid::from_u128(1)), area_name: "Fenshire".to_owned(), made: NOW, given }
}

/// The device of a table that got this.
fn table(seating: &Seating) -> Workspace {
    let mut open = Workspace::from_records(seating.workspace(), ReplicaId(5), Records::default());
    open.take_seating(seating);
    open
}

fn golden(name: &str, made: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        made, kept,
        "{name} changed; before the first release: UPDATE_GOLDENS=1 cargo test --test table_goldens"
    );
    assert!(import::read(made).unwrap().notices.is_empty());
}

#[test]
fn cards_to_sort_and_a_sheet_are_written_as_their_goldens() {
    let exercise = ExerciseId(Uuid::from_u128(2));
    let sort = Sort::own("Learning:\nShared induction\nShadowing", "Now\nLater").unwrap();
    let (title, on, readings) = ("What to begin with".to_owned(), "2009-12-04".parse().unwrap(), BTreeMap::new());
    let given = Exercise { title, on, cards: Whose::Own, sort, readings, rest: Rest::new() };
    let seating = seating(Given::Sort(exercise, given));
    golden("exercise-to-sort-1.json", &export::seating(&seating).unwrap());
    let (mut open, sheet) = (table(&seating), SheetId(Uuid::from_u128(3)));
    let blank = TableSheet { table: "Table 3".to_owned(), ..TableSheet::blank(exercise, Made::Sorted, NOW) };
    open.set_sheet(sheet, blank).unwrap();
    let (code, column) =
        (rainbow::domain::exercise::CardCode::parse("1.2").unwrap(), ColumnId::parse("column-1").unwrap());
    open.place_card(sheet, &code, None, &column, NOW).unwrap();
    golden("table-sheet-1.json", &export::table_sheet(&open, sheet, NOW).unwrap());
}

#[test]
fn a_discussion_and_ideas_are_written_as_their_goldens() {
    let talk = DiscussionId(Uuid::from_u128(4));
    let theme = |id: &str| ThemeId::parse(id).unwrap();
    let (title, on) = ("Conference".to_owned(), "2009-12-04".parse().unwrap());
    let together = BTreeSet::from([theme("identity"), theme("language")]);
    let seating = seating(Given::Discuss(talk, Discussion { title, on, together, rest: Rest::new() }));
    golden("exercise-to-discuss-1.json", &export::seating(&seating).unwrap());
    let mut open = table(&seating);
    open.name_seat("Table 3").unwrap();
    let said = Said {
        text: "Swap places for a day".to_owned(),
        themes: BTreeSet::from([theme("training")]),
        heading: "Induction".to_owned(),
        table: "Table 3".to_owned(),
    };
    let idea = |number: u128| IdeaId(Uuid::from_u128(number));
    open.add_ideas(talk, [(idea(10), said.clone()), (idea(11), said)]).unwrap();
    open.delete_idea(idea(11)).unwrap();
    golden("table-ideas-1.json", &export::table_ideas(&open, NOW).unwrap());
}
