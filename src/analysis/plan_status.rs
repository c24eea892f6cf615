//! How a plan stands on a day: for each item what is due, what was reported last and what was revised, read off its entries.

mod readings;

use chrono::NaiveDate;

pub use self::readings::DueReadings;
use crate::domain::due::Due;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{Level, Meant, PlanItem, Progress, Rag};
use crate::domain::workspace::{PlanOn, Workspace};

/// An item as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStatus<'a> {
    /// Which item.
    pub id: ItemId,
    /// The item, as it stood on the day.
    pub item: &'a PlanItem,
    /// How many items it stood beneath.
    pub depth: usize,
    /// The item that it stood beneath.
    pub parent: Option<ItemId>,
    /// Whether the item that it belonged beneath was no part of the plan.
    pub is_orphan: bool,
    /// Whether outputs or other items, milestones apart, stood beneath it.
    pub holds_others: bool,
    /// Its milestones, in their order.
    pub milestones: Vec<MilestoneStatus<'a>>,
    /// What was reported up to that day, oldest first.
    pub entries: Vec<&'a Progress>,
    /// The RAG that was set last; not set if nobody set one.
    pub rag: Rag,
    /// The due date that counts, as written: the last revision, or the one of the item.
    pub due_written: &'a str,
    /// How a person said that it is meant, if somebody did.
    pub due_meant: Option<Meant>,
    /// The due dates that were replaced, oldest first, as written.
    pub replaced: Vec<&'a str>,
    /// What the due date that counts means.
    pub due: Due,
}

/// A milestone as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneStatus<'a> {
    /// Which item it is.
    pub id: ItemId,
    /// The item.
    pub item: &'a PlanItem,
    /// What its due date means.
    pub due: Due,
    /// The day that it was ticked off, if it was.
    pub reached: Option<NaiveDate>,
}

impl MilestoneStatus<'_> {
    /// Whether it was due before the day and was not ticked off.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.reached.is_none() && self.due.is_past(on)
    }
}

impl<'a> ItemStatus<'a> {
    /// Whether it is something to be done, so that a date, progress and a RAG are looked for: an action or an output, but not an
    /// action whose outputs say all that.
    pub fn is_tracked(&self) -> bool {
        let says_itself = !self.due_written.trim().is_empty() || !self.entries.is_empty();
        matches!(self.item.level, Level::Action | Level::Output) && (!self.holds_others || says_itself)
    }

    /// Whether it was due before the day and is not complete.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.rag != Rag::Complete && self.due.is_past(on)
    }

    /// Whether its due date was revised after a day.
    pub fn is_revised_since(&self, day: NaiveDate) -> bool {
        self.entries.iter().any(|entry| entry.revised.is_some() && entry.on > day)
    }

    /// Whether it is an exception on a day, to those who saw the plan on an earlier one: it is overdue, or its due date was
    /// revised since. What goes on without an end is on target.
    pub fn is_exception(&self, on: NaiveDate, since: NaiveDate) -> bool {
        self.is_tracked() && (self.is_overdue(on) || self.is_revised_since(since))
    }

    /// What was reported last, in words.
    pub fn latest_words(&self) -> Option<&'a Progress> {
        self.entries.iter().rev().find(|entry| !entry.text.is_empty()).copied()
    }

    /// How many entries there are beside the one that [`latest_words`](Self::latest_words) gives.
    pub fn other_entries(&self) -> usize {
        self.entries.len().saturating_sub(usize::from(self.latest_words().is_some()))
    }

    /// The entries, oldest first, each with what it changed.
    pub fn steps(&self) -> Vec<Step<'a>> {
        let (mut rag, mut due) = (Rag::NotSet, self.item.due.as_str());
        let step = |entry: &&'a Progress| {
            let step = Step { entry, rag_before: rag, due_before: due };
            rag = entry.rag.unwrap_or(rag);
            due = entry.revised.as_ref().map_or(due, |revised| revised.due.as_str());
            step
        };
        self.entries.iter().map(step).collect()
    }
}

/// An entry, with how the item stood before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// The entry.
    pub entry: &'a Progress,
    /// The RAG before it.
    pub rag_before: Rag,
    /// The due date that counted before it, as written.
    pub due_before: &'a str,
}

/// A plan in figures, as it stood on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanCounts {
    /// How many actions it has.
    pub actions: usize,
    /// How many outputs it has.
    pub outputs: usize,
    /// How many of the actions and outputs were due before the day and are not complete.
    pub overdue: usize,
    /// How many of those that are tracked stand at each RAG, in the order of [`Rag::ALL`].
    pub rag: [(Rag, usize); 5],
}

impl PlanCounts {
    /// Counts the items of a plan.
    pub fn of(items: &[ItemStatus<'_>], on: NaiveDate) -> Self {
        let tracked = || items.iter().filter(|status| status.is_tracked());
        let at = |level| items.iter().filter(|status| status.item.level == level).count();
        Self {
            actions: at(Level::Action),
            outputs: at(Level::Output),
            overdue: tracked().filter(|status| status.is_overdue(on)).count(),
            rag: Rag::ALL.map(|rag| (rag, tracked().filter(|status| status.rag == rag).count())),
        }
    }
}

/// The items of a plan in their order, as they stood at the end of a day. Milestones stand with the item that they are a step
/// to; one without such an item stands by itself.
pub fn of_plan(workspace: &Workspace, plan: PlanId, on: NaiveDate) -> Vec<ItemStatus<'_>> {
    of_plan_read_before(workspace, plan, on, &mut DueReadings::default())
}

/// The same for whoever asks again and again: what due dates mean is kept in `readings`, and read only if it is not there yet.
pub fn of_plan_read_before<'a>(
    workspace: &'a Workspace,
    plan: PlanId,
    on: NaiveDate,
    readings: &mut DueReadings,
) -> Vec<ItemStatus<'a>> {
    readings.in_period(workspace.plan(plan).and_then(|plan| plan.period));
    let PlanOn { items, tree } = workspace.plan_on(plan, on);
    let mut progress = workspace.progress();
    let mut statuses: Vec<ItemStatus<'_>> = Vec::new();
    // Of each item above the one that is looked at: where it stands among the statuses; `None` for a milestone that went to
    // its action.
    let mut above: Vec<Option<usize>> = Vec::new();
    let orphaned = tree.orphaned.iter().map(|row| (row, row.parent.is_none()));
    for (row, is_orphan) in tree.rooted.iter().map(|row| (row, false)).chain(orphaned) {
        let Some(item) = items.get(&row.id).copied() else { continue };
        let mut entries = progress.remove(&row.id).unwrap_or_default();
        entries.retain(|entry| entry.on <= on);
        let status =
            ItemStatus { depth: row.depth, parent: row.parent, is_orphan, ..status(row.id, item, entries, readings) };
        above.truncate(row.depth);
        match above.last().copied().flatten().and_then(|at| statuses.get_mut(at)) {
            Some(holder) if item.level == Level::Milestone => {
                holder.milestones.push(milestone(&status));
                above.push(None);
            }
            holder => {
                holder.into_iter().for_each(|holder| holder.holds_others = true);
                above.push(Some(statuses.len()));
                statuses.push(status);
            }
        }
    }
    statuses
}

/// An item as it stood at the end of a day, archived or not; `None` if it was not here.
pub fn of_item(workspace: &Workspace, id: ItemId, on: NaiveDate) -> Option<ItemStatus<'_>> {
    let plan = workspace.item_on(id, on)?.plan;
    let in_plan = of_plan(workspace, plan, on).into_iter().find(|status| status.id == id);
    in_plan.or_else(|| {
        let item = workspace.item_on(id, on)?;
        let mut entries = workspace.progress().remove(&id).unwrap_or_default();
        entries.retain(|entry| entry.on <= on);
        let mut readings = DueReadings::default();
        readings.in_period(workspace.plan(plan).and_then(|plan| plan.period));
        Some(status(id, item, entries, &mut readings))
    })
}

/// A number for the next item of a plan: one more than the last that is a plain number, and "1" in an empty plan. Empty
/// where the plan's labels are no plain numbers, because their rule is not ours to guess.
pub fn next_label(workspace: &Workspace, plan: PlanId) -> String {
    let items = workspace.items(plan);
    if items.is_empty() {
        return "1".to_owned();
    }
    let last = items.iter().rev().find_map(|(_, item)| item.label.trim().parse::<u32>().ok());
    last.and_then(|last| last.checked_add(1)).map(|next| next.to_string()).unwrap_or_default()
}

/// An item by itself.
fn status<'a>(
    id: ItemId,
    item: &'a PlanItem,
    entries: Vec<&'a Progress>,
    readings: &mut DueReadings,
) -> ItemStatus<'a> {
    let rag = entries.iter().rev().find_map(|entry| entry.rag).unwrap_or_default();
    let mut dates = vec![(item.due.as_str(), item.due_meant)];
    let revisions = entries.iter().filter_map(|entry| entry.revised.as_ref());
    dates.extend(revisions.map(|revised| (revised.due.as_str(), revised.meant)));
    let (due_written, due_meant) = dates.pop().unwrap_or_default();
    ItemStatus {
        id,
        item,
        depth: 0,
        parent: None,
        is_orphan: false,
        holds_others: false,
        milestones: Vec::new(),
        entries,
        rag,
        due_written,
        due_meant,
        replaced: dates.into_iter().map(|(written, _)| written).collect(),
        due: readings.of(due_written, due_meant),
    }
}

fn milestone<'a>(status: &ItemStatus<'a>) -> MilestoneStatus<'a> {
    let last = status.entries.iter().rev().find_map(|entry| Some((entry.ticked?, entry.on)));
    let reached = last.filter(|(ticked, _)| *ticked).map(|(_, on)| on);
    MilestoneStatus { id: status.id, item: status.item, due: status.due, reached }
}

#[cfg(test)]
mod tests;
