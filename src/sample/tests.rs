//! What the sample promises: the same every time, whole, uneven in the ways that it is meant to be, and free of people.

mod first_round;
mod green_arc;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::*;
use crate::domain::answer::Answer;
use crate::domain::ids::{RecordId, RoundId};
use crate::domain::merge::merge;
use crate::domain::record::{Body, Kind};
use crate::domain::response::{PACK_SIZE, Response};
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::RoundState;
use crate::exchange::export::{self, Extent};

const REPLICA: ReplicaId = ReplicaId(7);

fn sample() -> Workspace {
    workspace(REPLICA).unwrap().0
}

fn day_of(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The survey of the second round and its responses.
fn round(sample: &Workspace) -> (Arc<Survey>, Vec<Response>) {
    let [_, (id, _)] = sample.rounds()[..] else { panic!("two rounds") };
    asked(sample, id)
}

/// The survey of a round and its responses.
fn asked(sample: &Workspace, id: RoundId) -> (Arc<Survey>, Vec<Response>) {
    let gathered = sample.gathered(id);
    assert!(gathered.clashes.is_empty());
    let responses = gathered.responses.into_values().map(|(_, response)| response.clone());
    (sample.survey_of(id).unwrap().clone(), responses.collect())
}

fn leads(response: &Response) -> bool {
    let group = response.respondent.staff_group.as_ref().map(|group| group.as_str());
    matches!(group, Some("leaders" | "head-teachers"))
}

/// How many responses came from each sector; those who did not say stand under nothing.
fn by_sector(responses: &[Response]) -> BTreeMap<&str, usize> {
    let mut sectors = BTreeMap::new();
    for response in responses {
        *sectors.entry(response.respondent.sector.as_ref().map_or("", |id| id.as_str())).or_default() += 1;
    }
    sectors
}

/// The mean over people of each person's own mean, over the statements that `of` chooses.
fn mean<'a>(
    survey: &Survey,
    responses: impl IntoIterator<Item = &'a Response>,
    of: impl Fn(&Statement) -> bool,
) -> f64 {
    let average = |numbers: &[f64]| numbers.iter().sum::<f64>() / f64::from(u32::try_from(numbers.len()).unwrap());
    let people = responses.into_iter().filter_map(|response| {
        let said = survey.questionnaire.statements.iter().zip(&response.answers).filter(|(statement, _)| of(statement));
        let scores: Vec<f64> = said.filter_map(|(_, answer)| Some(f64::from(answer.score()?.get()))).collect();
        (!scores.is_empty()).then(|| average(&scores))
    });
    average(&people.collect::<Vec<_>>())
}

fn count(survey: &Survey, responses: &[Response], of: impl Fn(&Statement, &Response, Answer) -> bool) -> usize {
    let said = |response: &Response| {
        let rows = survey.questionnaire.statements.iter().zip(&response.answers);
        rows.filter(|(statement, answer)| of(statement, response, **answer)).count()
    };
    responses.iter().map(said).sum()
}

#[test]
fn it_is_the_same_every_time_and_whoever_makes_it() {
    let now = recorded(today());
    let file = |sample: &Workspace| export::workspace(sample, Extent::Everything, now).unwrap();
    let (one, edits) = workspace(REPLICA).unwrap();
    let (other, _) = workspace(ReplicaId(8)).unwrap();
    assert_eq!(file(&one), file(&sample()));
    assert_eq!(file(&one), file(&other));
    assert_eq!((one.replica(), other.replica()), (REPLICA, ReplicaId(8)));
    let both = merge(one.records().clone(), other.records());
    assert_eq!((&both, both.conflicts().count()), (one.records(), 0));
    let changed: BTreeSet<RecordId> = edits.into_iter().flat_map(|edit| edit.changed).collect();
    assert_eq!(changed, one.records().iter().map(|record| record.id).collect());
}

#[test]
fn it_is_marked_as_a_sample_and_set_on_one_day() {
    let sample = sample();
    assert_eq!((sample.id(), today()), (WORKSPACE, day_of("2010-01-29")));
    let area = sample.area().unwrap();
    assert!(area.is_sample);
    assert_eq!((area.sectors.len(), area.staff_groups.len()), (8, 4));
    let rounds = sample.rounds();
    let titles: Vec<_> = rounds.iter().map(|(_, round)| round.title.as_str()).collect();
    assert_eq!(titles, ["December 2008", "December 2009"]);
    assert!(rounds.iter().all(|(_, round)| round.minimum == Some(45)));
    let opened: Vec<_> = rounds.iter().map(|(_, round)| round.opened).collect();
    assert_eq!(opened, [day_of("2008-12-01"), day_of("2009-12-01")]);
    let states: Vec<_> = rounds.iter().map(|(id, _)| sample.round_state(*id)).collect();
    assert_eq!(states, ["2008-12-19", "2009-12-18"].map(|on| RoundState::Closed(day_of(on))));
    for record in sample.records().iter() {
        let (on, from) = match &record.body {
            Body::Target(target) => (target.on, "2009-01-16"),
            Body::Progress(progress) => (progress.on, "2009-10-30"),
            Body::Position(position) => (position.on, "2010-01-22"),
            Body::Evidence(evidence) => (evidence.on, "2009-10-05"),
            Body::Discussion(discussion) => (discussion.on, "2009-12-04"),
            Body::GuideSession(session) => (session.on, "2009-12-03"),
            _ => continue,
        };
        assert!((day_of(from)..=today()).contains(&on));
    }
}

#[test]
fn the_return_is_uneven_by_sector() {
    let (survey, responses) = round(&sample());
    assert_eq!((responses.len(), survey.questionnaire.statements.len()), (54, 60));
    let sectors = by_sector(&responses);
    for response in &responses {
        assert!((day_of("2009-12-01")..=day_of("2009-12-18")).contains(&response.finished.unwrap()));
    }
    assert_eq!(sectors["justice"], 1);
    let justice = |response: &&Response| response.respondent.sector.as_ref().is_some_and(|id| id.as_str() == "justice");
    assert!(responses.iter().find(justice).unwrap().answers.last().unwrap().is_given());
    for many in ["schools", "health", "social-care", "early-years"] {
        assert!(sectors[many] >= 10, "{many}");
    }
    for few in ["youth", "voluntary", "sport-leisure"] {
        assert!((2..=4).contains(&sectors[few]), "{few}");
    }
    let leaders = responses.iter().filter(|response| leads(response)).count();
    assert!((14..=18).contains(&leaders), "{leaders} leaders");
}

#[test]
fn every_answer_is_to_something_that_was_asked() {
    let sample = sample();
    let (survey, responses) = round(&sample);
    let groups = &sample.area().unwrap().staff_groups;
    let asked = |statement: &Statement, response: &Response| {
        statement.is_asked_of(response.respondent.staff_group.as_ref(), groups)
    };
    assert_eq!(
        count(&survey, &responses, |statement, response, answer| answer.is_given() && !asked(statement, response)),
        0
    );
    assert!(responses.iter().all(|response| response.answers.len() == 60));
    for (answer, at_least) in [(Answer::DontKnow, 100), (Answer::NotApplicable, 25), (Answer::NotAnswered, 60)] {
        let found =
            count(&survey, &responses, |statement, response, said| said == answer && asked(statement, response));
        assert!(found >= at_least, "{answer:?} {found} times");
    }
    let stopped = responses.iter().filter(|response| {
        let last = response.answers.iter().rposition(|answer| answer.is_given()).unwrap();
        assert!(last >= 12);
        last < 40
    });
    let stopped = stopped.count();
    assert!((2..=6).contains(&stopped), "{stopped} stopped");
}

#[test]
fn the_front_line_does_not_know_what_organisations_do_together() {
    let (survey, responses) = round(&sample());
    let share = |leaders: bool, trust: bool| {
        let of = |statement: &Statement, response: &Response| {
            let from_trust = statement.perspective.as_ref().is_some_and(|id| id.as_str() == "trust");
            leads(response) == leaders && from_trust == trust
        };
        let unknown =
            count(&survey, &responses, |statement, response, said| of(statement, response) && said == Answer::DontKnow);
        let given = count(&survey, &responses, |statement, response, said| of(statement, response) && said.is_given());
        unknown * 100 / given
    };
    assert!(share(false, true) >= 15, "{} %", share(false, true));
    assert!(share(false, false) <= 6);
    assert!(share(true, true) <= 9);
}

#[test]
fn comments_stand_beside_the_answers_that_they_explain() {
    let sample = sample();
    let [(first, _), (second, _)] = sample.rounds()[..] else { panic!("two rounds") };
    for (id, written) in [(first, comments::EARLIER_COMMENTS.as_slice()), (second, comments::COMMENTS.as_slice())] {
        let (survey, responses) = asked(&sample, id);
        let all: Vec<_> =
            responses.iter().flat_map(|response| response.comments.iter().map(move |one| (response, one))).collect();
        assert_eq!(all.len(), written.len());
        let about: BTreeSet<_> = all.iter().map(|(_, (statement, _))| statement).collect();
        assert_eq!(about.len(), all.len());
        for (response, (statement, text)) in all {
            let comment = written.iter().find(|comment| comment.text == text).unwrap();
            let answer = response.answers[survey.position(statement).unwrap()];
            assert_eq!((statement.as_str(), answer.to_char()), (comment.statement, comment.answer));
        }
    }
}

#[test]
fn the_arcs_stand_apart_from_one_another() {
    let (survey, responses) = round(&sample());
    let front: Vec<_> = responses.iter().filter(|response| !leads(response)).collect();
    let leaders: Vec<_> = responses.iter().filter(|response| leads(response)).collect();
    let mut means = Vec::new();
    let mut rosier = 0;
    for theme in &survey.framework.themes {
        let of = |statement: &Statement| statement.theme == theme.id;
        let all = mean(&survey, &responses, of);
        let apart = mean(&survey, leaders.iter().copied(), of) - mean(&survey, front.iter().copied(), of);
        assert!((2.4..=3.8).contains(&all), "{} {all}", theme.id);
        rosier += usize::from(apart > 0.25);
        assert_eq!(apart < -0.25, theme.id.as_str() == "capacity", "{} {apart}", theme.id);
        means.push((all, theme.id.as_str()));
    }
    means.sort_by(|a, b| a.0.total_cmp(&b.0));
    let [(lowest, weakest), .., (highest, strongest)] = means[..] else { panic!("eight arcs") };
    assert!(highest - lowest >= 0.9);
    assert_eq!((weakest, strongest), ("roles", "training"));
    assert!(rosier >= 4, "{rosier}");
    for theme in &survey.framework.themes {
        let target = sample().targets()[&theme.id].score.unwrap().tenths();
        assert!((35..=45).contains(&target));
    }
}

#[test]
fn every_practice_is_about_the_middle_and_lacks_improvement() {
    let (survey, responses) = round(&sample());
    for practice in &survey.framework.practices {
        let all = mean(&survey, &responses, |one| one.practice.as_ref() == Some(&practice.id));
        assert!((2.6..=3.5).contains(&all), "{} {all}", practice.id);
        let by_aspect = survey.framework.aspects.iter().map(|aspect| {
            let of = |one: &Statement| {
                one.practice.as_ref() == Some(&practice.id) && one.aspect.as_ref() == Some(&aspect.id)
            };
            (mean(&survey, &responses, of), aspect.id.as_str())
        });
        let mut by_aspect: Vec<_> = by_aspect.collect();
        by_aspect.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert_eq!(by_aspect[0].1, "improvement", "{} {by_aspect:?}", practice.id);
    }
}

#[test]
fn the_plan_has_twelve_actions_with_written_dates_and_no_rag() {
    let sample = sample();
    let (survey, _) = round(&sample);
    let [(plan, _)] = sample.plans()[..] else { panic!("one plan") };
    let items = sample.items(plan);
    let labels: Vec<_> = items.iter().map(|(_, item)| item.label.as_str()).collect();
    assert_eq!(labels, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    let due: BTreeSet<_> = items.iter().map(|(_, item)| item.due.as_str()).collect();
    let written = ["2011", "31 March 2010", "Apr-10", "Feb-10", "Nov-09", "Oct-09", "Summer 2010", "on-going"];
    assert_eq!(due, BTreeSet::from(written));
    let served: BTreeSet<_> = items.iter().flat_map(|(_, item)| &item.themes).collect();
    assert!(served.iter().all(|theme| survey.framework.theme(theme).is_some()));
    let unserved = survey.framework.themes.iter().filter(|theme| !served.contains(&theme.id));
    assert_eq!(unserved.map(|theme| theme.id.as_str()).collect::<Vec<_>>(), ["roles"]);
    let progress = sample.progress();
    assert_eq!(progress.len(), 11);
    let entries: Vec<_> = progress.values().flatten().collect();
    assert!(entries.iter().all(|entry| entry.rag.is_none()));
    let [revised] = &entries.iter().filter_map(|entry| entry.revised.as_ref()).collect::<Vec<_>>()[..] else {
        panic!("one revised date")
    };
    assert_eq!((revised.due.as_str(), revised.reason.as_str()), ("31 Dec 2009", "resourcing"));
}

#[test]
fn a_larger_second_round_comes_from_the_same_people_in_packs() {
    let small = sample();
    for (responses, packs) in [(1_000, 1), (2_500, 3)] {
        let (large, _) = workspace_of(REPLICA, responses).unwrap();
        assert_ne!(large.id(), WORKSPACE);
        assert_eq!(large.records().count(&Kind::Pack), 1 + packs);
        assert_eq!(large.records().conflicts().count(), 0);
        let [(first, _), (second, _)] = large.rounds()[..] else { panic!("two rounds") };
        assert!(large.packs(second).all(|(_, pack)| pack.responses.len() <= PACK_SIZE));
        let (_, all) = round(&large);
        assert_eq!(all.len(), responses);
        assert!(round(&small).1.iter().all(|response| all.contains(response)));
        assert_eq!(asked(&large, first), asked(&small, first));
    }
}

#[test]
fn a_conference_spoke_about_the_arcs_and_a_workshop_was_kept_as_the_evidence_that_it_is() {
    let (sample, framework) = (sample(), builtin::framework().unwrap());
    let (talk, _) = sample.discussions()[0];
    let sections = crate::analysis::discussion::by_arc(&sample, talk, Some(&framework));
    assert_eq!(sections[0].themes.len(), 2, "red and orange share a note");
    assert_eq!(
        sections.iter().map(|section| section.count()).sum::<usize>(),
        13,
        "12 ideas, one of them under two arcs"
    );
    let [(_, session)] = sample.guide_sessions()[..] else { panic!("one session") };
    let kept = sample.evidence_of(session.evidence.unwrap()).unwrap();
    let made = crate::domain::guiding::evidence(session, Some(&framework), Some(kept)).unwrap();
    assert_eq!((kept, kept.people), (&made, Some(18)));
    assert_eq!(sample.evidence().len(), 4, "it is one of the pieces that there were");
}

#[test]
fn tables_sorted_the_outcomes_at_a_conference_and_agree_more_often_than_not() {
    let sample = sample();
    let [(id, _)] = sample.exercises()[..] else { panic!("one exercise") };
    let tally = crate::analysis::tally::of_exercise(&sample, id).unwrap();
    assert_eq!((tally.sheets, tally.faulty.len()), (6, 1));
    assert!((150..190).contains(&tally.all.n()), "{}", tally.all.n());
    assert!(tally.all.percentages.iter().all(|share| *share >= 5), "{:?}", tally.all.percentages);
    let shared = tally.by_agreement();
    assert!(shared.iter().filter(|card| card.alike * 2 > card.tables).count() * 2 > shared.len());
}
