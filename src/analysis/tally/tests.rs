//! The grid that a conference of December 2009 left behind, and what must hold for every set of sheets.

use chrono::DateTime;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::exercise::tests::small;
use crate::domain::exercise::{Made, Whose};
use crate::domain::rest::Rest;
use crate::exchange::builtin;

/// The grid as annex 7 of the Oxfordshire strategy prints it: rows are judgements, columns read S-H-A-P-E.
const GRID: [[&str; 5]; 3] = [
    ["2.2 2.3 2.3 2.2 2.6 2.1 2.5", "1.2 1.1 1.4", "3.5. 3.2 3.2", "4.2 4.1 4.4", "5.2 5.4"],
    [
        "2.4 2.6 2.1 2.1 2.2 2.4 2.5 2.4",
        "1.5 1.1 1.3 1.4 1.4",
        "3.5 3.1 3.3 3.5 3.3 3.4 3.1 3.6",
        "4.4 4.3 4.6 4.5 4.1 4.2",
        "5.6 5.1 5.3 5.2 5.3 5.1",
    ],
    ["", "1.3 1.6 1.3", "3.6", "", "5.5 5.5"],
];

fn outcomes() -> Exercise {
    let sort = builtin::outcomes().unwrap();
    Exercise { cards: Whose::Outcomes, sort, readings: BTreeMap::new(), rest: Rest::new(), ..small() }
}

fn sheet(exercise: &Exercise, table: &str, rows: &[Vec<String>]) -> TableSheet {
    let id = ExerciseId(Uuid::from_u128(1));
    let mut sheet = TableSheet { table: table.to_owned(), ..TableSheet::blank(id, Made::Typed, DateTime::UNIX_EPOCH) };
    for (column, row) in exercise.sort.columns.iter().zip(rows) {
        for (group, text) in exercise.sort.groups.iter().zip(row) {
            let cell = Cell { group: group.id.clone(), column: column.id.clone() };
            sheet.set_cell(cell, exercise.typed(text));
        }
    }
    sheet
}

fn printed(exercise: &Exercise) -> TableSheet {
    sheet(exercise, "Conference", &GRID.map(|row| row.map(str::to_owned).to_vec()))
}

/// The tally of the printed grid as it stands.
pub(crate) fn printed_tally() -> Tally {
    let exercise = outcomes();
    Tally::of(&exercise, &[(id(1), &printed(&exercise))])
}

fn id(number: u128) -> SheetId {
    SheetId(Uuid::from_u128(number))
}

#[test]
fn the_grid_of_december_2009_gives_what_was_published_once_its_two_faulty_codes_are_left_out() {
    let exercise = outcomes();
    let sheet = printed(&exercise);
    let tally = Tally::of(&exercise, &[(id(1), &sheet)]);
    assert_eq!(tally.written, [18, 33, 6]);
    assert_eq!((tally.all.counts.as_slice(), tally.all.n()), (&[17, 32, 6][..], 55));
    assert_eq!(tally.all.percentages, [31, 58, 11]);
    let faulty: Vec<_> = tally
        .faulty
        .iter()
        .map(|one| {
            (one.written.as_str(), one.group.as_str(), one.column.as_str(), one.like.as_ref().map(CardCode::as_str))
        })
        .collect();
    assert_eq!(
        faulty,
        [
            ("3.5.", "Enjoy and achieve", "Looking good", Some("3.5")),
            ("5.6", "Achieve economic well-being", "Underway", None)
        ]
    );
    let groups: Vec<_> = tally.groups.iter().map(|group| group.spread.counts.clone()).collect();
    assert_eq!(groups, [[7, 8, 0], [3, 5, 3], [2, 8, 1], [3, 6, 0], [2, 5, 2]]);
    assert_eq!((tally.left_out(), tally.elsewhere.len()), (2, 0));
}

#[test]
fn a_reading_that_was_accepted_counts_and_is_listed_still() {
    let mut exercise = outcomes();
    exercise.readings.insert("3.5.".to_owned(), CardCode::parse("3.5").unwrap());
    let sheet = printed(&exercise);
    let tally = Tally::of(&exercise, &[(id(1), &sheet)]);
    assert_eq!((tally.all.counts.as_slice(), tally.all.percentages.as_slice()), (&[18, 32, 6][..], &[32, 57, 11][..]));
    assert_eq!(tally.written, [18, 33, 6]);
    assert_eq!((tally.faulty.len(), tally.left_out()), (2, 1));
}

#[test]
fn a_card_in_another_groups_cell_counts_in_its_own_group_and_is_pointed_out() {
    let exercise = outcomes();
    let row = |text: &str| vec![text.to_owned()];
    let sheet = sheet(&exercise, "Table 1", &[row("2.1 5.1")]);
    let tally = Tally::of(&exercise, &[(id(1), &sheet)]);
    let counts: Vec<_> = tally.groups.iter().map(|group| group.spread.n()).collect();
    assert_eq!(counts, [1, 0, 0, 0, 1]);
    let Elsewhere { code, stands_in, belongs_to, .. } = &tally.elsewhere[0];
    assert_eq!((code.as_str(), stands_in.as_str()), ("5.1", "Stay safe"));
    assert_eq!(belongs_to, "Achieve economic well-being");
}

#[test]
fn tables_agree_where_they_chose_the_same_column_and_a_table_counts_once_however_often_it_voted() {
    let exercise = small();
    let table = |name: &str, yes: &str, no: &str| sheet(&exercise, name, &[vec![yes.to_owned()], vec![no.to_owned()]]);
    let sheets = [table("Table 1", "1.1 1.1", ""), table("Table 2", "1.1", "1.2"), table("Table 3", "1.2", "1.1 1.2")];
    let sheets: Vec<_> = sheets.iter().zip(1..).map(|(sheet, at)| (id(at), sheet)).collect();
    let tally = Tally::of(&exercise, &sheets);
    let agreed = |at: usize| {
        let card = &tally.groups[0].cards[at];
        (card.spread.counts.clone(), card.tables, card.alike)
    };
    assert_eq!(agreed(0), (vec![3, 1], 3, 2));
    assert_eq!(agreed(1), (vec![1, 2], 2, 2));
    assert_eq!(tally.by_agreement().iter().map(|card| card.code.as_str()).collect::<Vec<_>>(), ["1.2", "1.1"]);
}

/// What tables may write into the four cells of the small exercise.
fn sheets() -> impl Strategy<Value = Vec<TableSheet>> {
    let written = prop::sample::select(vec!["1.1", "1.2", "2.1", "2.2", "2.1.", "7.7", "?"]);
    let cell = prop::collection::vec(written, 0..5).prop_map(|all| all.join(" "));
    let row = prop::collection::vec(cell, 2);
    let rows = prop::collection::vec(row, 2);
    prop::collection::vec(rows, 0..7)
        .prop_map(|all| all.iter().zip(1..).map(|(rows, at)| sheet(&small(), &format!("Table {at}"), rows)).collect())
}

fn tally_of(exercise: &Exercise, sheets: &[TableSheet]) -> Tally {
    Tally::of(exercise, &sheets.iter().zip(1..).map(|(sheet, at)| (id(at), sheet)).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn everything_that_was_written_counts_once_or_is_listed_as_left_out(sheets in sheets()) {
        let tally = tally_of(&small(), &sheets);
        let written: usize = sheets.iter().map(|sheet| sheet.written().count()).sum();
        prop_assert_eq!(tally.written.iter().sum::<usize>(), written);
        prop_assert_eq!(tally.all.n() + tally.left_out(), written);
    }

    #[test]
    fn groups_and_cards_add_up_to_the_whole_and_percentages_to_100(sheets in sheets()) {
        let tally = tally_of(&small(), &sheets);
        let cards = || tally.groups.iter().flat_map(|group| &group.cards);
        for at in 0..2 {
            prop_assert_eq!(tally.groups.iter().map(|group| group.spread.counts[at]).sum::<usize>(), tally.all.counts[at]);
            prop_assert_eq!(cards().map(|card| card.spread.counts[at]).sum::<usize>(), tally.all.counts[at]);
        }
        for spread in tally.groups.iter().map(|group| &group.spread).chain([&tally.all]) {
            prop_assert_eq!(spread.percentages.iter().sum::<usize>(), if spread.n() == 0 { 0 } else { 100 });
        }
        for card in cards() {
            prop_assert!(card.alike <= card.tables && card.tables <= sheets.len());
            prop_assert!(card.tables <= card.spread.n() && (card.alike > 0) == (card.tables > 0));
        }
    }

    #[test]
    fn accepting_a_reading_moves_what_it_reads_into_the_count_and_nothing_else(sheets in sheets()) {
        let before = tally_of(&small(), &sheets);
        let mut exercise = small();
        exercise.readings.insert("2.1.".to_owned(), CardCode::parse("2.1").unwrap());
        let after = tally_of(&exercise, &sheets);
        let slips = sheets.iter().flat_map(TableSheet::written).filter(|(_, written)| *written == "2.1.").count();
        prop_assert_eq!(after.all.n(), before.all.n() + slips);
        prop_assert_eq!(&after.written, &before.written);
        prop_assert_eq!(after.faulty.len(), before.faulty.len());
    }
}
