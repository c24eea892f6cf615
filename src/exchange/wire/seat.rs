//! That a table sorts at this device, spelled for the stores.

use serde::{Deserialize, Serialize};

use super::{Rest, id, moment, moment_text};
use crate::domain::ids::{ExerciseId, WorkspaceId};
use crate::domain::seat::Seat;
use crate::exchange::problem::Fault;

/// That a table sorts at this device.
#[derive(Serialize, Deserialize)]
pub struct SeatWire {
    area: String,
    area_name: String,
    exercise: String,
    made: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Seat> for SeatWire {
    fn from(seat: &Seat) -> Self {
        Self {
            area: seat.area.to_string(),
            area_name: seat.area_name.clone(),
            exercise: seat.exercise.to_string(),
            made: moment_text(seat.made),
            rest: seat.rest.clone(),
        }
    }
}

impl TryFrom<SeatWire> for Seat {
    type Error = Fault;

    fn try_from(wire: SeatWire) -> Result<Self, Fault> {
        Ok(Self {
            area: id(&wire.area, WorkspaceId::parse, "the area")?,
            area_name: wire.area_name,
            exercise: id(&wire.exercise, ExerciseId::parse, "the exercise")?,
            made: moment(&wire.made, "the time it was made")?,
            rest: wire.rest,
        })
    }
}
