//! Named edits about reports that are kept as they are.

use std::cmp::Reverse;

use super::{Edit, EditError, Workspace};
use crate::domain::frozen_report::FrozenReport;
use crate::domain::ids::RecordId;
use crate::domain::record::{Body, Kind};

impl Workspace {
    /// Keeps a report as it is. Freezing under an id that is taken changes nothing: what is frozen stays.
    pub fn freeze_report(&mut self, id: RecordId, frozen: FrozenReport) -> Edit {
        if self.body(id).is_some() {
            return Edit::named("Freeze a report");
        }
        self.put("Freeze a report", [(id, Body::FrozenReport(frozen))])
    }

    /// Removes a frozen report; undo brings it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn delete_frozen_report(&mut self, id: RecordId) -> Result<Edit, EditError> {
        self.frozen_report(id).ok_or(EditError::NotHere("the report"))?;
        Ok(self.put("Remove a frozen report", [(id, Body::Deleted(Kind::FrozenReport))]))
    }

    /// The frozen reports, the latest first.
    pub fn frozen_reports(&self) -> Vec<(RecordId, &FrozenReport)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::FrozenReport)
            .filter_map(|(id, body)| match body {
                Body::FrozenReport(frozen) => Some((id, frozen)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, frozen)| (Reverse((frozen.on, frozen.recorded)), *id));
        all
    }

    /// The frozen report of this id.
    pub fn frozen_report(&self, id: RecordId) -> Option<&FrozenReport> {
        match self.body(id)? {
            Body::FrozenReport(frozen) => Some(frozen),
            _ => None,
        }
    }
}
