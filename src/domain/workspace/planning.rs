//! Named edits about plans: items are added and changed, what is reported about them is only ever added.

use super::{Edit, EditError, Workspace};
use crate::domain::ids::{ItemId, PlanId, RecordId};
use crate::domain::order::OrderKey;
use crate::domain::plan::{Plan, PlanItem, Progress};
use crate::domain::record::{Body, Kind};
use crate::domain::report_text::{ReportText, report_text_record};

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

    /// Deletes an item. What was reported about it stays recorded, and undo brings the item back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn delete_item(&mut self, id: ItemId) -> Result<Edit, EditError> {
        self.item(id).ok_or(EditError::NotHere("the action"))?;
        Ok(self.put("Delete an action", [(id.into(), Body::Deleted(Kind::PlanItem))]))
    }

    /// Records what was reported about an item.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the item is not here.
    pub fn report_progress(&mut self, entry: RecordId, progress: Progress) -> Result<Edit, EditError> {
        self.item(progress.item).ok_or(EditError::NotHere("the action"))?;
        Ok(self.put("Report progress", [(entry, Body::Progress(progress))]))
    }

    /// Writes words for a part of a plan's report.
    pub fn write_report_text(&mut self, mut words: ReportText) -> Edit {
        if let Some(Body::ReportText(there)) = self.body(report_text_record(words.plan, words.part)) {
            words.rest.clone_from(&there.rest);
        }
        self.put("Write for a report", [(report_text_record(words.plan, words.part), Body::ReportText(words))])
    }

    /// An order key after the last item of a plan.
    pub fn order_at_end(&self, plan: PlanId) -> OrderKey {
        OrderKey::between(self.items(plan).last().map(|(_, item)| &item.order), None)
    }
}
