//! Suggestions as they are spelled in `data/suggestions.json`.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{id, maybe_id};
use crate::domain::ids::{PracticeId, SuggestionId, ThemeId};
use crate::domain::suggestion::{Suggestion, Suggestions};
use crate::exchange::problem::Fault;

/// A list of suggestions.
#[derive(Deserialize)]
pub struct SuggestionsWire {
    version: String,
    source: String,
    suggestions: Vec<SuggestionWire>,
}

#[derive(Deserialize)]
struct SuggestionWire {
    id: String,
    theme: String,
    /// Left out for the arc as a whole.
    practice: Option<String>,
    text: String,
}

impl TryFrom<SuggestionsWire> for Suggestions {
    type Error = Fault;

    fn try_from(wire: SuggestionsWire) -> Result<Self, Fault> {
        let mut ids = BTreeSet::new();
        let all = wire.suggestions.into_iter().map(|wire| {
            let suggestion = Suggestion {
                id: id(&wire.id, SuggestionId::parse, "the suggestion")?,
                theme: id(&wire.theme, ThemeId::parse, "the theme")?,
                practice: maybe_id(wire.practice.as_ref(), PracticeId::parse, "the practice")?,
                text: wire.text,
            };
            if ids.insert(suggestion.id.clone()) {
                Ok(suggestion)
            } else {
                Err(Fault::at(format!("suggestion {}", suggestion.id), "there are two of this id"))
            }
        });
        Ok(Self { version: wire.version, source: wire.source, all: all.collect::<Result<_, Fault>>()? })
    }
}
