//! What the columns of a table are likely to be, as a first suggestion that a person can change.

use std::collections::BTreeSet;

use super::cell::normal;
use super::heads::Names;
use super::{Column, Mapping, Table};
use crate::domain::survey::Survey;

/// Words in a head by which a column about the person is known, the surest first.
const ABOUT: [(&[&str], Column); 4] = [
    (&["staff group", "group of staff"], Column::StaffGroup),
    (&["sector"], Column::Sector),
    (&["organisation", "organization", "employer", "agency"], Column::Organisation),
    (&["finished", "completed", "submitted", "end date", "date", "timestamp"], Column::Finished),
];

/// Words that make a column one of comments.
const COMMENT: [&str; 4] = ["comment", "comments", "remark", "remarks"];

/// A first guess at what each column of a table is, from its head: no statement twice, and what is not recognised left out.
pub fn suggest(table: &Table, survey: &Survey) -> Mapping {
    let names = Names::of(survey);
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut columns: Vec<Column> = Vec::with_capacity(table.heads.len());
    for head in &table.heads {
        let guess = guess(&names, head, columns.last());
        let is_new = guess == Column::LeftOut || taken.insert(format!("{guess:?}"));
        columns.push(if is_new { guess } else { Column::LeftOut });
    }
    Mapping { heads: table.heads.clone(), columns, ..Mapping::default() }
}

fn guess(names: &Names, head: &str, before: Option<&Column>) -> Column {
    let plain = normal(head);
    if plain.is_empty() {
        return Column::LeftOut;
    }
    if let Some(of) = comment_on(&plain) {
        let named = names.statement(of.trim_start_matches("on ").trim_matches([' ', '-', ':', '(', ')', '[', ']']));
        return match (named, before) {
            (Some(id), _) => Column::Comment(id.clone()),
            // A column of comments with no name of its own follows the statement that it is about.
            (None, Some(Column::Statement(id))) => Column::Comment(id.clone()),
            (None, _) => Column::LeftOut,
        };
    }
    if let Some(id) = names.statement(head) {
        return Column::Statement(id.clone());
    }
    // A long head is a question of its own, in which such a word says nothing.
    let is_short = plain.split(' ').count() <= 8;
    let mut about = ABOUT.iter().filter(|_| is_short);
    let known = about.find(|(words, _)| words.iter().any(|word| plain.contains(word)));
    known.map_or(Column::LeftOut, |(_, column)| column.clone())
}

/// What is left of a head that says it is about comments: the name of the statement, if there is one.
fn comment_on(plain: &str) -> Option<&str> {
    let at_start = COMMENT.iter().rev().find_map(|word| plain.strip_prefix(word));
    let at_end = || COMMENT.iter().rev().find_map(|word| plain.strip_suffix(word));
    let bracketed = || COMMENT.iter().find_map(|word| plain.strip_suffix(&format!("[{word}]")));
    at_start.map(str::trim_start).or_else(at_end).or_else(bracketed)
}
