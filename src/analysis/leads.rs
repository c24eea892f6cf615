//! Who leads what in a plan, and what one lead is asked: their own open items and nothing else of the area.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::plan_status::{ItemStatus, of_plan};
use crate::domain::ids::{ItemId, PlanId, RecordId};
use crate::domain::leads::{is_led_by, is_same, leads};
use crate::domain::plan::{Plan, PlanItem, Progress, Rag, Revision};
use crate::domain::record::{Body, Kind, Record};
use crate::domain::rest::Rest;
use crate::domain::round::ReturnsTo;
use crate::domain::update_request::{Asking, UpdateRequest};
use crate::domain::workspace::Workspace;

/// Somebody who leads items of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The lead, as first written in the plan.
    pub name: String,
    /// How many of their items are open: neither complete nor, for a milestone, reached.
    pub open: usize,
    /// How many of these are overdue.
    pub overdue: usize,
}

/// What a lead is to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The plan.
    pub plan: PlanId,
    /// The lead.
    pub lead: String,
    /// The last day on which progress is asked for, if one was set.
    pub asked_by: Option<NaiveDate>,
    /// Whom the file is sent back to.
    pub returns_to: ReturnsTo,
}

/// An open item of a plan, as far as it matters who leads it.
struct Open<'a> {
    id: ItemId,
    item: &'a PlanItem,
    overdue: bool,
}

/// The leads of a plan who have open items, in the order in which the plan names them.
pub fn leads_of(workspace: &Workspace, plan: PlanId, today: NaiveDate) -> Vec<Lead> {
    let statuses = of_plan(workspace, plan, today);
    let mut found: Vec<Lead> = Vec::new();
    for open in statuses.iter().flat_map(|status| open_items(status, today)) {
        for name in leads(&open.item.lead) {
            let overdue = usize::from(open.overdue);
            match found.iter_mut().find(|lead| is_same(&lead.name, &name)) {
                Some(lead) => {
                    lead.open = lead.open.saturating_add(1);
                    lead.overdue = lead.overdue.saturating_add(overdue);
                }
                None => found.push(Lead { name, open: 1, overdue }),
            }
        }
    }
    found
}

/// How many actions and outputs are open that name no lead, so that nobody is asked about them.
pub fn without_lead(workspace: &Workspace, plan: PlanId, today: NaiveDate) -> usize {
    let statuses = of_plan(workspace, plan, today);
    let tracked = statuses.iter().filter(|status| status.is_tracked() && status.rag != Rag::Complete);
    tracked.filter(|status| leads(&status.item.lead).is_empty()).count()
}

/// What a lead is asked: their open items, what stands above each in few words, the milestones beneath, and what was reported
/// about them. `None` if the plan is not here or the lead has no open item in it.
pub fn asking(workspace: &Workspace, question: &Question, made: DateTime<Utc>, today: NaiveDate) -> Option<Asking> {
    let Question { plan: plan_id, lead, asked_by, returns_to } = question.clone();
    let (area, plan) = (workspace.area()?, workspace.plan(plan_id)?);
    let statuses = of_plan(workspace, plan_id, today);
    let own: Vec<Open<'_>> = statuses
        .iter()
        .flat_map(|status| open_items(status, today))
        .filter(|open| is_led_by(&open.item.lead, &lead))
        .collect();
    if own.is_empty() {
        return None;
    }
    let by_id: BTreeMap<ItemId, &ItemStatus<'_>> = statuses.iter().map(|status| (status.id, status)).collect();
    let parents: BTreeMap<ItemId, ItemId> = statuses
        .iter()
        .flat_map(|status| {
            let milestones = status.milestones.iter().map(|milestone| (milestone.id, status.id));
            status.parent.map(|parent| (status.id, parent)).into_iter().chain(milestones)
        })
        .collect();
    let mut items: BTreeMap<ItemId, PlanItem> =
        own.iter().map(|open| (open.id, asked(open.item, parents.get(&open.id)))).collect();
    for milestone in own.iter().filter_map(|open| by_id.get(&open.id)).flat_map(|status| &status.milestones) {
        items.entry(milestone.id).or_insert_with(|| asked(milestone.item, parents.get(&milestone.id)));
    }
    let about: BTreeSet<ItemId> = items.keys().copied().collect();
    for open in &own {
        let mut at = open.id;
        while let Some(above) = parents.get(&at).and_then(|parent| by_id.get(parent)) {
            items.entry(above.id).or_insert_with(|| in_few_words(above.item, parents.get(&above.id)));
            at = above.id;
        }
    }
    let entries = reported(workspace, &about);
    let request = UpdateRequest {
        area: workspace.id(),
        area_name: area.name.clone(),
        plan: plan_id,
        reporter: lead.clone(),
        lead,
        made,
        asked_by,
        returns_to,
        items: own.iter().map(|open| open.id).collect(),
        known: entries.iter().map(|(id, _)| *id).collect(),
        earlier: BTreeSet::new(),
        given: BTreeSet::new(),
        rest: Rest::new(),
    };
    let own_first = request.items.clone().into_iter().filter_map(|id| Some((id, items.remove(&id)?)));
    let mut in_order: Vec<(ItemId, PlanItem)> = own_first.collect();
    in_order.extend(items);
    Some(Asking { plan: Plan { rest: Rest::new(), ..plan.clone() }, items: in_order, entries, request })
}

/// An item if it is open, and those of its milestones that are and name a lead of their own.
fn open_items<'a>(status: &ItemStatus<'a>, today: NaiveDate) -> Vec<Open<'a>> {
    let overdue = status.is_overdue(today);
    let item = (status.rag != Rag::Complete).then_some(Open { id: status.id, item: status.item, overdue });
    let milestones = status.milestones.iter().filter(|milestone| milestone.reached.is_none()).filter(|milestone| {
        // Beneath an item of the same lead it is asked about there.
        item.is_none() || leads(&milestone.item.lead).iter().any(|lead| !is_led_by(&status.item.lead, lead))
    });
    let milestones =
        milestones.map(|one| Open { id: one.id, item: one.item, overdue: one.is_overdue(today) }).collect::<Vec<_>>();
    item.into_iter().chain(milestones).collect()
}

/// An item as its lead is asked about it, without what leads elsewhere in the area.
fn asked(item: &PlanItem, parent: Option<&ItemId>) -> PlanItem {
    PlanItem {
        parent: parent.copied(),
        themes: Vec::new(),
        evidence: Vec::new(),
        depends_on: Vec::new(),
        repeats: Vec::new(),
        finding: None,
        rest: Rest::new(),
        ..item.clone()
    }
}

/// An item as it stands above somebody else's: what it is and what it says.
fn in_few_words(item: &PlanItem, parent: Option<&ItemId>) -> PlanItem {
    PlanItem {
        parent: parent.copied(),
        level: item.level,
        label: item.label.clone(),
        text: item.text.clone(),
        ..PlanItem::blank(item.plan, item.order.clone())
    }
}

/// What was reported about items, with its records, in the order of the ids.
fn reported(workspace: &Workspace, about: &BTreeSet<ItemId>) -> Vec<(RecordId, Progress)> {
    let entry = |record: &Arc<Record>| match &record.body {
        Body::Progress(entry) if about.contains(&entry.item) => {
            let revised = entry.revised.clone().map(|revised| Revision { rest: Rest::new(), ..revised });
            Some((record.id, Progress { revised, rest: Rest::new(), ..entry.clone() }))
        }
        _ => None,
    };
    workspace.records().of_kind(&Kind::Progress).filter_map(entry).collect()
}
