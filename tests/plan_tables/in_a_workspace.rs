//! A plan that goes all the way round: from a table into an area, and from there into a table again.

use chrono::{DateTime, NaiveDate, Utc};
use rainbow::domain::area::Area;
use rainbow::domain::ids::{ItemId, PlanId, RecordId, ReplicaId, WorkspaceId};
use rainbow::domain::plan::{Layout, Level, Period, Plan, PlanItem, Progress, Rag, Revision};
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::plan_table::{Brought, Grid, Item, PlanSheet, Reached, csv_out};
use uuid::Uuid;

use crate::{found, made_up, same};

const PLAN: PlanId = PlanId(Uuid::from_u128(1));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2012-11-22T16:00:00Z".parse().unwrap()
}

fn area(layout: Layout) -> Workspace {
    let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(9)), ReplicaId(1), Area::named("Fenshire"));
    let period = Period { from: day("2012-04-01"), to: day("2015-03-31") };
    open.set_plan(PLAN, Plan { layout, period: Some(period), ..Plan::titled("Workforce plan") });
    open
}

/// Takes a CSV into the plan, with ids that go down, so that only the order keys can keep the rows in order.
fn take(open: &mut Workspace, csv: &str, ids: &mut u128) {
    let found = found(&Grid::from_text(csv).unwrap());
    let brought = Brought::of(&found, open, PLAN, day("2012-11-22"), now(), || {
        *ids -= 1;
        RecordId(Uuid::from_u128(*ids))
    });
    open.add_items(brought.items, brought.reported, day("2012-11-22")).unwrap();
}

fn items(open: &Workspace) -> Vec<Item> {
    PlanSheet::of(open, PLAN, day("2012-11-22")).unwrap().rows.into_iter().map(|row| row.item).collect()
}

/// What comes of an item in an area: a milestone without a day was reached on the day it came in.
fn kept(item: Item) -> Item {
    let reached =
        item.reached.map(|reached| if reached == Reached::Yes { Reached::On(day("2012-11-22")) } else { reached });
    Item { reached, ..item }
}

#[test]
fn plans_of_the_three_shapes_go_through_an_area_unchanged() {
    for (layout, made) in made_up::all() {
        let mut open = area(layout);
        let mut ids = u128::from(u64::MAX);
        take(&mut open, &csv_out::csv(&made_up::sheet(layout, made.clone())), &mut ids);
        let made: Vec<Item> = made.into_iter().map(kept).collect();
        same(&items(&open), &made, "in the area");
        let sheet = PlanSheet::of(&open, PLAN, day("2012-11-22")).unwrap();
        assert_eq!((sheet.layout, sheet.title.as_str()), (layout, "Workforce plan"));
        let mut again = area(layout);
        take(&mut again, &csv_out::csv(&sheet), &mut ids);
        same(&items(&again), &made, "again");
        // What comes in later stands after what is there.
        take(&mut again, &csv_out::csv(&sheet), &mut ids);
        assert_eq!(items(&again).len(), made.len() * 2);
        same(&items(&again)[..made.len()], &made, "the first half");
        assert_eq!(PlanSheet::of(&again, PLAN, day("2012-11-21")).unwrap().rows, []);
    }
}

#[test]
fn a_sheet_says_how_things_stood_on_its_day() {
    let mut open = area(Layout::Actions);
    let id = ItemId(Uuid::from_u128(20));
    let order = open.order_at_end(PLAN);
    let due = "March 13".to_owned();
    open.set_item(
        id,
        PlanItem { text: "Map roles".to_owned(), due, ..PlanItem::blank(PLAN, order.clone()) },
        day("2012-05-01"),
    )
    .unwrap();
    let step =
        PlanItem { parent: Some(id), level: Level::Milestone, text: "Ask".to_owned(), ..PlanItem::blank(PLAN, order) };
    let step_id = ItemId(Uuid::from_u128(21));
    open.set_item(step_id, step, day("2012-05-01")).unwrap();
    let revised =
        Revision { due: "June 13".to_owned(), meant: None, reason: "resourcing".to_owned(), rest: Rest::new() };
    let entries = [
        Progress { text: "Begun".to_owned(), rag: Some(Rag::Amber), ..Progress::blank(id, day("2012-06-01"), now()) },
        Progress { revised: Some(revised), ..Progress::blank(id, day("2012-09-01"), now()) },
        Progress { ticked: Some(true), ..Progress::blank(step_id, day("2012-09-02"), now()) },
    ];
    for (at, entry) in (30..).zip(entries) {
        open.report_progress(RecordId(Uuid::from_u128(at)), entry).unwrap();
    }
    let on = |text: &str| PlanSheet::of(&open, PLAN, day(text)).unwrap().rows;
    let before = on("2012-06-01");
    assert_eq!(
        (before[0].item.due.as_str(), before[0].day, before[0].revisions),
        ("March 13", Some(day("2013-03-31")), 0)
    );
    assert_eq!(
        (before[0].item.progress.as_str(), before[0].item.rag, before[1].item.reached),
        ("Begun", Rag::Amber, None)
    );
    let after = on("2012-09-02");
    assert_eq!((after[0].item.due.as_str(), after[0].day, after[0].revisions), ("June 13", Some(day("2013-06-30")), 1));
    assert_eq!(
        (after[0].item.progress.as_str(), after[1].item.reached),
        ("Begun", Some(Reached::On(day("2012-09-02"))))
    );
    assert_eq!(on("2012-04-30"), []);
}

#[test]
fn a_long_list_comes_in_with_short_order_keys() {
    let rows: String = (1..4_000).map(|row| format!("{row}\tMap roles {row}\n")).collect();
    let found = found(&Grid::from_text(&format!("No\tAction\n{rows}")).unwrap());
    let open = area(Layout::Actions);
    let mut ids = 0;
    let brought = Brought::of(&found, &open, PLAN, day("2012-11-22"), now(), || {
        ids += 1;
        RecordId(Uuid::from_u128(ids))
    });
    let longest = brought.items.iter().map(|(_, item)| item.order.as_str().len()).max();
    assert!(longest < Some(20), "{longest:?}");
    assert_eq!(brought.reported, []);
}

#[test]
fn a_milestone_is_reached_on_the_day_it_names_but_never_on_one_to_come() {
    let csv = "No,Action,Lead,Target date,Milestones\n1,Agree it,AB,2015,\"- Draft (reached 1 Oct 2012)\n- Signed (reached 3 Jan 2013)\"\n";
    let mut open = area(Layout::Actions);
    take(&mut open, csv, &mut u128::from(u64::MAX));
    let mut days: Vec<NaiveDate> = open.progress().values().flatten().map(|entry| entry.on).collect();
    days.sort_unstable();
    assert_eq!(days, [day("2012-10-01"), day("2012-11-22")]);
}
