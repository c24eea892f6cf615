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
    /// The file is the survey that was handed out, sent back without answers.
    SurveyNotAnswers,
    /// The file belongs to another area than the one that files are taken into.
    OtherArea,
    /// The file answers a survey of an area that is not on this device.
    AreaNotHere,
    /// The file belongs to a round that is not here.
    RoundNotHere,
    /// The file answers a questionnaire that its round did not hand out, as far as is known here.
    OtherSurvey {
        /// The title of the round.
        round: String,
    },
    /// The file is a benchmark, and there is no area to take it into.
    NoAreaForBenchmark,
    /// The file is this area's own benchmark.
    OwnBenchmark,
    /// The file is a benchmark that measures with another framework.
    OtherFramework {
        /// The version of its wording.
        theirs: String,
        /// The version of the wording here.
        ours: String,
    },
    /// The file is what a lead was asked, sent back without what they report.
    RequestNotReport,
    /// The file reports on a plan of an area that is not on this device.
    ReportedAreaNotHere,
    /// The file reports on a plan that is not here.
    PlanNotHere {
        /// Its title.
        title: String,
    },
    /// The file is the exercise that tables get, without what a table placed.
    ExerciseNotSheet,
    /// The file is of a table that took part in an exercise which is not here.
    ExerciseNotHere,
    /// The file is an archive that can't be opened, with the reason as a sentence.
    Archive(&'static str),
    /// The browser did not let the page read a folder that was dropped, or a file of it, in the browser's words.
    Folder(String),
    /// There are more files than are taken at once.
    TooMany,
    /// The browser could not read the file, in the browser's words.
    Unreadable(String),
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
    /// A response stands twice in the file.
    Repeated {
        /// Which, counted from 1 in the file.
        place: usize,
    },
    /// A response or an entry that can't be taken, while the others of the file can.
    Damaged(Fault),
    /// An entry is about an action that was archived here.
    AboutArchived {
        /// Which entry, counted from 1 in the file.
        place: usize,
        /// The start of the action's words.
        text: String,
    },
    /// An entry is about an action that was deleted here.
    AboutDeleted {
        /// Which entry, counted from 1 in the file.
        place: usize,
    },
    /// Something in a response that is not known here or was left out, while the rest of it is taken.
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
            Self::SurveyNotAnswers => f.write_str(
                "This is the survey, not the answers. Ask for the file whose name starts rainbow-response-.",
            ),
            Self::OtherArea => f.write_str(
                "This file belongs to another area. Open that area, and choose the file there.",
            ),
            Self::AreaNotHere => f.write_str(
                "These are answers to a survey of an area that is not on this device. Open the area first.",
            ),
            Self::RoundNotHere => f.write_str(
                "These are answers to a round that is not in this area. Open the file of the area that it was opened in.",
            ),
            Self::OtherSurvey { round } => write!(
                f,
                "These are answers to another issue of the questionnaire than \u{201c}{round}\u{201d} handed out. Open the file of the area that handed it out first."
            ),
            Self::NoAreaForBenchmark => f.write_str(
                "This is a benchmark: another area\u{2019}s figures to put beside your own. Open your area first, and choose the file there.",
            ),
            Self::OwnBenchmark => f.write_str(
                "This is the benchmark that this area gave away itself. Choose the files that other areas sent you.",
            ),
            Self::OtherFramework { theirs, ours } => write!(
                f,
                "This benchmark measures with another framework (version \u{201c}{theirs}\u{201d}) than this area (version \u{201c}{ours}\u{201d}), so its figures can\u{2019}t be put beside yours."
            ),
            Self::RequestNotReport => f.write_str(
                "This is the file that asks a lead, without what they report. Ask for the file whose name starts rainbow-progress-.",
            ),
            Self::ReportedAreaNotHere => f.write_str(
                "This reports on a plan of an area that is not on this device. Open the area first.",
            ),
            Self::PlanNotHere { title } => write!(
                f,
                "This reports on the plan \u{201c}{title}\u{201d}, which is not in this area. Nothing was changed; keep the file until the plan is here."
            ),
            Self::ExerciseNotSheet => f.write_str(
                "This is the exercise that tables get, without what a table placed or noted. Ask for the file whose name starts rainbow-table-.",
            ),
            Self::ExerciseNotHere => f.write_str(
                "This is a table\u{2019}s part of an exercise that is not here. Open the area whose exercise it is first.",
            ),
            Self::Archive(reason) => f.write_str(reason),
            Self::Folder(words) => write!(
                f,
                "The browser did not let Rainbow read what was dropped here ({words}). Choose the folder by \u{201c}Choose a whole folder\u{201d}, or the files in it."
            ),
            Self::TooMany => f.write_str("There are more files than Rainbow takes at once. Choose the folder with the responses alone."),
            Self::Unreadable(words) => write!(
                f,
                "The browser could not read this file ({words}). Check that it is still there and choose it again."
            ),
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
            Self::Repeated { place } => {
                write!(f, "Response {place} stands in this file twice. It counts once.")
            }
            Self::Damaged(fault) => write!(f, "Not taken: {fault}."),
            Self::AboutArchived { place, text } => {
                write!(f, "Entry {place} is about an action that was archived here, \u{201c}{text}\u{201d}. It is kept with that action.")
            }
            Self::AboutDeleted { place } => write!(
                f,
                "Entry {place} is about an action that was deleted here. It is kept, and shows if the action is brought back."
            ),
            Self::Clash { place } => {
                write!(f, "Response {place} is here already with other answers. Both are kept; one of them counts.")
            }
            Self::Fault(fault) => write!(f, "Please note: {fault}."),
        }
    }
}
