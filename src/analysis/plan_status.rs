//! How a plan stands on a day: for each item what is due, what was reported last and what was revised, read off its entries.

use chrono::NaiveDate;

use crate::domain::due::Due;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{PlanItem, Progress, Rag};
use crate::domain::workspace::Workspace;

/// An item as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemStatus<'a> {
    /// Which item.
    pub id: ItemId,
    /// The item.
    pub item: &'a PlanItem,
    /// What was reported up to that day, oldest first.
    pub entries: Vec<&'a Progress>,
    /// The RAG that was set last; not set if nobody set one.
    pub rag: Rag,
    /// The due date that counts, as written: the last revision, or the one of the item.
    pub due_written: &'a str,
    /// The due dates that were replaced, oldest first, as written.
    pub replaced: Vec<&'a str>,
    /// What the due date that counts means.
    pub due: Due,
}

impl<'a> ItemStatus<'a> {
    /// Whether it was due before the day and is not complete.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.rag != Rag::Complete && self.due.is_past(on)
    }

    /// What was reported last, in words.
    pub fn latest_words(&self) -> Option<&Progress> {
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
    /// How many of them were due before the day and are not complete.
    pub overdue: usize,
    /// How many stand at each RAG, in the order of [`Rag::ALL`].
    pub rag: [(Rag, usize); 5],
}

impl PlanCounts {
    /// Counts the items of a plan.
    pub fn of(items: &[ItemStatus<'_>], on: NaiveDate) -> Self {
        let at = |rag| items.iter().filter(|status| status.rag == rag).count();
        Self {
            actions: items.len(),
            overdue: items.iter().filter(|status| status.is_overdue(on)).count(),
            rag: Rag::ALL.map(|rag| (rag, at(rag))),
        }
    }
}

/// The items of a plan in their order, as they stood at the end of a day.
pub fn of_plan(workspace: &Workspace, plan: PlanId, on: NaiveDate) -> Vec<ItemStatus<'_>> {
    let mut progress = workspace.progress();
    workspace
        .items(plan)
        .into_iter()
        .map(|(id, item)| {
            let mut entries = progress.remove(&id).unwrap_or_default();
            entries.retain(|entry| entry.on <= on);
            status(id, item, entries)
        })
        .collect()
}

/// An item as it stood at the end of a day; `None` if it is not here.
pub fn of_item(workspace: &Workspace, id: ItemId, on: NaiveDate) -> Option<ItemStatus<'_>> {
    let item = workspace.item(id)?;
    let mut entries = workspace.progress().remove(&id).unwrap_or_default();
    entries.retain(|entry| entry.on <= on);
    Some(status(id, item, entries))
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

fn status<'a>(id: ItemId, item: &'a PlanItem, entries: Vec<&'a Progress>) -> ItemStatus<'a> {
    let rag = entries.iter().rev().find_map(|entry| entry.rag).unwrap_or_default();
    let mut dates = vec![item.due.as_str()];
    dates.extend(entries.iter().filter_map(|entry| entry.revised.as_ref()).map(|revised| revised.due.as_str()));
    let due_written = dates.pop().unwrap_or_default();
    ItemStatus { id, item, entries, rag, due_written, replaced: dates, due: Due::read(due_written, None) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::domain::order::OrderKey;
    use crate::domain::plan::{Plan, Revision};
    use crate::domain::rest::Rest;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn entry(on: &str, rag: Option<Rag>, revised: Option<&str>) -> Progress {
        Progress {
            item: ItemId(Uuid::nil()),
            on: day(on),
            recorded: format!("{on}T12:00:00Z").parse().unwrap(),
            by: String::new(),
            text: String::new(),
            rag,
            revised: revised.map(|due| Revision {
                due: due.to_owned(),
                reason: "resourcing".to_owned(),
                rest: Rest::new(),
            }),
            rest: Rest::new(),
        }
    }

    fn item(label: &str, due: &str) -> PlanItem {
        PlanItem {
            plan: PlanId(Uuid::nil()),
            parent: None,
            order: OrderKey::between(None, None),
            label: label.into(),
            text: "Agree a set of behaviours".into(),
            lead: "AB".into(),
            due: due.into(),
            themes: Vec::new(),
            rest: Rest::new(),
        }
    }

    #[test]
    fn a_revised_date_keeps_the_one_it_replaced_and_rag_is_never_inferred() {
        let item = item("6", "Oct-09");
        let entries = [entry("2009-10-30", None, Some("31 Dec 2009")), entry("2010-01-22", None, None)];
        let status = status(ItemId(Uuid::nil()), &item, entries.iter().collect());
        assert_eq!((status.due_written, status.replaced.as_slice()), ("31 Dec 2009", ["Oct-09"].as_slice()));
        assert_eq!(status.rag, Rag::NotSet);
        assert!(!status.is_overdue(day("2009-12-31")));
        assert!(status.is_overdue(day("2010-01-01")));
    }

    #[test]
    fn each_entry_is_shown_with_what_it_changed() {
        let item = item("6", "Oct-09");
        let entries = [
            entry("2009-10-30", Some(Rag::Amber), Some("31 Dec 2009")),
            entry("2010-01-22", Some(Rag::Complete), Some("Feb-10")),
            entry("2010-02-01", None, None),
        ];
        let status = status(ItemId(Uuid::nil()), &item, entries.iter().collect());
        let before: Vec<_> = status.steps().iter().map(|step| (step.rag_before, step.due_before)).collect();
        assert_eq!(before, [(Rag::NotSet, "Oct-09"), (Rag::Amber, "31 Dec 2009"), (Rag::Complete, "Feb-10")]);
    }

    #[test]
    fn a_plan_is_counted_by_rag_and_a_complete_action_is_never_overdue() {
        let item = item("6", "Oct-09");
        let entries = [entry("2009-10-30", Some(Rag::Complete), None)];
        let (id, on) = (ItemId(Uuid::nil()), day("2009-12-01"));
        let items = [status(id, &item, Vec::new()), status(id, &item, entries.iter().collect())];
        let counts = PlanCounts::of(&items, on);
        assert_eq!((counts.actions, counts.overdue), (2, 1));
        assert_eq!(counts.rag.map(|(_, count)| count), [1, 0, 0, 0, 1]);
    }

    #[test]
    fn the_next_label_follows_the_last_plain_number() {
        let plan = PlanId(Uuid::from_u128(1));
        let area = crate::domain::area::Area::named("Fenshire");
        let (mut open, _) = Workspace::create(crate::domain::ids::WorkspaceId(Uuid::from_u128(9)), ReplicaId(1), area);
        open.set_plan(plan, Plan { title: "Plan".into(), rest: Rest::new() });
        assert_eq!(next_label(&open, plan), "1");
        for (number, label, next) in [(2, "1.7.3", ""), (3, "7", "8"), (4, "c.", "8"), (5, " 12 ", "13")] {
            let order = open.order_at_end(plan);
            let added = PlanItem { plan, order, ..item(label, "") };
            open.set_item(ItemId(Uuid::from_u128(number)), added).unwrap();
            assert_eq!(next_label(&open, plan), next, "after {label}");
        }
    }
}
