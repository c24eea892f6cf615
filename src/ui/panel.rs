//! Panel: the end of a journey, said large.
//!
//! Keeps WCAG 1.4.3 Contrast and 2.4.6 Headings and labels. Its title is an h2: the page's heading stays the h1.

use leptos::prelude::*;

/// A title on a field of colour, with a line beneath.
#[component]
pub fn Panel(
    /// What has been done.
    #[prop(into)]
    title: String,
    /// A line beneath.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="govuk-panel govuk-panel--confirmation">
            <h2 class="govuk-panel__title">{title}</h2>
            <div class="govuk-panel__body">{children()}</div>
        </div>
    }
}
