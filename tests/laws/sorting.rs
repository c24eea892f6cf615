//! What can be done in an exercise at a replica: setting one up, sorting at tables, typing in grids, and saying how codes are read.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rainbow::domain::exercise::{CardCode, Cell, Exercise, Made, Sort, TableSheet, Whose};
use rainbow::domain::ids::{CardGroupId, ColumnId, ExerciseId, SheetId};
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::{Edit, Workspace};
use uuid::Uuid;

use super::history::{day, moment};

/// What people do in an exercise.
#[derive(Clone, Debug)]
pub(super) enum Sorting {
    /// Sets the exercise up, or calls it something else.
    Call(u8),
    /// Begins the sheet of a table, or gives its table another name.
    Sheet(u8, u8),
    /// Places a card: on which sheet, which, out of a column if it says so, and into which.
    Place(u8, u8, Option<u8>, u8),
    TakeBack(u8, u8, u8),
    /// Types something into a cell.
    Type(u8, u8, u8),
    /// Says how something is read, or no longer does.
    Read(bool),
    RemoveSheet(u8),
    Remove,
}

impl Sorting {
    /// Whether whoever does it has all versions before them.
    pub(super) fn is_choice(&self) -> bool {
        matches!(self, Self::RemoveSheet(_) | Self::Remove)
    }
}

pub(super) fn sorting() -> impl Strategy<Value = Sorting> {
    let two = || 0..2_u8;
    prop_oneof![
        2 => any::<u8>().prop_map(Sorting::Call),
        2 => (two(), 0..3_u8).prop_map(|(sheet, name)| Sorting::Sheet(sheet, name)),
        4 => (two(), two(), prop::option::of(two()), two()).prop_map(|(sheet, card, from, to)| Sorting::Place(sheet, card, from, to)),
        1 => (two(), two(), two()).prop_map(|(sheet, card, from)| Sorting::TakeBack(sheet, card, from)),
        2 => (two(), two(), 0..4_u8).prop_map(|(sheet, column, text)| Sorting::Type(sheet, column, text)),
        1 => any::<bool>().prop_map(Sorting::Read),
        1 => two().prop_map(Sorting::RemoveSheet),
        1 => Just(Sorting::Remove),
    ]
}

const EXERCISE: ExerciseId = ExerciseId(Uuid::from_u128(840));

/// What is typed into a cell: codes, what looks like one, and nothing.
const TYPED: [&str; 4] = ["2 1 2", "1. 9 1", "2", ""];

/// Does it here; nothing where it is refused.
pub(super) fn sort(here: &mut Workspace, act: &Sorting, step: usize) -> Edit {
    let now = moment(step);
    match act {
        Sorting::Call(title) => {
            let title = format!("Exercise {title}");
            here.name_exercise(EXERCISE, &title, day()).unwrap_or_else(|_| here.set_exercise(EXERCISE, exercise(title)))
        }
        Sorting::Sheet(sheet, name) => {
            let table = format!("Table {name}");
            here.name_table(id(*sheet), &table, now).unwrap_or_else(|_| {
                let blank = TableSheet { table, ..TableSheet::blank(EXERCISE, Made::Sorted, now) };
                here.set_sheet(id(*sheet), blank).unwrap_or_default()
            })
        }
        Sorting::Place(sheet, card, from, to) => {
            let from = from.map(column);
            here.place_card(id(*sheet), &code(*card), from.as_ref(), &column(*to), now).unwrap_or_default()
        }
        Sorting::TakeBack(sheet, card, from) => {
            here.take_card_back(id(*sheet), &code(*card), &column(*from), now).unwrap_or_default()
        }
        Sorting::Type(sheet, at, text) => {
            let begun = exercise("Begun by typing".to_owned());
            let cell = Cell { group: CardGroupId::parse("group-1").unwrap(), column: column(*at) };
            let fresh = TableSheet::blank(EXERCISE, Made::Typed, now);
            here.type_cell((EXERCISE, &begun), (id(*sheet), fresh), cell, TYPED[usize::from(*text)]).unwrap_or_default()
        }
        Sorting::Read(accepted) => here.set_reading(EXERCISE, "1.", accepted.then(|| code(0))).unwrap_or_default(),
        Sorting::RemoveSheet(sheet) => here.delete_sheet(id(*sheet)).unwrap_or_default(),
        Sorting::Remove => here.delete_exercise(EXERCISE).unwrap_or_default(),
    }
}

fn exercise(title: String) -> Exercise {
    let sort = Sort::own("Tea\nCake", "Soon\nLater").unwrap();
    Exercise { title, on: day(), cards: Whose::Own, sort, readings: BTreeMap::new(), rest: Rest::new() }
}

fn id(sheet: u8) -> SheetId {
    SheetId(Uuid::from_u128(850 + u128::from(sheet)))
}

fn code(card: u8) -> CardCode {
    CardCode::parse(if card == 0 { "1" } else { "2" }).unwrap()
}

fn column(at: u8) -> ColumnId {
    ColumnId::parse(if at == 0 { "column-1" } else { "column-2" }).unwrap()
}
