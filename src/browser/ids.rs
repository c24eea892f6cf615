//! New ids, from the browser's own source of secure random numbers.

use uuid::Uuid;

use crate::domain::ids::ReplicaId;

/// A new random id (UUID version 4) for a workspace or a record.
pub fn new_uuid() -> Uuid {
    Uuid::new_v4()
}

/// A new replica, for this run of this tab.
pub fn new_replica() -> ReplicaId {
    // A version 4 UUID fixes the version in one half and the variant in the other, in different places; together every
    // bit of the two halves is random.
    let (high, low) = Uuid::new_v4().as_u64_pair();
    ReplicaId(high ^ low)
}
