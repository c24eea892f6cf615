//! What a file would bring, in words.

use crate::exchange::problem::Notice;
use crate::exchange::taking::{FileReport, Outcome, Tally};
use crate::reports::words::{count, list};

/// Responses, counted: "3 new responses, 1 corrected and 2 here already."
pub(super) fn brought(tally: &Tally) -> String {
    let parts = [
        (tally.added, count(tally.added, "new response", "new responses")),
        (tally.corrected, format!("{} corrected", tally.corrected)),
        (tally.clashes, format!("{} with other answers than before", tally.clashes)),
        (tally.known, format!("{} here already", tally.known)),
        (tally.older, format!("{} older than what is here", tally.older)),
        (tally.withdrawn, format!("{} withdrawn earlier, which stay out", tally.withdrawn)),
        (tally.damaged, format!("{} not taken", tally.damaged)),
    ];
    let said: Vec<String> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    if said.is_empty() { "No responses.".to_owned() } else { format!("{}.", list(&said)) }
}

/// What is to be known of a file of responses, or why it can't be taken.
pub(super) fn remarks(file: &FileReport) -> Vec<String> {
    file.notices.iter().map(Notice::to_string).collect()
}

/// What a file brings, in a few words for its row.
pub(super) fn outcome(file: &FileReport) -> String {
    match &file.outcome {
        Outcome::Refused(error) => error.to_string(),
        Outcome::Records { .. } => String::new(),
        Outcome::Responses(tally) => brought(tally),
    }
}
