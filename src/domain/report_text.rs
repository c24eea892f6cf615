//! The words that a person wrote for a report: what the data can't know, such as the meeting or the financial implications.

use sha2::{Digest, Sha256};

use super::ids::{PlanId, RecordId};
use super::rest::Rest;

/// What was written for one part of a plan's progress report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReportText {
    /// The plan reported on.
    pub plan: PlanId,
    /// Which part of the report.
    pub part: ReportPart,
    /// The words; empty if taken back.
    pub text: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The parts of a progress report that a person writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportPart {
    /// The meeting it goes to, with its date.
    Meeting,
    /// Who reports, as a role.
    Author,
    /// What the meeting is asked to decide.
    Decisions,
    /// What it means for money.
    Financial,
    /// What it means for people.
    People,
    /// What it means for equalities.
    Equalities,
    /// What it means for safeguarding.
    Safeguarding,
}

impl ReportPart {
    /// All parts, in the order of the report.
    pub const ALL: [Self; 7] = [
        Self::Meeting,
        Self::Author,
        Self::Decisions,
        Self::Financial,
        Self::People,
        Self::Equalities,
        Self::Safeguarding,
    ];

    /// The word for the part in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Author => "author",
            Self::Decisions => "decisions",
            Self::Financial => "financial",
            Self::People => "people",
            Self::Equalities => "equalities",
            Self::Safeguarding => "safeguarding",
        }
    }
}

/// The record of a part's words: always the same one, wherever they are written.
pub fn report_text_record(plan: PlanId, part: ReportPart) -> RecordId {
    RecordId::from_digest(
        &Sha256::new_with_prefix("report-text/").chain_update(plan.0).chain_update(part.word()).finalize().into(),
    )
}
