//! Inset text: a quotation, an example or a remark set apart from the text around it.
//!
//! Keeps WCAG 1.3.2 Meaningful sequence: it is set apart by a line only and reads in its place.

use leptos::prelude::*;

/// Words set apart by a line at their left.
#[component]
pub fn Inset(
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <div class="govuk-inset-text">{children()}</div> }
}
