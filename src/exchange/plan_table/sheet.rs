//! A plan as it is handed out: its rows in order as they stood on a day, whatever form they are then written in.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::item::{Item, Reached};
use crate::domain::due::Due;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{Layout, Level, Period, PlanItem, Progress};
use crate::domain::workspace::{PlanOn, Workspace};

/// A plan with its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSheet {
    /// The plan.
    pub plan: PlanId,
    /// Its title.
    pub title: String,
    /// Which shape it is written in.
    pub layout: Layout,
    /// Its items in order, each after the one it stands beneath, and milestones before all else beneath the same.
    pub rows: Vec<SheetRow>,
}

/// An item of a plan with what a calendar needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The item's id.
    pub id: ItemId,
    /// The item in words. Its due date is the one that counts, its progress what was reported last.
    pub item: Item,
    /// The day to keep in a calendar, where its due date names one.
    pub day: Option<NaiveDate>,
    /// How often its due date has been revised.
    pub revisions: usize,
}

impl PlanSheet {
    /// A plan as it stood at the end of a day; `None` if it is not here.
    pub fn of(workspace: &Workspace, id: PlanId, on: NaiveDate) -> Option<Self> {
        let plan = workspace.plan(id)?;
        let PlanOn { items, tree } = workspace.plan_on(id, on);
        let mut progress = workspace.progress();
        let mut beneath: BTreeMap<Option<ItemId>, Vec<ItemId>> = BTreeMap::new();
        for row in tree.iter() {
            beneath.entry(row.parent).or_default().push(row.id);
        }
        // What is still to be written, the next at the end, each with the place of its parent.
        let mut left: Vec<(ItemId, Option<usize>)> = Vec::new();
        let mut rows: Vec<SheetRow> = Vec::with_capacity(items.len());
        let mut above = None;
        let mut place = None;
        loop {
            let mut next = beneath.remove(&above).unwrap_or_default();
            next.sort_by_key(|id| items.get(id).is_none_or(|item| item.level != Level::Milestone));
            left.extend(next.into_iter().rev().map(|id| (id, place)));
            let Some((id, parent)) = left.pop() else { break };
            above = Some(id);
            place = parent;
            if let Some(item) = items.get(&id) {
                place = Some(rows.len());
                let entries = progress.remove(&id).unwrap_or_default();
                let entries: Vec<&Progress> = entries.into_iter().filter(|entry| entry.on <= on).collect();
                rows.push(row(id, item, parent, &entries, plan.period));
            }
        }
        Some(Self { plan: id, title: plan.title.clone(), layout: plan.layout, rows })
    }
}

/// An item with what was reported about it, oldest first.
fn row(id: ItemId, item: &PlanItem, parent: Option<usize>, entries: &[&Progress], period: Option<Period>) -> SheetRow {
    let revised: Vec<_> = entries.iter().filter_map(|entry| entry.revised.as_ref()).collect();
    let first = (&item.due, item.due_meant);
    let (due, meant) = revised.last().map_or(first, |revised| (&revised.due, revised.meant));
    let words = entries.iter().rev().map(|entry| &entry.text).find(|text| !text.is_empty());
    let ticked = entries.iter().rev().find_map(|entry| Some((entry.ticked?, entry.on)));
    SheetRow {
        id,
        day: Due::of(due, meant, period).day(),
        revisions: revised.len(),
        item: Item {
            level: item.level,
            parent,
            label: item.label.clone(),
            text: item.text.clone(),
            lead: item.lead.clone(),
            due: due.clone(),
            resources: item.resources.clone(),
            risk: item.risk.clone(),
            progress: words.cloned().unwrap_or_default(),
            rag: entries.iter().rev().find_map(|entry| entry.rag).unwrap_or_default(),
            reached: ticked.map(|(ticked, on)| if ticked { Reached::On(on) } else { Reached::No }),
        },
    }
}
