//! What stands on a page whose subject is gone: what is not here, why, and the way on.

use leptos::prelude::*;

use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonLink, PageHeading};

/// Why most things are gone that a page was about.
pub(super) const DELETED: &str = "It was deleted, or the file that it came in was taken back.";

/// The same of what is said to be removed.
pub(super) const REMOVED: &str = "It was removed, or the file that it came in was taken back.";

/// What is not here.
#[component]
pub(super) fn Missing(
    /// What is not here, as the heading of the page.
    heading: &'static str,
    /// Why, and what is safe all the same.
    why: &'static str,
    /// Where to go from here.
    to: Place,
    /// What the way there is called, such as "Go to plans".
    go: &'static str,
) -> impl IntoView {
    let app = App::get();
    view! {
        <PageHeading>{heading}</PageHeading>
        <p class="govuk-body">{why}</p>
        <ButtonLink href=app.href(to)>{go}</ButtonLink>
    }
}

/// A plan that is not here.
#[component]
pub(super) fn MissingPlan() -> impl IntoView {
    view! { <Missing heading="This plan is not here" why=DELETED to=Place::Plans go="Go to plans" /> }
}
