//! What was reported about plans, as it is spelled in files.

use serde::{Deserialize, Serialize};

use super::plan::MeantWire;
use super::{Rest, day, id, is_blank, moment, moment_text};
use crate::domain::ids::ItemId;
use crate::domain::plan::{Meant, Progress, Rag, Revision};
use crate::exchange::problem::Fault;

/// What was reported about an item on a day.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProgressWire {
    item: String,
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    by: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    text: String,
    /// The RAG set with this entry; left out if it was not touched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rag: Option<RagWire>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revised: Option<RevisionWire>,
    /// Whether a milestone was reached; left out if that was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ticked: Option<bool>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RevisionWire {
    due: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    meant: Option<MeantWire>,
    #[serde(default, skip_serializing_if = "is_blank")]
    reason: String,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum RagWire {
    NotSet,
    Red,
    Amber,
    Green,
    Complete,
}

impl From<Rag> for RagWire {
    fn from(rag: Rag) -> Self {
        match rag {
            Rag::NotSet => Self::NotSet,
            Rag::Red => Self::Red,
            Rag::Amber => Self::Amber,
            Rag::Green => Self::Green,
            Rag::Complete => Self::Complete,
        }
    }
}

impl From<RagWire> for Rag {
    fn from(rag: RagWire) -> Self {
        match rag {
            RagWire::NotSet => Self::NotSet,
            RagWire::Red => Self::Red,
            RagWire::Amber => Self::Amber,
            RagWire::Green => Self::Green,
            RagWire::Complete => Self::Complete,
        }
    }
}

impl From<&Progress> for ProgressWire {
    fn from(progress: &Progress) -> Self {
        Self {
            item: progress.item.to_string(),
            on: progress.on.to_string(),
            recorded: moment_text(progress.recorded),
            by: progress.by.clone(),
            text: progress.text.clone(),
            rag: progress.rag.map(RagWire::from),
            revised: progress.revised.as_ref().map(|revised| RevisionWire {
                due: revised.due.clone(),
                meant: revised.meant.map(MeantWire::from),
                reason: revised.reason.clone(),
                rest: revised.rest.clone(),
            }),
            ticked: progress.ticked,
            rest: progress.rest.clone(),
        }
    }
}

impl TryFrom<ProgressWire> for Progress {
    type Error = Fault;

    fn try_from(wire: ProgressWire) -> Result<Self, Fault> {
        Ok(Self {
            item: id(&wire.item, ItemId::parse, "the item")?,
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            by: wire.by,
            text: wire.text,
            rag: wire.rag.map(Rag::from),
            revised: wire.revised.map(Revision::try_from).transpose()?,
            ticked: wire.ticked,
            rest: wire.rest,
        })
    }
}

impl TryFrom<RevisionWire> for Revision {
    type Error = Fault;

    fn try_from(wire: RevisionWire) -> Result<Self, Fault> {
        let meant = wire.meant.map(Meant::try_from).transpose()?;
        Ok(Self { due: wire.due, meant, reason: wire.reason, rest: wire.rest })
    }
}
