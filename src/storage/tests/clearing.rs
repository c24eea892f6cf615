//! Clearing the quick store of what only says that something is gone: it stays gone, and nothing else goes with it.

use std::collections::BTreeSet;

use chrono::DateTime;
use uuid::Uuid;

use super::{ID, Stores, begun, reopened, run, stores};
use crate::domain::draft::{Draft, Respondent};
use crate::domain::ids::{RecordId, ReplicaId, ResponseId, RoundId, SurveyHash};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::storage::fake::FakeStore;

const DRAFT: ResponseId = ResponseId(Uuid::from_u128(10));

/// An area in which a response was begun and discarded, with another one still in progress.
fn discarded(pair: &Stores) -> Workspace {
    let mut here = begun_only(pair);
    let discard = here.discard_draft(DRAFT).unwrap();
    run(pair.saving(&here, &discard));
    here
}

/// The same area before the one response was discarded.
fn begun_only(pair: &Stores) -> Workspace {
    let mut here = begun(pair);
    let draft = || Draft {
        corrects: None,
        round: RoundId(Uuid::from_u128(2)),
        survey: SurveyHash([0; 32]),
        respondent: Respondent::default(),
        begun: DateTime::UNIX_EPOCH,
        at: None,
        rest: Rest::new(),
    };
    let begin = here.begin_draft(DRAFT, draft()).then(here.begin_draft(ResponseId(Uuid::from_u128(11)), draft()));
    run(pair.saving(&here, &begin));
    here
}

fn clear(pair: &Stores, alive: &[u64]) {
    let gone = BTreeSet::from([RecordId::from(DRAFT)]);
    run(pair.clear(ID, &gone, &alive.iter().copied().map(ReplicaId).collect()));
}

fn says(store: &FakeStore) -> bool {
    store.kept().keys().any(|key| key.record == DRAFT.into())
}

#[test]
fn what_is_gone_leaves_the_quick_store_and_stays_gone() {
    let (quick, durable, pair) = stores();
    let here = discarded(&pair);
    assert!(says(&quick));
    clear(&pair, &[2]);
    assert!(!says(&quick) && says(&durable));
    // The area, the other response, and that the one is over.
    assert_eq!(quick.len(), 3, "nothing else goes");
    let (found, troubles) = reopened(&pair, 3);
    assert_eq!((found.records(), troubles.as_slice()), (here.records(), [].as_slice()));
    assert!(!says(&quick), "opening does not put it back");
}

#[test]
fn what_came_back_after_a_crash_is_still_gone() {
    let (quick, _, pair) = stores();
    let here = discarded(&pair);
    let (as_it_was, _, before) = stores();
    begun_only(&before);
    clear(&pair, &[2]);
    // The quick store as it stood before the response was discarded.
    quick.restore(as_it_was.kept());
    assert_eq!(reopened(&pair, 3).0.records(), here.records());
}

#[test]
fn nothing_goes_that_a_living_tab_wrote_or_the_durable_store_does_not_say() {
    let (quick, _, pair) = stores();
    discarded(&pair);
    clear(&pair, &[1, 2]);
    assert!(says(&quick), "the tab that wrote it is alive");
    let (quick, durable, pair) = stores();
    discarded(&pair);
    durable.empty();
    clear(&pair, &[2]);
    assert!(says(&quick), "nobody else says it");
}
