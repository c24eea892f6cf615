//! Named edits on the device of a lead who was asked how their actions go: opening what they are asked, and reporting on it.
//!
//! What was reported is one entry an item, which can be changed until a file was made of it. From then on it may have been sent,
//! so a change is another entry: whoever has both reads the latter as the newer.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Edit, EditError, Workspace};
use crate::domain::ids::{ItemId, RecordId};
use crate::domain::plan::Progress;
use crate::domain::record::{Body, Kind, Record};
use crate::domain::update_request::{Asking, UpdateRequest, update_request_record};

/// What is said when nobody asked this device for progress.
const REQUEST: EditError = EditError::NotHere("the request");

impl Workspace {
    /// Opens what a lead is asked, or the same request once more. An older one than is here changes nothing. Entries from here
    /// that whoever asks does not know yet stay, and are sent with the next file.
    pub fn take_asking(&mut self, asking: &Asking) -> Edit {
        let there = self.update_request().cloned();
        if there.as_ref().is_some_and(|there| there.made > asking.request.made) {
            return Edit::named("Open a request");
        }
        // An entry that is here already was written here, or came with an earlier request.
        let here: BTreeSet<RecordId> = self.bodies(&Kind::Progress).map(|(id, _)| id).collect();
        let records = asking.records().into_iter().filter(|record| !here.contains(&record.id));
        let records: Vec<_> = records.collect();
        let mut edit = self.take_in("Open a request", records);
        if there.as_ref().is_none_or(|there| there.made < asking.request.made) {
            let came = asking.request.replica();
            let gone =
                |record: &&Arc<Record>| record.stamp.count(came) > 0 && !asking.request.known.contains(&record.id);
            let gone: Vec<RecordId> =
                self.records.of_kind(&Kind::Progress).filter(gone).map(|record| record.id).collect();
            let gone = gone.into_iter().map(|id| (id, Body::Deleted(Kind::Progress)));
            edit = edit.then(self.put("Open a request", gone));
            let unknown = self.bodies(&Kind::Progress).map(|(id, _)| id);
            let earlier = unknown.filter(|id| !asking.request.known.contains(id)).collect();
            let reporter = there.map_or_else(|| asking.request.reporter.clone(), |there| there.reporter);
            let request = UpdateRequest { reporter, earlier, ..asking.request.clone() };
            edit = edit.then(self.put_request(request));
        }
        edit.not_for_undoing()
    }

    /// What the lead at this device was asked, if that is what this workspace is for.
    pub fn update_request(&self) -> Option<&UpdateRequest> {
        match self.body(update_request_record(self.id))? {
            Body::UpdateRequest(request) => Some(request),
            _ => None,
        }
    }

    /// What the lead has reported about an item since they were asked, with its record.
    pub fn own_entry(&self, item: ItemId) -> Option<(RecordId, &Progress)> {
        let request = self.update_request()?;
        self.to_send().into_iter().rev().find(|(id, entry)| entry.item == item && !request.earlier.contains(id))
    }

    /// The entries that go into the file that is sent back, in the order in which they were written: all that whoever asked
    /// did not have. Empty where nobody was asked.
    pub fn to_send(&self) -> Vec<(RecordId, &Progress)> {
        let Some(request) = self.update_request() else { return Vec::new() };
        let mut own: Vec<(RecordId, &Progress)> = self
            .bodies(&Kind::Progress)
            .filter_map(|(id, body)| match body {
                Body::Progress(entry) if !request.known.contains(&id) => Some((id, entry)),
                _ => None,
            })
            .collect();
        own.sort_by_key(|(id, entry)| (entry.on, entry.recorded, *id));
        own
    }

    /// Reports on an item, in place of what was reported before in answer to this request. An entry that says nothing takes that
    /// back. `fresh` is the record of a new entry.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if nobody asked, or the item is not here.
    pub fn say_progress(&mut self, fresh: RecordId, entry: Progress) -> Result<Edit, EditError> {
        let request = self.update_request().ok_or(REQUEST)?;
        self.item(entry.item).ok_or(EditError::NotHere("the action"))?;
        let by = request.reporter.clone();
        let given = request.given.clone();
        let there = self.own_entry(entry.item).map(|(id, there)| (id, there.clone()));
        let entry = Progress { by, ..entry };
        let says_same =
            |there: &Progress| Progress { on: entry.on, recorded: entry.recorded, ..there.clone() } == entry;
        if there.as_ref().is_some_and(|(_, there)| says_same(there)) {
            return Ok(Edit::named("Report progress"));
        }
        let mut bodies = Vec::new();
        let is_given = there.as_ref().is_some_and(|(id, _)| given.contains(id));
        let says_something = entry.says_something();
        if let Some((id, _)) = there.as_ref().filter(|_| is_given || !says_something) {
            bodies.push((*id, Body::Deleted(Kind::Progress)));
        }
        if says_something {
            let id = there.filter(|_| !is_given).map_or(fresh, |(id, _)| id);
            bodies.push((id, Body::Progress(entry)));
        }
        Ok(Edit { goes_on: true, ..self.put("Report progress", bodies) })
    }

    /// Says who reports, in what has not gone into a file yet too.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if nobody asked.
    pub fn set_reporter(&mut self, reporter: &str) -> Result<Edit, EditError> {
        let request = UpdateRequest { reporter: reporter.to_owned(), ..self.update_request().ok_or(REQUEST)?.clone() };
        let open =
            self.to_send().into_iter().filter(|(id, _)| !request.given.contains(id) && !request.earlier.contains(id));
        let entries: Vec<_> = open
            .map(|(id, entry)| (id, Body::Progress(Progress { by: reporter.to_owned(), ..entry.clone() })))
            .collect();
        let said = self.put("Say who reports", entries);
        Ok(said.then(self.put_request(request)))
    }

    /// Notes that a file was made of all that there is to send.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if nobody asked.
    pub fn note_given(&mut self) -> Result<Edit, EditError> {
        let mut request = self.update_request().ok_or(REQUEST)?.clone();
        request.given.extend(self.to_send().into_iter().map(|(id, _)| id));
        Ok(self.put_request(request).not_for_undoing())
    }

    fn put_request(&mut self, request: UpdateRequest) -> Edit {
        self.put("Open a request", [(update_request_record(self.id), Body::UpdateRequest(request))])
    }
}
