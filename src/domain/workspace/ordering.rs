//! Where an item of a plan can be put among the others: the order keys for it.

use super::{EditError, Workspace};
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::order::{OrderKey, Place};
use crate::domain::tree::Tree;

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
        Ok(self.place_after(sibling)?.1)
    }

    /// The parent that an item is shown beneath, and an order key just after it there.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn place_after(&self, sibling: ItemId) -> Result<(Option<ItemId>, OrderKey), EditError> {
        let tree = self.tree(self.item(sibling).ok_or(EditError::NotHere("the action"))?.plan);
        let siblings = tree.siblings(sibling);
        let after = siblings.iter().skip_while(|id| **id != sibling).nth(1);
        let key = OrderKey::between(self.place(sibling).as_ref(), after.and_then(|id| self.place(*id)).as_ref());
        Ok((tree.iter().find(|row| row.id == sibling).and_then(|row| row.parent), key))
    }

    /// The parent that an item is shown beneath, and an order key there with which it stands one place further up or down;
    /// `None` at that end.
    pub(super) fn place_beyond(&self, tree: &Tree<ItemId>, id: ItemId, up: bool) -> Option<(Option<ItemId>, OrderKey)> {
        let mut siblings = tree.siblings(id);
        if up {
            siblings.reverse();
        }
        let mut beyond = siblings.into_iter().skip_while(|sibling| *sibling != id).skip(1).map(|id| self.place(id));
        let (near, far) = (beyond.next()??, beyond.next().flatten());
        let key = if up {
            OrderKey::between(far.as_ref(), Some(&near))
        } else {
            OrderKey::between(Some(&near), far.as_ref())
        };
        Some((tree.iter().find(|row| row.id == id).and_then(|row| row.parent), key))
    }

    fn siblings(&self, id: ItemId) -> Result<Vec<ItemId>, EditError> {
        let item = self.item(id).ok_or(EditError::NotHere("the action"))?;
        Ok(self.tree(item.plan).siblings(id))
    }

    fn place(&self, id: ItemId) -> Option<Place> {
        Some(self.item(id)?.order.place(id))
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::*;
    use crate::domain::area::Area;
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use crate::domain::plan::{Plan, PlanItem};

    #[test]
    fn an_item_goes_by_one_past_its_neighbour_and_stays_where_it_is_at_either_end() {
        let (plan, day) = (PlanId(Uuid::from_u128(1)), NaiveDate::default());
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(9)), ReplicaId(1), Area::named("Fenshire"));
        open.set_plan(plan, Plan::titled("Plan"));
        let id = |number| ItemId(Uuid::from_u128(number));
        // One with another beneath it, and two beside it.
        for (number, parent) in [(2, None), (3, Some(id(2))), (4, None), (5, None)] {
            let order = open.order_at_end(plan);
            open.set_item(id(number), PlanItem { parent, ..PlanItem::blank(plan, order) }, day).unwrap();
        }
        let order = |open: &Workspace| open.items(plan).iter().map(|(id, _)| id.0.as_u128()).collect::<Vec<_>>();
        for (moved, up, then) in [
            (2, false, [4, 2, 3, 5]),
            (2, false, [4, 5, 2, 3]),
            (2, false, [4, 5, 2, 3]),
            (3, true, [4, 5, 2, 3]),
            (5, true, [5, 4, 2, 3]),
            (5, true, [5, 4, 2, 3]),
            (2, true, [5, 2, 3, 4]),
        ] {
            let before = order(&open);
            let edit = open.move_by_one(id(moved), up, day).unwrap();
            assert_eq!((order(&open), edit.is_empty()), (then.to_vec(), before == then), "{moved} {up}");
        }
        assert_eq!(open.move_by_one(id(7), true, day), Err(EditError::NotHere("the action")));
    }
}
