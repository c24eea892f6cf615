//! What keeps a plan readable as it stood on any day: how its items were before they were changed, and what was signed off.

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

use super::ids::{ItemId, PlanId, RecordId, ReplicaId};
use super::plan::{Level, PlanItem, Rag};
use super::rest::Rest;

/// How an item stood at the end of the day before it was changed or deleted. Of the changes of one day the first writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ItemWas {
    /// The item.
    pub item: ItemId,
    /// The day of the change: before that day the item stood as [`was`](Self::was) says.
    pub until: NaiveDate,
    /// What it said.
    pub was: PlanItem,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The record in which a replica keeps how an item was until a day: one for each of them, so that two replicas that change
/// an item on one day without knowing of each other both keep what they saw.
pub fn item_was_record(item: ItemId, until: NaiveDate, replica: ReplicaId) -> RecordId {
    let digest = Sha256::new_with_prefix("plan-item-was/").chain_update(item.0).chain_update(until.to_string());
    RecordId::from_digest(&digest.chain_update(replica.0.to_le_bytes()).finalize().into())
}

/// That somebody signed a plan off, with what it said then. Signing again is another entry; none is ever changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlanSignOff {
    /// The plan.
    pub plan: PlanId,
    /// Who signed, as a role, such as "Director of Children's Services".
    pub by: String,
    /// The day it was signed.
    pub on: NaiveDate,
    /// When it was recorded, which orders entries of one day.
    pub recorded: DateTime<Utc>,
    /// What whoever signed wants to add; empty if nothing.
    pub words: String,
    /// The plan as it was signed, in its order.
    pub signed: Vec<SignedItem>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// An item of a plan as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SignedItem {
    /// The item.
    pub item: ItemId,
    /// What it was.
    pub level: Level,
    /// Its number or letter as written.
    pub label: String,
    /// What was to be done.
    pub text: String,
    /// Who led, as written.
    pub lead: String,
    /// The due date that counted, as written.
    pub due: String,
    /// The RAG that counted.
    pub rag: Rag,
    /// The day on which a milestone was ticked off; `None` if it was not, and for anything but a milestone.
    pub reached: Option<NaiveDate>,
}
