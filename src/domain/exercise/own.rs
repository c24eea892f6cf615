//! A sort of somebody's own, from its cards and columns as they type them.

use super::{Card, CardCode, CardGroup, Column, Sort};
use crate::domain::ids::{CardGroupId, ColumnId};

/// The most columns: more can't be read from the back of a hall.
pub const MOST_COLUMNS: usize = 5;

/// The most cards: more than a table could sort in an afternoon.
pub const MOST_CARDS: usize = 200;

/// What is wrong with cards and columns that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnFault {
    /// There is no card.
    NoCards,
    /// There are more than [`MOST_CARDS`].
    TooManyCards,
    /// There are fewer than two columns.
    TooFewColumns,
    /// There are more than [`MOST_COLUMNS`].
    TooManyColumns,
    /// Two columns have one name.
    ColumnTwice,
}

impl Sort {
    /// A sort from cards and columns, one a line. A line of cards that ends with a colon is the name of the group beneath it.
    /// Cards are numbered 1, 2, 3, and in groups 1.1, 1.2, 2.1.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn own(cards: &str, columns: &str) -> Result<Self, Vec<OwnFault>> {
        let lines =
            |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let (card_lines, column_lines): (Vec<String>, Vec<String>) = (lines(cards), lines(columns));
        let mut named: Vec<(String, Vec<String>)> = Vec::new();
        for line in card_lines {
            match (line.strip_suffix(':'), named.last_mut()) {
                (Some(name), _) => named.push((name.trim().to_owned(), Vec::new())),
                (None, Some((_, cards))) => cards.push(line),
                (None, None) => named.push((String::new(), vec![line])),
            }
        }
        named.retain(|(_, cards)| !cards.is_empty());
        let count = named.iter().fold(0_usize, |sum, (_, cards)| sum.saturating_add(cards.len()));
        let is_twice = |(at, name): (usize, &String)| {
            let same = |other: &String| other.to_lowercase() == name.to_lowercase();
            column_lines.iter().take(at).any(same)
        };
        let faults = [
            (count == 0, OwnFault::NoCards),
            (count > MOST_CARDS, OwnFault::TooManyCards),
            (column_lines.len() < 2, OwnFault::TooFewColumns),
            (column_lines.len() > MOST_COLUMNS, OwnFault::TooManyColumns),
            (column_lines.iter().enumerate().any(is_twice), OwnFault::ColumnTwice),
        ];
        let faults: Vec<OwnFault> =
            faults.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, fault)| fault).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let is_grouped = named.len() > 1 || named.iter().any(|(name, _)| !name.is_empty());
        // Numbers are spelled in digits, which every id and every code may be.
        let group = |((name, cards), at): ((String, Vec<String>), usize)| {
            let card = |(words, place): (String, usize)| {
                let code = if is_grouped { format!("{at}.{place}") } else { place.to_string() };
                Some(Card { code: CardCode::parse(&code)?, words })
            };
            Some(CardGroup {
                id: CardGroupId::parse(&format!("group-{at}"))?,
                name,
                cards: cards.into_iter().zip(1..).filter_map(card).collect(),
            })
        };
        let column = |(name, at): (String, usize)| Some(Column { id: ColumnId::parse(&format!("column-{at}"))?, name });
        Ok(Self {
            groups: named.into_iter().zip(1..).filter_map(group).collect(),
            columns: column_lines.into_iter().zip(1..).filter_map(column).collect(),
            source: String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(sort: &Sort) -> Vec<&str> {
        sort.cards().map(|(_, card)| card.code.as_str()).collect()
    }

    #[test]
    fn cards_are_numbered_and_groups_begin_where_a_line_ends_with_a_colon() {
        let plain = Sort::own("Tea\n\n  Cake ", "Soon\nLater").unwrap();
        assert_eq!((codes(&plain), plain.groups.len()), (vec!["1", "2"], 1));
        assert_eq!(plain.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(), ["Soon", "Later"]);
        let grouped = Sort::own("Welcome\nDrinks:\nTea\nMilk: cold\nEmpty:\nFood:\nCake", "Soon\nLater").unwrap();
        assert_eq!(codes(&grouped), ["1.1", "2.1", "2.2", "3.1"]);
        assert_eq!(grouped.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), ["", "Drinks", "Food"]);
    }

    #[test]
    fn what_no_table_could_sort_is_refused() {
        assert_eq!(Sort::own("Group:\n", "One"), Err(vec![OwnFault::NoCards, OwnFault::TooFewColumns]));
        assert_eq!(Sort::own("Tea", "1\n2\n3\n4\n5\n6"), Err(vec![OwnFault::TooManyColumns]));
        assert_eq!(Sort::own("Tea", "Soon\nsoon"), Err(vec![OwnFault::ColumnTwice]));
        assert_eq!(Sort::own(&"Tea\n".repeat(MOST_CARDS + 1), "1\n2"), Err(vec![OwnFault::TooManyCards]));
    }
}
