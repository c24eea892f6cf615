//! What was found in a table: training events in order, and notes on what a person should know.

use std::fmt;

use super::competences::Competences;
use super::heads::Column;
use super::note::{Note, What};
use super::reading::Reading;
use super::rows::{self, Line};
use crate::domain::framework::Framework;
use crate::domain::rest::Rest;
use crate::domain::training::{Professions, TrainingEvent};
use crate::exchange::grid::Table;

/// What stands in the notes before competencies that could not be read.
const UNKNOWN: &str = "Competencies as written";

/// What a table holds, so read. Every cell of it stands in an event or in a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its events in order.
    pub events: Vec<FoundEvent>,
    /// What a person should know, in the order of the rows.
    pub notes: Vec<Note>,
}

/// An event with its place in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundEvent {
    /// The event.
    pub event: TrainingEvent,
    /// The number of the first row in which it stands.
    pub row: usize,
}

/// Nothing can be read: no column is said to hold what events are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTitles;

/// Reads a table, its competencies by the names of a framework.
///
/// # Errors
/// When no column is said to hold what events are called.
pub fn read(table: &Table, reading: &Reading, framework: Option<&Framework>) -> Result<Found, NoTitles> {
    if !reading.has_titles() {
        return Err(NoTitles);
    }
    let (lines, mut notes) = rows::of(table, reading);
    let events = lines
        .into_iter()
        .map(|line| FoundEvent { row: line.row, event: event(table, reading, framework, &line, &mut notes) });
    let events = events.collect();
    notes.sort_by_key(|note| (note.row, note.column, note.what));
    Ok(Found { events, notes })
}

fn event(
    table: &Table,
    reading: &Reading,
    framework: Option<&Framework>,
    line: &Line,
    notes: &mut Vec<Note>,
) -> TrainingEvent {
    let of = |column: Column| {
        let cells = reading.columns.iter().zip(&line.cells).enumerate();
        cells
            .filter(move |(_, (is, cell))| **is == column && !cell.is_empty())
            .map(|(at, (_, cell))| (at, cell.as_str()))
    };
    // A field of one line: lines that a narrow cell broke are one again, and things beneath one another stand side by side.
    let in_line =
        |column: Column, between: &str| of(column).flat_map(|(_, cell)| cell.lines()).collect::<Vec<_>>().join(between);
    let mut extra: Vec<String> = Vec::new();
    for (at, cell) in of(Column::Notes) {
        let head = reading.head_of(table, at);
        let is_notes = head.is_empty() || Column::named(head) == Some(Column::Notes);
        extra.push(if is_notes { cell.to_owned() } else { format!("{head}: {cell}") });
    }
    let (mut arcs, mut practices) = (Default::default(), Default::default());
    for (at, cell) in of(Column::Competences) {
        let mut read = Competences::read(cell, framework);
        arcs = &arcs | &read.arcs;
        practices = &practices | &read.practices;
        for text in read.unknown.drain(..) {
            extra.push(format!("{UNKNOWN}: {text}"));
            let head = reading.head_of(table, at).to_owned();
            notes.push(Note { row: line.row, column: Some(at), head, text, what: What::NoCompetence });
        }
    }
    let title = in_line(Column::Title, " ");
    let lines = |column: Column| of(column).map(|(_, cell)| cell).collect::<Vec<_>>().join("\n");
    TrainingEvent {
        title: if title.is_empty() { format!("Row {} of the table", line.row) } else { title },
        lead: in_line(Column::Lead, " "),
        professions: Professions::of(of(Column::Professions).map(|(_, cell)| cell)),
        arcs,
        practices,
        dates: in_line(Column::Dates, "; "),
        places: in_line(Column::Places, "; "),
        method: in_line(Column::Method, "; "),
        attendance: in_line(Column::Attendance, "; "),
        evaluation: lines(Column::Evaluation),
        notes: extra.join("\n"),
        rest: Rest::new(),
    }
}

impl fmt::Display for NoTitles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "Rainbow can\u{2019}t tell which column holds what the events are called, because no row names the columns in words that it knows. Say what each column is.",
        )
    }
}
