//! Named edits on the device of a table that takes part in an exercise.

use std::sync::Arc;

use super::{Edit, Workspace};
use crate::domain::ids::SheetId;
use crate::domain::record::{Body, Record};
use crate::domain::seat::{Seat, Seating, seat_record};

impl Workspace {
    /// Opens what a table gets, or the same once more. An older file than is here changes nothing. What the table has placed
    /// stays.
    pub fn take_seating(&mut self, seating: &Seating) -> Edit {
        let there = self.seat().map(|there| there.made);
        if there.is_some_and(|there| there >= seating.seat.made) {
            return Edit::named("Open an exercise");
        }
        let came = self.take_in("Open an exercise", seating.records());
        let seat = self.put("Open an exercise", [(seat_record(self.id), Body::Seat(seating.seat.clone()))]);
        came.then(seat).not_for_undoing()
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
}
