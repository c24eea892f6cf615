//! The files of an exercise as they are spelled: what a table gets, on its way out, and what it gives back.
//!
//! What a table gets and what it gives back is of some kind each, so that other things than sorting can travel the same way.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::exercise::ExerciseWire;
use super::record::{counts, stamp};
use super::table_sheet::TableSheetWire;
use super::{Rest, id, moment, moment_text};
use crate::domain::ids::{ExerciseId, RecordId, WorkspaceId};
use crate::domain::record::{Body, Record};
use crate::domain::seat::{Seat, Seating};
use crate::exchange::import::Batch;
use crate::exchange::problem::Fault;

/// The `data` of a file of an exercise.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TableFileWire {
    /// The area whose exercise it is.
    workspace: String,
    area: String,
    made: String,
    /// What a table gets; left out in a file that comes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    given: Option<GivenWire>,
    /// What a table gives back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    brought: Vec<BroughtWire>,
    #[serde(flatten)]
    rest: Rest,
}

/// What a table gets.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum GivenWire {
    /// Cards to sort.
    Sort {
        /// The exercise.
        id: String,
        exercise: ExerciseWire,
    },
}

/// Something that a table gives back.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum BroughtWire {
    /// What it placed where.
    Sheet {
        /// The sheet: a correction has the same.
        id: String,
        /// By replica: how many of its edits this version has seen. A correction has seen more.
        stamp: BTreeMap<String, u64>,
        sheet: TableSheetWire,
    },
}

/// What a file of an exercise holds.
pub enum TableFile {
    /// What a table gets.
    Seating(Box<Seating>),
    /// What a table gives back: versions of records of the area.
    Brought(Batch),
}

impl TableFileWire {
    /// Spells what a table gets.
    pub fn seating(seating: &Seating) -> Self {
        let Seating { seat, exercise } = seating;
        let given = GivenWire::Sort { id: seat.exercise.to_string(), exercise: exercise.into() };
        Self { given: Some(given), ..Self::of(seat) }
    }

    /// Spells what a table gives back. Records that no table makes are left out.
    pub fn brought<'a>(seat: &Seat, records: impl Iterator<Item = &'a Arc<Record>>) -> Self {
        let spelled = |record: &Arc<Record>| match &record.body {
            Body::TableSheet(sheet) => Some(BroughtWire::Sheet {
                id: record.id.to_string(),
                stamp: counts(&record.stamp),
                sheet: sheet.into(),
            }),
            _ => None,
        };
        Self { brought: records.filter_map(spelled).collect(), ..Self::of(seat) }
    }

    fn of(seat: &Seat) -> Self {
        Self {
            workspace: seat.area.to_string(),
            area: seat.area_name.clone(),
            made: moment_text(seat.made),
            given: None,
            brought: Vec::new(),
            rest: Rest::new(),
        }
    }

    /// Reads what the file holds.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(self) -> Result<TableFile, Fault> {
        let workspace = id(&self.workspace, WorkspaceId::parse, "the area")?;
        let made = moment(&self.made, "the time it was made")?;
        if let Some(GivenWire::Sort { id: exercise, exercise: wire }) = self.given {
            let exercise = id(&exercise, ExerciseId::parse, "the exercise")?;
            let seat = Seat { area: workspace, area_name: self.area, exercise, made, rest: Rest::new() };
            return Ok(TableFile::Seating(Box::new(Seating { seat, exercise: wire.try_into()? })));
        }
        let read =
            |(brought, at): (BroughtWire, usize)| brought.read().map_err(|fault| fault.within(&format!("sheet {at}")));
        let records: Vec<_> = self.brought.into_iter().zip(1_usize..).map(read).collect::<Result<_, _>>()?;
        let batch = Batch { workspace, records };
        batch.fits(&batch.records.iter().cloned().collect())?;
        Ok(TableFile::Brought(batch))
    }
}

impl BroughtWire {
    fn read(self) -> Result<Arc<Record>, Fault> {
        let Self::Sheet { id: record, stamp: counted, sheet } = self;
        let body = Body::TableSheet(sheet.try_into()?);
        Ok(Arc::new(Record { id: id(&record, RecordId::parse, "the id")?, stamp: stamp(&counted)?, body }))
    }
}
