//! Which items of a plan somebody wants to see: those of a lead, of an arc, at a RAG, or due by a day.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::plan_status::ItemStatus;
use crate::domain::due::Due;
use crate::domain::ids::ThemeId;
use crate::domain::leads::{is_same, leads as leads_of_one};
use crate::domain::plan::Rag;

/// What is asked of items. What is `None` is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PlanFilter {
    /// One of the leads, as written.
    pub lead: Option<String>,
    /// An arc that they serve.
    pub theme: Option<ThemeId>,
    /// The RAG at which they stand.
    pub rag: Option<Rag>,
    /// When they are due.
    pub due: Option<DueWhen>,
}

/// When items are due, seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueWhen {
    /// They were due before the day.
    Overdue,
    /// They are due on the day or in the 30 days after it.
    Within30Days,
    /// They are due on the day or in the 90 days after it.
    Within90Days,
}

impl DueWhen {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Overdue, Self::Within30Days, Self::Within90Days];

    /// Whether something that is not done yet and due as said is meant, seen from a day.
    fn meets(self, due: Due, on: NaiveDate) -> bool {
        let within = |days| {
            let last = on.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
            due.day().is_some_and(|day| (on..=last).contains(&day))
        };
        match self {
            Self::Overdue => due.is_past(on),
            Self::Within30Days => within(30),
            Self::Within90Days => within(90),
        }
    }
}

/// What a filter looks at in an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundBy {
    /// Who leads, each by itself.
    leads: Vec<String>,
    /// The arcs that it serves.
    themes: Vec<ThemeId>,
    /// The RAG at which it stands; `None` where none is looked for.
    rag: Option<Rag>,
    /// The due dates of what is still to be done: its own, and those of its milestones.
    dues: Vec<Due>,
}

impl FoundBy {
    /// What a filter looks at in this one. A milestone that is due lets its item be found.
    pub fn of(status: &ItemStatus<'_>) -> Self {
        let steps = status.milestones.iter().filter(|step| step.reached.is_none()).map(|step| step.due);
        let own = (status.rag != Rag::Complete).then_some(status.due);
        Self {
            leads: leads_of_one(&status.item.lead),
            themes: status.item.themes.clone(),
            rag: status.is_tracked().then_some(status.rag),
            dues: own.into_iter().chain(steps).collect(),
        }
    }
}

impl PlanFilter {
    /// Whether everything is wanted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an item is wanted, seen from a day.
    pub fn passes(&self, item: &FoundBy, on: NaiveDate) -> bool {
        self.lead.as_ref().is_none_or(|wanted| item.leads.iter().any(|lead| is_same(lead, wanted)))
            && self.theme.as_ref().is_none_or(|theme| item.themes.contains(theme))
            && self.rag.is_none_or(|rag| item.rag == Some(rag))
            && self.due.is_none_or(|wanted| item.dues.iter().any(|due| wanted.meets(*due, on)))
    }
}

/// The leads of items, each once, in the order of the alphabet.
pub fn leads(items: &[ItemStatus<'_>]) -> Vec<String> {
    let written: BTreeSet<&str> = items.iter().map(|status| status.item.lead.as_str()).collect();
    let mut all: Vec<String> = written.into_iter().flat_map(leads_of_one).collect();
    all.sort_by_key(|lead| lead.to_lowercase());
    all.dedup_by(|a, b| is_same(a, b));
    all
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::analysis::plan_status::MilestoneStatus;
    use crate::domain::ids::{ItemId, PlanId};
    use crate::domain::order::OrderKey;
    use crate::domain::plan::PlanItem;

    /// What is over is looked for no more: a complete action, and a milestone that was reached.
    #[test]
    fn an_action_is_found_by_what_is_still_due_of_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (late, id) = (Due::By(day("2009-11-30")), ItemId(Uuid::nil()));
        let item = PlanItem::blank(PlanId(Uuid::nil()), OrderKey::between(None, None));
        for (rag, reached, is_found) in [
            (Rag::NotSet, Some(day("2009-11-02")), true),
            (Rag::Complete, Some(day("2009-11-02")), false),
            (Rag::Complete, None, true),
        ] {
            let status = ItemStatus {
                id,
                item: &item,
                depth: 0,
                parent: None,
                is_orphan: false,
                holds_others: false,
                milestones: vec![MilestoneStatus { id, item: &item, due: late, reached }],
                entries: Vec::new(),
                rag,
                due_written: "Nov-09",
                due_meant: None,
                replaced: Vec::new(),
                due: late,
            };
            let overdue = PlanFilter { due: Some(DueWhen::Overdue), ..PlanFilter::default() };
            let found = overdue.passes(&FoundBy::of(&status), day("2010-01-29"));
            assert_eq!(found, is_found, "{rag:?}, {reached:?}");
        }
    }

    #[test]
    fn due_is_counted_from_the_day_with_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let on = day("2010-01-29");
        for (due, met) in [
            ("2010-01-28", [true, false, false]),
            ("2010-01-29", [false, true, true]),
            ("2010-02-28", [false, true, true]),
            ("2010-03-01", [false, false, true]),
            ("2010-04-29", [false, false, true]),
            ("2010-04-30", [false, false, false]),
        ] {
            assert_eq!(DueWhen::ALL.map(|when| when.meets(Due::By(day(due)), on)), met, "{due}");
        }
        assert_eq!(DueWhen::ALL.map(|when| when.meets(Due::NotSaid, on)), [false; 3]);
    }
}
