//! What is over on a device: no byte of it stays in either store, whoever wrote it.

use uuid::Uuid;

use super::{Stores, begun, reopened, run, stores};
use crate::domain::answer::Answer;
use crate::domain::draft::{Draft, DraftAnswer, Respondent, draft_answer_record};
use crate::domain::ids::{ReplicaId, ResponseId, RoundId, StatementId, SurveyHash};
use crate::domain::record::{Body, Record};
use crate::domain::rest::Rest;
use crate::domain::stamp::Stamp;
use crate::domain::workspace::{Edit, Workspace};
use crate::storage::pair::Saved;

const DRAFT: ResponseId = ResponseId(Uuid::from_u128(10));
const SECRETS: [&str; 2] = ["my manager reads this", "Pier Road nursery"];

/// A response in progress with a comment, and a step that would bring the comment back.
fn in_progress(workspace: &mut Workspace) {
    let statement = StatementId::parse("one").unwrap();
    let record = draft_answer_record(DRAFT, &statement);
    let answer = DraftAnswer {
        draft: DRAFT,
        statement,
        answer: Answer::DontKnow,
        comment: SECRETS[0].to_owned(),
        rest: Rest::new(),
    };
    let draft = Draft {
        round: RoundId(Uuid::from_u128(2)),
        survey: SurveyHash([0; 32]),
        respondent: Respondent { organisation: SECRETS[1].to_owned(), ..Respondent::default() },
        begun: chrono::DateTime::UNIX_EPOCH,
        at: None,
        corrects: None,
        rest: Rest::new(),
    };
    let stamp = || Stamp::from_counts([(ReplicaId(70), 1)]);
    let records = [(DRAFT.into(), Body::Draft(draft)), (record, Body::DraftAnswer(answer))];
    let typed = records.map(|(id, body)| Record { id, stamp: stamp(), body }.into());
    let edit = workspace.take_in("Type", typed);
    let _ = workspace.note(edit, chrono::DateTime::UNIX_EPOCH);
    // Undone, the step holds what was typed.
    let step = workspace.to_undo().unwrap().0;
    workspace.turn_round(step).unwrap();
    workspace.turn_round(step).unwrap();
}

fn save_all(pair: &Stores, workspace: &Workspace) -> Saved {
    let mut all = Edit::named("All");
    all.changed.extend(workspace.records().ids());
    run(pair.saving(workspace, &all)).saved
}

#[test]
fn it_leaves_every_entry_of_every_replica_of_both_stores_at_once() {
    let (quick, durable, pair) = stores();
    let mut here = begun(&pair);
    in_progress(&mut here);
    assert_eq!(save_all(&pair, &here), Saved::Durably);
    for replica in 2..4 {
        save_all(&pair, &reopened(&pair, replica).0);
    }
    assert!(SECRETS.iter().all(|secret| quick.says(secret) && durable.says(secret)));
    let mut last = reopened(&pair, 4).0;
    let edit = last.discard_draft(DRAFT).unwrap();
    assert_eq!(run(pair.saving(&last, &edit)).saved, Saved::Durably);
    assert!(SECRETS.iter().all(|secret| !quick.says(secret) && !durable.says(secret)));

    // A tab that had not heard of it writes it once more, and the next opening is rid of it.
    save_all(&pair, &here);
    let found = reopened(&pair, 5).0;
    assert!(found.draft(DRAFT).is_none());
    assert!(SECRETS.iter().all(|secret| !quick.says(secret) && !durable.says(secret)));
}
