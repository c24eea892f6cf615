//! Cells that a spreadsheet would run as a formula, made safe for a file that it may open.

/// What spreadsheets run, if a cell begins with it.
const RUNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell's words, with an apostrophe before them if a spreadsheet could run them. Words that look so guarded get one more.
pub(super) fn guarded(cell: &str) -> String {
    if runs(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Whether a spreadsheet could run a cell, or would once the apostrophes before it are gone.
pub(super) fn runs(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(RUNS)
}
