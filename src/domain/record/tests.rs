//! What siblings cost and how they stand.

use std::cell::Cell;

use super::*;
use crate::domain::ids::ReplicaId;
use uuid::Uuid;

thread_local! {
    /// How many digests were made in this test.
    pub(super) static DIGESTS: Cell<usize> = const { Cell::new(0) };
}

fn sibling(number: u64) -> Arc<Record> {
    let stamp = Stamp::from_counts([(ReplicaId(number), 1)]);
    Arc::new(Record { id: RecordId(Uuid::from_u128(1)), stamp, body: Body::Area(Area::named(&number.to_string())) })
}

#[test]
fn siblings_by_the_dozen_cost_one_digest_each_and_stand_alike_in_any_order() {
    let mut forwards = Versions::one(sibling(1));
    (2..=60).for_each(|number| assert!(forwards.take(sibling(number))));
    assert_eq!((forwards.iter().count(), DIGESTS.get()), (60, 60));
    let mut backwards = Versions::one(sibling(60));
    (1..60).rev().for_each(|number| assert!(backwards.take(sibling(number))));
    assert_eq!(forwards, backwards);
}
