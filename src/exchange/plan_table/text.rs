//! Pasted text as the table of a plan, and how the words of two of its cells go on.

use super::written::is_ours;
use crate::exchange::grid::{Grid, TableError};

impl Grid {
    /// Reads pasted text or the text of a CSV file with a plan. What Rainbow put before cells that a spreadsheet would run is taken
    /// away again where the table is a plan that it wrote.
    ///
    /// # Errors
    /// When there is nothing in it, or it is no table.
    pub fn from_text(text: &str) -> Result<Self, TableError> {
        Self::of_text(text, is_ours)
    }
}

/// What goes on from a text: after a space where it begins in the middle of a sentence, otherwise on a line of its own.
pub(super) fn gone_on(text: &str, more: &str) -> String {
    match (text.is_empty(), more.is_empty()) {
        (true, _) => more.to_owned(),
        (_, true) => text.to_owned(),
        _ if more.starts_with([',', ';', '.', ')']) => format!("{text}{more}"),
        _ if begins_small(more) => format!("{text} {more}"),
        _ => format!("{text}\n{more}"),
    }
}

/// Whether a text begins as the middle of a sentence does: with a small letter, or a mark that follows a word.
pub(super) fn begins_small(text: &str) -> bool {
    text.starts_with([',', ';', ')', '&']) || text.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_goes_on_as_its_sentence_does() {
        assert_eq!(gone_on("High quality,", "trained workforce"), "High quality, trained workforce");
        assert_eq!(gone_on("framework", ", and document"), "framework, and document");
        assert_eq!(gone_on("One", "Two"), "One\nTwo");
    }
}
