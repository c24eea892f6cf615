//! How items stand, from made-up plans.

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
        rag,
        revised: revised.map(|due| Revision {
            due: due.to_owned(),
            meant: None,
            reason: "resourcing".to_owned(),
            rest: Rest::new(),
        }),
        ..Progress::blank(ItemId(Uuid::nil()), day(on), format!("{on}T12:00:00Z").parse().unwrap())
    }
}

fn item(label: &str, due: &str) -> PlanItem {
    PlanItem {
        label: label.into(),
        text: "Agree a set of behaviours".into(),
        lead: "AB".into(),
        due: due.into(),
        ..PlanItem::blank(PlanId(Uuid::nil()), OrderKey::between(None, None))
    }
}

#[test]
fn a_revised_date_keeps_the_one_it_replaced_and_rag_is_never_inferred() {
    let item = item("6", "Oct-09");
    let entries = [entry("2009-10-30", None, Some("31 Dec 2009")), entry("2010-01-22", None, None)];
    let status = status(ItemId(Uuid::nil()), &item, entries.iter().collect(), &mut DueReadings::default());
    assert_eq!((status.due_written, status.replaced.as_slice()), ("31 Dec 2009", ["Oct-09"].as_slice()));
    assert_eq!(status.rag, Rag::NotSet);
    assert!(!status.is_overdue(day("2009-12-31")));
    assert!(status.is_overdue(day("2010-01-01")));
}

#[test]
fn an_exception_is_overdue_or_revised_since_the_plan_was_seen_and_ongoing_work_is_on_target() {
    let (dated, ongoing) = (item("6", "Oct-09"), item("7", "on-going"));
    let entries = [entry("2009-10-30", None, Some("31 Dec 2009"))];
    let revised = status(ItemId(Uuid::nil()), &dated, entries.iter().collect(), &mut DueReadings::default());
    let (seen, on) = (day("2009-09-30"), day("2009-11-30"));
    assert!(revised.is_exception(on, seen));
    assert!(!revised.is_exception(on, day("2009-10-30")), "they have seen it revised");
    assert!(revised.is_exception(day("2010-01-01"), day("2009-10-30")), "overdue");
    let ongoing = status(ItemId(Uuid::nil()), &ongoing, Vec::new(), &mut DueReadings::default());
    assert!(!ongoing.is_exception(day("2020-01-01"), seen));
}

#[test]
fn what_only_holds_others_is_no_exception_however_late() {
    let priority = PlanItem { level: Level::Priority, ..item("1", "Oct-09") };
    let status = status(ItemId(Uuid::nil()), &priority, Vec::new(), &mut DueReadings::default());
    let on = day("2010-01-01");
    assert!(status.is_overdue(on) && !status.is_tracked() && !status.is_exception(on, day("2009-09-30")));
}

#[test]
fn the_last_rag_that_was_set_counts_and_so_does_the_last_tick() {
    let action = item("6", "Oct-09");
    let entries = [
        entry("2009-10-01", Some(Rag::Red), None),
        entry("2009-10-30", Some(Rag::Green), None),
        entry("2010-01-22", None, None),
    ];
    let read = status(ItemId(Uuid::nil()), &action, entries.iter().collect(), &mut DueReadings::default());
    assert_eq!(read.rag, Rag::Green);

    let step = PlanItem { level: Level::Milestone, ..item("", "Oct-09") };
    let tick = |on: &str, ticked: bool| Progress { ticked: Some(ticked), ..entry(on, None, None) };
    let ticks = [tick("2009-11-02", true), tick("2009-11-03", false), tick("2009-11-04", true)];
    let on = day("2009-12-01");
    for (count, reached) in [(0, None), (1, Some("2009-11-02")), (2, None), (3, Some("2009-11-04"))] {
        let entries = ticks.iter().take(count).collect();
        let step = milestone(&status(ItemId(Uuid::nil()), &step, entries, &mut DueReadings::default()));
        assert_eq!(step.reached, reached.map(day), "after {count} ticks");
        assert_eq!(step.is_overdue(on), reached.is_none(), "after {count} ticks");
    }
}

#[test]
fn each_entry_is_shown_with_what_it_changed() {
    let item = item("6", "Oct-09");
    let entries = [
        entry("2009-10-30", Some(Rag::Amber), Some("31 Dec 2009")),
        entry("2010-01-22", Some(Rag::Complete), Some("Feb-10")),
        entry("2010-02-01", None, None),
    ];
    let status = status(ItemId(Uuid::nil()), &item, entries.iter().collect(), &mut DueReadings::default());
    let before: Vec<_> = status.steps().iter().map(|step| (step.rag_before, step.due_before)).collect();
    assert_eq!(before, [(Rag::NotSet, "Oct-09"), (Rag::Amber, "31 Dec 2009"), (Rag::Complete, "Feb-10")]);
}

#[test]
fn a_plan_is_counted_by_rag_and_a_complete_action_is_never_overdue() {
    let item = item("6", "Oct-09");
    let entries = [entry("2009-10-30", Some(Rag::Complete), None)];
    let (id, on) = (ItemId(Uuid::nil()), day("2009-12-01"));
    let items = [
        status(id, &item, Vec::new(), &mut DueReadings::default()),
        status(id, &item, entries.iter().collect(), &mut DueReadings::default()),
    ];
    let counts = PlanCounts::of(&items, on);
    assert_eq!((counts.actions, counts.overdue), (2, 1));
    assert_eq!(counts.rag.map(|(_, count)| count), [1, 0, 0, 0, 1]);
}

#[test]
fn the_next_label_follows_the_last_plain_number() {
    let plan = PlanId(Uuid::from_u128(1));
    let area = crate::domain::area::Area::named("Fenshire");
    let (mut open, _) = Workspace::create(crate::domain::ids::WorkspaceId(Uuid::from_u128(9)), ReplicaId(1), area);
    open.set_plan(plan, Plan::titled("Plan"));
    assert_eq!(next_label(&open, plan), "1");
    for (number, label, next) in [(2, "1.7.3", ""), (3, "7", "8"), (4, "c.", "8"), (5, " 12 ", "13")] {
        let order = open.order_at_end(plan);
        let added = PlanItem { plan, order, ..item(label, "") };
        open.set_item(ItemId(Uuid::from_u128(number)), added, day("2010-01-29")).unwrap();
        assert_eq!(next_label(&open, plan), next, "after {label}");
    }
}
