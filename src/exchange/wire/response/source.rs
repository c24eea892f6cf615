//! The files that the responses of a pack came from, as they are spelled beside them.

use serde::{Deserialize, Serialize};

use super::super::{id, moment, moment_text};
use crate::domain::ids::ResponseId;
use crate::domain::response::Source;
use crate::exchange::problem::Fault;

/// A file that responses came from.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct SourceWire {
    file: String,
    taken: String,
    responses: Vec<String>,
}

impl From<&Source> for SourceWire {
    fn from(source: &Source) -> Self {
        Self {
            file: source.file.clone(),
            taken: moment_text(source.taken),
            responses: source.responses.iter().map(ToString::to_string).collect(),
        }
    }
}

impl TryFrom<SourceWire> for Source {
    type Error = Fault;

    fn try_from(wire: SourceWire) -> Result<Self, Fault> {
        let responses = wire.responses.iter().map(|text| id(text, ResponseId::parse, "a response of a file"));
        Ok(Self {
            taken: moment(&wire.taken, "the time of taking a file in")?,
            responses: responses.collect::<Result<_, Fault>>()?,
            file: wire.file,
        })
    }
}
