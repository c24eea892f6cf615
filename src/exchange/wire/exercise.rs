//! Exercises as they are spelled in files, and the outcomes exercise as it is spelled in `data/outcomes.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, shown};
use crate::domain::exercise::{Card, CardCode, CardGroup, Column, Exercise, Sort, Whose};
use crate::domain::ids::{CardGroupId, ColumnId};
use crate::exchange::problem::Fault;

/// An exercise.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExerciseWire {
    title: String,
    on: String,
    cards: WhoseWire,
    #[serde(flatten)]
    sort: SortWire,
    /// How what was written is read that is no code of a card.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    readings: BTreeMap<String, String>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum WhoseWire {
    Outcomes,
    Own,
}

/// What is sorted, and into what.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SortWire {
    #[serde(default, skip_serializing_if = "is_blank")]
    source: String,
    columns: Vec<ColumnWire>,
    groups: Vec<CardGroupWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ColumnWire {
    id: String,
    name: String,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CardGroupWire {
    id: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    name: String,
    cards: Vec<CardWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CardWire {
    code: String,
    words: String,
}

impl From<&Exercise> for ExerciseWire {
    fn from(exercise: &Exercise) -> Self {
        let reading = |(written, code): (&String, &CardCode)| (written.clone(), code.as_str().to_owned());
        Self {
            title: exercise.title.clone(),
            on: exercise.on.to_string(),
            cards: match exercise.cards {
                Whose::Outcomes => WhoseWire::Outcomes,
                Whose::Own => WhoseWire::Own,
            },
            sort: (&exercise.sort).into(),
            readings: exercise.readings.iter().map(reading).collect(),
            rest: exercise.rest.clone(),
        }
    }
}

impl TryFrom<ExerciseWire> for Exercise {
    type Error = Fault;

    fn try_from(wire: ExerciseWire) -> Result<Self, Fault> {
        let sort = Sort::try_from(wire.sort)?;
        let reading = |(written, text): (String, String)| {
            let code = code(&text)?;
            match sort.card(&code) {
                Some(_) => Ok((written, code)),
                None => Err(Fault::at("", format!("there is no card \u{201c}{}\u{201d}", shown(&text)))),
            }
        };
        Ok(Self {
            title: wire.title,
            on: day(&wire.on, "the day")?,
            cards: match wire.cards {
                WhoseWire::Outcomes => Whose::Outcomes,
                WhoseWire::Own => Whose::Own,
            },
            readings: wire.readings.into_iter().map(reading).collect::<Result<_, Fault>>()?,
            sort,
            rest: wire.rest,
        })
    }
}

impl From<&Sort> for SortWire {
    fn from(sort: &Sort) -> Self {
        let column = |column: &Column| ColumnWire { id: column.id.to_string(), name: column.name.clone() };
        let card = |card: &Card| CardWire { code: card.code.as_str().to_owned(), words: card.words.clone() };
        let group = |group: &CardGroup| CardGroupWire {
            id: group.id.to_string(),
            name: group.name.clone(),
            cards: group.cards.iter().map(card).collect(),
        };
        Self {
            source: sort.source.clone(),
            columns: sort.columns.iter().map(column).collect(),
            groups: sort.groups.iter().map(group).collect(),
        }
    }
}

impl TryFrom<SortWire> for Sort {
    type Error = Fault;

    fn try_from(wire: SortWire) -> Result<Self, Fault> {
        let column =
            |wire: ColumnWire| Ok(Column { id: id(&wire.id, ColumnId::parse, "the column")?, name: wire.name });
        let card = |wire: CardWire| Ok(Card { code: code(&wire.code)?, words: wire.words });
        let group = |wire: CardGroupWire| {
            Ok(CardGroup {
                id: id(&wire.id, CardGroupId::parse, "the group of cards")?,
                name: wire.name,
                cards: wire.cards.into_iter().map(card).collect::<Result<_, Fault>>()?,
            })
        };
        let sort = Self {
            source: wire.source,
            columns: wire.columns.into_iter().map(column).collect::<Result<_, Fault>>()?,
            groups: wire.groups.into_iter().map(group).collect::<Result<_, Fault>>()?,
        };
        no_two_alike(sort.columns.iter().map(|column| column.id.as_str()), "columns")?;
        no_two_alike(sort.groups.iter().map(|group| group.id.as_str()), "groups of cards")?;
        no_two_alike(sort.cards().map(|(_, card)| card.code.as_str()), "cards")?;
        Ok(sort)
    }
}

/// Reads the code of a card.
pub(super) fn code(text: &str) -> Result<CardCode, Fault> {
    CardCode::parse(text)
        .ok_or_else(|| Fault::at("", format!("\u{201c}{}\u{201d} is not the code of a card", shown(text))))
}

fn no_two_alike<'a>(names: impl Iterator<Item = &'a str>, what: &str) -> Result<(), Fault> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(Fault::at("", format!("there are two {what} of the name \u{201c}{}\u{201d}", shown(name))));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXERCISE: &str = r#"{"title": "Conference", "on": "2009-12-04", "cards": "own", "columns": [{"id": "yes", "name": "Yes"}],
        "groups": [{"id": "all", "cards": [{"code": "1", "words": "Tea"}, {"code": "2", "words": "Cake"}]}], "readings": {"1.": "1"}, "hall": 2}"#;

    fn read(text: &str) -> Result<Exercise, Fault> {
        serde_json::from_str::<ExerciseWire>(text).unwrap().try_into()
    }

    #[test]
    fn an_exercise_comes_back_as_it_was_written() {
        let exercise = read(EXERCISE).unwrap();
        let text = serde_json::to_string(&ExerciseWire::from(&exercise)).unwrap();
        assert!(text.contains(r#""hall":2"#), "fields of a newer Rainbow stay: {text}");
        assert_eq!(read(&text).unwrap(), exercise);
    }

    #[test]
    fn a_card_that_stands_twice_and_a_reading_as_no_card_are_refused() {
        assert!(read(&EXERCISE.replace(r#""code": "2""#, r#""code": "1""#)).is_err());
        assert!(read(&EXERCISE.replace(r#""1.": "1""#, r#""1.": "9""#)).is_err());
        assert!(read(&EXERCISE.replace(r#""code": "2""#, r#""code": "2.""#)).is_err());
    }
}
