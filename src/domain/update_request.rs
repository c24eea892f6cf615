//! Asking a lead how their actions go: what one lead of a plan is asked, and what their own device keeps of it.
//!
//! A lead's device keeps what it is asked in a workspace of its own, whose id follows from the area, the plan and the lead. So
//! what somebody reports never meets the area itself before its file comes back, and the next request comes to the same place.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

use super::area::Area;
use super::ids::{ItemId, PlanId, RecordId, ReplicaId, WorkspaceId};
use super::plan::{Plan, PlanItem, Progress};
use super::record::{Body, Record};
use super::rest::Rest;
use super::round::ReturnsTo;
use super::stamp::Stamp;

/// How the name of a file that asks a lead starts.
pub const UPDATE_FILE: &str = "rainbow-update-";

/// How the name of a file that a lead sends back starts.
pub const PROGRESS_FILE: &str = "rainbow-progress-";

/// What a lead is asked, and how far they have come with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UpdateRequest {
    /// The area that asks.
    pub area: WorkspaceId,
    /// Its name.
    pub area_name: String,
    /// The plan.
    pub plan: PlanId,
    /// The lead who is asked, as written.
    pub lead: String,
    /// When the request was made: of several the latest counts.
    pub made: DateTime<Utc>,
    /// The last day on which progress is asked for, if one was set.
    pub asked_by: Option<NaiveDate>,
    /// Whom the file is sent back to.
    pub returns_to: ReturnsTo,
    /// The items that the lead is asked about, in the order of the plan.
    pub items: Vec<ItemId>,
    /// The entries about them that whoever asks had when they asked.
    pub known: BTreeSet<RecordId>,
    /// Who reports, as a role; the lead until somebody says otherwise. Kept on the lead's device.
    pub reporter: String,
    /// Entries from here to an earlier request that had not come in when this one was made. Kept on the lead's device.
    pub earlier: BTreeSet<RecordId>,
    /// Entries that a file was made of: they may have been sent, and are not changed any more. Kept on the lead's device.
    pub given: BTreeSet<RecordId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A request with all that the lead needs to answer it, and nothing else of the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// What is asked.
    pub request: UpdateRequest,
    /// The plan: its title, shape and period.
    pub plan: Plan,
    /// The items that are asked about, and for orientation those above them and the milestones beneath.
    pub items: Vec<(ItemId, PlanItem)>,
    /// What has been reported about the items and their milestones.
    pub entries: Vec<(RecordId, Progress)>,
}

impl UpdateRequest {
    /// The workspace in which the lead's device keeps it.
    pub fn workspace(&self) -> WorkspaceId {
        let lead = self.lead.to_lowercase();
        let digest = Sha256::new_with_prefix("lead/").chain_update(self.area.0).chain_update(self.plan.0);
        WorkspaceId(RecordId::from_digest(&digest.chain_update(lead).finalize().into()).0)
    }

    /// Who made the records that came with the request, as stamps name them. Nobody edits as this replica.
    pub fn replica(&self) -> ReplicaId {
        let (high, low) = self.workspace().0.as_u64_pair();
        ReplicaId(high ^ low)
    }
}

impl Asking {
    /// The records of the lead's workspace but for the request itself. Their stamps follow from when the request was made, so
    /// that the latest file counts in whatever order files come.
    pub fn records(&self) -> Vec<Arc<Record>> {
        let workspace = self.request.workspace();
        let made = u64::try_from(self.request.made.timestamp_millis()).unwrap_or_default().max(1);
        let stamp = Stamp::from_counts([(self.request.replica(), made)]);
        let name = format!("{}: actions of {}", self.request.area_name, self.request.lead);
        let area = (workspace.into(), Body::Area(Area::named(&name)));
        let plan = (self.request.plan.into(), Body::Plan(self.plan.clone()));
        let items = self.items.iter().map(|(id, item)| ((*id).into(), Body::PlanItem(item.clone())));
        let entries = self.entries.iter().map(|(id, entry)| (*id, Body::Progress(entry.clone())));
        let bodies = [area, plan].into_iter().chain(items).chain(entries);
        bodies.map(|(id, body)| Arc::new(Record { id, stamp: stamp.clone(), body })).collect()
    }
}

/// The record of a lead's workspace that holds the request: always the same one.
pub fn update_request_record(workspace: WorkspaceId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("update-request/").chain_update(workspace.0).finalize().into())
}

/// The record that an entry becomes wherever the lead's file is taken in: it is the same from every copy of the file.
pub fn reported(id: RecordId, entry: Progress) -> Record {
    let (high, low) = id.0.as_u64_pair();
    Record { id, stamp: Stamp::from_counts([(ReplicaId(high ^ low), 1)]), body: Body::Progress(entry) }
}
