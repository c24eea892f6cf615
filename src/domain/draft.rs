//! A response in progress: who is answering, and one record a statement, so that two tabs never fight over a response.
//! Beside it, what a respondent's device keeps of finished ones, and of having been asked.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::answer::Answer;
use super::ids::{
    RecordId, ResponseId, RoundId, SectorId, StaffGroupId, StatementId, SurveyHash, ThemeId, WorkspaceId,
};
use super::response::Response;
use super::rest::Rest;

/// A response that a person has begun on this device. Its record id is the id that the response will have, unless it
/// corrects one that was finished before.
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
    /// The finished response that it corrects, if it does.
    pub corrects: Option<Corrects>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The finished response that a response in progress corrects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Corrects {
    /// The response.
    pub response: ResponseId,
    /// The revision that is corrected; the corrected one is one higher.
    pub revision: u32,
    /// The copy of it on this device, which the corrected one takes the place of; `None` where it is counted already.
    pub copy: Option<ResponseId>,
}

/// A finished response as the device of who answered keeps it, to save it again or to correct it. It is counted nowhere
/// before its file is gathered. Its record id is one of its own, another for each revision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnResponse {
    /// The round it is for.
    pub round: RoundId,
    /// The survey it answers.
    pub survey: SurveyHash,
    /// When it was finished.
    pub finished: DateTime<Utc>,
    /// The response.
    pub response: Response,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// That this device was asked to answer a round's survey and does nothing else with the area.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invitation {
    /// The round.
    pub round: RoundId,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The record of a workspace's invitation: always the same one.
pub fn invitation_record(workspace: WorkspaceId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("invitation/").chain_update(workspace.0).finalize().into())
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
