//! What the plan's table shows of each item.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::super::action_facts::{ArcName, DueFacts, arc_names, framework};
use super::super::milestone::Milestone;
use super::columns::{Column, Used};
use crate::analysis::plan_filter::{FoundBy, leads};
use crate::analysis::plan_status::{DueReadings, ItemStatus, PlanCounts, of_plan_read_before};
use crate::domain::due::Due;
use crate::domain::framework::Framework;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{Layout, PlanItem, Progress, Rag};
use crate::domain::workspace::Workspace;
use crate::reports::versions::is_undecided;
use crate::reports::words;

/// A plan as its table shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlanTable {
    /// The shape it is written in.
    pub(super) layout: Layout,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// Its items, in their order.
    pub(super) order: Vec<ItemId>,
    /// What is shown of each.
    pub(super) rows: BTreeMap<ItemId, Arc<Row>>,
    /// Its leads, each once.
    pub(super) leads: Vec<String>,
    /// Its figures.
    pub(super) counts: PlanCounts,
    /// The framework by which arcs are named.
    framework: Option<Framework>,
}

impl PlanTable {
    /// The rows that are others than in the table before: those that were made since.
    pub(super) fn made_since(&self, before: Option<&Self>) -> impl Iterator<Item = (ItemId, &Arc<Row>)> {
        let mut kept = before.into_iter().flat_map(|before| &before.rows).peekable();
        self.rows.iter().filter_map(move |(id, row)| {
            while kept.next_if(|(other, _)| *other < id).is_some() {}
            let is_kept = kept.peek().is_some_and(|(other, kept)| *other == id && Arc::ptr_eq(kept, row));
            (!is_kept).then_some((*id, row))
        })
    }
}

/// An item as the table shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Which item.
    pub(super) id: ItemId,
    /// How it stands.
    pub(super) stands: Standing,
    /// Whether a date, progress and a RAG are looked for.
    pub(super) is_tracked: bool,
    /// The due date that counts, as written.
    pub(super) due_written: String,
    /// The due date in words.
    pub(super) due: DueFacts,
    /// Its milestones.
    pub(super) milestones: Vec<Milestone>,
    /// The arcs that it serves.
    pub(super) arcs: Vec<ArcName>,
    /// The day and the words of the latest progress in words.
    pub(super) latest: Option<(NaiveDate, String)>,
    /// How many other entries there are.
    pub(super) others: usize,
    /// The RAG that was set last.
    pub(super) rag: Rag,
    /// What filters look at.
    pub(super) found_by: FoundBy,
}

/// All that a row is made of: while that is the same, so is the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// The item.
    pub(super) item: PlanItem,
    /// How many items it stands beneath.
    pub(super) depth: usize,
    /// The item that it is shown beneath.
    pub(super) parent: Option<ItemId>,
    /// Whether the item that it belonged beneath isn't here.
    pub(super) is_orphan: bool,
    /// Whether other rows stand beneath it.
    pub(super) holds_others: bool,
    /// Whether versions of it wait for a person to choose.
    pub(super) is_undecided: bool,
    due: Due,
    entries: Vec<Progress>,
    steps: Vec<(ItemId, PlanItem, Due, Option<NaiveDate>)>,
}

impl Standing {
    fn of(status: &ItemStatus<'_>, is_undecided: bool) -> Self {
        let steps = status.milestones.iter().map(|step| (step.id, step.item.clone(), step.due, step.reached));
        Self {
            item: status.item.clone(),
            depth: status.depth,
            parent: status.parent,
            is_orphan: status.is_orphan,
            holds_others: status.holds_others,
            is_undecided,
            due: status.due,
            entries: status.entries.iter().map(|entry| (*entry).clone()).collect(),
            steps: steps.collect(),
        }
    }

    /// Whether [`of`](Self::of) would give the same again.
    fn is_still(&self, status: &ItemStatus<'_>, is_undecided: bool) -> bool {
        let here = (self.depth, self.parent, self.is_orphan, self.holds_others, self.is_undecided, self.due);
        let steps = self.steps.iter().map(|(id, item, due, reached)| (*id, item, *due, *reached));
        let steps_now = status.milestones.iter().map(|step| (step.id, step.item, step.due, step.reached));
        here == (status.depth, status.parent, status.is_orphan, status.holds_others, is_undecided, status.due)
            && self.item == *status.item
            && self.entries.iter().eq(status.entries.iter().copied())
            && steps.eq(steps_now)
    }
}

impl Row {
    /// How the row is named where there is no room for all of it.
    pub(super) fn name(&self) -> String {
        let PlanItem { label, text, .. } = &self.stands.item;
        let named = [label.trim(), words::first_sentence(text)].join(" ");
        if named.trim().is_empty() { "an action without words".to_owned() } else { named.trim().to_owned() }
    }

    fn of(status: &ItemStatus<'_>, stands: Standing, framework: Option<&Framework>, on: NaiveDate) -> Self {
        Self {
            id: status.id,
            is_tracked: status.is_tracked(),
            due_written: status.due_written.to_owned(),
            due: DueFacts::of(status, on),
            milestones: status.milestones.iter().map(|step| Milestone::of(step, on)).collect(),
            arcs: arc_names(framework, &status.item.themes),
            latest: status.latest_words().map(|entry| (entry.on, entry.text.clone())),
            others: status.other_entries(),
            rag: status.rag,
            found_by: FoundBy::of(status),
            stands,
        }
    }
}

/// What the table of a plan shows on a day; `None` if the plan is not here. Of the table as it was `before` on that day, the rows
/// are kept of which nothing has changed: making them is most of the work.
pub(super) fn table(
    open: &Workspace,
    plan: PlanId,
    on: NaiveDate,
    before: Option<&PlanTable>,
    readings: &mut DueReadings,
) -> Option<PlanTable> {
    let layout = open.plan(plan)?.layout;
    let items = of_plan_read_before(open, plan, on, readings);
    let framework = framework(open);
    let before = before.filter(|before| before.framework == framework);
    let some = |filled: fn(&ItemStatus<'_>) -> bool| items.iter().any(filled);
    let used = Used {
        milestones: some(|status| !status.milestones.is_empty()),
        resources: some(|status| !status.item.resources.trim().is_empty()),
        risk: some(|status| !status.item.risk.trim().is_empty()),
    };
    let row = |status: &ItemStatus<'_>| {
        let undecided = is_undecided(open.records(), status.id.into());
        let kept = before.and_then(|before| before.rows.get(&status.id));
        let row = match kept.filter(|row| row.stands.is_still(status, undecided)) {
            Some(row) => row.clone(),
            None => Arc::new(Row::of(status, Standing::of(status, undecided), framework.as_ref(), on)),
        };
        (status.id, row)
    };
    Some(PlanTable {
        layout,
        columns: Column::of(layout, used),
        order: items.iter().map(|status| status.id).collect(),
        rows: items.iter().map(row).collect(),
        leads: leads(&items),
        counts: PlanCounts::of(&items, on),
        framework,
    })
}
