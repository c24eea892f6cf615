//! Whom a round asks beside the workforce: the survey for children, young people and families, what they said, and what groups
//! said by show of hands.

use std::sync::Arc;

use super::{Edit, EditError, RoundState, Workspace};
use crate::domain::group_answers::GroupAnswers;
use crate::domain::ids::{RecordId, RoundId, SurveyHash};
use crate::domain::record::{Body, Kind};
use crate::domain::response::Gathered;
use crate::domain::survey::{ForWhom, Survey};

impl Workspace {
    /// The newest survey that a round puts to the workforce.
    pub fn survey_of(&self, round: RoundId) -> Option<&Arc<Survey>> {
        self.newest_survey(round, ForWhom::Workforce)
    }

    /// The newest survey that a round puts to children, young people and families, if it asks them.
    pub fn children_survey_of(&self, round: RoundId) -> Option<&Arc<Survey>> {
        self.newest_survey(round, ForWhom::Children)
    }

    /// Whom a survey is for. One that is not here is taken for the workforce's, as all were that named nobody.
    pub fn for_whom(&self, survey: SurveyHash) -> ForWhom {
        self.survey(survey).map(|survey| survey.questionnaire.for_whom).unwrap_or_default()
    }

    /// The responses of a round that the workforce gave, or children, young people and families.
    pub fn gathered_from(&self, round: RoundId, whom: ForWhom) -> Gathered<'_> {
        let mut gathered = self.gathered(round);
        gathered.responses.retain(|_, (survey, _)| self.for_whom(*survey) == whom);
        gathered.clashes.retain(|id| gathered.responses.contains_key(id));
        gathered
    }

    /// Hands out a survey for children, young people and families in a round, beside the workforce's.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such round; [`EditError::RoundClosed`] while it is closed.
    pub fn ask_children(&mut self, id: RoundId, survey: Arc<Survey>) -> Result<Edit, EditError> {
        self.hand_out("Ask children and families", id, survey)
    }

    /// Adds what a group said, or changes it.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the round or the survey is not here; [`EditError::RoundClosed`] while the round is closed;
    /// [`EditError::TooManyHands`] if more hands went up for a statement than there were people.
    pub fn set_group_answers(&mut self, id: RecordId, group: GroupAnswers) -> Result<Edit, EditError> {
        self.round(group.round).ok_or(EditError::NotHere("the round"))?;
        self.survey(group.survey).ok_or(EditError::NotHere("the survey"))?;
        if self.round_state(group.round) != RoundState::Open {
            return Err(EditError::RoundClosed);
        }
        if group.too_many().is_some() {
            return Err(EditError::TooManyHands);
        }
        Ok(self.put("Add the answers of a group", [(id, Body::GroupAnswers(group))]))
    }

    /// Removes what a group said; undo brings it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here; [`EditError::RoundClosed`] while its round is closed.
    pub fn delete_group_answers(&mut self, id: RecordId) -> Result<Edit, EditError> {
        let Some(Body::GroupAnswers(group)) = self.body(id) else { return Err(EditError::NotHere("the group")) };
        if self.round_state(group.round) != RoundState::Open {
            return Err(EditError::RoundClosed);
        }
        Ok(self.put("Remove the answers of a group", [(id, Body::Deleted(Kind::GroupAnswers))]))
    }

    /// What groups said in a round, the latest day first.
    pub fn group_answers(&self, round: RoundId) -> Vec<(RecordId, &GroupAnswers)> {
        let mut groups: Vec<_> = self
            .bodies(&Kind::GroupAnswers)
            .filter_map(|(id, body)| match body {
                Body::GroupAnswers(group) if group.round == round => Some((id, group)),
                _ => None,
            })
            .collect();
        groups.sort_by_key(|(id, group)| (std::cmp::Reverse(group.on), *id));
        groups
    }

    fn newest_survey(&self, round: RoundId, whom: ForWhom) -> Option<&Arc<Survey>> {
        let surveys = self.round(round)?.surveys.iter().rev();
        surveys.filter_map(|hash| self.survey(*hash)).find(|survey| survey.questionnaire.for_whom == whom)
    }
}
