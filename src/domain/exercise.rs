//! Exercises in which tables of people sort cards into columns, such as outcomes by how well they go.

use super::ids::{CardGroupId, ColumnId};

/// What is sorted, and into what: cards in groups, and columns.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The groups of cards, in the order in which they are shown.
    pub groups: Vec<CardGroup>,
    /// The columns, in the order in which they are shown.
    pub columns: Vec<Column>,
    /// Where the cards are from, in a sentence; empty for somebody's own.
    pub source: String,
}

/// A group of cards.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CardGroup {
    /// Its id.
    pub id: CardGroupId,
    /// Its name; empty for the only group of cards that are in none.
    pub name: String,
    /// Its cards, in order.
    pub cards: Vec<Card>,
}

/// A card: something that a table places in a column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Card {
    /// What it is called for short, such as 2.3.
    pub code: CardCode,
    /// What it says.
    pub words: String,
}

/// A column that cards are placed in: a judgement.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Column {
    /// Its id.
    pub id: ColumnId,
    /// Its name.
    pub name: String,
}

/// The code of a card: letters, digits and dots, without a dot at either end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardCode(Box<str>);

/// The longest code of a card, in characters.
const LONGEST_CODE: usize = 12;

impl CardCode {
    /// The code spelled `text`; `None` if no code is spelled so.
    pub fn parse(text: &str) -> Option<Self> {
        let is_short = (1..=LONGEST_CODE).contains(&text.chars().count());
        let is_plain = text.chars().all(|c| c.is_alphanumeric() || c == '.');
        (is_short && is_plain && !text.starts_with('.') && !text.ends_with('.')).then(|| Self(text.into()))
    }

    /// The code as it is spelled.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Sort {
    /// All cards with their groups, in order.
    pub fn cards(&self) -> impl Iterator<Item = (&CardGroup, &Card)> {
        self.groups.iter().flat_map(|group| group.cards.iter().map(move |card| (group, card)))
    }

    /// A card by its code, with its group.
    pub fn card(&self, code: &CardCode) -> Option<(&CardGroup, &Card)> {
        self.cards().find(|(_, card)| card.code == *code)
    }

    /// A group by its id.
    pub fn group(&self, id: &CardGroupId) -> Option<&CardGroup> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// A column by its id.
    pub fn column(&self, id: &ColumnId) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_ends_where_its_last_letter_or_digit_does() {
        for good in ["2.3", "1", "A1", "é"] {
            assert_eq!(CardCode::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "3.5.", ".5", "2 3", "2,3", "1234567890123"] {
            assert_eq!(CardCode::parse(bad), None, "{bad}");
        }
    }
}
