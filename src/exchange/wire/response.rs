//! Responses as they are spelled in files: packed in a row for workspaces, by statement in the file that a person sends.

mod packed;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, maybe_id, shown};
use crate::domain::answer::{Answer, Score};
use crate::domain::draft::Respondent;
use crate::domain::ids::{ResponseId, RoundId, SectorId, StaffGroupId, StatementId, SurveyHash, WorkspaceId};
use crate::domain::response::{Pack, Response, Withdrawal};
use crate::domain::survey::Survey;
use crate::exchange::problem::Fault;

/// An immutable set of responses.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackWire {
    round: String,
    survey: String,
    responses: Vec<PackedWire>,
    #[serde(flatten)]
    rest: Rest,
}

// Read by packed.rs.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PackedWire {
    id: String,
    revision: u32,
    #[serde(flatten)]
    respondent: RespondentWire,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    finished: Option<String>,
    /// One character a statement, in the order of the survey: 1 to 5, d (don't know), n (not applicable), . (not answered).
    answers: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    comments: BTreeMap<String, String>,
    #[serde(flatten)]
    rest: Rest,
}

/// Who answered, as far as they said.
#[derive(Serialize, Deserialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RespondentWire {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sector: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    staff_group: Option<String>,
    #[serde(default, skip_serializing_if = "is_blank")]
    organisation: String,
}

/// The `data` of a file of responses.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResponsesWire {
    /// The workspace that asked.
    workspace: String,
    /// The round that they belong to.
    round: String,
    /// The hash of the survey that they answer.
    survey: String,
    responses: Vec<SpelledWire>,
    /// What each statement asked that is answered in the file, for people who read it. It is not read back.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    asked: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SpelledWire {
    id: String,
    revision: u32,
    #[serde(flatten)]
    respondent: RespondentWire,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    finished: Option<String>,
    /// By statement: a whole number from 1 to 5, "don't know" or "not applicable". What was not answered is left out.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, AnswerWire>"))]
    answers: BTreeMap<String, serde_json::Value>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    comments: BTreeMap<String, String>,
    #[serde(flatten)]
    rest: Rest,
}

/// How an answer is spelled by statement; only for the schema, as reading gives a better message than this type would.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum AnswerWire {
    Score(#[schemars(range(min = 1, max = 5))] u8),
    Word(NoScoreWire),
}

#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
enum NoScoreWire {
    #[serde(rename = "don't know")]
    DontKnow,
    #[serde(rename = "not applicable")]
    NotApplicable,
}

/// That a response was taken back.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithdrawalWire {
    response: String,
    round: String,
    on: String,
    #[serde(flatten)]
    rest: Rest,
}

/// A file of responses, with its answers still by statement: the survey says in which order they stand.
pub struct SpelledResponses {
    /// The workspace that asked.
    pub workspace: WorkspaceId,
    /// The round that they belong to.
    pub round: RoundId,
    /// The survey that they answer.
    pub survey: SurveyHash,
    responses: Vec<SpelledWire>,
}

impl ResponsesWire {
    /// Spells responses to a survey by statement.
    pub fn spell<'a>(
        workspace: WorkspaceId,
        round: RoundId,
        survey: &Survey,
        responses: impl IntoIterator<Item = &'a Response>,
    ) -> Self {
        let spell = |response: &Response| SpelledWire {
            id: response.id.to_string(),
            revision: response.revision,
            respondent: (&response.respondent).into(),
            finished: response.finished.map(|day| day.to_string()),
            answers: survey
                .questionnaire
                .statements
                .iter()
                .zip(&response.answers)
                .filter_map(|(statement, answer)| Some((statement.id.to_string(), spelled(*answer)?)))
                .collect(),
            comments: spelled_comments(response),
            rest: response.rest.clone(),
        };
        let responses: Vec<SpelledWire> = responses.into_iter().map(spell).collect();
        let is_answered = |id: &String| {
            responses.iter().any(|response| response.answers.contains_key(id) || response.comments.contains_key(id))
        };
        let statements = survey.questionnaire.statements.iter();
        let asked = statements.map(|statement| (statement.id.to_string(), statement.text.clone()));
        Self {
            workspace: workspace.to_string(),
            round: round.to_string(),
            survey: survey.hash.to_string(),
            asked: asked.filter(|(id, _)| is_answered(id)).collect(),
            responses,
        }
    }
}

impl TryFrom<ResponsesWire> for SpelledResponses {
    type Error = Fault;

    fn try_from(wire: ResponsesWire) -> Result<Self, Fault> {
        Ok(Self {
            workspace: id(&wire.workspace, WorkspaceId::parse, "the workspace")?,
            round: id(&wire.round, RoundId::parse, "the round")?,
            survey: id(&wire.survey, SurveyHash::parse, "the survey")?,
            responses: wire.responses,
        })
    }
}

impl SpelledResponses {
    /// The responses, with their answers in the order of the survey.
    ///
    /// # Errors
    /// The first answer that is none, or that is to a statement which the survey does not have, with its place.
    pub fn in_order_of(self, survey: &Survey) -> Result<Vec<Response>, Fault> {
        self.responses
            .into_iter()
            .enumerate()
            .map(|(at, wire)| {
                read_spelled(wire, survey).map_err(|fault| fault.within(&format!("response {}", at.saturating_add(1))))
            })
            .collect()
    }
}

fn read_spelled(wire: SpelledWire, survey: &Survey) -> Result<Response, Fault> {
    let mut answers = vec![Answer::NotAnswered; survey.questionnaire.statements.len()];
    for (statement, value) in &wire.answers {
        let place = || format!("statement {}", shown(statement));
        let position = StatementId::parse(statement).and_then(|id| survey.position(&id));
        let slot = position.and_then(|position| answers.get_mut(position));
        let slot = slot.ok_or_else(|| Fault::at(place(), "there is no such statement in the survey"))?;
        *slot = read_answer(value).map_err(|what| Fault::at(place(), what))?;
    }
    finish(wire.id, wire.revision, wire.respondent, wire.finished, wire.comments, wire.rest, answers)
}

/// Reads an answer spelled by statement, or says what is wrong with it.
fn read_answer(value: &serde_json::Value) -> Result<Answer, String> {
    match value {
        serde_json::Value::String(word) if word == "don't know" => Ok(Answer::DontKnow),
        serde_json::Value::String(word) if word == "not applicable" => Ok(Answer::NotApplicable),
        serde_json::Value::String(word) => Err(format!(
            "the answer is the text \u{201c}{}\u{201d}; it has to be a number from 1 to 5, \u{201c}don't know\u{201d} or \u{201c}not applicable\u{201d}",
            shown(word)
        )),
        serde_json::Value::Number(number) => {
            let score = number.as_u64().and_then(|number| u8::try_from(number).ok()).and_then(Score::new);
            score
                .map(Answer::Score)
                .ok_or_else(|| format!("the score is {number}; a score is a whole number from 1 to 5"))
        }
        _ => Err("the answer is neither a number nor a word".to_owned()),
    }
}

fn spelled(answer: Answer) -> Option<serde_json::Value> {
    match answer {
        Answer::NotAnswered => None,
        Answer::DontKnow => Some("don't know".into()),
        Answer::NotApplicable => Some("not applicable".into()),
        Answer::Score(score) => Some(score.get().into()),
    }
}

fn spelled_comments(response: &Response) -> BTreeMap<String, String> {
    response.comments.iter().map(|(statement, comment)| (statement.to_string(), comment.clone())).collect()
}

fn finish(
    response_id: String,
    revision: u32,
    respondent: RespondentWire,
    finished: Option<String>,
    comments: BTreeMap<String, String>,
    rest: Rest,
    answers: Vec<Answer>,
) -> Result<Response, Fault> {
    let comments = comments
        .into_iter()
        .map(|(statement, comment)| Ok((id(&statement, StatementId::parse, "the statement of a comment")?, comment)))
        .collect::<Result<_, Fault>>()?;
    Ok(Response {
        id: id(&response_id, ResponseId::parse, "the response")?,
        revision,
        respondent: respondent.try_into()?,
        finished: finished.map(|text| day(&text, "the day it was finished")).transpose()?,
        answers,
        comments,
        rest,
    })
}

impl From<&Pack> for PackWire {
    fn from(pack: &Pack) -> Self {
        let responses = pack.responses.iter().map(|response| PackedWire {
            id: response.id.to_string(),
            revision: response.revision,
            respondent: (&response.respondent).into(),
            finished: response.finished.map(|day| day.to_string()),
            answers: response.answers.iter().map(|answer| answer.to_char()).collect(),
            comments: spelled_comments(response),
            rest: response.rest.clone(),
        });
        Self {
            round: pack.round.to_string(),
            survey: pack.survey.to_string(),
            responses: responses.collect(),
            rest: pack.rest.clone(),
        }
    }
}

impl TryFrom<PackWire> for Pack {
    type Error = Fault;

    fn try_from(wire: PackWire) -> Result<Self, Fault> {
        let responses = wire.responses.into_iter().enumerate().map(|(at, packed)| {
            read_packed(packed).map_err(|fault| fault.within(&format!("response {}", at.saturating_add(1))))
        });
        Ok(Self {
            round: id(&wire.round, RoundId::parse, "the round")?,
            survey: id(&wire.survey, SurveyHash::parse, "the survey")?,
            responses: responses.collect::<Result<_, Fault>>()?,
            rest: wire.rest,
        })
    }
}

fn read_packed(wire: PackedWire) -> Result<Response, Fault> {
    let mut answers = Vec::with_capacity(wire.answers.len());
    for (at, character) in wire.answers.chars().enumerate() {
        answers.push(Answer::from_char(character).ok_or_else(|| {
            let place = format!("statement {}", at.saturating_add(1));
            Fault::at(
                place,
                format!("the answer is \u{201c}{character}\u{201d}; it has to be 1 to 5, d, n or a full stop"),
            )
        })?);
    }
    finish(wire.id, wire.revision, wire.respondent, wire.finished, wire.comments, wire.rest, answers)
}

impl From<&Respondent> for RespondentWire {
    fn from(respondent: &Respondent) -> Self {
        Self {
            sector: respondent.sector.as_ref().map(ToString::to_string),
            staff_group: respondent.staff_group.as_ref().map(ToString::to_string),
            organisation: respondent.organisation.clone(),
        }
    }
}

impl TryFrom<RespondentWire> for Respondent {
    type Error = Fault;

    fn try_from(wire: RespondentWire) -> Result<Self, Fault> {
        Ok(Self {
            sector: maybe_id(wire.sector.as_ref(), SectorId::parse, "the sector")?,
            staff_group: maybe_id(wire.staff_group.as_ref(), StaffGroupId::parse, "the staff group")?,
            organisation: wire.organisation,
        })
    }
}

impl From<&Withdrawal> for WithdrawalWire {
    fn from(withdrawal: &Withdrawal) -> Self {
        Self {
            response: withdrawal.response.to_string(),
            round: withdrawal.round.to_string(),
            on: withdrawal.on.to_string(),
            rest: withdrawal.rest.clone(),
        }
    }
}

impl TryFrom<WithdrawalWire> for Withdrawal {
    type Error = Fault;

    fn try_from(wire: WithdrawalWire) -> Result<Self, Fault> {
        Ok(Self {
            response: id(&wire.response, ResponseId::parse, "the response")?,
            round: id(&wire.round, RoundId::parse, "the round")?,
            on: day(&wire.on, "the day")?,
            rest: wire.rest,
        })
    }
}
