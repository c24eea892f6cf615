//! The glossary as it is spelled in `data/glossary.json`.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::id;
use crate::domain::glossary::{BuiltIn, Glossary, Word};
use crate::domain::ids::TermId;
use crate::exchange::problem::Fault;

/// A list of terms.
#[derive(Deserialize)]
pub struct GlossaryWire {
    version: String,
    source: String,
    terms: Vec<BuiltInWire>,
}

#[derive(Deserialize)]
struct BuiltInWire {
    id: String,
    term: String,
    meaning: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    used_in: Vec<String>,
}

impl TryFrom<GlossaryWire> for Glossary {
    type Error = Fault;

    fn try_from(wire: GlossaryWire) -> Result<Self, Fault> {
        let mut ids = BTreeSet::new();
        let terms = wire.terms.into_iter().map(|wire| {
            let BuiltInWire { id: text, term, meaning, also, used_in } = wire;
            let id = id(&text, TermId::parse, "the term")?;
            if ids.insert(id.clone()) {
                Ok(BuiltIn { id, word: Word { term, meaning, also }, used_in })
            } else {
                Err(Fault::at(format!("term {id}"), "there are two of this id"))
            }
        });
        Ok(Self { version: wire.version, source: wire.source, terms: terms.collect::<Result<_, Fault>>()? })
    }
}
