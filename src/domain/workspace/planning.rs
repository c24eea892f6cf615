//! Named edits about plans: items are added and changed, what is reported about them is only ever added.

use std::collections::BTreeSet;

use super::{Edit, EditError, Workspace};
use crate::domain::entry::after;
use crate::domain::ids::{ItemId, PlanId, RecordId};
use crate::domain::order::{OrderKey, Place};
use crate::domain::plan::{Plan, PlanItem, Progress};
use crate::domain::record::{Body, Kind};
use crate::domain::report_text::{ReportText, report_text_record};
use crate::domain::tree::Tree;

impl Workspace {
    /// Begins a plan, or changes its title.
    pub fn set_plan(&mut self, id: PlanId, plan: Plan) -> Edit {
        let name = if self.plan(id).is_some() { "Change the plan" } else { "Create the plan" };
        self.put(name, [(id.into(), Body::Plan(plan))])
    }

    /// Adds an item to a plan, or changes one.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the plan is not here.
    pub fn set_item(&mut self, id: ItemId, item: PlanItem) -> Result<Edit, EditError> {
        self.plan(item.plan).ok_or(EditError::NotHere("the plan"))?;
        let name = if self.item(id).is_some() { "Change an action" } else { "Add an action" };
        Ok(self.put(name, [(id.into(), Body::PlanItem(item))]))
    }

    /// Puts an item, with all beneath it, under a parent or at the top of its plan, where the key says. Nothing else
    /// changes its place.
    ///
    /// Keys come from [`order_before`](Self::order_before), [`order_after`](Self::order_after) and
    /// [`order_at_end`](Self::order_at_end).
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here, or the parent is not in its plan; [`EditError::BeneathItself`] if the
    /// parent is the item or stands beneath it, as the tree is seen here.
    pub fn move_item(&mut self, id: ItemId, parent: Option<ItemId>, order: OrderKey) -> Result<Edit, EditError> {
        let item = self.item(id).ok_or(EditError::NotHere("the action"))?;
        let tree = self.tree(item.plan);
        let branch: BTreeSet<ItemId> = tree.branch(id).map(|row| row.id).collect();
        if let Some(parent) = parent {
            self.item(parent)
                .filter(|parent| parent.plan == item.plan)
                .ok_or(EditError::NotHere("the action that it goes beneath"))?;
            if branch.contains(&parent) {
                return Err(EditError::BeneathItself);
            }
        }
        let mut moved = vec![(id, PlanItem { parent, order, ..item.clone() })];
        moved.extend(self.held_by_a_cycle(&tree, &branch));
        Ok(self.put("Move an action", moved.into_iter().map(|(id, item)| (id.into(), Body::PlanItem(item)))))
    }

    /// The item at which a cycle through this branch was broken, if one was, as it has to be recorded before the branch is
    /// moved: without the parent that it is not shown beneath. Else opening the cycle would move it beneath that parent.
    fn held_by_a_cycle(&self, tree: &Tree<ItemId>, branch: &BTreeSet<ItemId>) -> Option<(ItemId, PlanItem)> {
        let tops = tree.rooted.iter().filter(|row| row.parent.is_none() && !branch.contains(&row.id));
        let mut items = tops.filter_map(|row| Some((row.id, self.item(row.id)?)));
        let (id, item) = items.find(|(_, item)| item.parent.is_some_and(|parent| branch.contains(&parent)))?;
        Some((id, PlanItem { parent: None, ..item.clone() }))
    }

    /// Deletes an item. What was reported about it stays recorded, and undo brings the item back. What stood beneath it
    /// becomes orphans: shown still, without a parent.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn delete_item(&mut self, id: ItemId) -> Result<Edit, EditError> {
        self.item(id).ok_or(EditError::NotHere("the action"))?;
        Ok(self.put("Delete an action", [(id.into(), Body::Deleted(Kind::PlanItem))]))
    }

    /// Records what was reported about an item. Of entries of one day it comes last; the day is the one that it is about, and
    /// stays as given.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn report_progress(&mut self, entry: RecordId, progress: Progress) -> Result<Edit, EditError> {
        self.item(progress.item).ok_or(EditError::NotHere("the action"))?;
        let others = self.bodies(&Kind::Progress).filter_map(|(_, body)| match body {
            Body::Progress(other) if (other.item, other.on) == (progress.item, progress.on) => {
                Some((other.on, other.recorded))
            }
            _ => None,
        });
        let (_, recorded) = after(others, progress.on, progress.recorded);
        Ok(self.put("Report progress", [(entry, Body::Progress(Progress { recorded, ..progress }))]))
    }

    /// Writes words for a part of a report or a letter.
    pub fn write_report_text(&mut self, mut words: ReportText) -> Edit {
        if let Some(Body::ReportText(there)) = self.body(report_text_record(words.about, words.part)) {
            words.rest.clone_from(&there.rest);
        }
        self.put("Write for a report", [(report_text_record(words.about, words.part), Body::ReportText(words))])
    }

    /// An order key after the last item at the top of a plan.
    pub fn order_at_end(&self, plan: PlanId) -> OrderKey {
        let tree = self.tree(plan);
        let last = tree.rooted.iter().rev().find(|row| row.parent.is_none());
        OrderKey::between(last.and_then(|row| self.place(row.id)).as_ref(), None)
    }

    /// An order key just before an item. It is meant for the parent that the item is shown beneath.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn order_before(&self, sibling: ItemId) -> Result<OrderKey, EditError> {
        let siblings = self.siblings(sibling)?;
        let before = siblings.iter().rev().skip_while(|id| **id != sibling).nth(1);
        Ok(OrderKey::between(before.and_then(|id| self.place(*id)).as_ref(), self.place(sibling).as_ref()))
    }

    /// An order key just after an item. It is meant for the parent that the item is shown beneath.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn order_after(&self, sibling: ItemId) -> Result<OrderKey, EditError> {
        let siblings = self.siblings(sibling)?;
        let after = siblings.iter().skip_while(|id| **id != sibling).nth(1);
        Ok(OrderKey::between(self.place(sibling).as_ref(), after.and_then(|id| self.place(*id)).as_ref()))
    }

    fn siblings(&self, id: ItemId) -> Result<Vec<ItemId>, EditError> {
        let item = self.item(id).ok_or(EditError::NotHere("the action"))?;
        Ok(self.tree(item.plan).siblings(id))
    }

    fn place(&self, id: ItemId) -> Option<Place> {
        Some(self.item(id)?.order.place(id))
    }
}
