//! Taking what is gone for good out of what the stores keep, whoever wrote it.

use std::sync::Arc;

use super::pair::Pair;
use super::reading::{Read, read_all};
use super::store::{Entry, Small, Store, StoreError, Swap, Which};
use crate::domain::ids::WorkspaceId;
use crate::domain::merge::Records;
use crate::exchange::record_text;

impl<Q: Small, D: Store> Pair<Q, D> {
    /// Takes what is gone for good out of all entries of both stores: responses that were taken back, and what was finished,
    /// discarded or removed on this device. `records` knows of that.
    ///
    /// An entry that another tab writes at this very moment is passed over. That tab hears of it and does the
    /// same; if it dies before, the next opening does.
    ///
    /// # Errors
    /// If a store could not be rid of them. One that this page may not use is passed over.
    pub(super) async fn sweep(&self, workspace: WorkspaceId, records: &Records) -> Result<(), StoreError> {
        let quick = sweep(&self.quick, workspace, records).await;
        sweep(&self.durable, workspace, records).await.and(quick)
    }
}

async fn sweep<S: Store>(store: &S, workspace: WorkspaceId, records: &Records) -> Result<(), StoreError> {
    let mut entries = match store.read(Which::Workspace(workspace)).await {
        Err(StoreError::Denied) => return Ok(()),
        read => read?,
    };
    // Most entries name nothing that is gone, and looking for the name is cheaper than reading them.
    let names: Vec<String> = records.gone().names().map(|id| id.to_string()).collect();
    entries.retain(|entry| names.iter().any(|name| entry.text.contains(name)));
    let swaps: Vec<Swap> = read_all(entries).iter().filter_map(|read| purge(read, records)).collect();
    if swaps.is_empty() { Ok(()) } else { store.swap(swaps).await }
}

/// How an entry is rid of what the records know to be gone; `None` if it holds nothing of that.
///
/// It stays under its key and says all else that it said, so this loses nothing even of versions that are known nowhere
/// else. Ruins of a text in which such a response is named can't be rid of it and go whole: what a person takes back must
/// not stay because it is damaged.
pub(super) fn purge(read: &Read, records: &Records) -> Option<Swap> {
    let was = vec![read.entry.clone()];
    let Some(versions) = &read.versions else {
        return read.is_ruin_of(records.gone()).then_some(Swap { was, now: None });
    };
    if !versions.iter().any(|version| records.without_gone(version).is_some()) {
        return None;
    }
    let clean = versions.iter().map(|version| records.without_gone(version).map_or_else(|| version.clone(), Arc::new));
    let clean: Records = clean.collect();
    let text = record_text::write(clean.get(read.entry.key.record)?).ok()?;
    Some(Swap { was, now: Some(Entry { key: read.entry.key, text }) })
}
