//! A sign-off: that somebody stands for what was agreed, with all of it as it stood when it was signed.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::agreed::{Assessment, Position};
use super::ids::{RoundId, ThemeId};
use super::rest::Rest;
use super::round::{Target, TenthScore};

/// That somebody signed something off on a day. Signing again is another entry; none is ever changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SignOff {
    /// Who signed, as a role, such as "Director of Children's Services".
    pub by: String,
    /// The day it was signed.
    pub on: NaiveDate,
    /// When it was recorded, which orders entries of one day.
    pub recorded: DateTime<Utc>,
    /// What whoever signed wants to add; empty if nothing.
    pub words: String,
    /// What was signed: where the Trust is and wants to be.
    pub picture: Picture,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Where the Trust is and wants to be, and what the survey said of it, as it stands or as it stood when it was signed. The values
/// themselves are in it, so that nothing done later can change what was signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Picture {
    /// The agreed position of each arc that has one, by theme.
    pub positions: Vec<Position>,
    /// The target of each arc that has one, by theme.
    pub targets: Vec<Target>,
    /// The overall assessment, if one was written.
    pub assessment: Option<Assessment>,
    /// What may be shared of the survey; `None` where no round with answers was closed.
    pub figures: Option<Figures>,
}

/// The figures of a closed round that may be shared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figures {
    /// The round.
    pub round: RoundId,
    /// Its title.
    pub title: String,
    /// How many people responded.
    pub responses: usize,
    /// By theme, those that may be shared.
    pub themes: BTreeMap<ThemeId, Figure>,
}

/// What the survey says of an arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The mean over people, to a tenth.
    pub mean: TenthScore,
    /// How many people stand behind it.
    pub people: usize,
}

impl Picture {
    /// Whether nothing was agreed that somebody could stand for. What the survey says is nobody's to sign.
    pub fn is_blank(&self) -> bool {
        self.positions.is_empty() && self.targets.is_empty() && self.assessment.is_none()
    }

    /// The agreed position of an arc.
    pub fn position(&self, theme: &ThemeId) -> Option<&Position> {
        self.positions.iter().find(|position| position.theme == *theme)
    }

    /// The target of an arc.
    pub fn target(&self, theme: &ThemeId) -> Option<&Target> {
        self.targets.iter().find(|target| target.theme == *theme)
    }

    /// What the survey says of an arc.
    pub fn figure(&self, theme: &ThemeId) -> Option<Figure> {
        self.figures.as_ref()?.themes.get(theme).copied()
    }
}
