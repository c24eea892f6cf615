//! Named edits about the area and its survey: rounds, answers in progress, gathered responses and targets. What becomes of
//! answers in progress stands in `answering.rs`; closing a round and taking late answers in in `closing.rs`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Edit, EditError, RoundState, Workspace};
use crate::domain::answer::Answer;
use crate::domain::area::Area;
use crate::domain::draft::{Draft, DraftAnswer, Respondent, draft_answer_record};
use crate::domain::entry::after;
use crate::domain::ids::{RecordId, ResponseId, RoundId, StatementId, SurveyHash, ThemeId};
use crate::domain::record::{Body, ExportNote, Kind};
use crate::domain::response::{Pack, Response, Withdrawal, withdrawal_record};
use crate::domain::rest::Rest;
use crate::domain::round::{Round, Target};
use crate::domain::survey::{Statement, Survey};

impl Workspace {
    /// Changes the area's name or lists.
    pub fn set_area(&mut self, area: Area) -> Edit {
        self.put("Change the area", [(self.id.into(), Body::Area(area))])
    }

    /// Opens a round and freezes the survey that it hands out.
    pub fn open_round(&mut self, id: RoundId, round: Round, survey: Arc<Survey>) -> Edit {
        let frozen = (survey.hash.record(), Body::Survey(survey));
        self.put("Open a round", [frozen, (id.into(), Body::Round(round))])
    }

    /// Changes how a round is set up: its title, its days, whom it expects, and what people are told and asked.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such round; [`EditError::SmallestGroupLowered`] if a figure of it would stand for
    /// fewer people than was told to those who are asked.
    pub fn set_round(&mut self, id: RoundId, round: Round) -> Result<Edit, EditError> {
        let told = self.round(id).ok_or(EditError::NotHere("the round"))?.smallest_group();
        if round.smallest_group() < told {
            return Err(EditError::SmallestGroupLowered(told));
        }
        Ok(self.put("Change the round", [(id.into(), Body::Round(round))]))
    }

    /// Hands out another issue of a round's survey. It is the one that is answered from here on; answers to earlier issues
    /// are taken statement by statement.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such round; [`EditError::RoundClosed`] while it is closed.
    pub fn issue_survey(&mut self, id: RoundId, survey: Arc<Survey>) -> Result<Edit, EditError> {
        self.hand_out("Hand out another issue", id, survey)
    }

    /// Makes a survey the newest of its kind that a round hands out.
    pub(super) fn hand_out(&mut self, name: &'static str, id: RoundId, survey: Arc<Survey>) -> Result<Edit, EditError> {
        let mut round = self.round(id).ok_or(EditError::NotHere("the round"))?.clone();
        if self.round_state(id) != RoundState::Open {
            return Err(EditError::RoundClosed);
        }
        round.surveys.retain(|hash| *hash != survey.hash);
        round.surveys.push(survey.hash);
        let frozen = (survey.hash.record(), Body::Survey(survey));
        Ok(self.put(name, [frozen, (id.into(), Body::Round(round))]))
    }

    /// Records where the area wants to be on a theme. It counts from here on: should there be a later target, it is dated
    /// as late as that one.
    pub fn set_target(&mut self, entry: RecordId, target: Target) -> Edit {
        let others = self.bodies(&Kind::Target).filter_map(|(_, body)| match body {
            Body::Target(other) if other.theme == target.theme => Some((other.on, other.recorded)),
            _ => None,
        });
        let (on, recorded) = after(others, target.on, target.recorded);
        self.put("Set a target", [(entry, Body::Target(Target { on, recorded, ..target }))])
    }

    /// Begins a response on this device.
    pub fn begin_draft(&mut self, id: ResponseId, draft: Draft) -> Edit {
        // It is given up by discarding it, which leaves nothing behind; an undone beginning would.
        self.put("Begin a response", [(id.into(), Body::Draft(draft))]).not_for_undoing()
    }

    /// Changes who is answering.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the response is not in progress here.
    pub fn set_respondent(&mut self, id: ResponseId, respondent: Respondent) -> Result<Edit, EditError> {
        let draft = self.draft(id).ok_or(EditError::NotHere("the response"))?.clone();
        Ok(self.put("Say who is answering", [(id.into(), Body::Draft(Draft { respondent, ..draft }))]))
    }

    /// Remembers the theme on the screen, to come back to.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the response is not in progress here.
    pub fn leave_draft_at(&mut self, id: ResponseId, theme: ThemeId) -> Result<Edit, EditError> {
        let draft = self.draft(id).ok_or(EditError::NotHere("the response"))?.clone();
        let edit = self.put("Turn the page", [(id.into(), Body::Draft(Draft { at: Some(theme), ..draft }))]);
        Ok(edit.not_for_undoing())
    }

    /// Answers a statement, or takes the answer back with [`Answer::NotAnswered`].
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the response is not in progress here; [`EditError::UnknownStatement`] if the survey
    /// does not ask it.
    pub fn answer(&mut self, draft: ResponseId, statement: &StatementId, answer: Answer) -> Result<Edit, EditError> {
        let said = self.said(draft, statement)?;
        Ok(self.say("Answer a statement", DraftAnswer { answer, ..said }))
    }

    /// Leaves a comment on a statement; an empty one takes it back.
    ///
    /// # Errors
    /// As [`Workspace::answer`].
    pub fn comment(&mut self, draft: ResponseId, statement: &StatementId, comment: &str) -> Result<Edit, EditError> {
        let said = self.said(draft, statement)?;
        let edit = self.say("Comment on a statement", DraftAnswer { comment: comment.to_owned(), ..said });
        Ok(Edit { goes_on: true, ..edit })
    }

    /// Puts together what was said in a response in progress, as the finished response that it makes.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the response, or the survey it answers, is not here; [`EditError::Withdrawn`] if it was
    /// taken back meanwhile.
    pub(super) fn put_together(&self, id: ResponseId, on: NaiveDate) -> Result<(Draft, Response), EditError> {
        let draft = self.draft(id).ok_or(EditError::NotHere("the response"))?.clone();
        // A corrected response keeps its id.
        let (response, revision) =
            draft.corrects.map_or((id, 1), |corrects| (corrects.response, corrects.revision.saturating_add(1)));
        if self.records.withdrawn().contains(&response) {
            return Err(EditError::Withdrawn);
        }
        let survey = self.survey(draft.survey).ok_or(EditError::NotHere("the survey"))?;
        // Whoever changed their staff group on the way may have answered what is not meant for them: it stays out.
        let groups = self.area().map(Area::all_staff_groups).unwrap_or_default();
        let group = draft.respondent.staff_group.as_ref();
        let statements = &survey.questionnaire.statements;
        let mut said = self.draft_answers(id);
        for statement in statements.iter().filter(|statement| !statement.is_asked_of(group, &groups)) {
            said.remove(&statement.id);
        }
        let answer = |statement: &Statement| said.get(&statement.id).map(|said| said.answer).unwrap_or_default();
        let answers = statements.iter().map(answer).collect();
        let commented = said.values().filter(|said| !said.comment.trim().is_empty());
        let comments: BTreeMap<_, _> = commented.map(|said| (said.statement.clone(), said.comment.clone())).collect();
        let before = draft.corrects.and_then(|corrects| match corrects.copy {
            Some(copy) => self.own_response(copy).map(|own| &own.response),
            None => self.counted(response).map(|(_, _, counted)| counted),
        });
        let response = Response {
            id: response,
            revision,
            respondent: draft.respondent.clone(),
            finished: Some(on),
            answers,
            comments,
            rest: before.map(|before| before.rest.clone()).unwrap_or_default(),
        };
        Ok((draft, response))
    }

    /// Adds gathered responses as a pack. Those taken back before stay out.
    pub fn add_pack(&mut self, id: RecordId, pack: Pack) -> Edit {
        self.put("Take responses in", [(id, Body::Pack(Arc::new(pack)))])
    }

    /// Takes a response back for good: it leaves everything that holds it, and this can't be undone.
    pub fn withdraw(&mut self, response: ResponseId, round: RoundId, on: NaiveDate) -> Edit {
        let withdrawal = Withdrawal { response, round, on, rest: Rest::new() };
        self.put("Withdraw a response", [(withdrawal_record(response), Body::Withdrawal(withdrawal))])
    }

    /// Notes that a file was made on this device.
    pub fn note_export(&mut self, id: RecordId, note: ExportNote) -> Edit {
        self.put("Export", [(id, Body::Export(note))]).not_for_undoing()
    }

    /// What was said to a statement so far, empty if nothing.
    fn said(&self, draft: ResponseId, statement: &StatementId) -> Result<DraftAnswer, EditError> {
        let survey: SurveyHash = self.draft(draft).ok_or(EditError::NotHere("the response"))?.survey;
        let survey = self.survey(survey).ok_or(EditError::NotHere("the survey"))?;
        survey.statement(statement).ok_or(EditError::UnknownStatement)?;
        Ok(match self.body(draft_answer_record(draft, statement)) {
            Some(Body::DraftAnswer(said)) => said.clone(),
            _ => DraftAnswer {
                draft,
                statement: statement.clone(),
                answer: Answer::NotAnswered,
                comment: String::new(),
                rest: Rest::new(),
            },
        })
    }

    fn say(&mut self, name: &'static str, said: DraftAnswer) -> Edit {
        self.put(name, [(draft_answer_record(said.draft, &said.statement), Body::DraftAnswer(said))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;

    #[test]
    fn what_people_were_told_of_the_smallest_group_is_raised_and_never_lowered() {
        let (mut open, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        for (id, stands) in open.rounds().into_iter().map(|(id, round)| (id, round.clone())).collect::<Vec<_>>() {
            let asks = |number| Round { smallest_group: number, ..stands.clone() };
            open.set_round(id, asks(Some(10))).unwrap();
            for lower in [Some(9), Some(5), None] {
                assert_eq!(open.set_round(id, asks(lower)), Err(EditError::SmallestGroupLowered(10)), "{lower:?}");
            }
            assert_eq!(open.smallest_group(id), 10);
            open.set_round(id, Round { title: "Another title".to_owned(), ..asks(Some(10)) }).unwrap();
            open.set_round(id, asks(Some(11))).unwrap();
            assert_eq!(open.smallest_group(id), 11);
        }
    }
}
