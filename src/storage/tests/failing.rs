//! The full journey with every operation of the stores failing in turn: nothing accepted is lost, nothing half-written is
//! read, and what was taken back is nowhere.

use std::sync::Arc;

use super::journey::{Journey, MINE, ROUND, SECRETS};
use super::{ID, run};
use crate::domain::ids::ReplicaId;
use crate::domain::merge::Records;
use crate::domain::record::{Body, Record};
use crate::domain::survey::Survey;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::exchange::wire::survey::freeze;
use crate::storage::fake::FakeStore;
use crate::storage::opening::Trouble;
use crate::storage::pair::{Pair, Saved};
use crate::storage::store::Which;

/// How the stores fail from an operation on.
#[derive(Clone, Copy, Debug)]
enum Failure {
    /// That one operation fails, whichever store's it is.
    Once,
    /// The quick store never works again.
    QuickForGood,
    /// The durable store never works again.
    DurableForGood,
    /// Neither does.
    BothForGood,
    /// The browser dies in the middle of the operation.
    Death,
}

/// The built-in survey cut down to four statements, since hundreds of journeys read it again and again.
fn short_survey() -> Arc<Survey> {
    let (mut framework, mut questionnaire) = (builtin::framework().unwrap(), builtin::questionnaire().unwrap());
    framework.themes.truncate(1);
    framework.themes[0].criteria.clear();
    framework.perspectives.clear();
    framework.practices.clear();
    framework.aspects.clear();
    framework.outcomes.clear();
    questionnaire.statements.retain(|one| one.practice.is_none() && one.theme == framework.themes[0].id);
    questionnaire.statements.truncate(4);
    questionnaire.statements.iter_mut().for_each(|one| one.perspective = None);
    Arc::new(freeze(&framework, &questionnaire).unwrap())
}

fn real_survey() -> Arc<Survey> {
    Arc::new(freeze(&builtin::framework().unwrap(), &builtin::questionnaire().unwrap()).unwrap())
}

/// Goes through the journey with the failure at each operation in turn, and reopens what each left.
fn check_all(failure: Failure) {
    let survey = short_survey();
    let mut whole = Journey::new(&survey, FakeStore::two(), usize::MAX);
    let _ = whole.go();
    let operations = match failure {
        Failure::QuickForGood => whole.quick.own_operations(),
        Failure::DurableForGood => whole.durable.own_operations(),
        _ => (0..whole.quick.operations()).collect(),
    };
    assert!(operations.len() > 40, "{operations:?}");
    for at in operations {
        let (quick, durable) = FakeStore::two();
        let for_good = !matches!(failure, Failure::Once);
        if !matches!(failure, Failure::DurableForGood) {
            quick.fail_at(at, for_good);
        }
        if !matches!(failure, Failure::QuickForGood) {
            durable.fail_at(at, for_good);
        }
        let dies_at = if matches!(failure, Failure::Death) { at } else { usize::MAX };
        let mut journey = Journey::new(&survey, (quick, durable), dies_at);
        assert_eq!(journey.go().is_err(), matches!(failure, Failure::Death));
        check(&journey, &format!("{failure:?} at {at}"));
    }
}

/// Reopens what a journey left once the stores work again, as it was and with the quick store gone.
fn check(journey: &Journey, what: &str) {
    let (quick, durable) = (&journey.quick, &journey.durable);
    quick.mend();
    durable.mend();
    let (left_quick, left_durable) = (quick.kept(), durable.kept());
    for quick_is_gone in [false, true] {
        quick.restore(left_quick.clone());
        durable.restore(left_durable.clone());
        if quick_is_gone {
            quick.empty();
        }
        let what = format!("{what}, quick store gone: {quick_is_gone}");
        let pair = Pair::new(quick.clone(), durable.clone());
        let found = run(pair.open(ID, ReplicaId(9)));
        assert!(!found.troubles.iter().any(|trouble| matches!(trouble, Trouble::Unreadable(_))), "{what}");
        let open = Workspace::from_records(ID, ReplicaId(9), found.records.clone());
        let claimed = journey.accepted.iter().filter(|one| one.is_durable || !quick_is_gone);
        for version in claimed.map(|accepted| &accepted.version) {
            assert!(found.records.knows(version), "{what}: lost {version:?}");
            assert!(is_answer_kept(&open, version), "{what}: half of finishing took {version:?} away");
        }
        for version in found.records.iter() {
            assert!(was_made(journey, &found.records, version), "{what}: nobody made {version:?}");
        }
        let is_kept = |saved: &Saved| match saved {
            Saved::Durably | Saved::NotPurged(_) => true,
            Saved::QuicklyOnly(_) => !quick_is_gone,
            Saved::NotAtAll(_) => false,
        };
        for (saved, secrets) in journey.withdrawn.iter().zip(SECRETS.chunks(2)) {
            for secret in secrets.iter().filter(|_| is_kept(saved)) {
                assert!(!quick.says(secret) && !durable.says(secret), "{what}: {secret:?} is still there");
            }
        }
        if !quick_is_gone {
            // Each store alone has it all now.
            durable.empty();
            assert_eq!(run(pair.look(Which::Workspace(ID))), found.records, "{what}");
        }
    }
}

/// Whether an answer of the response that is finished on the journey is in progress still, or finished: finishing deletes
/// it, which replaces it, so that being replaced says nothing here.
fn is_answer_kept(open: &Workspace, version: &Record) -> bool {
    match &version.body {
        Body::DraftAnswer(said) if said.draft == MINE => {
            let in_progress = open.draft_answers(MINE);
            let is_in_progress = in_progress.get(&said.statement).is_some_and(|there| there.answer == said.answer);
            is_in_progress || open.gathered(ROUND).responses.contains_key(&MINE)
        }
        _ => true,
    }
}

fn was_made(journey: &Journey, found: &Records, version: &Arc<Record>) -> bool {
    let made = journey.made.get(&version.id).into_iter().flatten();
    made.into_iter()
        .any(|made| made == version || found.without_gone(made).is_some_and(|stripped| stripped == **version))
}

#[test]
fn the_journey_does_what_it_says() {
    let survey = real_survey();
    let mut journey = Journey::new(&survey, FakeStore::two(), usize::MAX);
    assert!(journey.go().is_ok());
    assert_eq!(journey.skipped, 0);
    assert_eq!(journey.withdrawn, [Saved::Durably, Saved::Durably]);
    assert!(journey.accepted.iter().all(|accepted| accepted.is_durable));
    // What is taken back was in the stores before, and another tab's edits met this one's.
    let said: String = journey.made.values().flatten().map(|version| format!("{:?}", version.body)).collect();
    assert!([SECRETS[0], SECRETS[2], SECRETS[3]].iter().all(|secret| said.contains(secret)));
    check(&journey, "nothing fails");
}

#[test]
fn whatever_operation_fails_once_nothing_accepted_is_lost() {
    check_all(Failure::Once);
}

#[test]
fn whenever_the_quick_store_goes_nothing_accepted_is_lost() {
    check_all(Failure::QuickForGood);
}

#[test]
fn whenever_the_durable_store_goes_nothing_accepted_is_lost() {
    check_all(Failure::DurableForGood);
}

#[test]
fn whenever_both_stores_go_nothing_accepted_is_lost() {
    check_all(Failure::BothForGood);
}

#[test]
fn whenever_the_browser_dies_nothing_accepted_is_lost() {
    check_all(Failure::Death);
}
