//! Training events as a CSV file that comes in again unchanged.

use super::competences::Competences;
use super::heads::Column;
use crate::domain::framework::Framework;
use crate::domain::training::TrainingEvent;
use crate::exchange::grid::{self, Grid, TableError, tidy};

/// Writes events as CSV in UTF-8, with a byte order mark. No cell of it can start a formula in a spreadsheet.
pub fn csv<'a>(events: impl IntoIterator<Item = &'a TrainingEvent>, framework: Option<&Framework>) -> String {
    let heads = Column::WRITTEN.map(|column| column.words().to_owned()).to_vec();
    let row = |event: &TrainingEvent| Column::WRITTEN.map(|column| cell(event, column, framework)).to_vec();
    let rows: Vec<Vec<String>> = [heads].into_iter().chain(events.into_iter().map(row)).collect();
    grid::csv(&rows)
}

/// Reads pasted text or the text of a CSV file with training events.
///
/// # Errors
/// When there is nothing in it, or it is no table.
pub fn grid_of_text(text: &str) -> Result<Grid, TableError> {
    Grid::of_text(text, |heads| heads.iter().map(String::as_str).eq(Column::WRITTEN.map(Column::words)))
}

fn cell(event: &TrainingEvent, column: Column, framework: Option<&Framework>) -> String {
    match column {
        Column::LeftOut => String::new(),
        Column::Title => tidy(&event.title),
        Column::Lead => tidy(&event.lead),
        Column::Professions => event.professions.iter().collect::<Vec<_>>().join("; "),
        Column::Competences => Competences::write(event, framework),
        Column::Dates => tidy(&event.dates),
        Column::Places => tidy(&event.places),
        Column::Method => tidy(&event.method),
        Column::Attendance => tidy(&event.attendance),
        Column::Evaluation => tidy(&event.evaluation),
        Column::Notes => tidy(&event.notes),
    }
}
