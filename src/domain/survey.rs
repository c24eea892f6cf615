//! A survey: the statements that a round asks, frozen under the hash of their text once they are handed out.

use sha2::{Digest, Sha256};

use super::area::{LEADERS, StaffGroup};
use super::framework::Framework;
use super::ids::{AspectId, PerspectiveId, PracticeId, StaffGroupId, StatementId, SurveyHash, ThemeId};

/// A questionnaire: what can be asked, before it is handed out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Questionnaire {
    /// Its title.
    pub title: String,
    /// Who wrote it, in words for the screen.
    pub source: String,
    /// Whom it is for.
    pub for_whom: ForWhom,
    /// Its statements, in the order in which they are asked.
    pub statements: Vec<Statement>,
}

/// Whom a questionnaire is for. What the one say is shown beside what the others say and never counted with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForWhom {
    /// The people who work with children.
    #[default]
    Workforce,
    /// Children, young people and families.
    Children,
}

/// A survey as it was handed out. Two surveys are the same when their frozen text is.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The exact text that was handed out; its SHA-256 is the survey's hash.
    pub frozen: String,
    /// The hash of the frozen text.
    pub hash: SurveyHash,
    /// The framework it belongs to, as worded when it was handed out.
    pub framework: Framework,
    /// What it asks.
    pub questionnaire: Questionnaire,
}

/// One statement, answered from 1 to 5.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// Its id: the same while it asks the same thing.
    pub id: StatementId,
    /// The theme it belongs to.
    pub theme: ThemeId,
    /// From whose eyes it is put, if it says so.
    pub perspective: Option<PerspectiveId>,
    /// The practice it is about, if it is about one.
    pub practice: Option<PracticeId>,
    /// Which aspect of the practice it is about.
    pub aspect: Option<AspectId>,
    /// The statement itself.
    pub text: String,
    /// A short label for charts and tables.
    pub label: String,
    /// What a 1 looks like.
    pub at_1: String,
    /// What a 5 looks like.
    pub at_5: String,
    /// The staff groups it is meant for; empty means everybody.
    pub audience: Vec<StaffGroupId>,
}

impl Statement {
    /// Whether the statement is meant for a person of this staff group. Groups beneath a default group are asked what it
    /// is asked; a person who did not say is asked everything.
    pub fn is_asked_of(&self, group: Option<&StaffGroupId>, groups: &[StaffGroup]) -> bool {
        let Some(group) = group else { return true };
        if self.audience.is_empty() || self.audience.contains(group) {
            return true;
        }
        groups
            .iter()
            .find(|candidate| candidate.id == *group)
            .and_then(|candidate| candidate.within.as_ref())
            .is_some_and(|within| self.audience.contains(within))
    }

    /// Whether only leaders and managers are asked it.
    pub fn is_for_leaders_only(&self) -> bool {
        matches!(self.audience.as_slice(), [only] if only.as_str() == LEADERS)
    }
}

impl Survey {
    /// The hash of a frozen text.
    pub fn hash_of(frozen: &str) -> SurveyHash {
        SurveyHash(Sha256::digest(frozen.as_bytes()).into())
    }

    /// Where a statement stands in the order of the survey, counted from 0.
    pub fn position(&self, id: &StatementId) -> Option<usize> {
        self.questionnaire.statements.iter().position(|statement| statement.id == *id)
    }

    /// The statement of this id.
    pub fn statement(&self, id: &StatementId) -> Option<&Statement> {
        self.questionnaire.statements.iter().find(|statement| statement.id == *id)
    }

    /// The statements of a theme, in order.
    pub fn of_theme<'a>(&'a self, theme: &'a ThemeId) -> impl Iterator<Item = &'a Statement> {
        self.questionnaire.statements.iter().filter(move |statement| statement.theme == *theme)
    }

    /// The themes that it asks about, in the order of the framework.
    pub fn themes(&self) -> impl Iterator<Item = &super::framework::Theme> {
        self.framework.themes.iter().filter(|theme| self.of_theme(&theme.id).next().is_some())
    }
}

impl PartialEq for Survey {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Eq for Survey {}

impl std::hash::Hash for Survey {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}
