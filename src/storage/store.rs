//! What a store is: a place that keeps texts under keys, and says when it can't.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::rc::Rc;

use crate::domain::ids::{RecordId, ReplicaId, WorkspaceId};

/// Where an entry is kept. Each replica writes under keys of its own, so tabs never overwrite each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The workspace.
    pub workspace: WorkspaceId,
    /// The record.
    pub record: RecordId,
    /// The replica that wrote the entry.
    pub replica: ReplicaId,
}

/// What a replica last knew of a record: all its versions, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it is kept.
    pub key: Key,
    /// The versions, as `exchange::record_text` writes them.
    pub text: String,
}

/// Which entries to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those of one workspace.
    Workspace(WorkspaceId),
    /// Those of one record.
    Record(WorkspaceId, RecordId),
}

/// Why a store could not do what was asked. What it held before is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page store anything here.
    Denied,
    /// There is no room left.
    Full,
    /// Anything else, in the browser's words.
    Failed(String),
}

/// An exchange of entries that were read for one that says as much as all of them.
///
/// It is done only if all that it read is still there as it was, and passed over otherwise: nothing that was written
/// meanwhile, in this tab or another, is ever overwritten or dropped by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// The entries as they were read.
    pub was: Vec<Entry>,
    /// What stands in their place; `None` if nothing does. If nothing was read under its key, nothing may be there.
    pub now: Option<Entry>,
}

/// A place that keeps entries.
#[allow(async_fn_in_trait, reason = "one thread: no caller needs the futures to be Send")]
pub trait Store {
    /// The keys of everything that is kept here.
    ///
    /// # Errors
    /// If the store can't be read.
    async fn keys(&self) -> Result<Vec<Key>, StoreError>;

    /// The entries asked for.
    ///
    /// # Errors
    /// If the store can't be read.
    async fn read(&self, which: Which) -> Result<Vec<Entry>, StoreError>;

    /// Keeps entries, whatever stands under their keys. It returns once the store has confirmed all of them. Puts and
    /// swaps of one tab are done in the order in which they were asked for. A store with transactions does all or
    /// nothing; one without writes the entries in their order.
    ///
    /// # Errors
    /// If not everything could be done. No entry is ever left half-written.
    async fn put(&self, entries: Vec<Entry>) -> Result<(), StoreError>;

    /// Does the swaps of which all that was read still stands. A store with transactions looks and swaps in one of them;
    /// one without puts what is new before it drops what was read, so that a tab that dies in the middle leaves too much
    /// rather than too little.
    ///
    /// # Errors
    /// As [`Store::put`]. A swap that was passed over is no error.
    async fn swap(&self, swaps: Vec<Swap>) -> Result<(), StoreError>;

    /// Drops all that is kept of a workspace. A durable store marks it as forgotten in the same step.
    ///
    /// # Errors
    /// If not all of it could be dropped.
    async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError>;
}

/// A store that has what it confirmed even after the browser was killed. It remembers what was forgotten: the quick store
/// may come back from a crash as it stood before.
#[allow(async_fn_in_trait, reason = "one thread: no caller needs the futures to be Send")]
pub trait Durable: Store {
    /// The workspaces that are marked as forgotten.
    ///
    /// # Errors
    /// If the store can't be read.
    async fn forgotten(&self) -> Result<BTreeSet<WorkspaceId>, StoreError>;

    /// Drops what was written of a workspace since it was forgotten; nothing if it is not marked any more.
    ///
    /// # Errors
    /// As [`Store::forget`].
    async fn forget_again(&self, workspace: WorkspaceId) -> Result<(), StoreError>;

    /// Keeps entries as [`Store::put`] does, and takes the mark off their workspace in the same step.
    ///
    /// # Errors
    /// As [`Store::put`]; the mark then stays.
    async fn begin(&self, workspace: WorkspaceId, entries: Vec<Entry>) -> Result<(), StoreError>;
}

/// A store with so little room that it matters how much is taken.
#[allow(async_fn_in_trait, reason = "one thread: no caller needs the futures to be Send")]
pub trait Small: Store {
    /// How much room all of Rainbow's entries take, keys included, in UTF-16 units, which is how browsers count.
    ///
    /// # Errors
    /// If the store can't be read.
    async fn used(&self) -> Result<usize, StoreError>;
}

impl<S: Store> Store for Rc<S> {
    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        S::keys(self).await
    }

    async fn read(&self, which: Which) -> Result<Vec<Entry>, StoreError> {
        S::read(self, which).await
    }

    async fn put(&self, entries: Vec<Entry>) -> Result<(), StoreError> {
        S::put(self, entries).await
    }

    async fn swap(&self, swaps: Vec<Swap>) -> Result<(), StoreError> {
        S::swap(self, swaps).await
    }

    async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        S::forget(self, workspace).await
    }
}

impl<S: Durable> Durable for Rc<S> {
    async fn forgotten(&self) -> Result<BTreeSet<WorkspaceId>, StoreError> {
        S::forgotten(self).await
    }

    async fn forget_again(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        S::forget_again(self, workspace).await
    }

    async fn begin(&self, workspace: WorkspaceId, entries: Vec<Entry>) -> Result<(), StoreError> {
        S::begin(self, workspace, entries).await
    }
}

impl Entry {
    /// How much room it takes, key included, in UTF-16 units.
    pub fn units(&self) -> usize {
        let text = if self.text.is_ascii() { self.text.len() } else { self.text.encode_utf16().count() };
        self.key.to_string().len().saturating_add(text)
    }
}

impl Swap {
    /// The keys to look under before it is done.
    pub fn keys(&self) -> BTreeSet<Key> {
        self.was.iter().chain(&self.now).map(|entry| entry.key).collect()
    }

    /// Whether it may be done, when this is all that was found under its keys.
    pub fn still_stands(&self, found: &BTreeMap<Key, String>) -> bool {
        let read: BTreeMap<&Key, &String> = self.was.iter().map(|entry| (&entry.key, &entry.text)).collect();
        self.keys().iter().all(|key| found.get(key) == read.get(key).copied())
    }

    /// The keys that are dropped by it.
    pub fn dropped(&self) -> impl Iterator<Item = Key> {
        let stays = self.now.as_ref().map(|entry| entry.key);
        self.was.iter().map(|entry| entry.key).filter(move |key| Some(*key) != stays)
    }
}

impl Key {
    /// What all keys of Rainbow begin with.
    pub const PREFIX: &'static str = "rainbow/";

    /// Reads a key as [`Key`] displays it; `None` for anything else, such as another page's keys.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix(Self::PREFIX)?.split('/');
        let workspace = WorkspaceId::parse(parts.next()?)?;
        let record = RecordId::parse(parts.next()?)?;
        let replica = ReplicaId::parse(parts.next()?)?;
        parts.next().is_none().then_some(Self { workspace, record, replica })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}/{}/{}", Self::PREFIX, self.workspace, self.record, self.replica)
    }
}

impl Which {
    /// Whether the entry under this key is asked for.
    pub fn includes(&self, key: &Key) -> bool {
        match self {
            Self::Workspace(workspace) => key.workspace == *workspace,
            Self::Record(workspace, record) => (key.workspace, key.record) == (*workspace, *record),
        }
    }

    /// What the keys of all entries asked for begin with.
    pub fn prefix(&self) -> String {
        match self {
            Self::Workspace(workspace) => format!("{}{workspace}/", Key::PREFIX),
            Self::Record(workspace, record) => format!("{}{workspace}/{record}/", Key::PREFIX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_key_is_read_as_it_is_written_and_no_other_page_has_one() {
        let key = Key {
            workspace: WorkspaceId(Uuid::from_u128(1)),
            record: RecordId(Uuid::from_u128(2)),
            replica: ReplicaId(3),
        };
        assert_eq!(Key::parse(&key.to_string()), Some(key));
        assert!(key.to_string().starts_with(&Which::Workspace(key.workspace).prefix()));
        for other in ["", "rainbow/", "theme", "rainbow/settings", &format!("{key}/more")] {
            assert_eq!(Key::parse(other), None, "{other}");
        }
    }
}
