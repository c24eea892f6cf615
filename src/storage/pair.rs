//! Two stores, one truth: what is typed goes to a quick store and to a durable one, and both are merged on opening.
//!
//! The quick store (localStorage) is written at once and survives a closed tab; the durable one (IndexedDB) also survives
//! a killed browser and has room. Either can be missing, full or damaged: the other one serves, and says so. Opening
//! stands in `opening.rs`, what the quick store takes in `mirror.rs`, withdrawn responses in `purge.rs`.
//!
//! Only a saving puts an entry without looking what stands there, under the key of its own replica, with all versions that
//! its workspace knows; savings reach each store in the order in which they were made. Everything else is a swap.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::mirror::Mirror;
use super::outgoing::{Outgoing, spell};
use super::reading::{read_all, versions};
use super::store::{Entry, Small, Store, StoreError, Which};
use crate::domain::ids::{RecordId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::{Body, Record};
use crate::domain::workspace::{Edit, Workspace};

/// A quick and a durable store. Clones are the same pair.
#[derive(Clone, Debug)]
pub struct Pair<Q, D> {
    pub(super) quick: Q,
    pub(super) durable: D,
    pub(super) mirror: Mirror,
}

/// How a saving ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// How safely it was saved.
    pub saved: Saved,
    /// Whether the quick store has all of it, so that other tabs hear of it from the browser.
    pub is_mirrored: bool,
}

/// How safely something was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The durable store has confirmed it.
    Durably,
    /// The durable store has confirmed it, but a copy of a response that was taken back could not be removed from a store.
    /// The next opening tries again.
    NotPurged(StoreError),
    /// Only the quick store has it: it survives a closed tab but perhaps not a crash.
    QuicklyOnly(StoreError),
    /// Neither store has all of it: it is lost when the tab closes, unless it is exported.
    NotAtAll(StoreError),
}

/// What a saving brings to the stores.
struct Saving {
    workspace: WorkspaceId,
    outgoing: Vec<Outgoing>,
    number: u64,
    /// What the workspace knows to be gone for good, if some of that is being saved.
    gone: Records,
}

impl<Q: Small, D: Store> Pair<Q, D> {
    /// The pair of these two.
    pub fn new(quick: Q, durable: D) -> Self {
        Self { quick, durable, mirror: Mirror::default() }
    }

    /// The areas that are kept, in either store, with the workspace that each is the record of.
    pub async fn areas(&self) -> BTreeMap<WorkspaceId, Arc<Record>> {
        let mut keys: BTreeSet<WorkspaceId> = BTreeSet::new();
        for store in [self.quick.keys().await, self.durable.keys().await] {
            keys.extend(store.unwrap_or_default().into_iter().map(|key| key.workspace));
        }
        let mut areas = BTreeMap::new();
        for workspace in keys {
            let record = RecordId::from(workspace);
            let records = self.look(Which::Record(workspace, record)).await;
            if let Some(versions) = records.get(record)
                && let Body::Area(_) = versions.shown().body
            {
                areas.insert(workspace, versions.shown().clone());
            }
        }
        areas
    }

    /// Makes the saving of an edit ready while the workspace is at hand, to be run without it. The quick store has it when
    /// the saving is first polled; it ends when the durable store has confirmed, or has said that it can't.
    pub fn saving(&self, workspace: &Workspace, edit: &Edit) -> impl Future<Output = Kept> + use<Q, D>
    where
        Q: Clone,
        D: Clone,
    {
        let records = workspace.records();
        let takes_out = |record: &Record| matches!(record.body, Body::Withdrawal(_) | Body::Ended(_));
        let does = edit.changed.iter().filter_map(|id| records.get(*id)).any(|there| takes_out(there.shown()));
        let gone = records.iter().filter(|record| does && takes_out(record)).cloned().collect();
        let saving = spell(workspace.id(), workspace.replica(), records, &edit.changed).map(|outgoing| {
            let number = self.mirror.number(&outgoing);
            Saving { workspace: workspace.id(), outgoing, number, gone }
        });
        let pair = self.clone();
        async move {
            match saving {
                Ok(saving) => pair.keep(saving).await,
                Err(error) => Kept { saved: Saved::NotAtAll(error), is_mirrored: false },
            }
        }
    }

    /// Drops a whole workspace from both stores.
    ///
    /// # Errors
    /// If a store could not drop it all.
    pub async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let quick = match self.quick.forget(workspace).await {
            // What this page may not use has nothing of it.
            Err(StoreError::Denied) => Ok(()),
            forgot => forgot,
        };
        self.durable.forget(workspace).await.and(quick)
    }

    /// Reads what other tabs wrote: of one record, or of a whole workspace. Nothing is written.
    pub async fn look(&self, which: Which) -> Records {
        let mut entries = self.quick.read(which).await.unwrap_or_default();
        entries.extend(self.durable.read(which).await.unwrap_or_default());
        versions(&read_all(entries)).cloned().collect()
    }

    async fn keep(&self, saving: Saving) -> Kept {
        let Saving { workspace, outgoing, number, gone } = saving;
        let all: Vec<Entry> = outgoing.iter().map(|outgoing| outgoing.entry.clone()).collect();
        let (mirrored, left_out): (Vec<_>, Vec<_>) =
            outgoing.into_iter().partition(|outgoing| self.mirror.admits(outgoing));
        let quick = self.quick.put(mirrored.into_iter().map(|outgoing| outgoing.entry).collect()).await;
        let is_mirrored = quick.is_ok() && left_out.is_empty();
        // Both stores are asked in the same turn, so that no later saving can get ahead of this one in either.
        let durable = self.durable.put(all).await;
        let saved = match (quick, durable) {
            (_, Ok(())) => Saved::Durably,
            (Err(_), Err(error)) => Saved::NotAtAll(error),
            // Without the durable store the quick one takes what is over its budget too, or says that it can't.
            (Ok(()), Err(error)) => match self.take_over(left_out, number).await {
                Ok(()) => Saved::QuicklyOnly(error),
                Err(_) => Saved::NotAtAll(error),
            },
        };
        // Older copies go only once it is kept that they are to go.
        if gone.gone().is_empty() || matches!(saved, Saved::NotAtAll(_)) {
            return Kept { saved, is_mirrored };
        }
        let saved = match (self.sweep(workspace, &gone).await, saved) {
            (Err(error), Saved::Durably) => Saved::NotPurged(error),
            (_, saved) => saved,
        };
        Kept { saved, is_mirrored }
    }

    /// Puts into the quick store what it does not mirror while the durable one works. What a later saving has in hand is
    /// left to that one: this is no longer the turn in which the text was the newest.
    async fn take_over(&self, left_out: Vec<Outgoing>, number: u64) -> Result<(), StoreError> {
        let mut entries: Vec<Entry> = left_out.into_iter().map(|outgoing| outgoing.entry).collect();
        entries.retain(|entry| self.mirror.is_latest(&entry.key, number));
        entries.iter().for_each(|entry| self.mirror.count(entry));
        self.quick.put(entries).await
    }
}
