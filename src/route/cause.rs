//! What an action is begun from: an arc of a round, perhaps one of its statements, perhaps a suggestion; or a gap in training.

use crate::domain::ids::{RoundId, StatementId, SuggestionId, ThemeId, TrainingGapId};

const ROUND: &str = "round";
const STATEMENT: &str = "statement";
const SUGGESTION: &str = "suggestion";
const GAP: &str = "gap";

/// What an action is begun from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cause {
    /// The arc.
    pub theme: ThemeId,
    /// The round whose finding it is; `None` for the latest.
    pub round: Option<RoundId>,
    /// The statement of the arc, if one is meant.
    pub statement: Option<StatementId>,
    /// The suggestion whose words are to be adapted, if one was chosen.
    pub suggestion: Option<SuggestionId>,
    /// The gap in training for the arc, if the action is to address one.
    pub gap: Option<TrainingGapId>,
}

impl Cause {
    /// An arc as a round found it; `None` for the latest round.
    pub fn of(theme: ThemeId, round: Option<RoundId>) -> Self {
        Self { theme, round, statement: None, suggestion: None, gap: None }
    }

    /// The parts of an address that name it; `None` where they name nothing.
    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let (theme, mut rest) = parts.split_first()?;
        let mut cause = Self::of(ThemeId::parse(theme)?, None);
        if let [ROUND, id, after @ ..] = rest {
            (cause.round, rest) = (Some(RoundId::parse(id)?), after);
        }
        if let [STATEMENT, id, after @ ..] = rest {
            (cause.statement, rest) = (Some(StatementId::parse(id)?), after);
        }
        if let [SUGGESTION, id, after @ ..] = rest {
            (cause.suggestion, rest) = (Some(SuggestionId::parse(id)?), after);
        }
        if let [GAP, id, after @ ..] = rest {
            (cause.gap, rest) = (Some(TrainingGapId::parse(id)?), after);
        }
        rest.is_empty().then_some(cause)
    }

    /// How it is written in an address.
    pub(super) fn path(&self) -> String {
        let mut path = self.theme.to_string();
        let round = self.round.map(|id| (ROUND, id.to_string()));
        let statement = self.statement.as_ref().map(|id| (STATEMENT, id.to_string()));
        let suggestion = self.suggestion.as_ref().map(|id| (SUGGESTION, id.to_string()));
        let gap = self.gap.map(|id| (GAP, id.to_string()));
        for (name, id) in [round, statement, suggestion, gap].into_iter().flatten() {
            path.push_str(&format!("/{name}/{id}"));
        }
        path
    }
}
