//! What a coordinator decided about a comment: nothing that somebody wrote is shared before it was looked at.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::ids::{RecordId, ResponseId, StatementId};
use super::rest::Rest;

/// What was decided about one comment. It holds for the words that were looked at and no others: a corrected response with
/// another comment has to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CommentReview {
    /// The response that the comment is in.
    pub response: ResponseId,
    /// The statement that it is about.
    pub statement: StatementId,
    /// The SHA-256 of the comment that was looked at.
    pub looked_at: [u8; 32],
    /// What was decided.
    pub verdict: Verdict,
    /// Who decided, as a role; empty if not said.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What can be decided about a comment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It may be shared as it was written.
    Show,
    /// It stays here.
    Hide,
    /// These words may be shared in its place; the original stays here.
    Reword(String),
}

impl CommentReview {
    /// Whether it was made of these very words.
    pub fn is_of(&self, comment: &str) -> bool {
        self.looked_at == comment_digest(comment)
    }
}

impl Verdict {
    /// What may be shared of a comment; `None` if nothing.
    pub fn shared<'a>(&'a self, comment: &'a str) -> Option<&'a str> {
        match self {
            Self::Show => Some(comment),
            Self::Hide => None,
            Self::Reword(words) => Some(words),
        }
    }
}

/// The SHA-256 of a comment, by which a review knows the words that it was made of.
pub fn comment_digest(comment: &str) -> [u8; 32] {
    Sha256::digest(comment.as_bytes()).into()
}

/// The record of what was decided about a comment: always the same one, wherever it is decided.
pub fn comment_review_record(response: ResponseId, statement: &StatementId) -> RecordId {
    let digest = Sha256::new_with_prefix("comment-review/").chain_update(response.0).chain_update(statement.as_str());
    RecordId::from_digest(&digest.finalize().into())
}
