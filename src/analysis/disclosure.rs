//! What may be shared of a round, so that nobody can be picked out.
//!
//! Whoever reads a shared output (a report, a copied table, a picture) is taken to be an adversary. So shared figures come
//! only from here, only from a closed round, and a figure that fewer people than the threshold stand behind is withheld.
//! Counts of responses are never withheld: a low return is itself a finding. On the coordinator's own screen the same
//! rule is a courtesy that claims nothing, as the coordinator holds the raw answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::scores::{Measure, Scores};
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::workspace::{RoundState, Workspace};

/// The fewest people that a shared figure stands for, unless the coordinator asks for more.
pub const SMALLEST_GROUP: usize = 5;

/// A figure as it may be shown to somebody else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// It may be shown: the mean, 1 to 5, and how many people stand behind it.
    Mean {
        /// The mean over people.
        mean: f64,
        /// How many people.
        people: usize,
    },
    /// Too few people stand behind it.
    TooFew,
    /// Nobody gave a score.
    NoAnswers,
    /// It was not asked.
    NotAsked,
}

/// Why a round can't be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// It is still open: figures drawn on two days would show what the people in between said.
    StillOpen,
    /// It is not here.
    NotHere,
}

/// The figures of a closed round that may be shared, by theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Shareable {
    /// The day the round was closed.
    pub closed: NaiveDate,
    /// How many people responded.
    pub responses: usize,
    themes: BTreeMap<ThemeId, Shown>,
}

impl Shareable {
    /// The figures of a round.
    ///
    /// # Errors
    /// If the round is open or not here.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Result<Self, NotShared> {
        workspace.round(round).ok_or(NotShared::NotHere)?;
        let RoundState::Closed(closed) = workspace.round_state(round) else { return Err(NotShared::StillOpen) };
        let scores = Scores::of_round(workspace, round);
        let themes = scores.themes.iter().map(|(theme, measure)| (theme.clone(), shown(Some(measure)))).collect();
        Ok(Self { closed, responses: scores.responses, themes })
    }

    /// The figure of a theme.
    pub fn theme(&self, theme: &ThemeId) -> Shown {
        self.themes.get(theme).copied().unwrap_or(Shown::NotAsked)
    }
}

/// The figure of a measure under the rule for one cell; `None` was not asked.
pub fn shown(measure: Option<&Measure>) -> Shown {
    match measure {
        None => Shown::NotAsked,
        Some(measure) => match measure.mean() {
            None => Shown::NoAnswers,
            Some(_) if measure.people < SMALLEST_GROUP => Shown::TooFew,
            // To a tenth, as it is written: what a chart is drawn from tells no more than the table beside it.
            Some(mean) => Shown::Mean { mean: (mean * 10.0).round() / 10.0, people: measure.people },
        },
    }
}
