//! Plans that come in from tables and go out as tables: nothing lost, nothing bent.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    missing_docs,
    reason = "a test stops where it fails"
)]

mod bad_input;
mod calendar;
mod for_the_browser;
mod html;
mod in_a_workspace;
mod made_up;
mod nothing_lost;
mod round_trip;
mod written_by_hand;

use rainbow::exchange::plan_table::{Found, Grid, Item, Reading, Table, read};

/// Reads a grid as proposed.
fn found(grid: &Grid) -> Found {
    let table = Table::of(grid).unwrap();
    read(&table, &Reading::propose(&table)).unwrap()
}

/// Says which item differs first, so that a failure can be read.
fn same(read: &[Item], made: &[Item], of: &str) {
    for (at, (read, made)) in read.iter().zip(made).enumerate() {
        assert_eq!(read, made, "{of}: item {at}");
    }
    assert_eq!(read.len(), made.len(), "{of}: how many items");
}
