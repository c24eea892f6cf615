//! What entries of the registers and headcounts say, field by field, in words.

use super::plan::meant_words;
use super::{Said, fact, or_empty};
use crate::domain::headcount::Headcount;
use crate::domain::registers::{Consultation, Entry, Term};
use crate::domain::workspace::Workspace;
use crate::reports::headcount::among_name;
use crate::reports::words;

/// What an entry of a register says.
pub(super) fn register_fields(entry: &Entry) -> Vec<Said> {
    let columns = entry.register().columns().iter();
    let mut fields: Vec<Said> =
        columns.zip(entry.cells()).map(|(column, cell)| fact(column, or_empty(&cell))).collect();
    if let Entry::Consultation(Consultation { meant: Some(meant), .. }) = entry {
        fields.push(fact("How the date is understood", meant_words(*meant)));
    }
    if let Entry::Term(Term { is_hidden: true, .. }) = entry {
        fields.push(fact("Left out of the glossary", "Yes".to_owned()));
    }
    fields
}

/// What a headcount says.
pub(super) fn headcount_fields(open: &Workspace, headcount: &Headcount) -> Vec<Said> {
    let people = headcount.people.iter().map(|(among, count)| format!("{}: {count}", among_name(open, among)));
    vec![
        fact("Day", words::day(headcount.on)),
        fact("Where it comes from", or_empty(&headcount.source)),
        fact("People", or_empty(&people.collect::<Vec<_>>().join("; "))),
    ]
}
