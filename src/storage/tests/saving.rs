//! Saving: what is said of it, and that a later saving is never overtaken by an earlier one.

use std::pin::pin;

use super::{ID, begun, one_turn, reopened, run, stores};
use crate::domain::area::Area;
use crate::storage::mirror::LONGEST;
use crate::storage::pair::Saved;
use crate::storage::store::{StoreError, Which};

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
fn a_store_that_fails_is_never_called_saved() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.fail_at(0, true);
    let edit = workspace.set_area(Area::named("Marshire"));
    assert_eq!(run(pair.saving(&workspace, &edit)).saved, Saved::QuicklyOnly(StoreError::Full));
    quick.fail_at(0, true);
    let edit = workspace.set_area(Area::named("Moorshire"));
    assert_eq!(run(pair.saving(&workspace, &edit)).saved, Saved::NotAtAll(StoreError::Full));
    quick.mend();
    durable.mend();
    assert_eq!(reopened(&pair, 2).0.area().unwrap().name, "Marshire");
}

#[test]
fn a_large_record_without_a_durable_store_goes_to_the_quick_one_or_is_said_to_be_lost() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.fail_at(0, true);
    let edit = workspace.set_area(Area::named(&"long ".repeat(LONGEST)));
    assert_eq!(run(pair.saving(&workspace, &edit)).saved, Saved::QuicklyOnly(StoreError::Full));
    assert_eq!(run(pair.look(Which::Workspace(ID))), *workspace.records());
    let edit = workspace.set_area(Area::named(&"longer ".repeat(LONGEST)));
    quick.fail_at(0, true);
    assert!(matches!(run(pair.saving(&workspace, &edit)).saved, Saved::NotAtAll(_)));
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
fn a_saving_that_is_late_puts_nothing_over_a_newer_one() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.slow_down();
    // The first is too long for the quick store, which gets it only once the durable one has failed.
    let edit = workspace.set_area(Area::named(&"long ".repeat(LONGEST)));
    let mut first = pin!(pair.saving(&workspace, &edit));
    durable.fail_at(1, true);
    assert_eq!(one_turn(first.as_mut()), None);
    let edit = workspace.set_area(Area::named("Marshire"));
    let mut second = pin!(pair.saving(&workspace, &edit));
    assert_eq!(one_turn(second.as_mut()), None);
    assert_eq!(run(first).saved, Saved::QuicklyOnly(StoreError::Full));
    assert_eq!(run(second).saved, Saved::QuicklyOnly(StoreError::Full));
    durable.mend();
    assert_eq!(reopened(&pair, 2).0.area().unwrap().name, "Marshire");
    assert!(!quick.says("long long"));
}
