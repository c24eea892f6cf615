//! What the plan's table shows of each item.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::super::action_facts::{ArcName, DueFacts, arc_names, framework};
use super::super::milestone::Milestone;
use super::columns::{Column, Used};
use crate::analysis::plan_filter::leads;
use crate::analysis::plan_status::{ItemStatus, PlanCounts, of_plan};
use crate::domain::framework::Framework;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{Layout, Level, Rag};
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
}

/// An item as the table shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Which item.
    pub(super) id: ItemId,
    /// What it is.
    pub(super) level: Level,
    /// How many items it stands beneath.
    pub(super) depth: usize,
    /// The item that it is shown beneath.
    pub(super) parent: Option<ItemId>,
    /// Whether the item that it belonged beneath isn't here.
    pub(super) is_orphan: bool,
    /// Whether other rows stand beneath it.
    pub(super) holds_others: bool,
    /// Whether a date, progress and a RAG are looked for.
    pub(super) is_tracked: bool,
    /// Its number or letter.
    pub(super) label: String,
    /// What is to be done.
    pub(super) text: String,
    /// Who leads.
    pub(super) lead: String,
    /// The due date that counts, as written.
    pub(super) due_written: String,
    /// The due date in words.
    pub(super) due: DueFacts,
    /// Its milestones.
    pub(super) milestones: Vec<Milestone>,
    /// What it needs or costs.
    pub(super) resources: String,
    /// What could go wrong.
    pub(super) risk: String,
    /// The arcs that it serves.
    pub(super) arcs: Vec<ArcName>,
    /// The day and the words of the latest progress in words.
    pub(super) latest: Option<(NaiveDate, String)>,
    /// How many other entries there are.
    pub(super) others: usize,
    /// The RAG that was set last.
    pub(super) rag: Rag,
    /// Whether versions of it wait for a person to choose.
    pub(super) is_undecided: bool,
}

impl Row {
    /// How the row is named where there is no room for all of it.
    pub(super) fn name(&self) -> String {
        let text = words::first_sentence(&self.text);
        let named = [self.label.trim(), text].join(" ");
        if named.trim().is_empty() { "an action without words".to_owned() } else { named.trim().to_owned() }
    }
}

/// What the table of a plan shows on a day; `None` if the plan is not here.
pub(super) fn table(open: &Workspace, plan: PlanId, on: NaiveDate) -> Option<PlanTable> {
    let layout = open.plan(plan)?.layout;
    let items = of_plan(open, plan, on);
    let framework = framework(open);
    let some = |filled: fn(&ItemStatus<'_>) -> bool| items.iter().any(filled);
    let used = Used {
        milestones: some(|status| !status.milestones.is_empty()),
        resources: some(|status| !status.item.resources.trim().is_empty()),
        risk: some(|status| !status.item.risk.trim().is_empty()),
    };
    let row = |status: &ItemStatus<'_>| (status.id, Arc::new(row(open, status, framework.as_ref(), on)));
    Some(PlanTable {
        layout,
        columns: Column::of(layout, used),
        order: items.iter().map(|status| status.id).collect(),
        rows: items.iter().map(row).collect(),
        leads: leads(&items),
        counts: PlanCounts::of(&items, on),
    })
}

fn row(open: &Workspace, status: &ItemStatus<'_>, framework: Option<&Framework>, on: NaiveDate) -> Row {
    let item = status.item;
    Row {
        id: status.id,
        level: item.level,
        depth: status.depth,
        parent: status.parent,
        is_orphan: status.is_orphan,
        holds_others: status.holds_others,
        is_tracked: status.is_tracked(),
        label: item.label.clone(),
        text: item.text.clone(),
        lead: item.lead.clone(),
        due_written: status.due_written.to_owned(),
        due: DueFacts::of(status, on),
        milestones: status.milestones.iter().map(|step| Milestone::of(step, on)).collect(),
        resources: item.resources.clone(),
        risk: item.risk.clone(),
        arcs: arc_names(framework, &item.themes),
        latest: status.latest_words().map(|entry| (entry.on, entry.text.clone())),
        others: status.other_entries(),
        rag: status.rag,
        is_undecided: is_undecided(open.records(), status.id.into()),
    }
}
