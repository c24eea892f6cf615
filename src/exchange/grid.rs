//! A table as it was pasted, and the plain rectangle that it becomes, which remembers what was merged. What a table is read as, a
//! plan or training events, is not known here.

mod guard;
mod heads;
mod note;
mod several;
mod text;

use std::fmt;

pub(super) use guard::csv;
pub(super) use heads::{plain, row_of_heads};
pub use note::{Note, Remark};
pub use several::Several;
pub(super) use text::tidy;

/// The most rows with something in them that are taken at once.
pub const MOST_ROWS: usize = 5_000;

/// The most columns that a table can have.
pub const MOST_COLUMNS: usize = 60;

/// One cell as it was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it: lines parted by line ends, items of a list each on a line that begins with a bullet.
    pub text: String,
    /// How many rows it covers; 0 and 1 are one.
    pub rows: usize,
    /// How many columns it covers; 0 and 1 are one.
    pub columns: usize,
    /// Whether it is marked as a heading.
    pub heading: bool,
    /// Whether there is a picture in it.
    pub is_picture: bool,
}

impl Cell {
    /// A cell of its own that is no heading and no picture.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), rows: 1, columns: 1, ..Self::default() }
    }
}

/// A table as it was pasted: rows of cells, of which some may cover others' places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// One place in a rectangle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// What stands there; empty where a merged cell goes on.
    pub text: String,
    /// How many columns the cell covers that begins here.
    pub columns: usize,
    /// The row, counted from 0, in which the cell begins that goes on here from above.
    pub from_above: Option<usize>,
    /// Whether it is marked as a heading.
    pub heading: bool,
    /// Whether there is a picture in it.
    pub is_picture: bool,
}

/// A table as a rectangle: each row has as many slots as the table is wide. Rows are numbered from 1, as a spreadsheet does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    rows: Vec<Vec<Slot>>,
    width: usize,
}

/// Why a table can't be taken. Nothing was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// There is nothing in it.
    Empty,
    /// There is no table in what was pasted, only lines of text.
    NoTable,
    /// It holds pictures and no text.
    Pictures,
    /// It has more rows than [`MOST_ROWS`]: how many.
    TooLong(usize),
    /// It has more columns than [`MOST_COLUMNS`].
    TooWide,
    /// It is a spreadsheet's own file, not a text.
    Spreadsheet,
    /// It is one of Rainbow's own files.
    Rainbow,
}

impl Table {
    /// Lays a grid out as a rectangle. Spans that reach beyond the table end with it.
    ///
    /// # Errors
    /// When there is no text in it, or it is too long or too wide.
    pub fn of(grid: &Grid) -> Result<Self, TableError> {
        let has_text = |row: &&Vec<Cell>| row.iter().any(|cell| !tidy(&cell.text).is_empty());
        let filled = grid.rows.iter().filter(has_text).count();
        if filled == 0 {
            let pictures = grid.rows.iter().flatten().any(|cell| cell.is_picture);
            return Err(if pictures { TableError::Pictures } else { TableError::Empty });
        }
        if filled > MOST_ROWS {
            return Err(TableError::TooLong(filled));
        }
        let last = grid.rows.iter().rposition(|row| has_text(&row)).map_or(0, |last| last.saturating_add(1));
        let mut rows = laid_out(grid.rows.get(..last).unwrap_or_default())?;
        let used = |row: &Vec<Slot>| row.iter().rposition(|slot| !slot.text.is_empty() || slot.is_picture);
        let width = rows.iter().filter_map(used).max().map_or(0, |last| last.saturating_add(1));
        for row in &mut rows {
            row.resize(width, Slot { columns: 1, ..Slot::default() });
        }
        Ok(Self { rows, width })
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Its rows with their numbers, those that are empty too.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[Slot])> {
        self.rows.iter().enumerate().map(|(at, row)| (at.saturating_add(1), row.as_slice()))
    }

    /// The row of this number; empty if there is none.
    pub fn row(&self, number: usize) -> &[Slot] {
        number.checked_sub(1).and_then(|at| self.rows.get(at)).map(Vec::as_slice).unwrap_or_default()
    }

    /// What stands in one place; empty where there is none.
    pub fn text(&self, number: usize, column: usize) -> &str {
        self.row(number).get(column).map(|slot| slot.text.as_str()).unwrap_or_default()
    }

    /// The first few different things that stand in a column beneath a row of heads.
    pub fn examples(&self, column: usize, head: Option<usize>, most: usize) -> Vec<&str> {
        let mut seen: Vec<&str> = Vec::new();
        let beneath = self.rows().filter(|(number, _)| head.is_none_or(|head| *number > head));
        for text in beneath.filter_map(|(_, row)| row.get(column)).map(|slot| slot.text.as_str()) {
            if seen.len() == most {
                break;
            }
            if !text.is_empty() && !seen.contains(&text) {
                seen.push(text);
            }
        }
        seen
    }
}

/// Each cell in its place, as a browser lays out a table.
fn laid_out(grid: &[Vec<Cell>]) -> Result<Vec<Vec<Slot>>, TableError> {
    // For each column: the row in which a cell began that goes on, and how many rows more it covers.
    let mut going_on: Vec<(usize, usize)> = Vec::new();
    let mut rows = Vec::with_capacity(grid.len());
    for (at, cells) in grid.iter().enumerate() {
        let mut row: Vec<Slot> = Vec::new();
        for cell in cells {
            continue_from_above(&mut row, &mut going_on);
            let (down, across) = (cell.rows.max(1), cell.columns.max(1));
            let start = row.len();
            if start.saturating_add(across) > MOST_COLUMNS && !cell.text.trim().is_empty() {
                return Err(TableError::TooWide);
            }
            let across = across.min(MOST_COLUMNS.saturating_sub(start));
            for place in 0..across {
                let first = place == 0;
                row.push(Slot {
                    text: if first { tidy(&cell.text) } else { String::new() },
                    columns: if first { across } else { 1 },
                    from_above: None,
                    heading: cell.heading,
                    is_picture: first && cell.is_picture,
                });
            }
            if going_on.len() < row.len() {
                going_on.resize(row.len(), (0, 0));
            }
            for column in going_on.iter_mut().skip(start).take(across) {
                *column = (at, down.saturating_sub(1));
            }
        }
        // What goes on from above beyond the last cell of this row.
        while row.len() < going_on.len() {
            if !continue_from_above(&mut row, &mut going_on) {
                row.push(Slot { columns: 1, ..Slot::default() });
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Fills the places that cells from above cover. Whether there were any.
fn continue_from_above(row: &mut Vec<Slot>, going_on: &mut [(usize, usize)]) -> bool {
    let before = row.len();
    while let Some((from, left)) = going_on.get_mut(row.len()).filter(|(_, left)| *left > 0) {
        *left = left.saturating_sub(1);
        row.push(Slot { columns: 1, from_above: Some(*from), ..Slot::default() });
    }
    row.len() > before
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is nothing in this table."),
            Self::NoTable => f.write_str(
                "There is no table in this text. Copy the cells of the table, with the row that names its columns, and paste them.",
            ),
            Self::Pictures => f.write_str(
                "This table is a picture, so its words can\u{2019}t be read. Copy the table from the document or spreadsheet in which it was written.",
            ),
            Self::TooLong(rows) => write!(
                f,
                "This table has {rows} rows, and at most {MOST_ROWS} can be taken in at once. Nothing has been taken in. Copy a part of it."
            ),
            Self::TooWide => write!(
                f,
                "This table has more than {MOST_COLUMNS} columns. Nothing has been taken in. Copy only the columns that you need."
            ),
            Self::Spreadsheet => f.write_str(
                "This is a spreadsheet file. Open it, save it as CSV and choose that file, or copy the cells and paste them.",
            ),
            Self::Rainbow => f.write_str(
                "This is a file of Rainbow\u{2019}s own, not a table. Bring it in on the Files page.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, rows: usize, columns: usize) -> Cell {
        Cell { rows, columns, ..Cell::plain(text) }
    }

    fn texts(table: &Table) -> Vec<Vec<(&str, bool)>> {
        table
            .rows()
            .map(|(_, row)| row.iter().map(|slot| (slot.text.as_str(), slot.from_above.is_some())).collect())
            .collect()
    }

    #[test]
    fn merged_cells_keep_their_places_and_are_remembered() {
        let grid = Grid {
            rows: vec![
                vec![cell("area", 3, 1), cell("action", 2, 1), cell("a", 1, 1), cell("HW", 9, 1)],
                vec![cell("b", 1, 1)],
                vec![cell("wide", 1, 2)],
                vec![],
            ],
        };
        let table = Table::of(&grid).unwrap();
        assert_eq!(
            texts(&table),
            [
                vec![("area", false), ("action", false), ("a", false), ("HW", false)],
                vec![("", true), ("", true), ("b", false), ("", true)],
                vec![("", true), ("wide", false), ("", false), ("", true)],
            ]
        );
        assert_eq!(table.row(3).get(1).map(|slot| slot.columns), Some(2));
    }

    #[test]
    fn a_table_that_is_too_large_or_a_picture_is_refused_in_words() {
        let rows = |count: usize| Grid { rows: vec![vec![Cell::plain("x"), Cell::plain("y")]; count] };
        assert!(Table::of(&rows(MOST_ROWS)).is_ok());
        assert_eq!(Table::of(&rows(50_000)), Err(TableError::TooLong(50_000)));
        assert!(TableError::TooLong(50_000).to_string().contains("50000 rows"));
        let empty = vec![Cell::plain(" "); 2];
        let mut blank = rows(3);
        blank.rows.extend(std::iter::repeat_n(empty, 50_000));
        assert_eq!(Table::of(&blank).unwrap().rows().count(), 3);
        assert_eq!(Table::of(&Grid { rows: vec![vec![Cell::plain("x"); 61]] }), Err(TableError::TooWide));
        let picture = Cell { is_picture: true, ..Cell::plain("") };
        assert_eq!(Table::of(&Grid { rows: vec![vec![picture.clone()]] }), Err(TableError::Pictures));
        assert_eq!(Table::of(&Grid::default()), Err(TableError::Empty));
        let hostile = Grid { rows: vec![vec![cell("x", usize::MAX, usize::MAX)]] };
        assert_eq!(Table::of(&hostile), Err(TableError::TooWide));
    }
}
