//! All versions of a record as the text that stores keep.

use std::sync::Arc;

use super::problem::Fault;
use super::wire::record::RecordWire;
use crate::domain::record::{Record, Versions};

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
