//! Two stores, one truth: what is typed goes to a quick store and to a durable one, and both are merged on opening.
//!
//! The quick store (localStorage) is written at once and survives a closed tab; the durable one (IndexedDB) also survives
//! a killed browser and has room. Either can be missing, full or damaged: the other one serves, and says so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::store::{Entry, Key, Store, StoreError, Which};
use crate::domain::ids::{RecordId, ReplicaId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::{Body, Record};
use crate::domain::workspace::{Edit, Workspace};
use crate::exchange::record_text;

/// The longest text of one record that the quick store mirrors, in bytes. Larger ones, which are packs of gathered
/// responses, live in the durable store alone.
pub(super) const MIRRORED: usize = 64_000;

/// A quick and a durable store.
#[derive(Clone, Debug)]
pub struct Pair<Q, D> {
    pub(super) quick: Q,
    pub(super) durable: D,
}

/// How safely something was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The durable store has confirmed it.
    Durably,
    /// Only the quick store has it: it survives a closed tab but perhaps not a crash.
    QuicklyOnly(StoreError),
    /// Neither store has it: it is lost when the tab closes, unless it is exported.
    NotAtAll(StoreError),
}

/// A workspace as the stores had it.
#[derive(Debug)]
pub struct Found {
    /// Its records, merged from both stores.
    pub records: Records,
    /// What was wrong on the way. Nothing that could be read was left out.
    pub troubles: Vec<Trouble>,
}

/// What was wrong with a store on opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The quick store can't be used.
    NoQuick(StoreError),
    /// The durable store can't be used.
    NoDurable(StoreError),
    /// Entries could not be read, in both stores together. They are left where they are.
    Unreadable(usize),
    /// Records were missing or damaged in one store and were put back from the other.
    Repaired(usize),
}

impl<Q: Store, D: Store> Pair<Q, D> {
    /// The pair of these two.
    pub fn new(quick: Q, durable: D) -> Self {
        Self { quick, durable }
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
            let (records, _) = self.read(Which::Record(workspace, record)).await;
            if let Some(versions) = records.get(record)
                && let Body::Area(_) = versions.shown().body
            {
                areas.insert(workspace, versions.shown().clone());
            }
        }
        areas
    }

    /// Opens a workspace: reads both stores, merges them, and puts back into each what only the other one had.
    pub async fn open(&self, workspace: WorkspaceId, replica: ReplicaId) -> Found {
        let which = Which::Workspace(workspace);
        let quick = self.quick.read(which).await;
        let durable = self.durable.read(which).await;
        let mut unreadable = 0_usize;
        let quick_records = decode_all(quick.as_deref().unwrap_or_default(), &mut unreadable);
        let durable_records = decode_all(durable.as_deref().unwrap_or_default(), &mut unreadable);
        let records = crate::domain::merge::merge(quick_records.clone(), &durable_records);
        let mut troubles = Vec::new();
        if unreadable > 0 {
            troubles.push(Trouble::Unreadable(unreadable));
        }
        let mut repaired: BTreeSet<RecordId> = BTreeSet::new();
        match &durable {
            Err(error) => troubles.push(Trouble::NoDurable(error.clone())),
            Ok(entries) => {
                let lacking = lacking(&records, &durable_records);
                let stale = holding_withdrawn(entries, &records, replica);
                let put = encode(workspace, replica, &records, &lacking.union(&of_keys(&stale)).copied().collect());
                let written = self.durable.write(put, stale).await;
                // What was typed just before a crash is in the quick store alone: putting it back is no repair.
                if written.is_ok() && durable_records.is_empty() {
                    repaired.extend(lacking);
                }
            }
        }
        match &quick {
            Err(error) => troubles.push(Trouble::NoQuick(error.clone())),
            Ok(entries) => {
                let lacking = lacking(&records, &quick_records);
                let stale = holding_withdrawn(entries, &records, replica);
                let put = encode(workspace, replica, &records, &lacking.union(&of_keys(&stale)).copied().collect());
                // Without a durable store the quick one holds all it can.
                let put = if durable.is_ok() { mirrored(put).0 } else { put };
                let written = self.quick.write(put, stale).await;
                if written.is_ok() && quick_records.is_empty() {
                    repaired.extend(lacking);
                }
            }
        }
        if !repaired.is_empty() {
            troubles.push(Trouble::Repaired(repaired.len()));
        }
        Found { records, troubles }
    }

    /// Makes the saving of an edit ready while the workspace is at hand, to be run without it. The quick store has it when
    /// the saving is first polled; it ends when the durable store has confirmed, or has said that it can't.
    pub fn saving(&self, workspace: &Workspace, edit: &Edit) -> impl Future<Output = Saved> + use<Q, D>
    where
        Q: Clone,
        D: Clone,
    {
        let entries = encode(workspace.id(), workspace.replica(), workspace.records(), &edit.changed);
        let (pair, id, replica, purged) = (self.clone(), workspace.id(), workspace.replica(), edit.purged.clone());
        async move { pair.keep(id, replica, entries, &purged).await }
    }

    /// Drops a whole workspace from both stores.
    ///
    /// # Errors
    /// If a store could not drop it all.
    pub async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        let of_workspace = |keys: Vec<Key>| keys.into_iter().filter(|key| key.workspace == workspace).collect();
        let quick = self.quick.keys().await.map(of_workspace)?;
        let durable = self.durable.keys().await.map(of_workspace)?;
        self.quick.write(Vec::new(), quick).await?;
        self.durable.write(Vec::new(), durable).await
    }

    /// Reads what other tabs wrote: of one record, or of a whole workspace. Nothing is written.
    pub async fn look(&self, which: Which) -> Records {
        self.read(which).await.0
    }

    async fn keep(
        &self,
        workspace: WorkspaceId,
        replica: ReplicaId,
        entries: Vec<Entry>,
        purged: &BTreeSet<RecordId>,
    ) -> Saved {
        let (small, large) = mirrored(entries.clone());
        let quick = self.quick.write(small, Vec::new()).await;
        let stale = if purged.is_empty() {
            Vec::new()
        } else {
            older(self.durable.keys().await.unwrap_or_default(), workspace, replica, purged)
        };
        let durable = self.durable.write(entries, stale).await;
        let quick = match (quick, &durable) {
            // Without the durable store the quick one takes the large entries too, or says that it can't.
            (Ok(()), Err(_)) => self.quick.write(large, Vec::new()).await,
            (quick, _) => quick,
        };
        if !purged.is_empty() && quick.is_ok() {
            // Older copies go only once the new ones are kept.
            if let Ok(keys) = self.quick.keys().await {
                let _ = self.quick.write(Vec::new(), older(keys, workspace, replica, purged)).await;
            }
        }
        match (quick, durable) {
            (_, Ok(())) => Saved::Durably,
            (Ok(()), Err(error)) => Saved::QuicklyOnly(error),
            (Err(_), Err(error)) => Saved::NotAtAll(error),
        }
    }

    async fn read(&self, which: Which) -> (Records, usize) {
        let mut unreadable = 0;
        let mut entries = self.quick.read(which).await.unwrap_or_default();
        entries.extend(self.durable.read(which).await.unwrap_or_default());
        (decode_all(&entries, &mut unreadable), unreadable)
    }
}

fn decode_all(entries: &[Entry], unreadable: &mut usize) -> Records {
    let mut records = Records::default();
    for entry in entries {
        match record_text::read(&entry.text) {
            Ok(versions) => versions.into_iter().for_each(|version| {
                records.take(version);
            }),
            Err(_) => *unreadable = unreadable.saturating_add(1),
        }
    }
    records
}

/// The records whose versions in `part` are not all that `whole` has.
fn lacking(whole: &Records, part: &Records) -> BTreeSet<RecordId> {
    let ids: BTreeSet<RecordId> = whole.iter().map(|record| record.id).collect();
    ids.into_iter().filter(|id| whole.get(*id) != part.get(*id)).collect()
}

pub(super) fn encode(
    workspace: WorkspaceId,
    replica: ReplicaId,
    records: &Records,
    ids: &BTreeSet<RecordId>,
) -> Vec<Entry> {
    ids.iter()
        .filter_map(|id| {
            let text = record_text::write(records.get(*id)?).ok()?;
            Some(Entry { key: Key { workspace, record: *id, replica }, text })
        })
        .collect()
}

/// The entries that the quick store mirrors, and those too large for that.
pub(super) fn mirrored(entries: Vec<Entry>) -> (Vec<Entry>, Vec<Entry>) {
    entries.into_iter().partition(|entry| entry.text.len() <= MIRRORED)
}

/// What other replicas wrote of records from which something was taken out for good.
fn older(keys: Vec<Key>, workspace: WorkspaceId, replica: ReplicaId, purged: &BTreeSet<RecordId>) -> Vec<Key> {
    let of_them = |key: &Key| key.workspace == workspace && purged.contains(&key.record);
    keys.into_iter().filter(|key| of_them(key) && key.replica != replica).collect()
}

/// Entries that still hold a withdrawn response, as a tab that died in the middle of a withdrawal leaves them.
fn holding_withdrawn(entries: &[Entry], records: &Records, replica: ReplicaId) -> Vec<Key> {
    let withdrawn: Vec<String> = records.withdrawn().iter().map(|id| format!("\"id\":\"{id}\"")).collect();
    let holds = |entry: &&Entry| withdrawn.iter().any(|id| entry.text.contains(id));
    entries.iter().filter(holds).map(|entry| entry.key).filter(|key| key.replica != replica).collect()
}

fn of_keys(keys: &[Key]) -> BTreeSet<RecordId> {
    keys.iter().map(|key| key.record).collect()
}
