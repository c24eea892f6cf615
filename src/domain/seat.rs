//! A table's place in an exercise: what a table gets, and what its device keeps of that.
//!
//! A table's device keeps the exercise and what the table does in a workspace of its own, whose id follows from the area and the
//! exercise. So nothing of a table meets the area itself before its file comes back.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::area::Area;
use super::discussion::Discussion;
use super::exercise::Exercise;
use super::ids::{DiscussionId, ExerciseId, RecordId, ReplicaId, WorkspaceId};
use super::record::{Body, Record};
use super::rest::Rest;
use super::stamp::Stamp;

/// How the name of the file that tables get starts.
pub const EXERCISE_FILE: &str = "rainbow-exercise-";

/// How the name of a file that a table gives back starts.
pub const TABLE_FILE: &str = "rainbow-table-";

/// That a table takes part in an exercise at this device.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seat {
    /// The area whose exercise it is.
    pub area: WorkspaceId,
    /// Its name.
    pub area_name: String,
    /// What the table does.
    pub task: Task,
    /// What the table that discusses is called; empty until it says, and always where tables sort, whose sheets have names.
    pub table: String,
    /// When the file for the tables was made: of several the latest counts.
    pub made: DateTime<Utc>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What a table does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// It sorts cards.
    Sort(ExerciseId),
    /// It notes ideas under the arcs.
    Discuss(DiscussionId),
}

/// What a table gets: the exercise, and nothing else of the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    /// The area whose exercise it is.
    pub area: WorkspaceId,
    /// Its name.
    pub area_name: String,
    /// When the file for the tables was made: of several the latest counts.
    pub made: DateTime<Utc>,
    /// The exercise.
    pub given: Given,
}

/// An exercise as a table gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Cards to sort.
    Sort(ExerciseId, Exercise),
    /// A rainbow discussion, without the ideas that were noted elsewhere.
    Discuss(DiscussionId, Discussion),
}

impl Task {
    /// The record of the exercise.
    pub fn record(self) -> RecordId {
        match self {
            Self::Sort(id) => id.into(),
            Self::Discuss(id) => id.into(),
        }
    }
}

impl Given {
    /// What the table does.
    pub fn task(&self) -> Task {
        match self {
            Self::Sort(id, _) => Task::Sort(*id),
            Self::Discuss(id, _) => Task::Discuss(*id),
        }
    }

    /// What the exercise is called.
    pub fn title(&self) -> &str {
        match self {
            Self::Sort(_, exercise) => &exercise.title,
            Self::Discuss(_, discussion) => &discussion.title,
        }
    }

    fn body(&self) -> Body {
        match self {
            Self::Sort(_, exercise) => Body::Exercise(exercise.clone()),
            Self::Discuss(_, discussion) => Body::Discussion(discussion.clone()),
        }
    }
}

impl Seat {
    /// The workspace in which the table's device keeps it.
    pub fn workspace(&self) -> WorkspaceId {
        let digest = Sha256::new_with_prefix("table/").chain_update(self.area.0).chain_update(self.task.record().0);
        WorkspaceId(RecordId::from_digest(&digest.finalize().into()).0)
    }

    /// Who made the records that came with the file, as stamps name them. Nobody edits as this replica.
    fn replica(&self) -> ReplicaId {
        let (high, low) = self.workspace().0.as_u64_pair();
        ReplicaId(high ^ low)
    }
}

impl Seating {
    /// What the table's device keeps of where it takes part.
    pub fn seat(&self) -> Seat {
        Seat {
            area: self.area,
            area_name: self.area_name.clone(),
            task: self.given.task(),
            table: String::new(),
            made: self.made,
            rest: Rest::new(),
        }
    }

    /// The workspace in which the table's device keeps it.
    pub fn workspace(&self) -> WorkspaceId {
        self.seat().workspace()
    }

    /// The records of the table's workspace but for the seat itself. Their stamps follow from when the file was made, so that the
    /// latest file counts in whatever order files come.
    pub fn records(&self) -> Vec<Arc<Record>> {
        let seat = self.seat();
        let workspace = seat.workspace();
        let made = u64::try_from(self.made.timestamp_millis()).unwrap_or_default().max(1);
        let stamp = Stamp::from_counts([(seat.replica(), made)]);
        let name = format!("{}: {}", self.area_name, self.given.title());
        let area = (workspace.into(), Body::Area(Area::named(&name)));
        let exercise = (seat.task.record(), self.given.body());
        let records = [area, exercise].into_iter();
        records.map(|(id, body)| Arc::new(Record { id, stamp: stamp.clone(), body })).collect()
    }
}

/// The record of a table's workspace that holds the seat: always the same one.
pub fn seat_record(workspace: WorkspaceId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("table-seat/").chain_update(workspace.0).finalize().into())
}
