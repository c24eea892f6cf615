//! Between the domain and files: the envelope, the wire types of version 1, import with its preview, taking many files at
//! once, and export.

pub mod answers_csv;
pub mod builtin;
mod carrying;
pub mod encoding;
pub mod envelope;
pub mod exercise_page;
pub mod export;
mod formula;
pub mod grid;
pub mod import;
pub mod plan_table;
pub mod preview;
pub mod problem;
pub mod record_text;
pub mod register_table;
pub mod returned_table;
#[cfg(feature = "schema")]
pub mod schema;
pub mod separated;
pub mod survey_file;
pub mod survey_link;
pub mod taking;
pub mod training_table;
pub mod unzip;
pub mod update_page;
pub mod wire;
pub mod zip;
