//! What an exercise and the sheet of a table say, field by field, in words.

use super::{Said, fact, or_empty};
use crate::domain::exercise::{Cell, Exercise, TableSheet};
use crate::domain::workspace::Workspace;
use crate::reports::words;

/// What an exercise says.
pub(super) fn exercise_fields(exercise: &Exercise) -> Vec<Said> {
    let columns: Vec<_> = exercise.sort.columns.iter().map(|column| column.name.clone()).collect();
    let cards = exercise.sort.cards().map(|(_, card)| format!("{} {}", card.code.as_str(), card.words));
    let readings =
        exercise.readings.iter().map(|(written, code)| format!("\u{201c}{written}\u{201d} as {}", code.as_str()));
    vec![
        fact("Title", or_empty(&exercise.title)),
        fact("Day", words::day(exercise.on)),
        fact("Columns", or_empty(&columns.join("; "))),
        fact("Cards", or_empty(&cards.collect::<Vec<_>>().join("; "))),
        fact("Read as", or_empty(&readings.collect::<Vec<_>>().join("; "))),
    ]
}

/// What a table's sheet says.
pub(super) fn sheet_fields(open: &Workspace, sheet: &TableSheet) -> Vec<Said> {
    let sort = open.exercise(sheet.exercise).map(|exercise| &exercise.sort);
    let name = |cell: &Cell| {
        let group = sort.and_then(|sort| sort.group(&cell.group)).map_or(cell.group.as_str(), |group| &group.name);
        let column = sort.and_then(|sort| sort.column(&cell.column)).map_or(cell.column.as_str(), |one| &one.name);
        format!("{group}, {column}: {}", sheet.cell_text(cell))
    };
    let cells: Vec<_> = sheet.cells.keys().map(name).collect();
    vec![
        fact("Exercise", or_empty(open.exercise(sheet.exercise).map_or("", |exercise| &exercise.title))),
        fact("Table", or_empty(&sheet.table)),
        fact("Placed", or_empty(&cells.join("; "))),
    ]
}
