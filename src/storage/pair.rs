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
const MIRRORED: usize = 64_000;

/// A quick and a durable store.
#[derive(Clone, Debug)]
pub struct Pair<Q, D> {
    quick: Q,
    durable: D,
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
        let mut troubles = Vec::new();
        let mut unreadable = 0_usize;
        let quick_records = decode_all(quick.as_deref().unwrap_or_default(), &mut unreadable);
        let durable_records = decode_all(durable.as_deref().unwrap_or_default(), &mut unreadable);
        let records = crate::domain::merge::merge(quick_records.clone(), &durable_records);
        if unreadable > 0 {
            troubles.push(Trouble::Unreadable(unreadable));
        }
        let mut repaired: BTreeSet<RecordId> = BTreeSet::new();
        match durable {
            Err(error) => troubles.push(Trouble::NoDurable(error)),
            Ok(_) => {
                let lacking = lacking(&records, &durable_records);
                // What was typed just before a crash is in the quick store alone: putting it back is no repair of anything.
                let whole_store_gone = durable_records.is_empty() && !records.is_empty();
                let entries = encode(workspace, replica, &records, &lacking);
                if self.durable.write(entries, Vec::new()).await.is_ok() && whole_store_gone {
                    repaired.extend(lacking);
                }
            }
        }
        match quick {
            Err(error) => troubles.push(Trouble::NoQuick(error)),
            Ok(_) => {
                let lacking = lacking(&records, &quick_records);
                let whole_store_gone = quick_records.is_empty() && !records.is_empty();
                let entries = mirrored(encode(workspace, replica, &records, &lacking));
                if self.quick.write(entries, Vec::new()).await.is_ok() && whole_store_gone {
                    repaired.extend(lacking);
                }
            }
        }
        if !repaired.is_empty() {
            troubles.push(Trouble::Repaired(repaired.len()));
        }
        Found { records, troubles }
    }

    /// Saves what an edit changed. The quick store has it when this is first polled; the answer comes when the durable
    /// store has confirmed, or has said that it can't.
    pub async fn save(&self, workspace: &Workspace, edit: &Edit) -> Saved {
        let entries = encode(workspace.id(), workspace.replica(), workspace.records(), &edit.changed);
        self.keep(workspace.id(), workspace.replica(), entries, edit.purged.clone()).await
    }

    /// Makes the saving of an edit ready while the workspace is at hand, to be run without it.
    pub fn saving(&self, workspace: &Workspace, edit: &Edit) -> impl Future<Output = Saved> + use<Q, D>
    where
        Q: Clone,
        D: Clone,
    {
        let entries = encode(workspace.id(), workspace.replica(), workspace.records(), &edit.changed);
        let (pair, id, replica, purged) = (self.clone(), workspace.id(), workspace.replica(), edit.purged.clone());
        async move { pair.keep(id, replica, entries, purged).await }
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

    /// Reads what other tabs wrote of one record.
    pub async fn reread(&self, workspace: WorkspaceId, record: RecordId) -> Records {
        self.read(Which::Record(workspace, record)).await.0
    }

    /// Drops entries of replicas that no tab runs as any more, once both what they say is merged and a live replica or
    /// this one has written it anew. `alive` says which replicas may still be writing.
    pub async fn tidy(&self, workspace: &Workspace, alive: &BTreeSet<ReplicaId>) {
        let (id, replica) = (workspace.id(), workspace.replica());
        for (quick, entries) in [
            (true, self.quick.read(Which::Workspace(id)).await),
            (false, self.durable.read(Which::Workspace(id)).await),
        ] {
            let stale: Vec<Entry> = entries
                .unwrap_or_default()
                .into_iter()
                .filter(|entry| entry.key.replica != replica && !alive.contains(&entry.key.replica))
                .filter(|entry| record_text::read(&entry.text).is_ok())
                .collect();
            // One entry a record is as it should be, whoever wrote it; only records with several are worth the writing.
            let mut by_record: BTreeMap<RecordId, Vec<Key>> = BTreeMap::new();
            for entry in &stale {
                by_record.entry(entry.key.record).or_default().push(entry.key);
            }
            by_record.retain(|_, keys| keys.len() > 1);
            let records: BTreeSet<RecordId> = by_record.keys().copied().collect();
            let entries = encode(id, replica, workspace.records(), &records);
            let keys: Vec<Key> = by_record.into_values().flatten().collect();
            if quick {
                let _ = self.quick.write(mirrored(entries), keys).await;
            } else {
                let _ = self.durable.write(entries, keys).await;
            }
        }
    }

    async fn keep(
        &self,
        workspace: WorkspaceId,
        replica: ReplicaId,
        entries: Vec<Entry>,
        purged: BTreeSet<RecordId>,
    ) -> Saved {
        let quick = self.quick.write(mirrored(entries.clone()), Vec::new()).await;
        let durable = self.durable.write(entries, Vec::new()).await;
        if !purged.is_empty() {
            self.purge(workspace, replica, &purged).await;
        }
        match (quick, durable) {
            (_, Ok(())) => Saved::Durably,
            (Ok(()), Err(error)) => Saved::QuicklyOnly(error),
            (Err(_), Err(error)) => Saved::NotAtAll(error),
        }
    }

    /// Drops what other replicas wrote of records from which something was taken out for good.
    async fn purge(&self, workspace: WorkspaceId, replica: ReplicaId, records: &BTreeSet<RecordId>) {
        let older = |keys: Vec<Key>| -> Vec<Key> {
            let of_them = |key: &Key| key.workspace == workspace && records.contains(&key.record);
            keys.into_iter().filter(|key| of_them(key) && key.replica != replica).collect()
        };
        if let Ok(keys) = self.quick.keys().await {
            let _ = self.quick.write(Vec::new(), older(keys)).await;
        }
        if let Ok(keys) = self.durable.keys().await {
            let _ = self.durable.write(Vec::new(), older(keys)).await;
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

fn encode(workspace: WorkspaceId, replica: ReplicaId, records: &Records, ids: &BTreeSet<RecordId>) -> Vec<Entry> {
    ids.iter()
        .filter_map(|id| {
            let text = record_text::write(records.get(*id)?).ok()?;
            Some(Entry { key: Key { workspace, record: *id, replica }, text })
        })
        .collect()
}

fn mirrored(entries: Vec<Entry>) -> Vec<Entry> {
    entries.into_iter().filter(|entry| entry.text.len() <= MIRRORED).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fake::FakeStore;
    use super::*;
    use crate::domain::area::Area;
    use uuid::Uuid;

    const ID: WorkspaceId = WorkspaceId(Uuid::from_u128(1));

    fn run<T>(future: impl Future<Output = T>) -> T {
        let mut future = std::pin::pin!(future);
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        loop {
            if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
                return value;
            }
        }
    }

    fn stores() -> (FakeStore, FakeStore, Pair<FakeStore, FakeStore>) {
        let (quick, durable) = (FakeStore::default(), FakeStore::transactional());
        let pair = Pair::new(quick.clone(), durable.clone());
        (quick, durable, pair)
    }

    fn begun(pair: &Pair<FakeStore, FakeStore>) -> Workspace {
        let (workspace, edit) = Workspace::create(ID, ReplicaId(1), Area::named("Fenshire"));
        assert_eq!(run(pair.save(&workspace, &edit)), Saved::Durably);
        workspace
    }

    fn reopened(pair: &Pair<FakeStore, FakeStore>, replica: u64) -> (Workspace, Vec<Trouble>) {
        let found = run(pair.open(ID, ReplicaId(replica)));
        (Workspace::from_records(ID, ReplicaId(replica), found.records), found.troubles)
    }

    #[test]
    fn what_was_saved_is_found_and_listed() {
        let (_, _, pair) = stores();
        let workspace = begun(&pair);
        let (found, troubles) = reopened(&pair, 2);
        assert_eq!(found.records(), workspace.records());
        assert!(troubles.is_empty(), "{troubles:?}");
        assert!(run(pair.areas()).contains_key(&ID));
    }

    #[test]
    fn each_store_alone_brings_the_other_back_and_says_so() {
        for lose in [FakeStore::empty, |store: &FakeStore| store.damage("{\"half\":")] {
            for quick_goes in [true, false] {
                let (quick, durable, pair) = stores();
                let workspace = begun(&pair);
                lose(if quick_goes { &quick } else { &durable });
                let (found, troubles) = reopened(&pair, 2);
                assert_eq!(found.records(), workspace.records());
                assert!(troubles.contains(&Trouble::Repaired(1)), "{troubles:?}");
                lose(if quick_goes { &durable } else { &quick });
                assert_eq!(reopened(&pair, 3).0.records(), workspace.records());
            }
        }
    }

    #[test]
    fn a_store_that_fails_is_never_called_saved() {
        let (quick, durable, pair) = stores();
        let mut workspace = begun(&pair);
        durable.fail_at(0, true);
        let edit = workspace.set_area(Area::named("Marshire"));
        assert_eq!(run(pair.save(&workspace, &edit)), Saved::QuicklyOnly(StoreError::Full));
        quick.fail_at(0, true);
        let edit = workspace.set_area(Area::named("Moorshire"));
        assert_eq!(run(pair.save(&workspace, &edit)), Saved::NotAtAll(StoreError::Full));
        quick.mend();
        durable.mend();
        assert_eq!(reopened(&pair, 2).0.area().unwrap().name, "Marshire");
    }

    #[test]
    fn two_tabs_never_overwrite_each_other() {
        let (_, _, pair) = stores();
        let mut here = begun(&pair);
        let (mut there, _) = reopened(&pair, 2);
        let mine = here.set_area(Area::named("Mine"));
        let theirs = there.set_area(Area::named("Theirs"));
        run(pair.save(&here, &mine));
        run(pair.save(&there, &theirs));
        assert_eq!(reopened(&pair, 3).0.records().conflicts().count(), 1);
    }

    #[test]
    fn tidying_drops_only_what_dead_tabs_left_and_loses_nothing() {
        let (quick, durable, pair) = stores();
        let mut here = begun(&pair);
        for replica in 2..6 {
            here = reopened(&pair, replica).0;
            let edit = here.set_area(Area::named(&format!("Shire {replica}")));
            run(pair.save(&here, &edit));
        }
        run(pair.tidy(&here, &BTreeSet::from([ReplicaId(3)])));
        assert_eq!(durable.len(), 2, "this replica's entry and that of the one alive");
        assert_eq!(quick.len(), 2);
        assert_eq!(reopened(&pair, 9).0.records(), here.records());
    }
}
