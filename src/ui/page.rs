//! The page itself: its width, what stands before its main part, and its heading.
//!
//! Keeps WCAG 1.3.1 (one main landmark and one h1), 2.4.3 Focus order (both take the focus from a script only),
//! 2.4.6 Headings and labels and 1.4.10 Reflow.

use leptos::children::ViewFn;
use leptos::prelude::*;

/// The id of the main landmark, where the skip link leads.
pub(super) const MAIN_ID: &str = "main";
/// The id of the page's heading, where the focus goes after a page change.
pub(super) const HEADING_ID: &str = "page-heading";

/// The main part of a page.
#[component]
pub fn Page(
    /// How wide it is.
    #[prop(optional)]
    width: PageWidth,
    /// A back link or breadcrumbs, which stand before the main landmark.
    #[prop(optional, into)]
    before: ViewFn,
    /// The page, heading first.
    children: Children,
) -> impl IntoView {
    let main = children();
    let main = match width {
        PageWidth::Narrow => view! {
            <div class="govuk-grid-row">
                <div class="govuk-grid-column-two-thirds">{main}</div>
            </div>
        }
        .into_any(),
        PageWidth::Standard | PageWidth::Full => main,
    };
    view! {
        <div class="govuk-width-container" class=("app-width-full", width == PageWidth::Full)>
            {before.run()}
            <main class="govuk-main-wrapper" id=MAIN_ID tabindex="-1">
                {main}
            </main>
        </div>
    }
}

/// How wide a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageWidth {
    /// One column that is comfortable to read: forms and texts.
    #[default]
    Narrow,
    /// As wide as the header: overviews and pictures.
    Standard,
    /// As wide as the window: plans and matrices.
    Full,
}

/// The page's one h1. [`focus_heading`](super::focus_heading) moves the focus here after a page change.
#[component]
pub fn PageHeading(
    /// A smaller line above, which says what this page is part of; empty for none.
    #[prop(optional, into)]
    caption: String,
    /// The heading's words.
    children: Children,
) -> impl IntoView {
    view! {
        <h1 class="govuk-heading-l" id=HEADING_ID tabindex="-1">
            {(!caption.is_empty()).then(|| view! { <span class="govuk-caption-l">{caption}" "</span> })}
            {children()}
        </h1>
    }
}
