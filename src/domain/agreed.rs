//! What the Trust agreed about where it is: a position for each arc and an overall assessment. They are its own, set by people and
//! never worked out from answers. Where it wants to be, its targets, stands in `round.rs`.

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::ThemeId;
use super::rest::Rest;
use super::round::TenthScore;

/// Where the Trust agreed that it is on an arc: one entry each time it is agreed; the latest counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// The arc.
    pub theme: ThemeId,
    /// The place on the scale; `None` where none was agreed, or an earlier one is taken back.
    pub score: Option<TenthScore>,
    /// Whether the arc is called strong or to be developed; `None` where neither was said.
    pub standing: Option<Standing>,
    /// The day it was agreed.
    pub on: NaiveDate,
    /// When it was recorded, which orders entries of one day.
    pub recorded: DateTime<Utc>,
    /// Who agreed it, as a role; empty if not said.
    pub by: String,
    /// Why; empty if not said.
    pub reason: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What people call an arc. No score decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is strong.
    Strong,
    /// It is to be developed.
    ToDevelop,
}

/// The overall assessment in words: one entry each time it is written; the latest counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assessment {
    /// The words; empty where an earlier one is taken back.
    pub text: String,
    /// The day it was agreed.
    pub on: NaiveDate,
    /// When it was recorded, which orders entries of one day.
    pub recorded: DateTime<Utc>,
    /// Who agreed it, as a role; empty if not said.
    pub by: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl Position {
    /// Whether it says nothing of where the Trust is: nothing was agreed, or it was taken back.
    pub fn is_blank(&self) -> bool {
        self.score.is_none() && self.standing.is_none()
    }
}
