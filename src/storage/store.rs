//! What a store is: a place that keeps texts under keys, and says when it can't.

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

    /// Keeps entries and drops keys. It returns once the store has confirmed all of it. A store with transactions does
    /// all or nothing; one without writes the entries in their order, then drops the keys.
    ///
    /// # Errors
    /// If not everything could be done. No entry is ever left half-written.
    async fn write(&self, put: Vec<Entry>, drop: Vec<Key>) -> Result<(), StoreError>;
}

impl<S: Store> Store for Rc<S> {
    async fn keys(&self) -> Result<Vec<Key>, StoreError> {
        S::keys(self).await
    }

    async fn read(&self, which: Which) -> Result<Vec<Entry>, StoreError> {
        S::read(self, which).await
    }

    async fn write(&self, put: Vec<Entry>, drop: Vec<Key>) -> Result<(), StoreError> {
        S::write(self, put, drop).await
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
