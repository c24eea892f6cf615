//! The envelope around every file: what it is, which version, when and by what it was made, and a checksum of its data.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::problem::{Fault, ReadError};
use super::wire::moment_text;

/// The version of the files that this Rainbow writes, and the newest that it reads.
pub const VERSION: u64 = 1;

/// The name by which files of Rainbow are known.
const FORMAT: &str = "rainbow";

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A whole workspace.
    Workspace,
    /// A survey to hand out.
    Survey,
    /// Responses to a survey.
    Responses,
    /// The figures that an area gave away.
    Benchmark,
    /// What the lead of actions is asked, or reports.
    PlanUpdate,
    /// An exercise for tables, or what they give back of one.
    TableSheets,
}

/// A file that was opened: known to be of Rainbow, with its data still as text.
pub struct Opened<'a> {
    /// What it holds.
    pub kind: FileKind,
    /// The data, as written.
    pub data: &'a str,
    /// Whether the data is what it was when the file was made. A file without a checksum counts as changed.
    pub intact: bool,
}

impl FileKind {
    /// All kinds of files.
    pub const ALL: [Self; 6] =
        [Self::Workspace, Self::Survey, Self::Responses, Self::Benchmark, Self::PlanUpdate, Self::TableSheets];

    /// The word for the kind in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Survey => "survey",
            Self::Responses => "responses",
            Self::Benchmark => "benchmark",
            Self::PlanUpdate => "plan-update",
            Self::TableSheets => "table-sheets",
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u64,
    kind: &'a str,
    exported: String,
    by: By,
    checksum: String,
    data: &'a RawValue,
}

#[derive(Serialize)]
struct By {
    app: &'static str,
    version: &'static str,
}

#[derive(Deserialize)]
struct Read<'a> {
    format: Option<String>,
    version: Option<u64>,
    kind: Option<String>,
    checksum: Option<String>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}

/// Puts data into an envelope.
///
/// # Errors
/// Only if `data` is not JSON, which no data of ours is.
pub fn seal(kind: FileKind, data: &str, exported: DateTime<Utc>) -> Result<String, Fault> {
    let not_json = |error: serde_json::Error| Fault::at("", error.to_string());
    let written = Written {
        format: FORMAT,
        version: VERSION,
        kind: kind.word(),
        exported: moment_text(exported),
        by: By { app: "Rainbow", version: env!("CARGO_PKG_VERSION") },
        checksum: checksum(data),
        data: serde_json::from_str(data).map_err(not_json)?,
    };
    serde_json::to_string_pretty(&written).map(|text| text + "\n").map_err(not_json)
}

/// Opens an envelope.
///
/// # Errors
/// What the file is instead of one of Rainbow, or what keeps it from being read.
pub fn open(text: &str) -> Result<Opened<'_>, ReadError> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.is_empty() {
        return Err(ReadError::Empty);
    }
    if text.starts_with('<') {
        return Err(ReadError::WebPage);
    }
    if parts(text) > MOST_PARTS {
        return Err(ReadError::TooManyParts);
    }
    let read: Read = serde_json::from_str(text).map_err(|error| {
        // A text that is JSON, but no object with our fields, is another program's.
        if error.is_data() { ReadError::NotRainbow } else { ReadError::from_json(&error) }
    })?;
    if read.format.as_deref() != Some(FORMAT) {
        return Err(ReadError::NotRainbow);
    }
    let version = read.version.ok_or(ReadError::NotRainbow)?;
    if version > VERSION {
        return Err(ReadError::Newer { version });
    }
    let word = read.kind.ok_or(ReadError::NotRainbow)?;
    let kind = FileKind::ALL.into_iter().find(|kind| kind.word() == word);
    let kind = kind.ok_or_else(|| ReadError::UnknownKind(super::wire::shown(&word)))?;
    let data = read.data.ok_or_else(|| Fault::at("", "it has no data"))?.get();
    Ok(Opened { kind, data, intact: read.checksum.is_some_and(|stated| stated == checksum(data)) })
}

/// How many values a file may be made of. What is not understood is kept value by value, each of which takes many times the
/// room that it took in the file: the browser's memory would run out, which nothing in the app could tell of any more.
const MOST_PARTS: usize = 20_000_000;

/// How many values a JSON text is made of at most: each but the first comes after a bracket or a comma.
fn parts(text: &str) -> usize {
    let (mut count, mut in_string, mut is_escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' | b',' if !in_string => count = count.saturating_add(1),
            _ => {}
        }
    }
    count
}

/// SHA-256 of the data as written.
fn checksum(data: &str) -> String {
    let digest: [u8; 32] = Sha256::digest(data.as_bytes()).into();
    digest.iter().fold("sha256:".to_owned(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_outside_of_strings() {
        assert_eq!(parts(r#"{"a,[{": ["\",[", "\\", 1], "b": {}}"#), 6);
        assert_eq!(parts("1"), 0);
    }

    #[test]
    fn a_file_of_more_parts_than_memory_may_hold_is_refused_before_it_is_read() {
        let file = |count: usize| {
            let data = "0,".repeat(count) + "0";
            format!(r#"{{"format":"rainbow","version":1,"kind":"workspace","data":[{data}]}}"#)
        };
        assert!(matches!(open(&file(MOST_PARTS)), Err(ReadError::TooManyParts)));
        assert!(open(&file(1_000)).is_ok());
    }
}
