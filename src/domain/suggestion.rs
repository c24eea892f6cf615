//! Suggestions of what areas typically do about an arc: words to adapt, which never come into a plan by themselves.

use super::ids::{PracticeId, SuggestionId, ThemeId};

/// A list of suggestions, with where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestions {
    /// The version of their wording.
    pub version: String,
    /// Who wrote them, in a sentence or two that can be shown.
    pub source: String,
    /// The suggestions, in the order in which they are shown.
    pub all: Vec<Suggestion>,
}

/// A suggestion: what an action could say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which one it is. It stays the same when the wording is corrected.
    pub id: SuggestionId,
    /// The arc that it is for.
    pub theme: ThemeId,
    /// The practice within the arc that it is about; `None` for the arc as a whole.
    pub practice: Option<PracticeId>,
    /// The words of the action.
    pub text: String,
}

impl Suggestions {
    /// The suggestion of this id.
    pub fn get(&self, id: &SuggestionId) -> Option<&Suggestion> {
        self.all.iter().find(|suggestion| suggestion.id == *id)
    }

    /// The suggestions for an arc, in their order.
    pub fn of_theme<'a>(&'a self, theme: &'a ThemeId) -> impl Iterator<Item = &'a Suggestion> {
        self.all.iter().filter(move |suggestion| suggestion.theme == *theme)
    }
}
