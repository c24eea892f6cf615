//! What becomes of what was typed, chosen or ticked in the plan's table.

use chrono::{DateTime, NaiveDate, Utc};

use super::columns::Column;
use crate::analysis::plan_status::of_item;
use crate::browser::ids;
use crate::domain::ids::{ItemId, RecordId};
use crate::domain::plan::{PlanItem, Progress, Rag, Revision};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::state::App;

/// Writes the words of a cell. What was reported is added to, never overwritten. A target date that stood on an earlier day is
/// revised and stays readable; one that was written today, or not at all, is put right.
///
/// # Errors
/// Why nothing was written: the item is not here any more.
pub(super) fn write_words(app: App, item: ItemId, column: Column, words: String) -> Result<Edit, EditError> {
    let today = app.today();
    let words = words.trim().to_owned();
    let change = |change: &dyn Fn(&mut PlanItem, String)| {
        app.edit(|open| {
            open.item(item).ok_or(EditError::NotHere("the action"))?;
            Ok(open.change_items(&[item].into(), today, |item| change(item, words.clone())))
        })
    };
    match column {
        Column::Label => change(&|item, words| item.label = words),
        Column::Text => change(&|item, words| item.text = words),
        Column::Lead => change(&|item, words| item.lead = words),
        Column::Resources => change(&|item, words| item.resources = words),
        Column::Risk => change(&|item, words| item.risk = words),
        Column::Due => app.edit(|open| set_due(open, item, words, today, app.now())),
        Column::Progress if words.is_empty() => Ok(Edit::default()),
        Column::Progress => report(app, item, |entry| entry.text = words),
        Column::Choose | Column::Milestones | Column::Arcs | Column::Rag => Ok(Edit::default()),
    }
}

/// Writes a target date: one that stood on an earlier day is revised, any other is put right.
///
/// # Errors
/// Why it was not written: the item is not here any more.
pub(super) fn set_due(
    open: &mut Workspace,
    item: ItemId,
    due: String,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Edit, EditError> {
    let status = of_item(open, item, today).ok_or(EditError::NotHere("the action"))?;
    let is_older = status.item.added.is_none_or(|added| added < today) || !status.replaced.is_empty();
    if status.due_written == due {
        return Ok(Edit::default());
    }
    if is_older && !status.due_written.trim().is_empty() {
        let revised = Some(Revision { due, meant: None, reason: String::new(), rest: Rest::new() });
        return open
            .report_progress(RecordId(ids::new_uuid()), Progress { revised, ..Progress::blank(item, today, now) });
    }
    Ok(open.change_items(&[item].into(), today, |item| {
        item.due.clone_from(&due);
        item.due_meant = None;
    }))
}

/// Sets the RAG of an item from today on.
///
/// # Errors
/// Why it was not set: the item is not here any more.
pub(super) fn set_rag(app: App, item: ItemId, rag: Rag) -> Result<Edit, EditError> {
    report(app, item, |entry| entry.rag = Some(rag))
}

fn report(app: App, item: ItemId, what: impl FnOnce(&mut Progress)) -> Result<Edit, EditError> {
    let mut entry = Progress::blank(item, app.today(), app.now());
    what(&mut entry);
    app.edit(|open| open.report_progress(RecordId(ids::new_uuid()), entry))
}
