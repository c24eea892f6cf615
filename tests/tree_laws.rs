//! The laws of a plan's tree, under generated histories: three replicas add, move and delete items and hear each other.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it fails")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use rainbow::domain::ids::{ItemId, PlanId, ReplicaId, WorkspaceId};
use rainbow::domain::merge::Records;
use rainbow::domain::order::OrderKey;
use rainbow::domain::plan::{Plan, PlanItem};
use rainbow::domain::tree::{Row, Tree};
use rainbow::domain::workspace::{Edit, EditError, Workspace};
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::import::{self, Content};
use uuid::Uuid;

const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
const PLAN: PlanId = PlanId(Uuid::from_u128(3));

/// How many items the histories are about: few, so that moves meet.
const ITEMS: u8 = 5;

/// What can happen at a replica.
#[derive(Clone, Debug)]
enum Act {
    /// Puts an item under another or at the top, in one of the gaps there; adds it where it isn't yet.
    Put(u8, Option<u8>, usize),
    Delete(u8),
    /// Takes in all that another replica has.
    Hear(usize),
}

/// What was done to an item.
struct Deed {
    item: ItemId,
    /// The deeds that whoever did it had heard of.
    knew: BTreeSet<usize>,
    /// Where it was put; `None` if it was deleted.
    put: Option<Put>,
}

/// Where an item was put: beneath what, and between which neighbours.
#[derive(Clone, Copy)]
struct Put {
    parent: Option<ItemId>,
    before: Option<ItemId>,
    after: Option<ItemId>,
}

fn act() -> impl Strategy<Value = Act> {
    let put = (0..ITEMS, prop::option::weighted(0.7, 0..ITEMS), 0..6_usize);
    prop_oneof![
        6 => put.prop_map(|(item, under, gap)| Act::Put(item, under, gap)),
        1 => (0..ITEMS).prop_map(Act::Delete),
        2 => (0..3_usize).prop_map(Act::Hear),
    ]
}

fn history() -> impl Strategy<Value = Vec<(usize, Act)>> {
    prop::collection::vec((0..3_usize, act()), 0..40)
}

fn item(number: u8) -> ItemId {
    ItemId(Uuid::from_u128(10 + u128::from(number)))
}

fn day() -> NaiveDate {
    "2010-01-29".parse().unwrap()
}

fn action(parent: Option<ItemId>, order: OrderKey) -> PlanItem {
    PlanItem { parent, text: "Agree who does what".to_owned(), ..PlanItem::blank(PLAN, order) }
}

/// Replicas that know of a plan and nothing else.
fn replicas(count: u64) -> Vec<Workspace> {
    let mut first = Workspace::from_records(AREA, ReplicaId(9), Records::default());
    first.set_plan(PLAN, Plan::titled("Plan"));
    (1..=count).map(|number| Workspace::from_records(AREA, ReplicaId(number), first.records().clone())).collect()
}

fn hear(here: &mut Workspace, there: &Records) {
    here.take_in("Hear", there.iter().cloned());
}

/// What stands beneath a parent, or at the top, as it is shown.
fn children(tree: &Tree<ItemId>, parent: Option<ItemId>) -> Vec<ItemId> {
    let rows = tree.rooted.iter().chain(tree.orphaned.iter().filter(|_| parent.is_some()));
    rows.filter(|row| row.parent == parent).map(|row| row.id).collect()
}

/// Puts an item in a gap; `None` if it can't go there.
fn put(here: &mut Workspace, id: ItemId, parent: Option<ItemId>, gap: usize) -> Option<(Edit, Put)> {
    let mut siblings = children(&here.tree(PLAN), parent);
    siblings.retain(|sibling| *sibling != id);
    let (before, after) = siblings.split_at(gap.min(siblings.len()));
    let put = Put { parent, before: before.last().copied(), after: after.first().copied() };
    let order = match put {
        Put { before: Some(before), .. } => here.order_after(before).unwrap(),
        Put { after: Some(after), .. } => here.order_before(after).unwrap(),
        _ => OrderKey::between(None, None),
    };
    let is_there = parent.is_none_or(|parent| here.item(parent).is_some());
    let edit = match here.item(id) {
        Some(_) => here.move_item(id, parent, order, day()).ok()?,
        None if is_there && parent != Some(id) => here.set_item(id, action(parent, order), day()).ok()?,
        None => return None,
    };
    Some((edit, put))
}

/// Three replicas after a history, and all that was done in it.
fn play(history: &[(usize, Act)]) -> (Vec<Workspace>, Vec<Deed>) {
    let mut replicas = replicas(3);
    let mut heard = vec![BTreeSet::new(); 3];
    let mut deeds: Vec<Deed> = Vec::new();
    for (at, act) in history {
        let (edit, put) = match act {
            Act::Put(number, under, gap) => {
                let done = put(&mut replicas[*at], item(*number), under.map(item), *gap);
                let (edit, put) = done.unzip();
                (edit, put.map(|put| (item(*number), put)))
            }
            Act::Delete(number) => (Some(replicas[*at].delete_items(&[item(*number)].into(), day())), None),
            Act::Hear(from) => {
                let there = replicas[*from].records().clone();
                hear(&mut replicas[*at], &there);
                let more = heard[*from].clone();
                heard[*at].extend(more);
                (None, None)
            }
        };
        let knew = heard[*at].clone();
        // An edit also keeps how an item was, in a record that no tree is made of.
        let is_item = |id: &ItemId| (0..ITEMS).any(|number| item(number) == *id);
        for changed in edit.into_iter().flat_map(|edit| edit.changed).map(ItemId::from).filter(is_item) {
            let alone = Put { parent: None, before: None, after: None };
            let put = put.map(|(id, put)| if id == changed { put } else { alone });
            heard[*at].insert(deeds.len());
            deeds.push(Deed { item: changed, knew: knew.clone(), put });
        }
    }
    (replicas, deeds)
}

/// For each item the deeds that no later one knew of: one, unless some met.
fn last_deeds(deeds: &[Deed]) -> BTreeMap<ItemId, Vec<&Deed>> {
    let mut last: BTreeMap<ItemId, Vec<&Deed>> = BTreeMap::new();
    for (number, deed) in deeds.iter().enumerate() {
        if !deeds.iter().any(|later| later.item == deed.item && later.knew.contains(&number)) {
            last.entry(deed.item).or_default().push(deed);
        }
    }
    last
}

/// The plan as one who has heard all of them sees it.
fn together(replicas: &[Workspace]) -> Workspace {
    let mut all = Workspace::from_records(AREA, ReplicaId(8), Records::default());
    replicas.iter().for_each(|one| hear(&mut all, one.records()));
    all
}

/// Takes an edit back, if there is anything to take back.
fn undo(here: &mut Workspace, edit: Edit) {
    if let Some(step) = here.note(edit, chrono::DateTime::UNIX_EPOCH).step {
        here.turn_round(step).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn whoever_has_heard_all_sees_the_same_tree(history in history(), order in Just([0, 1, 2]).prop_shuffle()) {
        let (mut replicas, _) = play(&history);
        let tree = together(&replicas).tree(PLAN);
        let heard = order.map(|at| replicas[at].records().clone());
        for here in &mut replicas {
            heard.iter().for_each(|there| hear(here, there));
            prop_assert_eq!(&here.tree(PLAN), &tree);
            let items: Vec<ItemId> = here.items(PLAN).into_iter().map(|(id, _)| id).collect();
            prop_assert_eq!(items, tree.iter().map(|row| row.id).collect::<Vec<_>>());
        }
    }

    #[test]
    fn every_item_that_was_not_deleted_is_shown_once_and_its_parents_end(history in history()) {
        let (replicas, deeds) = play(&history);
        let tree = together(&replicas).tree(PLAN);
        let last = last_deeds(&deeds);
        let there = last.iter().filter(|(_, deeds)| deeds.iter().any(|deed| deed.put.is_some()));
        let mut shown: Vec<ItemId> = tree.iter().map(|row| row.id).collect();
        shown.sort_unstable();
        prop_assert_eq!(&shown, &there.map(|(id, _)| *id).collect::<Vec<_>>());
        let parents: BTreeMap<ItemId, Option<ItemId>> = tree.iter().map(|row| (row.id, row.parent)).collect();
        for row in tree.iter() {
            let above = std::iter::successors(row.parent, |id| parents[id]).take(shown.len()).count();
            prop_assert_eq!(above, row.depth);
            prop_assert!(above < shown.len());
        }
    }

    #[test]
    fn an_item_whose_moves_met_no_other_stands_where_it_was_last_put(history in history()) {
        let (replicas, deeds) = play(&history);
        let all = together(&replicas);
        let tree = all.tree(PLAN);
        for (id, last) in last_deeds(&deeds) {
            let &[&Deed { ref knew, put: Some(put), .. }] = &last[..] else { continue };
            prop_assert_eq!(all.item(id).unwrap().parent, put.parent);
            let row = tree.iter().find(|row| row.id == id).unwrap();
            let cycle = || tree.branch(id).any(|below| Some(below.id) == put.parent);
            let missing = || put.parent.is_some_and(|parent| all.item(parent).is_none());
            prop_assert!(row.parent == put.parent || cycle() || missing());
            if row.parent != put.parent {
                continue;
            }
            // A neighbour that nobody has touched since stands on the side where it stood, unless a cycle was broken at it.
            let since = |id| deeds.iter().enumerate().any(|(number, deed)| deed.item == id && !knew.contains(&number));
            let siblings = tree.siblings(id);
            let place = |id| siblings.iter().position(|sibling| *sibling == id);
            let stands = |neighbour: Option<ItemId>| neighbour.filter(|id| !since(*id)).and_then(place);
            prop_assert!(stands(put.before).is_none_or(|before| Some(before) < place(id)));
            prop_assert!(stands(put.after).is_none_or(|after| place(id) < Some(after)));
        }
    }

    #[test]
    fn a_move_moves_nothing_else_and_undo_takes_it_back(
        history in history(), which in any::<Index>(), under in prop::option::of(0..ITEMS), gap in 0..6_usize,
    ) {
        let mut all = together(&play(&history).0);
        let stood = all.tree(PLAN);
        let shown: Vec<ItemId> = stood.iter().map(|row| row.id).collect();
        if shown.is_empty() {
            return Ok(());
        }
        let (id, under) = (*which.get(&shown), under.map(item));
        let branch: BTreeSet<ItemId> = stood.branch(id).map(|row| row.id).collect();
        let Some((edit, _)) = put(&mut all, id, under, gap) else {
            let under = under.unwrap();
            prop_assert!(all.item(under).is_none() || branch.contains(&under));
            return Ok(());
        };
        let others = |rows: &[Row<ItemId>]| -> Vec<Row<ItemId>> {
            rows.iter().filter(|row| !branch.contains(&row.id)).copied().collect()
        };
        let stands = all.tree(PLAN);
        prop_assert_eq!(others(&stands.rooted), others(&stood.rooted));
        prop_assert_eq!(others(&stands.orphaned), others(&stood.orphaned));
        prop_assert_eq!(stands.iter().find(|row| row.id == id).unwrap().parent, under);
        undo(&mut all, edit);
        prop_assert_eq!(all.tree(PLAN), stood);
    }

    #[test]
    fn a_file_carries_the_tree(history in history()) {
        let all = together(&play(&history).0);
        let file = export::workspace(&all, Extent::Everything, "2010-01-29T12:00:00Z".parse().unwrap()).unwrap();
        let Content::Workspace(batch) = import::read(&file).unwrap().content else { panic!("not a workspace") };
        let there = Workspace::from_records(AREA, ReplicaId(7), batch.records.into_iter().collect());
        prop_assert_eq!(there.tree(PLAN), all.tree(PLAN));
    }

    /// The list begins with items of equal keys, as when several people begin it at once. Ids are drawn, so that ties fall
    /// either way.
    #[test]
    fn what_is_inserted_anywhere_stays_between_the_neighbours_it_was_put_between(
        first in prop::collection::btree_set(any::<u128>(), 0..4),
        inserts in prop::collection::vec((0..3_usize, any::<u128>(), 0..4_usize, prop::option::weighted(0.3, 0..3_usize)), 1..40),
    ) {
        let mut replicas = replicas(3);
        for id in first {
            let id = ItemId(Uuid::from_u128(id));
            replicas[0].set_item(id, action(None, OrderKey::between(None, None)), day()).unwrap();
        }
        let begun = replicas[0].records().clone();
        replicas.iter_mut().for_each(|here| hear(here, &begun));
        let mut puts = Vec::new();
        for (at, id, gap, from) in inserts {
            if let Some(from) = from {
                let there = replicas[from].records().clone();
                hear(&mut replicas[at], &there);
            }
            let id = ItemId(Uuid::from_u128(id));
            puts.push((id, put(&mut replicas[at], id, None, gap).unwrap().1));
        }
        let order = children(&together(&replicas).tree(PLAN), None);
        let place = |id: ItemId| order.iter().position(|there| *there == id);
        for (id, Put { before, after, .. }) in puts {
            prop_assert!(before.is_none_or(|before| place(before) < place(id)), "{before:?} {id:?} {order:?}");
            prop_assert!(after.is_none_or(|after| place(id) < place(after)), "{id:?} {after:?} {order:?}");
        }
        let heard: Vec<Records> = replicas.iter().map(|one| one.records().clone()).collect();
        for here in &mut replicas {
            heard.iter().rev().for_each(|there| hear(here, there));
            prop_assert_eq!(&children(&here.tree(PLAN), None), &order);
        }
    }
}

#[test]
fn an_item_does_not_go_beneath_itself_nor_what_it_holds_nor_what_is_not_here() {
    let mut here = replicas(1).remove(0);
    put(&mut here, item(1), None, 0).unwrap();
    put(&mut here, item(2), Some(item(1)), 0).unwrap();
    put(&mut here, item(3), Some(item(2)), 0).unwrap();
    let mut go = |id, parent| here.move_item(item(id), Some(item(parent)), OrderKey::between(None, None), day());
    assert_eq!(go(1, 1), Err(EditError::BeneathItself));
    assert_eq!(go(1, 3), Err(EditError::BeneathItself));
    assert_eq!(go(4, 1), Err(EditError::NotHere("the action")));
    assert_eq!(go(1, 4), Err(EditError::NotHere("the action that it goes beneath")));
    assert_eq!(go(3, 1).map(|edit| edit.name), Ok("Move an action"));
}

#[test]
fn what_stands_beneath_a_deleted_item_goes_with_it_and_what_came_unknowing_is_an_orphan() {
    let mut here = replicas(1).remove(0);
    put(&mut here, item(1), None, 0).unwrap();
    put(&mut here, item(2), Some(item(1)), 0).unwrap();
    let mut there = Workspace::from_records(AREA, ReplicaId(2), here.records().clone());
    put(&mut there, item(3), Some(item(2)), 0).unwrap();
    put(&mut there, item(4), Some(item(3)), 0).unwrap();
    let stood = there.tree(PLAN);
    let deleted = here.delete_items(&[item(1)].into(), day());
    assert_eq!(here.tree(PLAN).iter().count(), 0);
    hear(&mut here, there.records());
    let row = |id, parent, depth| Row { id: item(id), parent, depth };
    assert_eq!(here.tree(PLAN).rooted, []);
    assert_eq!(here.tree(PLAN).orphaned, [row(3, None, 0), row(4, Some(item(3)), 1)]);
    undo(&mut here, deleted);
    assert_eq!(here.tree(PLAN), stood);
}
