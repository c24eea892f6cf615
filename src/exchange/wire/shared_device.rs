//! A device that many people answer on, spelled for the stores.

use serde::{Deserialize, Serialize};

use super::{Rest, id, maybe_id};
use crate::domain::ids::{ResponseId, RoundId, SurveyHash};
use crate::domain::shared_device::{SharedDevice, Word};
use crate::exchange::problem::Fault;

/// That many people answer on this device, one after the other.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedDeviceWire {
    round: String,
    survey: String,
    salt: [u8; 16],
    digest: [u8; 32],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    turn: Option<String>,
    finished: u32,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&SharedDevice> for SharedDeviceWire {
    fn from(shared: &SharedDevice) -> Self {
        Self {
            round: shared.round.to_string(),
            survey: shared.survey.to_string(),
            salt: shared.word.salt,
            digest: shared.word.digest,
            turn: shared.turn.as_ref().map(ToString::to_string),
            finished: shared.finished,
            rest: shared.rest.clone(),
        }
    }
}

impl TryFrom<SharedDeviceWire> for SharedDevice {
    type Error = Fault;

    fn try_from(wire: SharedDeviceWire) -> Result<Self, Fault> {
        Ok(Self {
            round: id(&wire.round, RoundId::parse, "the round")?,
            survey: id(&wire.survey, SurveyHash::parse, "the survey")?,
            word: Word { salt: wire.salt, digest: wire.digest },
            turn: maybe_id(wire.turn.as_ref(), ResponseId::parse, "the response")?,
            finished: wire.finished,
            rest: wire.rest,
        })
    }
}
