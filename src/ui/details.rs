//! Details: more words behind a link, for those who want them.
//!
//! Keeps WCAG 2.1.1 Keyboard and 4.1.2 Name, role, value: the native element says whether it is open.
//! It opens by itself in print where the browser can.

use leptos::prelude::*;

/// Words that open and close under their summary.
#[component]
pub fn Details(
    /// What is behind the link.
    #[prop(into)]
    summary: String,
    /// The words behind it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{summary}</span>
            </summary>
            <div class="govuk-details__text">{children()}</div>
        </details>
    }
}
