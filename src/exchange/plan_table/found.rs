//! What was found in a table: the items of a plan in order, and notes on what a person should know.

use std::fmt;

use super::item::Item;
use super::note::{Note, What};
use super::reading::Reading;
use super::{lines, tree};
use crate::domain::plan::Layout;
use crate::exchange::grid::Table;

/// What a table holds, so read. Every cell of it stands in an item or in a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Which shape the plan has.
    pub layout: Layout,
    /// Its items in order, each after the one it stands beneath.
    pub items: Vec<FoundItem>,
    /// What a person should know, in the order of the rows.
    pub notes: Vec<Note>,
}

/// An item with its place in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundItem {
    /// The item.
    pub item: Item,
    /// The number of the row in which it stands.
    pub row: usize,
    /// Whether its due date is the one that stands above it, its own cell being blank.
    pub due_from_above: bool,
}

/// Nothing can be read: no column is said to hold actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoActions;

/// Reads a table.
///
/// # Errors
/// When no column is said to hold priorities, areas, actions or outputs.
pub fn read(table: &Table, reading: &Reading) -> Result<Found, NoActions> {
    if !reading.has_actions() {
        return Err(NoActions);
    }
    let (lines, mut notes) = lines::of(table, reading);
    let items = tree::grow(table, reading, lines, &mut notes);
    notes.sort_by_key(|note| (note.row, note.column, note.what));
    Ok(Found { layout: reading.layout, items, notes })
}

impl Found {
    /// The items alone.
    pub fn plain(&self) -> Vec<Item> {
        self.items.iter().map(|found| found.item.clone()).collect()
    }

    /// How many notes say this.
    pub fn count(&self, what: What) -> usize {
        self.notes.iter().filter(|note| note.what == what).count()
    }
}

impl fmt::Display for NoActions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "Rainbow can\u{2019}t tell which column holds the actions, because no row names the columns in words that it knows. Say what each column is.",
        )
    }
}
