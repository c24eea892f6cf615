//! What becomes of answers in progress: finished, corrected and removed, with nothing left behind.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::*;
use crate::domain::answer::Score;
use crate::domain::area::Area;
use crate::domain::draft::Respondent;
use crate::domain::ids::{ReplicaId, StatementId, WorkspaceId};
use crate::domain::round::Round;
use crate::exchange::builtin;
use crate::exchange::wire::survey::freeze;

const AREA: WorkspaceId = WorkspaceId(Uuid::from_u128(1));
const ROUND: RoundId = RoundId(Uuid::from_u128(2));
const DRAFT: ResponseId = ResponseId(Uuid::from_u128(10));
const COPY: ResponseId = ResponseId(Uuid::from_u128(11));
const SECRET: &str = "my manager reads this";

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 2, 3).unwrap()
}

fn statement(at: usize) -> StatementId {
    builtin::questionnaire().unwrap().statements[at].id.clone()
}

fn score(number: u8) -> Answer {
    Answer::Score(Score::new(number).unwrap())
}

/// Makes an edit as the app does, as a step that could be undone.
fn edit(here: &mut Workspace, make: impl FnOnce(&mut Workspace) -> Result<Edit, EditError>) {
    let made = make(here).unwrap();
    let _ = here.note(made, now());
}

/// An area with an open round and a response in progress that says something secret.
fn answering() -> Workspace {
    let mut here = Workspace::create(AREA, ReplicaId(1), Area::named("Fenshire")).0;
    let survey = Arc::new(freeze(&builtin::framework().unwrap(), &builtin::questionnaire().unwrap()).unwrap());
    here.open_round(ROUND, Round::opened("Spring", vec![survey.hash], day()), survey);
    begin(&mut here, DRAFT);
    here
}

fn begin(here: &mut Workspace, id: ResponseId) {
    let survey = here.survey_of(ROUND).unwrap().hash;
    let (respondent, begun) = (Respondent::default(), now());
    let draft = Draft { round: ROUND, survey, respondent, begun, at: None, corrects: None, rest: Rest::new() };
    edit(here, |open| Ok(open.begin_draft(id, draft)));
    edit(here, |open| open.answer(id, &statement(0), score(2)));
    edit(here, |open| open.answer(id, &statement(1), Answer::DontKnow));
    edit(here, |open| open.comment(id, &statement(0), SECRET));
    // What was said in between keeps the two comments from being one step.
    edit(here, |open| open.answer(id, &statement(2), Answer::NotApplicable));
    edit(here, |open| open.comment(id, &statement(0), "Nothing"));
}

fn says(here: &Workspace, words: &str) -> bool {
    here.records().iter().any(|record| format!("{record:?}").contains(words))
}

#[test]
fn a_finished_response_leaves_no_step_and_nothing_that_it_no_longer_says() {
    let mut here = answering();
    assert!(says(&here, SECRET) && here.to_undo().is_some());
    edit(&mut here, |open| open.finish_draft(DRAFT, RecordId(Uuid::from_u128(20)), day()));
    assert!(!says(&here, SECRET) && here.to_undo().is_none() && here.to_redo().is_none());
    assert!(here.draft(DRAFT).is_none() && here.draft_answers(DRAFT).is_empty());
    let (_, _, counted) = here.counted(DRAFT).unwrap();
    assert_eq!((counted.revision, counted.comments[&statement(0)].as_str()), (1, "Nothing"));
}

#[test]
fn a_discarded_response_leaves_nothing_and_another_one_stays() {
    let mut here = answering();
    let other = ResponseId(Uuid::from_u128(12));
    begin(&mut here, other);
    edit(&mut here, |open| open.discard_draft(DRAFT));
    assert_eq!(here.drafts().into_iter().map(|(id, _)| id).collect::<Vec<_>>(), [other]);
    let step = here.to_undo().unwrap().0;
    assert!(here.is_about(here.to_undo().unwrap().1, other));
    assert_eq!(here.turn_round(step).unwrap().put_back, 1);
    while let Some((step, _)) = here.to_undo() {
        here.turn_round(step).unwrap();
    }
    assert!(here.draft(DRAFT).is_none() && here.draft_answers(DRAFT).is_empty());
}

#[test]
fn a_corrected_response_keeps_its_id_and_takes_the_place_of_its_copy() {
    let mut here = answering();
    edit(&mut here, |open| open.finish_own(DRAFT, COPY, day(), now()));
    assert!(here.counted(DRAFT).is_none(), "it is counted when its file is gathered");
    let (again, second) = (ResponseId(Uuid::from_u128(13)), ResponseId(Uuid::from_u128(14)));
    edit(&mut here, |open| open.reopen_own(COPY, again, now()));
    assert_eq!(here.correcting(DRAFT), Some(again));
    assert_eq!(here.draft_answers(again)[&statement(0)].answer, score(2));
    edit(&mut here, |open| open.answer(again, &statement(0), score(5)));
    edit(&mut here, |open| open.comment(again, &statement(0), ""));
    edit(&mut here, |open| open.finish_own(again, second, day(), now()));
    let own = here.own_responses(ROUND);
    let [(copy, own)] = own[..] else { panic!("one copy: {own:?}") };
    assert_eq!((copy, own.response.id, own.response.revision), (second, DRAFT, 2));
    assert_eq!((own.response.answers[0], own.response.answers[1]), (score(5), Answer::DontKnow));
    assert!(own.response.comments.is_empty() && !says(&here, "Nothing"));
}

#[test]
fn a_counted_response_is_corrected_too() {
    let mut here = answering();
    edit(&mut here, |open| open.finish_draft(DRAFT, RecordId(Uuid::from_u128(20)), day()));
    edit(&mut here, |open| open.reopen_counted(DRAFT, COPY, now()));
    edit(&mut here, |open| open.answer(COPY, &statement(0), score(4)));
    edit(&mut here, |open| open.finish_draft(COPY, RecordId(Uuid::from_u128(21)), day()));
    let (_, _, counted) = here.counted(DRAFT).unwrap();
    assert_eq!((counted.revision, counted.answers[0]), (2, score(4)));
    assert_eq!(here.gathered(ROUND).responses.len(), 1);
}

#[test]
fn a_removed_response_takes_its_correction_along() {
    let mut here = answering();
    edit(&mut here, |open| open.finish_own(DRAFT, COPY, day(), now()));
    let again = ResponseId(Uuid::from_u128(13));
    edit(&mut here, |open| open.reopen_own(COPY, again, now()));
    edit(&mut here, |open| open.comment(again, &statement(0), SECRET));
    edit(&mut here, |open| open.remove_own(COPY));
    assert!(!says(&here, SECRET) && !says(&here, "Nothing"));
    assert!(here.drafts().is_empty() && here.own_responses(ROUND).is_empty() && here.to_undo().is_none());
}

#[test]
fn what_another_tab_still_has_of_it_goes_when_both_meet_in_either_order() {
    let mut here = answering();
    let there = Workspace::from_records(AREA, ReplicaId(2), here.records().clone());
    edit(&mut here, |open| open.discard_draft(DRAFT));
    for (mut one, other) in [(here.clone(), there.clone()), (there, here)] {
        one.take_in("Another tab", other.records().iter().cloned());
        assert!(!says(&one, SECRET) && one.draft(DRAFT).is_none());
    }
}

#[test]
fn a_device_is_invited_only_while_it_has_nothing_but_the_survey() {
    let asking = answering();
    let survey = || {
        let kinds = [Kind::Area, Kind::Round, Kind::Survey];
        asking.records().iter().filter(move |record| kinds.contains(&record.body.kind())).cloned()
    };
    let mut device = Workspace::from_records(AREA, ReplicaId(5), Default::default());
    device.take_survey(ROUND, survey());
    assert_eq!(device.invitation(), Some(ROUND));
    device.take_charge();
    assert_eq!(device.invitation(), None);
    device.take_survey(ROUND, survey());
    assert_eq!(device.invitation(), None, "it has the area already");
}

#[test]
fn a_comment_that_was_saved_at_each_pause_is_taken_back_as_a_whole() {
    let mut here = answering();
    edit(&mut here, |open| open.comment(DRAFT, &statement(3), "We"));
    edit(&mut here, |open| open.comment(DRAFT, &statement(3), "We meet"));
    edit(&mut here, |open| open.comment(DRAFT, &statement(3), "We meet on Mondays."));
    let step = here.to_undo().unwrap().0;
    here.turn_round(step).unwrap();
    assert!(!here.draft_answers(DRAFT).contains_key(&statement(3)));
    here.turn_round(step).unwrap();
    assert_eq!(here.draft_answers(DRAFT)[&statement(3)].comment, "We meet on Mondays.");
}
