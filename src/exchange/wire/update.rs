//! Update files as they are spelled: what a lead is asked, on its way out, and what they report, on its way back.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::plan::{PlanItemWire, PlanWire};
use super::progress::ProgressWire;
use super::{Rest, day, id, is_blank, moment, moment_text};
use crate::domain::ids::{ItemId, PlanId, RecordId, WorkspaceId};
use crate::domain::plan::{Plan, PlanItem, Progress};
use crate::domain::round::ReturnsTo;
use crate::domain::update_request::{Asking, UpdateRequest};
use crate::exchange::problem::{Fault, Notice};

/// The `data` of an update file.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanUpdateWire {
    /// The area that asks.
    workspace: String,
    area: String,
    plan: String,
    /// The title of the plan.
    title: String,
    /// The lead who is asked, as written in the plan.
    lead: String,
    made: String,
    /// What is asked; left out in a file that comes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked: Option<AskedWire>,
    /// Who reports, in a file that comes back.
    #[serde(default, skip_serializing_if = "is_blank")]
    by: String,
    /// In a file that goes out what was reported before, in one that comes back what is new.
    entries: Vec<EntryWire>,
    #[serde(flatten)]
    rest: Rest,
}

/// What is asked.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct AskedWire {
    /// The last day on which progress is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(default, skip_serializing_if = "is_blank")]
    returns_to: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    returns_to_email: String,
    plan: PlanWire,
    /// The lead's own items, in the order of the plan.
    items: Vec<ItemWire>,
    /// What stands above them, in few words, and the milestones beneath.
    around: Vec<ItemWire>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct ItemWire {
    id: String,
    #[serde(flatten)]
    item: PlanItemWire,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct EntryWire {
    id: String,
    #[serde(flatten)]
    entry: ProgressWire,
}

/// What an update file holds.
pub enum UpdateFile {
    /// What a lead is asked.
    Asking(Box<Asking>),
    /// What a lead reports.
    Report(Report),
}

/// What a lead reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The area that asked.
    pub workspace: WorkspaceId,
    /// The plan.
    pub plan: PlanId,
    /// Its title when it was asked about.
    pub title: String,
    /// The lead who was asked.
    pub lead: String,
    /// Who reports.
    pub by: String,
    /// The entries, or what is wrong with one.
    pub entries: Vec<Result<(RecordId, Progress), Fault>>,
}

impl Report {
    /// Entries that are dated after today. `None` if there are none.
    pub fn ahead(&self, today: NaiveDate) -> Option<Notice> {
        let days = self.entries.iter().flatten().map(|(_, entry)| entry.on);
        let ahead: Vec<NaiveDate> = days.filter(|on| *on > today).collect();
        Some(Notice::Ahead { count: ahead.len(), latest: ahead.into_iter().max()? })
    }
}

impl PlanUpdateWire {
    /// Spells what a lead is asked.
    pub fn asking(asking: &Asking) -> Self {
        let Asking { request, plan, items, entries } = asking;
        let own: BTreeSet<ItemId> = request.items.iter().copied().collect();
        let item = |(id, item): &(ItemId, PlanItem)| ItemWire { id: id.to_string(), item: item.into() };
        let (items, around): (Vec<_>, Vec<_>) = items.iter().partition(|(id, _)| own.contains(id));
        Self {
            asked: Some(AskedWire {
                by: request.asked_by.map(|day| day.to_string()),
                returns_to: request.returns_to.role.clone(),
                returns_to_email: request.returns_to.email.clone(),
                plan: plan.into(),
                items: items.into_iter().map(item).collect(),
                around: around.into_iter().map(item).collect(),
            }),
            ..Self::of(request, &plan.title, entries.iter().map(|(id, entry)| (*id, entry)))
        }
    }

    /// Spells what a lead reports.
    pub fn report<'a>(
        request: &UpdateRequest,
        title: &str,
        entries: impl Iterator<Item = (RecordId, &'a Progress)>,
    ) -> Self {
        Self { by: request.reporter.clone(), ..Self::of(request, title, entries) }
    }

    fn of<'a>(request: &UpdateRequest, title: &str, entries: impl Iterator<Item = (RecordId, &'a Progress)>) -> Self {
        Self {
            workspace: request.area.to_string(),
            area: request.area_name.clone(),
            plan: request.plan.to_string(),
            title: title.to_owned(),
            lead: request.lead.clone(),
            made: moment_text(request.made),
            asked: None,
            by: String::new(),
            entries: entries.map(|(id, entry)| EntryWire { id: id.to_string(), entry: entry.into() }).collect(),
            rest: Rest::new(),
        }
    }

    /// Reads what the file holds.
    ///
    /// # Errors
    /// What is wrong with it, and where. An entry of a report that is wrong stands among the others.
    pub fn read(self) -> Result<UpdateFile, Fault> {
        let workspace = id(&self.workspace, WorkspaceId::parse, "the area")?;
        let plan = id(&self.plan, PlanId::parse, "the plan")?;
        let made = moment(&self.made, "the time it was made")?;
        let entries = self.entries.into_iter().zip(1_usize..).map(|(entry, at)| {
            let place = format!("entry {at}");
            entry.read().map_err(|fault| fault.within(&place))
        });
        let Some(asked) = self.asked else {
            let (title, lead, by, entries) = (self.title, self.lead, self.by, entries.collect());
            return Ok(UpdateFile::Report(Report { workspace, plan, title, lead, by, entries }));
        };
        let entries: Vec<(RecordId, Progress)> = entries.collect::<Result<_, _>>()?;
        let own: Vec<(ItemId, PlanItem)> = read_items(asked.items, plan)?;
        let around = read_items(asked.around, plan)?;
        let request = UpdateRequest {
            area: workspace,
            area_name: self.area,
            plan,
            reporter: self.lead.clone(),
            lead: self.lead,
            made,
            asked_by: asked.by.map(|text| day(&text, "the day it is asked for")).transpose()?,
            returns_to: ReturnsTo { role: asked.returns_to, email: asked.returns_to_email },
            items: own.iter().map(|(id, _)| *id).collect(),
            known: entries.iter().map(|(id, _)| *id).collect(),
            earlier: BTreeSet::new(),
            given: BTreeSet::new(),
            rest: Rest::new(),
        };
        let items: Vec<(ItemId, PlanItem)> = own.into_iter().chain(around).collect();
        let there: BTreeSet<ItemId> = items.iter().map(|(id, _)| *id).collect();
        if there.len() != items.len() {
            return Err(Fault::at("", "one of its actions stands in it twice"));
        }
        if entries.iter().any(|(_, entry)| !there.contains(&entry.item)) {
            return Err(Fault::at("", "something was reported in it about an action that is not in it"));
        }
        Ok(UpdateFile::Asking(Box::new(Asking { request, plan: Plan::try_from(asked.plan)?, items, entries })))
    }
}

fn read_items(items: Vec<ItemWire>, plan: PlanId) -> Result<Vec<(ItemId, PlanItem)>, Fault> {
    let read = |(wire, at): (ItemWire, usize)| {
        let place = format!("action {at}");
        let read = || {
            let item_id = id(&wire.id, ItemId::parse, "the id")?;
            let item = PlanItem::try_from(wire.item)?;
            if item.plan != plan { Err(Fault::at("", "it belongs to another plan")) } else { Ok((item_id, item)) }
        };
        read().map_err(|fault: Fault| fault.within(&place))
    };
    items.into_iter().zip(1_usize..).map(read).collect()
}

impl EntryWire {
    fn read(self) -> Result<(RecordId, Progress), Fault> {
        Ok((id(&self.id, RecordId::parse, "the id")?, self.entry.try_into()?))
    }
}
