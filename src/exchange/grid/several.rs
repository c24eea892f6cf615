//! More than one table in what was pasted: which there are, and all of them read as one.

use std::fmt;

use super::{Grid, Table, TableError};

/// The tables in what was pasted that have words in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several {
    /// They, in order; at least one.
    pub tables: Vec<Grid>,
    /// How many others hold pictures and no words.
    pub pictures: usize,
}

impl Several {
    /// Looks through all tables that were pasted. One that is too large is among them, and says so when it is read.
    ///
    /// # Errors
    /// When none of them has words in it.
    pub fn of(grids: Vec<Grid>) -> Result<Self, TableError> {
        let none = if grids.is_empty() { TableError::NoTable } else { TableError::Empty };
        let mut several = Self { tables: Vec::new(), pictures: 0 };
        for grid in grids {
            match Table::of(&grid) {
                Err(TableError::Pictures) => several.pictures = several.pictures.saturating_add(1),
                Err(TableError::Empty) => {}
                _ => several.tables.push(grid),
            }
        }
        match (several.tables.is_empty(), several.pictures) {
            (false, _) => Ok(several),
            (true, 0) => Err(none),
            (true, _) => Err(TableError::Pictures),
        }
    }

    /// Whether all of them have the same columns, as a plan has that was written as several tables. What the columns of a table are
    /// is told by its heads; `None` where it has none.
    pub fn are_alike<C: PartialEq>(&self, columns: impl Fn(&Table) -> Option<Vec<C>>) -> bool {
        let columns = |grid: &Grid| columns(&Table::of(grid).ok()?);
        let first = self.tables.first().and_then(columns);
        first.is_some() && self.tables.iter().skip(1).all(|grid| columns(grid) == first)
    }

    /// All of them as one, the rows of each beneath those of the one before.
    pub fn as_one(&self) -> Grid {
        Grid { rows: self.tables.iter().flat_map(|grid| grid.rows.iter().cloned()).collect() }
    }

    /// A table in words that tell it from the others: how many rows it has, and how it begins.
    pub fn describe(grid: &Grid) -> String {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let filled = grid.rows.iter().filter(|row| row.iter().any(|cell| !cell.text.trim().is_empty()));
        let first = filled.clone().next().into_iter().flatten();
        let begins: Vec<String> = first.map(|cell| words(&cell.text)).filter(|text| !text.is_empty()).take(4).collect();
        let rows = filled.count();
        let noun = if rows == 1 { "row" } else { "rows" };
        format!("{rows} {noun}, beginning with \u{201c}{}\u{201d}", begins.join(", "))
    }
}

impl fmt::Display for Several {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tables.len() {
            1 => f.write_str("There is 1 table in what was pasted")?,
            tables => write!(f, "There are {tables} tables in what was pasted")?,
        }
        match self.pictures {
            0 => f.write_str("."),
            1 => f.write_str(", and 1 that is a picture and can\u{2019}t be read."),
            pictures => write!(f, ", and {pictures} that are pictures and can\u{2019}t be read."),
        }
    }
}
