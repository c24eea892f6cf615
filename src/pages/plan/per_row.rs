//! What is told to single rows of the plan's table.
//!
//! A plan can have hundreds of rows. If all of them asked the same signal, each change of one row would wake every cell of every
//! row, only to find that nothing in it is different. So each row has signals of its own, and whoever changes something tells
//! the rows that it concerns.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::domain::ids::ItemId;

/// A signal for each row that has asked for one.
#[derive(Debug)]
pub(super) struct PerRow<T: 'static>(StoredValue<BTreeMap<ItemId, ArcRwSignal<T>>>);

impl<T> Clone for PerRow<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for PerRow<T> {}

impl<T: PartialEq + Send + Sync + 'static> PerRow<T> {
    /// No row has asked yet.
    pub(super) fn new() -> Self {
        Self(StoredValue::new(BTreeMap::new()))
    }

    /// The signal of a row. If it is the first time that it is asked for, it says `now`.
    pub(super) fn of(self, row: ItemId, now: T) -> ArcRwSignal<T> {
        let found = self.0.with_value(|rows| rows.get(&row).cloned());
        found.unwrap_or_else(|| {
            let signal = ArcRwSignal::new(now);
            self.0.update_value(|rows| {
                rows.insert(row, signal.clone());
            });
            signal
        })
    }

    /// Tells a row something, if it has asked and was not told the same before.
    pub(super) fn tell(self, row: ItemId, now: T) {
        let found = self.0.with_value(|rows| rows.get(&row).cloned());
        if let Some(signal) = found.filter(|signal| signal.with_untracked(|before| *before != now)) {
            signal.set(now);
        }
    }

    /// Forgets the rows that are gone.
    pub(super) fn keep(self, is_here: impl Fn(&ItemId) -> bool) {
        self.0.update_value(|rows| rows.retain(|row, _| is_here(row)));
    }
}

/// The cell of the table that is open, if one is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opened<C: 'static> {
    now: StoredValue<Option<(ItemId, C)>>,
    rows: PerRow<Option<C>>,
}

impl<C: Copy + PartialEq + Send + Sync + 'static> Opened<C> {
    /// No cell is open.
    pub(super) fn none() -> Self {
        Self { now: StoredValue::new(None), rows: PerRow::new() }
    }

    /// Which cell of a row is open.
    pub(super) fn in_row(self, row: ItemId) -> ArcRwSignal<Option<C>> {
        let now = self.now.get_value().filter(|(open, _)| *open == row);
        self.rows.of(row, now.map(|(_, column)| column))
    }

    /// Opens a cell, or none; the one that was open is closed.
    pub(super) fn set(self, cell: Option<(ItemId, C)>) {
        let before = self.now.get_value();
        self.now.set_value(cell);
        if let Some((row, _)) = before.filter(|(row, _)| cell.is_none_or(|(open, _)| open != *row)) {
            self.rows.tell(row, None);
        }
        if let Some((row, column)) = cell {
            self.rows.tell(row, Some(column));
        }
    }

    /// Forgets the rows that are gone.
    pub(super) fn keep(self, is_here: impl Fn(&ItemId) -> bool) {
        self.rows.keep(is_here);
    }
}

/// The rows that were chosen, to do something to several at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    all: RwSignal<BTreeSet<ItemId>>,
    rows: PerRow<bool>,
}

impl Chosen {
    /// No row is chosen.
    pub(super) fn none() -> Self {
        Self { all: RwSignal::new(BTreeSet::new()), rows: PerRow::new() }
    }

    /// Whether a row is chosen.
    pub(super) fn is_chosen(self, row: ItemId) -> ArcRwSignal<bool> {
        self.rows.of(row, self.all.with_untracked(|all| all.contains(&row)))
    }

    /// Chooses a row, or no longer.
    pub(super) fn choose(self, row: ItemId, on: bool) {
        self.all.update(|all| {
            if on {
                all.insert(row)
            } else {
                all.remove(&row)
            };
        });
        self.rows.tell(row, on);
    }

    /// Chooses none any more.
    pub(super) fn clear(self) {
        let before = self.all.try_update(std::mem::take).unwrap_or_default();
        before.into_iter().for_each(|row| self.rows.tell(row, false));
    }

    /// How many are chosen; asked again when that changes.
    pub(super) fn count(self) -> usize {
        self.all.with(BTreeSet::len)
    }

    /// Those of these rows that are chosen, in their order.
    pub(super) fn among(self, rows: Vec<ItemId>) -> Vec<ItemId> {
        self.all.with_untracked(|all| rows.into_iter().filter(|row| all.contains(row)).collect())
    }

    /// Forgets the rows that are gone.
    pub(super) fn keep(self, is_here: impl Fn(&ItemId) -> bool) {
        self.rows.keep(is_here);
    }
}
