//! A plan as a table, in and out: a pasted table or a CSV file is read with a mapping that a person can change, and a plan
//! is written as CSV, as a table to paste elsewhere, and as a calendar.
//!
//! The way in: [`Grid`] is what was pasted, [`Several`] where it holds more tables than one, [`Table`] the same as a plain rectangle, [`Reading`] says what its rows and
//! columns are, and [`read`] gives [`Found`], in which every cell of the table stands in an item or in a note. [`Brought`] is
//! the same as items of a plan and what is reported about them.
//! The way out: [`PlanSheet`] is a plan with its rows, which `csv_out`, `clipboard` and `calendar` write.

mod adding;
mod bullets;
pub mod calendar;
pub mod clipboard;
pub mod csv_out;
mod found;
mod heads;
mod item;
mod label;
mod lines;
mod note;
mod rag;
mod reading;
mod sheet;
mod shift;
mod text;
mod tree;
mod written;

pub use adding::Brought;
pub use found::{Found, FoundItem, NoActions, read};
pub use heads::Column;
pub use item::{Item, Reached};
pub use note::{Note, What};
pub use reading::Reading;

pub use super::grid::{Cell, Grid, MOST_COLUMNS, MOST_ROWS, Several, Slot, Table, TableError};
pub use sheet::{PlanSheet, SheetRow};
