//! Playing update files: what a lead is asked opens in a workspace of its own, what they report is added to the plan.

use std::sync::Arc;

use super::report::{AskedWords, Outcome, UpdateTally};
use super::{Brought, Taking, What};
use crate::domain::ids::{ItemId, PlanId, RecordId};
use crate::domain::plan::Progress;
use crate::domain::record::{Body, Kind, Record};
use crate::domain::update_request::{Asking, reported};
use crate::domain::workspace::Workspace;
use crate::exchange::import::Batch;
use crate::exchange::problem::{Fault, Notice, ReadError};
use crate::exchange::wire::shown;
use crate::exchange::wire::update::Report;

/// What is to be said of the item that an entry is about.
enum About {
    Here,
    Archived(String),
    Deleted,
}

/// How an entry stands to what is here.
enum Standing {
    New,
    Known,
    Gone,
}

impl Taking {
    /// What a lead is asked goes into the workspace for that, and never into the area that asks.
    pub(super) fn play_asking(&mut self, at: usize, asking: Asking) -> Result<Outcome, ReadError> {
        let request = &asking.request;
        if self.here.id() == request.area {
            return Err(ReadError::RequestNotReport);
        }
        let workspace = request.workspace();
        if self.here.id() != workspace {
            return Err(ReadError::OtherArea);
        }
        let batch = Batch { workspace, records: asking.records() };
        batch.fits(self.here.records())?;
        batch.fits(&batch.records.iter().cloned().collect())?;
        let newest = self.here.update_request().map(|there| there.made);
        let words = AskedWords {
            lead: request.lead.clone(),
            area: request.area_name.clone(),
            plan: asking.plan.title.clone(),
            items: request.items.len(),
            is_new: newest.is_none_or(|newest| newest < request.made),
            is_older: newest.is_some_and(|newest| newest > request.made),
        };
        self.here.take_asking(&asking);
        self.known = None;
        self.records.push(Brought { file: at, what: What::Asking(Box::new(asking)) });
        Ok(Outcome::Asking(words))
    }

    /// What a lead reports is added under ids of its own, so that the same file changes nothing a second time.
    pub(super) fn play_report(
        &mut self,
        at: usize,
        report: Report,
        notices: &mut Vec<Notice>,
    ) -> Result<Outcome, ReadError> {
        if report.workspace != self.here.id() {
            return Err(ReadError::OtherArea);
        }
        if self.here.area().is_none() {
            return Err(ReadError::ReportedAreaNotHere);
        }
        let is_plan = |record: &Record| record.body.kind() == Kind::Plan;
        if !self.here.records().get(report.plan.into()).is_some_and(|versions| is_plan(versions.shown())) {
            return Err(ReadError::PlanNotHere { title: shown(&report.title) });
        }
        let mut tally = UpdateTally::of(&report);
        let mut records = Vec::new();
        for (entry, place) in report.entries.into_iter().zip(1_usize..) {
            let said = entry.and_then(|(id, entry)| {
                let named = |fault: Fault| fault.within(&format!("entry {place}"));
                let about = about(&self.here, report.plan, entry.item).map_err(named)?;
                let standing = standing(&self.here, id, &entry).map_err(named)?;
                Ok((id, entry, about, standing))
            });
            match said {
                Err(fault) => {
                    tally.not_taken = tally.not_taken.saturating_add(1);
                    notices.push(Notice::Damaged(fault));
                }
                Ok((id, entry, about, standing)) => {
                    tally.count(slot(&standing), entry.item);
                    if matches!(standing, Standing::Known) {
                        continue;
                    }
                    match about {
                        About::Archived(text) => notices.push(Notice::AboutArchived { place, text: shown(&text) }),
                        About::Deleted => notices.push(Notice::AboutDeleted { place }),
                        About::Here => {}
                    }
                    let record = Arc::new(reported(id, entry));
                    self.here.take_in("Import", [record.clone()]);
                    records.push(record);
                }
            }
        }
        self.records.push(Brought { file: at, what: What::Records(records) });
        Ok(Outcome::Report(tally))
    }
}

/// The item that an entry is about, or why the entry can't be taken.
fn about(here: &Workspace, plan: PlanId, item: ItemId) -> Result<About, Fault> {
    let other = || Fault::at("", "it is about something that is no action of this plan");
    let not_here =
        || Fault::at("", "it is about an action that is not here, and may come with a newer copy of the area");
    match &here.records().get(item.into()).ok_or_else(not_here)?.shown().body {
        Body::PlanItem(item) if item.plan != plan => Err(other()),
        Body::PlanItem(item) if item.archived.is_some() => Ok(About::Archived(item.text.clone())),
        Body::PlanItem(_) => Ok(About::Here),
        Body::Deleted(Kind::PlanItem) => Ok(About::Deleted),
        _ => Err(other()),
    }
}

/// How an entry stands to what is here under its id.
fn standing(here: &Workspace, id: RecordId, entry: &Progress) -> Result<Standing, Fault> {
    if here.id() == id.into() {
        return Err(Fault::at("", "its id is that of the area"));
    }
    let Some(there) = here.records().get(id) else { return Ok(Standing::New) };
    let is_same = |record: &Arc<Record>| matches!(&record.body, Body::Progress(there) if there == entry);
    match &there.shown().body {
        _ if there.iter().any(is_same) => Ok(Standing::Known),
        Body::Deleted(Kind::Progress) => Ok(Standing::Gone),
        Body::Progress(_) => Err(Fault::at("", "it is here already in other words, which stay")),
        _ => Err(Fault::at("", "something else is kept under its id")),
    }
}

/// The count of a report in which an entry belongs.
fn slot(standing: &Standing) -> fn(&mut UpdateTally) -> &mut usize {
    match standing {
        Standing::New => |tally| &mut tally.added,
        Standing::Known => |tally| &mut tally.known,
        Standing::Gone => |tally| &mut tally.gone,
    }
}
