//! Training events as a table, in and out: a pasted table or a CSV file is read with a mapping that a person can change, and events
//! are written as CSV, which comes in again unchanged.
//!
//! The way in: [`Reading`] says what the rows and columns of a [`Table`](super::grid::Table) are, and [`read`] gives [`Found`], in
//! which every cell stands in an event or in a note. The way out: [`csv`].

mod competences;
mod found;
mod heads;
mod note;
mod reading;
mod rows;
mod written;

pub use competences::Competences;
pub use found::{Found, FoundEvent, NoTitles, read};
pub use heads::Column;
pub use note::{Note, What};
pub use reading::Reading;
pub use written::{csv, grid_of_text};
