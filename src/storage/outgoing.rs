//! Records on their way to the stores, in the order in which a tab that dies in the middle does the least harm.

use std::collections::BTreeSet;

use super::store::{Entry, Key, StoreError};
use crate::domain::ids::{RecordId, ReplicaId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::record::{Body, Kind};
use crate::exchange::record_text;

/// A record on its way to the stores.
#[derive(Clone, Debug)]
pub(super) struct Outgoing {
    pub(super) entry: Entry,
    pub(super) is_pack: bool,
}

/// All versions of these records, spelled for the entries of a replica.
///
/// The quick store has no transactions, so their order matters when the tab dies half-way. Withdrawals come first: the
/// copies that they purge would otherwise meet those that still hold the response as versions in conflict. What a
/// closing counts comes before the closing that names it, and what a response in progress became before the word that it is
/// over. The deletions, and the steps that it is taken out of, come last.
///
/// # Errors
/// If a record can't be spelled, which no record of ours brings about.
pub(super) fn spell(
    workspace: WorkspaceId,
    replica: ReplicaId,
    records: &Records,
    ids: &BTreeSet<RecordId>,
) -> Result<Vec<Outgoing>, StoreError> {
    let mut ranked = Vec::new();
    for id in ids {
        let Some(versions) = records.get(*id) else { continue };
        let text = record_text::write(versions).map_err(|fault| StoreError::Failed(fault.to_string()))?;
        let body = &versions.shown().body;
        let entry = Entry { key: Key { workspace, record: *id, replica }, text };
        ranked.push((rank(body), Outgoing { entry, is_pack: body.kind() == Kind::Pack }));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    Ok(ranked.into_iter().map(|(_, outgoing)| outgoing).collect())
}

fn rank(body: &Body) -> u8 {
    match body {
        Body::Withdrawal(_) => 0,
        Body::Survey(_) => 1,
        Body::RoundEntry(_) | Body::Ended(_) => 3,
        Body::Deleted(_) | Body::Step(_) => 4,
        _ => 2,
    }
}
