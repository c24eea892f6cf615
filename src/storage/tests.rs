//! The pair of stores under failures: nothing accepted is lost, and nothing is called saved that is not.

use std::collections::BTreeSet;

use super::fake::FakeStore;
use super::pair::{MIRRORED, Pair, Saved, Trouble};
use super::store::{StoreError, Which};
use crate::domain::area::Area;
use crate::domain::ids::{ReplicaId, WorkspaceId};
use crate::domain::workspace::Workspace;
use uuid::Uuid;

const ID: WorkspaceId = WorkspaceId(Uuid::from_u128(1));

fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

fn stores() -> (FakeStore, FakeStore, Pair<FakeStore, FakeStore>) {
    let (quick, durable) = (FakeStore::default(), FakeStore::transactional());
    let pair = Pair::new(quick.clone(), durable.clone());
    (quick, durable, pair)
}

fn begun(pair: &Pair<FakeStore, FakeStore>) -> Workspace {
    let (workspace, edit) = Workspace::create(ID, ReplicaId(1), Area::named("Fenshire"));
    assert_eq!(run(pair.saving(&workspace, &edit)), Saved::Durably);
    workspace
}

fn reopened(pair: &Pair<FakeStore, FakeStore>, replica: u64) -> (Workspace, Vec<Trouble>) {
    let found = run(pair.open(ID, ReplicaId(replica)));
    (Workspace::from_records(ID, ReplicaId(replica), found.records), found.troubles)
}

#[test]
fn what_was_saved_is_found_and_listed() {
    let (_, _, pair) = stores();
    let workspace = begun(&pair);
    let (found, troubles) = reopened(&pair, 2);
    assert_eq!(found.records(), workspace.records());
    assert!(troubles.is_empty(), "{troubles:?}");
    assert!(run(pair.areas()).contains_key(&ID));
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
fn a_store_that_fails_is_never_called_saved() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.fail_at(0, true);
    let edit = workspace.set_area(Area::named("Marshire"));
    assert_eq!(run(pair.saving(&workspace, &edit)), Saved::QuicklyOnly(StoreError::Full));
    quick.fail_at(0, true);
    let edit = workspace.set_area(Area::named("Moorshire"));
    assert_eq!(run(pair.saving(&workspace, &edit)), Saved::NotAtAll(StoreError::Full));
    quick.mend();
    durable.mend();
    assert_eq!(reopened(&pair, 2).0.area().unwrap().name, "Marshire");
}

#[test]
fn what_the_workspace_has_not_seen_is_never_folded_away() {
    let (_, _, pair) = stores();
    let mut here = begun(&pair);
    for replica in 2..5 {
        let (mut there, _) = reopened(&pair, replica);
        let edit = there.set_area(Area::named(&format!("Shire {replica}")));
        run(pair.saving(&there, &edit));
    }
    let left = run(pair.left_behind(ID, here.replica()));
    run(pair.folding(&here, &left, &BTreeSet::new()));
    here.take_in("Left behind", left.versions());
    assert_eq!(reopened(&pair, 9).0.records(), here.records());
    assert_eq!(here.area().unwrap().name, "Shire 4");
}

#[test]
fn a_large_record_without_a_durable_store_goes_to_the_quick_one_or_is_said_to_be_lost() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.fail_at(0, true);
    let edit = workspace.set_area(Area::named(&"long ".repeat(MIRRORED)));
    assert_eq!(run(pair.saving(&workspace, &edit)), Saved::QuicklyOnly(StoreError::Full));
    assert_eq!(run(pair.look(Which::Workspace(ID))), *workspace.records());
    let edit = workspace.set_area(Area::named(&"longer ".repeat(MIRRORED)));
    quick.fail_at(0, true);
    assert!(matches!(run(pair.saving(&workspace, &edit)), Saved::NotAtAll(_)));
}

#[test]
fn two_tabs_never_overwrite_each_other() {
    let (_, _, pair) = stores();
    let mut here = begun(&pair);
    let (mut there, _) = reopened(&pair, 2);
    let mine = here.set_area(Area::named("Mine"));
    let theirs = there.set_area(Area::named("Theirs"));
    run(pair.saving(&here, &mine));
    run(pair.saving(&there, &theirs));
    assert_eq!(reopened(&pair, 3).0.records().conflicts().count(), 1);
}

#[test]
fn tidying_drops_only_what_dead_tabs_left_and_loses_nothing() {
    let (quick, durable, pair) = stores();
    let mut here = begun(&pair);
    for replica in 2..6 {
        here = reopened(&pair, replica).0;
        let edit = here.set_area(Area::named(&format!("Shire {replica}")));
        run(pair.saving(&here, &edit));
    }
    let left = run(pair.left_behind(ID, here.replica()));
    here.take_in("Left behind", left.versions());
    run(pair.folding(&here, &left, &BTreeSet::from([ReplicaId(3)])));
    assert_eq!(durable.len(), 2, "this replica's entry and that of the one alive");
    assert_eq!(quick.len(), 2);
    assert_eq!(reopened(&pair, 9).0.records(), here.records());
}
