//! Folding what dead tabs left: whatever other tabs do meanwhile, nothing of theirs is lost.

use std::collections::BTreeSet;
use std::pin::Pin;

use super::{ID, Stores, begun, one_turn, reopened, run, stores};
use crate::domain::area::Area;
use crate::domain::ids::ReplicaId;
use crate::domain::workspace::Workspace;
use crate::storage::fold::LeftBehind;
use crate::storage::pair::{Kept, Saved};

#[test]
fn what_the_workspace_has_not_seen_is_never_folded_away() {
    let (_, _, pair) = stores();
    let mut here = begun(&pair);
    for replica in 2..5 {
        let (mut there, _) = reopened(&pair, replica);
        let edit = there.set_area(Area::named(&format!("Shire {replica}")));
        run(pair.saving(&there, &edit));
    }
    let left = run(pair.left_behind(ID));
    run(pair.folding(&here, &left, &BTreeSet::new()));
    here.take_in("Left behind", left.versions());
    assert_eq!(reopened(&pair, 9).0.records(), here.records());
    assert_eq!(here.area().unwrap().name, "Shire 4");
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
    let left = run(pair.left_behind(ID));
    here.take_in("Left behind", left.versions());
    run(pair.folding(&here, &left, &BTreeSet::from([ReplicaId(3)])));
    assert_eq!(durable.len(), 2, "this replica's entry and that of the one alive");
    assert_eq!(quick.len(), 2);
    assert_eq!(reopened(&pair, 9).0.records(), here.records());
}

/// What can happen between a tab that has just begun (A) and one that folds (B), in steps of which none can be split.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// A edits: the quick store has it.
    Writes,
    /// The durable store confirms it to A.
    Confirmed,
    /// A's lock is held.
    Locked,
    /// B reads the stores.
    Lists,
    /// B asks who is alive.
    Asks,
    /// B folds: the quick store at once.
    Folds,
    /// The durable store has done it, too.
    Folded,
}

/// Every order in which the steps of several sequences can come.
fn orders(sequences: &[&[Step]]) -> Vec<Vec<Step>> {
    if sequences.iter().all(|sequence| sequence.is_empty()) {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for (at, sequence) in sequences.iter().enumerate() {
        let Some((first, rest)) = sequence.split_first() else { continue };
        let mut others = sequences.to_vec();
        others[at] = rest;
        all.extend(orders(&others).into_iter().map(|order| [vec![*first], order].concat()));
    }
    all
}

struct Tab {
    open: Workspace,
    pair: Stores,
    saving: Vec<Pin<Box<dyn Future<Output = Kept>>>>,
}

fn happen(order: &[Step]) {
    let (quick, durable, pair) = stores();
    drop(begun(&pair));
    let mut a =
        Tab { open: reopened(&pair, 2).0, pair: Stores::new(quick.clone(), durable.clone()), saving: Vec::new() };
    let mut b = reopened(&pair, 3).0;
    durable.slow_down();
    let mut alive = BTreeSet::from([ReplicaId(3)]);
    let (mut left, mut asked, mut folding) = (LeftBehind::default(), BTreeSet::new(), None);
    for step in order {
        match step {
            Step::Writes => {
                let name = format!("{} and on", a.open.area().unwrap().name);
                let edit = a.open.set_area(Area::named(&name));
                let mut saving = Box::pin(a.pair.saving(&a.open, &edit));
                assert_eq!(one_turn(saving.as_mut()), None);
                a.saving.push(saving);
            }
            Step::Confirmed => assert_eq!(run(a.saving.remove(0)).saved, Saved::Durably),
            Step::Locked => {
                alive.insert(ReplicaId(2));
            }
            Step::Lists => left = run(pair.left_behind(ID)),
            Step::Asks => asked = alive.clone(),
            Step::Folds => {
                b.take_in("Left behind", left.versions());
                let mut fold: Pin<Box<dyn Future<Output = ()>>> = Box::pin(pair.folding(&b, &left, &asked));
                assert_eq!(one_turn(fold.as_mut()), None);
                folding = Some(fold);
            }
            Step::Folded => run(folding.take().unwrap()),
        }
    }
    let (in_quick, in_durable) = (quick.kept(), durable.kept());
    for one_alone in [(in_quick, Default::default()), (Default::default(), in_durable)] {
        quick.restore(one_alone.0);
        durable.restore(one_alone.1);
        assert_eq!(reopened(&pair, 9).0.area(), a.open.area(), "{order:?}");
    }
}

#[test]
fn a_tab_that_is_taken_for_dead_loses_nothing_in_any_order_of_events() {
    use Step::{Asks, Confirmed, Folded, Folds, Lists, Locked, Writes};
    let all = orders(&[&[Writes, Confirmed, Writes, Confirmed], &[Locked], &[Lists, Asks, Folds, Folded]]);
    assert_eq!(all.len(), 630);
    all.iter().for_each(|order| happen(order));
    let hurried = orders(&[&[Writes, Writes, Confirmed, Confirmed], &[Lists, Asks, Folds, Folded]]);
    hurried.iter().for_each(|order| happen(order));
}
