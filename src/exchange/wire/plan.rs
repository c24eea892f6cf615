//! Plans and their items as they are spelled in files.

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, maybe_id};
use crate::domain::ids::{EvidenceId, ItemId, PlanId, RoundId, StatementId, ThemeId};
use crate::domain::order::OrderKey;
use crate::domain::plan::{Finding, Layout, Level, Meant, Period, Plan, PlanItem};
use crate::exchange::problem::Fault;

/// A plan.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanWire {
    title: String,
    /// In which shape it is written; left out for a list of actions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    layout: Option<LayoutWire>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<PeriodWire>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum LayoutWire {
    Timescales,
    Strategy,
}

/// The days that a plan runs from and to, the last included.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PeriodWire {
    from: String,
    to: String,
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
    /// What it is; left out for an action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<LevelWire>,
    #[serde(default, skip_serializing_if = "is_blank")]
    label: String,
    text: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    lead: String,
    /// As written.
    #[serde(default, skip_serializing_if = "is_blank")]
    due: String,
    /// How a person said that the due date is meant; left out where it is as it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due_meant: Option<MeantWire>,
    #[serde(default, skip_serializing_if = "is_blank")]
    resources: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    risk: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    themes: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<String>,
    /// The items that have to be done first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    depends_on: Vec<String>,
    /// The items that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    repeats: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    finding: Option<FindingWire>,
    /// The day it was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    added: Option<String>,
    /// The day it was archived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    archived: Option<String>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum LevelWire {
    Priority,
    Area,
    Output,
    Milestone,
}

/// How a person said that a due date is meant: by a day, or in one of the ways that name none.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) enum MeantWire {
    By(String),
    Ongoing,
    Recurring,
    Dependent,
    Undated,
}

/// What a round found that caused an item.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct FindingWire {
    round: String,
    theme: String,
    /// Left out if the arc as a whole is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    statement: Option<String>,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Plan> for PlanWire {
    fn from(plan: &Plan) -> Self {
        let layout = match plan.layout {
            Layout::Actions => None,
            Layout::Timescales => Some(LayoutWire::Timescales),
            Layout::Strategy => Some(LayoutWire::Strategy),
        };
        let period = plan.period.map(|Period { from, to }| PeriodWire { from: from.to_string(), to: to.to_string() });
        Self { title: plan.title.clone(), layout, period, rest: plan.rest.clone() }
    }
}

impl TryFrom<PlanWire> for Plan {
    type Error = Fault;

    fn try_from(wire: PlanWire) -> Result<Self, Fault> {
        let layout = LayoutWire::read(wire.layout);
        let period = |period: PeriodWire| {
            let (from, to) =
                (day(&period.from, "the plan\u{2019}s first day")?, day(&period.to, "the plan\u{2019}s last day")?);
            if from > to { Err(Fault::at("", "the plan ends before it begins")) } else { Ok(Period { from, to }) }
        };
        Ok(Self { title: wire.title, layout, period: wire.period.map(period).transpose()?, rest: wire.rest })
    }
}

impl LayoutWire {
    /// The layout that is spelled so.
    pub(super) fn read(wire: Option<Self>) -> Layout {
        match wire {
            None => Layout::Actions,
            Some(Self::Timescales) => Layout::Timescales,
            Some(Self::Strategy) => Layout::Strategy,
        }
    }
}

impl LevelWire {
    /// How a level is spelled; nothing for an action.
    pub(super) fn of(level: Level) -> Option<Self> {
        match level {
            Level::Priority => Some(Self::Priority),
            Level::Area => Some(Self::Area),
            Level::Action => None,
            Level::Output => Some(Self::Output),
            Level::Milestone => Some(Self::Milestone),
        }
    }

    /// The level that is spelled so.
    pub(super) fn read(wire: Option<Self>) -> Level {
        match wire {
            Some(Self::Priority) => Level::Priority,
            Some(Self::Area) => Level::Area,
            None => Level::Action,
            Some(Self::Output) => Level::Output,
            Some(Self::Milestone) => Level::Milestone,
        }
    }
}

impl From<Meant> for MeantWire {
    fn from(meant: Meant) -> Self {
        match meant {
            Meant::By(day) => Self::By(day.to_string()),
            Meant::Ongoing => Self::Ongoing,
            Meant::Recurring => Self::Recurring,
            Meant::Dependent => Self::Dependent,
            Meant::Undated => Self::Undated,
        }
    }
}

impl TryFrom<MeantWire> for Meant {
    type Error = Fault;

    fn try_from(wire: MeantWire) -> Result<Self, Fault> {
        Ok(match wire {
            MeantWire::By(text) => Self::By(day(&text, "the day that is meant")?),
            MeantWire::Ongoing => Self::Ongoing,
            MeantWire::Recurring => Self::Recurring,
            MeantWire::Dependent => Self::Dependent,
            MeantWire::Undated => Self::Undated,
        })
    }
}

impl From<&Finding> for FindingWire {
    fn from(finding: &Finding) -> Self {
        Self {
            round: finding.round.to_string(),
            theme: finding.theme.to_string(),
            statement: finding.statement.as_ref().map(ToString::to_string),
            rest: finding.rest.clone(),
        }
    }
}

impl TryFrom<FindingWire> for Finding {
    type Error = Fault;

    fn try_from(wire: FindingWire) -> Result<Self, Fault> {
        Ok(Self {
            round: id(&wire.round, RoundId::parse, "the round of the finding")?,
            theme: id(&wire.theme, ThemeId::parse, "the theme of the finding")?,
            statement: maybe_id(wire.statement.as_ref(), StatementId::parse, "the statement of the finding")?,
            rest: wire.rest,
        })
    }
}

impl From<&PlanItem> for PlanItemWire {
    fn from(item: &PlanItem) -> Self {
        fn texts(ids: &[impl ToString]) -> Vec<String> {
            ids.iter().map(ToString::to_string).collect()
        }
        Self {
            plan: item.plan.to_string(),
            parent: item.parent.map(|parent| parent.to_string()),
            order: item.order.as_str().to_owned(),
            level: LevelWire::of(item.level),
            label: item.label.clone(),
            text: item.text.clone(),
            lead: item.lead.clone(),
            due: item.due.clone(),
            due_meant: item.due_meant.map(MeantWire::from),
            resources: item.resources.clone(),
            risk: item.risk.clone(),
            themes: texts(&item.themes),
            evidence: texts(&item.evidence),
            depends_on: texts(&item.depends_on),
            repeats: texts(&item.repeats),
            finding: item.finding.as_ref().map(FindingWire::from),
            added: item.added.map(|day| day.to_string()),
            archived: item.archived.map(|day| day.to_string()),
            rest: item.rest.clone(),
        }
    }
}

impl TryFrom<PlanItemWire> for PlanItem {
    type Error = Fault;

    fn try_from(wire: PlanItemWire) -> Result<Self, Fault> {
        let maybe_day = |text: Option<String>, field| text.map(|text| day(&text, field)).transpose();
        Ok(Self {
            plan: id(&wire.plan, PlanId::parse, "the plan")?,
            parent: maybe_id(wire.parent.as_ref(), ItemId::parse, "the parent")?,
            order: id(&wire.order, OrderKey::parse, "the place in the list")?,
            level: LevelWire::read(wire.level),
            label: wire.label,
            text: wire.text,
            lead: wire.lead,
            due: wire.due,
            due_meant: wire.due_meant.map(Meant::try_from).transpose()?,
            resources: wire.resources,
            risk: wire.risk,
            themes: ids(&wire.themes, ThemeId::parse, "the theme")?,
            evidence: ids(&wire.evidence, EvidenceId::parse, "the evidence")?,
            depends_on: ids(&wire.depends_on, ItemId::parse, "what it depends on")?,
            repeats: ids(&wire.repeats, ItemId::parse, "what it repeats")?,
            finding: wire.finding.map(Finding::try_from).transpose()?,
            added: maybe_day(wire.added, "the day it was added")?,
            archived: maybe_day(wire.archived, "the day it was archived")?,
            rest: wire.rest,
        })
    }
}

fn ids<T>(texts: &[String], parse: impl Fn(&str) -> Option<T>, field: &str) -> Result<Vec<T>, Fault> {
    texts.iter().map(|text| id(text, &parse, field)).collect()
}
