//! A plan as a CSV file, in which no cell can start a formula.

use super::sheet::PlanSheet;
use super::written::Written;
use crate::exchange::grid;

/// Writes a plan as CSV in UTF-8, with a byte order mark and line ends as spreadsheets expect them. A cell that a spreadsheet
/// could run gets an apostrophe before it, which reading the file takes away again.
pub fn csv(sheet: &PlanSheet) -> String {
    grid::csv(&Written::of(sheet).records())
}
