//! Pasted text as a grid: tab-separated as spreadsheets copy it, or CSV from a file.

use super::guard::unguard;
use super::{Cell, Grid, TableError};
use crate::exchange::separated::{is_spreadsheet, records, said_separator};

impl Grid {
    /// Reads pasted text or the text of a CSV file. What Rainbow put before cells that a spreadsheet would run is taken away
    /// again where the heads are of a table that it wrote.
    ///
    /// # Errors
    /// When there is nothing in it, or it is no table.
    pub fn of_text(text: &str, is_ours: impl Fn(&[String]) -> bool) -> Result<Self, TableError> {
        if is_spreadsheet(text) {
            return Err(TableError::Spreadsheet);
        }
        if text.trim_start().starts_with('{') {
            return Err(TableError::Rainbow);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(TableError::Empty);
        }
        let (said, rest, above) = said_separator(text);
        let mut rows: Vec<Vec<String>> = vec![Vec::new(); above];
        match said.unwrap_or_else(|| separator(rest)) {
            b'\t' => rows.extend(tab_separated(rest)),
            separator => {
                for (at, cells) in records(rest, separator) {
                    rows.resize(at.saturating_add(above), Vec::new());
                    rows.push(cells);
                }
            }
        }
        if rows.iter().all(|cells| cells.len() < 2) {
            return Err(TableError::NoTable);
        }
        unguard(&mut rows, is_ours);
        let cells = |row: Vec<String>| row.into_iter().map(Cell::plain).collect();
        Ok(Self { rows: rows.into_iter().map(cells).collect() })
    }
}

/// A cell's text with one kind of line end and of space, and nothing blank at the ends of it or of its lines.
pub(in crate::exchange) fn tidy(text: &str) -> String {
    let plain = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{2028}'], "\n").replace(['\u{a0}', '\t'], " ");
    let plain: String = plain.chars().filter(|letter| !matches!(letter, '\0' | '\u{200b}' | '\u{feff}')).collect();
    let lines: Vec<&str> = plain.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// The separator under which the most rows have the same number of cells, and those are many. A title above the table counts
/// for nothing here.
fn separator(text: &str) -> u8 {
    let weight = |mut counts: Vec<usize>| {
        counts.sort_unstable();
        let alike = counts.chunk_by(PartialEq::eq);
        let weigh =
            |alike: &[usize]| alike.first().map_or(0, |cells| alike.len().saturating_mul(cells.saturating_sub(1)));
        alike.map(weigh).max().unwrap_or(0)
    };
    let counts = |separator: u8| records(text, separator).iter().map(|(_, cells)| cells.len()).collect();
    // Sentences have commas and semicolons, and hardly ever a tab.
    let tabs = weight(tab_separated(text).iter().map(Vec::len).collect()).saturating_mul(4);
    let weighed = [(b';', weight(counts(b';'))), (b',', weight(counts(b','))), (b'\t', tabs)];
    weighed.into_iter().max_by_key(|(_, weight)| *weight).map_or(b',', |(separator, _)| separator)
}

/// Tab-separated rows as spreadsheets and word processors copy them. A cell stands in quotes only if those close right before
/// the next cell and something within needs them: words in quotes keep theirs, and a quote that nothing closes is a mark.
fn tab_separated(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut left = text;
    loop {
        let (cell, rest) = quoted(left).unwrap_or_else(|| {
            let end = left.find(['\t', '\n', '\r']).unwrap_or(left.len());
            let (cell, rest) = left.split_at_checked(end).unwrap_or((left, ""));
            (cell.to_owned(), rest)
        });
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        if let Some(next) = rest.strip_prefix('\t') {
            left = next;
        } else {
            let line_end = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
            match line_end {
                Some(next) if !next.is_empty() => left = next,
                _ => return rows,
            }
            rows.push(Vec::new());
        }
    }
}

/// A cell in quotes at the start of a text, and what comes after it; `None` if no such cell stands there.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut letters = inside.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter != '"' {
            cell.push(letter);
        } else if letters.next_if(|(_, next)| *next == '"').is_some() {
            cell.push('"');
        } else {
            let rest = inside.get(at.saturating_add(1)..)?;
            let ends = rest.is_empty() || rest.starts_with(['\t', '\n', '\r']);
            return (ends && cell.contains(['\t', '\n', '\r', '"'])).then_some((cell, rest));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let grid = Grid::of_text(text, |_| false).unwrap();
        grid.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn cells_with_line_ends_are_read_from_a_spreadsheets_copy_and_from_csv() {
        let rows = [["No", "Action"], ["1", "Agree:\n\u{2022} who\n\u{2022} \"when\""]];
        assert_eq!(read("No\tAction\r\n1\t\"Agree:\n\u{2022} who\n\u{2022} \"\"when\"\"\"\r\n"), rows);
        assert_eq!(read("No,Action\r\n1,\"Agree:\n\u{2022} who\n\u{2022} \"\"when\"\"\"\r\n"), rows);
        assert_eq!(read("No;Action\n1;\"Agree:\n\u{2022} who\n\u{2022} \"\"when\"\"\"\n"), rows);
    }

    #[test]
    fn quotes_that_belong_to_the_words_stay_and_an_open_one_swallows_nothing() {
        let text = "No\tAction\tLead\n1\t\"Hear us\" standards\tAB\n2\t\"open\tCD\n3\t\"Tell us\"\tEF\n";
        let rows = read(text);
        assert_eq!(
            rows.get(1..).unwrap(),
            [["1", "\"Hear us\" standards", "AB"], ["2", "\"open", "CD"], ["3", "\"Tell us\"", "EF"],]
        );
    }

    #[test]
    fn rows_keep_their_numbers_beneath_a_title_and_empty_lines() {
        let csv = read("Our plan\n\nNo,Action\n1,\"Agree, and tell\"\n");
        assert_eq!(csv.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0, 2, 2]);
        let tabs = read("Our plan, for all\n\nNo\tAction\n1\tAgree\n");
        assert_eq!(tabs.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1, 2, 2]);
        assert_eq!(read("sep=,\nNo,Action\n1,Do\n").iter().map(Vec::len).collect::<Vec<_>>(), [0, 2, 2]);
    }

    #[test]
    fn what_is_no_table_says_so() {
        for (text, error) in [
            (" \n", TableError::Empty),
            ("Dear all\nplease find", TableError::NoTable),
            ("PK\u{3}\u{4}x", TableError::Spreadsheet),
            ("{\"format\": 1}", TableError::Rainbow),
        ] {
            assert_eq!(Grid::of_text(text, |_| false), Err(error), "{text}");
        }
    }

    #[test]
    fn text_is_tidied_and_never_cut() {
        assert_eq!(tidy(" a.\u{a0}Share\r\n plan \u{200b}\n"), "a. Share\nplan");
    }
}
