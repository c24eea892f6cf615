//! What changed in a plan between two days: what was added, taken out, written anew, reported and revised.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::plan_status::{ItemStatus, MilestoneStatus, of_plan};
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{PlanItem, Progress, Rag};
use crate::domain::workspace::Workspace;

/// An item of which something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange<'a> {
    /// Which item.
    pub id: ItemId,
    /// The item as it stood last: on the second day, or on the first if it was no part of the plan any more.
    pub item: &'a PlanItem,
    /// What changed, in the order in which it is told.
    pub changes: Vec<Change<'a>>,
}

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// It was added.
    Added,
    /// It is no part of the plan any more: archived or deleted.
    TakenOut,
    /// Words of it were written anew.
    Words {
        /// Which words.
        part: Part,
        /// What stood there before.
        before: &'a str,
        /// What stands there.
        now: &'a str,
    },
    /// Other arcs are named.
    Arcs,
    /// It stands at another place, or is something else than it was.
    Place,
    /// Another RAG was set.
    Rag {
        /// The RAG before.
        before: Rag,
        /// The RAG since.
        now: Rag,
    },
    /// Its target date was revised.
    Revised {
        /// The date before, as written.
        before: &'a str,
        /// The date since, as written.
        now: &'a str,
        /// Why, as given last; empty if not said.
        reason: &'a str,
    },
    /// A milestone was added to it.
    MilestoneAdded(&'a str),
    /// A milestone of it is there no more.
    MilestoneTakenOut(&'a str),
    /// A milestone was reached on a day.
    MilestoneReached(&'a str, NaiveDate),
    /// A milestone was said not to be reached after all.
    MilestoneTakenBack(&'a str),
    /// Progress was reported in words.
    Reported(&'a Progress),
}

/// A part of what an item says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Its number.
    Label,
    /// What is to be done.
    Text,
    /// Who leads.
    Lead,
    /// The target date as first written.
    Due,
    /// What it needs or costs.
    Resources,
    /// What could go wrong.
    Risk,
}

/// What changed in a plan after the end of one day and by the end of another: in the order of the plan on the second day,
/// and after that what is no part of it any more.
pub fn between(workspace: &Workspace, plan: PlanId, from: NaiveDate, to: NaiveDate) -> Vec<ItemChange<'_>> {
    let before = of_plan(workspace, plan, from);
    let now = of_plan(workspace, plan, to);
    let stood: BTreeMap<ItemId, &ItemStatus<'_>> = before.iter().map(|status| (status.id, status)).collect();
    let stands: BTreeMap<ItemId, &ItemStatus<'_>> = now.iter().map(|status| (status.id, status)).collect();
    let mut all = Vec::new();
    for status in &now {
        let changes = match stood.get(&status.id) {
            Some(stood) => changes(stood, status),
            None => std::iter::once(Change::Added).chain(status.entries.iter().copied().filter_map(reported)).collect(),
        };
        all.push(ItemChange { id: status.id, item: status.item, changes });
    }
    for status in before.iter().filter(|status| !stands.contains_key(&status.id)) {
        all.push(ItemChange { id: status.id, item: status.item, changes: vec![Change::TakenOut] });
    }
    all.retain(|change| !change.changes.is_empty());
    all
}

fn changes<'a>(before: &ItemStatus<'a>, now: &ItemStatus<'a>) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let (was, is) = (before.item, now.item);
    let words = [
        (Part::Label, &was.label, &is.label),
        (Part::Text, &was.text, &is.text),
        (Part::Lead, &was.lead, &is.lead),
        (Part::Due, &was.due, &is.due),
        (Part::Resources, &was.resources, &is.resources),
        (Part::Risk, &was.risk, &is.risk),
    ];
    for (part, before, now) in words.into_iter().filter(|(_, before, now)| before != now) {
        changes.push(Change::Words { part, before, now });
    }
    if was.themes != is.themes {
        changes.push(Change::Arcs);
    }
    if (was.parent, &was.order, was.level) != (is.parent, &is.order, is.level) {
        changes.push(Change::Place);
    }
    if before.rag != now.rag {
        changes.push(Change::Rag { before: before.rag, now: now.rag });
    }
    // Entries that were dated before the first day may have come in since; what they say counts as it is dated.
    let new: Vec<&'a Progress> = now.entries.iter().copied().filter(|entry| !before.entries.contains(entry)).collect();
    if let Some(last) = new.iter().rev().find_map(|entry| entry.revised.as_ref()) {
        changes.push(Change::Revised { before: before.due_written, now: now.due_written, reason: &last.reason });
    }
    milestones(&before.milestones, &now.milestones, &mut changes);
    changes.extend(new.into_iter().filter_map(reported));
    changes
}

fn milestones<'a>(before: &[MilestoneStatus<'a>], now: &[MilestoneStatus<'a>], changes: &mut Vec<Change<'a>>) {
    let stood: BTreeMap<ItemId, &MilestoneStatus<'a>> = before.iter().map(|step| (step.id, step)).collect();
    for step in now {
        let text = step.item.text.as_str();
        let was = stood.get(&step.id).copied();
        if was.is_none() {
            changes.push(Change::MilestoneAdded(text));
        }
        match (was.and_then(|was| was.reached), step.reached) {
            (None, Some(on)) => changes.push(Change::MilestoneReached(text, on)),
            (Some(_), None) => changes.push(Change::MilestoneTakenBack(text)),
            _ => {}
        }
    }
    let gone = before.iter().filter(|step| now.iter().all(|other| other.id != step.id));
    changes.extend(gone.map(|step| Change::MilestoneTakenOut(step.item.text.as_str())));
}

fn reported(entry: &Progress) -> Option<Change<'_>> {
    (!entry.text.trim().is_empty()).then_some(Change::Reported(entry))
}

#[cfg(test)]
mod tests;
