//! Plans, their items and progress as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, maybe_id, moment, moment_text};
use crate::domain::ids::{ItemId, PlanId, ThemeId};
use crate::domain::order::OrderKey;
use crate::domain::plan::{Plan, PlanItem, Progress, Rag, Revision};
use crate::exchange::problem::Fault;

/// A plan.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanWire {
    title: String,
    #[serde(flatten)]
    rest: Rest,
}

/// An item of a plan.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanItemWire {
    plan: String,
    /// The item that it stands beneath; left out at the top of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    /// Where it stands among those with the same parent: a fraction in base 36. Where it had to come between equal ones,
    /// further fractions follow, each after a full stop.
    order: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    label: String,
    text: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    lead: String,
    /// As written.
    #[serde(default, skip_serializing_if = "is_blank")]
    due: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    themes: Vec<String>,
    #[serde(flatten)]
    rest: Rest,
}

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
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct RevisionWire {
    due: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    reason: String,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum RagWire {
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

impl From<&Plan> for PlanWire {
    fn from(plan: &Plan) -> Self {
        Self { title: plan.title.clone(), rest: plan.rest.clone() }
    }
}

impl From<PlanWire> for Plan {
    fn from(wire: PlanWire) -> Self {
        Self { title: wire.title, rest: wire.rest }
    }
}

impl From<&PlanItem> for PlanItemWire {
    fn from(item: &PlanItem) -> Self {
        Self {
            plan: item.plan.to_string(),
            parent: item.parent.map(|parent| parent.to_string()),
            order: item.order.as_str().to_owned(),
            label: item.label.clone(),
            text: item.text.clone(),
            lead: item.lead.clone(),
            due: item.due.clone(),
            themes: item.themes.iter().map(ToString::to_string).collect(),
            rest: item.rest.clone(),
        }
    }
}

impl TryFrom<PlanItemWire> for PlanItem {
    type Error = Fault;

    fn try_from(wire: PlanItemWire) -> Result<Self, Fault> {
        let themes = wire.themes.iter().map(|theme| id(theme, ThemeId::parse, "the theme"));
        Ok(Self {
            plan: id(&wire.plan, PlanId::parse, "the plan")?,
            parent: maybe_id(wire.parent.as_ref(), ItemId::parse, "the parent")?,
            order: id(&wire.order, OrderKey::parse, "the place in the list")?,
            themes: themes.collect::<Result<_, Fault>>()?,
            label: wire.label,
            text: wire.text,
            lead: wire.lead,
            due: wire.due,
            rest: wire.rest,
        })
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
                reason: revised.reason.clone(),
                rest: revised.rest.clone(),
            }),
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
            revised: wire.revised.map(|revised| Revision {
                due: revised.due,
                reason: revised.reason,
                rest: revised.rest,
            }),
            rest: wire.rest,
        })
    }
}
