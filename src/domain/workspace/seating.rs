//! Named edits on the device of a table that takes part in an exercise.

use std::sync::Arc;

use super::{Edit, EditError, Workspace};
use crate::domain::ids::SheetId;
use crate::domain::record::{Body, Kind, Record};
use crate::domain::seat::{Seat, Seating, seat_record};

impl Workspace {
    /// Opens what a table gets, or the same once more. An older file than is here changes nothing. What the table has placed
    /// stays.
    pub fn take_seating(&mut self, seating: &Seating) -> Edit {
        let there = self.seat().cloned();
        if there.as_ref().is_some_and(|there| there.made >= seating.made) {
            return Edit::named("Open an exercise");
        }
        let came = self.take_in("Open an exercise", seating.records());
        let table = there.map(|there| there.table).unwrap_or_default();
        let seat = Seat { table, ..seating.seat() };
        came.then(self.put("Open an exercise", [(seat_record(self.id), Body::Seat(seat))])).not_for_undoing()
    }

    /// Says which table discusses at this device from here on. Ideas that were noted before keep the table they have.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if no table takes part in an exercise here.
    pub fn name_seat(&mut self, table: &str) -> Result<Edit, EditError> {
        let seat = self.seat().ok_or(EditError::NotHere("the exercise"))?.clone();
        let seat = Seat { table: table.to_owned(), ..seat };
        Ok(self.put("Name the table", [(seat_record(self.id), Body::Seat(seat))]).not_for_undoing())
    }

    /// In which exercise a table takes part at this device, if that is what this workspace is for.
    pub fn seat(&self) -> Option<&Seat> {
        match self.body(seat_record(self.id))? {
            Body::Seat(seat) => Some(seat),
            _ => None,
        }
    }

    /// The versions of a table's sheet that go into its file: one, unless it was changed in two places at once.
    pub fn sheet_to_give(&self, id: SheetId) -> impl Iterator<Item = &Arc<Record>> {
        self.records.get(id.into()).into_iter().flat_map(|versions| versions.iter())
    }

    /// The versions of every idea that was noted at this device, deleted ones too, so that a later file takes back what an
    /// earlier one brought.
    pub fn ideas_to_give(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.records.iter().filter(|record| record.body.kind() == Kind::Idea)
    }
}
