//! Playing the files of an exercise: what a table gets opens in a workspace of its own, what it gives back are sheets of the area.

use super::report::{Outcome, SeatingWords};
use super::{Brought, Taking, What};
use crate::domain::record::Body;
use crate::domain::seat::Seating;
use crate::exchange::import::Batch;
use crate::exchange::problem::ReadError;

impl Taking {
    /// What a table gets goes into the workspace for that, and never into the area whose exercise it is.
    pub(super) fn play_seating(&mut self, at: usize, seating: Seating) -> Result<Outcome, ReadError> {
        let seat = &seating.seat;
        if self.here.id() == seat.area {
            return Err(ReadError::ExerciseNotSheet);
        }
        if self.here.id() != seat.workspace() {
            return Err(ReadError::OtherArea);
        }
        let batch = Batch { workspace: seat.workspace(), records: seating.records() };
        batch.fits(self.here.records())?;
        let words = SeatingWords {
            area: seat.area_name.clone(),
            title: seating.exercise.title.clone(),
            is_new: self.here.seat().is_none_or(|there| there.made < seat.made),
        };
        self.here.take_seating(&seating);
        self.known = None;
        self.records.push(Brought { file: at, what: What::Seating(Box::new(seating)) });
        Ok(Outcome::Seating(words))
    }

    /// The sheets of a table are records like any other, once their exercise is known to be here.
    pub(super) fn play_sheets(&mut self, at: usize, batch: Batch) -> Result<Outcome, ReadError> {
        if batch.workspace != self.here.id() {
            return Err(ReadError::OtherArea);
        }
        if self.here.area().is_none() {
            return Err(ReadError::ExerciseNotHere);
        }
        let is_unknown =
            |body: &Body| matches!(body, Body::TableSheet(sheet) if self.here.exercise(sheet.exercise).is_none());
        if batch.records.iter().any(|record| is_unknown(&record.body)) {
            return Err(ReadError::ExerciseNotHere);
        }
        self.play_records(at, batch, None)
    }
}
