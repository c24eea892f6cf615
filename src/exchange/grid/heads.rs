//! The row of a table that names its columns: by words that are known, or else by words that seem to.

use std::collections::BTreeSet;

use super::Table;

/// How far down the row of heads is looked for.
const WITHIN: usize = 20;

/// The first row in which at least half of the cells name a column, and at least two different ones, which are enough. The columns
/// that a cell names are told by each of `names` in turn, the strictest first.
pub(in crate::exchange) fn row_of_heads<C: Ord>(
    table: &Table,
    names: &[fn(&str) -> Option<C>],
    are_enough: impl Fn(&BTreeSet<C>) -> bool,
) -> Option<usize> {
    names.iter().find_map(|name| {
        let mut rows = table.rows().filter(|(_, row)| row.iter().any(|slot| !slot.text.is_empty())).take(WITHIN);
        let found = rows.find(|(_, row)| {
            let filled = row.iter().filter(|slot| !slot.text.is_empty());
            let named: Vec<C> = filled.clone().filter_map(|slot| name(&slot.text)).collect();
            let half = named.len().saturating_mul(2) >= filled.count();
            let different: BTreeSet<C> = named.into_iter().collect();
            half && different.len() >= 2 && are_enough(&different)
        });
        found.map(|(number, _)| number)
    })
}

/// The letters and digits of a text in lower case, with one space between words.
pub(in crate::exchange) fn plain(text: &str) -> String {
    let spaced: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
