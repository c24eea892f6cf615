//! What a file of a batch would bring, or why nothing of it can be taken.

use std::collections::BTreeSet;

use super::known::Standing;
use crate::domain::ids::{ItemId, PlanId, RoundId};
use crate::domain::workspace::Workspace;
use crate::exchange::preview::RecordsPreview;
use crate::exchange::problem::{Notice, ReadError};
use crate::exchange::wire::update::Report;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReport {
    /// Its name.
    pub name: String,
    /// What it would bring.
    pub outcome: Outcome,
    /// What a person should know of before taking it, each with its place.
    pub notices: Vec<Notice>,
}

/// What a file would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing: it can't be taken.
    Refused(ReadError),
    /// Records of the area.
    Records {
        /// How many of each kind, and what they would change.
        preview: RecordsPreview,
        /// The survey, if the file is one that was handed out.
        survey: Option<SurveyWords>,
    },
    /// Responses.
    Responses(Tally),
    /// What a lead is asked.
    Asking(AskedWords),
    /// What a lead reports.
    Report(UpdateTally),
    /// What a table gets in an exercise.
    Seating(SeatingWords),
}

/// What a lead is asked, as it is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedWords {
    /// The lead.
    pub lead: String,
    /// The name of the area that asks.
    pub area: String,
    /// The title of the plan.
    pub plan: String,
    /// How many items they are asked about.
    pub items: usize,
    /// Whether it is not here yet.
    pub is_new: bool,
    /// Whether a later one is here.
    pub is_older: bool,
}

/// What a table gets in an exercise, as it is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatingWords {
    /// The name of the area whose exercise it is.
    pub area: String,
    /// What the exercise is called.
    pub title: String,
    /// Whether it is not here yet.
    pub is_new: bool,
}

/// What a lead's report would bring, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateTally {
    /// The plan.
    pub plan: PlanId,
    /// Its title when it was asked about.
    pub title: String,
    /// The lead who was asked.
    pub lead: String,
    /// Who reports; empty if not said.
    pub by: String,
    /// New entries.
    pub added: usize,
    /// The items that new entries are about.
    pub items: BTreeSet<ItemId>,
    /// Entries that are here already.
    pub known: usize,
    /// Entries that were here and were deleted since.
    pub gone: usize,
    /// Entries that can't be taken.
    pub not_taken: usize,
}

/// A survey that was handed out, as it is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyWords {
    /// The name of the area that asks; empty if it is not said.
    pub area: String,
    /// The title of the round.
    pub round: String,
    /// How many statements there are.
    pub statements: usize,
}

/// What a file of responses would bring, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// New ones.
    pub added: usize,
    /// Corrections of ones that are here.
    pub corrected: usize,
    /// Ones that are here with another content under the same revision. Both contents are kept, and one of them counts.
    pub clashes: usize,
    /// Ones that are here already.
    pub known: usize,
    /// Ones of which a newer revision is here.
    pub older: usize,
    /// Ones that were taken back, and stay out.
    pub withdrawn: usize,
    /// Ones that can't be taken.
    pub damaged: usize,
    /// The title of the round if it is closed: what is taken is late, and not counted until somebody says so.
    pub late: Option<String>,
}

impl FileReport {
    /// Whether taking it would change nothing.
    pub fn brings_nothing(&self) -> bool {
        match &self.outcome {
            Outcome::Refused(_) => true,
            Outcome::Records { preview, .. } => preview.brings_nothing(),
            Outcome::Responses(tally) => tally.taken() == 0,
            Outcome::Asking(words) => !words.is_new,
            Outcome::Report(tally) => tally.added == 0,
            Outcome::Seating(words) => !words.is_new,
        }
    }

    /// Whether it was changed after Rainbow made it.
    pub fn is_changed(&self) -> bool {
        self.notices.contains(&Notice::Changed)
    }

    /// Whether a person should look at it: something of it is not taken, or there is something to know.
    pub fn needs_a_look(&self) -> bool {
        let damaged = match &self.outcome {
            Outcome::Responses(tally) => tally.damaged > 0 || tally.clashes > 0,
            Outcome::Report(tally) => tally.not_taken > 0,
            _ => false,
        };
        matches!(self.outcome, Outcome::Refused(_)) || damaged || !self.notices.is_empty()
    }
}

impl SurveyWords {
    /// The survey of a round that came in a file of its own.
    pub(super) fn of(alone: &Workspace, round: RoundId) -> Option<Self> {
        let survey = alone.survey_of(round)?;
        Some(Self {
            area: alone.area().map(|area| area.name.clone()).unwrap_or_default(),
            round: alone.round(round)?.title.clone(),
            statements: survey.questionnaire.statements.len(),
        })
    }
}

impl UpdateTally {
    /// The report before any of its entries is counted.
    pub(super) fn of(report: &Report) -> Self {
        Self {
            plan: report.plan,
            title: report.title.clone(),
            lead: report.lead.clone(),
            by: report.by.clone(),
            added: 0,
            items: BTreeSet::new(),
            known: 0,
            gone: 0,
            not_taken: 0,
        }
    }

    /// Counts an entry about an item.
    pub(super) fn count(&mut self, slot: fn(&mut Self) -> &mut usize, item: ItemId) {
        let added = self.added;
        let counted = slot(self);
        *counted = counted.saturating_add(1);
        if self.added > added {
            self.items.insert(item);
        }
    }
}

impl Tally {
    /// How many responses would be taken.
    pub fn taken(&self) -> usize {
        self.added.saturating_add(self.corrected).saturating_add(self.clashes)
    }

    /// Counts a response by how it stands; `place` is its number in the file.
    pub(super) fn count(&mut self, standing: &Standing, place: usize, notices: &mut Vec<Notice>) {
        let slot = match standing {
            Standing::New => &mut self.added,
            Standing::Correction => &mut self.corrected,
            Standing::Known => &mut self.known,
            Standing::Older => &mut self.older,
            Standing::Repeated => {
                notices.push(Notice::Repeated { place });
                &mut self.known
            }
            Standing::Clash => {
                notices.push(Notice::Clash { place });
                &mut self.clashes
            }
        };
        *slot = slot.saturating_add(1);
    }

    /// Both counted together.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        Self {
            added: self.added.saturating_add(other.added),
            corrected: self.corrected.saturating_add(other.corrected),
            clashes: self.clashes.saturating_add(other.clashes),
            known: self.known.saturating_add(other.known),
            older: self.older.saturating_add(other.older),
            withdrawn: self.withdrawn.saturating_add(other.withdrawn),
            damaged: self.damaged.saturating_add(other.damaged),
            late: self.late.or_else(|| other.late.clone()),
        }
    }
}
