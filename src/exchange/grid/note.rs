//! What a person should know about a table that was read, with its place and the words that stand there.

use std::fmt;

use crate::exchange::separated::letters;

/// Something about a table, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note<W> {
    /// The row, numbered from 1 as a spreadsheet does.
    pub row: usize,
    /// The column, counted from 0; `None` for a whole row.
    pub column: Option<usize>,
    /// The head of the column; empty if it has none.
    pub head: String,
    /// The words that stand there.
    pub text: String,
    /// What it is.
    pub what: W,
}

/// What can be said of a place in a table.
pub trait Remark: Copy {
    /// It as a sentence without its full stop.
    fn words(self) -> &'static str;
}

impl<W: Remark> fmt::Display for Note<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row {}", self.row)?;
        if let Some(column) = self.column {
            write!(f, ", column {}", letters(column))?;
            if !self.head.is_empty() {
                write!(f, " ({})", self.head)?;
            }
        }
        write!(f, ": {}.", self.what.words())
    }
}
