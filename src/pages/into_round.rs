//! The frame of a page that takes responses into a round: which round, and what to do where none is open.

use std::sync::Arc;

use leptos::prelude::*;

use super::round_choice::{RoundChoice, RoundSelect};
use crate::domain::ids::RoundId;
use crate::domain::survey::Survey;
use crate::domain::workspace::RoundState;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, ButtonLink, Page, PageHeading, PageWidth};

/// The page, with what `draw` makes of the round and its survey while the round is open.
#[component]
pub(super) fn IntoRound(
    /// The round.
    choice: RoundChoice,
    /// The heading.
    heading: &'static str,
    /// What is said of a closed round.
    closed: &'static str,
    /// What is said where there is no round.
    none: &'static str,
    /// Where the page is for a round; `None` for the latest.
    place: fn(Option<RoundId>) -> Place,
    /// Draws what is there while the round is open.
    draw: Callback<(RoundId, Arc<Survey>), AnyView>,
) -> impl IntoView {
    let app = App::get();
    let here = Memo::new(move |_| {
        let round = choice.round()?;
        app.read(|open| Some((round, open.survey_of(round)?.clone(), open.round(round)?.title.clone()))).flatten()
    });
    let is_open = Memo::new(move |_| {
        let round = choice.round();
        app.read(|open| round.is_some_and(|round| open.round_state(round) == RoundState::Open)).unwrap_or(false)
    });
    let back = app.href(Place::Responses);
    view! {
        <Page
            width=PageWidth::Standard
            before=move || view! { <BackLink href=back.clone() text="Back to the responses" /> }
        >
            {move || {
                let title = here.with(|here| here.as_ref().map(|(.., title)| title.clone()).unwrap_or_default());
                view! { <PageHeading caption=title>{heading}</PageHeading> }
            }}
            <RoundSelect choice on_choose=move |()| app.stay_at(place(choice.past())) />
            {move || match (here.get(), is_open.get()) {
                (Some((round, survey, _)), true) => draw.run((round, survey)),
                (Some(_), false) => view! {
                    <p class="govuk-body">{closed}</p>
                    <ButtonLink href=app.href(Place::Survey)>"Reopen it on the Survey page"</ButtonLink>
                }
                .into_any(),
                (None, _) => view! {
                    <p class="govuk-body">{none}</p>
                    <ButtonLink href=app.href(Place::Survey)>"Open a round"</ButtonLink>
                }
                .into_any(),
            }}
        </Page>
    }
}
