//! What a group said to a survey by show of hands: how many people put their hand up for each answer.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ids::{RoundId, StatementId, SurveyHash};
use super::rest::Rest;

/// The answers of a group, such as a class or a youth club. They are shown beside single answers, as people per score.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroupAnswers {
    /// The round they belong to.
    pub round: RoundId,
    /// The survey that was put to the group.
    pub survey: SurveyHash,
    /// The day on which they answered.
    pub on: NaiveDate,
    /// How many people there were, 1 or more.
    pub people: u32,
    /// What whoever helped wants to add, such as where it was; empty if nothing. Never a name.
    pub note: String,
    /// By statement: the hands that went up. A statement that was not put to the group is not in it.
    pub hands: BTreeMap<StatementId, Hands>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// How many hands went up for each answer to a statement. Whoever put up none is in neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hands {
    /// By score, from 1 to 5.
    pub scores: [u32; 5],
    /// For "I don't know".
    pub dont_know: u32,
}

impl Hands {
    /// All hands together.
    pub fn all(&self) -> u32 {
        self.scores.iter().fold(self.dont_know, |all, hands| all.saturating_add(*hands))
    }
}

impl GroupAnswers {
    /// The first statement for which more hands went up than there were people; `None` if there is none such.
    pub fn too_many(&self) -> Option<&StatementId> {
        self.hands.iter().find(|(_, hands)| hands.all() > self.people).map(|(statement, _)| statement)
    }
}
