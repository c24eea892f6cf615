//! Device-only records as they are spelled in the stores: responses in progress, what ended and who was asked, and notes of
//! files made.

use serde::{Deserialize, Serialize};

use super::response::RespondentWire;
use super::{Rest, id, is_blank, maybe_id, moment, moment_text};
use crate::domain::answer::Answer;
use crate::domain::draft::{Corrects, Draft, DraftAnswer, Invitation};
use crate::domain::gone::Ended;
use crate::domain::ids::{ResponseId, RoundId, StatementId, SurveyHash, ThemeId};
use crate::domain::record::ExportNote;
use crate::exchange::problem::Fault;

/// A response in progress.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DraftWire {
    round: String,
    survey: String,
    respondent: RespondentWire,
    begun: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    /// The finished response that it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    corrects: Option<CorrectsWire>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CorrectsWire {
    response: String,
    revision: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copy: Option<String>,
}

/// That something is over on this device.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EndedWire {
    what: String,
    #[serde(flatten)]
    rest: Rest,
}

/// That this device was asked to answer.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InvitationWire {
    round: String,
    #[serde(flatten)]
    rest: Rest,
}

/// One answer of a response in progress.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DraftAnswerWire {
    draft: String,
    statement: String,
    /// 1 to 5, d (don't know), n (not applicable) or . (not answered).
    answer: char,
    #[serde(default, skip_serializing_if = "is_blank")]
    comment: String,
    #[serde(flatten)]
    rest: Rest,
}

/// That a file was made.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportNoteWire {
    at: String,
    file: String,
    with_answers: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_table: bool,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Draft> for DraftWire {
    fn from(draft: &Draft) -> Self {
        Self {
            round: draft.round.to_string(),
            survey: draft.survey.to_string(),
            respondent: (&draft.respondent).into(),
            begun: moment_text(draft.begun),
            at: draft.at.as_ref().map(ToString::to_string),
            corrects: draft.corrects.map(|one| CorrectsWire {
                response: one.response.to_string(),
                revision: one.revision,
                copy: one.copy.map(|copy| copy.to_string()),
            }),
            rest: draft.rest.clone(),
        }
    }
}

impl TryFrom<DraftWire> for Draft {
    type Error = Fault;

    fn try_from(wire: DraftWire) -> Result<Self, Fault> {
        Ok(Self {
            round: id(&wire.round, RoundId::parse, "the round")?,
            survey: id(&wire.survey, SurveyHash::parse, "the survey")?,
            respondent: wire.respondent.try_into()?,
            begun: moment(&wire.begun, "the time it was begun")?,
            at: maybe_id(wire.at.as_ref(), ThemeId::parse, "the theme")?,
            corrects: wire.corrects.map(Corrects::try_from).transpose()?,
            rest: wire.rest,
        })
    }
}

impl From<&DraftAnswer> for DraftAnswerWire {
    fn from(said: &DraftAnswer) -> Self {
        Self {
            draft: said.draft.to_string(),
            statement: said.statement.to_string(),
            answer: said.answer.to_char(),
            comment: said.comment.clone(),
            rest: said.rest.clone(),
        }
    }
}

impl TryFrom<DraftAnswerWire> for DraftAnswer {
    type Error = Fault;

    fn try_from(wire: DraftAnswerWire) -> Result<Self, Fault> {
        let unknown = || Fault::at("", format!("the answer is \u{201c}{}\u{201d}, which is none", wire.answer));
        Ok(Self {
            draft: id(&wire.draft, ResponseId::parse, "the response")?,
            statement: id(&wire.statement, StatementId::parse, "the statement")?,
            answer: Answer::from_char(wire.answer).ok_or_else(unknown)?,
            comment: wire.comment,
            rest: wire.rest,
        })
    }
}

impl From<&ExportNote> for ExportNoteWire {
    fn from(note: &ExportNote) -> Self {
        Self {
            at: moment_text(note.at),
            file: note.file.clone(),
            with_answers: note.with_answers,
            is_table: note.is_table,
            rest: note.rest.clone(),
        }
    }
}

impl TryFrom<ExportNoteWire> for ExportNote {
    type Error = Fault;

    fn try_from(wire: ExportNoteWire) -> Result<Self, Fault> {
        Ok(Self {
            at: moment(&wire.at, "the time")?,
            file: wire.file,
            with_answers: wire.with_answers,
            is_table: wire.is_table,
            rest: wire.rest,
        })
    }
}

impl TryFrom<CorrectsWire> for Corrects {
    type Error = Fault;

    fn try_from(wire: CorrectsWire) -> Result<Self, Fault> {
        Ok(Self {
            response: id(&wire.response, ResponseId::parse, "the response that is corrected")?,
            revision: wire.revision,
            copy: maybe_id(wire.copy.as_ref(), ResponseId::parse, "the copy of it")?,
        })
    }
}

impl From<&Ended> for EndedWire {
    fn from(ended: &Ended) -> Self {
        Self { what: ended.what.to_string(), rest: ended.rest.clone() }
    }
}

impl TryFrom<EndedWire> for Ended {
    type Error = Fault;

    fn try_from(wire: EndedWire) -> Result<Self, Fault> {
        Ok(Self { what: id(&wire.what, ResponseId::parse, "what is over")?, rest: wire.rest })
    }
}

impl From<&Invitation> for InvitationWire {
    fn from(invitation: &Invitation) -> Self {
        Self { round: invitation.round.to_string(), rest: invitation.rest.clone() }
    }
}

impl TryFrom<InvitationWire> for Invitation {
    type Error = Fault;

    fn try_from(wire: InvitationWire) -> Result<Self, Fault> {
        Ok(Self { round: id(&wire.round, RoundId::parse, "the round")?, rest: wire.rest })
    }
}
