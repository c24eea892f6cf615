//! What a lead sees who was asked how their actions go: each action as it stood then, and what they have said of it since.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::plan_status::of_item;
use crate::domain::ids::{ItemId, RecordId};
use crate::domain::plan::{Level, PlanItem};
use crate::domain::workspace::Workspace;

/// An action that a lead is asked about, as it stands in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which action.
    pub id: ItemId,
    /// Its number or letter as written; may be empty.
    pub label: String,
    /// What is to be done.
    pub text: String,
    /// What stands above it, the widest first.
    pub above: Vec<String>,
    /// The due date that counts, as written; empty if there is none.
    pub due: String,
    /// Whether the lead has reported on it, or on one of its milestones, since they were asked.
    pub is_reported: bool,
}

/// A milestone to be ticked off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Which milestone.
    pub id: ItemId,
    /// What it says.
    pub text: String,
    /// When it is due, as written; empty if not said.
    pub due: String,
    /// The day it was reached, as far as whoever asked knew.
    pub reached_before: Option<NaiveDate>,
    /// Whether the lead says that it is reached, or else what was known before.
    pub is_reached: bool,
}

/// The workspace of a lead without what they have said since they were asked.
pub fn as_asked_of(open: &Workspace) -> Workspace {
    let earlier = open.update_request().map(|request| request.earlier.clone()).unwrap_or_default();
    let own: BTreeSet<RecordId> =
        open.to_send().into_iter().map(|(id, _)| id).filter(|id| !earlier.contains(id)).collect();
    let records = open.records().iter().filter(|record| !own.contains(&record.id)).cloned().collect();
    Workspace::from_records(open.id(), open.replica(), records)
}

/// The actions that the lead at this device is asked about, in the order of the plan.
pub fn asked(open: &Workspace, today: NaiveDate) -> Vec<Asked> {
    let Some(request) = open.update_request() else { return Vec::new() };
    request.items.iter().filter_map(|id| asked_about(open, *id, today)).collect()
}

/// One of them.
pub fn asked_about(open: &Workspace, id: ItemId, today: NaiveDate) -> Option<Asked> {
    let before = as_asked_of(open);
    let status = of_item(&before, id, today)?;
    let is_reported = std::iter::once(id)
        .chain(status.milestones.iter().map(|milestone| milestone.id))
        .any(|id| open.own_entry(id).is_some());
    Some(Asked {
        id,
        label: status.item.label.clone(),
        text: status.item.text.clone(),
        above: above(open, id),
        due: status.due_written.to_owned(),
        is_reported,
    })
}

/// The milestones that stand beneath an action; of a milestone itself, that one.
pub fn ticks(open: &Workspace, id: ItemId, today: NaiveDate) -> Vec<Tick> {
    let before = as_asked_of(open);
    let Some(status) = of_item(&before, id, today) else { return Vec::new() };
    let tick = |id: ItemId, text: &str, due: &str, reached_before: Option<NaiveDate>| Tick {
        id,
        text: text.to_owned(),
        due: due.to_owned(),
        reached_before,
        is_reached: open.own_entry(id).and_then(|(_, entry)| entry.ticked).unwrap_or(reached_before.is_some()),
    };
    let milestones = status.milestones.iter();
    let mut ticks: Vec<Tick> = milestones.map(|one| tick(one.id, &one.item.text, &one.item.due, one.reached)).collect();
    if status.item.level == Level::Milestone {
        let last = status.entries.iter().rev().find_map(|entry| Some((entry.ticked?, entry.on)));
        let reached = last.filter(|(ticked, _)| *ticked).map(|(_, on)| on);
        ticks.insert(0, tick(id, &status.item.text, status.due_written, reached));
    }
    ticks
}

/// The words of what stands above an item, the widest first.
fn above(open: &Workspace, id: ItemId) -> Vec<String> {
    let Some(item) = open.item(id) else { return Vec::new() };
    let tree = open.tree(item.plan);
    let parent = |id: ItemId| tree.iter().find(|row| row.id == id).and_then(|row| row.parent);
    let ids = std::iter::successors(parent(id), |above| parent(*above));
    let named = |item: &PlanItem| format!("{} {}", item.label, item.text).trim().to_owned();
    let mut words: Vec<String> = ids.filter_map(|id| open.item(id).map(named)).collect();
    words.reverse();
    words
}
