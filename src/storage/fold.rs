//! Folding what dead tabs left: many entries of one record become one, and nothing is dropped that is not known.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::pair::{Pair, encode, mirrored};
use super::store::{Entry, Key, Store, Which};
use crate::domain::ids::{RecordId, ReplicaId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::Record;
use crate::domain::workspace::Workspace;
use crate::exchange::record_text;

/// What other replicas left in the stores.
#[derive(Clone, Debug, Default)]
pub struct LeftBehind {
    quick: Vec<Entry>,
    durable: Vec<Entry>,
}

impl LeftBehind {
    /// All versions in it.
    pub fn versions(&self) -> Vec<Arc<Record>> {
        let entries = self.quick.iter().chain(&self.durable);
        entries.filter_map(|entry| record_text::read(&entry.text).ok()).flatten().collect()
    }
}

impl<Q: Store, D: Store> Pair<Q, D> {
    /// What replicas other than this one left in the stores, where a record has several entries of them.
    pub async fn left_behind(&self, workspace: WorkspaceId, replica: ReplicaId) -> LeftBehind {
        let which = Which::Workspace(workspace);
        let of_others = |entries: Vec<Entry>| -> Vec<Entry> {
            let of_others = entries.into_iter().filter(|entry| entry.key.replica != replica);
            of_others.filter(|entry| record_text::read(&entry.text).is_ok()).collect()
        };
        LeftBehind {
            quick: of_others(self.quick.read(which).await.unwrap_or_default()),
            durable: of_others(self.durable.read(which).await.unwrap_or_default()),
        }
    }

    /// Makes ready to fold what dead replicas left into one entry a record of this replica.
    ///
    /// `left` must have been taken into the workspace, and `alive` asked for after it was read. Only entries whose every
    /// version the workspace has seen are dropped, and only together with the entry that takes their place.
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
        let fold = |entries: &[Entry]| {
            let dead = entries.iter().filter(|entry| !alive.contains(&entry.key.replica));
            let mut by_record: BTreeMap<RecordId, Vec<Key>> = BTreeMap::new();
            for entry in dead.filter(|entry| is_known(entry, workspace.records())) {
                by_record.entry(entry.key.record).or_default().push(entry.key);
            }
            // One entry a record is as it should be, whoever wrote it.
            by_record.retain(|_, keys| keys.len() > 1);
            let records = by_record.keys().copied().collect();
            let keys: Vec<Key> = by_record.into_values().flatten().collect();
            (encode(workspace.id(), workspace.replica(), workspace.records(), &records), keys)
        };
        let (quick, durable) = (fold(&left.quick), fold(&left.durable));
        let pair = self.clone();
        async move {
            let (put, left_out) = mirrored(quick.0);
            let out: BTreeSet<RecordId> = left_out.iter().map(|entry| entry.key.record).collect();
            let drop = quick.1.into_iter().filter(|key| !out.contains(&key.record)).collect();
            // A store that refuses keeps what it has: several entries a record are as good as one.
            let _ = pair.quick.write(put, drop).await;
            let _ = pair.durable.write(durable.0, durable.1).await;
        }
    }
}

/// Whether the records have seen every version of an entry.
fn is_known(entry: &Entry, records: &Records) -> bool {
    record_text::read(&entry.text).is_ok_and(|versions| {
        versions.into_iter().all(|version| {
            records.get(version.id).is_some_and(|known| {
                let mut known = known.clone();
                !known.take(version)
            })
        })
    })
}
