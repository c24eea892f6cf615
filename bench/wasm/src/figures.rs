//! The figures of a counting in the form in which they are compared with the peers'.

use rainbow::analysis::scores::{Measure, Scores};
use serde_json::{Map, Value, json};

/// By statement: how often each of 1 to 5 was given, then "don't know", "not applicable" and unanswered. By theme: how
/// many people scored in it, and the mean over people.
pub fn json(scores: &Scores) -> String {
    let statements: Map<String, Value> =
        scores.statements.iter().map(|(id, measure)| (id.to_string(), json!(counts(measure)))).collect();
    let themes: Map<String, Value> = scores
        .themes
        .iter()
        .map(|(id, measure)| (id.to_string(), json!({ "people": measure.people, "mean": measure.mean() })))
        .collect();
    json!({ "responses": scores.responses, "statements": statements, "themes": themes }).to_string()
}

fn counts(measure: &Measure) -> Vec<usize> {
    let beside = [measure.dont_know, measure.not_applicable, measure.not_answered];
    measure.spread.into_iter().chain(beside).collect()
}
