//! Between the domain and files: the envelope, the wire types of version 1, import with its preview, and export.

pub mod builtin;
pub mod envelope;
pub mod export;
pub mod import;
pub mod preview;
pub mod problem;
pub mod record_text;
#[cfg(feature = "schema")]
pub mod schema;
pub mod survey_file;
pub mod wire;
pub mod zip;
