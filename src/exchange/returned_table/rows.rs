//! The rows of a table: which character parts its cells is found out, and each row keeps its number in the file.

use std::fmt;

use crate::exchange::separated::{is_empty, is_spreadsheet, likeliest_separator, records, said_separator};

/// A table as it was read: the heads of its columns, and its rows in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The heads, trimmed. A column beyond them in some row has an empty head.
    pub heads: Vec<String>,
    /// The rows beneath, without those that are empty.
    pub rows: Vec<Row>,
    /// The character between cells: a comma, a semicolon or a tab.
    pub separator: char,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The number that a spreadsheet shows beside it, the row of heads being 1 if nothing stands above it.
    pub number: usize,
    /// Its cells, trimmed, as many as the table has heads.
    pub cells: Vec<String>,
}

/// Why a text is no table. Nothing was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// There is nothing in it.
    Empty,
    /// It has heads and no rows beneath them.
    NoRows,
    /// It is a spreadsheet's own file, not a text.
    Spreadsheet,
    /// It is one of Rainbow's own files.
    Rainbow,
}

impl Table {
    /// Reads a text as a table.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str) -> Result<Self, TableError> {
        if is_spreadsheet(text) {
            return Err(TableError::Spreadsheet);
        }
        if text.trim_start().starts_with('{') {
            return Err(TableError::Rainbow);
        }
        let (said, text, above) = said_separator(text);
        let separator = said.unwrap_or_else(|| likeliest_separator(text));
        let mut rows = records(text, separator).into_iter();
        let (_, heads) = rows.find(|(_, cells)| !is_empty(cells)).ok_or(TableError::Empty)?;
        let rows: Vec<(usize, Vec<String>)> = rows.filter(|(_, cells)| !is_empty(cells)).collect();
        let width = rows.iter().map(|(_, cells)| used(cells)).chain([used(&heads)]).max().unwrap_or(0);
        let fitted = |mut cells: Vec<String>| {
            cells.resize(width, String::new());
            cells
        };
        let number = |at: usize| at.saturating_add(above).saturating_add(1);
        let rows: Vec<Row> =
            rows.into_iter().map(|(at, cells)| Row { number: number(at), cells: fitted(cells) }).collect();
        if rows.is_empty() {
            return Err(TableError::NoRows);
        }
        Ok(Self { heads: fitted(heads), rows, separator: char::from(separator) })
    }

    /// The first few different things that stand in a column.
    pub fn examples(&self, column: usize, most: usize) -> Vec<&str> {
        let mut seen: Vec<&str> = Vec::new();
        for cell in self.rows.iter().filter_map(|row| row.cells.get(column)) {
            if !cell.is_empty() && !seen.contains(&cell.as_str()) {
                seen.push(cell);
                if seen.len() == most {
                    break;
                }
            }
        }
        seen
    }
}

/// How many cells there are up to the last that holds something.
fn used(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last.saturating_add(1))
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "There is nothing in this table.",
            Self::NoRows => "This table has one row only. It needs a row that names the columns and at least one row of answers beneath it.",
            Self::Spreadsheet => "This is a spreadsheet file. Open it, save it as CSV and choose that file, or copy the cells and paste them.",
            Self::Rainbow => "This is a file of Rainbow\u{2019}s own, not a table. Choose it under \u{201c}Choose files\u{201d} on the Responses page.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A separator, the heads, and the rows with their numbers.
    type Read = (char, Vec<String>, Vec<(usize, Vec<String>)>);

    fn read(text: &str) -> Read {
        let table = Table::read(text).unwrap();
        (table.separator, table.heads, table.rows.into_iter().map(|row| (row.number, row.cells)).collect())
    }

    #[test]
    fn the_separator_is_found_also_where_heads_and_cells_hold_the_others() {
        let rows = vec![(2, vec!["1".into(), "well, yes".into()])];
        let heads = vec!["We agree, mostly".to_owned(), "Why; how".to_owned()];
        assert_eq!(read("We agree, mostly;\"Why; how\"\n1;well, yes\n"), (';', heads.clone(), rows.clone()));
        assert_eq!(read("We agree, mostly\tWhy; how\r\n1\twell, yes\r\n"), ('\t', heads.clone(), rows.clone()));
        assert_eq!(read("\"We agree, mostly\",Why; how\n1,\"well, yes\""), (',', heads.clone(), rows));
        let said = read("sep=;\nWe agree, mostly;Why; how\n1;2;3\n");
        assert_eq!((said.0, said.2), (';', vec![(3, vec!["1".into(), "2".into(), "3".into()])]));
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a,b", "", "", "1,\"x", "y\"", "", "2,z", ""].join(end);
            let numbers: Vec<usize> = Table::read(&text).unwrap().rows.iter().map(|row| row.number).collect();
            assert_eq!(numbers, [5, 7], "{end:?}");
        }
    }

    #[test]
    fn what_is_no_table_says_so() {
        for (text, error) in [
            ("", TableError::Empty),
            (" \n \t\n", TableError::Empty),
            ("a,b\n", TableError::NoRows),
            ("PK\u{3}\u{4}sheet", TableError::Spreadsheet),
            ("{\"format\": \"rainbow\"}", TableError::Rainbow),
        ] {
            assert_eq!(Table::read(text), Err(error), "{text}");
        }
    }
}
