//! A step: what one edit did on this device, kept so that it can be undone and done again, also after a reload.
//!
//! A step stays on the device. It holds what stood in each record before the edit, and the stamps from which and to which
//! the edit took it: they tell whether the step can be taken back without touching anybody else's work.
//! Undoing a step turns it round: it then holds what the edit had made, and doing it again is the same thing once more.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::gone::Gone;
use super::ids::{RecordId, ReplicaId, TabId};
use super::record::Body;
use super::rest::Rest;
use super::stamp::Stamp;

/// How many steps a tab keeps. The oldest makes room for a new one.
pub const STEPS: usize = 100;

/// What one edit did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What the edit is called on the screen, such as "Add an action".
    pub name: String,
    /// The tab in which it was made.
    pub tab: TabId,
    /// The replica that made the edit, or that undid it or did it again last.
    pub by: ReplicaId,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Its place in the order of steps: higher than that of every step its tab knew of.
    pub number: u64,
    /// Whether it is undone, so that it can be done again.
    pub undone: bool,
    /// What it did to each record. Without any there is nothing to undo.
    pub parts: Vec<Part>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What an edit did to one record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The record.
    pub record: RecordId,
    /// What stood there before: nothing, one body, or several that were in conflict.
    pub stood: Vec<Body>,
    /// What had been seen there before.
    pub from: Stamp,
    /// What had been seen there after. Whoever has changed the record since has added to it.
    pub to: Stamp,
}

/// Names a step: the record that it is kept in and its number there, since a record can take in another step later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId {
    /// Its place in the order of steps.
    pub number: u64,
    /// The record that it is kept in.
    pub record: RecordId,
}

impl Step {
    /// The record that a step is kept in: one of its own.
    pub fn record(by: ReplicaId, number: u64) -> RecordId {
        let digest =
            Sha256::new_with_prefix("step/").chain_update(by.0.to_be_bytes()).chain_update(number.to_be_bytes());
        RecordId::from_digest(&digest.finalize().into())
    }

    /// The step once states of records were put back: what a record was from one stamp on, it is now from another on. By
    /// record and old stamp, the new one; `None` when the step knows none of them.
    #[must_use]
    pub fn renamed(&self, stamps: &BTreeMap<(RecordId, Stamp), Stamp>) -> Option<Self> {
        let mut step = self.clone();
        for part in &mut step.parts {
            let now = |stamp: &Stamp| stamps.get(&(part.record, stamp.clone())).unwrap_or(stamp).clone();
            (part.from, part.to) = (now(&part.from), now(&part.to));
        }
        (step != *self).then_some(step)
    }

    /// The step without any byte of what is gone for good; `None` when it holds nothing of that.
    #[must_use]
    pub fn without(&self, gone: &Gone) -> Option<Self> {
        let mut all = self.parts.iter().flat_map(|part| part.stood.iter().map(|body| (part.record, body)));
        if !all.any(|(record, body)| body.without(record, gone).is_some()) {
            return None;
        }
        let mut step = self.clone();
        for part in &mut step.parts {
            for body in &mut part.stood {
                if let Some(left) = body.without(part.record, gone) {
                    *body = left;
                }
            }
        }
        Some(step)
    }
}
