//! Everything that can be wrong with a file, and the one place that puts it into words.

use std::fmt;

use chrono::NaiveDate;

/// Why a file could not be taken. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file is larger than any reader takes.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
    },
    /// The file is made of more values than memory may hold.
    TooManyParts,
    /// The file is empty.
    Empty,
    /// The file is not text in UTF-8.
    NotText,
    /// The file is a web page.
    WebPage,
    /// The file ends in the middle.
    Truncated,
    /// The file is not JSON.
    NotJson {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// The file is JSON, but of another program.
    NotRainbow,
    /// The file was made by a newer Rainbow.
    Newer {
        /// The version that it says.
        version: u64,
    },
    /// The file is of Rainbow but of a kind that this version does not know.
    UnknownKind(String),
    /// The file is nested more deeply than any Rainbow writes.
    TooDeep,
    /// Something in it is not as it has to be.
    Fault(Fault),
}

/// Something in a file that is not as it has to be, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, such as "response 3, statement identity-1".
    pub place: String,
    /// What is wrong there, as the end of a sentence, such as "the score is 6; a score is 1 to 5".
    pub what: String,
}

/// Something in a file that a person should know of, though the file can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The content is not what it was when the file was made.
    Changed,
    /// Records of kinds that only a newer Rainbow understands; they are kept untouched.
    Newer {
        /// How many.
        count: usize,
        /// The kind as spelled in the file.
        kind: String,
    },
    /// More of them, of further kinds.
    OtherNewer {
        /// How many.
        count: usize,
        /// Of how many kinds.
        kinds: usize,
    },
    /// Entries that are dated after today, as a computer whose clock is wrong makes them.
    Ahead {
        /// How many.
        count: usize,
        /// The latest day among them.
        latest: NaiveDate,
    },
    /// A response came with two contents under one revision.
    Clash {
        /// Which, counted from 1 in the file.
        place: usize,
    },
    /// Something in a response that the survey here does not know, kept out of the figures.
    Fault(Fault),
}

impl ReadError {
    /// What a JSON reader's error means to a person.
    pub(super) fn from_json(error: &serde_json::Error) -> Self {
        if error.is_eof() {
            Self::Truncated
        } else if error.to_string().starts_with("recursion limit") {
            Self::TooDeep
        } else {
            Self::NotJson { line: error.line(), column: error.column() }
        }
    }
}

impl Fault {
    /// A fault at a place.
    pub(super) fn at(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }

    /// The same fault, seen from further out.
    pub(super) fn within(self, outer: &str) -> Self {
        let place = if self.place.is_empty() { outer.to_owned() } else { format!("{outer}, {}", self.place) };
        Self { place, what: self.what }
    }
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(
                f,
                "This file is too large ({} MB). Rainbow reads files of up to {} MB.",
                bytes / 1_000_000,
                super::import::LARGEST_FILE / 1_000_000
            ),
            Self::TooManyParts => {
                f.write_str("This file is made of more parts than any Rainbow file. It was not made by Rainbow.")
            }
            Self::Empty => f.write_str("This file is empty. Ask whoever sent it to send it again."),
            Self::NotText => f.write_str("This is not a Rainbow file. Rainbow files are text and end in .json."),
            Self::WebPage => f.write_str("This is a web page, not a Rainbow file. Choose the file that ends in .json."),
            Self::Truncated => {
                f.write_str("This file is not complete: it ends in the middle. Ask whoever sent it to send it again.")
            }
            Self::NotJson { line, column } => {
                write!(
                    f,
                    "This file is damaged or is not a Rainbow file: it can\u{2019}t be read at line {line}, column {column}."
                )
            }
            Self::NotRainbow => f.write_str("This file comes from another program. Choose a file that Rainbow made."),
            Self::Newer { version } => {
                write!(f, "This file was made by a newer Rainbow (file version {version}). Open it with the newer one.")
            }
            Self::UnknownKind(kind) => {
                write!(f, "This Rainbow does not know files of the kind \u{201c}{kind}\u{201d}. A newer one may.")
            }
            Self::TooDeep => {
                f.write_str("This file is nested more deeply than any Rainbow file. It was not made by Rainbow.")
            }
            Self::Fault(fault) => write!(f, "This file can\u{2019}t be taken: {fault}."),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { f.write_str(&self.what) } else { write!(f, "in {}, {}", self.place, self.what) }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed => f.write_str(
                "The content was changed after Rainbow made this file. That can be right, for example if a comment was taken out before sending.",
            ),
            Self::Newer { count, kind } => {
                write!(f, "{count} of the kind \u{201c}{kind}\u{201d} can be read only by a newer Rainbow. They are kept as they are.")
            }
            Self::OtherNewer { count, kinds } => {
                write!(f, "{count} of {kinds} further kinds can be read only by a newer Rainbow. They are kept as they are.")
            }
            Self::Ahead { count, latest } => write!(
                f,
                "{} dated after today, up to {latest}. Check what made this file: the clock of that computer may be wrong.",
                if *count == 1 { "One entry is".to_owned() } else { format!("{count} entries are") }
            ),
            Self::Clash { place } => {
                write!(f, "Response {place} is here already with other answers. Both are kept; one of them counts.")
            }
            Self::Fault(fault) => write!(f, "Please note: {fault}."),
        }
    }
}
