//! What was found in a table as items of a plan, and what is reported about them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::found::Found;
use super::item::{Item, Reached};
use crate::domain::ids::{ItemId, PlanId, RecordId};
use crate::domain::order::{OrderKey, Place};
use crate::domain::plan::{PlanItem, Progress, Rag};
use crate::domain::workspace::Workspace;

/// What a table would add to a plan. `Workspace::add_items` does so, as one edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// The items, each after the one it stands beneath. Those at the top come after what the plan has there already.
    pub items: Vec<(ItemId, PlanItem)>,
    /// What stands in the table about progress, RAG and milestones reached, as reported on the day it was brought in; a
    /// milestone that names its day, on that day.
    pub reported: Vec<(RecordId, Progress)>,
}

impl Brought {
    /// What a table would add to a plan on a day. `fresh` gives a new id for each item and each report.
    pub fn of(
        found: &Found,
        here: &Workspace,
        plan: PlanId,
        on: NaiveDate,
        now: DateTime<Utc>,
        mut fresh: impl FnMut() -> RecordId,
    ) -> Self {
        let ids: Vec<ItemId> = found.items.iter().map(|_| ItemId(fresh().0)).collect();
        let mut orders = orders(found, &ids, last_place(here, plan).as_ref());
        let mut brought = Self::default();
        for (at, (found, id)) in found.items.iter().zip(&ids).enumerate() {
            let item = &found.item;
            let order = orders.remove(&at).unwrap_or_else(|| OrderKey::between(None, None));
            brought.items.push((
                *id,
                PlanItem {
                    parent: item.parent.and_then(|parent| ids.get(parent)).copied(),
                    level: item.level,
                    label: item.label.clone(),
                    text: item.text.clone(),
                    lead: item.lead.clone(),
                    due: item.due.clone(),
                    resources: item.resources.clone(),
                    risk: item.risk.clone(),
                    ..PlanItem::blank(plan, order)
                },
            ));
            if let Some(entry) = reported(item, *id, on, now) {
                brought.reported.push((fresh(), entry));
            }
        }
        brought
    }
}

/// What a table reports about an item, if anything.
fn reported(item: &Item, id: ItemId, on: NaiveDate, now: DateTime<Utc>) -> Option<Progress> {
    let ticked = item.reached.map(|reached| reached != Reached::No);
    let rag = Some(item.rag).filter(|rag| *rag != Rag::NotSet);
    // A day that is still to come can't be the one on which something was reported.
    let on = match item.reached {
        Some(Reached::On(day)) => day.min(on),
        _ => on,
    };
    let says = ticked.is_some() || rag.is_some() || !item.progress.is_empty();
    says.then(|| Progress { text: item.progress.clone(), rag, ticked, ..Progress::blank(id, on, now) })
}

/// The place of the last item at the top of a plan.
fn last_place(here: &Workspace, plan: PlanId) -> Option<Place> {
    let tree = here.tree(plan);
    let last = tree.rooted.iter().rev().find(|row| row.parent.is_none())?;
    here.item(last.id).map(|item| item.order.place(last.id))
}

/// The order key of each item among those beneath the same.
fn orders(found: &Found, ids: &[ItemId], last: Option<&Place>) -> BTreeMap<usize, OrderKey> {
    let mut siblings: BTreeMap<Option<usize>, Vec<(usize, ItemId)>> = BTreeMap::new();
    for (at, (found, id)) in found.items.iter().zip(ids).enumerate() {
        siblings.entry(found.item.parent).or_default().push((at, *id));
    }
    let mut orders = BTreeMap::new();
    for (parent, siblings) in siblings {
        spread(&siblings, last.filter(|_| parent.is_none()), None, &mut orders);
    }
    orders
}

/// Gives keys to items in a row, the one in the middle first, so that the keys of a long list stay short.
fn spread(
    items: &[(usize, ItemId)],
    before: Option<&Place>,
    after: Option<&Place>,
    orders: &mut BTreeMap<usize, OrderKey>,
) {
    let Some((left, [(at, id), right @ ..])) = items.split_at_checked(items.len() / 2) else { return };
    let key = OrderKey::between(before, after);
    let place = key.place(*id);
    orders.insert(*at, key);
    spread(left, before, Some(&place), orders);
    spread(right, Some(&place), after, orders);
}
