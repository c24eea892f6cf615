//! The answers of a group as they are spelled in files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank};
use crate::domain::group_answers::{GroupAnswers, Hands};
use crate::domain::ids::{RoundId, StatementId, SurveyHash};
use crate::exchange::problem::Fault;

/// What a group said by show of hands.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupAnswersWire {
    round: String,
    survey: String,
    on: String,
    /// How many people there were.
    people: u32,
    #[serde(default, skip_serializing_if = "is_blank")]
    note: String,
    /// By statement: how many hands went up for 1, 2, 3, 4, 5 and "I don't know".
    hands: BTreeMap<String, [u32; 6]>,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&GroupAnswers> for GroupAnswersWire {
    fn from(group: &GroupAnswers) -> Self {
        let hands = group.hands.iter().map(|(statement, Hands { scores: [a, b, c, d, e], dont_know })| {
            (statement.to_string(), [*a, *b, *c, *d, *e, *dont_know])
        });
        Self {
            round: group.round.to_string(),
            survey: group.survey.to_string(),
            on: group.on.to_string(),
            people: group.people,
            note: group.note.clone(),
            hands: hands.collect(),
            rest: group.rest.clone(),
        }
    }
}

impl TryFrom<GroupAnswersWire> for GroupAnswers {
    type Error = Fault;

    fn try_from(wire: GroupAnswersWire) -> Result<Self, Fault> {
        let hands = wire.hands.iter().map(|(statement, [a, b, c, d, e, dont_know])| {
            let hands = Hands { scores: [*a, *b, *c, *d, *e], dont_know: *dont_know };
            Ok((id(statement, StatementId::parse, "the statement")?, hands))
        });
        let group = Self {
            round: id(&wire.round, RoundId::parse, "the round")?,
            survey: id(&wire.survey, SurveyHash::parse, "the survey")?,
            on: day(&wire.on, "the day")?,
            people: wire.people,
            note: wire.note,
            hands: hands.collect::<Result<_, Fault>>()?,
            rest: wire.rest,
        };
        match group.too_many() {
            Some(statement) => Err(Fault::at("", format!("more hands than people are counted for {statement}"))),
            None if group.people == 0 => Err(Fault::at("", "there was nobody in the group")),
            None => Ok(group),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(people: u32, hands: &str) -> Result<GroupAnswers, Fault> {
        let survey = "0".repeat(64);
        let text = format!(
            r#"{{"round": "00000000-0000-0000-0000-000000000001", "survey": "{survey}", "on": "2009-12-01",
            "people": {people}, "hands": {{"child-roles-1": {hands}}}, "room": "hall"}}"#
        );
        serde_json::from_str::<GroupAnswersWire>(&text).unwrap().try_into()
    }

    #[test]
    fn a_group_comes_back_as_it_was_written() {
        let group = read(20, "[1, 2, 3, 4, 5, 5]").unwrap();
        assert_eq!(group.hands.values().next().map(Hands::all), Some(20));
        let text = serde_json::to_string(&GroupAnswersWire::from(&group)).unwrap();
        assert!(text.contains(r#""room":"hall""#), "fields of a newer Rainbow stay");
        assert_eq!(GroupAnswers::try_from(serde_json::from_str::<GroupAnswersWire>(&text).unwrap()).unwrap(), group);
    }

    #[test]
    fn more_hands_than_people_and_empty_groups_are_refused() {
        assert!(read(19, "[1, 2, 3, 4, 5, 5]").is_err());
        assert!(read(0, "[0, 0, 0, 0, 0, 0]").is_err());
        assert!(read(9, "[4294967295, 4294967295, 0, 0, 0, 0]").is_err());
    }
}
