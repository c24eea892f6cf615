//! A response in progress: who is answering, and one record a statement, so that two tabs never fight over a response.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::answer::Answer;
use super::ids::{RecordId, ResponseId, RoundId, SectorId, StaffGroupId, StatementId, SurveyHash, ThemeId};
use super::rest::Rest;

/// A response that a person has begun on this device. Its record id is the id that the response will have.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Draft {
    /// The round it is for.
    pub round: RoundId,
    /// The survey it answers.
    pub survey: SurveyHash,
    /// Who is answering, as far as asked.
    pub respondent: Respondent,
    /// When it was begun.
    pub begun: DateTime<Utc>,
    /// The theme that was on the screen last, to come back to.
    pub at: Option<ThemeId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Who is answering, as far as the survey asks. Nothing of it is ever required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Respondent {
    /// The sector they work in.
    pub sector: Option<SectorId>,
    /// Their staff group.
    pub staff_group: Option<StaffGroupId>,
    /// Their organisation, in their own words; empty if not said.
    pub organisation: String,
}

/// One answer of a response in progress.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DraftAnswer {
    /// The response in progress.
    pub draft: ResponseId,
    /// The statement.
    pub statement: StatementId,
    /// What was said to it.
    pub answer: Answer,
    /// A comment on it; empty if none.
    pub comment: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The record that holds a draft's answer to a statement: always the same one, in whichever tab it is answered.
pub fn draft_answer_record(draft: ResponseId, statement: &StatementId) -> RecordId {
    let digest = Sha256::new_with_prefix("draft-answer/").chain_update(draft.0).chain_update(statement.as_str());
    RecordId::from_digest(&digest.finalize().into())
}
