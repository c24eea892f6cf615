//! The words that a person wrote for a report or a letter: what the data can't know, such as the meeting or the financial
//! implications, and what they made of a draft.

use sha2::{Digest, Sha256};

use super::ids::{PlanId, RecordId, RoundId};
use super::rest::Rest;

/// What was written for one part of a report, or in place of a letter's draft.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReportText {
    /// What it is about.
    pub about: Subject,
    /// Which part it is.
    pub part: ReportPart,
    /// The words; empty if taken back.
    pub text: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What words are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A plan.
    Plan(PlanId),
    /// A round.
    Round(RoundId),
}

/// The parts of a report and of what goes out with a survey that a person writes.
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
    /// The Director's letter, which goes out with the survey of a round.
    Letter,
    /// The email that goes out with it.
    Email,
}

impl ReportPart {
    /// The parts of a progress report, in its order.
    pub const OF_PROGRESS: [Self; 7] = [
        Self::Meeting,
        Self::Author,
        Self::Decisions,
        Self::Financial,
        Self::People,
        Self::Equalities,
        Self::Safeguarding,
    ];

    /// All parts.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::OF_PROGRESS.into_iter().chain([Self::Letter, Self::Email])
    }

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
            Self::Letter => "letter",
            Self::Email => "email",
        }
    }
}

/// The record of a part's words: always the same one, wherever they are written.
pub fn report_text_record(about: Subject, part: ReportPart) -> RecordId {
    let id = match about {
        Subject::Plan(plan) => plan.0,
        Subject::Round(round) => round.0,
    };
    RecordId::from_digest(
        &Sha256::new_with_prefix("report-text/").chain_update(id).chain_update(part.word()).finalize().into(),
    )
}
