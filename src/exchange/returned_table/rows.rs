//! The rows of a table: which character parts its cells is found out, and each row keeps its number in the file.

use std::fmt;

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

/// The characters that can part cells. The first counts where two would do as well.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

impl Table {
    /// Reads a text as a table.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str) -> Result<Self, TableError> {
        if text.starts_with("PK\u{3}\u{4}") || text.starts_with("\u{d0}\u{cf}\u{11}\u{e0}") {
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

/// What a spreadsheet calls a column: A to Z, AA and on. Columns are counted from 0.
pub(super) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = Some(column);
    while let Some(at) = left {
        let letter = u8::try_from(at % 26).map_or('?', |place| char::from(b'A'.saturating_add(place)));
        letters.insert(0, letter);
        left = (at / 26).checked_sub(1);
    }
    letters.into_iter().collect()
}

/// A first line such as `sep=;`, which spreadsheets understand: the separator, the text after it and how many rows it took.
fn said_separator(text: &str) -> (Option<u8>, &str, usize) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = line.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match said {
        Some([separator]) => (Some(*separator), rest, 1),
        _ => (None, text, 0),
    }
}

/// The separator under which most rows have as many cells as the heads, and those are many.
fn likeliest_separator(text: &str) -> u8 {
    let weight = |separator: u8| {
        let rows: Vec<usize> = records(text, separator)
            .iter()
            .filter(|(_, cells)| !is_empty(cells))
            .map(|(_, cells)| cells.len())
            .collect();
        let heads = rows.first().copied().unwrap_or(0);
        let alike = rows.iter().filter(|cells| **cells == heads).count();
        alike.saturating_mul(heads.saturating_sub(1))
    };
    // Of equals the last is the greatest, so the first in the list comes last here.
    SEPARATORS.into_iter().rev().max_by_key(|separator| weight(*separator)).unwrap_or(b',')
}

/// The rows as they stand, each with its place counted from 0. Lines that are wholly empty count as rows, as they do in a
/// spreadsheet; a line end inside quotes does not.
fn records(text: &str, separator: u8) -> Vec<(usize, Vec<String>)> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut at = 0_usize;
    let mut record = csv::StringRecord::new();
    // Text in UTF-8 with rows of any length holds nothing that the reader refuses.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = usize::try_from(record.position().map_or(0, csv::Position::byte)).unwrap_or(usize::MAX);
        at = at.saturating_add(empty_lines(text, start));
        rows.push((at, record.iter().map(|cell| cell.trim().to_owned()).collect()));
        at = at.saturating_add(1);
    }
    rows
}

/// How many empty lines stand at a place in a text, which the reader passes over.
fn empty_lines(text: &str, start: usize) -> usize {
    let (before, after) = text.split_at_checked(start).unwrap_or((text, ""));
    // The reader ends a row at the first half of a line end that has two.
    let mut left = if before.ends_with('\r') { after.strip_prefix('\n').unwrap_or(after) } else { after };
    let mut lines = 0_usize;
    while let Some(rest) =
        left.strip_prefix("\r\n").or_else(|| left.strip_prefix('\n')).or_else(|| left.strip_prefix('\r'))
    {
        left = rest;
        lines = lines.saturating_add(1);
    }
    lines
}

fn is_empty(cells: &[String]) -> bool {
    cells.iter().all(String::is_empty)
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

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
