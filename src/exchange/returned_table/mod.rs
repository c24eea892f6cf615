//! A table of responses from any survey tool, pasted or as a CSV file: read, mapped to the survey and checked cell by cell
//! before anything is taken in.
//!
//! [`Table`] is what was read; [`Mapping`] says what each column is and what each word means; [`Brought`] is what that
//! would bring, with everything that could not be understood named by its row and column.

mod brought;
mod cell;
mod columns;
mod heads;
mod rows;
#[cfg(test)]
mod tests;

pub use brought::{Brought, Problem, Unreadable};
pub use cell::{normal, read_answer, read_day};
pub use columns::suggest;
pub use rows::{Row, Table, TableError};

pub use crate::domain::table_mapping::{Column, Mapping};
