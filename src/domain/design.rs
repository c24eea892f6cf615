//! A survey design: a survey in the making, of which nothing is frozen until it is handed out.
//!
//! The design is one record and each of its statements another, so that two people can write on it without meeting. What
//! it covers decides which statements are asked; those of other arcs and practices are kept, and so are retired ones.

use super::framework::Framework;
use super::ids::{DesignId, DesignStatementId, PracticeId, SurveyHash, ThemeId};
use super::order::{OrderKey, Place};
use super::rest::Rest;
use super::survey::{ForWhom, Questionnaire, Statement};

/// A survey in the making.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Design {
    /// Its title, which becomes the questionnaire's.
    pub title: String,
    /// Who wrote its statements, in words for the screen.
    pub source: String,
    /// What it was begun from.
    pub start: Start,
    /// The themes it covers.
    pub themes: Vec<ThemeId>,
    /// The practices it covers, within these themes.
    pub practices: Vec<PracticeId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What a design was begun from. Its framework follows from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Start {
    /// The questionnaire that Rainbow brings along.
    Standard,
    /// A survey that was handed out here before.
    Survey(SurveyHash),
    /// Nothing: a framework without a statement.
    Empty,
}

/// A statement as it stands in a design.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DesignStatement {
    /// The design it belongs to.
    pub design: DesignId,
    /// Where it stands among the statements of its part of the survey.
    pub order: OrderKey,
    /// The statement.
    pub statement: Statement,
    /// Whether it is no longer asked.
    pub retired: bool,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Which way a thing is moved in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
}

impl Design {
    /// Whether it covers what a statement is about.
    pub fn covers(&self, statement: &Statement) -> bool {
        self.themes.contains(&statement.theme)
            && statement.practice.as_ref().is_none_or(|practice| self.practices.contains(practice))
    }

    /// What it asks if it is handed out as it stands: its statements that are not retired, in the order of the framework's
    /// themes and practices, and within these in their own. Give it the statements in their order.
    pub fn questionnaire<'a>(
        &self,
        framework: &Framework,
        statements: impl IntoIterator<Item = &'a DesignStatement>,
    ) -> Questionnaire {
        let asked = statements.into_iter().filter(|one| !one.retired && self.covers(&one.statement));
        let mut asked: Vec<Statement> = asked.map(|one| one.statement.clone()).collect();
        asked.sort_by_key(|statement| part(framework, statement));
        Questionnaire {
            title: self.title.clone(),
            source: self.source.clone(),
            for_whom: ForWhom::Workforce,
            statements: asked,
        }
    }
}

impl DesignStatement {
    /// Where it stands.
    pub fn place(&self, id: DesignStatementId) -> Place {
        self.order.place(id)
    }

    /// Whether two statements stand in one list, of which each can be moved past the other.
    pub fn stands_with(&self, other: &Self) -> bool {
        let part = |one: &Self| (one.design, one.retired, one.statement.theme.clone(), one.statement.practice.clone());
        part(self) == part(other)
    }
}

/// Where the part of the survey that a statement belongs to stands: by theme, and within it first what is about no
/// practice. What the framework does not know comes last.
fn part(framework: &Framework, statement: &Statement) -> (usize, usize) {
    let theme = framework.themes.iter().position(|theme| theme.id == statement.theme);
    let practice = statement.practice.as_ref().map(|practice| {
        let at = framework.practices.iter().position(|candidate| candidate.id == *practice);
        at.map_or(usize::MAX, |at| at.saturating_add(1))
    });
    (theme.unwrap_or(usize::MAX), practice.unwrap_or(0))
}
