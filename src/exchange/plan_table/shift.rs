//! Rows whose cells seem to sit one column too far to the left.

use std::collections::BTreeSet;

use super::heads::Column;
use super::reading::Reading;
use super::{label, text};
use crate::domain::plan::Layout;
use crate::exchange::grid::{Slot, Table};

/// The numbers of such rows, without those that a person has moved. The last column of such a row is blank, so that nothing
/// would be pushed out.
pub(super) fn suspects(table: &Table, reading: &Reading) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    if reading.is_spelled_out() {
        return found;
    }
    let mut seen = Seen::default();
    let mut above: Option<(usize, &[Slot])> = None;
    for (row, slots) in table.rows().filter(|(row, _)| reading.head.is_none_or(|head| *row > head)) {
        let filled = slots.iter().filter(|slot| !slot.text.is_empty()).count();
        let is_moved = reading.moved.contains(&row);
        let has_room = slots.last().is_some_and(|slot| slot.text.is_empty() && slot.from_above.is_none());
        if filled == 0 {
            continue;
        }
        let goes_on = above.is_some_and(|(row, above)| {
            (found.contains(&row) || reading.moved.contains(&row)) && goes_on(reading, above, slots)
        });
        let is_suspect = has_room
            && filled > 1
            && match reading.layout {
                Layout::Strategy => seen.sits_left(reading, slots),
                Layout::Actions => is_name_as_number(reading, slots),
                Layout::Timescales => is_task_as_date(reading, slots),
            };
        if !is_moved && ((has_room && goes_on) || is_suspect) {
            found.insert(row);
        } else if !is_moved {
            seen.note(reading, slots);
        }
        above = Some((row, slots));
    }
    found
}

/// The labels that were seen in their own columns.
#[derive(Default)]
struct Seen<'a> {
    area: Vec<&'a str>,
    has_numbered_actions: bool,
}

impl<'a> Seen<'a> {
    fn note(&mut self, reading: &Reading, slots: &'a [Slot]) {
        let area = label::numbers(label::parted(cell(reading, slots, Column::Area)).0);
        if !area.is_empty() {
            self.area = area;
        }
        let action = label::parted(cell(reading, slots, Column::Action)).0;
        self.has_numbered_actions |= !label::numbers(action).is_empty();
    }

    /// Whether an action's number stands among the areas, or an output's letter among numbered actions.
    fn sits_left(&self, reading: &Reading, slots: &'a [Slot]) -> bool {
        let side_by_side = reading.place(Column::Area).zip(reading.place(Column::Action));
        if side_by_side.is_none_or(|(area, action)| area.saturating_add(1) != action) {
            return false;
        }
        let (area, action) = (cell(reading, slots, Column::Area), cell(reading, slots, Column::Action));
        let area_label = label::numbers(label::parted(area).0);
        let beneath = !self.area.is_empty() && area_label.len() > self.area.len() && area_label.starts_with(&self.area);
        let lettered = area.is_empty() && label::is_letter(label::parted(action).0) && self.has_numbered_actions;
        beneath || (lettered && reading.place(Column::Output).is_some())
    }
}

/// Whether a row is the rest of a shifted one above it: it names nothing, and its words go on from that row's.
fn goes_on(reading: &Reading, above: &[Slot], slots: &[Slot]) -> bool {
    let names = [Column::Area, Column::Action, Column::Output];
    let names_nothing = names.iter().all(|column| cell(reading, slots, *column).is_empty());
    let mut filled = slots.iter().zip(above).filter(|(slot, _)| !slot.text.is_empty());
    names_nothing && filled.all(|(slot, above)| !above.text.is_empty() && text::begins_small(&slot.text))
}

/// Whether words stand where a flat list has its numbers.
fn is_name_as_number(reading: &Reading, slots: &[Slot]) -> bool {
    let next = reading.place(Column::Label).zip(reading.place(Column::Action));
    let number = cell(reading, slots, Column::Label);
    let words = number.split_whitespace().count();
    next.is_some_and(|(label, action)| label.saturating_add(1) == action) && (words >= 3 || number.chars().count() > 15)
}

/// Whether a task stands where a task list has its timescales, and so a lead where it has its tasks.
fn is_task_as_date(reading: &Reading, slots: &[Slot]) -> bool {
    let next = reading.place(Column::Due).zip(reading.place(Column::Action));
    let (due, action) = (cell(reading, slots, Column::Due), cell(reading, slots, Column::Action));
    let words = |text: &str| text.split_whitespace().count();
    let has_digit = due.contains(|c: char| c.is_ascii_digit());
    next.is_some_and(|(due, action)| due.saturating_add(1) == action)
        && !has_digit
        && words(due) >= 5
        && words(action).saturating_mul(2) <= words(due)
}

fn cell<'a>(reading: &Reading, slots: &'a [Slot], column: Column) -> &'a str {
    reading.place(column).and_then(|at| slots.get(at)).map(|slot| slot.text.as_str()).unwrap_or_default()
}
