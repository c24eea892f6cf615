//! Reading the responses of a file that a person sent against the survey that they answer: what can be kept is kept, and
//! what can't is named with its place.

use std::collections::BTreeMap;

use super::{RespondentWire, SpelledResponses, SpelledWire, id, shown};
use crate::domain::answer::{Answer, Score};
use crate::domain::area::Area;
use crate::domain::draft::Respondent;
use crate::domain::ids::{ResponseId, SectorId, StaffGroupId, StatementId};
use crate::domain::response::Response;
use crate::domain::survey::Survey;
use crate::exchange::problem::Fault;
use crate::exchange::wire::day;

/// One response of a file.
pub struct ReadResponse {
    /// The response; or what keeps it from being one, such as a score of 6. The others of the file are not touched by that.
    pub response: Result<Response, Fault>,
    /// What was left out of it or is not known here, each with its place. The rest of the response stands.
    pub remarks: Vec<Fault>,
}

impl SpelledResponses {
    /// How many responses there are.
    pub fn count(&self) -> usize {
        self.responses.len()
    }

    /// The responses, with their answers in the order of the survey. `area` says which sectors and staff groups there are.
    pub fn against(self, survey: &Survey, area: Option<&Area>) -> Vec<ReadResponse> {
        let statements = survey.questionnaire.statements.iter().zip(0..);
        let positions: BTreeMap<&str, usize> = statements.map(|(statement, at)| (statement.id.as_str(), at)).collect();
        let read = |(wire, number): (SpelledWire, usize)| {
            let place = format!("response {number}");
            let mut remarks = Vec::new();
            let response = read(wire, &positions, area, &mut remarks).map_err(|fault| fault.within(&place));
            ReadResponse { response, remarks: remarks.into_iter().map(|fault| fault.within(&place)).collect() }
        };
        self.responses.into_iter().zip(1_usize..).map(read).collect()
    }
}

fn read(
    wire: SpelledWire,
    positions: &BTreeMap<&str, usize>,
    area: Option<&Area>,
    remarks: &mut Vec<Fault>,
) -> Result<Response, Fault> {
    let mut answers = vec![Answer::NotAnswered; positions.len()];
    for (statement, value) in &wire.answers {
        let place = || format!("statement {}", shown(statement));
        let slot = positions.get(statement.as_str()).and_then(|position| answers.get_mut(*position));
        match slot {
            Some(slot) => *slot = read_answer(value).map_err(|what| Fault::at(place(), what))?,
            None => {
                remarks.push(Fault::at(place(), "there is no such statement in the survey, so its answer is left out"))
            }
        }
    }
    let mut comments = BTreeMap::new();
    for (statement, comment) in wire.comments {
        let known = positions.contains_key(statement.as_str());
        match StatementId::parse(&statement).filter(|_| known) {
            Some(statement) => {
                comments.insert(statement, comment);
            }
            None => {
                let place = format!("the comment on statement {}", shown(&statement));
                remarks.push(Fault::at(place, "there is no such statement in the survey, so the comment is left out"));
            }
        }
    }
    let finished = wire.finished.and_then(|text| match day(&text, "the day it was finished") {
        Ok(day) => Some(day),
        Err(fault) => {
            remarks.push(fault);
            None
        }
    });
    Ok(Response {
        id: id(&wire.id, ResponseId::parse, "the response")?,
        revision: wire.revision,
        respondent: respondent(wire.respondent, area, remarks),
        finished,
        answers,
        comments,
        rest: wire.rest,
    })
}

/// Who answered, as far as it can be told. A sector or staff group that the area does not list stays, and is shown as it
/// is spelled.
fn respondent(wire: RespondentWire, area: Option<&Area>, remarks: &mut Vec<Fault>) -> Respondent {
    let mut listed = |what: &str, text: Option<&String>, is_listed: &dyn Fn(&str) -> bool| {
        if let Some(text) = text.filter(|text| !is_listed(text)) {
            let what = format!("the {what} is \u{201c}{}\u{201d}, which is not in the area\u{2019}s list", shown(text));
            remarks.push(Fault::at("", what));
        }
    };
    let sectors = area.map(|area| area.sectors.as_slice()).unwrap_or_default();
    let groups = area.map(|area| area.staff_groups.as_slice()).unwrap_or_default();
    listed("sector", wire.sector.as_ref(), &|text| sectors.iter().any(|sector| sector.id.as_str() == text));
    listed("staff group", wire.staff_group.as_ref(), &|text| groups.iter().any(|group| group.id.as_str() == text));
    let organisation: String = wire.organisation.chars().filter(|character| !is_unseen(*character)).collect();
    if organisation != wire.organisation {
        remarks
            .push(Fault::at("", "the organisation had characters in it that can\u{2019}t be seen; they are taken out"));
    }
    Respondent {
        sector: wire.sector.as_deref().and_then(SectorId::parse),
        staff_group: wire.staff_group.as_deref().and_then(StaffGroupId::parse),
        organisation,
    }
}

/// Characters that have no place in a line of words: controls, and those that turn the direction of what follows.
fn is_unseen(character: char) -> bool {
    let turns =
        matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_control() || turns
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
