//! One thing to choose: what radios, checkboxes and selects offer.

/// A value with the words that a person sees beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What the page gets back when this is chosen.
    pub value: T,
    /// The words beside the control, which are also its accessible name.
    pub label: String,
    /// More words beneath; empty for none. A select shows no hints.
    pub hint: String,
}

impl<T> Choice<T> {
    /// A choice without a hint.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Self { value, label: label.into(), hint: String::new() }
    }

    /// The same choice with more words beneath its label.
    #[must_use]
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }
}

/// The choices' values apart from their words, so that the drawing code need not be generic.
pub(super) fn split<T>(choices: Vec<Choice<T>>) -> (Vec<T>, Vec<Words>) {
    choices.into_iter().map(|choice| (choice.value, Words { label: choice.label, hint: choice.hint })).unzip()
}

/// The words of one choice.
pub(super) struct Words {
    /// The words beside the control.
    pub(super) label: String,
    /// More words beneath; empty for none.
    pub(super) hint: String,
}
