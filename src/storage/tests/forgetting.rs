//! Forgetting: what was removed stays away, whatever comes back after a crash or is written by a tab that had not heard.

use super::{ID, begun, rename, reopened, run, stores};
use crate::domain::area::Area;
use crate::domain::ids::{ReplicaId, WorkspaceId};
use crate::domain::workspace::Workspace;
use crate::storage::pair::{Pair, Saved};
use crate::storage::store::{Small, StoreError};
use uuid::Uuid;

const OTHER: WorkspaceId = WorkspaceId(Uuid::from_u128(2));

#[test]
fn what_the_quick_store_has_again_after_a_crash_stays_forgotten() {
    for asks_for_all in [true, false] {
        let (quick, durable, pair) = stores();
        begun(&pair);
        let (other, edit) = Workspace::create(OTHER, ReplicaId(1), Area::named("Marshire"));
        run(pair.saving(&other, &edit));
        let before = quick.kept();
        assert_eq!(run(pair.forget(ID)), Ok(()));
        quick.restore(before);
        let pair = Pair::new(quick.clone(), durable.clone());
        if asks_for_all {
            assert_eq!(run(pair.areas()).into_keys().collect::<Vec<_>>(), [OTHER]);
        } else {
            let (found, troubles) = reopened(&pair, 2);
            assert!(found.records().is_empty() && troubles.is_empty(), "{troubles:?}");
        }
        assert!(!quick.says("Fenshire") && !durable.says("Fenshire"));
        assert!(quick.says("Marshire") && durable.says("Marshire"));
    }
}

#[test]
fn what_a_tab_writes_that_had_not_heard_goes_too() {
    let (quick, durable, pair) = stores();
    let mut late = begun(&pair);
    run(Pair::new(quick.clone(), durable.clone()).forget(ID)).unwrap();
    rename(&pair, &mut late, "Written late");
    assert!(durable.says("Written late"));
    assert!(reopened(&pair, 2).0.records().is_empty());
    assert!(!quick.says("Written late") && !durable.says("Written late"));
}

#[test]
fn an_area_that_is_begun_again_stays_once_that_is_saved() {
    let (quick, durable, pair) = stores();
    begun(&pair);
    run(pair.forget(ID)).unwrap();
    let (mut again, edit) = Workspace::create(ID, ReplicaId(2), Area::named("Again"));
    pair.begin(ID);
    // A first try that fails leaves the mark; the one that is confirmed takes it off.
    durable.fail_at(0, true);
    assert_eq!(run(pair.saving(&again, &edit)).saved, Saved::QuicklyOnly(StoreError::Full));
    quick.mend();
    durable.mend();
    assert_eq!(rename(&pair, &mut again, "Here again"), Saved::Durably);
    quick.empty();
    assert_eq!(reopened(&pair, 3).0.records(), again.records());
}

#[test]
fn the_room_that_a_forgotten_area_took_is_free_again() {
    let (quick, _, pair) = stores();
    let mut workspace = begun(&pair);
    for number in 0..60_u128 {
        let plan = crate::domain::plan::Plan::titled("t".repeat(60_000));
        let edit = workspace.set_plan(crate::domain::ids::PlanId(Uuid::from_u128(100 + number)), plan);
        run(pair.saving(&workspace, &edit));
    }
    run(pair.forget(ID)).unwrap();
    assert_eq!(run(quick.used()), Ok(0));
    let (other, edit) = Workspace::create(OTHER, ReplicaId(1), Area::named(&"n".repeat(60_000)));
    assert!(run(pair.saving(&other, &edit)).is_mirrored);
}

#[test]
fn an_area_whose_own_record_is_lost_is_listed_all_the_same() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    let plan = crate::domain::plan::Plan::titled("Plan");
    let edit = workspace.set_plan(crate::domain::ids::PlanId(Uuid::from_u128(3)), plan);
    run(pair.saving(&workspace, &edit));
    for store in [&quick, &durable] {
        let mut kept = store.kept();
        kept.retain(|key, _| key.record != ID.into());
        store.restore(kept);
    }
    assert_eq!(run(pair.areas()), [(ID, None)].into());
}
