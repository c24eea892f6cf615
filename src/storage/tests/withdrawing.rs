//! Taking a response back: no byte of it stays in either store, whoever wrote it, and nothing else goes with it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{ID, Stores, begun, reopened, run, stores};
use crate::domain::answer::Answer;
use crate::domain::draft::{Draft, DraftAnswer, Respondent, draft_answer_record};
use crate::domain::ids::{RecordId, ReplicaId, ResponseId, RoundId, StatementId, SurveyHash};
use crate::domain::record::{Body, Record};
use crate::domain::response::{Pack, Response};
use crate::domain::rest::Rest;
use crate::domain::stamp::Stamp;
use crate::domain::workspace::{Edit, Workspace};
use crate::storage::fake::FakeStore;
use crate::storage::pair::Saved;
use crate::storage::store::StoreError;

const ROUND: RoundId = RoundId(Uuid::from_u128(2));
const PACK: RecordId = RecordId(Uuid::from_u128(3));
const GONE: ResponseId = ResponseId(Uuid::from_u128(10));
const STAYS: ResponseId = ResponseId(Uuid::from_u128(11));
const SECRETS: [&str; 4] = ["nobody listens", "dndnd", "my manager reads this", "Pier Road nursery"];

fn response(id: ResponseId, comment: &str, answers: &str) -> Response {
    Response {
        id,
        revision: 1,
        respondent: Respondent::default(),
        finished: None,
        answers: answers.chars().map(|answer| Answer::from_char(answer).unwrap()).collect(),
        comments: [(StatementId::parse("one").unwrap(), comment.to_owned())].into(),
        rest: Rest::new(),
    }
}

fn pack() -> Pack {
    let responses = vec![response(GONE, SECRETS[0], SECRETS[1]), response(STAYS, "It works.", "12345")];
    Pack { round: ROUND, survey: SurveyHash([0; 32]), responses, rest: Rest::new() }
}

fn withdraw(workspace: &mut Workspace) -> Edit {
    workspace.withdraw(GONE, ROUND, NaiveDate::from_ymd_opt(2009, 12, 18).unwrap())
}

/// A draft of the response and an answer of it, as another tab has them in progress.
fn in_progress(replica: u64) -> Vec<Record> {
    let statement = StatementId::parse("one").unwrap();
    let stamp = Stamp::from_counts([(ReplicaId(replica), 1)]);
    let draft = Draft {
        round: ROUND,
        survey: SurveyHash([0; 32]),
        respondent: Respondent { organisation: SECRETS[3].to_owned(), ..Respondent::default() },
        begun: NaiveDate::from_ymd_opt(2009, 12, 1).unwrap().and_hms_opt(9, 0, 0).unwrap().and_utc(),
        at: None,
        corrects: None,
        rest: Rest::new(),
    };
    let answer = DraftAnswer {
        draft: GONE,
        statement: statement.clone(),
        answer: Answer::DontKnow,
        comment: SECRETS[2].to_owned(),
        rest: Rest::new(),
    };
    vec![
        Record { id: GONE.into(), stamp: stamp.clone(), body: Body::Draft(draft) },
        Record { id: draft_answer_record(GONE, &statement), stamp, body: Body::DraftAnswer(answer) },
    ]
}

/// Writes all records again under the keys of this replica.
fn save_all(pair: &Stores, workspace: &Workspace) {
    let mut all = Edit::named("All");
    all.changed.extend(workspace.records().ids());
    run(pair.saving(workspace, &all));
}

fn assert_gone(quick: &FakeStore, durable: &FakeStore) {
    for secret in SECRETS {
        assert!(!quick.says(secret) && !durable.says(secret), "{secret}");
    }
}

#[test]
fn it_leaves_every_entry_of_every_replica_at_once() {
    let (quick, durable, pair) = stores();
    let mut here = begun(&pair);
    let edit = here.add_pack(PACK, pack());
    run(pair.saving(&here, &edit));
    // Two tabs have the pack and the response in progress, too, and this one has not heard of that.
    for replica in 2..4 {
        let mut there = reopened(&pair, replica).0;
        there.take_in("Type", in_progress(replica).into_iter().map(Into::into));
        save_all(&pair, &there);
    }
    assert!(SECRETS.iter().all(|secret| quick.says(secret) && durable.says(secret)));
    let edit = withdraw(&mut here);
    assert_eq!(run(pair.saving(&here, &edit)).saved, Saved::Durably);
    assert_gone(&quick, &durable);
    let (mut found, troubles) = reopened(&pair, 9);
    assert_eq!(troubles, []);
    assert!(!found.records().get(PACK).unwrap().in_conflict());
    let left = run(pair.left_behind(ID));
    found.take_in("Left behind", left.versions());
    run(pair.folding(&found, &left, &BTreeSet::new()));
    assert_gone(&quick, &durable);
    assert!(found.draft(GONE).is_none());
    assert_eq!(found.gathered(ROUND).responses.keys().collect::<Vec<_>>(), [&STAYS]);
    assert_eq!(reopened(&pair, 10).0.records(), found.records());
}

#[test]
fn a_tab_that_died_in_the_middle_or_had_not_heard_leaves_nothing_either() {
    let (quick, durable, pair) = stores();
    let mut here = begun(&pair);
    let edit = here.add_pack(PACK, pack());
    run(pair.saving(&here, &edit));
    let (kept_quick, kept_durable) = (quick.kept(), durable.kept());
    for at in 0..6 {
        quick.restore(kept_quick.clone());
        durable.restore(kept_durable.clone());
        let mut there = reopened(&pair, 2).0;
        quick.fail_at(at, true);
        durable.fail_at(at, true);
        let edit = withdraw(&mut there);
        let saved = run(pair.saving(&there, &edit)).saved;
        quick.mend();
        durable.mend();
        // This tab has not heard of it and writes the response once more.
        let mut late = in_progress(1);
        late.retain(|_| at % 2 == 0);
        here.take_in("Type", late.into_iter().map(Into::into));
        save_all(&pair, &here);
        let found = reopened(&pair, 3).0;
        assert_eq!(
            found.records().withdrawn().is_empty(),
            matches!(saved, Saved::NotAtAll(_)) && at == 0,
            "{at} {saved:?}"
        );
        if !found.records().withdrawn().is_empty() {
            assert_gone(&quick, &durable);
            assert!(!found.records().get(PACK).unwrap().in_conflict(), "{at}");
        }
    }
}

#[test]
fn what_another_tab_did_to_the_same_pack_is_not_lost() {
    for is_brought_back in [false, true] {
        let (quick, durable, pair) = stores();
        let mut here = begun(&pair);
        let added = here.add_pack(PACK, pack());
        let added = here.note(added, chrono::DateTime::UNIX_EPOCH);
        run(pair.saving(&here, &added));
        let mut there = reopened(&pair, 2).0;
        let step = added.step.unwrap();
        let mut last = here.turn_round(step).unwrap().edit;
        if is_brought_back {
            last = here.turn_round(step).unwrap().edit;
        }
        assert_eq!(run(pair.saving(&here, &last)).saved, Saved::Durably);
        let edit = withdraw(&mut there);
        assert_eq!(run(pair.saving(&there, &edit)).saved, Saved::Durably);
        assert_gone(&quick, &durable);
        assert!(reopened(&pair, 3).0.records().knows(here.records().get(PACK).unwrap().shown()));
    }
}

#[test]
fn ruins_of_it_go_and_a_store_that_keeps_it_is_told_of() {
    let (quick, durable, pair) = stores();
    let mut here = begun(&pair);
    let edit = here.add_pack(PACK, pack());
    run(pair.saving(&here, &edit));
    save_all(&pair, &reopened(&pair, 2).0);
    let mut kept = quick.kept();
    kept.values_mut().filter(|text| text.contains(SECRETS[0])).for_each(|text| text.truncate(text.len() - 9));
    quick.restore(kept);
    let edit = withdraw(&mut here);
    // This tab's own entries are written, the ruins that the other one left are found, and then they can't be dropped.
    quick.fail_at(4, false);
    assert_eq!(run(pair.saving(&here, &edit)).saved, Saved::NotPurged(StoreError::Full));
    assert!(quick.says(SECRETS[0]));
    assert_eq!(run(pair.saving(&here, &edit)).saved, Saved::Durably);
    assert_gone(&quick, &durable);
}
