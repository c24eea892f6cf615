//! A table's place in an exercise: what a table gets, and what its device keeps of that.
//!
//! A table's device keeps the exercise and its sheet in a workspace of its own, whose id follows from the area and the exercise.
//! So what a table places never meets the area itself before its file comes back.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::area::Area;
use super::exercise::Exercise;
use super::ids::{ExerciseId, RecordId, ReplicaId, WorkspaceId};
use super::record::{Body, Record};
use super::rest::Rest;
use super::stamp::Stamp;

/// How the name of the file that tables get starts.
pub const EXERCISE_FILE: &str = "rainbow-exercise-";

/// How the name of a file that a table gives back starts.
pub const TABLE_FILE: &str = "rainbow-table-";

/// That a table sorts at this device.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seat {
    /// The area whose exercise it is.
    pub area: WorkspaceId,
    /// Its name.
    pub area_name: String,
    /// The exercise.
    pub exercise: ExerciseId,
    /// When the file for the tables was made: of several the latest counts.
    pub made: DateTime<Utc>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What a table gets: the exercise, and nothing else of the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// Whose exercise it is.
    pub seat: Seat,
    /// The exercise.
    pub exercise: Exercise,
}

impl Seat {
    /// The workspace in which the table's device keeps it.
    pub fn workspace(&self) -> WorkspaceId {
        let digest = Sha256::new_with_prefix("table/").chain_update(self.area.0).chain_update(self.exercise.0);
        WorkspaceId(RecordId::from_digest(&digest.finalize().into()).0)
    }

    /// Who made the records that came with the file, as stamps name them. Nobody edits as this replica.
    fn replica(&self) -> ReplicaId {
        let (high, low) = self.workspace().0.as_u64_pair();
        ReplicaId(high ^ low)
    }
}

impl Seating {
    /// The records of the table's workspace but for the seat itself. Their stamps follow from when the file was made, so that the
    /// latest file counts in whatever order files come.
    pub fn records(&self) -> Vec<Arc<Record>> {
        let workspace = self.seat.workspace();
        let made = u64::try_from(self.seat.made.timestamp_millis()).unwrap_or_default().max(1);
        let stamp = Stamp::from_counts([(self.seat.replica(), made)]);
        let name = format!("{}: {}", self.seat.area_name, self.exercise.title);
        let area = (workspace.into(), Body::Area(Area::named(&name)));
        let exercise = (self.seat.exercise.into(), Body::Exercise(self.exercise.clone()));
        let records = [area, exercise].into_iter();
        records.map(|(id, body)| Arc::new(Record { id, stamp: stamp.clone(), body })).collect()
    }
}

/// The record of a table's workspace that holds the seat: always the same one.
pub fn seat_record(workspace: WorkspaceId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("table-seat/").chain_update(workspace.0).finalize().into())
}
