//! Merging: how two copies of a workspace become one.
//!
//! There is one way, used between two tabs, between the two stores of a device, and between a file and what is here:
//! put all versions of all records together in one set, in which a version is never changed, and drop each that another
//! one replaces. Nothing depends on which copy is "ours" or on the order, so merging is idempotent, commutative and
//! associative. One rule comes on top: a withdrawn response is taken out of everything that holds it, whichever copy
//! brought that or the withdrawal; and so is a response in progress that is over on this device. That keeps the stamp, since the version has seen what it had seen. It is done to what is
//! here when a withdrawal comes and to whatever comes after it, so both orders end alike, and no version stands beside
//! its own self with the response still in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::gone::{Gone, ended_record};
use super::ids::{RecordId, ResponseId};
use super::record::{Body, Kind, Record, Versions};
use super::response::withdrawal_record;

/// All records of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    by_id: BTreeMap<RecordId, Versions>,
    /// What is shown of each, by its kind, so that no question has to look at everything.
    by_kind: BTreeMap<Kind, BTreeMap<RecordId, Arc<Record>>>,
    gone: Gone,
}

/// The records of both copies, each record with the versions that neither copy replaces.
#[must_use]
pub fn merge(mut a: Records, b: &Records) -> Records {
    for record in b.iter() {
        a.take(record.clone());
    }
    a
}

impl Records {
    /// Takes in one version of one record. Returns the ids of the records that changed by it: its own, and for a
    /// withdrawal, or an ending on this device, also the packs, answers in progress and steps that the response was taken out of.
    pub fn take(&mut self, record: Arc<Record>) -> BTreeSet<RecordId> {
        let mut changed = BTreeSet::new();
        let record = stripped(&record, &self.gone).map_or(record, Arc::new);
        let id = record.id;
        let kind_before = self.by_id.get(&id).map(|versions| versions.shown().body.kind());
        let took = match self.by_id.get_mut(&id) {
            Some(versions) => versions.take(record.clone()),
            None => {
                self.by_id.insert(id, Versions::one(record.clone()));
                true
            }
        };
        if took {
            changed.insert(id);
            self.sort_in(id, kind_before);
        }
        let takes_out = match &record.body {
            Body::Withdrawal(withdrawal) if id == withdrawal_record(withdrawal.response) => {
                self.gone.withdraw(withdrawal.response)
            }
            Body::Ended(ended) if id == ended_record(ended.what) => self.gone.end(ended.what),
            _ => false,
        };
        if takes_out {
            let mut rewritten = Vec::new();
            for (holder, versions) in &mut self.by_id {
                let before = versions.shown().body.kind();
                if versions.rewrite(|version| stripped(version, &self.gone)) {
                    rewritten.push((*holder, before));
                }
            }
            for (holder, before) in rewritten {
                changed.insert(holder);
                self.sort_in(holder, Some(before));
            }
        }
        changed
    }

    /// Puts what is shown of a record now under its kind. Only a file made by hand gives a record two kinds.
    fn sort_in(&mut self, id: RecordId, before: Option<Kind>) {
        let Some(shown) = self.by_id.get(&id).map(Versions::shown).cloned() else { return };
        let now = shown.body.kind();
        if let Some(before) = before.filter(|before| *before != now)
            && let Some(records) = self.by_kind.get_mut(&before)
        {
            records.remove(&id);
            if records.is_empty() {
                self.by_kind.remove(&before);
            }
        }
        self.by_kind.entry(now).or_default().insert(id, shown);
    }

    /// The versions of a record, if there is one of this id.
    pub fn get(&self, id: RecordId) -> Option<&Versions> {
        self.by_id.get(&id)
    }

    /// The ids of all records, deleted ones too.
    pub fn ids(&self) -> impl Iterator<Item = RecordId> {
        self.by_id.keys().copied()
    }

    /// Every version of every record, in the order of record ids.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.by_id.values().flat_map(Versions::iter)
    }

    /// For each record that is not deleted: the version to show.
    pub fn shown(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.by_id.values().map(Versions::shown).filter(|record| !record.body.is_deleted())
    }

    /// The records in which edits met that did not know of each other.
    pub fn conflicts(&self) -> impl Iterator<Item = (RecordId, &Versions)> {
        self.by_id.iter().filter(|(_, versions)| versions.in_conflict()).map(|(id, versions)| (*id, versions))
    }

    /// The responses that were taken back.
    pub fn withdrawn(&self) -> &BTreeSet<ResponseId> {
        self.gone.withdrawn()
    }

    /// All that is gone for good.
    pub fn gone(&self) -> &Gone {
        &self.gone
    }

    /// A version without what is gone for good; `None` when it holds nothing of that.
    pub fn without_gone(&self, version: &Record) -> Option<Record> {
        stripped(version, &self.gone)
    }

    /// Whether this version, or one that replaces it, is among these records.
    pub fn knows(&self, version: &Arc<Record>) -> bool {
        let version = self.without_gone(version).map_or_else(|| version.clone(), Arc::new);
        self.get(version.id).is_some_and(|versions| !versions.clone().take(version))
    }

    /// Whether there is no record at all.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// For each record of a kind that is not deleted: the version to show.
    pub fn of_kind(&self, kind: &Kind) -> impl Iterator<Item = &Arc<Record>> + use<'_> {
        let shown = self.by_kind.get(kind).into_iter().flat_map(BTreeMap::values);
        shown.filter(|record| !record.body.is_deleted())
    }

    /// How many records of a kind are shown.
    pub fn count(&self, kind: &Kind) -> usize {
        self.of_kind(kind).count()
    }
}

impl FromIterator<Arc<Record>> for Records {
    fn from_iter<T: IntoIterator<Item = Arc<Record>>>(records: T) -> Self {
        let mut all = Self::default();
        for record in records {
            all.take(record);
        }
        all
    }
}

/// The record without what is gone for good, neither gathered nor in progress; `None` when it holds nothing of that.
fn stripped(record: &Record, gone: &Gone) -> Option<Record> {
    if gone.is_empty() {
        return None;
    }
    let body = record.body.without(record.id, gone)?;
    Some(Record { id: record.id, stamp: record.stamp.clone(), body })
}
