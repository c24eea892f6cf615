//! How people in the sample answered: from where each theme stands, who they are, and chance.
//!
//! A person's score is where the statement stands for people like them, give or take their own disposition and the
//! moment. All of it is counted in hundredths of a score.

use std::collections::BTreeMap;

use super::dice::Dice;
use super::people::{Person, person};
use super::survey::Asking;
use crate::domain::answer::{Answer, Score};
use crate::domain::area::StaffGroup;
use crate::domain::ids::{ResponseId, StatementId};
use crate::domain::response::Response;
use crate::domain::rest::Rest;
use crate::domain::survey::{Statement, Survey};

/// Where a theme stands for the front line in the later round, and how much higher leaders see it.
const THEMES: [(&str, i32, i32); 8] = [
    ("identity", 320, 65),
    ("language", 280, 50),
    ("behaviours", 335, 45),
    ("integrated-working", 300, 20),
    ("training", 362, 45),
    ("roles", 248, 25),
    ("capacity", 318, -30),
    ("outcomes", 285, 50),
];

/// How far a practice stands from its theme.
const PRACTICES: [(&str, i32); 5] =
    [("multi-agency", 20), ("information-sharing", -5), ("caf", 10), ("tac", 5), ("lead-professional", -20)];

/// How far an aspect stands from its practice: whatever the practice, looking back to improve it is what is missing.
const ASPECTS: [(&str, i32); 5] =
    [("leadership", 20), ("procedures", 20), ("skills", 5), ("use", 0), ("improvement", -75)];

/// How much higher or lower a sector sees things.
const SECTORS: [(&str, i32); 8] = [
    ("early-years", 25),
    ("schools", 5),
    ("health", -10),
    ("social-care", -15),
    ("youth", 15),
    ("sport-leisure", -35),
    ("justice", -30),
    ("voluntary", -15),
];

/// Statements that stand apart from their theme: there is support and there are rules when a child may not be safe, but
/// too few people, and families tell their story again and again.
const STATEMENTS: [(&str, i32); 12] = [
    ("identity-4", -45),
    ("identity-5", 25),
    ("behaviours-3", -40),
    ("training-3", -45),
    ("training-5", 25),
    ("roles-3", 40),
    ("roles-5", -45),
    ("capacity-1", 75),
    ("capacity-2", -60),
    ("capacity-3", 55),
    ("outcomes-2", 50),
    ("outcomes-5", -40),
];

/// How much people differ from one another, as a standard deviation.
const BETWEEN_PEOPLE: u32 = 45;
/// How much one person's answers differ beyond what can be told, as a standard deviation.
const WITHIN_A_PERSON: u32 = 70;
/// How many of a hundred people stopped about half-way and sent what they had.
const STOPPED_PERCENT: u32 = 8;

/// The response that the person at this place, counted from 0, gave in a round; it follows from the place alone.
pub(super) fn response(asking: &Asking, place: usize, survey: &Survey, groups: &[StaffGroup]) -> Option<Response> {
    let person = person(asking, place)?;
    let mut dice = Dice::new(asking.seed ^ u64::try_from(place).ok()?);
    let id = ResponseId(dice.id());
    let respondent = person.respondent();
    let days = asking.working_days();
    let day = dice.below(u32::try_from(days.clone().count()).ok()?);
    let finished = days.into_iter().nth(usize::try_from(day).ok()?);
    let disposition = dice.around_zero(BETWEEN_PEOPLE);
    let statements = &survey.questionnaire.statements;
    let end = last_place(statements.len(), &person, &mut dice);
    let answer = |(at, statement): (usize, &Statement)| {
        if at > end || !statement.is_asked_of(respondent.staff_group.as_ref(), groups) {
            return Answer::NotAnswered;
        }
        let stands = standing(statement, &person) + beside(asking.apart, Some(statement.theme.as_str()));
        let said = answer(statement, &person, stands + disposition, &mut dice);
        let commented = person.comment.filter(|comment| comment.statement == statement.id.as_str());
        commented.and_then(|comment| Answer::from_char(comment.answer)).unwrap_or(said)
    };
    let answers = statements.iter().enumerate().map(answer).collect();
    let comments =
        person.comment.and_then(|comment| Some((StatementId::parse(comment.statement)?, comment.text.to_owned())));
    Some(Response {
        id,
        revision: 1,
        respondent,
        finished,
        answers,
        comments: comments.into_iter().collect::<BTreeMap<_, _>>(),
        rest: Rest::new(),
    })
}

/// The last statement that the person came to. Those who took the trouble to comment went on to the end.
fn last_place(statements: usize, person: &Person, dice: &mut Dice) -> usize {
    let stopped = dice.chance(STOPPED_PERCENT) && person.comment.is_none();
    let half_way = usize::try_from(dice.below(20)).unwrap_or(0) + 15;
    if stopped { half_way } else { statements }
}

/// What a person answers to a statement that stands here in their eyes.
fn answer(statement: &Statement, person: &Person, stands: i32, dice: &mut Dice) -> Answer {
    if dice.chance(2) {
        return Answer::NotAnswered;
    }
    if dice.chance(not_applicable_percent(statement, person)) {
        return Answer::NotApplicable;
    }
    if dice.chance(dont_know_percent(statement, person)) {
        return Answer::DontKnow;
    }
    let seen = stands + dice.around_zero(WITHIN_A_PERSON);
    let passed = [150, 250, 350, 450].into_iter().filter(|bound| seen >= *bound).count();
    Score::all().nth(passed).map_or(Answer::NotAnswered, Answer::Score)
}

/// Where a statement stands in the later round for people like this one.
fn standing(statement: &Statement, person: &Person) -> i32 {
    let theme = THEMES.iter().find(|(id, ..)| *id == statement.theme.as_str());
    let (level, leaders) = theme.map_or((300, 0), |(_, level, leaders)| (*level, *leaders));
    level
        + if person.leads() { leaders } else { 0 }
        + beside(&PRACTICES, statement.practice.as_ref().map(|id| id.as_str()))
        + beside(&ASPECTS, statement.aspect.as_ref().map(|id| id.as_str()))
        + beside(&STATEMENTS, Some(statement.id.as_str()))
        + beside(&SECTORS, person.sector)
}

/// What stands beside an id in a table; 0 if the id is not in it.
fn beside(table: &[(&str, i32)], id: Option<&str>) -> i32 {
    table.iter().find(|(other, _)| Some(*other) == id).map_or(0, |(_, number)| *number)
}

/// What all organisations do together is hard to see from the front line.
fn dont_know_percent(statement: &Statement, person: &Person) -> u32 {
    match statement.perspective.as_ref().map(|id| id.as_str()) {
        Some("trust") if !person.leads() => 22,
        Some("trust" | "children") => 6,
        _ => 3,
    }
}

/// Some work never meets a common assessment, a team around the child or a lead professional.
fn not_applicable_percent(statement: &Statement, person: &Person) -> u32 {
    let assessing =
        matches!(statement.practice.as_ref().map(|id| id.as_str()), Some("caf" | "tac" | "lead-professional"));
    match person.sector {
        Some("sport-leisure") if assessing => 45,
        Some("youth" | "voluntary") if assessing => 12,
        Some("early-years" | "schools") if assessing => 4,
        _ => 1,
    }
}
