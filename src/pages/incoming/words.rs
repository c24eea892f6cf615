//! What a file would bring, in words.

use crate::exchange::problem::Notice;
use crate::exchange::taking::{AskedWords, FileReport, Outcome, SeatingWords, Tally, UpdateTally};
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
        Outcome::Asking(words) => asked(words),
        Outcome::Report(tally) => reported(tally),
        Outcome::Seating(words) => seating(words),
    }
}

/// What a lead is asked, in a sentence.
fn asked(words: &AskedWords) -> String {
    let AskedWords { lead, area, plan, items, is_new, is_older } = words;
    if *is_older {
        return "A later request for the same actions is here already. There is nothing to add.".to_owned();
    }
    if !is_new {
        return "This request is here already. Open it from the list of areas on this device.".to_owned();
    }
    let actions = count(*items, "action", "actions");
    format!("{area} asks {lead} for progress on {actions} in \u{201c}{plan}\u{201d}.")
}

/// What a table gets in an exercise, in a sentence.
fn seating(words: &SeatingWords) -> String {
    let SeatingWords { area, title, is_new } = words;
    if *is_new {
        format!("{area} asks your table to take part in \u{201c}{title}\u{201d}.")
    } else {
        "This exercise is here already. Open it from the list of areas on this device.".to_owned()
    }
}

/// What a lead reports, counted: "3 new entries on 2 actions or milestones, reported by SB."
pub(super) fn reported(tally: &UpdateTally) -> String {
    let by = [tally.by.trim(), tally.lead.trim()].into_iter().find(|by| !by.is_empty());
    let by = by.map(|by| format!(", reported by {by}")).unwrap_or_default();
    let on = count(tally.items.len(), "action or milestone", "actions and milestones");
    let new = format!("{} on {on}{by}", count(tally.added, "new entry", "new entries"));
    let parts = [
        (tally.added, new),
        (tally.known, format!("{} here already", tally.known)),
        (tally.gone, format!("{} deleted here since", tally.gone)),
        (tally.not_taken, format!("{} not taken", tally.not_taken)),
    ];
    let said: Vec<String> = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    if said.is_empty() { "Nothing was reported in it.".to_owned() } else { format!("{}.", said.join("; ")) }
}
