//! The tree that items make when each may stand beneath another, in the order in which it is shown.
//!
//! A tree is read off the items alone: which they are, beneath what each stands, and its key among its neighbours. The
//! order in which moves were heard plays no part, so whoever has heard the same moves sees the same tree.
//!
//! Moves that did not know of each other can put two items beneath one another. Of the items in such a cycle, the one
//! with the smallest id then stands where an item without a parent stands, and the others keep their parents. A cycle is
//! the same from wherever it is entered, and ids never change, so every replica breaks it at the same item.

use std::collections::BTreeSet;
use std::{iter, mem};

/// Items in display order: depth first, siblings by key, and by id where keys are equal. Every item stands in it once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree<Id> {
    /// The items without a parent, each followed by those beneath it.
    pub rooted: Vec<Row<Id>>,
    /// The items whose parent isn't here, because it was deleted or has not come in, each followed by those beneath it.
    pub orphaned: Vec<Row<Id>>,
}

/// An item as it stands in a [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<Id> {
    /// The item.
    pub id: Id,
    /// The item that it is shown beneath; `None` for a root, an orphan, and where a cycle was broken.
    pub parent: Option<Id>,
    /// How many items stand above it: 0 where there is no parent.
    pub depth: usize,
}

impl<Id: Copy + Ord> Tree<Id> {
    /// The tree of these items, each given with its parent and its key. Of an item given twice, the latter counts.
    pub fn of<Key: Ord>(items: impl IntoIterator<Item = (Id, Option<Id>, Key)>) -> Self {
        let mut items: Vec<(Id, Option<Id>, Key)> = items.into_iter().collect();
        // Items mostly come in the order of their ids, and then there is nothing to sort. The sort is stable, so that the
        // latter of two is still the latter.
        items.sort_by_key(|(id, ..)| *id);
        items.dedup_by(|latter, former| {
            latter.0 == former.0 && {
                mem::swap(latter, former);
                true
            }
        });
        let ids: Vec<Id> = items.iter().map(|(id, ..)| *id).collect();
        let above: Vec<Above> = items.iter().map(|(_, parent, _)| Above::of(*parent, &ids)).collect();
        let broken = where_cycles_break(&above);
        let mut in_order: Vec<(Key, usize)> = items.into_iter().enumerate().map(|(at, (.., key))| (key, at)).collect();
        // Places among the ids stand in for the ids themselves, whose order is the same.
        in_order.sort_unstable();
        let (mut roots, mut orphans, mut beneath) = (Vec::new(), Vec::new(), vec![Vec::new(); ids.len()]);
        for (_, at) in in_order {
            match above.get(at).filter(|_| !broken.contains(&at)) {
                None | Some(Above::Nothing) => roots.push(at),
                Some(Above::Away) => orphans.push(at),
                Some(Above::Here(parent)) => beneath.get_mut(*parent).into_iter().for_each(|beneath| beneath.push(at)),
            }
        }
        Self { rooted: depth_first(&roots, &beneath, &ids), orphaned: depth_first(&orphans, &beneath, &ids) }
    }

    /// All rows: those that are rooted, then those that are orphaned.
    pub fn iter(&self) -> impl Iterator<Item = &Row<Id>> {
        self.rooted.iter().chain(&self.orphaned)
    }

    /// An item and all that stand beneath it, in display order; empty if it isn't here.
    pub fn branch(&self, id: Id) -> impl Iterator<Item = &Row<Id>> {
        let mut rows = self.iter().skip_while(move |row| row.id != id);
        let top = rows.next();
        let beneath = move |row: &&Row<Id>| top.is_some_and(|top| row.depth > top.depth);
        top.into_iter().chain(rows.take_while(beneath))
    }

    /// The items that share the parent of this one, itself among them, in display order; empty if it isn't here. The
    /// siblings of an orphan are the other orphans.
    pub fn siblings(&self, id: Id) -> Vec<Id> {
        let among = |rows: &[Row<Id>]| {
            let parent = rows.iter().find(|row| row.id == id)?.parent;
            Some(rows.iter().filter(|row| row.parent == parent).map(|row| row.id).collect())
        };
        among(&self.rooted).or_else(|| among(&self.orphaned)).unwrap_or_default()
    }
}

/// What an item belongs beneath.
#[derive(Clone, Copy)]
enum Above {
    /// It is a root.
    Nothing,
    /// The item at this place among the ids.
    Here(usize),
    /// An item that isn't here.
    Away,
}

impl Above {
    fn of<Id: Ord>(parent: Option<Id>, ids: &[Id]) -> Self {
        match parent.map(|parent| ids.binary_search(&parent)) {
            None => Self::Nothing,
            Some(Ok(at)) => Self::Here(at),
            Some(Err(_)) => Self::Away,
        }
    }
}

/// Where the smallest id of each cycle stands. Walks up from every item until it comes to where a walk has been.
fn where_cycles_break(above: &[Above]) -> BTreeSet<usize> {
    let parent = |at: usize| match above.get(at) {
        Some(Above::Here(parent)) => Some(*parent),
        _ => None,
    };
    let mut broken = BTreeSet::new();
    // Where the walk began that came to an item first.
    let mut walks: Vec<Option<usize>> = vec![None; above.len()];
    for start in 0..above.len() {
        let mut next = Some(start);
        while let Some((at, walk)) = next.and_then(|at| Some((at, walks.get_mut(at)?))) {
            match *walk {
                None => {
                    *walk = Some(start);
                    next = parent(at);
                }
                Some(earlier) => {
                    if earlier == start {
                        let rest = iter::successors(parent(at), |at| parent(*at)).take_while(|other| *other != at);
                        broken.insert(rest.fold(at, usize::min));
                    }
                    next = None;
                }
            }
        }
    }
    broken
}

/// These items, each followed by those beneath it. Keeps its own stack, so that no depth is too deep.
fn depth_first<Id: Copy>(tops: &[usize], beneath: &[Vec<usize>], ids: &[Id]) -> Vec<Row<Id>> {
    let mut rows = Vec::new();
    let mut waiting: Vec<(usize, Option<Id>, usize)> = tops.iter().rev().map(|at| (*at, None, 0)).collect();
    while let Some((at, parent, depth)) = waiting.pop() {
        let Some(id) = ids.get(at).copied() else { continue };
        let children = beneath.get(at).into_iter().flatten();
        waiting.extend(children.rev().map(|child| (*child, Some(id), depth.saturating_add(1))));
        rows.push(Row { id, parent, depth });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::fmt::Write;

    /// An item, its parent and its key.
    type Item = (u32, Option<u32>, u32);

    /// The tree as text, an indent for each step down, orphans after a stroke.
    fn drawn(items: &[Item]) -> String {
        let tree = Tree::of(items.iter().copied());
        let draw = |rows: &[Row<u32>]| {
            rows.iter().fold(String::new(), |mut text, row| {
                write!(text, " {}{}", ">".repeat(row.depth), row.id).unwrap();
                text
            })
        };
        format!("{} |{}", draw(&tree.rooted), draw(&tree.orphaned)).trim().to_owned()
    }

    #[test]
    fn a_tree_is_drawn_depth_first_with_its_cycles_broken_and_its_orphans_apart() {
        let table: [(&[Item], &str); 9] = [
            (&[], "|"),
            (&[(1, None, 3), (2, None, 1), (3, None, 2)], "2 3 1 |"),
            (&[(2, None, 1), (1, None, 1)], "1 2 |"),
            (&[(1, None, 1), (2, Some(1), 2), (3, Some(1), 1), (4, Some(3), 1), (5, None, 2)], "1 >3 >>4 >2 5 |"),
            (&[(1, Some(9), 1), (2, Some(1), 1), (3, None, 1)], "3 | 1 >2"),
            (&[(1, Some(1), 1), (2, None, 0)], "2 1 |"),
            (&[(3, Some(1), 1), (2, Some(3), 1), (1, Some(2), 1)], "1 >3 >>2 |"),
            (&[(5, Some(6), 1), (6, Some(5), 1), (1, Some(6), 1), (2, Some(1), 1)], "5 >6 >>1 >>>2 |"),
            (&[(1, Some(2), 1), (2, Some(1), 1), (3, Some(4), 0), (4, Some(3), 0), (5, Some(9), 0)], "3 >4 1 >2 | 5"),
        ];
        for (items, expected) in table {
            assert_eq!(drawn(items), expected, "{items:?}");
        }
    }

    #[test]
    fn branches_and_siblings_are_read_off_the_rows() {
        let items = [(1, None, 1), (2, Some(1), 2), (3, Some(1), 1), (4, Some(3), 1), (5, Some(9), 1), (6, Some(8), 2)];
        let tree = Tree::of(items);
        let branch = |id| tree.branch(id).map(|row| row.id).collect::<Vec<_>>();
        assert_eq!([branch(1), branch(3), branch(5), branch(7)], [vec![1, 3, 4, 2], vec![3, 4], vec![5], vec![]]);
        assert_eq!([1, 2, 6, 7].map(|id| tree.siblings(id)), [vec![1], vec![3, 2], vec![5, 6], vec![]]);
    }

    #[test]
    fn no_depth_is_too_deep_and_no_cycle_too_long() {
        let last = 50_000_u32;
        let line = Tree::of((0..=last).map(|id| (id, id.checked_sub(1), 0)));
        assert_eq!(line.rooted.last(), Some(&Row { id: last, parent: Some(last - 1), depth: 50_000 }));
        let ring = Tree::of((0..=last).map(|id| (id, Some(id.checked_sub(1).unwrap_or(last)), 0)));
        assert_eq!(ring, line);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn every_item_stands_once_beneath_one_before_it_in_whatever_order_they_come(
            items in prop::collection::btree_map(0..12_u32, (prop::option::of(0..14_u32), 0..4_u32), 0..12),
            turn in 0..12_usize,
        ) {
            let items: Vec<Item> = items.into_iter().map(|(id, (parent, key))| (id, parent, key)).collect();
            let tree = Tree::of(items.clone());
            let mut turned = items.clone();
            turned.rotate_left(turn.min(items.len()));
            turned.reverse();
            prop_assert_eq!(&Tree::of(turned), &tree);
            let ids: BTreeSet<u32> = tree.iter().map(|row| row.id).collect();
            prop_assert_eq!(tree.iter().count(), items.len());
            prop_assert_eq!(ids.len(), items.len());
            let mut depths = BTreeMap::new();
            for row in tree.iter() {
                let above = row.parent.map(|parent| depths.get(&parent).copied());
                prop_assert_eq!(above.map_or(Some(0), |depth| depth.map(|depth: usize| depth + 1)), Some(row.depth));
                depths.insert(row.id, row.depth);
                let given = items.iter().find(|item| item.0 == row.id).unwrap().1;
                prop_assert!(row.parent.is_none() || row.parent == given);
            }
        }
    }
}
