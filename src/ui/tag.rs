//! Tag: a status in one or two words.
//!
//! Keeps WCAG 1.4.1 Use of colour (the words carry the status; the colour only helps) and 1.4.3 Contrast.

use leptos::prelude::*;

/// A status in words on a tint.
#[component]
pub fn Tag(
    /// The status.
    #[prop(into)]
    text: Signal<String>,
    /// The tint.
    #[prop(optional, into)]
    colour: Signal<TagColour>,
) -> impl IntoView {
    view! { <strong class=move || format!("govuk-tag {}", colour.get().class())>{move || text.get()}</strong> }
}

/// The tint of a tag. It repeats what the words say and never adds to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagColour {
    /// The usual one.
    #[default]
    Blue,
    /// Nothing done yet, or not set.
    Grey,
    /// As it should be.
    Green,
    /// Needs attention.
    Yellow,
    /// Needs attention soon.
    Orange,
    /// Wrong, or late.
    Red,
    /// Another one to tell apart.
    Purple,
}

impl TagColour {
    fn class(self) -> &'static str {
        match self {
            Self::Blue => "",
            Self::Grey => "govuk-tag--grey",
            Self::Green => "govuk-tag--green",
            Self::Yellow => "govuk-tag--yellow",
            Self::Orange => "govuk-tag--orange",
            Self::Red => "govuk-tag--red",
            Self::Purple => "govuk-tag--purple",
        }
    }
}
