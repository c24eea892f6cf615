//! What the first round promises: another questionnaire, another uneven return, and a rainbow that has moved since.

use super::*;
use crate::analysis::disclosure::shown;
use crate::analysis::scores::Scores;
use crate::domain::ids::ThemeId;
use crate::domain::round::Target;

/// Both rounds, the first one first: its survey and its responses.
fn both(sample: &Workspace) -> [(Arc<Survey>, Vec<Response>); 2] {
    let [(first, _), (second, _)] = sample.rounds()[..] else { panic!("two rounds") };
    [asked(sample, first), asked(sample, second)]
}

fn theme(id: &str) -> ThemeId {
    ThemeId::parse(id).unwrap()
}

/// How much a theme rose from the first round to the second, over the statements that `of` chooses.
fn rise(rounds: &[(Arc<Survey>, Vec<Response>); 2], id: &ThemeId, of: impl Fn(&Statement) -> bool) -> f64 {
    let [first, second] =
        rounds.each_ref().map(|(survey, responses)| mean(survey, responses, |one| one.theme == *id && of(one)));
    second - first
}

#[test]
fn it_fell_short_with_another_uneven_return() {
    let [(_, responses), _] = both(&sample());
    assert_eq!(responses.len(), 38);
    let expected = [
        ("early-years", 8),
        ("health", 2),
        ("justice", 2),
        ("schools", 12),
        ("social-care", 9),
        ("sport-leisure", 1),
        ("voluntary", 1),
        ("youth", 3),
    ];
    assert_eq!(by_sector(&responses), BTreeMap::from(expected));
    let leaders = responses.iter().filter(|response| leads(response)).count();
    assert_eq!(leaders, 12);
    let open = day_of("2008-12-01")..=day_of("2008-12-19");
    assert!(responses.iter().all(|response| open.contains(&response.finished.unwrap())));
}

#[test]
fn it_asked_an_earlier_issue_of_the_questionnaire() {
    let [(first, responses), (second, _)] = both(&sample());
    assert_ne!(first.hash, second.hash);
    assert_eq!(first.questionnaire.title, "Standard questionnaire, first issue");
    assert!(responses.iter().all(|response| response.answers.len() == 56));
    let (earlier, later) = (&first.questionnaire.statements, &second.questionnaire.statements);
    assert!(earlier.iter().all(|statement| later.contains(statement)), "what both ask has the same words");
    let added = later.iter().filter(|statement| !earlier.contains(statement)).map(|statement| statement.id.as_str());
    assert_eq!(added.collect::<Vec<_>>(), ["behaviours-5", "roles-5", "capacity-5", "outcomes-5"]);
}

#[test]
fn the_rainbow_has_moved_since_where_both_rounds_asked_the_same() {
    let rounds = both(&sample());
    let asked_twice = |statement: &Statement| rounds[0].0.statement(&statement.id).is_some();
    let (survey, _) = &rounds[1];
    for theme in &survey.framework.themes {
        let rise = rise(&rounds, &theme.id, asked_twice);
        let expected = match theme.id.as_str() {
            "capacity" => -0.4..=-0.2,
            "roles" => -0.05..=0.05,
            _ => 0.15..=0.5,
        };
        assert!(expected.contains(&rise), "{} {rise}", theme.id);
    }
}

#[test]
fn an_arc_that_stood_still_seems_to_fall_if_all_statements_are_compared() {
    let rounds = both(&sample());
    let naive = rise(&rounds, &theme("roles"), |_| true);
    assert!((-0.2..=-0.1).contains(&naive), "{naive}");
}

#[test]
fn every_theme_can_be_shown_in_both_rounds() {
    let sample = sample();
    let figures = sample.rounds().into_iter().map(|(id, round)| {
        let scores = Scores::of_round(&sample, id);
        let themes = scores.themes.iter().map(|(theme, measure)| format!("  {theme}: {:?}", shown(Some(measure), 5)));
        format!("{}\n{}", round.title, themes.collect::<Vec<_>>().join("\n"))
    });
    insta::assert_snapshot!(figures.collect::<Vec<_>>().join("\n"));
}

#[test]
fn one_aim_for_every_arc_came_before_the_targets_that_count() {
    let sample = sample();
    let all = sample.records().iter().filter_map(|record| match &record.body {
        Body::Target(target) => Some(target),
        _ => None,
    });
    let (first, later): (Vec<&Target>, Vec<&Target>) = all.partition(|target| target.on == day_of("2009-01-16"));
    assert_eq!((first.len(), later.len()), (8, 8));
    assert!(first.iter().all(|target| target.score.unwrap().tenths() == 35));
    let counts = sample.targets();
    assert_eq!(counts.len(), 8);
    assert!(counts.values().all(|target| target.on == day_of("2010-01-15")));
}
