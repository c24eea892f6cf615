//! Named edits about a response from its finishing on: finished, kept on this device, corrected, discarded and removed. None
//! of them is a step that can be undone: at a shared computer the next person must not come upon what one before has said.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Edit, EditError, RoundState, Workspace};
use crate::domain::answer::Answer;
use crate::domain::draft::{
    Corrects, Draft, DraftAnswer, Invitation, OwnResponse, draft_answer_record, invitation_record,
};
use crate::domain::gone::{Ended, ended_record};
use crate::domain::ids::{RecordId, ResponseId, RoundId, SurveyHash};
use crate::domain::record::{Body, Kind, Record};
use crate::domain::response::{Pack, Response};
use crate::domain::rest::Rest;
use crate::domain::step::Step;

impl Workspace {
    /// Finishes a response where responses are gathered: what was said becomes one immutable response in a pack of its own
    /// and is counted, and nothing of it stays in progress.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the response, or the survey it answers, is not here; [`EditError::Withdrawn`] if it was
    /// taken back meanwhile; [`EditError::RoundClosed`] while the round is closed, since figures drawn from it may have been
    /// shared.
    pub fn finish_draft(&mut self, id: ResponseId, pack: RecordId, on: NaiveDate) -> Result<Edit, EditError> {
        let (draft, response) = self.put_together(id, on)?;
        if self.round_state(draft.round) != RoundState::Open {
            return Err(EditError::RoundClosed);
        }
        let folded = Pack { round: draft.round, survey: draft.survey, responses: vec![response], rest: Rest::new() };
        let counted = self.put("Finish a response", [(pack, Body::Pack(Arc::new(folded)))]);
        Ok(counted.then(self.end(id)).not_for_undoing())
    }

    /// Finishes a response on the device of who answered: it becomes a copy that stays here, to be saved as a file and
    /// sent back. It takes the place of the copy that it corrects.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the response, or the survey it answers, is not here; [`EditError::Withdrawn`] if it was
    /// taken back meanwhile.
    pub fn finish_own(
        &mut self,
        id: ResponseId,
        copy: ResponseId,
        on: NaiveDate,
        finished: DateTime<Utc>,
    ) -> Result<Edit, EditError> {
        let (draft, response) = self.put_together(id, on)?;
        let own = OwnResponse { round: draft.round, survey: draft.survey, finished, response, rest: Rest::new() };
        let mut edit = self.put("Finish a response", [(copy.into(), Body::OwnResponse(Arc::new(own)))]);
        edit = edit.then(self.end(id));
        if let Some(corrected) = draft.corrects.and_then(|corrects| corrects.copy) {
            edit = edit.then(self.end(corrected));
        }
        Ok(edit.not_for_undoing())
    }

    /// Gives up a response in progress. Nothing of it stays on this device.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the response is not in progress here.
    pub fn discard_draft(&mut self, id: ResponseId) -> Result<Edit, EditError> {
        self.draft(id).ok_or(EditError::NotHere("the response"))?;
        Ok(self.end(id).not_for_undoing())
    }

    /// Reopens a finished response that is kept on this device, as one in progress that will correct it.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such copy, or its survey is not here.
    pub fn reopen_own(&mut self, copy: ResponseId, draft: ResponseId, begun: DateTime<Utc>) -> Result<Edit, EditError> {
        let own = self.own_response(copy).ok_or(EditError::NotHere("the response"))?.clone();
        let corrects = Corrects { response: own.response.id, revision: own.response.revision, copy: Some(copy) };
        self.correct(draft, (own.round, own.survey), &own.response, corrects, begun)
    }

    /// Reopens a response that is counted here, as one in progress that will correct it.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not counted here, or its survey is not here.
    pub fn reopen_counted(
        &mut self,
        response: ResponseId,
        draft: ResponseId,
        begun: DateTime<Utc>,
    ) -> Result<Edit, EditError> {
        let (round, survey, counted) = self.counted(response).ok_or(EditError::NotHere("the response"))?;
        let counted = counted.clone();
        let corrects = Corrects { response, revision: counted.revision, copy: None };
        self.correct(draft, (round, survey), &counted, corrects, begun)
    }

    /// Removes a finished response, and what was begun to correct it, from this device.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such copy.
    pub fn remove_own(&mut self, copy: ResponseId) -> Result<Edit, EditError> {
        self.own_response(copy).ok_or(EditError::NotHere("the response"))?;
        let is_of_it = |draft: &Draft| draft.corrects.is_some_and(|corrects| corrects.copy == Some(copy));
        let correcting: Vec<_> =
            self.drafts().into_iter().filter(|(_, draft)| is_of_it(draft)).map(|(id, _)| id).collect();
        let mut edit = self.end(copy);
        for draft in correcting {
            edit = edit.then(self.end(draft));
        }
        Ok(edit.not_for_undoing())
    }

    /// Takes in a survey to answer. Where nothing of the area was here before, that is all that this device does with it.
    pub fn take_survey(&mut self, round: RoundId, records: impl IntoIterator<Item = Arc<Record>>) -> Edit {
        let is_invited = self.area().is_none() || self.invitation().is_some();
        let taken = self.take_in("Open a survey", records);
        if is_invited { taken.then(self.invite(round)) } else { taken }
    }

    /// Notes that this device was asked to answer a round's survey and does nothing else with the area.
    fn invite(&mut self, round: RoundId) -> Edit {
        let invitation = Body::Invitation(Invitation { round, rest: Rest::new() });
        self.put("Open a survey", [(invitation_record(self.id), invitation)]).not_for_undoing()
    }

    /// Notes that this device has more to do with the area than to answer.
    pub fn take_charge(&mut self) -> Edit {
        match self.invitation() {
            Some(_) => {
                let gone = [(invitation_record(self.id), Body::Deleted(Kind::Invitation))];
                self.put("Open the area", gone).not_for_undoing()
            }
            None => Edit::named("Open the area"),
        }
    }

    /// The round that this device was asked to answer, if it does nothing else with the area.
    pub fn invitation(&self) -> Option<RoundId> {
        match self.body(invitation_record(self.id))? {
            Body::Invitation(invitation) => Some(invitation.round),
            _ => None,
        }
    }

    /// The finished responses to a round that are kept on this device for who gave them, the latest first, each with its
    /// copy's id.
    pub fn own_responses(&self, round: RoundId) -> Vec<(ResponseId, &OwnResponse)> {
        let mut own: Vec<(ResponseId, &OwnResponse)> = self
            .bodies(&Kind::OwnResponse)
            .filter_map(|(id, body)| match body {
                Body::OwnResponse(own) if own.round == round => Some((id.into(), &**own)),
                _ => None,
            })
            .collect();
        own.sort_by_key(|(id, own)| (std::cmp::Reverse(own.finished), *id));
        own
    }

    /// The finished response of this copy.
    pub fn own_response(&self, copy: ResponseId) -> Option<&OwnResponse> {
        match self.body(copy.into())? {
            Body::OwnResponse(own) => Some(own),
            _ => None,
        }
    }

    /// The response in progress that corrects a finished one.
    pub fn correcting(&self, response: ResponseId) -> Option<ResponseId> {
        let is_of_it = |draft: &Draft| draft.corrects.is_some_and(|corrects| corrects.response == response);
        self.drafts().into_iter().find(|(_, draft)| is_of_it(draft)).map(|(id, _)| id)
    }

    /// Whether a step speaks of a response in progress.
    pub fn is_about(&self, step: &Step, draft: ResponseId) -> bool {
        let is_of_it = |body: &Body| matches!(body, Body::DraftAnswer(said) if said.draft == draft);
        step.parts
            .iter()
            .any(|part| part.record == draft.into() || part.stood.iter().chain(self.body(part.record)).any(is_of_it))
    }

    /// Begins a response in progress with what a finished one says.
    fn correct(
        &mut self,
        id: ResponseId,
        (round, hash): (RoundId, SurveyHash),
        response: &Response,
        corrects: Corrects,
        begun: DateTime<Utc>,
    ) -> Result<Edit, EditError> {
        let survey = self.survey(hash).ok_or(EditError::NotHere("the survey"))?.clone();
        let respondent = response.respondent.clone();
        let draft =
            Draft { round, survey: hash, respondent, begun, at: None, corrects: Some(corrects), rest: Rest::new() };
        let answers = response.answers.iter().chain(std::iter::repeat(&Answer::NotAnswered));
        let said = survey.questionnaire.statements.iter().zip(answers).filter_map(|(statement, answer)| {
            let comment = response.comments.get(&statement.id).cloned().unwrap_or_default();
            let statement = statement.id.clone();
            let record = draft_answer_record(id, &statement);
            let said = DraftAnswer { draft: id, statement, answer: *answer, comment, rest: Rest::new() };
            (said.answer.is_given() || !said.comment.is_empty()).then_some((record, Body::DraftAnswer(said)))
        });
        let bodies: Vec<_> = said.chain([(id.into(), Body::Draft(draft))]).collect();
        Ok(self.put("Reopen a response", bodies).not_for_undoing())
    }

    /// Notes that something is over on this device. That takes it out of all that holds it; steps of it go too, as they
    /// would offer what can no longer be undone.
    fn end(&mut self, what: ResponseId) -> Edit {
        let records = self.records_of(what);
        let steps: Vec<_> = self
            .bodies(&Kind::Step)
            .filter_map(|(record, body)| match body {
                Body::Step(step) if step.parts.iter().any(|part| records.contains(&part.record)) => {
                    let mut step = Step::clone(step);
                    step.parts.retain(|part| !records.contains(&part.record));
                    Some((record, Body::Step(step.into())))
                }
                _ => None,
            })
            .collect();
        let steps = self.put("End a response", steps);
        let ended = Body::Ended(Ended { what, rest: Rest::new() });
        steps.then(self.put("End a response", [(ended_record(what), ended)]))
    }

    /// The records of a response in progress, those of answers that were taken back too; or that of a copy.
    fn records_of(&self, what: ResponseId) -> BTreeSet<RecordId> {
        let survey = self.draft(what).and_then(|draft| self.survey(draft.survey));
        let statements = survey.map(|survey| survey.questionnaire.statements.as_slice()).unwrap_or_default();
        let answers = statements.iter().map(|statement| draft_answer_record(what, &statement.id));
        answers.chain([what.into()]).collect()
    }
}
