//! What taking a file of records would change, worked out before anything is changed.

use std::collections::{BTreeMap, BTreeSet};

use super::import::Batch;
use crate::domain::ids::{RecordId, ResponseId, RoundId};
use crate::domain::record::{Body, Kind, Versions};
use crate::domain::workspace::Workspace;

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
        let elsewhere = held_elsewhere(batch, here);
        for id in ids {
            let Some(after) = records.get(id) else { continue };
            let kind = match after.shown().body.kind() {
                // A person is told of each kind beside the counts; a file must not fill the page with them.
                Kind::Unknown(_) => Kind::Unknown(NEWER.into()),
                known => known,
            };
            let counts = preview.by_kind.entry(kind).or_default();
            let counted = counts.slot(before.get(id), after, in_file.contains(&id) && !elsewhere.contains(&id));
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

/// The packs of a file whose responses are all here, be it in other packs, as packs are folded.
fn held_elsewhere(batch: &Batch, here: Option<&Workspace>) -> BTreeSet<RecordId> {
    let packs = || {
        batch.records.iter().filter_map(|record| match &record.body {
            Body::Pack(pack) => Some((record.id, pack)),
            _ => None,
        })
    };
    let Some(here) = here else { return BTreeSet::new() };
    let rounds: BTreeSet<RoundId> = packs().map(|(_, pack)| pack.round).collect();
    let packs_here = rounds.iter().flat_map(|round| here.packs(*round));
    let held: BTreeSet<ResponseId> =
        packs_here.flat_map(|(_, pack)| &pack.responses).map(|response| response.id).collect();
    let all_held = packs().filter(|(_, pack)| pack.responses.iter().all(|response| held.contains(&response.id)));
    all_held.map(|(id, _)| id).collect()
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
