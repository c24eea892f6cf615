//! What was decided about comments as it is spelled in files.

use serde::{Deserialize, Serialize};

use super::{Rest, id, is_blank, moment, moment_text};
use crate::domain::comment_review::{CommentReview, Verdict};
use crate::domain::ids::{ResponseId, StatementId, SurveyHash};
use crate::exchange::problem::Fault;

/// What was decided about a comment.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CommentReviewWire {
    response: String,
    statement: String,
    /// The SHA-256 of the comment that was looked at, in hexadecimal.
    looked_at: String,
    /// show, hide or reword.
    verdict: String,
    /// The words that may be shared in its place, where it was reworded.
    #[serde(default, skip_serializing_if = "is_blank")]
    words: String,
    /// Who decided, as a role.
    #[serde(default, skip_serializing_if = "is_blank")]
    by: String,
    at: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&CommentReview> for CommentReviewWire {
    fn from(review: &CommentReview) -> Self {
        let (verdict, words) = match &review.verdict {
            Verdict::Show => ("show", ""),
            Verdict::Hide => ("hide", ""),
            Verdict::Reword(words) => ("reword", words.as_str()),
        };
        Self {
            response: review.response.to_string(),
            statement: review.statement.to_string(),
            // Spelled as a survey's hash is, which is the same kind of digest.
            looked_at: SurveyHash(review.looked_at).to_string(),
            verdict: verdict.to_owned(),
            words: words.to_owned(),
            by: review.by.clone(),
            at: moment_text(review.at),
            rest: review.rest.clone(),
        }
    }
}

impl TryFrom<CommentReviewWire> for CommentReview {
    type Error = Fault;

    fn try_from(wire: CommentReviewWire) -> Result<Self, Fault> {
        let verdict = |word: &str| match word {
            "show" => Some(Verdict::Show),
            "hide" => Some(Verdict::Hide),
            "reword" => Some(Verdict::Reword(wire.words.clone())),
            _ => None,
        };
        Ok(Self {
            response: id(&wire.response, ResponseId::parse, "the response")?,
            statement: id(&wire.statement, StatementId::parse, "the statement")?,
            looked_at: id(&wire.looked_at, SurveyHash::parse, "the digest of the comment")?.0,
            verdict: id(&wire.verdict, verdict, "what was decided")?,
            by: wire.by,
            at: moment(&wire.at, "the time")?,
            rest: wire.rest,
        })
    }
}
