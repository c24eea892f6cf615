//! Warning text: what a person must know before they do something with consequences.
//!
//! Keeps WCAG 1.4.1 Use of colour and 1.1.1 Non-text content: the mark is hidden from assistive technology,
//! and the word "Warning" is read in its place.

use leptos::prelude::*;

/// One bold sentence beside an exclamation mark.
#[component]
pub fn WarningText(
    /// The sentence.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="govuk-warning-text">
            <span class="govuk-warning-text__icon" aria-hidden="true">
                "!"
            </span>
            <strong class="govuk-warning-text__text">
                <span class="govuk-visually-hidden">"Warning: "</span>
                {children()}
            </strong>
        </div>
    }
}
