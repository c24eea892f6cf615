//! The rows of a table as lines of a plan: heads that come again are dropped, and what a page break parted is joined.

use super::heads::Column;
use super::note::{Note, What};
use super::reading::Reading;
use super::{label, shift, text};
use crate::exchange::grid::{Slot, Table, plain};

/// A row as it is read.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its number.
    pub(super) row: usize,
    /// One part for each column.
    pub(super) parts: Vec<Part>,
    /// Whether it is a heading over the whole table, in its only part that holds something.
    pub(super) heading: bool,
}

/// What stands in one column of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// Its words.
    pub(super) text: String,
    /// Whether they stand in this row, and not in a merged cell that began above it.
    pub(super) own: bool,
}

/// The lines of a table, with notes on what was done to its rows.
pub(super) fn of(table: &Table, reading: &Reading) -> (Vec<Line>, Vec<Note>) {
    let suspects = shift::suspects(table, reading);
    let mut notes = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let starts_large: Vec<bool> = (0..table.width()).map(|at| starts_large(table, reading, at)).collect();
    for (row, slots) in table.rows() {
        if Some(row) == reading.head {
            continue;
        }
        let mut noting = Noting { table, reading, row, notes: &mut notes };
        noting.pictures(slots);
        let mut line = noting.line(slots);
        if line.parts.iter().all(|part| part.text.is_empty() || !part.own) {
            continue;
        }
        if reading.head.is_some_and(|head| row < head) && !names_a_priority(&line) {
            noting.each(&line, What::AboveTheHeads);
            continue;
        }
        if !line.heading && repeats_heads(table, reading, slots) {
            noting.whole(&line, What::RepeatedHeads);
            continue;
        }
        if suspects.contains(&row) {
            noting.whole(&line, What::Shifted);
        }
        noting.leave_out(&mut line);
        if line.parts.iter().all(|part| part.text.is_empty() || !part.own) {
            continue;
        }
        match lines.last_mut() {
            Some(last) if !reading.apart.contains(&row) && goes_on(reading, &starts_large, last, &line) => {
                noting.whole(&line, What::Joined);
                for (part, more) in last.parts.iter_mut().zip(&line.parts).filter(|(_, more)| more.own) {
                    part.text = text::gone_on(&part.text, &more.text);
                }
            }
            _ => lines.push(line),
        }
    }
    (lines, notes)
}

/// Where notes on one row go.
struct Noting<'a> {
    table: &'a Table,
    reading: &'a Reading,
    row: usize,
    notes: &'a mut Vec<Note>,
}

impl Noting<'_> {
    fn note(&mut self, column: Option<usize>, text: String, what: What) {
        let head = column.map(|column| self.reading.head_of(self.table, column).to_owned()).unwrap_or_default();
        self.notes.push(Note { row: self.row, column, head, text, what });
    }

    fn whole(&mut self, line: &Line, what: What) {
        let own = line.parts.iter().filter(|part| part.own && !part.text.is_empty());
        let words: Vec<&str> = own.map(|part| part.text.as_str()).collect();
        self.note(None, words.join(" | "), what);
    }

    fn each(&mut self, line: &Line, what: What) {
        for (column, part) in line.parts.iter().enumerate().filter(|(_, part)| part.own && !part.text.is_empty()) {
            self.note(Some(column), part.text.clone(), what);
        }
    }

    fn pictures(&mut self, slots: &[Slot]) {
        for (column, _) in slots.iter().enumerate().filter(|(_, slot)| slot.is_picture) {
            self.note(Some(column), String::new(), What::Picture);
        }
    }

    /// A row's slots as parts, moved where a person asked for that.
    fn line(&mut self, slots: &[Slot]) -> Line {
        let own = |slot: &Slot| Part { text: slot.text.clone(), own: true };
        let (row, heading) = (self.row, is_heading(self.reading, slots));
        if self.reading.moved.contains(&row) && slots.last().is_none_or(|slot| slot.text.is_empty()) {
            let kept = slots.iter().take(slots.len().saturating_sub(1)).map(own);
            let line = Line { row, parts: [Part::default()].into_iter().chain(kept).collect(), heading: false };
            self.whole(&line, What::Moved);
            return line;
        }
        let mut parts = Vec::with_capacity(slots.len());
        for (at, slot) in slots.iter().enumerate() {
            let column = self.reading.columns.get(at).copied().unwrap_or_default();
            let merged = slot.from_above.filter(|_| is_detail(column) && !self.reading.is_spelled_out());
            let Some(from) = merged else {
                parts.push(own(slot));
                continue;
            };
            let words = self.table.text(from.saturating_add(1), at).to_owned();
            if !words.is_empty() && from.saturating_add(2) == row {
                self.note(Some(at), words.clone(), What::Merged);
            }
            parts.push(Part { text: words, own: false });
        }
        Line { row, parts, heading }
    }

    /// Empties what stands in columns that are left out, and in a second column of a kind of which there can be one only.
    fn leave_out(&mut self, line: &mut Line) {
        for (at, part) in line.parts.iter_mut().enumerate().filter(|(_, part)| part.own && !part.text.is_empty()) {
            let column = self.reading.columns.get(at).copied().unwrap_or_default();
            let second = !column.can_repeat() && self.reading.place(column) != Some(at);
            if !line.heading && (column == Column::LeftOut || second) {
                self.note(Some(at), std::mem::take(&mut part.text), What::LeftOut);
            }
        }
    }
}

/// Whether a column says something about an item.
fn is_detail(column: Column) -> bool {
    !column.names_an_item() && !matches!(column, Column::LeftOut | Column::Label | Column::Level | Column::Outline)
}

/// Whether a row is one heading over the whole table: a single cell that names a priority or is as wide as the table, or words
/// in a flat list where a number should be.
fn is_heading(reading: &Reading, slots: &[Slot]) -> bool {
    let mut filled = slots.iter().enumerate().filter(|(_, slot)| !slot.text.is_empty());
    let (Some((at, only)), None) = (filled.next(), filled.next()) else { return false };
    if reading.is_spelled_out() || slots.len() < 2 {
        return false;
    }
    let blank_before = slots.iter().take(at).all(|slot| slot.from_above.is_none());
    let column = reading.columns.get(at).copied().unwrap_or_default();
    let is_wide = only.columns.saturating_add(at) >= slots.len() && only.columns > 1;
    let is_number = only.text.chars().count() <= 8 || !only.text.contains(char::is_whitespace);
    let in_the_numbers = column == Column::Label && !reading.is_tree() && !is_number;
    blank_before
        && (is_wide || in_the_numbers || (at <= 1 && column != Column::Priority && label::is_priority(&only.text)))
}

/// Whether every cell of a row is the head of its column.
fn repeats_heads(table: &Table, reading: &Reading, slots: &[Slot]) -> bool {
    let mut filled = 0_usize;
    for (at, slot) in slots.iter().enumerate().filter(|(_, slot)| !slot.text.is_empty()) {
        filled = filled.saturating_add(1);
        let head = reading.head_of(table, at);
        let same = !head.is_empty() && plain(head) == plain(&slot.text);
        let names = Column::named(&slot.text);
        if !same && (names.is_none() || names != Column::hinted(head)) {
            return false;
        }
    }
    reading.head.is_some() && filled >= 2
}

/// Whether a line is a heading that names a priority.
fn names_a_priority(line: &Line) -> bool {
    line.heading && line.parts.iter().any(|part| label::is_priority(&part.text))
}

/// Whether cells of a column begin with a label or a large letter, as a rule: then one that does not goes on.
fn starts_large(table: &Table, reading: &Reading, at: usize) -> bool {
    let labels = reading.place(Column::Label);
    let (mut small, mut labelled, mut all) = (0_usize, 0_usize, 0_usize);
    for (row, slots) in table.rows().filter(|(row, _)| reading.head.is_none_or(|head| *row > head)) {
        let Some(slot) = slots.get(at).filter(|slot| !slot.text.is_empty()) else { continue };
        let has_number = labels.is_some_and(|labels| !table.text(row, labels).is_empty());
        all = all.saturating_add(1);
        small = small.saturating_add(usize::from(is_middle(&slot.text)));
        labelled = labelled.saturating_add(usize::from(has_number || !label::parted(&slot.text).0.is_empty()));
    }
    small.saturating_mul(5) <= all || labelled.saturating_mul(2) >= all
}

/// Whether a text is the middle of a sentence; "a. Share the plan" begins one.
fn is_middle(words: &str) -> bool {
    text::begins_small(words) && label::parted(words).0.is_empty()
}

/// Whether a line is the rest of the one above, as a page break leaves it: it names nothing of its own, or only the middle of
/// sentences that began above.
fn goes_on(reading: &Reading, starts_large: &[bool], last: &Line, line: &Line) -> bool {
    if last.heading || line.heading || reading.is_spelled_out() {
        return false;
    }
    let own = |column: usize| line.parts.get(column).filter(|part| part.own && !part.text.is_empty());
    let mut names = 0_usize;
    for (at, column) in reading.columns.iter().enumerate() {
        let Some(part) = own(at) else { continue };
        // A timescale of its own begins something; a task list shares blank ones.
        if matches!(column, Column::Label) || (*column == Column::Due && !reading.is_tree() && is_dated(reading)) {
            return false;
        }
        if column.names_an_item() {
            let above = last.parts.get(at).map(|part| part.text.as_str()).unwrap_or_default();
            let ends = above.is_empty() || above.ends_with(['.', '!', '?']);
            let is_rule = starts_large.get(at).copied().unwrap_or(false);
            if ends || !is_rule || !is_middle(&part.text) {
                return false;
            }
            names = names.saturating_add(1);
        }
    }
    let has_details = reading.columns.iter().enumerate().any(|(at, column)| is_detail(*column) && own(at).is_some());
    names > 0 || has_details
}

/// Whether dates come before actions in a table.
fn is_dated(reading: &Reading) -> bool {
    reading.place(Column::Due).zip(reading.place(Column::Action)).is_some_and(|(due, action)| due < action)
}
