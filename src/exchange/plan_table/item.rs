//! An item of a plan as a table tells it.

use chrono::NaiveDate;

use crate::domain::due::read_day;
use crate::domain::plan::{Level, Rag};

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
    pub reached: Option<Reached>,
}

impl Item {
    /// Whether there is anything about it beside what it is and says.
    pub(super) fn has_details(&self) -> bool {
        let words = [&self.lead, &self.due, &self.resources, &self.risk, &self.progress];
        words.iter().any(|words| !words.is_empty()) || self.rag != Rag::NotSet || self.reached.is_some()
    }
}

/// Whether a milestone has been reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// It has not.
    No,
    /// It has; nobody said when.
    Yes,
    /// It was on this day.
    On(NaiveDate),
}

impl Reached {
    /// The words for it in a table: "reached 12 March 2013".
    pub(super) fn words(self) -> String {
        match self {
            Self::No => "not reached".to_owned(),
            Self::Yes => "reached".to_owned(),
            Self::On(day) => format!("reached {}", day.format("%-d %B %Y")),
        }
    }

    /// Reads those words.
    pub(super) fn read(words: &str) -> Option<Self> {
        match words {
            "not reached" => Some(Self::No),
            "reached" => Some(Self::Yes),
            _ => words.strip_prefix("reached ").and_then(read_day).map(Self::On),
        }
    }
}
