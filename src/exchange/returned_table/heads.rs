//! Which statement the head of a column names: by its number, id, label or words.

use super::cell::normal;
use crate::domain::ids::StatementId;
use crate::domain::survey::Survey;

/// The statements of a survey by what a head can call them.
pub(super) struct Names {
    statements: Vec<Named>,
}

struct Named {
    id: StatementId,
    /// Its place in the survey counted from 1, which the form on paper shows too.
    number: String,
    /// Its id with spaces for hyphens.
    id_words: String,
    /// Its label; empty where another statement has the same.
    label: String,
    text: String,
}

impl Names {
    pub(super) fn of(survey: &Survey) -> Self {
        let statements = &survey.questionnaire.statements;
        let shared = |label: &str| statements.iter().filter(|other| normal(&other.label) == label).count() > 1;
        let named = statements.iter().enumerate().map(|(at, statement)| {
            let label = normal(&statement.label);
            Named {
                id: statement.id.clone(),
                number: at.saturating_add(1).to_string(),
                id_words: spaced(statement.id.as_str()),
                label: if shared(&label) { String::new() } else { label },
                text: words_only(&statement.text),
            }
        });
        Self { statements: named.collect() }
    }

    /// The statement that a head names; `None` if it names none, or cannot be told from another.
    pub(super) fn statement(&self, head: &str) -> Option<&StatementId> {
        let (plain, words) = (normal(head), words_only(head));
        let spaced = spaced(&plain);
        let number = plain.trim_start_matches(['q', '#']).trim_end_matches([')', '.']).trim();
        let is = |named: &&Named| {
            spaced == named.id_words || number == named.number || (!plain.is_empty() && plain == named.label)
        };
        let by_text = |named: &&Named| !named.text.is_empty() && words.contains(&named.text);
        // Tools write "12. The statement" or "identity-1 The statement": what comes first says which it is.
        let starts = |named: &&Named| {
            spaced.strip_prefix(named.id_words.as_str()).is_some_and(|rest| rest.starts_with([' ', ':']))
        };
        self.statements
            .iter()
            .find(is)
            .or_else(|| self.statements.iter().find(by_text))
            .or_else(|| self.statements.iter().find(starts))
            .map(|named| &named.id)
    }
}

fn spaced(text: &str) -> String {
    text.replace(['-', '_'], " ")
}

/// The letters and digits of a text, in lower case with one space between words, so that marks and quotes never matter.
fn words_only(text: &str) -> String {
    let letters = text.to_lowercase().replace(['\u{2019}', '\u{2018}', '\''], "");
    let spaced: String = letters.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
