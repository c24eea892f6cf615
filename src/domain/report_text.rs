//! The words that a person wrote for a report or a letter: what the data can't know, such as the meeting or the financial
//! implications, and what they made of a draft.

use sha2::{Digest, Sha256};

use super::ids::{PartId, PlanId, RecordId, RoundId};
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
    /// The draft that they were written in place of, by which it is known that its figures have changed since; empty where
    /// nothing is drafted.
    pub drafted: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What words are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The area as a whole.
    Area,
    /// A plan.
    Plan(PlanId),
    /// A round.
    Round(RoundId),
}

/// The reports that can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportKind {
    /// The Executive progress report of a plan.
    Progress,
    /// The summary report of a round.
    Summary,
    /// The feedback to the Board on a round.
    Board,
    /// The rainbow of a round as a poster.
    Poster,
    /// The proposal to use the tool.
    Proposal,
    /// The report on a conference.
    Conference,
    /// The annexes to a strategy.
    Strategy,
    /// What one lead answers for in a plan.
    LeadSheet,
    /// What children and young people said in a round, for them.
    ToldUs,
}

/// The parts of reports and of what goes out with a survey that a person writes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportPart {
    /// The Director's letter, which goes out with the survey of a round.
    Letter,
    /// The email that goes out with it.
    Email,
    /// A paragraph of a report, or a detail such as the meeting it goes to.
    Of(ReportKind, PartId),
}

impl ReportKind {
    /// All reports, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Summary,
        Self::Progress,
        Self::Board,
        Self::Poster,
        Self::Proposal,
        Self::Conference,
        Self::Strategy,
        Self::LeadSheet,
        Self::ToldUs,
    ];

    /// What the report is called where reports are offered.
    pub fn name(self) -> &'static str {
        match self {
            Self::Progress => "Executive progress report",
            Self::Summary => "Summary report",
            Self::Board => "Board feedback",
            Self::Poster => "Poster",
            Self::Proposal => "Proposal paper",
            Self::Conference => "Conference report",
            Self::Strategy => "Strategy pack",
            Self::LeadSheet => "A lead\u{2019}s own sheet",
            Self::ToldUs => "What you told us",
        }
    }

    /// The word for the report in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Summary => "summary",
            Self::Board => "board",
            Self::Poster => "poster",
            Self::Proposal => "proposal",
            Self::Conference => "conference",
            Self::Strategy => "strategy",
            Self::LeadSheet => "lead-sheet",
            Self::ToldUs => "told-us",
        }
    }

    /// The report of a word in files.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl ReportPart {
    /// The word for the part in files: "letter", "email", or the report and its part, such as "summary/purpose". The parts of a
    /// progress report stand without their report.
    pub fn word(&self) -> String {
        match self {
            Self::Letter => LETTER.to_owned(),
            Self::Email => EMAIL.to_owned(),
            Self::Of(ReportKind::Progress, part) => part.to_string(),
            Self::Of(kind, part) => format!("{}/{part}", kind.word()),
        }
    }

    /// The part of a word in files.
    pub fn of_word(word: &str) -> Option<Self> {
        match word.split_once('/') {
            Some((kind, part)) => Some(Self::Of(ReportKind::of_word(kind)?, PartId::parse(part)?)),
            None if word == LETTER => Some(Self::Letter),
            None if word == EMAIL => Some(Self::Email),
            None => Some(Self::Of(ReportKind::Progress, PartId::parse(word)?)),
        }
    }
}

const LETTER: &str = "letter";
const EMAIL: &str = "email";

/// The record of a part's words: always the same one, wherever they are written.
pub fn report_text_record(about: Subject, part: &ReportPart) -> RecordId {
    let digest = Sha256::new_with_prefix("report-text/");
    let digest = match about {
        Subject::Area => digest,
        Subject::Plan(plan) => digest.chain_update(plan.0),
        Subject::Round(round) => digest.chain_update(round.0),
    };
    RecordId::from_digest(&digest.chain_update(part.word()).finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_word_of_its_own_and_comes_back_from_it() {
        let mut words = Vec::new();
        let part = PartId::parse("purpose").unwrap();
        let of = ReportKind::ALL.into_iter().map(|kind| ReportPart::Of(kind, part.clone()));
        for part in of.chain([ReportPart::Letter, ReportPart::Email]) {
            let word = part.word();
            assert_eq!(ReportPart::of_word(&word), Some(part));
            assert!(!words.contains(&word), "{word}");
            words.push(word);
        }
        for odd in ["", "nowhere/purpose", "summary/", "Summary", "summary/purpose/more"] {
            assert_eq!(ReportPart::of_word(odd), None, "{odd}");
        }
    }
}
