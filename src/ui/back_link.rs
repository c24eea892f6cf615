//! Back link: the page that this one was reached from.
//!
//! Keeps WCAG 1.3.1 (a labelled nav landmark) and 2.4.4 Link purpose (its words name the page). It
//! stands before the main landmark, so the skip link passes it: give it to a page's `before`.

use leptos::prelude::*;

/// A link back, such as "Back to the plan".
#[component]
pub fn BackLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <nav aria-label="Back">
            <a class="govuk-back-link" href=href>
                {text}
            </a>
        </nav>
    }
}
