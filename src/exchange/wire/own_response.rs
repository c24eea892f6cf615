//! A finished response as the device of who answered keeps it, spelled for the stores.

use serde::{Deserialize, Serialize};

use super::response::PackWire;
use super::{Rest, moment, moment_text};
use crate::domain::draft::OwnResponse;
use crate::domain::response::Pack;
use crate::exchange::problem::Fault;

/// A finished response, spelled as a pack of one.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnResponseWire {
    finished: String,
    pack: PackWire,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&OwnResponse> for OwnResponseWire {
    fn from(own: &OwnResponse) -> Self {
        let pack =
            Pack { round: own.round, survey: own.survey, responses: vec![own.response.clone()], rest: Rest::new() };
        Self { finished: moment_text(own.finished), pack: (&pack).into(), rest: own.rest.clone() }
    }
}

impl TryFrom<OwnResponseWire> for OwnResponse {
    type Error = Fault;

    fn try_from(wire: OwnResponseWire) -> Result<Self, Fault> {
        let mut pack = Pack::try_from(wire.pack)?;
        let response = pack.responses.pop().filter(|_| pack.responses.is_empty());
        Ok(Self {
            round: pack.round,
            survey: pack.survey,
            finished: moment(&wire.finished, "the time it was finished")?,
            response: response.ok_or_else(|| Fault::at("", "it holds other than one response"))?,
            rest: wire.rest,
        })
    }
}
