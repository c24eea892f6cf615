//! Rows as a CSV file in which no cell can start a formula, and our mark against that taken off again.

use crate::exchange::formula::{guarded, runs};

/// Writes rows as CSV in UTF-8, with a byte order mark and line ends as spreadsheets expect them. A cell that a spreadsheet could run
/// gets an apostrophe before it, which reading the file takes away again.
pub(in crate::exchange) fn csv(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Rows of one width into memory: neither can fail.
    let all = rows.iter().try_for_each(|row| writer.write_record(row.iter().map(|cell| guarded(cell))));
    let bytes = all.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// Takes the apostrophes off the rows of a table that Rainbow wrote, which its heads tell, and leaves any other table as it is.
pub(super) fn unguard(rows: &mut [Vec<String>], is_ours: impl Fn(&[String]) -> bool) {
    if !rows.iter().find(|row| !row.is_empty()).is_some_and(|heads| is_ours(heads)) {
        return;
    }
    for cell in rows.iter_mut().flatten() {
        if let Some(bare) = cell.strip_prefix('\'').filter(|bare| runs(bare)) {
            *cell = bare.to_owned();
        }
    }
}
