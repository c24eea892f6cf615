//! What taking a file would change, worked out before anything is changed.

use std::collections::{BTreeMap, BTreeSet};

use super::import::Batch;
use super::problem::{Fault, Notice};
use super::wire::response::SpelledResponses;
use crate::domain::ids::{RecordId, RoundId, SurveyHash};
use crate::domain::record::{Kind, Versions};
use crate::domain::response::{PACK_SIZE, Pack, Response};
use crate::domain::rest::Rest;
use crate::domain::workspace::{RoundState, Workspace};

/// What all kinds that only a newer Rainbow understands are counted as.
const NEWER: &str = "Kinds of a newer Rainbow";

/// What a file of records would change, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordsPreview {
    /// Counts by kind of record; kinds without any are left out.
    pub by_kind: BTreeMap<Kind, Counts>,
}

/// How many records a file would change, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not here yet.
    pub added: usize,
    /// Here in an older version.
    pub updated: usize,
    /// Deleted there since.
    pub deleted: usize,
    /// Changed both here and there: both versions are kept until a person chooses.
    pub conflicts: usize,
    /// Here already, as new or newer.
    pub known: usize,
    /// In the file, and deleted here since.
    pub gone: usize,
}

/// What a file of responses would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponsesPreview {
    /// The round that they belong to.
    pub round: RoundId,
    /// The survey that they answer.
    pub survey: SurveyHash,
    /// New ones.
    pub added: Vec<Response>,
    /// Corrections of ones that are here.
    pub corrected: Vec<Response>,
    /// How many are here already.
    pub known: usize,
    /// How many were taken back and stay out.
    pub withdrawn: usize,
    /// What a person should know of.
    pub notices: Vec<Notice>,
}

impl RecordsPreview {
    /// What taking `batch` into a workspace (or into an empty one) would change.
    pub fn of(batch: &Batch, here: Option<&Workspace>) -> Self {
        let mut records = here.map(|workspace| workspace.records().clone()).unwrap_or_default();
        let before = records.clone();
        let mut preview = Self::default();
        for record in &batch.records {
            records.take(record.clone());
        }
        let ids: BTreeSet<RecordId> = batch.records.iter().map(|record| record.id).collect();
        let standing = batch.records.iter().filter(|record| !record.body.is_deleted());
        let in_file: BTreeSet<RecordId> = standing.map(|record| record.id).collect();
        for id in ids {
            let Some(after) = records.get(id) else { continue };
            let kind = match after.shown().body.kind() {
                // A person is told of each kind beside the counts; a file must not fill the page with them.
                Kind::Unknown(_) => Kind::Unknown(NEWER.into()),
                known => known,
            };
            let counts = preview.by_kind.entry(kind).or_default();
            let counted = counts.slot(before.get(id), after, in_file.contains(&id));
            *counted = counted.saturating_add(1);
        }
        preview
    }

    /// All counts added up.
    pub fn total(&self) -> Counts {
        self.by_kind.values().fold(Counts::default(), |sum, counts| Counts {
            added: sum.added.saturating_add(counts.added),
            updated: sum.updated.saturating_add(counts.updated),
            deleted: sum.deleted.saturating_add(counts.deleted),
            conflicts: sum.conflicts.saturating_add(counts.conflicts),
            known: sum.known.saturating_add(counts.known),
            gone: sum.gone.saturating_add(counts.gone),
        })
    }

    /// Whether something would change that a survey file need not change: anything that is here already but the survey.
    pub fn changes_more_than_surveys(&self) -> bool {
        let changes = |counts: &Counts| counts.updated > 0 || counts.deleted > 0 || counts.conflicts > 0;
        self.by_kind.iter().any(|(kind, counts)| *kind != Kind::Survey && changes(counts))
    }

    /// Whether everything is here already.
    pub fn brings_nothing(&self) -> bool {
        let total = self.total();
        total == Counts { known: total.known, gone: total.gone, ..Counts::default() }
    }
}

impl Counts {
    fn slot(&mut self, before: Option<&Versions>, after: &Versions, in_file: bool) -> &mut usize {
        let was_there = before.is_some_and(|before| !before.shown().body.is_deleted());
        let is_deleted = after.shown().body.is_deleted();
        if before == Some(after) && is_deleted && in_file {
            &mut self.gone
        } else if before == Some(after) || (!was_there && is_deleted) {
            &mut self.known
        } else if after.in_conflict() {
            &mut self.conflicts
        } else if is_deleted {
            &mut self.deleted
        } else if was_there {
            &mut self.updated
        } else {
            &mut self.added
        }
    }
}

impl ResponsesPreview {
    /// What taking `file` into a workspace would bring.
    ///
    /// # Errors
    /// If the file is for another area, a round or a survey that is not here, or an answer in it is none.
    pub fn of(file: SpelledResponses, here: &Workspace) -> Result<Self, Fault> {
        if file.workspace != here.id() {
            return Err(Fault::at("", "these are answers to another area\u{2019}s survey"));
        }
        let (round, hash) = (file.round, file.survey);
        let title = &here
            .round(round)
            .ok_or_else(|| Fault::at("", "these are answers to a round that is not in this area"))?
            .title;
        if here.round_state(round) != RoundState::Open {
            let what = "Reopen it on the Survey page to take late answers in";
            return Err(Fault::at("", format!("the round \u{201c}{title}\u{201d} is closed. {what}")));
        }
        let survey =
            here.survey(hash).ok_or_else(|| Fault::at("", "these are answers to a survey that is not in this area"))?;
        let mut preview = Self {
            round,
            survey: hash,
            added: Vec::new(),
            corrected: Vec::new(),
            known: 0,
            withdrawn: 0,
            notices: Vec::new(),
        };
        let gathered = here.gathered(round);
        for (at, response) in file.in_order_of(survey)?.into_iter().enumerate() {
            if here.records().withdrawn().contains(&response.id) {
                preview.withdrawn = preview.withdrawn.saturating_add(1);
                continue;
            }
            match gathered.responses.get(&response.id) {
                None => preview.added.push(response),
                Some((_, known)) if known.revision < response.revision => preview.corrected.push(response),
                Some((_, known))
                    if known.revision == response.revision
                        && !here.packs(round).any(|(_, pack)| pack.responses.contains(&response)) =>
                {
                    preview.notices.push(Notice::Clash { place: at.saturating_add(1) });
                    preview.corrected.push(response);
                }
                Some(_) => preview.known = preview.known.saturating_add(1),
            }
        }
        Ok(preview)
    }

    /// The packs that bring it in.
    pub fn into_packs(self) -> Vec<Pack> {
        let mut responses = self.added;
        responses.extend(self.corrected);
        responses
            .chunks(PACK_SIZE)
            .map(|chunk| Pack { round: self.round, survey: self.survey, responses: chunk.to_vec(), rest: Rest::new() })
            .collect()
    }
}
