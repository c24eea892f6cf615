//! Text in rows and cells: which character parts the cells, the rows as a spreadsheet numbers them, and its names of columns.

/// The characters that can part cells. The first counts where two would do as well.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

/// Whether a text is a spreadsheet's own file, read as if it were a text.
pub(super) fn is_spreadsheet(text: &str) -> bool {
    text.starts_with("PK\u{3}\u{4}") || text.starts_with("\u{d0}\u{cf}\u{11}\u{e0}")
}

/// A first line such as `sep=;`, which spreadsheets understand: the separator, the text after it and how many rows it took.
pub(super) fn said_separator(text: &str) -> (Option<u8>, &str, usize) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = line.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match said {
        Some([separator]) => (Some(*separator), rest, 1),
        _ => (None, text, 0),
    }
}

/// The separator under which most rows have as many cells as the heads, and those are many.
pub(super) fn likeliest_separator(text: &str) -> u8 {
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
pub(super) fn records(text: &str, separator: u8) -> Vec<(usize, Vec<String>)> {
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

/// Whether a row has nothing in it.
pub(super) fn is_empty(cells: &[String]) -> bool {
    cells.iter().all(String::is_empty)
}

/// What a spreadsheet calls a column: A to Z, AA and on. Columns are counted from 0.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = Some(column);
    while let Some(at) = left {
        let letter = u8::try_from(at % 26).map_or('?', |place| char::from(b'A'.saturating_add(place)));
        letters.insert(0, letter);
        left = (at / 26).checked_sub(1);
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
