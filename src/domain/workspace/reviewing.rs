//! Comments and what was decided about them: only what somebody let through is ever shared.

use super::{Edit, Workspace};
use crate::domain::comment_review::{CommentReview, comment_review_record};
use crate::domain::ids::{ResponseId, RoundId, StatementId, SurveyHash, ThemeId};
use crate::domain::record::Body;
use crate::domain::response::Response;
use crate::domain::table_mapping::{Mapping, table_mapping_record};

/// A comment in a gathered response.
#[derive(Clone, Copy, Debug)]
pub struct Comment<'a> {
    /// The response that it is in.
    pub response: &'a Response,
    /// The survey that the response answers.
    pub survey: SurveyHash,
    /// The statement that it is about.
    pub statement: &'a StatementId,
    /// What was written.
    pub text: &'a str,
    /// What was decided about these words, if anything was.
    pub review: Option<&'a CommentReview>,
}

/// What may be shared of the comments on a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedComments {
    /// By statement, in the order of the survey: the words that may be shared, as written or reworded.
    pub comments: Vec<(StatementId, String)>,
    /// How many comments nobody has looked at yet.
    pub waiting: usize,
}

impl Workspace {
    /// Decides about a comment; an earlier decision about it gives way.
    pub fn review_comment(&mut self, review: CommentReview) -> Edit {
        let record = comment_review_record(review.response, &review.statement);
        self.put("Review a comment", [(record, Body::CommentReview(review))])
    }

    /// The comments of a round, in the order of response ids.
    pub fn comments(&self, round: RoundId) -> Vec<Comment<'_>> {
        let gathered = self.gathered(round);
        let all = gathered.responses.into_values().flat_map(|(survey, response)| {
            let written = response.comments.iter().filter(|(_, text)| !text.trim().is_empty());
            written.map(move |(statement, text)| (survey, response, statement, text.as_str()))
        });
        all.map(|(survey, response, statement, text)| {
            let review = self.comment_review(response.id, statement, text);
            Comment { response, survey, statement, text, review }
        })
        .collect()
    }

    /// What may be shared of the comments on a theme in a round: what was looked at and let through, and nothing else.
    pub fn shared_comments(&self, round: RoundId, theme: &ThemeId) -> SharedComments {
        let mut shared = SharedComments::default();
        let mut placed: Vec<(usize, StatementId, String)> = Vec::new();
        for comment in self.comments(round) {
            let survey = self.survey(comment.survey);
            let place = survey.and_then(|survey| survey.position(comment.statement));
            let on_theme = survey
                .and_then(|survey| survey.statement(comment.statement))
                .is_some_and(|statement| statement.theme == *theme);
            if !on_theme {
                continue;
            }
            match comment.review {
                None => shared.waiting = shared.waiting.saturating_add(1),
                Some(review) => {
                    let words = review.verdict.shared(comment.text).map(str::to_owned);
                    placed.extend(words.zip(place).map(|(words, place)| (place, comment.statement.clone(), words)));
                }
            }
        }
        // By their words beyond that: the order of responses would tell which comments came from one person.
        placed.sort();
        shared.comments = placed.into_iter().map(|(_, statement, words)| (statement, words)).collect();
        shared
    }

    /// How a table with these heads was read the last time on this device.
    pub fn table_mapping(&self, heads: &[String]) -> Option<&Mapping> {
        match self.body(table_mapping_record(heads))? {
            Body::TableMapping(mapping) => Some(mapping),
            _ => None,
        }
    }

    /// Remembers how a table is read, for the next one with the same heads.
    pub fn remember_table_mapping(&mut self, mapping: Mapping) -> Edit {
        let record = table_mapping_record(&mapping.heads);
        self.put("Remember how a table is read", [(record, Body::TableMapping(mapping))]).not_for_undoing()
    }

    /// What was decided about these words of a comment. Whatever was decided about other words does not count.
    fn comment_review(&self, response: ResponseId, statement: &StatementId, text: &str) -> Option<&CommentReview> {
        match self.body(comment_review_record(response, statement))? {
            Body::CommentReview(review) if review.is_of(text) => Some(review),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::comment_review::{Verdict, comment_digest};
    use crate::domain::ids::{RecordId, ReplicaId};
    use crate::domain::response::Pack;
    use crate::domain::rest::Rest;
    use chrono::DateTime;

    fn review(comment: &Comment, verdict: Verdict) -> CommentReview {
        CommentReview {
            response: comment.response.id,
            statement: comment.statement.clone(),
            looked_at: comment_digest(comment.text),
            verdict,
            by: "Workforce lead".to_owned(),
            at: DateTime::UNIX_EPOCH,
            rest: Rest::new(),
        }
    }

    /// The sample with its latest round, one of whose comments on capacity waits.
    fn sample() -> (Workspace, RoundId, ThemeId) {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        (sample, round, ThemeId::parse("capacity").unwrap())
    }

    fn waiting<'a>(area: &'a Workspace, round: RoundId, statement: &str) -> Comment<'a> {
        area.comments(round).into_iter().find(|comment| comment.statement.as_str() == statement).unwrap()
    }

    #[test]
    fn only_what_was_let_through_is_shared_and_in_the_words_that_were_chosen() {
        let (mut area, round, theme) = sample();
        let before = area.shared_comments(round, &theme);
        assert_eq!((before.comments.len(), before.waiting), (0, 1));
        for (verdict, words) in [
            (Verdict::Show, vec![waiting(&area, round, "capacity-1").text.to_owned()]),
            (Verdict::Reword("People stay.".to_owned()), vec!["People stay.".to_owned()]),
            (Verdict::Hide, Vec::new()),
        ] {
            let decided = review(&waiting(&area, round, "capacity-1"), verdict);
            area.review_comment(decided);
            let shared = area.shared_comments(round, &theme);
            assert_eq!(shared.comments.into_iter().map(|(_, words)| words).collect::<Vec<_>>(), words);
            assert_eq!(shared.waiting, 0);
        }
    }

    #[test]
    fn a_corrected_comment_waits_to_be_looked_at_again() {
        let (mut area, round, theme) = sample();
        let comment = waiting(&area, round, "capacity-1");
        let (shown, survey) = (review(&comment, Verdict::Show), comment.survey);
        let mut corrected = comment.response.clone();
        corrected.revision += 1;
        corrected.comments.insert(comment.statement.clone(), "Other words".to_owned());
        area.review_comment(shown);
        let pack = Pack { round, survey, responses: vec![corrected], sources: Vec::new(), rest: Rest::new() };
        // What comes into a closed round is not counted.
        let (record, on, at) =
            (|number| RecordId(uuid::Uuid::from_u128(number)), crate::sample::today(), DateTime::UNIX_EPOCH);
        area.reopen_round(record(1), round, on, at).unwrap();
        area.add_pack(record(2), pack);
        let shared = area.shared_comments(round, &theme);
        assert_eq!((shared.comments.len(), shared.waiting), (0, 1));
    }

    #[test]
    fn a_review_goes_with_its_response() {
        let (mut area, round, _) = sample();
        let comment = waiting(&area, round, "capacity-1");
        let (response, statement) = (comment.response.id, comment.statement.clone());
        let decided = review(&comment, Verdict::Reword("Words that stay nowhere".to_owned()));
        area.review_comment(decided);
        let edit = area.withdraw(response, round, "2010-01-29".parse().unwrap());
        let record = comment_review_record(response, &statement);
        assert!(edit.purged.contains(&record) && area.body(record).unwrap().is_deleted());
    }
}
