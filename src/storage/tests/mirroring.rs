//! The quick store's budget: what is typed is mirrored, packs only so far, and nothing is less saved for it.

use uuid::Uuid;

use super::{ID, Stores, begun, rename, reopened, run, stores};
use crate::domain::draft::Respondent;
use crate::domain::ids::{RecordId, ReplicaId, ResponseId, RoundId, SurveyHash, WorkspaceId};
use crate::domain::response::{Pack, Response};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::storage::mirror::{BUDGET, FOR_PACKS};
use crate::storage::opening::Trouble;
use crate::storage::pair::{Kept, Pair, Saved};
use crate::storage::store::{Entry, Key, Small, StoreError};

/// Adds a pack of about 60,000 units.
fn add_pack(pair: &Stores, workspace: &mut Workspace, number: u128) -> Kept {
    let response = Response {
        id: ResponseId(Uuid::from_u128(number)),
        revision: 1,
        respondent: Respondent { organisation: "o".repeat(60_000), ..Respondent::default() },
        finished: None,
        answers: Vec::new(),
        comments: Default::default(),
        rest: Rest::new(),
    };
    let (round, survey) = (RoundId(Uuid::from_u128(2)), SurveyHash([0; 32]));
    let pack = Pack { round, survey, responses: vec![response], sources: Vec::new(), rest: Rest::new() };
    let edit = workspace.add_pack(RecordId(Uuid::from_u128(1_000 + number)), pack);
    run(pair.saving(workspace, &edit))
}

#[test]
fn packs_fill_half_of_the_budget_and_what_is_typed_still_goes_in() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    let kept: Vec<Kept> = (0..45).map(|number| add_pack(&pair, &mut workspace, number)).collect();
    assert!(kept.iter().all(|kept| kept.saved == Saved::Durably));
    assert!(kept[0].is_mirrored && !kept[44].is_mirrored);
    assert_eq!(durable.len(), 46);
    let used = run(quick.used()).unwrap();
    assert!((FOR_PACKS - 61_000..=FOR_PACKS).contains(&used), "{used}");
    assert_eq!(rename(&pair, &mut workspace, "Marshire"), Saved::Durably);
    assert!(quick.says("Marshire"));
    // Another tab, in another area, keeps to the same budget, and what is left out was not lost.
    let elsewhere = Pair::new(quick.clone(), durable.clone());
    let mut other = Workspace::from_records(WorkspaceId(Uuid::from_u128(9)), ReplicaId(2), Default::default());
    run(elsewhere.open(other.id(), ReplicaId(2)));
    assert!(!add_pack(&elsewhere, &mut other, 50).is_mirrored);
    assert_eq!(reopened(&pair, 3).1, []);
}

#[test]
fn room_that_came_free_is_used_and_that_is_no_repair() {
    let (quick, _, pair) = stores();
    let mut other = Workspace::from_records(WorkspaceId(Uuid::from_u128(9)), ReplicaId(2), Default::default());
    for number in 0..30 {
        add_pack(&pair, &mut other, number);
    }
    let mut workspace = begun(&pair);
    assert!(!add_pack(&pair, &mut workspace, 50).is_mirrored);
    run(pair.forget(other.id())).unwrap();
    assert_eq!((quick.len(), reopened(&pair, 3).1, quick.len()), (1, Vec::new(), 2));
}

#[test]
fn nothing_goes_into_the_quick_store_beyond_its_budget() {
    let (quick, _, pair) = stores();
    let mut workspace = begun(&pair);
    let mut left_out = 0;
    for number in 0..60_u128 {
        let edit = workspace.set_plan(
            crate::domain::ids::PlanId(Uuid::from_u128(100 + number)),
            crate::domain::plan::Plan::titled("t".repeat(60_000)),
        );
        let kept = run(pair.saving(&workspace, &edit));
        assert_eq!(kept.saved, Saved::Durably);
        left_out += usize::from(!kept.is_mirrored);
    }
    assert!(left_out > 15 && run(quick.used()).unwrap() <= BUDGET, "{left_out}");
    // The same entry written again and again is counted once.
    for number in 0..100 {
        rename(&pair, &mut workspace, &format!("{number:0>9000}"));
    }
    assert!(quick.says(&format!("{:0>9000}", 99)));
    assert!(run(quick.used()).unwrap() <= BUDGET);
}

#[test]
fn without_the_durable_store_the_quick_one_takes_all_it_can() {
    let (quick, durable, pair) = stores();
    let mut workspace = begun(&pair);
    durable.fail_at(0, true);
    for number in 0..45 {
        assert_eq!(add_pack(&pair, &mut workspace, number).saved, Saved::QuicklyOnly(StoreError::Full));
    }
    assert_eq!(quick.len(), 46);
    durable.mend();
    let (found, troubles) = reopened(&pair, 2);
    assert_eq!((found.records(), troubles), (workspace.records(), Vec::<Trouble>::new()));
    assert_eq!(durable.len(), 46);
}

#[test]
fn room_is_counted_as_browsers_count_it() {
    let key = Key { workspace: ID, record: ID.into(), replica: ReplicaId(1) };
    let units = |text: &str| Entry { key, text: text.to_owned() }.units() - key.to_string().len();
    assert_eq!(["abc", "\u{e9}\u{20ac}", "\u{1f308}"].map(units), [3, 2, 2]);
}
