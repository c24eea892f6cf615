//! All versions of a record as the text that stores keep.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::problem::Fault;
use super::wire::record::RecordWire;
use crate::domain::ids::{RecordId, ReplicaId};
use crate::domain::record::{Record, Versions};
use crate::domain::stamp::Stamp;

/// The versions of a record as text.
///
/// # Errors
/// Only if JSON itself refuses a body, which no body of ours brings about.
pub fn write(versions: &Versions) -> Result<String, Fault> {
    let wires: Result<Vec<_>, _> = versions.iter().map(|version| RecordWire::spell(version)).collect();
    wires.and_then(|wires| serde_json::to_string(&wires)).map_err(|error| Fault::at("", error.to_string()))
}

/// Reads the versions back.
///
/// # Errors
/// What is wrong with the text; a text is read whole or not at all.
pub fn read(text: &str) -> Result<Vec<Arc<Record>>, Fault> {
    let wires: Vec<RecordWire> = serde_json::from_str(text).map_err(|error| Fault::at("", error.to_string()))?;
    wires.into_iter().map(|wire| wire.read().map(Arc::new)).collect()
}

/// What can be told of a text that could not be read, if it has the outline of one: the id and the stamp of each of its
/// versions. `None` when it has not, as a text that was cut short or overwritten. A newer Rainbow's text has it.
pub fn outline(text: &str) -> Option<Vec<(RecordId, Stamp)>> {
    #[derive(Deserialize)]
    struct Outline {
        id: String,
        stamp: BTreeMap<String, u64>,
    }
    let outlines: Vec<Outline> = serde_json::from_str(text).ok()?;
    let read = |outline: Outline| {
        let counts = outline.stamp.iter().map(|(replica, count)| Some((ReplicaId::parse(replica)?, *count)));
        Some((RecordId::parse(&outline.id)?, Stamp::from_counts(counts.collect::<Option<Vec<_>>>()?)))
    };
    let outlines: Vec<_> = outlines.into_iter().map(read).collect::<Option<_>>()?;
    (!outlines.is_empty()).then_some(outlines)
}
