//! Named edits about plans: items are added and changed, what is reported about them is only ever added.
//!
//! Whatever changes an item also keeps how it stood until that day, so that the plan can be read as of any day
//! (`plan_days.rs`).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Edit, EditError, Workspace};
use crate::domain::entry::after;
use crate::domain::ids::{ItemId, PlanId, RecordId};
use crate::domain::order::OrderKey;
use crate::domain::plan::{Plan, PlanItem, Progress};
use crate::domain::plan_history::{ItemWas, PlanSignOff, item_was_record};
use crate::domain::record::{Body, Kind};
use crate::domain::report_text::{ReportText, report_text_record};
use crate::domain::rest::Rest;
use crate::domain::tree::Tree;

/// What is said when an item is not here.
const ACTION: EditError = EditError::NotHere("the action");

impl Workspace {
    /// Begins a plan, or changes its title, shape and period.
    pub fn set_plan(&mut self, id: PlanId, plan: Plan) -> Edit {
        let name = if self.plan(id).is_some() { "Change the plan" } else { "Create the plan" };
        self.put(name, [(id.into(), Body::Plan(plan))])
    }

    /// Adds an item to a plan on a day, or changes one.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the plan is not here.
    pub fn set_item(&mut self, id: ItemId, item: PlanItem, on: NaiveDate) -> Result<Edit, EditError> {
        self.plan(item.plan).ok_or(EditError::NotHere("the plan"))?;
        let name = if self.item(id).is_some() { "Change an action" } else { "Add an action" };
        Ok(self.put_items(name, [(id, Some(item))], on))
    }

    /// Adds several items to plans on a day, and what is reported about them, as one edit. Items that stand beneath others
    /// may come in any order.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if a plan is not here.
    pub fn add_items(
        &mut self,
        items: Vec<(ItemId, PlanItem)>,
        reported: Vec<(RecordId, Progress)>,
        on: NaiveDate,
    ) -> Result<Edit, EditError> {
        if items.iter().any(|(_, item)| self.plan(item.plan).is_none()) {
            return Err(EditError::NotHere("the plan"));
        }
        let edit = self.put_items("Add actions", items.into_iter().map(|(id, item)| (id, Some(item))), on);
        Ok(edit.then(self.put("Add actions", reported.into_iter().map(|(id, entry)| (id, Body::Progress(entry))))))
    }

    /// Changes several items on a day, as one edit. Those that are not here are passed over.
    pub fn change_items(&mut self, ids: &BTreeSet<ItemId>, on: NaiveDate, change: impl Fn(&mut PlanItem)) -> Edit {
        let changed = ids.iter().filter_map(|id| {
            let mut item = self.item(*id)?.clone();
            change(&mut item);
            Some((*id, Some(item)))
        });
        let changed: Vec<_> = changed.collect();
        self.put_items("Change actions", changed, on)
    }

    /// Archives items on a day, with all that stands beneath them, or brings them back. What is archived is kept, and no part
    /// of the plan from that day on.
    pub fn archive_items(&mut self, ids: &BTreeSet<ItemId>, on: NaiveDate, archived: bool) -> Edit {
        let branches = self.branches(ids);
        let name = if archived { "Archive actions" } else { "Bring actions back" };
        let edit = self.change_items(&branches, on, |item| item.archived = archived.then_some(on));
        Edit { name, ..edit }
    }

    /// Puts an item, with all beneath it, under a parent or at the top of its plan, where the key says. Nothing else
    /// changes its place.
    ///
    /// Keys come from [`order_before`](Self::order_before), [`order_after`](Self::order_after),
    /// [`order_beneath`](Self::order_beneath) and [`order_at_end`](Self::order_at_end).
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here, or the parent is not in its plan; [`EditError::BeneathItself`] if the
    /// parent is the item or stands beneath it, as the tree is seen here.
    pub fn move_item(
        &mut self,
        id: ItemId,
        parent: Option<ItemId>,
        order: OrderKey,
        on: NaiveDate,
    ) -> Result<Edit, EditError> {
        let item = self.item(id).ok_or(ACTION)?;
        let tree = self.tree(item.plan);
        if let Some(parent) = parent {
            self.item(parent)
                .filter(|parent| parent.plan == item.plan)
                .ok_or(EditError::NotHere("the action that it goes beneath"))?;
            if tree.branch(id).any(|row| row.id == parent) {
                return Err(EditError::BeneathItself);
            }
        }
        Ok(self.put_in_place(id, item.clone(), &tree, (parent, order), on))
    }

    /// Moves an item, with all beneath it, up or down by one among those that are shown beneath the same parent. At either end
    /// nothing changes.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn move_by_one(&mut self, id: ItemId, up: bool, on: NaiveDate) -> Result<Edit, EditError> {
        let item = self.item(id).ok_or(ACTION)?.clone();
        let tree = self.tree(item.plan);
        let place = self.place_beyond(&tree, id, up);
        Ok(place.map(|place| self.put_in_place(id, item, &tree, place, on)).unwrap_or_default())
    }

    fn put_in_place(
        &mut self,
        id: ItemId,
        item: PlanItem,
        tree: &Tree<ItemId>,
        (parent, order): (Option<ItemId>, OrderKey),
        on: NaiveDate,
    ) -> Edit {
        let branch: BTreeSet<ItemId> = tree.branch(id).map(|row| row.id).collect();
        let mut moved = vec![(id, Some(PlanItem { parent, order, ..item }))];
        moved.extend(self.held_by_a_cycle(tree, &branch).map(|(id, item)| (id, Some(item))));
        self.put_items("Move an action", moved, on)
    }

    /// The item at which a cycle through this branch was broken, if one was, as it has to be recorded before the branch is
    /// moved: without the parent that it is not shown beneath. Else opening the cycle would move it beneath that parent.
    fn held_by_a_cycle(&self, tree: &Tree<ItemId>, branch: &BTreeSet<ItemId>) -> Option<(ItemId, PlanItem)> {
        let tops = tree.rooted.iter().filter(|row| row.parent.is_none() && !branch.contains(&row.id));
        let mut items = tops.filter_map(|row| Some((row.id, self.item(row.id)?)));
        let (id, item) = items.find(|(_, item)| item.parent.is_some_and(|parent| branch.contains(&parent)))?;
        Some((id, PlanItem { parent: None, ..item.clone() }))
    }

    /// Copies an item with all beneath it to just after it, without what was reported. `fresh` gives an id for each copy.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn copy_item(
        &mut self,
        id: ItemId,
        on: NaiveDate,
        mut fresh: impl FnMut() -> ItemId,
    ) -> Result<(ItemId, Edit), EditError> {
        let item = self.item(id).ok_or(ACTION)?;
        let order = self.order_after(id)?;
        let tree = self.tree(item.plan);
        let copies: Vec<(ItemId, ItemId)> = tree.branch(id).map(|row| (row.id, fresh())).collect();
        let copy_of = |id: ItemId| copies.iter().find(|(from, _)| *from == id).map(|(_, copy)| *copy);
        let copied = copies.iter().filter_map(|(from, copy)| {
            let item = self.item(*from)?;
            let parent = item.parent.map(|parent| copy_of(parent).unwrap_or(parent));
            let order = if *from == id { order.clone() } else { item.order.clone() };
            Some((*copy, Some(PlanItem { parent, order, added: None, ..item.clone() })))
        });
        let copied: Vec<_> = copied.collect();
        let edit = self.put_items("Copy an action", copied, on);
        Ok((copy_of(id).unwrap_or(id), edit))
    }

    /// Deletes items on a day, with all that stands beneath them. What was reported about them stays recorded, and undo brings
    /// them back. What somebody else has put beneath them meanwhile becomes an orphan: shown still, without a parent.
    pub fn delete_items(&mut self, ids: &BTreeSet<ItemId>, on: NaiveDate) -> Edit {
        let name = if ids.len() == 1 { "Delete an action" } else { "Delete actions" };
        let branches = self.branches(ids);
        self.put_items(name, branches.into_iter().map(|id| (id, None)), on)
    }

    /// Records what was reported about an item. Of entries of one day it comes last; the day is the one that it is about, and
    /// stays as given.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn report_progress(&mut self, entry: RecordId, progress: Progress) -> Result<Edit, EditError> {
        self.item(progress.item).ok_or(ACTION)?;
        let others = self.bodies(&Kind::Progress).filter_map(|(_, body)| match body {
            Body::Progress(other) if (other.item, other.on) == (progress.item, progress.on) => {
                Some((other.on, other.recorded))
            }
            _ => None,
        });
        let (_, recorded) = after(others, progress.on, progress.recorded);
        Ok(self.put("Report progress", [(entry, Body::Progress(Progress { recorded, ..progress }))]))
    }

    /// Signs a plan off. It is the latest sign-off of the plan from here on.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the plan is not here, or there is nothing in it to stand for.
    pub fn sign_plan_off(&mut self, entry: RecordId, signed: PlanSignOff) -> Result<Edit, EditError> {
        self.plan(signed.plan).ok_or(EditError::NotHere("the plan"))?;
        if signed.signed.is_empty() {
            return Err(EditError::NotHere("any action to sign off"));
        }
        let others = self.plan_sign_offs(signed.plan).into_iter().map(|other| (other.on, other.recorded));
        let (on, recorded) = after(others, signed.on, signed.recorded);
        Ok(self.put("Sign the plan off", [(entry, Body::PlanSignOff(PlanSignOff { on, recorded, ..signed }))]))
    }

    /// Writes words for a part of a report or a letter.
    pub fn write_report_text(&mut self, mut words: ReportText) -> Edit {
        let record = report_text_record(words.about, &words.part);
        if let Some(Body::ReportText(there)) = self.body(record) {
            words.rest.clone_from(&there.rest);
        }
        self.put("Write for a report", [(record, Body::ReportText(words))])
    }

    /// These items that are here, and all that stand beneath them.
    pub fn branches(&self, ids: &BTreeSet<ItemId>) -> BTreeSet<ItemId> {
        let plans: BTreeSet<PlanId> = ids.iter().filter_map(|id| Some(self.item(*id)?.plan)).collect();
        let mut all = BTreeSet::new();
        for plan in plans {
            // In display order an item comes after the one that it stands beneath.
            for row in self.tree(plan).iter() {
                if ids.contains(&row.id) || row.parent.is_some_and(|parent| all.contains(&parent)) {
                    all.insert(row.id);
                }
            }
        }
        all
    }

    /// Puts items, or deletes them where there is `None`, and keeps how each of them stood until that day. An item that is
    /// new was added on the day.
    ///
    /// Undoing puts the items back and leaves what was kept: it stays true, and somebody else may have gone on from the
    /// change without keeping it once more.
    fn put_items(
        &mut self,
        name: &'static str,
        items: impl IntoIterator<Item = (ItemId, Option<PlanItem>)>,
        on: NaiveDate,
    ) -> Edit {
        let kept: BTreeSet<ItemId> = self.kept_until(on);
        let mut bodies = Vec::new();
        let mut keeps = BTreeSet::new();
        for (id, item) in items {
            let stood = self.item(id);
            let added = stood.map_or(Some(on), |stood| stood.added);
            let next = item.map(|item| PlanItem { added: item.added.or(added), ..item });
            if let Some(stood) = stood.filter(|stood| Some(*stood) != next.as_ref() && !kept.contains(&id)) {
                let was = ItemWas { item: id, until: on, was: stood.clone(), rest: Rest::new() };
                let record = item_was_record(id, on, self.replica);
                keeps.insert(record);
                bodies.push((record, Body::ItemWas(was)));
            }
            bodies.push((id.into(), next.map_or(Body::Deleted(Kind::PlanItem), Body::PlanItem)));
        }
        let mut edit = self.put(name, bodies);
        edit.stood.retain(|id, _| !keeps.contains(id));
        edit
    }
}
