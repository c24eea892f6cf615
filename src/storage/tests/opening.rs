//! Opening: each store gives back what the other one lost, and the person is told of what is not ordinary.

use uuid::Uuid;

use super::{ID, begun, rename, reopened, run, stores};
use crate::domain::ids::{PlanId, RecordId, ReplicaId};
use crate::domain::plan::Plan;
use crate::domain::workspace::Workspace;
use crate::storage::fake::FakeStore;
use crate::storage::opening::Trouble;
use crate::storage::pair::Saved;
use crate::storage::store::StoreError;

const PLAN: PlanId = PlanId(Uuid::from_u128(3));

/// Renames the plan and says how that was saved.
fn plan(pair: &super::Stores, workspace: &mut Workspace, title: &str) -> Saved {
    let edit = workspace.set_plan(PLAN, Plan::titled(title));
    run(pair.saving(workspace, &edit)).saved
}

/// Puts this text under all keys of a record, or drops them.
fn change(store: &FakeStore, record: impl Into<RecordId>, text: Option<&str>) {
    let record = record.into();
    let mut kept = store.kept();
    match text {
        Some(text) => kept.iter_mut().filter(|(key, _)| key.record == record).for_each(|(_, kept)| {
            text.clone_into(kept);
        }),
        None => kept.retain(|key, _| key.record != record),
    }
    store.restore(kept);
}

#[test]
fn each_store_alone_brings_the_other_back_and_says_so() {
    for lose in [FakeStore::empty, |store: &FakeStore| store.damage("{\"half\":")] {
        for quick_goes in [true, false] {
            let (quick, durable, pair) = stores();
            let workspace = begun(&pair);
            lose(if quick_goes { &quick } else { &durable });
            let (found, troubles) = reopened(&pair, 2);
            assert_eq!(found.records(), workspace.records());
            assert!(troubles.contains(&Trouble::Repaired(1)), "{troubles:?}");
            lose(if quick_goes { &durable } else { &quick });
            assert_eq!(reopened(&pair, 3).0.records(), workspace.records());
        }
    }
}

#[test]
fn a_record_that_one_store_lost_is_put_back_and_the_app_says_so_once() {
    for damage in [None, Some("{\"half\":"), Some("[]")] {
        for from_quick in [true, false] {
            let (quick, durable, pair) = stores();
            let mut workspace = begun(&pair);
            plan(&pair, &mut workspace, "First");
            let mut there = reopened(&pair, 2).0;
            plan(&pair, &mut there, "Second");
            change(if from_quick { &quick } else { &durable }, PLAN, damage);
            let (found, troubles) = reopened(&pair, 3);
            assert_eq!(troubles, [Trouble::Repaired(1)], "{damage:?} {from_quick}");
            assert_eq!(found.records(), there.records());
            assert_eq!(reopened(&pair, 4).1, [], "it was said, and all is well");
            assert!(
                damage.is_none_or(|text| !quick
                    .kept()
                    .values()
                    .chain(durable.kept().values())
                    .any(|kept| kept == text))
            );
            if from_quick {
                durable.empty()
            } else {
                quick.empty()
            }
            assert_eq!(reopened(&pair, 5).0.records(), there.records());
        }
    }
}

#[test]
fn what_ordinary_life_explains_is_no_repair() {
    // Typed just before the tab died: the durable store had no time to confirm it.
    let (_, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.fail_at(0, true);
    plan(&pair, &mut workspace, "Just typed");
    durable.mend();
    assert_eq!(reopened(&pair, 2).1, []);
    // The quick store was full when the newest words were typed, or the browser was killed and it lags behind.
    let (quick, _, pair) = stores();
    let mut workspace = begun(&pair);
    quick.fail_at(0, true);
    assert_eq!(rename(&pair, &mut workspace, "Marshire"), Saved::Durably);
    quick.mend();
    let (found, troubles) = reopened(&pair, 2);
    assert_eq!((found.area().unwrap().name.as_str(), troubles), ("Marshire", Vec::new()));
}

#[test]
fn what_nothing_else_says_stays_where_it_is_and_is_told_each_time() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    plan(&pair, &mut workspace, "First");
    change(&quick, PLAN, Some("{\"half\":"));
    change(&durable, PLAN, Some("[{}]"));
    for replica in 2..4 {
        let (found, troubles) = reopened(&pair, replica);
        assert_eq!(troubles, [Trouble::Unreadable(2)]);
        assert!(found.plan(PLAN).is_none() && found.area().is_some());
        assert!(quick.says("{\"half\":") && durable.says("[{}]"));
    }
    // Once it is read from elsewhere, such as a file, both are mended.
    let mut found = reopened(&pair, 4).0;
    let edit = found.take_in("Open a file", workspace.records().iter().cloned());
    run(pair.saving(&found, &edit));
    assert_eq!(reopened(&pair, 5).1, [Trouble::Repaired(1)]);
    assert_eq!(reopened(&pair, 6).1, []);
}

#[test]
fn what_a_newer_rainbow_wrote_is_not_taken_for_damage() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    plan(&pair, &mut workspace, "First");
    let newer = |count: u64| {
        format!(r#"[{{"id":"{}","kind":"plan","stamp":{{"{}":{count}}},"body":["new"]}}]"#, PLAN.0, ReplicaId(1))
    };
    change(&quick, PLAN, Some(&newer(2)));
    assert_eq!(reopened(&pair, 2).1, [Trouble::Unreadable(1), Trouble::Repaired(1)]);
    assert!(quick.says("new") && quick.says("First"), "an edit that is known nowhere else stays");
    change(&quick, PLAN, Some(&newer(1)));
    assert_eq!(reopened(&pair, 3).1, [Trouble::Repaired(1)]);
    assert!(!quick.says("new") && durable.says("First"), "an edit that is known goes");
}

#[test]
fn what_the_durable_store_will_not_take_back_is_told_and_handed_on() {
    let (_, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.fail_at(0, true);
    plan(&pair, &mut workspace, "Just typed");
    durable.fail_at(3, true);
    let found = run(pair.open(ID, ReplicaId(2)));
    assert!(found.troubles.contains(&Trouble::NoDurable(StoreError::Full)), "{:?}", found.troubles);
    assert_eq!(found.fragile, Some(([PLAN.into()].into(), StoreError::Full)));
}
