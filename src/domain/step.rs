//! A step: what one edit did on this device, kept so that it can be undone and done again, also after a reload.
//!
//! A step stays on the device. It holds what stood in each record before the edit, and a fingerprint of what the edit
//! left there: as long as the record still says that, the step can be taken back without touching anybody else's work.
//! Undoing a step turns it round: it then holds what the edit had made, and doing it again is the same thing once more.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::ids::{RecordId, ReplicaId, ResponseId};
use super::record::{Body, Kind, body_digest};
use super::rest::Rest;

/// How many steps a tab keeps. The oldest makes room for a new one.
pub const STEPS: usize = 100;

/// What one edit did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What the edit is called on the screen, such as "Add an action".
    pub name: String,
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
    /// What the edit left there.
    pub left: Fingerprint,
}

/// Names a step: the record that it is kept in and its number there, since a record can take in another step later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId {
    /// Its place in the order of steps.
    pub number: u64,
    /// The record that it is kept in.
    pub record: RecordId,
}

/// Tells whether a record still says what it said: a digest of its bodies, whatever their stamps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// The fingerprint of what a record says.
    ///
    /// A pack counts as being there or not: it is immutable, and a response that is withdrawn from it does not make it
    /// another pack.
    pub fn of<'a>(bodies: impl IntoIterator<Item = &'a Body>) -> Self {
        let digests: BTreeSet<[u8; 32]> = bodies
            .into_iter()
            .map(|body| match body {
                Body::Pack(_) => [1; 32],
                other => body_digest(other),
            })
            .collect();
        let mut hasher = Sha256::new();
        digests.iter().for_each(|digest| hasher.update(digest));
        Self(hasher.finalize().into())
    }

    /// The fingerprint spelled as 64 lower-case hexadecimal digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        super::ids::SurveyHash::parse(text).map(|hash| Self(hash.0))
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl Step {
    /// The record that a step is kept in: one of its own.
    pub fn record(by: ReplicaId, number: u64) -> RecordId {
        let digest =
            Sha256::new_with_prefix("step/").chain_update(by.0.to_be_bytes()).chain_update(number.to_be_bytes());
        RecordId::from_digest(&digest.finalize().into())
    }

    /// The step without any byte of withdrawn responses; `None` when it holds none of them.
    #[must_use]
    pub fn without(&self, withdrawn: &BTreeSet<ResponseId>) -> Option<Self> {
        let mut changed = false;
        let mut step = self.clone();
        for part in &mut step.parts {
            for body in &mut part.stood {
                if let Some(left) = without(part.record, body, withdrawn) {
                    *body = left;
                    changed = true;
                }
            }
        }
        changed.then_some(step)
    }
}

/// What is left of a body when withdrawn responses are taken out of it: `None` when it holds none of them. An answer in
/// progress that was taken back is as good as deleted.
pub(super) fn without(record: RecordId, body: &Body, withdrawn: &BTreeSet<ResponseId>) -> Option<Body> {
    match body {
        Body::Pack(pack) => pack.without(withdrawn).map(|pack| Body::Pack(pack.into())),
        Body::Draft(_) if withdrawn.contains(&record.into()) => Some(Body::Deleted(Kind::Draft)),
        Body::DraftAnswer(said) if withdrawn.contains(&said.draft) => Some(Body::Deleted(Kind::DraftAnswer)),
        Body::Step(step) => step.without(withdrawn).map(|step| Body::Step(step.into())),
        _ => None,
    }
}
