//! What happens in rooms, and the lists that a strategy needs: where each of them starts.

mod outcomes;

use leptos::prelude::*;

use self::outcomes::Outcomes;
use crate::route::exercises::Place;
use crate::route::{Page as Target, training};
use crate::state::App;
use crate::ui::{Page, PageHeading};

/// The screen of a page about exercises.
pub fn view(place: Place) -> AnyView {
    match place {
        Place::List => view! { <Exercises /> }.into_any(),
        Place::Outcomes => view! { <Outcomes /> }.into_any(),
    }
}

/// What the tab calls a page about exercises.
pub fn title(place: &Place) -> &'static str {
    match place {
        Place::List => "Exercises",
        Place::Outcomes => "Outcomes exercise",
    }
}

/// The start of the room.
#[component]
fn Exercises() -> impl IntoView {
    view! {
        <Page>
            <PageHeading>"Exercises"</PageHeading>
            <h2 class="govuk-heading-m">"With people in a room"</h2>
            <Entry title="Outcomes exercise" to=Target::Exercises(Place::Outcomes) words="Tables at a conference sort the 29 outcomes of Every Child Matters by how well they go." />
            <h2 class="govuk-heading-m">"For the strategy"</h2>
            <Entry title="Training map" to=Target::Training(training::Place::Map) words="Which professions are trained in what, by whom, and how the gaps are addressed." />
        </Page>
    }
}

/// Something that starts here.
#[component]
fn Entry(
    /// What it is called.
    title: &'static str,
    /// Where it starts.
    to: Target,
    /// What it is for, in a sentence.
    words: &'static str,
) -> impl IntoView {
    let app = App::get();
    view! {
        <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href=app.href(to)>{title}</a>
            <br />
            {words}
        </p>
    }
}
