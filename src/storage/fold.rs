//! Folding what dead tabs left: many entries of one record become one, and nothing is dropped that is not known.
//!
//! Why nothing can be lost by it, whatever other tabs do meanwhile: entries are dropped by a [`Swap`] alone, which drops
//! only texts that still are what was read, and only together with an entry that holds all their versions or what replaced
//! them. So an entry that a tab wrote after it was read is never dropped, even if the tab was taken for dead because its
//! Web Lock was not held yet; what it wrote before is kept under another key. Asking who is alive spares living tabs the
//! work, and stands guard where a store can't look and swap in one step: browsers let each tab see its own copy of
//! localStorage, which can be some milliseconds behind. IndexedDB, which is what "Saved" rests on, is never behind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::mirror::LONGEST;
use super::outgoing::spell;
use super::pair::Pair;
use super::reading::{Read, read_all, versions};
use super::store::{Durable, Entry, Small, Store, Swap, Which};
use crate::domain::ids::{RecordId, ReplicaId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::{Record, Versions};
use crate::domain::workspace::Workspace;

/// What stood in the stores when it was read.
#[derive(Clone, Debug, Default)]
pub struct LeftBehind {
    quick: Vec<Read>,
    durable: Vec<Read>,
}

impl LeftBehind {
    /// All versions in it.
    pub fn versions(&self) -> Vec<Arc<Record>> {
        versions(&self.quick).chain(versions(&self.durable)).cloned().collect()
    }
}

impl<Q: Small, D: Durable> Pair<Q, D> {
    /// What replicas left in the stores, if a record has more than one entry in either: otherwise there is nothing to fold,
    /// and nothing is read.
    pub async fn left_behind(&self, workspace: WorkspaceId) -> LeftBehind {
        LeftBehind {
            quick: read_several(&self.quick, workspace).await,
            durable: read_several(&self.durable, workspace).await,
        }
    }

    /// Makes ready to fold what dead replicas left into one entry a record of this replica.
    ///
    /// `left` should have been taken into the workspace, as only entries whose every version it knows are folded; and
    /// `alive` should be asked for after it was read.
    pub fn folding(
        &self,
        workspace: &Workspace,
        left: &LeftBehind,
        alive: &BTreeSet<ReplicaId>,
    ) -> impl Future<Output = ()> + use<Q, D>
    where
        Q: Clone,
        D: Clone,
    {
        let mut quick = folds(workspace, &left.quick, alive);
        quick.retain(|swap| swap.now.iter().all(|entry| entry.units() <= LONGEST));
        let durable = folds(workspace, &left.durable, alive);
        let pair = self.clone();
        async move {
            quick.iter().flat_map(|swap| &swap.now).for_each(|entry| pair.mirror.count(entry));
            // A store that refuses keeps what it has: several entries a record are as good as one.
            let _ = pair.quick.swap(quick).await;
            let _ = pair.durable.swap(durable).await;
            if let Ok(used) = pair.quick.used().await {
                pair.mirror.measured(used);
            }
        }
    }
}

impl<Q: Small, D: Durable> Pair<Q, D> {
    /// Clears the quick store of records of which it says only that something of this device is gone, such as the answers
    /// of a response that was finished: `gone` are all such records. There would be more of them with every response, and
    /// the durable store, which has room, goes on saying it. Nothing is cleared that the durable store does not say, or
    /// that a living replica wrote.
    pub async fn clear(&self, workspace: WorkspaceId, gone: &BTreeSet<RecordId>, alive: &BTreeSet<ReplicaId>) {
        let mut keys = self.quick.keys().await.unwrap_or_default();
        keys.retain(|key| key.workspace == workspace && gone.contains(&key.record) && !alive.contains(&key.replica));
        if keys.is_empty() {
            return;
        }
        let read = |entries: Result<Vec<Entry>, _>| {
            let mut entries: Vec<Entry> = entries.unwrap_or_default();
            entries.retain(|entry| gone.contains(&entry.key.record));
            read_all(entries)
        };
        let quick = read(self.quick.read(Which::Workspace(workspace)).await);
        let durable: Records = versions(&read(self.durable.read(Which::Workspace(workspace)).await)).cloned().collect();
        let is_said = |read: &&Read| {
            !alive.contains(&read.entry.key.replica)
                && read.versions.iter().flatten().all(|version| durable.knows(version))
                && durable.get(read.entry.key.record).is_some_and(Versions::is_gone_from_device)
        };
        let readable = quick.iter().filter(|read| read.versions.is_some());
        let swaps: Vec<Swap> =
            readable.filter(is_said).map(|read| Swap { was: vec![read.entry.clone()], now: None }).collect();
        let _ = self.quick.swap(swaps).await;
        if let Ok(used) = self.quick.used().await {
            self.mirror.measured(used);
        }
    }
}

async fn read_several<S: Store>(store: &S, workspace: WorkspaceId) -> Vec<Read> {
    let mut keys = store.keys().await.unwrap_or_default();
    keys.retain(|key| key.workspace == workspace);
    let records: BTreeSet<RecordId> = keys.iter().map(|key| key.record).collect();
    if records.len() == keys.len() {
        return Vec::new();
    }
    read_all(store.read(Which::Workspace(workspace)).await.unwrap_or_default())
}

/// For each record of which dead replicas left something: all of it, and what this replica has, for one entry.
fn folds(workspace: &Workspace, reads: &[Read], alive: &BTreeSet<ReplicaId>) -> Vec<Swap> {
    let (id, replica, records) = (workspace.id(), workspace.replica(), workspace.records());
    let is_dead_or_mine = |read: &&Read| {
        let writer = read.entry.key.replica;
        read.versions.is_some() && (writer == replica || !alive.contains(&writer))
    };
    let mut by_record: BTreeMap<RecordId, Vec<&Read>> = BTreeMap::new();
    for read in reads.iter().filter(is_dead_or_mine) {
        by_record.entry(read.entry.key.record).or_default().push(read);
    }
    // One entry a record is as it should be, whoever wrote it.
    by_record.retain(|_, reads| reads.len() > 1);
    for reads in by_record.values_mut() {
        reads.retain(|read| read.versions.iter().flatten().all(|version| records.knows(version)));
    }
    by_record.retain(|_, reads| reads.len() > 1);
    let wholes = spell(id, replica, records, &by_record.keys().copied().collect()).unwrap_or_default();
    let swap = |whole: Entry| {
        let was = by_record.get(&whole.key.record)?.iter().map(|read| read.entry.clone()).collect();
        Some(Swap { was, now: Some(whole) })
    };
    wholes.into_iter().map(|outgoing| outgoing.entry).filter_map(swap).collect()
}
