//! Lines of a table as the items of a plan: which level each names, what it stands beneath and what belongs to it.

use std::collections::BTreeMap;

use super::found::FoundItem;
use super::heads::Column;
use super::item::{Item, Reached};
use super::lines::Line;
use super::note::{Note, What};
use super::reading::Reading;
use super::{bullets, label, rag, text};
use crate::domain::plan::{Layout, Level, Rag};
use crate::exchange::grid::Table;

/// The levels that have a column, from the top, with it.
const LEVELS: [(Level, Column); 4] = [
    (Level::Priority, Column::Priority),
    (Level::Area, Column::Area),
    (Level::Action, Column::Action),
    (Level::Output, Column::Output),
];

/// The items that lines name, in order.
pub(super) fn grow(table: &Table, reading: &Reading, lines: Vec<Line>, notes: &mut Vec<Note>) -> Vec<FoundItem> {
    let mut growing = Growing {
        table,
        reading,
        items: Vec::new(),
        notes,
        open: BTreeMap::new(),
        outline: BTreeMap::new(),
        due: String::new(),
    };
    for line in lines {
        growing.take(&line);
    }
    growing.items
}

struct Growing<'a> {
    table: &'a Table,
    reading: &'a Reading,
    items: Vec<FoundItem>,
    notes: &'a mut Vec<Note>,
    /// The item that is open at each level, with the cell that named it.
    open: BTreeMap<Level, (usize, String)>,
    /// Items by their place, where that is spelled out.
    outline: BTreeMap<String, usize>,
    /// The timescale that counts where one is blank.
    due: String,
}

impl Growing<'_> {
    fn take(&mut self, line: &Line) {
        if line.heading {
            let words =
                line.parts.iter().map(|part| part.text.as_str()).find(|text| !text.is_empty()).unwrap_or_default();
            let level = if label::is_priority(words) { Level::Priority } else { Level::Area };
            self.open_item(line, level, words, true);
        } else if self.reading.is_spelled_out() {
            self.take_spelled_out(line);
        } else if !self.is_due_alone(line) {
            let at = self.named(line);
            self.describe(line, at);
        }
    }

    /// Takes the items that the cells of a line name, and gives the one that its other cells are about.
    fn named(&mut self, line: &Line) -> usize {
        let has_labels = self.reading.place(Column::Label).is_some();
        let mut last = None;
        let mut action = None;
        for (depth, (level, column)) in LEVELS.into_iter().enumerate() {
            let words = self.own(line, column);
            let deeper =
                LEVELS.iter().skip(depth.saturating_add(1)).any(|(_, column)| !self.own(line, *column).is_empty());
            let is_filled_down = deeper && self.open.get(&level).is_some_and(|(_, cell)| *cell == words);
            if words.is_empty() || is_filled_down || self.goes_on(line, level, column, &words) {
                continue;
            }
            let at = self.open_item(line, level, &words, !(has_labels && level == Level::Action));
            last = Some(at);
            if level == Level::Action {
                action = last;
            }
        }
        let label = self.own(line, Column::Label);
        let at = last.unwrap_or_else(|| {
            self.note(line, None, label.clone(), What::NoWords);
            self.open_item(line, Level::Action, "", false)
        });
        if let Some(found) = action.or(Some(at)).and_then(|at| self.items.get_mut(at)).filter(|_| !label.is_empty()) {
            // One that was parted from the words stays after the one in its own column.
            found.item.label = label::joined(&label, &found.item.label);
        }
        at
    }

    /// Adds an item beneath the nearest that is open above its level.
    fn open_item(&mut self, line: &Line, level: Level, words: &str, has_label: bool) -> usize {
        let (label, text) = if has_label { label::parted(words) } else { ("", words) };
        let parent = self.open.range(..level).next_back().map(|(_, (at, _))| *at);
        let item = Item { level, parent, label: label.to_owned(), text: text.to_owned(), ..Item::default() };
        self.open.retain(|other, _| *other < level);
        self.open.insert(level, (self.items.len(), words.to_owned()));
        self.add(line, item)
    }

    fn add(&mut self, line: &Line, item: Item) -> usize {
        self.items.push(FoundItem { item, row: line.row, due_from_above: false });
        self.items.len().saturating_sub(1)
    }

    /// Joins the rest of an area's or a priority's words that stands beside the next action.
    fn goes_on(&mut self, line: &Line, level: Level, column: Column, words: &str) -> bool {
        let above = self.open.get(&level).map(|(at, _)| *at).and_then(|at| self.items.get_mut(at));
        let Some(found) = above.filter(|found| level < Level::Action && !found.item.label.is_empty()) else {
            return false;
        };
        if !text::begins_small(words) || !label::parted(words).0.is_empty() {
            return false;
        }
        found.item.text = text::gone_on(&found.item.text, words);
        self.note(line, self.reading.place(column), words.to_owned(), What::GoneOn);
        true
    }

    /// Whether a line is nothing but a timescale, which then counts for those beneath.
    fn is_due_alone(&mut self, line: &Line) -> bool {
        let due = self.own(line, Column::Due);
        let filled = line.parts.iter().filter(|part| !part.text.is_empty()).count();
        if self.reading.layout != Layout::Timescales || due.is_empty() || filled != 1 {
            return false;
        }
        self.note(line, self.reading.place(Column::Due), due.clone(), What::DueAlone);
        self.due = due;
        true
    }

    fn take_spelled_out(&mut self, line: &Line) {
        let level = self.own(line, Column::Level);
        let known = Level::ALL.into_iter().find(|known| known.word().to_lowercase() == level.to_lowercase());
        if known.is_none() && !level.is_empty() {
            self.note(line, self.reading.place(Column::Level), level, What::NoLevel);
        }
        let place = self.own(line, Column::Outline).trim_end_matches('.').to_owned();
        let parent = place.rsplit_once('.').and_then(|(above, _)| self.outline.get(above).copied());
        let item = Item {
            level: known.unwrap_or_default(),
            parent,
            label: self.own(line, Column::Label),
            text: self.own(line, Column::Action),
            ..Item::default()
        };
        let at = self.add(line, item);
        self.outline.insert(place, at);
        self.describe(line, at);
    }

    /// Puts the cells that say something about an item with it.
    fn describe(&mut self, line: &Line, at: usize) {
        let lead = self.all(line, Column::Lead);
        let resources = self.all(line, Column::Resources);
        let risk = self.all(line, Column::Risk);
        let milestones = self.all(line, Column::Milestones);
        let mut progress = self.all(line, Column::Progress);
        let rag = self.word(line, Column::Rag, &mut progress, rag::read).unwrap_or(Rag::NotSet);
        let reached = self.word(line, Column::Reached, &mut progress, reached).flatten();
        let (due, due_from_above) = self.due(line);
        if let Some(found) = self.items.get_mut(at) {
            let item = Item { lead, due, resources, risk, progress, rag, reached, ..std::mem::take(&mut found.item) };
            *found = FoundItem { item, row: line.row, due_from_above };
        }
        for item in bullets::read(&milestones) {
            self.add(line, Item { parent: Some(at), ..item });
        }
    }

    /// The due date of a line: its own, or in a list of tasks by date the one above.
    fn due(&mut self, line: &Line) -> (String, bool) {
        let place = self.reading.place(Column::Due);
        let written = place.and_then(|at| line.parts.get(at)).map(|part| part.text.clone()).unwrap_or_default();
        let is_shared = self.reading.layout == Layout::Timescales && !self.reading.is_spelled_out();
        if !is_shared || (written.is_empty() && self.due.is_empty()) {
            return (written, false);
        }
        if written.is_empty() {
            let due = self.due.clone();
            self.note(line, place, due.clone(), What::DueFromAbove);
            return (due, true);
        }
        self.due.clone_from(&written);
        (written, false)
    }

    /// What a cell says by a word; other words go to the progress.
    fn word<T>(
        &mut self,
        line: &Line,
        column: Column,
        progress: &mut String,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let at = self.reading.place(column)?;
        let cell = line.parts.get(at).map(|part| part.text.clone()).unwrap_or_default();
        let known = read(&cell);
        if known.is_none() {
            let head = self.reading.head_of(self.table, at);
            let words = if head.is_empty() { cell.clone() } else { format!("{head}: {cell}") };
            *progress = if progress.is_empty() { words } else { format!("{progress}\n{words}") };
            self.note(line, Some(at), cell, What::NoRag);
        }
        known
    }

    /// What stands in the one column of a kind in this row itself.
    fn own(&self, line: &Line, column: Column) -> String {
        let part = self.reading.place(column).and_then(|at| line.parts.get(at));
        part.filter(|part| part.own).map(|part| part.text.clone()).unwrap_or_default()
    }

    /// What stands in all columns of a kind, beneath one another. A second one, and one that is there under another name, is
    /// told by its head.
    fn all(&mut self, line: &Line, column: Column) -> String {
        let mut words: Vec<String> = Vec::new();
        let columns = self.reading.columns.iter().enumerate().filter(|(_, other)| **other == column);
        let places: Vec<usize> = columns.map(|(at, _)| at).collect();
        let mut has_own = false;
        for at in places {
            let head = self.reading.head_of(self.table, at);
            let is_own = head.is_empty() || Column::hinted(head) == Some(column);
            let is_second = has_own || (column != Column::Progress && !words.is_empty());
            has_own |= is_own;
            let Some(part) = line.parts.get(at).filter(|part| !part.text.is_empty()) else { continue };
            if !self.reading.is_spelled_out() && is_blank(&part.text, column) {
                self.note(line, Some(at), part.text.clone(), What::OnlyMarks);
                continue;
            }
            let is_other = is_second || (column == Column::Progress && !is_own);
            let is_named = !head.is_empty() && column != Column::Milestones && is_other;
            words.push(if is_named { format!("{head}: {}", part.text) } else { part.text.clone() });
        }
        words.join("\n")
    }

    fn note(&mut self, line: &Line, column: Option<usize>, text: String, what: What) {
        let head = column.map(|column| self.reading.head_of(self.table, column).to_owned()).unwrap_or_default();
        self.notes.push(Note { row: line.row, column, head, text, what });
    }
}

fn reached(cell: &str) -> Option<Option<Reached>> {
    if cell.is_empty() { Some(None) } else { Reached::read(cell).map(Some) }
}

/// Whether a cell holds a bullet and nothing else. A dash can be meant, but for a milestone.
fn is_blank(cell: &str, column: Column) -> bool {
    bullets::is_only_marks(cell) && (column == Column::Milestones || !cell.contains(['-', '\u{2013}', '\u{2014}', '*']))
}
