//! Where an item of a plan can be put among the others: the order keys for it.

use super::{EditError, Workspace};
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::order::{OrderKey, Place};

impl Workspace {
    /// An order key after the last item at the top of a plan.
    pub fn order_at_end(&self, plan: PlanId) -> OrderKey {
        let tree = self.tree(plan);
        let last = tree.rooted.iter().rev().find(|row| row.parent.is_none());
        OrderKey::between(last.and_then(|row| self.place(row.id)).as_ref(), None)
    }

    /// An order key after the last item beneath another one.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if that one is not here.
    pub fn order_beneath(&self, parent: ItemId) -> Result<OrderKey, EditError> {
        let item = self.item(parent).ok_or(EditError::NotHere("the action"))?;
        let tree = self.tree(item.plan);
        let last = tree.iter().filter(|row| row.parent == Some(parent)).last();
        Ok(OrderKey::between(last.and_then(|row| self.place(row.id)).as_ref(), None))
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
