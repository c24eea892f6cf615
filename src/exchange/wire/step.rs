//! A step as it is spelled in the stores: what stood in each record before an edit, for undoing it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::{RecordWire, counts, stamp};
use super::{Rest, id, moment, moment_text};
use crate::domain::ids::{RecordId, ReplicaId, TabId};
use crate::domain::record::{Body, Record};
use crate::domain::stamp::Stamp;
use crate::domain::step::{Part, Step};
use crate::exchange::problem::Fault;

/// What an edit did on this device.
#[derive(Serialize, Deserialize)]
pub struct StepWire {
    name: String,
    tab: String,
    by: String,
    at: String,
    number: u64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    undone: bool,
    parts: Vec<PartWire>,
    #[serde(flatten)]
    rest: Rest,
}

/// What it did to a record.
#[derive(Serialize, Deserialize)]
struct PartWire {
    record: String,
    /// The bodies that stood there, each as a version that has seen nothing.
    stood: Vec<RecordWire>,
    from: BTreeMap<String, u64>,
    to: BTreeMap<String, u64>,
}

impl StepWire {
    /// Spells a step.
    ///
    /// # Errors
    /// Only if JSON itself refuses a body, which no body of ours brings about.
    pub fn spell(step: &Step) -> Result<Self, serde_json::Error> {
        let stood = |part: &Part| -> Result<Vec<RecordWire>, serde_json::Error> {
            let version = |body: &Body| Record { id: part.record, stamp: Stamp::default(), body: body.clone() };
            part.stood.iter().map(|body| RecordWire::spell(&version(body))).collect()
        };
        let parts = step.parts.iter().map(|part| {
            Ok(PartWire {
                record: part.record.to_string(),
                stood: stood(part)?,
                from: counts(&part.from),
                to: counts(&part.to),
            })
        });
        Ok(Self {
            name: step.name.clone(),
            tab: step.tab.to_string(),
            by: step.by.to_string(),
            at: moment_text(step.at),
            number: step.number,
            undone: step.undone,
            parts: parts.collect::<Result<_, serde_json::Error>>()?,
            rest: step.rest.clone(),
        })
    }

    /// Reads a step.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(self) -> Result<Step, Fault> {
        Ok(Step {
            name: self.name,
            tab: id(&self.tab, TabId::parse, "the tab")?,
            by: id(&self.by, ReplicaId::parse, "the replica")?,
            at: moment(&self.at, "the time it was made")?,
            number: self.number,
            undone: self.undone,
            parts: self.parts.into_iter().map(PartWire::read).collect::<Result<_, _>>()?,
            rest: self.rest,
        })
    }
}

impl PartWire {
    fn read(self) -> Result<Part, Fault> {
        let stood = self.stood.into_iter().map(|version| version.read().map(|version| version.body));
        Ok(Part {
            record: id(&self.record, RecordId::parse, "the record")?,
            stood: stood.collect::<Result<_, _>>()?,
            from: stamp(&self.from)?,
            to: stamp(&self.to)?,
        })
    }
}
