//! The laws of merging, under generated histories: three replicas edit and send each other what they have, in any order.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_lossless,
    reason = "a test stops where it fails"
)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use rainbow::domain::area::Area;
use rainbow::domain::draft::Respondent;
use rainbow::domain::ids::{ItemId, PlanId, RecordId, ReplicaId, ResponseId, RoundId, SurveyHash, WorkspaceId};
use rainbow::domain::merge::{Records, merge};
use rainbow::domain::order::OrderKey;
use rainbow::domain::plan::{Plan, PlanItem};
use rainbow::domain::record::Body;
use rainbow::domain::response::{Pack, Response};
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::{Edit, Workspace};
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::import::{self, Content};
use uuid::Uuid;

const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
const ROUND: RoundId = RoundId(Uuid::from_u128(2));
const PLAN: PlanId = PlanId(Uuid::from_u128(3));

/// What can happen at a replica.
#[derive(Clone, Debug)]
enum Act {
    Rename(u8),
    Item(u8, u8),
    DeleteItem(u8),
    Pack(BTreeSet<u8>),
    Withdraw(u8),
    Undo,
    /// Takes in all that another replica has.
    Hear(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        any::<u8>().prop_map(Act::Rename),
        (0..4_u8, any::<u8>()).prop_map(|(item, text)| Act::Item(item, text)),
        (0..4_u8).prop_map(Act::DeleteItem),
        prop::collection::btree_set(0..8_u8, 1..4).prop_map(Act::Pack),
        (0..8_u8).prop_map(Act::Withdraw),
        Just(Act::Undo),
        (0..3_usize).prop_map(Act::Hear),
    ]
}

fn history() -> impl Strategy<Value = Vec<(usize, Act)>> {
    prop::collection::vec((0..3_usize, act()), 0..40)
}

fn response(number: u8) -> Response {
    Response {
        id: ResponseId(Uuid::from_u128(1_000 + number as u128)),
        revision: 1,
        respondent: Respondent::default(),
        finished: None,
        answers: Vec::new(),
        comments: std::collections::BTreeMap::new(),
        rest: Rest::new(),
    }
}

fn item(number: u8) -> ItemId {
    ItemId(Uuid::from_u128(10 + number as u128))
}

fn pack(responses: &BTreeSet<u8>) -> Pack {
    Pack {
        round: ROUND,
        survey: SurveyHash([0; 32]),
        responses: responses.iter().map(|number| response(*number)).collect(),
        rest: Rest::new(),
    }
}

/// Three replicas after a history, each with what it knows.
fn play(history: &[(usize, Act)]) -> Vec<Workspace> {
    let mut replicas: Vec<Workspace> =
        (0..3).map(|number| Workspace::from_records(AREA, ReplicaId(number + 1), Records::default())).collect();
    let mut last: Vec<Edit> = vec![Edit::default(); 3];
    for (step, (at, act)) in history.iter().enumerate() {
        let heard = if let Act::Hear(from) = act { Some(replicas[*from].records().clone()) } else { None };
        let here = &mut replicas[*at];
        let edit = match act {
            Act::Rename(name) => here.set_area(Area::named(&name.to_string())),
            Act::Item(number, text) => {
                here.set_plan(PLAN, Plan { title: "Plan".into(), rest: Rest::new() });
                let item_text = PlanItem {
                    plan: PLAN,
                    parent: None,
                    order: OrderKey::between(None, None),
                    label: String::new(),
                    text: text.to_string(),
                    lead: String::new(),
                    due: String::new(),
                    themes: Vec::new(),
                    rest: Rest::new(),
                };
                here.set_item(item(*number), item_text).unwrap_or_default()
            }
            Act::DeleteItem(number) => here.delete_item(item(*number)).unwrap_or_default(),
            // A pack is never made twice under one id: its id is its place in the history.
            Act::Pack(responses) => here.add_pack(RecordId(Uuid::from_u128(100 + step as u128)), pack(responses)),
            Act::Withdraw(number) => here.withdraw(response(*number).id, ROUND, "2010-01-29".parse().unwrap()),
            Act::Undo => {
                let edit = last[*at].clone();
                here.undo(&edit)
            }
            Act::Hear(_) => here.take_in("Hear", heard.iter().flat_map(Records::iter).cloned().collect::<Vec<_>>()),
        };
        last[*at] = edit;
    }
    replicas
}

fn responses(records: &Records) -> BTreeSet<ResponseId> {
    Workspace::from_records(AREA, ReplicaId(9), records.clone()).gathered(ROUND).responses.into_keys().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn merge_is_idempotent_commutative_and_associative(history in history()) {
        let replicas = play(&history);
        let [a, b, c] = [0, 1, 2].map(|at| replicas[at].records().clone());
        prop_assert_eq!(&merge(a.clone(), &a), &a);
        prop_assert_eq!(&merge(a.clone(), &b), &merge(b.clone(), &a));
        prop_assert_eq!(merge(merge(a.clone(), &b), &c), merge(a, &merge(b, &c)));
    }

    #[test]
    fn whoever_hears_everything_holds_the_same_in_whatever_order(history in history(), order in Just([0, 1, 2]).prop_shuffle()) {
        let replicas = play(&history);
        let all = |order: [usize; 3]| order.iter().fold(Records::default(), |all, at| merge(all, replicas[*at].records()));
        prop_assert_eq!(all(order), all([0, 1, 2]));
    }

    #[test]
    fn no_version_vanishes_but_for_one_that_has_seen_it(history in history()) {
        let replicas = play(&history);
        let all = replicas.iter().fold(Records::default(), |all, one| merge(all, one.records()));
        for version in replicas.iter().flat_map(|one| one.records().iter()) {
            let is_pack = matches!(version.body, Body::Pack(_));
            let kept = all.get(version.id).unwrap().iter().any(|kept| {
                let seen = kept.stamp == version.stamp.clone().joined(&kept.stamp);
                seen && (is_pack || kept.stamp != version.stamp || kept.body == version.body)
            });
            prop_assert!(kept, "{version:?}");
        }
    }

    #[test]
    fn what_was_withdrawn_anywhere_is_gone_everywhere(history in history()) {
        let replicas = play(&history);
        let all = replicas.iter().fold(Records::default(), |all, one| merge(all, one.records()));
        let withdrawn: BTreeSet<ResponseId> = history
            .iter()
            .filter_map(|(_, act)| if let Act::Withdraw(number) = act { Some(response(*number).id) } else { None })
            .collect();
        prop_assert!(responses(&all).is_disjoint(&withdrawn));
        let file = export::workspace(
            &Workspace::from_records(AREA, ReplicaId(9), all),
            Extent::Everything,
            "2010-01-29T12:00:00Z".parse().unwrap(),
        )
        .unwrap();
        for id in &withdrawn {
            prop_assert_eq!(file.matches(&format!("\"id\":\"{id}\"")).count(), 0);
        }
    }

    #[test]
    fn a_file_carries_everything_and_gives_the_same_data_again(history in history()) {
        let now = "2010-01-29T12:00:00Z".parse().unwrap();
        let area = play(&history).swap_remove(0);
        let file = export::workspace(&area, Extent::Everything, now).unwrap();
        let Content::Workspace(batch) = import::read(&file).unwrap().content else { panic!("not a workspace") };
        let there = Workspace::from_records(AREA, ReplicaId(9), batch.records.into_iter().collect());
        prop_assert_eq!(there.records(), area.records());
        prop_assert_eq!(export::workspace(&there, Extent::Everything, now).unwrap(), file);
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
