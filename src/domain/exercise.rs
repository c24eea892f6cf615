//! Exercises in which tables of people sort cards into columns, such as outcomes by how well they go.

pub mod own;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{CardGroupId, ColumnId, ExerciseId};
use super::rest::Rest;

/// An exercise: one time of sorting, by any number of tables.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exercise {
    /// What it is called, such as "Workforce conference".
    pub title: String,
    /// The day on which the tables sort.
    pub on: NaiveDate,
    /// Whose cards they are.
    pub cards: Whose,
    /// What is sorted, and into what.
    pub sort: Sort,
    /// How what was written is read that is no code of a card, where a person has said so: "3.5." as 3.5.
    pub readings: BTreeMap<String, CardCode>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Whose the cards of an exercise are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    /// The outcomes of Every Child Matters, as Rainbow brings them along.
    Outcomes,
    /// The facilitator's own.
    Own,
}

/// What one table placed where.
///
/// What was written stays as it was written, also where it is the code of no card: only [`Exercise::read`] says what it means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TableSheet {
    /// The exercise.
    pub exercise: ExerciseId,
    /// What the table is called, such as "Table 3"; empty until it has a name.
    pub table: String,
    /// When it was last changed.
    pub changed: DateTime<Utc>,
    /// How it came about.
    pub made: Made,
    /// What stands in each cell, in the order in which it was placed. A code that stands there twice is two votes.
    pub cells: BTreeMap<Cell, Vec<String>>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// How a sheet came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Made {
    /// A table placed its cards on a screen.
    Sorted,
    /// A grid on paper was typed in, which may be that of several tables.
    Typed,
}

/// A cell of the grid: a group of cards by a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The group.
    pub group: CardGroupId,
    /// The column.
    pub column: ColumnId,
}

/// What something that was written means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading<'a> {
    /// A card.
    Card(&'a CardGroup, &'a Card),
    /// A card, because a person said so.
    Accepted(&'a CardGroup, &'a Card),
    /// No card, but it looks like this one.
    Like(&'a Card),
    /// No card.
    Unknown,
}

/// How often a table may place a card on a screen: once, or once more.
pub const MOST_OF_A_CARD: usize = 2;

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

impl Exercise {
    /// What something that was written means.
    pub fn read(&self, written: &str) -> Reading<'_> {
        if let Some((group, card)) = self.sort.find(written) {
            return Reading::Card(group, card);
        }
        if let Some((group, card)) = self.readings.get(written).and_then(|code| self.sort.card(code)) {
            return Reading::Accepted(group, card);
        }
        let plain = written.replace(',', ".");
        let plain = plain.trim_matches(|character: char| !character.is_alphanumeric());
        self.sort.find(plain).map_or(Reading::Unknown, |(_, card)| Reading::Like(card))
    }

    /// What was typed into a cell, one by one. Spaces, semicolons and commas stand between codes; anything else is kept as it
    /// is, so "3.5." is one thing that is the code of no card.
    pub fn typed(&self, text: &str) -> Vec<String> {
        let mut all = Vec::new();
        for token in text.split(|character: char| character.is_whitespace() || character == ';') {
            let token = token.trim_matches(',');
            let parts: Vec<&str> = token.split(',').collect();
            // In "2.2,2.3" the comma stands between two codes; in "3,5" nobody can tell.
            if parts.iter().all(|part| self.sort.find(part).is_some()) {
                all.extend(parts.into_iter().map(str::to_owned));
            } else if !token.is_empty() {
                all.push(token.to_owned());
            }
        }
        all
    }
}

impl TableSheet {
    /// A sheet on which nothing is placed yet.
    pub fn blank(exercise: ExerciseId, made: Made, now: DateTime<Utc>) -> Self {
        Self { exercise, table: String::new(), changed: now, made, cells: BTreeMap::new(), rest: Rest::new() }
    }

    /// Everything that was written, with its cell.
    pub fn written(&self) -> impl Iterator<Item = (&Cell, &str)> {
        self.cells.iter().flat_map(|(cell, all)| all.iter().map(move |written| (cell, written.as_str())))
    }

    /// What stands in a cell as a person types it.
    pub fn cell_text(&self, cell: &Cell) -> String {
        self.cells.get(cell).map(|all| all.join(" ")).unwrap_or_default()
    }

    /// Puts something else into a cell.
    pub fn set_cell(&mut self, cell: Cell, all: Vec<String>) {
        if all.is_empty() {
            self.cells.remove(&cell);
        } else {
            self.cells.insert(cell, all);
        }
    }

    /// The columns in which a card lies, one for each time.
    pub fn columns_of(&self, code: &CardCode) -> Vec<&ColumnId> {
        self.written().filter(|(_, written)| *written == code.as_str()).map(|(cell, _)| &cell.column).collect()
    }
}

impl Sort {
    /// A card by what it is called for short, with its group.
    pub fn find(&self, code: &str) -> Option<(&CardGroup, &Card)> {
        self.cards().find(|(_, card)| card.code.as_str() == code)
    }

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
pub(crate) mod tests {
    use super::*;

    /// An exercise with two groups of two cards each, and two columns.
    pub(crate) fn small() -> Exercise {
        let group = |id: &str, codes: [&str; 2]| CardGroup {
            id: CardGroupId::parse(id).unwrap(),
            name: id.to_owned(),
            cards: codes
                .map(|code| Card { code: CardCode::parse(code).unwrap(), words: format!("Card {code}") })
                .to_vec(),
        };
        let column = |id: &str| Column { id: ColumnId::parse(id).unwrap(), name: id.to_owned() };
        Exercise {
            title: "Small".to_owned(),
            on: NaiveDate::from_ymd_opt(2009, 12, 4).unwrap(),
            cards: Whose::Own,
            sort: Sort {
                groups: vec![group("north", ["1.1", "1.2"]), group("south", ["2.1", "2.2"])],
                columns: vec![column("yes"), column("no")],
                source: String::new(),
            },
            readings: BTreeMap::new(),
            rest: Rest::new(),
        }
    }

    #[test]
    fn what_was_typed_is_taken_apart_and_what_is_no_card_is_kept_as_it_is() {
        let exercise = small();
        assert_eq!(
            exercise.typed(" 1.1 1.2,  2.1;2.2 1.1,1.2 1.1. 5.6 1,1 ? "),
            ["1.1", "1.2", "2.1", "2.2", "1.1", "1.2", "1.1.", "5.6", "1,1", "?"]
        );
        assert_eq!(exercise.typed(" , ;"), Vec::<String>::new());
    }

    #[test]
    fn a_slip_of_the_pen_offers_the_card_that_it_looks_like_and_stays_no_card_until_it_is_accepted() {
        let mut exercise = small();
        for slip in ["1.1.", "1,1", "(1.1)", "1.1?"] {
            assert!(matches!(exercise.read(slip), Reading::Like(card) if card.code.as_str() == "1.1"), "{slip}");
        }
        for other in ["5.6", "?", "1.1.1"] {
            assert_eq!(exercise.read(other), Reading::Unknown, "{other}");
        }
        assert!(matches!(exercise.read("1.1"), Reading::Card(..)));
        exercise.readings.insert("1.1.".to_owned(), CardCode::parse("1.1").unwrap());
        assert!(matches!(exercise.read("1.1."), Reading::Accepted(..)));
    }

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
