//! A plan as councils write it: items in their order, what is due when in the words it was written in, and dated progress.

use chrono::{DateTime, NaiveDate, Utc};

pub use super::due::{Meant, Period};
use super::ids::{EvidenceId, ItemId, PlanId, RoundId, StatementId, ThemeId};
use super::order::OrderKey;
use super::rest::Rest;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Its title, such as "One Children's Workforce Action Plan".
    pub title: String,
    /// In which shape it is written.
    pub layout: Layout,
    /// The days that it runs from and to, the last included; `None` if nobody said. "March 13" is read by it.
    pub period: Option<Period>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl Plan {
    /// A plan of this title, as a list of actions, with no period said.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), layout: Layout::default(), period: None, rest: Rest::new() }
    }
}

/// The shapes in which councils write plans. It decides the columns of its table, never what can be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// A list of actions: No, Action, Lead, Target date, Progress, RAG.
    #[default]
    Actions,
    /// A list of tasks by date: Timescale, Task/action, Lead officer/group, Progress.
    Timescales,
    /// A strategy: Priority, Area of focus, Action, Output, Responsibility, Timeframe, Milestones, Resources/cost, Risk, Progress.
    Strategy,
}

impl Layout {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Actions, Self::Timescales, Self::Strategy];
}

/// An item of a plan, such as an action. What has been reported about it stands in its [`Progress`] entries, never here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlanItem {
    /// The plan it belongs to.
    pub plan: PlanId,
    /// The item that it stands beneath; `None` at the top of the plan. `tree.rs` says where it is shown when that item is
    /// not here, or when two stand beneath one another.
    pub parent: Option<ItemId>,
    /// Where it stands among those with the same parent.
    pub order: OrderKey,
    /// What it is: an action as a rule.
    pub level: Level,
    /// Its number or letter as written, such as "7" or "1.7.3". A label, never an index; may be empty or repeated.
    pub label: String,
    /// What is to be done.
    pub text: String,
    /// Who leads, as written: a role, initials, a group, or several.
    pub lead: String,
    /// When it is due, as written. `due.rs` reads it.
    pub due: String,
    /// How a person said that [`due`](Self::due) is meant, where it is not as it is read.
    pub due_meant: Option<Meant>,
    /// What it needs or costs, as written.
    pub resources: String,
    /// What could go wrong, as written.
    pub risk: String,
    /// The arcs it serves.
    pub themes: Vec<ThemeId>,
    /// The evidence that speaks for it.
    pub evidence: Vec<EvidenceId>,
    /// The items that have to be done first.
    pub depends_on: Vec<ItemId>,
    /// The items that say the same, in this plan or another.
    pub repeats: Vec<ItemId>,
    /// The finding that caused it.
    pub finding: Option<Finding>,
    /// The day it was added; `None` where nobody noted it.
    pub added: Option<NaiveDate>,
    /// The day it was archived: kept, and in the plan no more.
    pub archived: Option<NaiveDate>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl PlanItem {
    /// An action of a plan, at its top, that says nothing yet.
    pub fn blank(plan: PlanId, order: OrderKey) -> Self {
        Self {
            plan,
            parent: None,
            order,
            level: Level::Action,
            label: String::new(),
            text: String::new(),
            lead: String::new(),
            due: String::new(),
            due_meant: None,
            resources: String::new(),
            risk: String::new(),
            themes: Vec::new(),
            evidence: Vec::new(),
            depends_on: Vec::new(),
            repeats: Vec::new(),
            finding: None,
            added: None,
            archived: None,
            rest: Rest::new(),
        }
    }

    /// Whether it was part of the plan at the end of a day: added by then, and not archived.
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.added.is_none_or(|added| added <= day) && self.archived.is_none_or(|archived| archived > day)
    }
}

/// What an item of a plan is. It is said and never worked out from where the item stands, because real plans leave levels out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// What the plan is for, such as "Integrated working".
    Priority,
    /// A part of a priority.
    Area,
    /// What is to be done.
    #[default]
    Action,
    /// What comes of an action.
    Output,
    /// A step on the way to an action or an output, with a date of its own. It is ticked off, and has no RAG.
    Milestone,
}

impl Level {
    /// All of them, the widest first.
    pub const ALL: [Self; 5] = [Self::Priority, Self::Area, Self::Action, Self::Output, Self::Milestone];

    /// The word for it on the screen and on paper.
    pub fn word(self) -> &'static str {
        match self {
            Self::Priority => "Priority",
            Self::Area => "Area of focus",
            Self::Action => "Action",
            Self::Output => "Output",
            Self::Milestone => "Milestone",
        }
    }
}

/// What a round found that an action is to change. It holds no figure: what was found is read from the round, and what the
/// next round finds from that one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// The round.
    pub round: RoundId,
    /// The arc.
    pub theme: ThemeId,
    /// The statement of it; `None` if the arc as a whole is meant.
    pub statement: Option<StatementId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What was reported about an item on a day. Entries are only ever added; the newest says how things stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Progress {
    /// The item.
    pub item: ItemId,
    /// The day it was reported.
    pub on: NaiveDate,
    /// When it was recorded, which orders entries of one day.
    pub recorded: DateTime<Utc>,
    /// Who reported it, as a role; empty if not said.
    pub by: String,
    /// What was reported, in words; empty if only something else changed.
    pub text: String,
    /// The RAG that was set with it, if one was.
    pub rag: Option<Rag>,
    /// The date that replaced the one before, if it was revised.
    pub revised: Option<Revision>,
    /// Whether the milestone was reached, if that was said: `Some(false)` takes an earlier tick back.
    pub ticked: Option<bool>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl Progress {
    /// An entry about an item that says nothing yet.
    pub fn blank(item: ItemId, on: NaiveDate, recorded: DateTime<Utc>) -> Self {
        Self {
            item,
            on,
            recorded,
            by: String::new(),
            text: String::new(),
            rag: None,
            revised: None,
            ticked: None,
            rest: Rest::new(),
        }
    }

    /// Whether it says anything of the item: words, a RAG, a new date or a tick.
    pub fn says_something(&self) -> bool {
        !self.text.trim().is_empty() || self.rag.is_some() || self.revised.is_some() || self.ticked.is_some()
    }
}

/// A revised due date. The one it replaces stays readable in the entries before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Revision {
    /// The new date, as written.
    pub due: String,
    /// How a person said that it is meant, where it is not as it is read.
    pub meant: Option<Meant>,
    /// Why it was revised; empty if not said.
    pub reason: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The red, amber, green tag of an action: set by a person, never worked out, and never a colour of the rainbow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rag {
    /// Nobody has said.
    #[default]
    NotSet,
    /// In trouble.
    Red,
    /// At risk.
    Amber,
    /// Going as planned.
    Green,
    /// Done.
    Complete,
}

impl Rag {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::NotSet, Self::Red, Self::Amber, Self::Green, Self::Complete];

    /// The word for it on the screen and on paper.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotSet => "Not set",
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::Green => "Green",
            Self::Complete => "Complete",
        }
    }
}
