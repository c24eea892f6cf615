//! An item of a plan as a table tells it, and which of the three shapes the plan has.

use crate::domain::plan::Rag;

/// Which shape a plan is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A flat list: number, action, lead, target date, progress, RAG.
    #[default]
    Actions,
    /// A dated list of tasks: timescale, task, lead, progress.
    Timescales,
    /// A tree: priority, area of focus, action, output, with the rest on an action or an output.
    Strategy,
}

/// What an item of a plan is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// What several areas of focus serve.
    Priority,
    /// An area of focus.
    Area,
    /// Something to be done.
    #[default]
    Action,
    /// What comes of an action.
    Output,
    /// A step on the way to an action or an output.
    Milestone,
}

/// An item of a plan in the words of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub level: Level,
    /// The place in the list of the item it stands beneath, always an earlier one; `None` at the top.
    pub parent: Option<usize>,
    /// Its number or letter as written, with its mark, such as "1.7.3" or "c."; may be empty or repeated.
    pub label: String,
    /// What it says, without the label.
    pub text: String,
    /// Who leads, as written.
    pub lead: String,
    /// When it is due, as written.
    pub due: String,
    /// What it takes or costs, as written.
    pub resources: String,
    /// What may get in its way, as written.
    pub risk: String,
    /// What has been reported about it.
    pub progress: String,
    /// Its RAG; not set where none was written.
    pub rag: Rag,
    /// Whether it has been reached, for a milestone of which that is said.
    pub reached: Option<bool>,
}

impl Item {
    /// Whether there is anything about it beside what it is and says.
    pub(super) fn has_details(&self) -> bool {
        let words = [&self.lead, &self.due, &self.resources, &self.risk, &self.progress];
        words.iter().any(|words| !words.is_empty()) || self.rag != Rag::NotSet || self.reached.is_some()
    }
}
