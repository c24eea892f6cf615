//! The comments of a round in the order in which they are looked through: by arc and statement, with who wrote each as far
//! as they said. For the coordinator's eyes only.

use crate::domain::comment_review::CommentReview;
use crate::domain::ids::{ResponseId, RoundId, SectorId, StaffGroupId, StatementId};
use crate::domain::workspace::Workspace;

/// A comment with what has to be known to decide about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The response that it is in.
    pub response: ResponseId,
    /// The statement that it is about.
    pub statement: StatementId,
    /// The name of the statement's arc.
    pub arc: String,
    /// The words of the statement.
    pub asked: String,
    /// What was answered to the statement, in the letters of a pack: `1` to `5`, `d`, `n`, or `.` for nothing.
    pub answer: char,
    /// The sector of whoever wrote it, if they said.
    pub sector: Option<SectorId>,
    /// Their staff group, if they said.
    pub staff_group: Option<StaffGroupId>,
    /// What was written.
    pub text: String,
    /// What was decided about it, if anything was.
    pub review: Option<CommentReview>,
}

/// The comments of a round, by arc, statement and response. Those on a statement that no survey here asks are left out.
pub fn written(workspace: &Workspace, round: RoundId) -> Vec<Written> {
    let comments = workspace.comments(round).into_iter().filter_map(|comment| {
        let survey = workspace.survey(comment.survey)?;
        let place = survey.position(comment.statement)?;
        let statement = survey.statement(comment.statement)?;
        let arc = survey.framework.themes.iter().position(|theme| theme.id == statement.theme)?;
        let answer = comment.response.answers.get(place).copied().unwrap_or_default();
        let person = &comment.response.respondent;
        let one = Written {
            response: comment.response.id,
            statement: statement.id.clone(),
            arc: survey.framework.themes.get(arc)?.name.clone(),
            asked: statement.text.clone(),
            answer: answer.to_char(),
            sector: person.sector.clone(),
            staff_group: person.staff_group.clone(),
            text: comment.text.to_owned(),
            review: comment.review.cloned(),
        };
        Some(((arc, place, comment.response.id), one))
    });
    let mut comments: Vec<_> = comments.collect();
    comments.sort_by_key(|(place, _)| *place);
    comments.into_iter().map(|(_, one)| one).collect()
}
