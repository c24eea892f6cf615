//! Plans as they stood on two days, and what changed between.

use uuid::Uuid;

use super::*;
use crate::domain::ids::{RecordId, ReplicaId, ThemeId, WorkspaceId};
use crate::domain::merge::Records;
use crate::domain::plan::{Level, Plan, Revision};
use crate::domain::rest::Rest;

const PLAN: PlanId = PlanId(Uuid::from_u128(1));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> ItemId {
    ItemId(Uuid::from_u128(number))
}

/// A plan with two actions, a milestone beneath the first, all added on 1 October 2009.
fn begun() -> Workspace {
    let mut open = Workspace::from_records(WorkspaceId(Uuid::from_u128(9)), ReplicaId(1), Records::default());
    open.set_plan(PLAN, Plan::titled("Plan"));
    for (number, text, due) in [(10, "Agree who does what", "Oct-09"), (11, "Write it down", "2011")] {
        let order = open.order_at_end(PLAN);
        let item = PlanItem { text: text.into(), due: due.into(), ..PlanItem::blank(PLAN, order) };
        open.set_item(id(number), item, day("2009-10-01")).unwrap();
    }
    let step = PlanItem {
        text: "Meeting held".into(),
        level: Level::Milestone,
        parent: Some(id(10)),
        ..PlanItem::blank(PLAN, open.order_beneath(id(10)).unwrap())
    };
    open.set_item(id(12), step, day("2009-10-01")).unwrap();
    open
}

fn report(open: &mut Workspace, number: u128, on: &str, what: impl FnOnce(&mut Progress)) {
    let mut entry = Progress::blank(id(number), day(on), format!("{on}T12:00:00Z").parse().unwrap());
    what(&mut entry);
    open.report_progress(RecordId(Uuid::from_u128(100 + u128::from(entry.recorded.timestamp().unsigned_abs()))), entry)
        .unwrap();
}

fn texts(open: &Workspace, on: &str) -> Vec<String> {
    of_plan(open, PLAN, day(on)).iter().map(|status| status.item.text.clone()).collect()
}

#[test]
fn the_plan_as_of_two_days_shows_what_was_known_then_and_what_changed_between() {
    let mut open = begun();
    open.change_items(&[id(11)].into(), day("2009-11-05"), |item| item.text = "Write it down plainly".into());
    // A second change of one day keeps what stood before the first.
    open.change_items(&[id(11)].into(), day("2009-11-05"), |item| item.lead = "AB".into());
    report(&mut open, 10, "2009-11-10", |entry| {
        entry.text = "The meeting was put off.".into();
        entry.rag = Some(Rag::Amber);
        entry.revised =
            Some(Revision { due: "Dec-09".into(), meant: None, reason: "resourcing".into(), rest: Rest::new() });
    });
    report(&mut open, 12, "2009-12-01", |entry| entry.ticked = Some(true));
    open.delete_items(&[id(11)].into(), day("2009-12-02"));
    let order = open.order_at_end(PLAN);
    open.set_item(
        id(13),
        PlanItem { text: "Tell everybody".into(), ..PlanItem::blank(PLAN, order) },
        day("2009-12-03"),
    )
    .unwrap();

    assert_eq!(texts(&open, "2009-09-30"), Vec::<String>::new());
    assert_eq!(texts(&open, "2009-11-04"), ["Agree who does what", "Write it down"]);
    assert_eq!(texts(&open, "2009-11-05"), ["Agree who does what", "Write it down plainly"]);
    assert_eq!(texts(&open, "2009-12-01"), ["Agree who does what", "Write it down plainly"]);
    assert_eq!(texts(&open, "2009-12-02"), ["Agree who does what"]);
    assert_eq!(texts(&open, "2010-01-01"), ["Agree who does what", "Tell everybody"]);

    let told = between(&open, PLAN, day("2009-11-04"), day("2009-11-30"));
    let told: Vec<(ItemId, Vec<Change<'_>>)> = told.into_iter().map(|change| (change.id, change.changes)).collect();
    let (first, second) = (&told[0], &told[1]);
    assert_eq!(first.0, id(10));
    assert_eq!(first.1[0], Change::Rag { before: Rag::NotSet, now: Rag::Amber });
    assert_eq!(first.1[1], Change::Revised { before: "Oct-09", now: "Dec-09", reason: "resourcing" });
    assert!(matches!(&first.1[2], Change::Reported(entry) if entry.text == "The meeting was put off."));
    assert_eq!(second.0, id(11));
    assert_eq!(
        second.1,
        [
            Change::Words { part: Part::Text, before: "Write it down", now: "Write it down plainly" },
            Change::Words { part: Part::Lead, before: "", now: "AB" },
        ]
    );

    let told = between(&open, PLAN, day("2009-11-30"), day("2010-01-01"));
    let told: Vec<(ItemId, Vec<Change<'_>>)> = told.into_iter().map(|change| (change.id, change.changes)).collect();
    assert_eq!(
        told,
        [
            (id(10), vec![Change::MilestoneReached("Meeting held", day("2009-12-01"))]),
            (id(13), vec![Change::Added]),
            (id(11), vec![Change::TakenOut]),
        ]
    );
    assert!(between(&open, PLAN, day("2010-01-01"), day("2010-02-01")).is_empty());
}

#[test]
fn other_arcs_another_place_and_the_last_of_several_reasons_are_told() {
    let mut open = begun();
    open.change_items(&[id(10)].into(), day("2009-11-02"), |item| {
        item.themes = vec![ThemeId::parse("language").unwrap()];
    });
    open.move_by_one(id(11), true, day("2009-11-03")).unwrap();
    for (on, due, reason) in [("2009-11-04", "Dec-09", "illness"), ("2009-11-05", "Jan-10", "snow")] {
        report(&mut open, 11, on, |entry| {
            entry.revised = Some(Revision { due: due.into(), meant: None, reason: reason.into(), rest: Rest::new() });
        });
    }
    let told = between(&open, PLAN, day("2009-11-01"), day("2009-11-30"));
    let told: Vec<(ItemId, Vec<Change<'_>>)> = told.into_iter().map(|change| (change.id, change.changes)).collect();
    assert_eq!(
        told,
        [
            (id(11), vec![Change::Place, Change::Revised { before: "2011", now: "Jan-10", reason: "snow" }]),
            (id(10), vec![Change::Arcs]),
        ]
    );
}

#[test]
fn what_is_archived_is_kept_and_no_part_of_the_plan_from_that_day_on() {
    let mut open = begun();
    let archived = open.archive_items(&[id(10)].into(), day("2009-11-01"), true);
    assert_eq!(archived.name, "Archive actions");
    assert_eq!(texts(&open, "2009-10-31"), ["Agree who does what", "Write it down"]);
    assert_eq!(texts(&open, "2009-11-01"), ["Write it down"]);
    assert_eq!(open.archived_items(PLAN).len(), 2, "the milestone goes with its action");
    open.archive_items(&[id(10)].into(), day("2009-11-20"), false);
    assert_eq!(texts(&open, "2009-11-20"), ["Agree who does what", "Write it down"]);
    assert_eq!(texts(&open, "2009-11-10"), ["Write it down"], "it was archived then");
}

#[test]
fn a_copy_takes_along_what_stands_beneath_and_nothing_that_was_reported() {
    let mut open = begun();
    report(&mut open, 10, "2009-11-10", |entry| entry.text = "Begun.".into());
    let mut fresh = (50..).map(id);
    let (copy, _) = open.copy_item(id(10), day("2009-11-11"), || fresh.next().unwrap()).unwrap();
    let plan = of_plan(&open, PLAN, day("2009-11-11"));
    let texts: Vec<&str> = plan.iter().map(|status| status.item.text.as_str()).collect();
    assert_eq!(texts, ["Agree who does what", "Agree who does what", "Write it down"]);
    assert_eq!((plan[1].id, plan[1].milestones.len(), plan[1].entries.len()), (copy, 1, 0));
    assert_eq!(plan[1].item.added, Some(day("2009-11-11")));
}
