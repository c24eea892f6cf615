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

/// A statement speaks of a part that the framework does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The statement.
    pub statement: StatementId,
    /// What kind of part it is: "theme", "practice", "aspect" or "perspective".
    pub part: &'static str,
    /// The id of the part.
    pub lacking: String,
}

/// Whether all statements speak of parts that the framework has.
///
/// # Errors
/// The first that does not.
pub fn check(framework: &Framework, statements: &[Statement]) -> Result<(), Misfit> {
    statements.iter().try_for_each(|statement| {
        let lacks =
            |part, lacking: &str| Err(Misfit { statement: statement.id.clone(), part, lacking: lacking.to_owned() });
        if framework.theme(&statement.theme).is_none() {
            return lacks("theme", statement.theme.as_str());
        }
        if let Some(practice) = statement.practice.as_ref().filter(|id| framework.practice(id).is_none()) {
            return lacks("practice", practice.as_str());
        }
        if let Some(aspect) = statement.aspect.as_ref().filter(|id| framework.aspect(id).is_none()) {
            return lacks("aspect", aspect.as_str());
        }
        if let Some(perspective) = statement.perspective.as_ref().filter(|id| framework.perspective(id).is_none()) {
            return lacks("perspective", perspective.as_str());
        }
        Ok(())
    })
}

impl Statement {
    /// Whether this puts the same thing in the same words to whoever answers, in the same place of the framework. Only then
    /// is there no doubt that answers to both can be compared; a label and an audience change nothing of that.
    pub fn asks_just_as(&self, other: &Self) -> bool {
        let Self { id: _, label: _, audience: _, theme, perspective, practice, aspect, text, at_1, at_5 } = self;
        (theme, perspective, practice, aspect) == (&other.theme, &other.perspective, &other.practice, &other.aspect)
            && (text, at_1, at_5) == (&other.text, &other.at_1, &other.at_5)
    }

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
