//! The promise of everything shared: whoever has all of it can't work out what fewer than five people said, by whatever
//! adding and subtracting. The adversary here is written apart from the product and shares no arithmetic with it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod children;
mod moving;
mod papers;
mod reports;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;
use rainbow::analysis::disclosure::{Of, Shareable, Shown, Who};
use rainbow::domain::answer::Answer;
use rainbow::domain::area::{Area, FRONT_LINE, LEADERS};
use rainbow::domain::draft::Respondent;
use rainbow::domain::ids::{RecordId, ReplicaId, ResponseId, RoundId, SectorId, StaffGroupId, SurveyHash, WorkspaceId};
use rainbow::domain::response::{Pack, Response};
use rainbow::domain::rest::Rest;
use rainbow::domain::round::Round;
use rainbow::domain::survey::Survey;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::builtin;
use rainbow::exchange::wire::survey::freeze;
use uuid::Uuid;

/// The statements that are asked, each with its theme. The third is asked of leaders alone.
const ASKED: [(&str, &str); 5] = [
    ("identity-1", "identity"),
    ("identity-2", "identity"),
    ("multi-agency-leadership", "integrated-working"),
    ("multi-agency-procedures", "integrated-working"),
    ("multi-agency-skills", "integrated-working"),
];
/// The ones that the round before asked too.
const BEFORE: [usize; 2] = [0, 3];
const FOR_LEADERS: usize = 2;
/// A staff group that stands beneath leaders and managers.
const HEADS: &str = "head-teachers";
const ROUND: RoundId = RoundId(Uuid::from_u128(2));
/// The round before.
const EARLIER: RoundId = RoundId(Uuid::from_u128(9));
const THRESHOLD: usize = 5;

/// A person: sector, staff group, and a character a statement.
#[derive(Clone, Debug, PartialEq)]
struct Person {
    sector: Option<&'static str>,
    group: Option<&'static str>,
    said: String,
}

impl Person {
    fn new(sector: Option<&'static str>, group: Option<&'static str>, said: &str) -> Self {
        Self { sector, group, said: said.to_owned() }
    }

    fn leads(&self) -> bool {
        self.group != Some(FRONT_LINE)
    }

    /// Whether they were asked a statement and scored it.
    fn scored(&self, statement: usize) -> bool {
        let score = self.said.as_bytes()[statement].is_ascii_digit();
        score && (statement != FOR_LEADERS || self.leads())
    }
}

fn survey(of: &[usize]) -> Survey {
    let mut questionnaire = builtin::questionnaire().unwrap();
    questionnaire.statements.retain(|one| of.iter().any(|at| ASKED[*at].0 == one.id.as_str()));
    freeze(&builtin::framework().unwrap(), &questionnaire).unwrap()
}

/// A closed round of these people.
fn closed(people: &[Person]) -> Workspace {
    let mut open = opened();
    take(&mut open, people, 0);
    close(&mut open, ROUND, 50);
    open
}

/// An area with a round, after another one that asked less.
fn opened() -> Workspace {
    let mut area = Area::named("Fenshire");
    area.add_staff_group("Head teachers", StaffGroupId::parse(LEADERS).unwrap());
    let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), area);
    let before = survey(&BEFORE);
    let earlier = Round::opened("Before", vec![before.hash], day() - TimeDelta::days(300));
    open.open_round(EARLIER, earlier, Arc::new(before));
    let asked = survey(&[0, 1, 2, 3, 4]);
    open.open_round(ROUND, Round::opened("Now", vec![asked.hash], day()), Arc::new(asked));
    open
}

/// Closes a round by an entry of this number.
fn close(open: &mut Workspace, round: RoundId, entry: u128) {
    open.close_round(id(entry), round, day(), DateTime::UNIX_EPOCH, fresh(entry + 1)).unwrap();
}

/// Takes responses in, the first of which is that of a person of this number.
fn take(open: &mut Workspace, people: &[Person], first: usize) {
    let survey = open.survey_of(ROUND).unwrap().hash;
    let responses = people.iter().enumerate().map(|(at, person)| response(first + at, person)).collect();
    take_in(open, (ROUND, survey), responses, 10_000 + first);
}

/// What a person of a number answered.
fn response(number: usize, person: &Person) -> Response {
    Response {
        id: ResponseId(Uuid::from_u128(1_000 + u128::try_from(number).unwrap())),
        revision: 1,
        respondent: Respondent {
            sector: person.sector.and_then(SectorId::parse),
            staff_group: person.group.and_then(StaffGroupId::parse),
            organisation: String::new(),
        },
        finished: None,
        answers: person.said.chars().map(|said| Answer::from_char(said).unwrap()).collect(),
        comments: BTreeMap::new(),
        rest: Rest::new(),
    }
}

/// Takes responses to a survey of a round in, into packs whose ids begin at this number.
fn take_in(open: &mut Workspace, (round, survey): (RoundId, SurveyHash), responses: Vec<Response>, packs: usize) {
    let pack = Pack { round, survey, responses, sources: Vec::new(), rest: Rest::new() };
    open.take_responses(&[pack], fresh(u128::try_from(packs).unwrap()));
}

fn day() -> NaiveDate {
    "2009-12-01".parse().unwrap()
}

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn fresh(first: u128) -> impl FnMut() -> RecordId {
    let mut number = first;
    move || {
        number += 1;
        id(number)
    }
}

/// Everything that is shared of a round is known, and whose scores stand in each figure with which factor.
struct Adversary {
    people: Vec<Person>,
    known: Vec<Vec<Number>>,
    rank: usize,
}

impl Adversary {
    fn reading(people: &[Person], shared: &[(usize, Shareable)]) -> Self {
        let mut adversary = Self { people: people.to_vec(), known: Vec::new(), rank: 0 };
        for (count, shareable) in shared {
            for (of, who, shown) in shareable.figures() {
                let (factors, standing) = adversary.factors(of, who, *count);
                match shown {
                    Shown::Mean { people, .. } => {
                        assert_eq!(people, standing, "{of:?} {who:?}");
                        adversary.known.push(factors);
                    }
                    Shown::TooFew => assert!(standing > 0, "{of:?} {who:?}"),
                    Shown::NoAnswers | Shown::NotAsked => assert_eq!(standing, 0, "{of:?} {who:?}"),
                }
            }
        }
        adversary.rank = rank(adversary.known.clone());
        adversary
    }

    /// The factor of each score in a figure of the first `count` people, and how many people stand behind it.
    fn factors(&self, of: &Of, who: &Who, count: usize) -> (Vec<Number>, usize) {
        let mut factors = vec![0; self.people.len() * ASKED.len()];
        let mut standing = 0;
        for (at, person) in self.people.iter().take(count).enumerate().filter(|(_, person)| is_meant(who, person)) {
            let scores: Vec<usize> = (0..ASKED.len()).filter(|one| belongs(of, *one) && person.scored(*one)).collect();
            for score in &scores {
                factors[at * ASKED.len() + score] = inverse(scores.len() as Number);
            }
            standing += usize::from(!scores.is_empty());
        }
        (factors, standing)
    }

    /// Whether something can be worked out that depends on what these people said and on nobody else's answers: then the
    /// figures tell less once these people's answers are known.
    fn gives_away(&self, few: &[usize]) -> bool {
        let mut without = self.known.clone();
        for row in &mut without {
            for person in few {
                row[person * ASKED.len()..(person + 1) * ASKED.len()].fill(0);
            }
        }
        rank(without) < self.rank
    }

    /// Sets of fewer people than the threshold that are worth trying: every figure and every class of so few, and others.
    fn suspects(&self, shareable: &Shareable, others: &[Vec<prop::sample::Index>]) -> Vec<Vec<usize>> {
        let all = 0..self.people.len();
        let sets_of =
            |is: &dyn Fn(&Person) -> bool| -> Vec<usize> { all.clone().filter(|at| is(&self.people[*at])).collect() };
        let mut sets: Vec<Vec<usize>> = Vec::new();
        for (of, who, _) in shareable.figures() {
            let scored = |person: &Person| (0..ASKED.len()).any(|one| belongs(of, one) && person.scored(one));
            sets.push(sets_of(&|person| is_meant(who, person) && scored(person)));
        }
        for one in &self.people {
            sets.push(sets_of(&|person| (person.sector, person.group) == (one.sector, one.group)));
        }
        sets.retain(|set| set.len() < THRESHOLD);
        sets.extend(others.iter().map(|set| set.iter().map(|at| at.index(self.people.len())).collect()));
        sets.sort();
        sets.dedup();
        sets
    }
}

fn is_meant(who: &Who, person: &Person) -> bool {
    match who {
        Who::Everybody => true,
        Who::Sector(sector) => person.sector == sector.as_ref().map(SectorId::as_str),
        Who::StaffGroup(Some(group)) if group.as_str() == LEADERS => matches!(person.group, Some(LEADERS | HEADS)),
        Who::StaffGroup(group) => person.group == group.as_ref().map(StaffGroupId::as_str),
    }
}

fn belongs(of: &Of, statement: usize) -> bool {
    let (id, theme) = ASKED[statement];
    match of {
        Of::Theme(other) => other.as_str() == theme,
        Of::Shared(other, _) => other.as_str() == theme && BEFORE.contains(&statement),
        Of::Aspect(_, practice, aspect) => id == format!("{practice}-{aspect}"),
        Of::Statement(other) => other.as_str() == id,
    }
}

/// A whole number modulo a prime so large that no number here comes near it.
type Number = u128;
const PRIME: Number = (1 << 61) - 1;

fn inverse(number: Number) -> Number {
    let (mut result, mut power, mut left) = (1, number, PRIME - 2);
    while left > 0 {
        if left % 2 == 1 {
            result = result * power % PRIME;
        }
        power = power * power % PRIME;
        left /= 2;
    }
    result
}

/// How many of these rows tell something that the others do not.
fn rank(mut rows: Vec<Vec<Number>>) -> usize {
    let mut rank = 0;
    for column in 0..rows.first().map_or(0, Vec::len) {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(rank, pivot);
        let (above, below) = rows.split_at_mut(rank + 1);
        let top = &above[rank];
        let share = inverse(top[column]);
        for row in below.iter_mut().filter(|row| row[column] != 0) {
            let factor = PRIME - row[column] * share % PRIME;
            for (mine, theirs) in row.iter_mut().zip(top).skip(column) {
                *mine = (*mine + factor * theirs) % PRIME;
            }
        }
        rank += 1;
    }
    rank
}

fn person() -> impl Strategy<Value = Person> {
    let sector = prop_oneof![
        4 => Just(Some("health")),
        3 => Just(Some("schools")),
        1 => Just(Some("youth")),
        1 => Just(None)
    ];
    let group = prop_oneof![
        5 => Just(Some(FRONT_LINE)),
        3 => Just(Some(LEADERS)),
        2 => Just(Some(HEADS)),
        1 => Just(None)
    ];
    (sector, group, "[1-5]{3}[1-5d.][1-5d.]|[1-5d.]{5}")
        .prop_map(|(sector, group, said)| Person::new(sector, group, &said))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn nothing_of_fewer_than_five_people_can_be_worked_out_of_all_that_is_shared(
        people in prop::collection::vec(person(), 5..40),
        late in prop::collection::vec(person(), 0..12),
        others in prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 4), 24),
    ) {
        let mut open = closed(&people);
        let mut shared = vec![(people.len(), Shareable::of_round(&open, ROUND).unwrap())];
        let mut all = people.clone();
        if !late.is_empty() {
            take(&mut open, &late, people.len());
            open.take_late_in(id(70), ROUND, day(), DateTime::UNIX_EPOCH + TimeDelta::seconds(1), fresh(80)).unwrap();
            all.extend(late);
            shared.push((all.len(), Shareable::of_round(&open, ROUND).unwrap()));
        }
        let adversary = Adversary::reading(&all, &shared);
        for few in adversary.suspects(&shared.last().unwrap().1, &others) {
            prop_assert!(!adversary.gives_away(&few), "{few:?} of {all:?}");
        }
    }

    #[test]
    fn enough_people_of_every_sort_are_shown_whole(many in 12..30_usize, said in "[1-5]{5}") {
        let sorts = [("health", FRONT_LINE), ("health", LEADERS), ("schools", FRONT_LINE), ("schools", LEADERS)];
        let all = (0..many).flat_map(|_| sorts).map(|(sector, group)| Person::new(Some(sector), Some(group), &said));
        let shareable = Shareable::of_round(&closed(&all.collect::<Vec<_>>()), ROUND).unwrap();
        for (of, who, shown) in shareable.figures() {
            prop_assert!(!matches!(shown, Shown::TooFew), "{of:?} {who:?}");
        }
    }
}

fn figure(shareable: &Shareable, wanted: (&str, &str)) -> Shown {
    let found = shareable
        .figures()
        .find(|(of, who, _)| (format!("{of:?}"), format!("{who:?}")) == (wanted.0.to_owned(), wanted.1.to_owned()));
    found.map_or(Shown::NotAsked, |(.., shown)| shown)
}

fn is_shown(shareable: &Shareable, of: &str, who: &str) -> bool {
    matches!(figure(shareable, (of, who)), Shown::Mean { .. })
}

#[test]
fn one_person_who_did_not_say_their_staff_group_is_not_what_the_others_leave_over() {
    let mut people = vec![Person::new(Some("health"), Some(FRONT_LINE), "34d34"); 10];
    people.extend(vec![Person::new(Some("schools"), Some(LEADERS), "43123"); 10]);
    let shared = |people: &[Person]| Shareable::of_round(&closed(people), ROUND).unwrap();
    let all = shared(&people);
    people.push(Person::new(Some("schools"), None, "55555"));
    let with_one = shared(&people);
    for theme in ["Theme(identity)", "Theme(integrated-working)"] {
        let shown = |of: &Shareable, who: &str| is_shown(of, theme, who);
        assert!(
            ["Everybody", "StaffGroup(Some(front-line))", "StaffGroup(Some(leaders))"]
                .iter()
                .all(|who| shown(&all, who))
        );
        assert!(shown(&with_one, "Everybody") && shown(&with_one, "StaffGroup(Some(front-line))"));
        assert_eq!(figure(&with_one, (theme, "StaffGroup(Some(leaders))")), Shown::TooFew);
    }
}

#[test]
fn one_person_who_alone_scored_a_statement_is_not_what_the_theme_has_more_than_its_other_statement() {
    let mut people = vec![Person::new(Some("health"), Some(FRONT_LINE), "3...."); 9];
    people.push(Person::new(Some("health"), Some(FRONT_LINE), "35..."));
    let shareable = Shareable::of_round(&closed(&people), ROUND).unwrap();
    assert!(is_shown(&shareable, "Theme(identity)", "Everybody"));
    assert_eq!(figure(&shareable, ("Statement(identity-1)", "Everybody")), Shown::TooFew);
    assert_eq!(figure(&shareable, ("Statement(identity-2)", "Everybody")), Shown::TooFew);
}

#[test]
fn a_round_may_ask_for_more_people_behind_every_figure() {
    let people = vec![Person::new(Some("health"), Some(FRONT_LINE), "34.34"); 9];
    let mut open = closed(&people);
    let round = open.round(ROUND).unwrap().clone();
    assert!(is_shown(&Shareable::of_round(&open, ROUND).unwrap(), "Theme(identity)", "Everybody"));
    open.set_round(ROUND, Round { smallest_group: Some(10), ..round }).unwrap();
    let shareable = Shareable::of_round(&open, ROUND).unwrap();
    assert_eq!(shareable.smallest_group, 10);
    assert!(shareable.figures().all(|(.., shown)| !matches!(shown, Shown::Mean { .. })));
    assert_eq!(shareable.by_sector.values().sum::<usize>(), 9);
}
