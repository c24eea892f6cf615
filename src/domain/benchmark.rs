//! Benchmarks: what areas let each other have of a closed round, and the permission that is needed for it. No area's name
//! stands in one.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::framework::Framework;
use super::ids::{RecordId, ReplicaId, RoundId, ThemeId};
use super::rest::Rest;
use super::round::TenthScore;
use super::stamp::Stamp;

/// The figures that an area gave away: by theme, how its workforce sees things. Only figures in which nobody can be picked
/// out are in it. Its record keeps the same id in every file of one area, so that a later file takes the earlier one's place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Benchmark {
    /// The framework that it measures with, by id and by the version of its wording.
    pub framework: (String, String),
    /// What the region is called, if whoever gave it said so; empty otherwise.
    pub region: String,
    /// The month in which the round was opened, as its first day.
    pub month: NaiveDate,
    /// When it was made: of two that one area gave, the later counts.
    pub made: DateTime<Utc>,
    /// How many people responded.
    pub responses: u32,
    /// The fewest people that a figure in it stands for, 5 to 50.
    pub smallest_group: u32,
    /// By theme that was asked.
    pub themes: BTreeMap<ThemeId, BenchmarkFigure>,
    /// Who allowed it.
    pub permission: Permission,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The figure of a theme in a benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BenchmarkFigure {
    /// The mean over people, to a tenth, and how many they are.
    Mean(TenthScore, u32),
    /// Too few people to show it.
    TooFew,
}

/// That somebody allowed figures to leave the area.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Permission {
    /// Who gave it, as a role; never empty.
    pub by: String,
    /// The day it was given.
    pub on: NaiveDate,
}

/// That this area gave its figures of a round away: one entry each time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Given {
    /// The id that the area's benchmarks carry in files: a random number that tells nothing of the area.
    pub benchmark: RecordId,
    /// The round.
    pub round: RoundId,
    /// Who allowed it.
    pub permission: Permission,
    /// When the file was made.
    pub made: DateTime<Utc>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

impl Benchmark {
    /// Whether its figures mean what this framework's do.
    pub fn measures_with(&self, framework: &Framework) -> bool {
        (self.framework.0.as_str(), self.framework.1.as_str()) == (&*framework.id, &*framework.version)
    }

    /// The stamp that it has wherever it is taken in: by when it was made, so that the same files give the same in whatever
    /// order they come, and however often.
    pub fn stamp(&self, id: RecordId) -> Stamp {
        let made = u64::try_from(self.made.timestamp_millis()).unwrap_or_default().max(1);
        let (high, low) = id.0.as_u64_pair();
        Stamp::from_counts([(ReplicaId(high ^ low), made)])
    }
}
