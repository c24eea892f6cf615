//! Exercises as they are spelled in files, and the outcomes exercise as it is spelled in `data/outcomes.json`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{id, is_blank, shown};
use crate::domain::exercise::{Card, CardCode, CardGroup, Column, Sort};
use crate::domain::ids::{CardGroupId, ColumnId};
use crate::exchange::problem::Fault;

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
