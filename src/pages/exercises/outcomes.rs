//! The outcomes exercise: what is sorted in it.

use leptos::prelude::*;

use crate::exchange::builtin;
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::App;
use crate::ui::{BackLink, Page, PageHeading};

/// The outcomes exercise.
#[component]
pub fn Outcomes() -> impl IntoView {
    let app = App::get();
    let back = app.href(Target::Exercises(Place::List));
    let sort = builtin::outcomes().ok();
    let groups = sort.map(|sort| sort.groups).unwrap_or_default().into_iter().map(|group| {
        let cards =
            group.cards.into_iter().map(|card| view! { <li>{card.code.as_str().to_owned()}" "{card.words}</li> });
        view! {
            <h2 class="govuk-heading-s">{group.name}</h2>
            <ul class="govuk-list">{cards.collect_view()}</ul>
        }
    });
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to exercises" /> }>
            <PageHeading>"Outcomes exercise"</PageHeading>
            {groups.collect_view()}
        </Page>
    }
}
