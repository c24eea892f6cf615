//! What the sample's coordinator decided about the first comments of December 2009. The others wait.

use super::{day, recorded};
use crate::domain::comment_review::{CommentReview, Verdict, comment_digest};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, Workspace};

/// What was decided about the comment on a statement: `Some` with the words that are shared in its place, `None` to hide it,
/// and an empty text to show it as it was written.
const DECIDED: [(&str, Option<&str>); 6] = [
    ("identity-1", Some("")),
    ("language-1", Some("")),
    ("information-sharing-use", Some("")),
    (
        "training-3",
        Some("Courses are in the evening and unpaid, which people with children of their own can’t manage."),
    ),
    ("roles-5", Some("A parent had explained the same thing to six people.")),
    ("capacity-2", None),
];

/// Looks the first comments of the latest round through.
pub(super) fn decide(sample: &mut Workspace) -> Vec<Edit> {
    let Some(round) = sample.rounds().last().map(|(id, _)| *id) else { return Vec::new() };
    let by = sample.round(round).map(|round| round.returns_to.role.clone()).unwrap_or_default();
    let reviews: Vec<CommentReview> = sample
        .comments(round)
        .into_iter()
        .filter_map(|comment| {
            let (_, words) = DECIDED.iter().find(|(statement, _)| *statement == comment.statement.as_str())?;
            Some(CommentReview {
                response: comment.response.id,
                statement: comment.statement.clone(),
                looked_at: comment_digest(comment.text),
                verdict: match words {
                    None => Verdict::Hide,
                    Some("") => Verdict::Show,
                    Some(words) => Verdict::Reword((*words).to_owned()),
                },
                by: by.clone(),
                at: recorded(day(2010, 1, 11)),
                rest: Rest::new(),
            })
        })
        .collect();
    reviews.into_iter().map(|review| sample.review_comment(review)).collect()
}
