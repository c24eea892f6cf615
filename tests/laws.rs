//! The laws of merging and of undoing, under generated histories: three replicas edit, choose, undo and send each other
//! what they have, in any order.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_lossless,
    reason = "a test stops where it fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;
use rainbow::domain::answer::{Answer, Score};
use rainbow::domain::area::Area;
use rainbow::domain::draft::{Draft, Respondent};
use rainbow::domain::ids::{ItemId, PlanId, RecordId, ReplicaId, ResponseId, RoundId, TabId, WorkspaceId};
use rainbow::domain::merge::{Records, merge};
use rainbow::domain::order::OrderKey;
use rainbow::domain::plan::{Plan, PlanItem};
use rainbow::domain::record::{Body, Record};
use rainbow::domain::response::{Pack, Response};
use rainbow::domain::rest::Rest;
use rainbow::domain::round::Round;
use rainbow::domain::stamp::Stamp;
use rainbow::domain::survey::Survey;
use rainbow::domain::workspace::{Edit, Workspace};
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::import::{self, Content};
use rainbow::exchange::wire::survey::freeze;
use rainbow::exchange::{builtin, record_text};
use uuid::Uuid;

const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
const ROUND: RoundId = RoundId(Uuid::from_u128(2));
const PLAN: PlanId = PlanId(Uuid::from_u128(3));

/// A survey of one theme and three statements, so that thousands of histories take seconds.
static SURVEY: LazyLock<Arc<Survey>> = LazyLock::new(|| {
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
enum Act {
    Rename(u8),
    Item(u8, u8),
    DeleteItem(u8),
    /// Chooses one of the versions of an item that are in conflict.
    Choose(u8, usize),
    Begin(u8),
    Say(u8, usize, u8),
    Finish(u8),
    Pack(BTreeSet<u8>),
    Withdraw(u8),
    /// A newer Rainbow's record comes in.
    Newer(u8, u8),
    Undo,
    Redo,
    /// The tab is loaded again: another replica, with what was kept.
    Reload,
    /// Takes in all that another replica has.
    Hear(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => any::<u8>().prop_map(Act::Rename),
        3 => (0..3_u8, any::<u8>()).prop_map(|(item, text)| Act::Item(item, text)),
        1 => (0..3_u8).prop_map(Act::DeleteItem),
        1 => (0..3_u8, 0..3_usize).prop_map(|(item, which)| Act::Choose(item, which)),
        1 => (0..3_u8).prop_map(Act::Begin),
        2 => (0..3_u8, 0..3_usize, 1..=5_u8).prop_map(|(draft, at, score)| Act::Say(draft, at, score)),
        1 => (0..3_u8).prop_map(Act::Finish),
        1 => prop::collection::btree_set(0..6_u8, 1..4).prop_map(Act::Pack),
        1 => (0..6_u8).prop_map(Act::Withdraw),
        1 => (0..2_u8, any::<u8>()).prop_map(|(id, text)| Act::Newer(id, text)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => Just(Act::Reload),
        3 => (0..3_usize).prop_map(Act::Hear),
    ]
}

fn history() -> impl Strategy<Value = Vec<(usize, Act)>> {
    prop::collection::vec((0..3_usize, act()), 0..40)
}

/// Words that stand in the comment of a response and nowhere else.
fn words(number: u8) -> String {
    format!("the words of person {number}.")
}

fn response_id(number: u8) -> ResponseId {
    ResponseId(Uuid::from_u128(1_000 + number as u128))
}

fn response(number: u8) -> Response {
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

fn item(number: u8) -> ItemId {
    ItemId(Uuid::from_u128(10 + number as u128))
}

fn pack(responses: &BTreeSet<u8>) -> Pack {
    Pack {
        round: ROUND,
        survey: SURVEY.hash,
        responses: responses.iter().map(|number| response(*number)).collect(),
        rest: Rest::new(),
    }
}

fn day() -> NaiveDate {
    "2010-01-29".parse().unwrap()
}

/// An area with a plan and an open round, as everybody has it from the start.
fn begun() -> Workspace {
    let (mut area, _) = Workspace::create(AREA, ReplicaId(99), Area::named("Fenshire"));
    area.set_plan(PLAN, Plan { title: "Plan".into(), rest: Rest::new() });
    let title = "Round".to_owned();
    let round = Round { title, surveys: vec![SURVEY.hash], minimum: None, opened: day(), rest: Rest::new() };
    area.open_round(ROUND, round, SURVEY.clone());
    area
}

/// Makes an edit here that undoing is not about: an [`Act::Hear`], [`Act::Undo`] or [`Act::Redo`] is none.
fn edit(here: &mut Workspace, act: &Act, step: usize) -> Edit {
    let statement = |at: usize| SURVEY.questionnaire.statements[at].id.clone();
    match act {
        Act::Rename(name) => here.set_area(Area::named(&name.to_string())),
        Act::Item(number, text) => {
            let words = PlanItem {
                plan: PLAN,
                parent: None,
                order: OrderKey::between(None, None),
                label: String::new(),
                text: text.to_string(),
                lead: String::new(),
                due: String::new(),
                themes: Vec::new(),
                rest: Rest::from([("colour".to_owned(), (*text).into())]),
            };
            here.set_item(item(*number), words).unwrap_or_default()
        }
        Act::DeleteItem(number) => here.delete_item(item(*number)).unwrap_or_default(),
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
        Act::Withdraw(number) => here.withdraw(response_id(*number), ROUND, day()),
        Act::Newer(id, text) => {
            let body = Body::Unknown { kind: "dream".into(), body: serde_json::json!({ "of": text }) };
            let id = RecordId(Uuid::from_u128(300 + *id as u128));
            let stamp = Stamp::from_counts([(ReplicaId(1_000 + step as u64), 1)]);
            here.take_in("Newer", [Arc::new(Record { id, stamp, body })])
        }
        Act::Undo | Act::Redo | Act::Reload | Act::Hear(_) => Edit::default(),
    }
}

/// What happened in a history: the replicas as they ended, and every edit over a record that made a body vanish which the
/// person had not been shown.
struct Played {
    replicas: Vec<Workspace>,
    unseen: Vec<String>,
}

fn play(history: &[(usize, Act)]) -> Played {
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
                if !matches!(act, Act::Choose(..) | Act::DeleteItem(_)) {
                    unseen.extend(vanished_unseen(&before, here.records()));
                }
            }
        }
    }
    Played { replicas, unseen }
}

/// The three tabs, each the same when it is loaded again.
fn tab(number: u64) -> TabId {
    TabId(Uuid::from_u128(number.into()))
}

/// Loads a tab again: it goes on as another replica, and with what it did before.
fn reload(here: &mut Workspace, replica: u64, itself: TabId) {
    *here = Workspace::from_records(AREA, ReplicaId(replica), here.records().clone()).in_tab(itself);
    here.inherit(&BTreeSet::from([ReplicaId(replica)]), &(1..=3).map(tab).collect());
}

/// Bodies that are gone although they were not the ones shown. What stays on the device and what was withdrawn may go.
fn vanished_unseen(before: &Records, after: &Records) -> Vec<String> {
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
fn together(replicas: &[Workspace]) -> Records {
    replicas.iter().fold(Records::default(), |all, one| merge(all, one.records()))
}

/// What an area says: of each record that is there, the things that its versions say. Steps turn round when they are
/// undone, so they are left out, and so is the survey, which nobody changes.
fn said(area: &Workspace) -> BTreeMap<RecordId, BTreeSet<String>> {
    let mut said: BTreeMap<RecordId, BTreeSet<String>> = BTreeMap::new();
    for version in area.records().iter().filter(|version| !matches!(version.body, Body::Step(_) | Body::Survey(_))) {
        said.entry(version.id).or_default().insert(format!("{:?}", version.body));
    }
    said.retain(|_, bodies| bodies.iter().any(|body| !body.starts_with("Deleted")));
    said
}

fn responses(records: &Records) -> BTreeSet<ResponseId> {
    Workspace::from_records(AREA, ReplicaId(9), records.clone()).gathered(ROUND).responses.into_keys().collect()
}

/// Hundreds of histories a law, so that the loop stays fast; PROPTEST_CASES asks for more.
fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 400 };
    ProptestConfig { cases, ..asked }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merge_is_idempotent_commutative_and_associative(history in history()) {
        let replicas = play(&history).replicas;
        let [a, b, c] = [0, 1, 2].map(|at| replicas[at].records().clone());
        prop_assert_eq!(&merge(a.clone(), &a), &a);
        prop_assert_eq!(&merge(a.clone(), &b), &merge(b.clone(), &a));
        prop_assert_eq!(merge(merge(a.clone(), &b), &c), merge(a, &merge(b, &c)));
    }

    #[test]
    fn whoever_hears_everything_holds_the_same_in_whatever_order(history in history(), order in Just([0, 1, 2]).prop_shuffle()) {
        let replicas = play(&history).replicas;
        let mut heard = order.map(|at| replicas[at].clone());
        // Each hears the two others, in an order of its own.
        for (at, here) in heard.iter_mut().enumerate() {
            for from in [at + 1, at + 2] {
                here.take_in("Hear", replicas[order[from % 3]].records().iter().cloned());
            }
        }
        prop_assert_eq!(heard[0].records(), heard[1].records());
        prop_assert_eq!(heard[0].records(), heard[2].records());
        prop_assert_eq!(heard[0].records(), &together(&replicas));
    }

    #[test]
    fn no_version_vanishes_but_for_one_that_has_seen_it(history in history()) {
        let replicas = play(&history).replicas;
        let all = together(&replicas);
        for version in replicas.iter().flat_map(|one| one.records().iter()) {
            // What holds a withdrawn response is rewritten under the stamp that it has.
            let may_be_rewritten = version.body.kind().is_device_only() || matches!(version.body, Body::Pack(_));
            let kept = all.get(version.id).unwrap().iter().any(|kept| {
                let seen = kept.stamp == version.stamp.clone().joined(&kept.stamp);
                seen && (may_be_rewritten || kept.stamp != version.stamp || kept.body == version.body)
            });
            prop_assert!(kept, "{version:?}");
        }
    }

    #[test]
    fn no_edit_replaces_what_its_author_was_not_shown(history in history()) {
        let unseen = play(&history).unseen;
        prop_assert!(unseen.is_empty(), "{unseen:?}");
    }

    #[test]
    fn what_was_withdrawn_anywhere_leaves_no_byte_anywhere(history in history()) {
        let replicas = play(&history).replicas;
        let all = together(&replicas);
        let withdrawn: BTreeSet<u8> =
            history.iter().filter_map(|(_, act)| if let Act::Withdraw(number) = act { Some(*number) } else { None }).collect();
        prop_assert!(responses(&all).is_disjoint(&withdrawn.iter().map(|number| response_id(*number)).collect()));
        let ids: BTreeSet<RecordId> = all.iter().map(|record| record.id).collect();
        let mut texts: Vec<String> = ids.iter().map(|id| record_text::write(all.get(*id).unwrap()).unwrap()).collect();
        let area = Workspace::from_records(AREA, ReplicaId(9), all);
        texts.push(export::workspace(&area, Extent::Everything, DateTime::UNIX_EPOCH).unwrap());
        for number in withdrawn {
            prop_assert!(!texts.iter().any(|text| text.contains(&words(number))), "{number}: {texts:?}");
        }
    }

    #[test]
    fn a_file_carries_everything_and_gives_the_same_data_again(history in history()) {
        let now = "2010-01-29T12:00:00Z".parse().unwrap();
        let area = play(&history).replicas.swap_remove(0);
        let file = export::workspace(&area, Extent::Everything, now).unwrap();
        let Content::Workspace(batch) = import::read(&file).unwrap().content else { panic!("not a workspace") };
        let there = Workspace::from_records(AREA, ReplicaId(9), batch.records.into_iter().collect());
        let stays = |record: &&Arc<Record>| record.body.kind().is_device_only();
        let carried: Records = area.records().iter().filter(|record| !stays(record)).cloned().collect();
        prop_assert_eq!(there.records(), &carried);
        prop_assert_eq!(export::workspace(&there, Extent::Everything, now).unwrap(), file);
    }

    #[test]
    fn the_stores_give_every_record_back_as_it_was(history in history()) {
        let all = together(&play(&history).replicas);
        let ids: BTreeSet<RecordId> = all.iter().map(|record| record.id).collect();
        let texts = ids.iter().map(|id| record_text::write(all.get(*id).unwrap()).unwrap());
        let read: Records = texts.flat_map(|text| record_text::read(&text).unwrap()).collect();
        prop_assert_eq!(read, all);
    }

    #[test]
    fn undoing_everything_and_doing_it_again_restores_exactly(
        past in history(),
        acts in prop::collection::vec(act(), 1..20),
        reload_at in 0..40_usize,
    ) {
        // Where a withdrawal or somebody else's edit comes in between, undo leaves that alone: it is another law.
        let alone = |act: &Act| !matches!(act, Act::Withdraw(_) | Act::Hear(_) | Act::Undo | Act::Redo | Act::Reload);
        let mut here = play(&past).replicas.swap_remove(0);
        let before_all = here.to_undo().map(|(step, _)| step);
        let mut stood = vec![said(&here)];
        for (step, act) in acts.iter().filter(|act| alone(act)).enumerate() {
            let made = edit(&mut here, act, 1_000 + step);
            if here.note(made, DateTime::UNIX_EPOCH).step.is_some() {
                stood.push(said(&here));
            }
        }
        for (turns, expected) in stood.iter().rev().skip(1).enumerate() {
            if turns == reload_at {
                reload(&mut here, 5_000_000, tab(1));
            }
            let (step, _) = here.to_undo().unwrap();
            prop_assert_eq!(here.turn_round(step).unwrap().left, 0);
            prop_assert_eq!(&said(&here), expected);
        }
        prop_assert_eq!(here.to_undo().map(|(step, _)| step), before_all);
        reload(&mut here, 6_000_000, tab(1));
        for expected in stood.iter().skip(1) {
            let (step, _) = here.to_redo().unwrap();
            prop_assert_eq!(here.turn_round(step).unwrap().left, 0);
            prop_assert_eq!(&said(&here), expected);
        }
        prop_assert!(stood.len() == 1 || here.to_redo().is_none());
    }

    #[test]
    fn undo_takes_back_mine_and_never_what_another_tab_did(history in history(), theirs in prop::collection::vec(act(), 1..10)) {
        let mut replicas = play(&history).replicas;
        let mut here = replicas.swap_remove(0);
        let mut there = Workspace::from_records(AREA, ReplicaId(777), here.records().clone());
        // A withdrawal takes a response out of a pack, which does not make it their pack.
        let theirs = theirs.iter().filter(|act| !matches!(act, Act::Withdraw(_)));
        for (step, act) in theirs.enumerate() {
            let made = edit(&mut there, act, 2_000 + step);
            let _ = there.note(made, DateTime::UNIX_EPOCH);
        }
        let untouched: BTreeSet<RecordId> =
            said(&there).into_iter().filter(|(id, bodies)| said(&here).get(id) == Some(bodies)).map(|(id, _)| id).collect();
        here.take_in("Hear", there.records().iter().cloned());
        while let Some((step, _)) = here.to_undo() {
            here.turn_round(step).unwrap();
        }
        let (now, they_said) = (said(&here), said(&there));
        for (id, bodies) in &they_said {
            prop_assert!(untouched.contains(id) || now.get(id) == Some(bodies), "{id}: {bodies:?} became {:?}", now.get(id));
        }
    }

    #[test]
    fn packs_folded_in_any_way_hold_the_same_union(
        packs in prop::collection::vec(prop::collection::btree_set(0..30_u8, 1..10), 1..8),
        cuts in prop::collection::vec(1..6_usize, 1..20),
    ) {
        let union: BTreeSet<u8> = packs.iter().flatten().copied().collect();
        let mut rest: Vec<u8> = union.into_iter().collect();
        let mut folded = Vec::new();
        for cut in cuts {
            let chunk: BTreeSet<u8> = rest.drain(..cut.min(rest.len())).collect();
            folded.push(chunk);
        }
        folded.push(rest.into_iter().collect());
        let hold = |packs: &[BTreeSet<u8>]| {
            let mut area = Workspace::from_records(AREA, ReplicaId(1), Records::default());
            for (at, responses) in packs.iter().enumerate() {
                area.add_pack(RecordId(Uuid::from_u128(100 + at as u128)), pack(responses));
            }
            responses(area.records())
        };
        prop_assert_eq!(hold(&packs), hold(&folded));
    }
}
