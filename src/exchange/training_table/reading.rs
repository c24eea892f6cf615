//! How a table of training events is to be read: where its heads stand and what its columns are.

use super::heads::Column;
use crate::exchange::grid::{Table, row_of_heads};

/// How a table is read. [`Reading::propose`] suggests one; a person can change every part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The number of the row that names the columns; `None` if no row does.
    pub head: Option<usize>,
    /// What each column is, as many as the table is wide.
    pub columns: Vec<Column>,
}

impl Reading {
    /// A first suggestion, from the words of the heads. Without heads that it knows, every column is left out, and
    /// [`has_titles`](Self::has_titles) is false until a person says what the columns are.
    pub fn propose(table: &Table) -> Self {
        let head = row_of_heads(table, &[Column::named, Column::hinted], |found| found.contains(&Column::Title));
        Self::with_head(table, head)
    }

    /// What the columns of a table are by its heads; `None` if no row names them.
    pub fn columns_of(table: &Table) -> Option<Vec<Column>> {
        let reading = Self::propose(table);
        reading.head.map(|_| reading.columns)
    }

    /// A suggestion for a table whose heads stand in this row. What has a head that is not known is kept with the notes, its head
    /// before it, so that nothing is lost.
    pub fn with_head(table: &Table, head: Option<usize>) -> Self {
        let mut columns: Vec<Column> = Vec::with_capacity(table.width());
        for at in 0..table.width() {
            let words = head.map(|head| table.text(head, at)).unwrap_or_default();
            let is_empty = table.examples(at, head, 1).is_empty();
            columns.push(match Column::hinted(words) {
                _ if head.is_none() => Column::LeftOut,
                Some(Column::Title) if columns.contains(&Column::Title) => Column::Notes,
                Some(column) => column,
                None if is_empty => Column::LeftOut,
                None => Column::Notes,
            });
        }
        Self { head, columns }
    }

    /// Says what a column is.
    pub fn choose(&mut self, column: usize, is: Column) {
        if let Some(place) = self.columns.get_mut(column) {
            *place = is;
        }
    }

    /// Whether some column is said to hold what events are called. Without one nothing can be read.
    pub fn has_titles(&self) -> bool {
        self.columns.contains(&Column::Title)
    }

    /// The words at the head of a column; empty if it has none.
    pub(super) fn head_of<'a>(&self, table: &'a Table, column: usize) -> &'a str {
        self.head.map(|head| table.text(head, column)).unwrap_or_default()
    }
}
