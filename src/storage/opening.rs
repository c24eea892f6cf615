//! Opening a workspace: both stores are read and merged, and each gets back what it lacks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::mirror::LONGEST;
use super::outgoing::{Outgoing, spell};
use super::pair::Pair;
use super::purge::purge;
use super::reading::{Read, of_several_replicas, read_all, versions};
use super::store::{Entry, Small, Store, StoreError, Swap, Which};
use crate::domain::ids::{RecordId, ReplicaId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::Kind;

/// A workspace as the stores had it.
#[derive(Debug)]
pub struct Found {
    /// Its records, merged from both stores.
    pub records: Records,
    /// What was wrong on the way. Nothing that could be read was left out.
    pub troubles: Vec<Trouble>,
    /// Records of which only the quick store has all, as the durable one would not take them, and why.
    pub fragile: Option<(BTreeSet<RecordId>, StoreError)>,
}

/// What was wrong with a store on opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The quick store can't be used.
    NoQuick(StoreError),
    /// The durable store can't be used.
    NoDurable(StoreError),
    /// Entries could not be read, in both stores together, and nothing else says what they said. They are left where they
    /// are.
    Unreadable(usize),
    /// Records that a store should have had were missing or damaged in it and were put back from what could be read.
    ///
    /// A store that merely lags behind is no trouble: see [`should_be_in_durable`] and [`should_be_in_quick`].
    Repaired(usize),
}

impl<Q: Small, D: Store> Pair<Q, D> {
    /// Opens a workspace: reads both stores, merges them, and puts back into each what it lacks.
    pub async fn open(&self, workspace: WorkspaceId, replica: ReplicaId) -> Found {
        let which = Which::Workspace(workspace);
        let quick = self.quick.read(which).await.map(read_all);
        let durable = self.durable.read(which).await.map(read_all);
        if let Ok(used) = self.quick.used().await {
            self.mirror.measured(used);
        }
        let (in_quick, in_durable) = (quick.as_deref().unwrap_or_default(), durable.as_deref().unwrap_or_default());
        let records: Records = versions(in_quick).chain(versions(in_durable)).cloned().collect();
        let wholes_of = |ids: &BTreeSet<RecordId>| spell(workspace, replica, &records, ids);
        let (mut repaired, mut unreadable) = (BTreeSet::new(), 0_usize);
        let (mut troubles, mut fragile) = (Vec::new(), None);

        if durable.is_ok() {
            let mending = Mending::of(in_durable, &records, replica);
            unreadable = unreadable.saturating_add(mending.unreadable);
            let lacking = mending.put_back.keys().copied().collect();
            match mend(&self.durable, &mending, wholes_of(&lacking)).await {
                Ok(()) => repaired.extend(should_be_in_durable(&mending, in_quick)),
                Err(error) => {
                    troubles.push(Trouble::NoDurable(error.clone()));
                    fragile = Some((lacking, error));
                }
            }
        }
        if quick.is_ok() {
            let mending = Mending::of(in_quick, &records, replica);
            unreadable = unreadable.saturating_add(mending.unreadable);
            let too_long: BTreeSet<RecordId> = in_durable
                .iter()
                .filter(|read| read.entry.units() > LONGEST)
                .map(|read| read.entry.key.record)
                .collect();
            let lacking = mending.put_back.keys().copied().filter(|id| !too_long.contains(id)).collect();
            let wholes = wholes_of(&lacking).map(|mut wholes| {
                if durable.is_ok() {
                    // What was typed goes before what was gathered.
                    wholes.sort_by_key(|outgoing| outgoing.is_pack);
                    wholes.retain(|outgoing| self.mirror.admits(outgoing));
                }
                wholes
            });
            let put = wholes.iter().flatten().map(|outgoing| outgoing.entry.key.record).collect();
            match mend(&self.quick, &mending, wholes).await {
                Ok(()) => repaired.extend(should_be_in_quick(&mending, &records, &put)),
                Err(error) => troubles.push(Trouble::NoQuick(error)),
            }
        }
        troubles.extend(quick.err().map(Trouble::NoQuick));
        troubles.extend(durable.err().map(Trouble::NoDurable));
        troubles.extend((unreadable > 0).then_some(Trouble::Unreadable(unreadable)));
        troubles.extend((!repaired.is_empty()).then_some(Trouble::Repaired(repaired.len())));
        Found { records, troubles, fragile }
    }
}

async fn mend<S: Store>(
    store: &S,
    mending: &Mending,
    wholes: Result<Vec<Outgoing>, StoreError>,
) -> Result<(), StoreError> {
    let swaps = mending.swaps(wholes?);
    if swaps.is_empty() { Ok(()) } else { store.swap(swaps).await }
}

/// Of what the durable store had to be given: the records that it must have lost.
///
/// What only the quick store has was, as a rule, typed just before the tab or the browser died, or while the durable store
/// would take nothing, which was said then. It must have been lost where the durable store has nothing at all of the
/// workspace, and where two replicas wrote the record: each opening puts into the durable store what it lacks, so it
/// had the record when the second one opened. A damaged entry was there before it was damaged.
fn should_be_in_durable(mending: &Mending, in_quick: &[Read]) -> BTreeSet<RecordId> {
    let several = of_several_replicas(in_quick);
    let lost = mending.missing.iter().filter(|id| mending.is_empty || several.contains(id));
    lost.chain(&mending.damaged).copied().collect()
}

/// Of what the quick store had to be given: the records that it must have lost.
///
/// It is written before the durable one, so a record of which it has nothing is one that it lost, be it that the browser
/// was killed before it had written it to the disk. An older version is not counted: the newer one may have been over the
/// budget. Nor is a pack: there may not have been room for it before, and there is now. If it has nothing at all, all of it counts.
fn should_be_in_quick(mending: &Mending, records: &Records, put: &BTreeSet<RecordId>) -> BTreeSet<RecordId> {
    let is_pack = |id: &RecordId| records.get(*id).is_some_and(|there| there.shown().body.kind() == Kind::Pack);
    let missing = mending.missing.intersection(put);
    let lost = missing.filter(|id| mending.is_empty || !is_pack(id));
    lost.chain(&mending.damaged).copied().collect()
}

/// What one store needs to hold all that is known.
#[derive(Default)]
struct Mending {
    /// Entries to be rid of withdrawn responses.
    purges: Vec<Swap>,
    /// Records of which the store lacks a version or has damaged entries, with those entries.
    put_back: BTreeMap<RecordId, Vec<Entry>>,
    /// What stands under this replica's own keys, where the whole record is to be put.
    own: BTreeMap<RecordId, Entry>,
    /// Records of which the store has nothing that can be read.
    missing: BTreeSet<RecordId>,
    /// Records of which it has a damaged entry that is made good by others.
    damaged: BTreeSet<RecordId>,
    /// Whether it has nothing of the workspace that can be read.
    is_empty: bool,
    /// How many entries have to stay unreadable.
    unreadable: usize,
}

impl Mending {
    fn of(reads: &[Read], whole: &Records, replica: ReplicaId) -> Self {
        let mut part = Records::default();
        for version in versions(reads) {
            part.take(whole.without_gone(version).map_or_else(|| version.clone(), Arc::new));
        }
        let mut mending = Self { is_empty: part.is_empty(), ..Self::default() };
        for id in whole.ids().filter(|id| whole.get(*id) != part.get(*id)) {
            mending.put_back.insert(id, Vec::new());
            if part.get(id).is_none() {
                mending.missing.insert(id);
            }
        }
        for read in reads {
            let record = read.entry.key.record;
            if read.versions.is_none() && read.is_made_good(whole) {
                mending.damaged.insert(record);
                mending.put_back.entry(record).or_default().push(read.entry.clone());
            } else if let Some(swap) = purge(read, whole) {
                mending.purges.push(swap);
            } else if read.versions.is_none() {
                mending.unreadable = mending.unreadable.saturating_add(1);
            }
        }
        let is_own = |read: &&Read| read.entry.key.replica == replica && read.versions.is_some();
        mending.own = reads.iter().filter(is_own).map(|read| (read.entry.key.record, read.entry.clone())).collect();
        mending
    }

    /// The swaps that mend the store, when these whole records are put back into it. Where it does not take the whole
    /// record, its damaged entries go all the same: the other store has it.
    fn swaps(&self, wholes: Vec<Outgoing>) -> Vec<Swap> {
        let mut wholes: BTreeMap<RecordId, Entry> =
            wholes.into_iter().map(|outgoing| (outgoing.entry.key.record, outgoing.entry)).collect();
        // An own entry goes for the whole record, withdrawn responses and all, so there is nothing to purge in it.
        let is_replaced = |entry: &Entry| wholes.get(&entry.key.record).is_some_and(|whole| whole.key == entry.key);
        let purges = self.purges.iter().filter(|purge| !purge.was.iter().any(is_replaced));
        let mut swaps: Vec<Swap> = purges.cloned().collect();
        for (record, damaged) in &self.put_back {
            let now = wholes.remove(record);
            let own = self.own.get(record).filter(|_| now.is_some());
            let was: Vec<Entry> = damaged.iter().chain(own).cloned().collect();
            if now.is_some() || !was.is_empty() {
                swaps.push(Swap { was, now });
            }
        }
        swaps
    }
}
