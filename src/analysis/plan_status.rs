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

impl ItemStatus<'_> {
    /// Whether it was due before the day and is not complete.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.rag != Rag::Complete && self.due.is_past(on)
    }

    /// What was reported last, in words.
    pub fn latest_words(&self) -> Option<&Progress> {
        self.entries.iter().rev().find(|entry| !entry.text.is_empty()).copied()
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

fn status<'a>(id: ItemId, item: &'a PlanItem, entries: Vec<&'a Progress>) -> ItemStatus<'a> {
    let rag = entries.iter().rev().find_map(|entry| entry.rag).unwrap_or_default();
    let mut dates = vec![item.due.as_str()];
    dates.extend(entries.iter().filter_map(|entry| entry.revised.as_ref()).map(|revised| revised.due.as_str()));
    let due_written = dates.pop().unwrap_or_default();
    ItemStatus { id, item, entries, rag, due_written, replaced: dates, due: Due::read(due_written) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::order::OrderKey;
    use crate::domain::plan::Revision;
    use crate::domain::record::Rest;
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
            revised: revised.map(|due| Revision { due: due.to_owned(), reason: "resourcing".to_owned() }),
            rest: Rest::new(),
        }
    }

    #[test]
    fn a_revised_date_keeps_the_one_it_replaced_and_rag_is_never_inferred() {
        let item = PlanItem {
            plan: PlanId(Uuid::nil()),
            order: OrderKey::between(None, None),
            label: "6".into(),
            text: "Agree a set of behaviours".into(),
            lead: "AB".into(),
            due: "Oct-09".into(),
            themes: Vec::new(),
            rest: Rest::new(),
        };
        let entries = [entry("2009-10-30", None, Some("31 Dec 2009")), entry("2010-01-22", None, None)];
        let status = status(ItemId(Uuid::nil()), &item, entries.iter().collect());
        assert_eq!((status.due_written, status.replaced.as_slice()), ("31 Dec 2009", ["Oct-09"].as_slice()));
        assert_eq!(status.rag, Rag::NotSet);
        assert!(!status.is_overdue(day("2009-12-31")));
        assert!(status.is_overdue(day("2010-01-01")));
    }
}
