//! A plan as it stood on any day, and its sign-offs.
//!
//! How an item stands now is read off the item. How it stood on an earlier day is what the first change after that day kept of
//! it, a deletion being a change like any other. What was reported by that day is read off the dated entries (`reading.rs`).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Workspace;
use crate::domain::ids::{ItemId, PlanId, RecordId};
use crate::domain::plan::PlanItem;
use crate::domain::plan_history::{ItemWas, PlanSignOff};
use crate::domain::record::{Body, Kind};
use crate::domain::tree::Tree;

/// The items of a plan at the end of a day, and the tree that they make.
#[derive(Debug)]
pub struct PlanOn<'a> {
    /// The items that were part of the plan: added by then, and neither deleted nor archived.
    pub items: BTreeMap<ItemId, &'a PlanItem>,
    /// Their tree. An item whose parent was no part of the plan is an orphan.
    pub tree: Tree<ItemId>,
}

impl Workspace {
    /// A plan as its items stood at the end of a day. A conflict that was settled later shows as it was settled.
    pub fn plan_on(&self, plan: PlanId, day: NaiveDate) -> PlanOn<'_> {
        let mut items: BTreeMap<ItemId, &PlanItem> = self.all_items().collect();
        for (id, (_, was)) in self.changed_after(day) {
            items.insert(id, &was.was);
        }
        items.retain(|_, item| item.plan == plan && item.counts_on(day));
        let tree = Tree::of(items.iter().map(|(id, item)| (*id, item.parent, item.order.standing(*id))));
        PlanOn { items, tree }
    }

    /// An item as it stood at the end of a day, archived or not; `None` if it was not there.
    pub fn item_on(&self, id: ItemId, day: NaiveDate) -> Option<&PlanItem> {
        let was = self.changed_after(day).remove(&id).map(|(_, was)| &was.was);
        was.or_else(|| self.item(id)).filter(|item| item.added.is_none_or(|added| added <= day))
    }

    /// The items of a plan that are archived, in no order that means anything.
    pub fn archived_items(&self, plan: PlanId) -> Vec<(ItemId, &PlanItem)> {
        self.all_items().filter(|(_, item)| item.plan == plan && item.archived.is_some()).collect()
    }

    /// The sign-offs of a plan, the latest first.
    pub fn plan_sign_offs(&self, plan: PlanId) -> Vec<&PlanSignOff> {
        let mut all: Vec<(RecordId, &PlanSignOff)> = self
            .bodies(&Kind::PlanSignOff)
            .filter_map(|(id, body)| match body {
                Body::PlanSignOff(signed) if signed.plan == plan => Some((id, signed)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, signed)| Reverse((signed.on, signed.recorded, *id)));
        all.into_iter().map(|(_, signed)| signed).collect()
    }

    /// The items of which is kept already how they stood until a day.
    pub(super) fn kept_until(&self, day: NaiveDate) -> BTreeSet<ItemId> {
        self.items_were().filter(|(_, was)| was.until == day).map(|(_, was)| was.item).collect()
    }

    /// What the first change after a day kept of each item that was changed after it.
    fn changed_after(&self, day: NaiveDate) -> BTreeMap<ItemId, ((NaiveDate, RecordId), &ItemWas)> {
        let mut first: BTreeMap<ItemId, ((NaiveDate, RecordId), &ItemWas)> = BTreeMap::new();
        for (id, was) in self.items_were().filter(|(_, was)| was.until > day) {
            let kept = ((was.until, id), was);
            let there = first.entry(was.item).or_insert(kept);
            if kept.0 < there.0 {
                *there = kept;
            }
        }
        first
    }

    fn items_were(&self) -> impl Iterator<Item = (RecordId, &ItemWas)> {
        self.bodies(&Kind::ItemWas).filter_map(|(id, body)| match body {
            Body::ItemWas(was) => Some((id, was)),
            _ => None,
        })
    }
}
