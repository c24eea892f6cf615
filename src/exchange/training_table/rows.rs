//! The rows of a table of training events as lines: heads that come again are dropped, and a row that names no event goes on from
//! the one above.

use super::heads::Column;
use super::note::{Note, What};
use super::reading::Reading;
use crate::exchange::grid::{Slot, Table, plain};

/// A row as it is read, with those that go on from it.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// The number of its first row.
    pub(super) row: usize,
    /// What stands in each column.
    pub(super) cells: Vec<String>,
}

/// The lines of a table, with notes on what was done to its rows.
pub(super) fn of(table: &Table, reading: &Reading) -> (Vec<Line>, Vec<Note>) {
    let title = reading.columns.iter().position(|column| *column == Column::Title);
    let mut notes = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    for (row, slots) in table.rows().filter(|(row, _)| Some(*row) != reading.head) {
        let mut noting = Noting { table, reading, row, notes: &mut notes };
        for (column, _) in slots.iter().enumerate().filter(|(_, slot)| slot.is_picture) {
            noting.note(Some(column), String::new(), What::Picture);
        }
        if slots.iter().all(|slot| slot.text.is_empty()) {
            continue;
        }
        if reading.head.is_some_and(|head| row < head) {
            noting.each(slots, What::AboveTheHeads);
        } else if repeats_heads(table, reading, slots) {
            noting.whole(slots, What::RepeatedHeads);
        } else if is_heading(slots) {
            noting.whole(slots, What::Heading);
        } else {
            let names_an_event = title.and_then(|at| slots.get(at)).is_some_and(|slot| !slot.text.is_empty());
            match lines.last_mut().filter(|_| !names_an_event) {
                Some(last) => {
                    noting.whole(slots, What::Joined);
                    let cells = noting.cells(slots, false);
                    for (above, more) in last.cells.iter_mut().zip(cells).filter(|(_, more)| !more.is_empty()) {
                        if !above.is_empty() {
                            above.push('\n');
                        }
                        above.push_str(&more);
                    }
                }
                None => {
                    if !names_an_event {
                        noting.whole(slots, What::NoTitle);
                    }
                    let cells = noting.cells(slots, true);
                    lines.push(Line { row, cells });
                }
            }
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

    fn whole(&mut self, slots: &[Slot], what: What) {
        let words: Vec<&str> = slots.iter().map(|slot| slot.text.as_str()).filter(|text| !text.is_empty()).collect();
        self.note(None, words.join(" | "), what);
    }

    fn each(&mut self, slots: &[Slot], what: What) {
        for (column, slot) in slots.iter().enumerate().filter(|(_, slot)| !slot.text.is_empty()) {
            self.note(Some(column), slot.text.clone(), what);
        }
    }

    /// What stands in each column that is taken in. A merged cell says the same in each row that it covers, if those are events of
    /// their own.
    fn cells(&mut self, slots: &[Slot], with_merged: bool) -> Vec<String> {
        let mut cells = Vec::with_capacity(slots.len());
        for (at, slot) in slots.iter().enumerate() {
            let column = self.reading.columns.get(at).copied().unwrap_or_default();
            let from = slot.from_above.filter(|_| with_merged).map(|from| from.saturating_add(1));
            let from = from.filter(|from| self.reading.head.is_none_or(|head| *from > head) && column != Column::Title);
            let words = from.map_or(slot.text.as_str(), |from| self.table.text(from, at)).to_owned();
            let (is_left_out, is_merged) = (column == Column::LeftOut, from.is_some());
            match (is_left_out, is_merged) {
                _ if words.is_empty() => cells.push(words),
                (true, true) => cells.push(String::new()),
                (true, false) => {
                    self.note(Some(at), words, What::LeftOut);
                    cells.push(String::new());
                }
                (false, is_merged) => {
                    if is_merged {
                        self.note(Some(at), words.clone(), What::Merged);
                    }
                    cells.push(words);
                }
            }
        }
        cells
    }
}

/// Whether a row is one cell over several columns and nothing else.
fn is_heading(slots: &[Slot]) -> bool {
    let mut filled = slots.iter().filter(|slot| !slot.text.is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else { return false };
    only.columns > 1
}

/// Whether every cell of a row is the head of its column.
fn repeats_heads(table: &Table, reading: &Reading, slots: &[Slot]) -> bool {
    let filled: Vec<(usize, &Slot)> = slots.iter().enumerate().filter(|(_, slot)| !slot.text.is_empty()).collect();
    let is_head = |(at, slot): &(usize, &Slot)| plain(reading.head_of(table, *at)) == plain(&slot.text);
    reading.head.is_some() && filled.len() >= 2 && filled.iter().all(is_head)
}
