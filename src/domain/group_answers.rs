//! What a group said to a survey by show of hands: how many people put their hand up for each answer.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ids::{RoundId, StatementId, SurveyHash};
use super::rest::Rest;

/// The answers of a group, such as a class or a youth club. They are shown beside single answers, as people per score.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroupAnswers {
    /// The round they belong to.
    pub round: RoundId,
    /// The survey that was put to the group.
    pub survey: SurveyHash,
    /// The day on which they answered.
    pub on: NaiveDate,
    /// How many people there were, 1 or more.
    pub people: u32,
    /// What whoever helped wants to add, such as where it was; empty if nothing. Never a name.
    pub note: String,
    /// By statement: the hands that went up. A statement that was not put to the group is not in it.
    pub hands: BTreeMap<StatementId, Hands>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// How many hands went up for each answer to a statement. Whoever put up none is in neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hands {
    /// By score, from 1 to 5.
    pub scores: [u32; 5],
    /// For "I don't know".
    pub dont_know: u32,
}

impl Hands {
    /// All hands together.
    pub fn all(&self) -> u32 {
        self.scores.iter().fold(self.dont_know, |all, hands| all.saturating_add(*hands))
    }
}

impl GroupAnswers {
    /// The first statement for which more hands went up than there were people; `None` if there is none such.
    pub fn too_many(&self) -> Option<&StatementId> {
        self.hands.iter().find(|(_, hands)| hands.all() > self.people).map(|(statement, _)| statement)
    }
}

/// Reads a count as a person writes it: a whole number from 0 on. `None` for anything else.
pub fn parse_count(text: &str) -> Option<u32> {
    let text = text.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Reads the hands for 1, 2, 3, 4, 5 and "I don't know"; an empty field is none. `Some(None)` if all are empty, as nobody was
/// asked then; `None` if one is no count.
pub fn parse_hands(six: &[String; 6]) -> Option<Option<Hands>> {
    if six.iter().all(|field| field.trim().is_empty()) {
        return Some(None);
    }
    let [ones, twos, threes, fours, fives, dont_know] = six.each_ref().map(|field| match field.trim() {
        "" => Some(0),
        field => parse_count(field),
    });
    Some(Some(Hands { scores: [ones?, twos?, threes?, fours?, fives?], dont_know: dont_know? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn six(fields: [&str; 6]) -> Option<Option<Hands>> {
        parse_hands(&fields.map(str::to_owned))
    }

    #[test]
    fn empty_fields_are_no_hands_and_six_of_them_a_statement_that_was_not_asked() {
        assert_eq!(six(["", " ", "", "", "", ""]), Some(None));
        let hands = Hands { scores: [0, 0, 3, 12, 0], dont_know: 0 };
        assert_eq!(six(["", "", "3", " 12 ", "0", ""]), Some(Some(hands)));
        for wrong in ["-1", "+1", "1.5", "few", "99999999999"] {
            assert_eq!(six(["", wrong, "", "", "", ""]), None, "{wrong}");
        }
    }
}
