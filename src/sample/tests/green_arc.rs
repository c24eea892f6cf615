//! The shape of a first round as a county once held it: the green arc alone, five practices, more responses than required.
//!
//! It is cut from the sample's second round, and looked at through the functions that the pages and reports use.

use super::*;
use crate::analysis::breakdown::{Breakdown, Cut};
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::lens::Lens;
use crate::analysis::returns::Returns;
use crate::analysis::scores::{Scores, measures_by};
use crate::charts::Reading;
use crate::domain::ids::{PracticeId, ThemeId};
use crate::domain::response::Pack;
use crate::domain::rest::Rest;
use crate::domain::round::Round;
use crate::domain::round::SMALLEST_GROUP;
use crate::domain::survey::Questionnaire;
use crate::reports::{findings, radars, rainbow};

/// An area whose one round asks the green arc's statements, with what people answered to them, closed.
fn green_only() -> (Workspace, RoundId, ThemeId) {
    let sample = sample();
    let (whole, responses) = round(&sample);
    let green = ThemeId::parse("integrated-working").unwrap();
    let is_green = |statement: &&Statement| statement.theme == green;
    let statements = whole.questionnaire.statements.iter().filter(is_green).cloned().collect();
    let asked = Questionnaire { title: "Integrated working".to_owned(), statements, ..whole.questionnaire.clone() };
    let survey = Arc::new(freeze(&whole.framework, &asked).unwrap());
    let cut_down = |one: &Response| {
        let said = whole.questionnaire.statements.iter().zip(&one.answers).filter(|(statement, _)| is_green(statement));
        Response { answers: said.map(|(_, answer)| *answer).collect(), comments: BTreeMap::new(), ..one.clone() }
    };
    let pack = |round| Pack {
        round,
        survey: survey.hash,
        responses: responses.iter().map(cut_down).collect(),
        sources: Vec::new(),
        rest: Rest::new(),
    };
    let id = |number| Uuid::from_u128(number);
    let (mut open, _) = Workspace::create(WorkspaceId(id(1)), REPLICA, sample.area().unwrap().clone());
    let round = RoundId(id(2));
    let (_, second) = sample.rounds().pop().unwrap();
    let set_up = Round {
        minimum: second.minimum,
        expected: second.expected.clone(),
        ..Round::opened("December 2009", vec![survey.hash], second.opened)
    };
    open.open_round(round, set_up, survey.clone());
    open.add_pack(RecordId(id(3)), pack(round));
    open.close_round(RecordId(id(4)), round, today(), recorded(today()), || RecordId(id(5))).unwrap();
    (open, round, green)
}

#[test]
fn only_the_green_arc_is_filled_and_the_return_is_more_than_was_required() {
    let (open, round, green) = green_only();
    let survey = open.survey_of(round).unwrap();
    let scores = Scores::of_round(&open, round);
    let picture = rainbow::chart(
        &survey.framework,
        |theme| shown(scores.themes.get(theme), SMALLEST_GROUP),
        &BTreeMap::new(),
        |_| None,
    );
    let filled: Vec<&str> = picture
        .arcs
        .iter()
        .filter(|arc| matches!(arc.reading, Reading::Score { .. }))
        .map(|arc| arc.key.as_str())
        .collect();
    assert_eq!(filled, [green.as_str()]);
    assert_eq!(picture.arcs.iter().filter(|arc| arc.reading == Reading::NotAsked).count(), 7);
    let returns = Returns::of_round(&open, round);
    assert_eq!((returns.total, returns.minimum, returns.missing()), (54, Some(45), 0));
    let breakdown = Breakdown::of(&open, round, &Cut::default());
    assert_eq!((breakdown.everybody.responses, breakdown.themes.as_slice()), (54, [green].as_slice()));
}

#[test]
fn each_of_five_practices_has_a_radar_about_the_middle() {
    let (open, round, green) = green_only();
    let drawn = radars::of_practices(&open, round, &green);
    assert_eq!(drawn.len(), 5);
    let practice = |one: &Statement| one.practice.clone();
    let measures: BTreeMap<PracticeId, _> = measures_by(&open, round, &Lens::default(), practice);
    assert_eq!(measures.len(), 5);
    for measure in measures.values() {
        let Shown::Mean { mean, people } = shown(Some(measure), SMALLEST_GROUP) else { panic!("a mean") };
        assert!((2.5..=3.5).contains(&mean) && people > 40, "{mean} from {people}");
    }
    let everybody = |drawn: &radars::Drawn| {
        let Reading::Score { mean, .. } = *drawn.radar.series[0].points.last().unwrap() else { panic!("a mean") };
        (drawn.radar.axes.last().unwrap().clone(), mean)
    };
    for (axis, mean) in drawn.iter().map(everybody) {
        assert_eq!(axis, "Continual improvement");
        assert!(mean < 3.0, "{mean}");
    }
}

#[test]
fn the_weakness_that_runs_across_practices_and_the_low_return_are_said() {
    let (open, round, green) = green_only();
    let across = findings::across_practices_of(&open, round, &green).unwrap();
    assert!(across.starts_with("Continual improvement is the lowest aspect in each of the 5 practices of"), "{across}");
    assert_eq!(findings::across_practices(&open, round), [across]);
    let not_heard = findings::not_heard(&open, round);
    assert_eq!(findings::not_heard_heading(&open, round), "Not heard enough");
    assert_eq!(
        not_heard[0],
        "Only 1 of 4 expected responses came from Justice and crime: 2% of all responses, where 9% was expected."
    );
    let many = ["Schools", "Health", "Early years", "social care"];
    assert!(not_heard.iter().all(|sentence| many.iter().all(|sector| !sentence.contains(sector))), "{not_heard:?}");
}
