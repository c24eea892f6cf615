//! Generated histories: what can happen at three replicas, played out, and what came of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Days, NaiveDate, Utc};
use proptest::prelude::*;
use rainbow::analysis::plan_signing::to_sign;
use rainbow::domain::answer::{Answer, Score};
use rainbow::domain::area::Area;
use rainbow::domain::draft::{Draft, Respondent};
use rainbow::domain::ids::{ItemId, PlanId, RecordId, ReplicaId, ResponseId, RoundId, TabId, WorkspaceId};
use rainbow::domain::merge::{Records, merge};
use rainbow::domain::order::OrderKey;
use rainbow::domain::plan::{Plan, PlanItem};
use rainbow::domain::plan_history::PlanSignOff;
use rainbow::domain::record::{Body, Record};
use rainbow::domain::response::{Pack, Response};
use rainbow::domain::rest::Rest;
use rainbow::domain::round::Round;
use rainbow::domain::stamp::Stamp;
use rainbow::domain::survey::Survey;
use rainbow::domain::workspace::{Edit, Workspace};
use rainbow::exchange::builtin;
use rainbow::exchange::wire::survey::freeze;
use uuid::Uuid;

use super::agreeing::{Agreeing, agree, agreeing};
use super::freezing::{Freezing, freezing, report};
use super::listing::{Listing, list, listing};
use super::sorting::{Sorting, sort, sorting};
use super::talking::{Talking, talk, talking};
use super::training::{Training, train, training};

pub(super) const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
pub(super) const ROUND: RoundId = RoundId(Uuid::from_u128(2));
pub(super) const PLAN: PlanId = PlanId(Uuid::from_u128(3));

/// A survey of one theme and three statements, so that thousands of histories take seconds.
pub(super) static SURVEY: LazyLock<Arc<Survey>> = LazyLock::new(|| {
    let (mut framework, mut questionnaire) = (builtin::framework().unwrap(), builtin::questionnaire().unwrap());
    framework.themes.truncate(1);
    framework.practices.clear();
    questionnaire
        .statements
        .retain(|statement| statement.theme == framework.themes[0].id && statement.practice.is_none());
    questionnaire.statements.truncate(3);
    Arc::new(freeze(&framework, &questionnaire).unwrap())
});

/// What can happen at a replica.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Rename(u8),
    Item(u8, u8),
    DeleteItem(u8),
    /// Signs the plan off as it stands.
    SignPlan,
    /// Chooses one of the versions of an item that are in conflict.
    Choose(u8, usize),
    Begin(u8),
    Say(u8, usize, u8),
    Finish(u8),
    Pack(BTreeSet<u8>),
    /// Responses come in a file, and small packs are folded with them.
    TakeIn(BTreeSet<u8>),
    Close,
    Reopen,
    TakeLate,
    Withdraw(u8),
    /// Evidence is heard, or something is agreed or signed.
    Agree(Agreeing),
    /// Something is done to the training map.
    Train(Training),
    /// Something is said in a room.
    Talk(Talking),
    /// Something is done with a register or a headcount.
    List(Listing),
    /// Something is done in an exercise.
    Sort(Sorting),
    /// A report is frozen, or a frozen one removed.
    Freeze(Freezing),
    /// A newer Rainbow's record comes in.
    Newer(u8, u8),
    Undo,
    Redo,
    /// The tab is loaded again: another replica, with what was kept.
    Reload,
    /// Takes in all that another replica has.
    Hear(usize),
}

pub(super) fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => any::<u8>().prop_map(Act::Rename),
        3 => (0..3_u8, any::<u8>()).prop_map(|(item, text)| Act::Item(item, text)),
        1 => (0..3_u8).prop_map(Act::DeleteItem),
        1 => Just(Act::SignPlan),
        1 => (0..3_u8, 0..3_usize).prop_map(|(item, which)| Act::Choose(item, which)),
        1 => (0..3_u8).prop_map(Act::Begin),
        2 => (0..3_u8, 0..3_usize, 1..=5_u8).prop_map(|(draft, at, score)| Act::Say(draft, at, score)),
        1 => (0..3_u8).prop_map(Act::Finish),
        1 => prop::collection::btree_set(0..6_u8, 1..4).prop_map(Act::Pack),
        1 => prop::collection::btree_set(0..6_u8, 1..4).prop_map(Act::TakeIn),
        1 => Just(Act::Close),
        1 => Just(Act::Reopen),
        1 => Just(Act::TakeLate),
        1 => (0..6_u8).prop_map(Act::Withdraw),
        4 => agreeing().prop_map(Act::Agree),
        3 => training().prop_map(Act::Train),
        3 => talking().prop_map(Act::Talk),
        2 => listing().prop_map(Act::List),
        3 => sorting().prop_map(Act::Sort),
        2 => freezing().prop_map(Act::Freeze),
        1 => (0..2_u8, any::<u8>()).prop_map(|(id, text)| Act::Newer(id, text)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => Just(Act::Reload),
        3 => (0..3_usize).prop_map(Act::Hear),
    ]
}

pub(super) fn history() -> impl Strategy<Value = Vec<(usize, Act)>> {
    prop::collection::vec((0..3_usize, act()), 0..40)
}

/// Words that stand in the comment of a response and nowhere else.
pub(super) fn words(number: u8) -> String {
    format!("the words of person {number}.")
}

pub(super) fn response_id(number: u8) -> ResponseId {
    ResponseId(Uuid::from_u128(1_000 + number as u128))
}

pub(super) fn response(number: u8) -> Response {
    let survey = &*SURVEY;
    Response {
        id: response_id(number),
        revision: 1,
        respondent: Respondent::default(),
        finished: None,
        answers: vec![Answer::DontKnow; survey.questionnaire.statements.len()],
        comments: BTreeMap::from([(survey.questionnaire.statements[0].id.clone(), words(number))]),
        rest: Rest::new(),
    }
}

pub(super) fn item(number: u8) -> ItemId {
    ItemId(Uuid::from_u128(10 + number as u128))
}

pub(super) fn pack(responses: &BTreeSet<u8>) -> Pack {
    Pack {
        round: ROUND,
        survey: SURVEY.hash,
        responses: responses.iter().map(|number| response(*number)).collect(),
        sources: Vec::new(),
        rest: Rest::new(),
    }
}

pub(super) fn day() -> NaiveDate {
    "2010-01-29".parse().unwrap()
}

/// The day of a step: every few steps a day goes by.
pub(super) fn day_of(step: usize) -> NaiveDate {
    day() + Days::new((step % 1_000 / 5) as u64)
}

/// An area with a plan and an open round, as everybody has it from the start.
pub(super) fn begun() -> Workspace {
    let (mut area, _) = Workspace::create(AREA, ReplicaId(99), Area::named("Fenshire"));
    area.set_plan(PLAN, Plan::titled("Plan"));
    let title = "Round".to_owned();
    let round = Round::opened(&title, vec![SURVEY.hash], day());
    area.open_round(ROUND, round, SURVEY.clone());
    area
}

/// Makes an edit here that undoing is not about: an [`Act::Hear`], [`Act::Undo`] or [`Act::Redo`] is none.
pub(super) fn edit(here: &mut Workspace, act: &Act, step: usize) -> Edit {
    let statement = |at: usize| SURVEY.questionnaire.statements[at].id.clone();
    match act {
        Act::Rename(name) => here.set_area(Area::named(&name.to_string())),
        Act::Item(number, text) => {
            let words = PlanItem {
                text: text.to_string(),
                rest: Rest::from([("colour".to_owned(), (*text).into())]),
                ..PlanItem::blank(PLAN, OrderKey::between(None, None))
            };
            here.set_item(item(*number), words, day_of(step)).unwrap_or_default()
        }
        Act::DeleteItem(number) => here.delete_items(&[item(*number)].into(), day_of(step)),
        Act::SignPlan => {
            let signed = PlanSignOff {
                plan: PLAN,
                by: "Director".to_owned(),
                on: day_of(step),
                recorded: moment(step),
                words: String::new(),
                signed: to_sign(here, PLAN, day_of(step)),
                rest: Rest::new(),
            };
            here.sign_plan_off(entry(step), signed).unwrap_or_default()
        }
        Act::Choose(number, which) => {
            let id = RecordId::from(item(*number));
            let conflict = here.records().get(id).filter(|versions| versions.in_conflict());
            let chosen = conflict.map(|versions| versions.bodies()[which % versions.bodies().len()].clone());
            chosen.map(|chosen| here.settle_conflict(id, chosen).unwrap()).unwrap_or_default()
        }
        Act::Begin(number) => {
            let draft = Draft {
                round: ROUND,
                survey: SURVEY.hash,
                respondent: Respondent::default(),
                begun: DateTime::UNIX_EPOCH,
                at: None,
                corrects: None,
                rest: Rest::new(),
            };
            here.begin_draft(response_id(*number), draft)
        }
        Act::Say(number, at, score) => {
            let (draft, answer) = (response_id(*number), Answer::Score(Score::new(*score).unwrap()));
            let said = here.answer(draft, &statement(*at), answer).unwrap_or_default();
            said.then(here.comment(draft, &statement(*at), &words(*number)).unwrap_or_default())
        }
        // A pack is never made twice under one id: its id is its place in the history.
        Act::Finish(number) => here
            .finish_draft(response_id(*number), RecordId(Uuid::from_u128(200 + step as u128)), day())
            .unwrap_or_default(),
        Act::Pack(responses) => here.add_pack(RecordId(Uuid::from_u128(100 + step as u128)), pack(responses)),
        Act::TakeIn(responses) => here.take_responses(&[pack(responses)], new_packs(step)),
        Act::Close => here.close_round(entry(step), ROUND, day(), moment(step), new_packs(step)).unwrap_or_default(),
        Act::Reopen => here.reopen_round(entry(step), ROUND, day(), moment(step)).unwrap_or_default(),
        Act::TakeLate => {
            here.take_late_in(entry(step), ROUND, day(), moment(step), new_packs(step)).unwrap_or_default()
        }
        Act::Withdraw(number) => here.withdraw(response_id(*number), ROUND, day()),
        Act::Agree(act) => agree(here, act, step),
        Act::Train(act) => train(here, act),
        Act::Talk(act) => talk(here, act, step),
        Act::List(act) => list(here, act, step),
        Act::Sort(act) => sort(here, act, step),
        Act::Freeze(act) => report(here, act, step),
        Act::Newer(id, text) => {
            let body = Body::Unknown { kind: "dream".into(), body: serde_json::json!({ "of": text }) };
            let id = RecordId(Uuid::from_u128(300 + *id as u128));
            let stamp = Stamp::from_counts([(ReplicaId(1_000 + step as u64), 1)]);
            here.take_in("Newer", [Arc::new(Record { id, stamp, body })])
        }
        Act::Undo | Act::Redo | Act::Reload | Act::Hear(_) => Edit::default(),
    }
}

/// The record of an entry that is made at a step.
pub(super) fn entry(step: usize) -> RecordId {
    RecordId(Uuid::from_u128(500_000 + step as u128))
}

pub(super) fn moment(step: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(i64::try_from(step).unwrap(), 0).unwrap()
}

/// The ids of packs that are made at a step.
pub(super) fn new_packs(step: usize) -> impl FnMut() -> RecordId {
    let mut numbers = (1_000_000 + 100 * step as u128)..;
    move || RecordId(Uuid::from_u128(numbers.next().unwrap()))
}

/// What happened in a history: the replicas as they ended, and every edit over a record that made a body vanish which the
/// person had not been shown.
pub(super) struct Played {
    pub(super) replicas: Vec<Workspace>,
    pub(super) unseen: Vec<String>,
}

pub(super) fn play(history: &[(usize, Act)]) -> Played {
    let begun = begun();
    let open =
        |number: u64| Workspace::from_records(AREA, ReplicaId(number), begun.records().clone()).in_tab(tab(number));
    let mut replicas: Vec<Workspace> = (1..=3).map(open).collect();
    let mut unseen = Vec::new();
    for (step, (at, act)) in history.iter().enumerate() {
        let heard = if let Act::Hear(from) = act { Some(replicas[*from].records().clone()) } else { None };
        let here = &mut replicas[*at];
        let before = here.records().clone();
        match act {
            Act::Undo => {
                if let Some((step, _)) = here.to_undo() {
                    here.turn_round(step).unwrap();
                }
            }
            Act::Redo => {
                if let Some((step, _)) = here.to_redo() {
                    here.turn_round(step).unwrap();
                }
            }
            Act::Reload => reload(here, 1_000_000 + step as u64, tab(*at as u64 + 1)),
            Act::Hear(_) => {
                here.take_in("Hear", heard.iter().flat_map(Records::iter).cloned().collect::<Vec<_>>());
            }
            _ => {
                let made = edit(here, act, step);
                let _ = here.note(made, DateTime::UNIX_EPOCH);
                // Whoever deletes or chooses had all versions before them.
                let is_choice = match act {
                    Act::Agree(act) => act.is_choice(),
                    Act::Train(act) => act.is_choice(),
                    Act::Talk(act) => act.is_choice(),
                    Act::List(act) => act.is_choice(),
                    Act::Sort(act) => act.is_choice(),
                    Act::Freeze(act) => act.is_choice(),
                    act => matches!(act, Act::Choose(..) | Act::DeleteItem(_)),
                };
                if !is_choice {
                    unseen.extend(vanished_unseen(&before, here.records()));
                }
            }
        }
    }
    Played { replicas, unseen }
}

/// The three tabs, each the same when it is loaded again.
pub(super) fn tab(number: u64) -> TabId {
    TabId(Uuid::from_u128(number.into()))
}

/// Loads a tab again: it goes on as another replica, and with what it did before.
pub(super) fn reload(here: &mut Workspace, replica: u64, itself: TabId) {
    *here = Workspace::from_records(AREA, ReplicaId(replica), here.records().clone()).in_tab(itself);
    here.inherit(&BTreeSet::from([ReplicaId(replica)]), &(1..=3).map(tab).collect());
}

/// Bodies that are gone although they were not the ones shown. What stays on the device and what was withdrawn may go.
pub(super) fn vanished_unseen(before: &Records, after: &Records) -> Vec<String> {
    let ids: BTreeSet<RecordId> = before.iter().map(|record| record.id).collect();
    let mut gone = Vec::new();
    for id in ids {
        let (was, is) = (before.get(id).unwrap(), after.get(id).unwrap());
        let kind = was.shown().body.kind();
        if kind.is_device_only() || matches!(was.shown().body, Body::Pack(_)) {
            continue;
        }
        let unseen = was.bodies().into_iter().skip(1).filter(|body| !is.bodies().contains(body));
        gone.extend(unseen.map(|body| format!("{id}: {body:?}")));
    }
    gone
}

/// What everybody has together.
pub(super) fn together(replicas: &[Workspace]) -> Records {
    replicas.iter().fold(Records::default(), |all, one| merge(all, one.records()))
}

/// What an area says: of each record that is there, the things that its versions say. Steps turn round when they are
/// undone, so they are left out, and so is the survey, which nobody changes. How an item was stays kept when the change of
/// it is undone.
pub(super) fn said(area: &Workspace) -> BTreeMap<RecordId, BTreeSet<String>> {
    let mut said: BTreeMap<RecordId, BTreeSet<String>> = BTreeMap::new();
    for version in area
        .records()
        .iter()
        .filter(|version| !matches!(version.body, Body::Step(_) | Body::Survey(_) | Body::ItemWas(_)))
    {
        said.entry(version.id).or_default().insert(format!("{:?}", version.body));
    }
    said.retain(|_, bodies| bodies.iter().any(|body| !body.starts_with("Deleted")));
    said
}

pub(super) fn responses(records: &Records) -> BTreeSet<ResponseId> {
    Workspace::from_records(AREA, ReplicaId(9), records.clone()).gathered(ROUND).responses.into_keys().collect()
}
