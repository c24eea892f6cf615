//! Device-only records as they are spelled in the stores: responses in progress and notes of files made.

use serde::{Deserialize, Serialize};

use super::response::RespondentWire;
use super::{Rest, id, is_blank, maybe_id, moment, moment_text};
use crate::domain::answer::Answer;
use crate::domain::draft::{Draft, DraftAnswer};
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
            rest: wire.rest,
        })
    }
}
