//! Two areas that nobody outside may tell apart read the same in every report: what differs between them is only what must not be
//! shared (what few people scored, comments that nobody let through, what few children said, how many hands went up for what, and
//! what was heard beside the survey).

use std::cell::Cell as Counter;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::DateTime;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rainbow::analysis::disclosure::Shareable;
use rainbow::domain::comment_review::{CommentReview, Verdict, comment_digest};
use rainbow::domain::discussion::{Discussion, Said};
use rainbow::domain::evidence::{Evidence, Judged, Source};
use rainbow::domain::exercise::{Cell, Exercise, Made, TableSheet, Whose};
use rainbow::domain::frozen_report::FrozenReport;
use rainbow::domain::group_answers::{GroupAnswers, Hands};
use rainbow::domain::headcount::{Among, Headcount};
use rainbow::domain::ids::{
    DiscussionId, EvidenceId, ExerciseId, IdeaId, ItemId, PlanId, ReplicaId, SheetId, StatementId, ThemeId,
    TrainingEventId,
};
use rainbow::domain::order::OrderKey;
use rainbow::domain::plan::{Plan, PlanItem, Progress, Rag};
use rainbow::domain::record::Body;
use rainbow::domain::report_text::ReportKind;
use rainbow::domain::response::Response;
use rainbow::domain::rest::Rest;
use rainbow::domain::training::{Professions, TrainingEvent};
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::builtin;
use rainbow::exchange::export::{self, Extent};
use rainbow::reports::document::Report;
use rainbow::reports::strategy::Annex;
use rainbow::reports::{board, conference, html, lead_sheet, poster, progress, proposal, strategy, summary, told_us};
use uuid::Uuid;

use super::children::{self, standing, themes};
use super::{ASKED, BEFORE, EARLIER, Person, ROUND, THRESHOLD, close, day, id, opened, person, response, take_in};

/// The plan that is reported on, and who leads its action.
const PLAN: PlanId = PlanId(Uuid::from_u128(3));
const LEAD: &str = "Workforce lead";
/// Words that nobody let through, and that may stand nowhere.
const UNSEEN: &str = "unseen words";

/// What an area holds that its reports are drawn from.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    people: Vec<Person>,
    /// Those who answered the round before.
    before: Vec<Person>,
    /// What each child said alone, a character a statement.
    children: Vec<String>,
    /// The hands that went up in a group of children.
    hands: [u32; 5],
    /// Where people in a room placed an arc.
    judged: [u32; 5],
    /// What tells the words that nobody let through apart.
    words: &'static str,
    /// Whether both rounds are closed.
    is_closed: bool,
}

impl Held {
    /// The same for everybody outside: what few said is otherwise, and all else that stays inside. Scores of the workforce change
    /// with people two by two, as far as no shareable figure tells.
    fn otherwise(&self, pairs: &[(prop::sample::Index, prop::sample::Index)]) -> Self {
        let mut other = Self { words: "others", ..self.clone() };
        other.hands.reverse();
        other.judged.reverse();
        for theme in themes() {
            if !self.is_closed || standing(&self.children, theme) < THRESHOLD {
                for said in &mut other.children {
                    *said = turned(said, |at| children::ASKED[at].1 == theme);
                }
            }
        }
        let seen = self.seen();
        let tried = |change: &dyn Fn(&mut Self), other: &mut Self| {
            let mut changed = other.clone();
            change(&mut changed);
            if changed.seen() == seen {
                *other = changed;
            }
        };
        for (one, another) in pairs {
            tried(&|held| swapped(&mut held.people, one, another), &mut other);
            tried(&|held| swapped(&mut held.before, one, another), &mut other);
        }
        tried(&|held| held.people.iter_mut().for_each(turn), &mut other);
        tried(&|held| held.before.iter_mut().for_each(turn), &mut other);
        other
    }

    /// What may be shared of the workforce's answers.
    fn seen(&self) -> [Option<Shareable>; 2] {
        let open = self.answered();
        [EARLIER, ROUND].map(|round| Shareable::of_round(&open, round).ok())
    }

    /// The area with the workforce's answers alone.
    fn answered(&self) -> Workspace {
        let mut open = opened();
        self.take_workforce(&mut open);
        self.close(&mut open);
        open
    }

    fn take_workforce(&self, open: &mut Workspace) {
        let commented = |number: usize, person: &Person| -> Response {
            let comments = BTreeMap::from([(statement(), self.comment(number))]);
            Response { comments, ..response(number, person) }
        };
        let all = self.people.iter().enumerate().map(|(at, person)| commented(at, person)).collect();
        let asked = open.survey_of(ROUND).unwrap().hash;
        take_in(open, (ROUND, asked), all, 10_000);
        let all = self.before.iter().enumerate().map(|(at, person)| {
            let said: String = BEFORE.iter().map(|asked| person.said.as_bytes()[*asked] as char).collect();
            response(300 + at, &Person { said, ..person.clone() })
        });
        let (all, asked) = (all.collect(), open.survey_of(EARLIER).unwrap().hash);
        take_in(open, (EARLIER, asked), all, 11_000);
    }

    /// A person's comment: one in three was let through.
    fn comment(&self, number: usize) -> String {
        if number.is_multiple_of(3) { format!("Comment {number}") } else { format!("{UNSEEN} {} {number}", self.words) }
    }

    fn close(&self, open: &mut Workspace) {
        if self.is_closed {
            close(open, EARLIER, 40_000);
            close(open, ROUND, 50_000);
        }
    }

    /// The whole area.
    fn area(&self) -> Workspace {
        let mut open = opened();
        open.ask_children(ROUND, Arc::new(children::survey())).unwrap();
        self.take_workforce(&mut open);
        children::take(&mut open, &self.children, 0);
        self.say_in_rooms(&mut open);
        self.close(&mut open);
        self.review(&mut open);
        work(&mut open);
        open
    }

    fn say_in_rooms(&self, open: &mut Workspace) {
        let survey = open.children_survey_of(ROUND).unwrap().clone();
        let asked = survey.questionnaire.statements.first().unwrap().id.clone();
        let group = GroupAnswers {
            round: ROUND,
            survey: survey.hash,
            on: day(),
            people: self.hands.iter().sum::<u32>() + 1,
            note: format!("{UNSEEN} {}", self.words),
            hands: BTreeMap::from([(asked, Hands { scores: self.hands, dont_know: 0 })]),
            rest: Rest::new(),
        };
        open.set_group_answers(id(101), group).unwrap();
        let evidence = Evidence {
            source: Source::FocusGroup,
            title: format!("{UNSEEN} {}", self.words),
            on: day(),
            people: None,
            round: Some(ROUND),
            heard: format!("{UNSEEN} {}", self.words),
            arcs: BTreeMap::from([(theme("identity"), Judged(self.judged))]),
            perspectives: BTreeSet::new(),
            rest: Rest::new(),
        };
        open.set_evidence(EvidenceId(Uuid::from_u128(102)), evidence).unwrap();
    }

    fn review(&self, open: &mut Workspace) {
        for (number, person) in self.people.iter().enumerate() {
            let comment = self.comment(number);
            let verdict = if number.is_multiple_of(3) { Verdict::Show } else { Verdict::Hide };
            if number % 3 != 2 {
                open.review_comment(CommentReview {
                    response: response(number, person).id,
                    statement: statement(),
                    looked_at: comment_digest(&comment),
                    verdict,
                    by: String::new(),
                    at: DateTime::UNIX_EPOCH,
                    rest: Rest::new(),
                });
            }
        }
    }
}

/// What everybody may know: a plan, training, an exercise, a discussion and a headcount.
fn work(open: &mut Workspace) {
    open.set_plan(PLAN, Plan::titled("Plan"));
    let action = ItemId(Uuid::from_u128(103));
    let (text, lead, due) = ("Meet".to_owned(), LEAD.to_owned(), "May 2009".to_owned());
    let item = PlanItem { text, lead, due, ..PlanItem::blank(PLAN, OrderKey::between(None, None)) };
    open.set_item(action, item, day()).unwrap();
    let (text, rag) = ("They met.".to_owned(), Some(Rag::Amber));
    let entry = Progress { text, rag, ..Progress::blank(action, day(), DateTime::UNIX_EPOCH) };
    open.report_progress(id(104), entry).unwrap();
    let (title, professions) = ("A course".to_owned(), Professions::read("Health visitors"));
    let event =
        TrainingEvent { title, professions, arcs: BTreeSet::from([theme("identity")]), ..TrainingEvent::default() };
    open.set_training_event(TrainingEventId(Uuid::from_u128(105)), event);
    let (sort, exercise) = (builtin::outcomes().unwrap(), ExerciseId(Uuid::from_u128(106)));
    let cell = Cell { group: sort.groups[0].id.clone(), column: sort.columns[0].id.clone() };
    let code = sort.groups[0].cards[0].code.as_str().to_owned();
    let (title, readings) = ("Exercise".to_owned(), BTreeMap::new());
    open.set_exercise(
        exercise,
        Exercise { title, on: day(), cards: Whose::Outcomes, sort, readings, rest: Rest::new() },
    );
    let cells = BTreeMap::from([(cell, vec![code])]);
    let (table, changed) = ("1".to_owned(), DateTime::UNIX_EPOCH);
    let sheet = TableSheet { exercise, table, changed, made: Made::Typed, cells, rest: Rest::new() };
    open.set_sheet(SheetId(Uuid::from_u128(107)), sheet).unwrap();
    let talk = DiscussionId(Uuid::from_u128(108));
    let (title, together) = ("Conference".to_owned(), BTreeSet::new());
    open.set_discussion(talk, Discussion { title, on: day(), together, rest: Rest::new() });
    let (text, arcs) = ("Visit each other".to_owned(), BTreeSet::from([theme("identity")]));
    let idea = Said { text, themes: arcs, ..Said::default() };
    open.add_ideas(talk, [(IdeaId(Uuid::from_u128(109)), idea)]).unwrap();
    let people = BTreeMap::from([(Among::everybody(), 900)]);
    let headcount =
        Headcount { on: day(), recorded: DateTime::UNIX_EPOCH, source: String::new(), people, rest: Rest::new() };
    open.add_headcount(id(110), headcount);
}

/// Every report that can be drawn, with what it is called where one differs.
fn reports(open: &Workspace) -> Vec<Report> {
    let (framework, glossary) = (builtin::framework().unwrap(), builtin::glossary().unwrap());
    let rounds = [EARLIER, ROUND].into_iter().flat_map(|round| {
        let said = [summary::report(open, round), board::report(open, round), poster::report(open, round)];
        said.into_iter().chain([told_us::report(open, round, day())])
    });
    let plan = [progress::report(open, PLAN, day(), day()), lead_sheet::report(open, PLAN, LEAD, day())];
    let one = |annex| strategy::report(open, &framework, &glossary, &[annex], day());
    let all = [
        proposal::report(open, &framework, Some(PLAN), day()),
        conference::report(open, &framework, day()),
        strategy::report(open, &framework, &glossary, &Annex::ALL, day()),
    ];
    rounds.chain(plan).flatten().chain(all).chain(Annex::ALL.map(one)).collect()
}

/// What is kept in a file of reports that are frozen in an area.
fn kept(open: &mut Workspace, reports: &[Report]) -> String {
    for (number, report) in reports.iter().enumerate() {
        let (report, recorded) = (Arc::new(report.clone().frozen()), DateTime::UNIX_EPOCH);
        let by = LEAD.to_owned();
        let frozen = FrozenReport { report, as_at: day(), on: day(), recorded, by, rest: Rest::new() };
        open.freeze_report(id(70_000 + u128::try_from(number).unwrap()), frozen);
    }
    let frozen = open.records().iter().filter(|record| matches!(record.body, Body::FrozenReport(_)));
    let alone = Workspace::from_records(open.id(), ReplicaId(2), frozen.cloned().collect());
    assert_eq!(alone.frozen_reports().len(), reports.len());
    export::workspace(&alone, Extent::Everything, DateTime::UNIX_EPOCH).unwrap()
}

fn statement() -> StatementId {
    StatementId::parse(ASKED[0].0).unwrap()
}

fn theme(id: &str) -> ThemeId {
    ThemeId::parse(id).unwrap()
}

/// Scores on the other side of the middle, where that is asked for: 1 for 5, 2 for 4. A 3 becomes a 1, so that no score stays.
fn turned(said: &str, is_meant: impl Fn(usize) -> bool) -> String {
    let other = |(at, said): (usize, char)| match said {
        '1'..='5' if is_meant(at) => ['5', '4', '1', '2', '3'][said as usize - '1' as usize],
        said => said,
    };
    said.chars().enumerate().map(other).collect()
}

fn turn(person: &mut Person) {
    person.said = turned(&person.said, |_| true);
}

fn swapped(people: &mut [Person], one: &prop::sample::Index, another: &prop::sample::Index) {
    if !people.is_empty() {
        let (one, another) = (one.index(people.len()), another.index(people.len()));
        let said = people[one].said.clone();
        people[one].said = std::mem::replace(&mut people[another].said, said);
    }
}

prop_compose! {
    fn held()(
        people in prop_oneof![prop::collection::vec(person(), 0..5), prop::collection::vec(person(), 5..16)],
        before in prop_oneof![prop::collection::vec(person(), 0..5), prop::collection::vec(person(), 5..12)],
        children in prop::collection::vec("[1-5d.]{5}", 0..9),
        hands in prop::array::uniform5(0..4_u32),
        judged in prop::array::uniform5(0..3_u32),
        is_closed in prop::bool::weighted(0.8),
    ) -> Held {
        Held { people, before, children, hands, judged, words: "ours", is_closed }
    }
}

#[test]
fn areas_that_nobody_outside_may_tell_apart_read_the_same_in_every_report() {
    let (changed, cases) = (Counter::new(0), Counter::new(0));
    let pairs = prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 3);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(28) };
    let run = TestRunner::new(config).run(&(held(), pairs), |(held, pairs)| {
        let other = held.otherwise(&pairs);
        cases.set(cases.get() + 1);
        changed.set(changed.get() + usize::from(held.people != other.people || held.before != other.before));
        let (mut here, mut there) = (held.area(), other.area());
        let (ours, theirs) = (reports(&here), reports(&there));
        prop_assert_eq!(ours.len(), theirs.len());
        let apart: BTreeSet<ReportKind> =
            ours.iter().zip(&theirs).filter(|(one, other)| one != other).map(|(one, _)| one.kind).collect();
        prop_assert!(apart.is_empty(), "{apart:?} tell {held:?} from {other:?}");
        for report in &ours {
            let told = html::plain(report);
            prop_assert!(!told.contains(UNSEEN), "{told}");
        }
        let (ours, theirs) = (kept(&mut here, &ours), kept(&mut there, &theirs));
        prop_assert!(ours == theirs, "frozen reports tell {held:?} from {other:?}");
        prop_assert!(!ours.contains(UNSEEN));
        Ok(())
    });
    run.unwrap();
    assert!(changed.get() * 2 > cases.get(), "scores were changed in {} of {} areas only", changed.get(), cases.get());
}

#[test]
fn every_kind_of_report_is_among_those_that_are_compared() {
    let people = vec![Person::new(Some("health"), None, "34512"); 6];
    let (children, before) = (vec!["34512".to_owned(); 6], people.clone());
    let held = Held { people, before, children, hands: [1; 5], judged: [1; 5], words: "ours", is_closed: true };
    let drawn: BTreeSet<ReportKind> = reports(&held.area()).iter().map(|report| report.kind).collect();
    let all = [
        ReportKind::Progress,
        ReportKind::Summary,
        ReportKind::Board,
        ReportKind::Poster,
        ReportKind::Proposal,
        ReportKind::Conference,
        ReportKind::Strategy,
        ReportKind::LeadSheet,
        ReportKind::ToldUs,
    ];
    assert_eq!(drawn, BTreeSet::from(all));
}
