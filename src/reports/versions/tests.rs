//! What is said of entries that were changed in two places at once.

use super::*;
use crate::domain::ids::{ItemId, ReplicaId};
use crate::domain::order::OrderKey;
use crate::domain::plan::PlanItem;
use crate::domain::record::ExportNote;
use crate::domain::report_text::{ReportPart, ReportText, Subject};
use crate::domain::rest::Rest;
use crate::sample;

/// The sample's first action, changed by two tabs that did not know of each other, as the first one then sees it.
fn met(here: impl FnOnce(&mut Workspace, ItemId), there: impl FnOnce(&mut Workspace, ItemId)) -> Workspace {
    let (mut mine, _) = sample::workspace(ReplicaId(1)).unwrap();
    let mut theirs = Workspace::from_records(mine.id(), ReplicaId(2), mine.records().clone());
    let (plan, _) = mine.plans()[0];
    let (item, _) = mine.items(plan)[0];
    here(&mut mine, item);
    there(&mut theirs, item);
    mine.take_in("Another tab", theirs.records().iter().cloned());
    mine
}

fn change(open: &mut Workspace, id: ItemId, change: impl FnOnce(&mut PlanItem)) {
    let mut item = open.item(id).unwrap().clone();
    change(&mut item);
    open.set_item(id, item, "2010-01-29".parse().unwrap()).unwrap();
}

fn lead(open: &mut Workspace, id: ItemId, lead: &str) {
    change(open, id, |item| item.lead = lead.to_owned());
}

/// The one entry that is undecided.
fn only(open: &Workspace) -> Undecided {
    let [id] = ids(open.records()).try_into().unwrap();
    undecided(open, id, |_| None).unwrap()
}

fn names<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<&'static str> {
    rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn only_the_field_that_differs_is_shown_side_by_side() {
    let open = met(|open, id| lead(open, id, "AB"), |open, id| lead(open, id, "CD"));
    let entry = only(&open);
    assert_eq!(count(open.records()), 1);
    assert!(is_undecided(open.records(), entry.id));
    assert!(entry.name.starts_with("Action: "));
    assert_eq!(names(entry.differing()), ["Lead"]);
    assert_eq!(
        names(entry.alike()),
        [
            "What it is",
            "Number",
            "Action",
            "Target date",
            "Resources or cost",
            "Risk",
            "Arcs",
            "Links",
            "Archived",
            "Place in the plan"
        ]
    );
    let mut leads = entry.rows[3].values.clone();
    leads.sort_unstable();
    assert_eq!(leads, ["AB", "CD"]);
    assert!(entry.asked().is_empty(), "one field alone is the choice of a version");
}

#[test]
fn a_choice_by_field_takes_each_from_the_version_picked() {
    let open = met(
        |open, id| lead(open, id, "AB"),
        |open, id| {
            change(open, id, |item| {
                item.lead = "CD".to_owned();
                item.due = "Mar-10".to_owned();
            });
        },
    );
    let entry = only(&open);
    assert_eq!(names(entry.asked().iter().map(|(_, row)| *row)), ["Lead", "Target date"]);
    let with = |row: usize, value: &str| entry.rows[row].values.iter().position(|there| there == value).unwrap();
    let (mine, theirs) = (with(3, "AB"), with(4, "Mar-10"));
    assert_ne!(mine, theirs);
    let picks = BTreeMap::from([(Field::Lead, mine), (Field::Due, theirs)]);
    let Some(Body::PlanItem(composed)) = entry.compose(&picks) else { panic!("nothing composed") };
    assert_eq!((composed.lead.as_str(), composed.due.as_str()), ("AB", "Mar-10"));
    assert_eq!(entry.compose(&BTreeMap::from([(Field::Lead, mine)])), None);
}

#[test]
fn a_place_is_told_by_what_stands_before_it() {
    let to_the_end = |open: &mut Workspace, id: ItemId| {
        let end = open.order_at_end(open.item(id).unwrap().plan);
        change(open, id, |item| item.order = end);
    };
    let open = met(|open, id| lead(open, id, "AB"), to_the_end);
    let entry = only(&open);
    let place = entry.rows.iter().find(|row| row.name == "Place in the plan").unwrap();
    assert!(place.values.contains(&"First".to_owned()), "{place:?}");
    let (plan, _) = open.plans()[0];
    let others = open.items(plan);
    let (_, last) = others.iter().rfind(|(id, _)| RecordId::from(*id) != entry.id).unwrap();
    let after = format!("After \u{201c}{} {}\u{201d}", last.label, last.text);
    assert!(place.values.contains(&after), "{place:?}");
    assert_eq!(names(entry.differing()), ["Lead", "Place in the plan"]);
}

#[test]
fn a_field_that_differs_and_reads_alike_is_not_asked_and_stands_as_in_the_first_version() {
    // Both keys come before all others, so the words for the two places are the same.
    let first = |key: &'static str, lead: &'static str, due: &'static str| {
        move |open: &mut Workspace, id: ItemId| {
            change(open, id, |item| {
                item.order = OrderKey::parse(key).unwrap();
                item.lead = lead.to_owned();
                item.due = due.to_owned();
            });
        }
    };
    let open = met(first("01", "AB", "2010"), first("02", "CD", "2011"));
    let entry = only(&open);
    assert_eq!(names(entry.differing()), ["Lead", "Target date"]);
    let picks = BTreeMap::from([(Field::Lead, 1), (Field::Due, 1)]);
    let order = |body: &Body| match body {
        Body::PlanItem(item) => item.order.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(order(&entry.compose(&picks).unwrap()), order(&entry.versions[0]));
}

#[test]
fn a_deletion_is_a_version_like_any_other_and_is_chosen_whole() {
    let open = met(
        |open, id| lead(open, id, "AB"),
        |open, id| drop(open.delete_items(&[id].into(), "2010-01-29".parse().unwrap())),
    );
    let entry = only(&open);
    assert!(entry.name.starts_with("Action: "));
    assert_eq!(entry.versions.iter().map(Body::is_deleted).collect::<Vec<_>>(), [false, true]);
    assert!(entry.rows.iter().any(|row| row.values == ["AB"]));
    assert!(entry.asked().is_empty());
}

#[test]
fn versions_that_say_the_same_leave_nothing_to_choose() {
    let open = met(|open, id| lead(open, id, "AB"), |open, id| lead(open, id, "AB"));
    assert_eq!(count(open.records()), 0);
    let (plan, _) = open.plans()[0];
    assert!(open.items(plan).iter().all(|(id, _)| !is_undecided(open.records(), (*id).into())));
}

#[test]
fn what_stays_on_this_device_is_nobodys_to_choose() {
    let note = |file: &'static str| {
        move |open: &mut Workspace, item: ItemId| {
            let at = chrono::DateTime::UNIX_EPOCH;
            let note = ExportNote { at, file: file.to_owned(), with_answers: true, is_table: false, rest: Rest::new() };
            open.note_export(RecordId(uuid::Uuid::from_u128(item.0.as_u128() + 1)), note);
        }
    };
    let open = met(note("a.json"), note("b.json"));
    assert_eq!(open.records().conflicts().count(), 1);
    assert_eq!(count(open.records()), 0);
}

#[test]
fn of_three_versions_two_that_say_the_same_are_shown_once() {
    let mut open = met(|open, id| lead(open, id, "AB"), |open, id| lead(open, id, "CD"));
    let [id] = ids(open.records()).try_into().unwrap();
    let (mut third, _) = sample::workspace(ReplicaId(3)).unwrap();
    lead(&mut third, id.into(), "CD");
    open.take_in("A file", third.records().get(id).unwrap().iter().cloned());
    assert_eq!(open.records().get(id).unwrap().iter().count(), 3);
    assert_eq!(only(&open).versions.len(), 2);
}

#[test]
fn report_words_are_named_by_their_part_and_chosen_whole() {
    let write = |text: &'static str| {
        move |open: &mut Workspace, _| {
            let (plan, _) = open.plans()[0];
            open.write_report_text(ReportText {
                about: Subject::Plan(plan),
                part: ReportPart::of_word("people").unwrap(),
                text: text.into(),
                drafted: String::new(),
                rest: Rest::new(),
            });
        }
    };
    let open = met(write("Two posts"), write(""));
    let entry = only(&open);
    assert_eq!(entry.name, "Words for a report: Executive progress report, people");
    let [words] = entry.differing().collect::<Vec<_>>().try_into().unwrap();
    let mut said = words.values.clone();
    said.sort_unstable();
    assert_eq!(said, ["Empty", "Two posts"]);
    assert!(entry.asked().is_empty());
}
