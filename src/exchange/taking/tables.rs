//! Playing the files of an exercise: what a table gets opens in a workspace of its own, what it gives back are sheets and ideas of the area.

use super::report::{Outcome, SeatingWords};
use super::{Brought, Taking, What};
use crate::domain::record::Body;
use crate::domain::seat::Seating;
use crate::exchange::import::Batch;
use crate::exchange::problem::ReadError;

impl Taking {
    /// What a table gets goes into the workspace for that, and never into the area whose exercise it is.
    pub(super) fn play_seating(&mut self, at: usize, seating: Seating) -> Result<Outcome, ReadError> {
        if self.here.id() == seating.area {
            return Err(ReadError::ExerciseNotSheet);
        }
        if self.here.id() != seating.workspace() {
            return Err(ReadError::OtherArea);
        }
        let batch = Batch { workspace: seating.workspace(), records: seating.records() };
        batch.fits(self.here.records())?;
        let words = SeatingWords {
            area: seating.area_name.clone(),
            title: seating.given.title().to_owned(),
            is_new: self.here.seat().is_none_or(|there| there.made < seating.made),
        };
        self.here.take_seating(&seating);
        self.known = None;
        self.records.push(Brought { file: at, what: What::Seating(Box::new(seating)) });
        Ok(Outcome::Seating(words))
    }

    /// What a table gives back are records like any other, once their exercise is known to be here.
    pub(super) fn play_sheets(&mut self, at: usize, batch: Batch) -> Result<Outcome, ReadError> {
        if batch.workspace != self.here.id() {
            return Err(ReadError::OtherArea);
        }
        if self.here.area().is_none() {
            return Err(ReadError::ExerciseNotHere);
        }
        let is_unknown = |body: &Body| match body {
            Body::TableSheet(sheet) => self.here.exercise(sheet.exercise).is_none(),
            Body::Idea(idea) => self.here.discussion(idea.discussion).is_none(),
            _ => false,
        };
        if batch.records.iter().any(|record| is_unknown(&record.body)) {
            return Err(ReadError::ExerciseNotHere);
        }
        self.play_records(at, batch, None)
    }
}
