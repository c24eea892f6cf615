//! The files of an exercise as they are spelled: what a table gets, on its way out, and what it gives back.
//!
//! What a table gets and what it gives back is of some kind each, so that cards to sort and discussions travel the same way.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::discussion::{DiscussionWire, IdeaWire};
use super::exercise::ExerciseWire;
use super::record::{counts, stamp};
use super::table_sheet::TableSheetWire;
use super::{Rest, id, moment, moment_text};
use crate::domain::ids::{DiscussionId, ExerciseId, RecordId, WorkspaceId};
use crate::domain::record::{Body, Kind, Record};
use crate::domain::seat::{Given, Seat, Seating};
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
    /// A rainbow discussion to note ideas for.
    Discuss {
        /// The discussion.
        id: String,
        discussion: DiscussionWire,
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
    /// An idea that it noted under the arcs.
    Idea {
        /// The idea: a correction has the same.
        id: String,
        /// By replica: how many of its edits this version has seen. A correction has seen more.
        stamp: BTreeMap<String, u64>,
        /// Left out once the table deleted it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        idea: Option<IdeaWire>,
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
        let given = match &seating.given {
            Given::Sort(id, exercise) => GivenWire::Sort { id: id.to_string(), exercise: exercise.into() },
            Given::Discuss(id, discussion) => GivenWire::Discuss { id: id.to_string(), discussion: discussion.into() },
        };
        Self { given: Some(given), ..Self::of(&seating.seat()) }
    }

    /// Spells what a table gives back. Records that no table makes are left out.
    pub fn brought<'a>(seat: &Seat, records: impl Iterator<Item = &'a Arc<Record>>) -> Self {
        let spelled = |record: &Arc<Record>| {
            let (id, stamp) = (record.id.to_string(), counts(&record.stamp));
            match &record.body {
                Body::TableSheet(sheet) => Some(BroughtWire::Sheet { id, stamp, sheet: sheet.into() }),
                Body::Idea(idea) => Some(BroughtWire::Idea { id, stamp, idea: Some(idea.into()) }),
                Body::Deleted(Kind::Idea) => Some(BroughtWire::Idea { id, stamp, idea: None }),
                _ => None,
            }
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
        if let Some(given) = self.given {
            let given = given.read()?;
            return Ok(TableFile::Seating(Box::new(Seating { area: workspace, area_name: self.area, made, given })));
        }
        let read = |(brought, at): (BroughtWire, usize)| {
            let what = match &brought {
                BroughtWire::Sheet { .. } => "sheet",
                BroughtWire::Idea { .. } => "idea",
            };
            brought.read().map_err(|fault| fault.within(&format!("{what} {at}")))
        };
        let records: Vec<_> = self.brought.into_iter().zip(1_usize..).map(read).collect::<Result<_, _>>()?;
        let batch = Batch { workspace, records };
        batch.fits(&batch.records.iter().cloned().collect())?;
        Ok(TableFile::Brought(batch))
    }
}

impl GivenWire {
    fn read(self) -> Result<Given, Fault> {
        Ok(match self {
            Self::Sort { id: exercise, exercise: wire } => {
                Given::Sort(id(&exercise, ExerciseId::parse, "the exercise")?, wire.try_into()?)
            }
            Self::Discuss { id: discussion, discussion: wire } => {
                Given::Discuss(id(&discussion, DiscussionId::parse, "the discussion")?, wire.try_into()?)
            }
        })
    }
}

impl BroughtWire {
    fn read(self) -> Result<Arc<Record>, Fault> {
        let (record, counted, body) = match self {
            Self::Sheet { id, stamp, sheet } => (id, stamp, Body::TableSheet(sheet.try_into()?)),
            Self::Idea { id, stamp, idea: Some(idea) } => (id, stamp, Body::Idea(idea.try_into()?)),
            Self::Idea { id, stamp, idea: None } => (id, stamp, Body::Deleted(Kind::Idea)),
        };
        Ok(Arc::new(Record { id: id(&record, RecordId::parse, "the id")?, stamp: stamp(&counted)?, body }))
    }
}
