//! The JSON Schema of Rainbow's files, generated from the wire types.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

use super::envelope::{FileKind, VERSION};
use super::import::RecordsWire;
use super::wire::benchmark::BenchmarkFileWire;
use super::wire::response::ResponsesWire;
use super::wire::table_file::TableFileWire;
use super::wire::update::PlanUpdateWire;

/// The schema of version 1 as JSON text, as it ships in `public/schema/rainbow-1.json`.
///
/// # Errors
/// Only if JSON itself refuses the schema.
pub fn json() -> Result<String, serde_json::Error> {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let records = generator.subschema_for::<RecordsWire>();
    let responses = generator.subschema_for::<ResponsesWire>();
    let benchmark = generator.subschema_for::<BenchmarkFileWire>();
    let update = generator.subschema_for::<PlanUpdateWire>();
    let tables = generator.subschema_for::<TableFileWire>();
    let data = FileKind::ALL.map(|kind| {
        let data = match kind {
            FileKind::Workspace | FileKind::Survey => &records,
            FileKind::Responses => &responses,
            FileKind::Benchmark => &benchmark,
            FileKind::PlanUpdate => &update,
            FileKind::TableSheets => &tables,
        };
        serde_json::json!({
            "if": { "properties": { "kind": { "const": kind.word() } } },
            "then": { "properties": { "data": data } },
        })
    });
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of Rainbow, version 1",
        "type": "object",
        "required": ["format", "version", "kind", "exported", "checksum", "data"],
        "properties": {
            "format": { "const": "rainbow" },
            "version": { "const": VERSION },
            "kind": { "enum": FileKind::ALL.map(FileKind::word) },
            "exported": { "type": "string", "format": "date-time" },
            "by": { "type": "object" },
            "checksum": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": "SHA-256 of the data as written." },
            "data": { "type": "object" },
        },
        "allOf": data,
        "$defs": generator.definitions(),
    });
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
