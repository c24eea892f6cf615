//! What signing a plan off would freeze: each of its items as it stands, in the order of the plan.

use chrono::NaiveDate;

use super::plan_status::of_plan;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{PlanItem, Rag};
use crate::domain::plan_history::SignedItem;
use crate::domain::workspace::Workspace;

/// The items of a plan as they stand on a day, with the due dates and the RAGs that count then. A milestone comes after the
/// item that it is a step to, with the day on which it was ticked off.
pub fn to_sign(open: &Workspace, plan: PlanId, on: NaiveDate) -> Vec<SignedItem> {
    let mut signed = Vec::new();
    for status in of_plan(open, plan, on) {
        signed.push(item(status.id, status.item, status.due_written, status.rag));
        let milestones = status.milestones.iter();
        signed.extend(
            milestones
                .map(|one| SignedItem { reached: one.reached, ..item(one.id, one.item, &one.item.due, Rag::NotSet) }),
        );
    }
    signed
}

fn item(id: ItemId, item: &PlanItem, due: &str, rag: Rag) -> SignedItem {
    SignedItem {
        item: id,
        level: item.level,
        label: item.label.clone(),
        text: item.text.clone(),
        lead: item.lead.clone(),
        due: due.to_owned(),
        rag,
        reached: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{RecordId, ReplicaId};
    use crate::domain::plan::{Level, Progress, Revision};
    use crate::domain::plan_history::PlanSignOff;
    use crate::domain::rest::Rest;
    use crate::sample;
    use chrono::DateTime;
    use uuid::Uuid;

    fn area() -> (Workspace, PlanId) {
        let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (plan, _) = sample.plans()[0];
        (sample, plan)
    }

    fn sign(open: &mut Workspace, plan: PlanId) {
        let signed = PlanSignOff {
            plan,
            by: "Director".to_owned(),
            on: sample::today(),
            recorded: DateTime::UNIX_EPOCH,
            words: String::new(),
            signed: to_sign(open, plan, sample::today()),
            rest: Rest::new(),
        };
        open.sign_plan_off(RecordId(Uuid::from_u128(1)), signed).unwrap();
    }

    #[test]
    fn what_counts_on_the_day_is_signed() {
        let (mut open, plan) = area();
        let (first, item) = open.items(plan).into_iter().next().map(|(id, item)| (id, item.clone())).unwrap();
        let revised = Revision { due: "Spring 2011".to_owned(), meant: None, reason: String::new(), rest: Rest::new() };
        let entry = Progress {
            rag: Some(Rag::Amber),
            revised: Some(revised),
            ..Progress::blank(first, sample::today(), DateTime::UNIX_EPOCH)
        };
        open.report_progress(RecordId(Uuid::from_u128(2)), entry).unwrap();
        let step = PlanItem {
            parent: Some(first),
            level: Level::Milestone,
            text: "First draft".to_owned(),
            due: "May 2010".to_owned(),
            ..PlanItem::blank(plan, open.order_beneath(first).unwrap())
        };
        open.set_item(ItemId(Uuid::from_u128(3)), step, sample::today()).unwrap();
        let signed = to_sign(&open, plan, sample::today());
        assert_eq!(signed.len(), open.items(plan).len());
        assert_eq!((signed[0].item, &*signed[0].due, signed[0].rag), (first, "Spring 2011", Rag::Amber));
        assert_eq!((&*signed[0].text, &*signed[0].lead), (&*item.text, &*item.lead));
        assert_eq!((&*signed[1].text, signed[1].level, &*signed[1].due), ("First draft", Level::Milestone, "May 2010"));
        assert_eq!(signed[1].reached, None);
        let tick = Progress {
            ticked: Some(true),
            ..Progress::blank(ItemId(Uuid::from_u128(3)), sample::today(), DateTime::UNIX_EPOCH)
        };
        open.report_progress(RecordId(Uuid::from_u128(4)), tick).unwrap();
        let reached: Vec<_> =
            to_sign(&open, plan, sample::today()).into_iter().map(|item| item.reached).take(3).collect();
        assert_eq!(reached, [None, Some(sample::today()), None]);
    }

    #[test]
    fn nothing_done_later_changes_what_was_signed() {
        let (mut open, plan) = area();
        sign(&mut open, plan);
        let signed = open.plan_sign_offs(plan)[0].clone();
        let ids: Vec<ItemId> = open.items(plan).into_iter().map(|(id, _)| id).collect();
        let later = sample::today().succ_opt().unwrap();
        open.change_items(&[ids[0]].into(), later, |item| item.text = "Something else".to_owned());
        open.delete_items(&[ids[1]].into(), later);
        open.archive_items(&[ids[2]].into(), later, true);
        let entry = Progress { rag: Some(Rag::Red), ..Progress::blank(ids[3], sample::today(), DateTime::UNIX_EPOCH) };
        open.report_progress(RecordId(Uuid::from_u128(2)), entry).unwrap();
        assert_ne!(to_sign(&open, plan, later), signed.signed);
        assert_eq!(open.plan_sign_offs(plan), [&signed]);
    }
}
