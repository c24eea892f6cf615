//! That a table takes part in an exercise at this device, spelled for the stores.

use serde::{Deserialize, Serialize};

use super::{Rest, id, is_blank, moment, moment_text};
use crate::domain::ids::{DiscussionId, ExerciseId, WorkspaceId};
use crate::domain::seat::{Seat, Task};
use crate::exchange::problem::Fault;

/// That a table takes part in an exercise at this device.
#[derive(Serialize, Deserialize)]
pub struct SeatWire {
    area: String,
    area_name: String,
    #[serde(flatten)]
    task: TaskWire,
    /// What the table that discusses is called.
    #[serde(default, skip_serializing_if = "is_blank")]
    table: String,
    made: String,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum TaskWire {
    Exercise(String),
    Discussion(String),
}

impl From<&Seat> for SeatWire {
    fn from(seat: &Seat) -> Self {
        Self {
            area: seat.area.to_string(),
            area_name: seat.area_name.clone(),
            task: match seat.task {
                Task::Sort(id) => TaskWire::Exercise(id.to_string()),
                Task::Discuss(id) => TaskWire::Discussion(id.to_string()),
            },
            table: seat.table.clone(),
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
            task: match wire.task {
                TaskWire::Exercise(text) => Task::Sort(id(&text, ExerciseId::parse, "the exercise")?),
                TaskWire::Discussion(text) => Task::Discuss(id(&text, DiscussionId::parse, "the discussion")?),
            },
            table: wire.table,
            made: moment(&wire.made, "the time it was made")?,
            rest: wire.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_table_does_comes_back_as_it_was_kept() {
        for (task, table) in [("exercise", ""), ("discussion", r#""table":"Table 3","#)] {
            let text = format!(
                r#"{{"area":"00000000-0000-4000-8000-000000000001","area_name":"Fenshire","{task}":"00000000-0000-4000-8000-000000000002",{table}"made":"2009-12-04T09:00:00.000Z","lamp":"on"}}"#
            );
            let seat = Seat::try_from(serde_json::from_str::<SeatWire>(&text).unwrap()).unwrap();
            assert_eq!(matches!(seat.task, Task::Sort(_)), task == "exercise");
            assert_eq!(serde_json::to_string(&SeatWire::from(&seat)).unwrap(), text);
        }
    }
}
