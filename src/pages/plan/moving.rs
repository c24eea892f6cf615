//! Moving rows of a plan among their neighbours, and beneath others.

use std::collections::BTreeSet;

use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::PlanItem;
use crate::domain::workspace::{Edit, EditError};
use crate::state::App;

/// Moves an item up or down by one among the items beneath the same parent. At either end nothing changes.
///
/// # Errors
/// Why it was not moved: it is not here any more.
pub(super) fn move_by_one(app: App, item: ItemId, up: bool) -> Result<Edit, EditError> {
    app.edit(|open| open.move_by_one(item, up, app.today()))
}

/// Adds an item that says nothing yet: after another one, as what that one is, or at the end of the plan.
///
/// # Errors
/// Why it was not added: the plan, or the other item, is not here any more.
pub(super) fn add_blank(app: App, plan: PlanId, id: ItemId, after: Option<ItemId>) -> Result<Edit, EditError> {
    app.edit(|open| {
        let item = match after {
            Some(after) => {
                let there = open.item(after).ok_or(EditError::NotHere("the action"))?;
                let level = there.level;
                let (parent, order) = open.place_after(after)?;
                PlanItem { parent, level, ..PlanItem::blank(plan, order) }
            }
            None => PlanItem::blank(plan, open.order_at_end(plan)),
        };
        open.set_item(id, item, app.today())
    })
}

/// Puts items beneath another, at its end, or at the end of the top of their plan; in the order in which they are given. An item
/// whose parent is moved too goes along with it.
///
/// # Errors
/// Why nothing was moved: one would stand beneath itself, or is not here any more.
pub(super) fn move_beneath(app: App, items: &[ItemId], parent: Option<ItemId>) -> Result<Edit, EditError> {
    let today = app.today();
    let all: BTreeSet<ItemId> = items.iter().copied().collect();
    app.edit(|open| {
        // All or nothing: what can't be moved is found before anything is.
        if parent.is_some_and(|parent| open.branches(&all).contains(&parent)) {
            return Err(EditError::BeneathItself);
        }
        let mut edit = Edit::named("Move actions");
        for item in items {
            let there = open.item(*item).ok_or(EditError::NotHere("the action"))?;
            if there.parent.is_some_and(|parent| all.contains(&parent)) {
                continue;
            }
            let order = match parent {
                Some(parent) => open.order_beneath(parent)?,
                None => open.order_at_end(there.plan),
            };
            edit = edit.then(open.move_item(*item, parent, order, today)?);
        }
        Ok(edit)
    })
}
