//! What is gone for good: responses that were taken back, and what was over on this device and must leave no trace on it.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::ids::{RecordId, ResponseId};
use super::rest::Rest;

/// That a response in progress, or a copy of a finished one, is over on this device: it was finished, discarded or removed.
///
/// Nothing that holds it stays here, steps to undo neither, so that the next person at a shared computer can't bring it back.
/// What it became, a finished response, is another record. It stays on the device, as what it speaks of does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ended {
    /// The response in progress, or the copy of a finished one.
    pub what: ResponseId,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The record which says that something is over: always the same one.
pub fn ended_record(what: ResponseId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("ended/").chain_update(what.0).finalize().into())
}

/// All that is gone for good. It only ever grows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    withdrawn: BTreeSet<ResponseId>,
    ended: BTreeSet<ResponseId>,
}

impl Gone {
    /// Notes that a response was taken back; `true` if that is new.
    pub(super) fn withdraw(&mut self, response: ResponseId) -> bool {
        self.withdrawn.insert(response)
    }

    /// Notes that something is over on this device; `true` if that is new.
    pub(super) fn end(&mut self, what: ResponseId) -> bool {
        self.ended.insert(what)
    }

    /// Whether there is nothing of the kind.
    pub fn is_empty(&self) -> bool {
        self.withdrawn.is_empty() && self.ended.is_empty()
    }

    /// The responses that were taken back.
    pub fn withdrawn(&self) -> &BTreeSet<ResponseId> {
        &self.withdrawn
    }

    /// Whether a response in progress, or a copy that stays on this device, is gone.
    pub fn has(&self, what: ResponseId) -> bool {
        self.withdrawn.contains(&what) || self.ended.contains(&what)
    }

    /// The ids by which what is gone is named in the stores.
    pub fn names(&self) -> impl Iterator<Item = ResponseId> {
        self.withdrawn.union(&self.ended).copied()
    }
}
