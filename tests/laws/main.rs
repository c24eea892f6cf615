//! The laws of merging and of undoing, under generated histories: three replicas edit, choose, undo and send each other
//! what they have, in any order.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_lossless,
    reason = "a test stops where it fails"
)]

mod agreeing;
mod collecting;
mod freezing;
mod history;
mod listing;
mod sorting;
mod talking;
mod training;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::DateTime;
use proptest::prelude::*;
use rainbow::domain::ids::{RecordId, ReplicaId};
use rainbow::domain::merge::{Records, merge};
use rainbow::domain::record::{Body, Record};
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::import::{self, Content};
use rainbow::exchange::record_text;
use uuid::Uuid;

use self::history::*;

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

    /// Undoing may take a sign-off or a frozen report away, and doing it again brings it back; nobody ever holds it with other words.
    #[test]
    fn what_was_signed_or_frozen_is_never_changed(history in history()) {
        let replicas = play(&history).replicas;
        let all = together(&replicas);
        let mut kept: BTreeMap<RecordId, &Body> = BTreeMap::new();
        for record in replicas.iter().flat_map(|one| one.records().iter()).chain(all.iter()) {
            if matches!(record.body, Body::SignOff(_) | Body::FrozenReport(_)) {
                prop_assert_eq!(*kept.entry(record.id).or_insert(&record.body), &record.body);
            }
        }
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
    fn what_was_finished_is_in_progress_nowhere_and_no_step_has_it(history in history()) {
        let replicas = play(&history).replicas;
        let all = together(&replicas);
        for version in all.iter() {
            let id = match &version.body {
                Body::Ended(ended) => ended.what,
                _ => continue,
            };
            let in_progress = all.iter().filter(|other| match &other.body {
                Body::Draft(_) => other.id == id.into(),
                Body::DraftAnswer(said) => said.draft == id,
                Body::Step(step) => step.parts.iter().flat_map(|part| &part.stood).any(
                    |body| matches!(body, Body::DraftAnswer(said) if said.draft == id),
                ),
                _ => false,
            });
            prop_assert_eq!(in_progress.count(), 0);
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
        // Where a withdrawal or somebody else's edit comes in between, undo leaves that alone: it is another law. The beginning
        // and the end of a response are no steps.
        let alone = |act: &Act| {
            let apart = matches!(act, Act::Withdraw(_) | Act::Begin(_) | Act::Finish(_));
            !apart && !matches!(act, Act::Hear(_) | Act::Undo | Act::Redo | Act::Reload)
        };
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
