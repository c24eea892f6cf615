//! Templates of plans as they are spelled in `data/plan_templates.json`.

use serde::Deserialize;

use super::id;
use super::plan::{LayoutWire, LevelWire};
use crate::domain::ids::{TemplateId, ThemeId};
use crate::domain::plan_template::{PlanTemplate, PlanTemplates, TemplateItem};
use crate::exchange::problem::Fault;

/// A list of templates.
#[derive(Deserialize)]
pub struct PlanTemplatesWire {
    version: String,
    source: String,
    templates: Vec<TemplateWire>,
}

#[derive(Deserialize)]
struct TemplateWire {
    id: String,
    name: String,
    title: String,
    about: String,
    /// Left out for a list of actions.
    layout: Option<LayoutWire>,
    items: Vec<ItemWire>,
}

#[derive(Deserialize)]
struct ItemWire {
    /// Left out for an action.
    level: Option<LevelWire>,
    #[serde(default)]
    label: String,
    text: String,
    #[serde(default)]
    lead: String,
    #[serde(default)]
    due: String,
    #[serde(default)]
    resources: String,
    #[serde(default)]
    risk: String,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default)]
    beneath: Vec<ItemWire>,
}

impl TryFrom<PlanTemplatesWire> for PlanTemplates {
    type Error = Fault;

    fn try_from(wire: PlanTemplatesWire) -> Result<Self, Fault> {
        let all = wire.templates.into_iter().map(PlanTemplate::try_from).collect::<Result<_, Fault>>()?;
        Ok(Self { version: wire.version, source: wire.source, all })
    }
}

impl TryFrom<TemplateWire> for PlanTemplate {
    type Error = Fault;

    fn try_from(wire: TemplateWire) -> Result<Self, Fault> {
        Ok(Self {
            id: id(&wire.id, TemplateId::parse, "the template")?,
            name: wire.name,
            title: wire.title,
            about: wire.about,
            layout: LayoutWire::read(wire.layout),
            items: items(wire.items)?,
        })
    }
}

fn items(wire: Vec<ItemWire>) -> Result<Vec<TemplateItem>, Fault> {
    wire.into_iter().map(TemplateItem::try_from).collect()
}

impl TryFrom<ItemWire> for TemplateItem {
    type Error = Fault;

    fn try_from(wire: ItemWire) -> Result<Self, Fault> {
        let themes = wire.themes.iter().map(|theme| id(theme, ThemeId::parse, "the theme"));
        Ok(Self {
            level: LevelWire::read(wire.level),
            label: wire.label,
            text: wire.text,
            lead: wire.lead,
            due: wire.due,
            resources: wire.resources,
            risk: wire.risk,
            themes: themes.collect::<Result<_, Fault>>()?,
            beneath: items(wire.beneath)?,
        })
    }
}
