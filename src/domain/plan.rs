//! A plan as councils write it: items in their order, what is due when in the words it was written in, and dated progress.

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{ItemId, PlanId, ThemeId};
use super::order::OrderKey;
use super::rest::Rest;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Its title, such as "One Children's Workforce Action Plan".
    pub title: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
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
    /// Its number or letter as written, such as "7" or "1.7.3". A label, never an index; may be empty or repeated.
    pub label: String,
    /// What is to be done.
    pub text: String,
    /// Who leads, as written: a role, initials, a group, or several.
    pub lead: String,
    /// When it is due, as written. `due.rs` reads it.
    pub due: String,
    /// The arcs it serves.
    pub themes: Vec<ThemeId>,
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
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A revised due date. The one it replaces stays readable in the entries before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Revision {
    /// The new date, as written.
    pub due: String,
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
