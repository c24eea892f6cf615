//! Entries as they were read from one store, and what can be told of those that could not be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::store::Entry;
use crate::domain::gone::Gone;
use crate::domain::ids::{RecordId, ReplicaId};
use crate::domain::merge::Records;
use crate::domain::record::Record;
use crate::domain::stamp::{Descent, Stamp};
use crate::exchange::record_text;

/// An entry with its versions; `None` if its text could not be read whole.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub(super) entry: Entry,
    pub(super) versions: Option<Vec<Arc<Record>>>,
}

/// Reads the texts. One that is read whole has at least one version, and none of another record than its key's.
pub(super) fn read_all(entries: Vec<Entry>) -> Vec<Read> {
    let read = |entry: Entry| {
        let versions = record_text::read(&entry.text).ok();
        let of_record = |version: &Arc<Record>| version.id == entry.key.record;
        let versions = versions.filter(|versions| !versions.is_empty() && versions.iter().all(of_record));
        Read { entry, versions }
    };
    entries.into_iter().map(read).collect()
}

/// All versions that were read.
pub(super) fn versions(reads: &[Read]) -> impl Iterator<Item = &Arc<Record>> {
    reads.iter().filter_map(|read| read.versions.as_ref()).flatten()
}

/// The records of which more than one replica has left an entry here.
pub(super) fn of_several_replicas(reads: &[Read]) -> BTreeSet<RecordId> {
    let mut first: BTreeMap<RecordId, ReplicaId> = BTreeMap::new();
    let keys = reads.iter().map(|read| read.entry.key);
    keys.filter(|key| *first.entry(key.record).or_insert(key.replica) != key.replica).map(|key| key.record).collect()
}

impl Read {
    /// Whether all that this unreadable entry can have said is known from others, so that it may go.
    ///
    /// A text with the outline of one, which a newer Rainbow may have written, is known when all the edits that its
    /// stamps name are. A text without can't be read by anyone: it is made good when its record was read from elsewhere.
    pub(super) fn is_made_good(&self, records: &Records) -> bool {
        let record = self.entry.key.record;
        records.get(record).is_some_and(|known| {
            let seen = known.seen();
            let is_seen = |stamp: &Stamp| matches!(stamp.descent(&seen), Descent::Same | Descent::Before);
            record_text::outline(&self.entry.text)
                .is_none_or(|outline| outline.iter().all(|(id, stamp)| *id == record && is_seen(stamp)))
        })
    }

    /// Whether this is no more than the ruins of a text, in which something that is gone for good is named.
    pub(super) fn is_ruin_of(&self, gone: &Gone) -> bool {
        self.versions.is_none()
            && record_text::outline(&self.entry.text).is_none()
            && gone.names().any(|id| self.entry.text.contains(&id.to_string()))
    }
}
