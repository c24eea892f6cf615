//! How plan items were, and sign-offs of plans, as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::plan::{LevelWire, PlanItemWire};
use super::progress::RagWire;
use super::{Rest, day, id, is_blank, moment, moment_text};
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::Rag;
use crate::domain::plan_history::{ItemWas, PlanSignOff, SignedItem};
use crate::exchange::problem::Fault;

/// How a plan item stood before it was changed or deleted.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemWasWire {
    item: String,
    /// The day of the change.
    until: String,
    was: PlanItemWire,
    #[serde(flatten)]
    rest: Rest,
}

/// That somebody signed a plan off.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanSignOffWire {
    plan: String,
    by: String,
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    words: String,
    /// The plan as it was signed, in its order.
    signed: Vec<SignedItemWire>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SignedItemWire {
    item: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<LevelWire>,
    #[serde(default, skip_serializing_if = "is_blank")]
    label: String,
    text: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    lead: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    due: String,
    /// Left out if it was not set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rag: Option<RagWire>,
    /// The day on which a milestone was ticked off; left out if it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reached: Option<String>,
}

impl From<&ItemWas> for ItemWasWire {
    fn from(was: &ItemWas) -> Self {
        Self {
            item: was.item.to_string(),
            until: was.until.to_string(),
            was: PlanItemWire::from(&was.was),
            rest: was.rest.clone(),
        }
    }
}

impl TryFrom<ItemWasWire> for ItemWas {
    type Error = Fault;

    fn try_from(wire: ItemWasWire) -> Result<Self, Fault> {
        Ok(Self {
            item: id(&wire.item, ItemId::parse, "the item")?,
            until: day(&wire.until, "the day of the change")?,
            was: wire.was.try_into()?,
            rest: wire.rest,
        })
    }
}

impl From<&PlanSignOff> for PlanSignOffWire {
    fn from(signed: &PlanSignOff) -> Self {
        Self {
            plan: signed.plan.to_string(),
            by: signed.by.clone(),
            on: signed.on.to_string(),
            recorded: moment_text(signed.recorded),
            words: signed.words.clone(),
            signed: signed.signed.iter().map(SignedItemWire::from).collect(),
            rest: signed.rest.clone(),
        }
    }
}

impl TryFrom<PlanSignOffWire> for PlanSignOff {
    type Error = Fault;

    fn try_from(wire: PlanSignOffWire) -> Result<Self, Fault> {
        Ok(Self {
            plan: id(&wire.plan, PlanId::parse, "the plan")?,
            by: wire.by,
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            words: wire.words,
            signed: wire.signed.into_iter().map(SignedItem::try_from).collect::<Result<_, Fault>>()?,
            rest: wire.rest,
        })
    }
}

impl From<&SignedItem> for SignedItemWire {
    fn from(item: &SignedItem) -> Self {
        Self {
            item: item.item.to_string(),
            level: LevelWire::of(item.level),
            label: item.label.clone(),
            text: item.text.clone(),
            lead: item.lead.clone(),
            due: item.due.clone(),
            rag: (item.rag != Rag::NotSet).then(|| item.rag.into()),
            reached: item.reached.map(|day| day.to_string()),
        }
    }
}

impl TryFrom<SignedItemWire> for SignedItem {
    type Error = Fault;

    fn try_from(wire: SignedItemWire) -> Result<Self, Fault> {
        Ok(Self {
            item: id(&wire.item, ItemId::parse, "the item")?,
            level: LevelWire::read(wire.level),
            label: wire.label,
            text: wire.text,
            lead: wire.lead,
            due: wire.due,
            rag: wire.rag.map(Rag::from).unwrap_or_default(),
            reached: wire.reached.map(|reached| day(&reached, "the day it was reached")).transpose()?,
        })
    }
}
