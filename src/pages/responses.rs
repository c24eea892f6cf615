//! What came back: received against required and expected, gaps first, late answers apart, and each response by itself.

mod clashes;
mod late;
mod list;
mod missing;
mod opened;
mod tables;
mod withdraw;

use leptos::prelude::*;

use self::clashes::Clashes;
use self::late::Late;
use self::list::List;
use self::missing::Missing;
use self::tables::{by_both, by_sector, by_staff_group, by_week};
use super::incoming::{Incoming, IncomingPanel};
use super::round_choice::{RoundChoice, RoundSelect};
use crate::analysis::received::{late, received};
use crate::analysis::returns::Returns;
use crate::domain::area::Area;
use crate::domain::ids::RoundId;
use crate::domain::workspace::RoundState;
use crate::reports::headcount::rate_of_round;
use crate::reports::words;
use crate::route::Page as Place;
use crate::route::registers::Place as Within;
use crate::state::App;
use crate::ui::{ButtonLink, Details, FileUpload, Page, PageHeading, PageWidth};

/// The responses of a round: of the latest, if no other is chosen.
#[component]
pub fn Responses() -> impl IntoView {
    let app = App::get();
    let choice = RoundChoice::new(app);
    let round = Memo::new(move |_| choice.round());
    let there = Memo::new(move |_| round.get().is_some());
    let title = Memo::new(move |_| {
        app.read(|open| open.round(round.get()?).map(|round| round.title.clone())).flatten().unwrap_or_default()
    });
    move || {
        if there.get() {
            view! {
                <Page width=PageWidth::Standard>
                    {move || view! { <PageHeading caption=title.get()>"Responses"</PageHeading> }}
                    <IncomingPanel />
                    <RoundSelect choice />
                    {move || round.get().map(|round| view! { <OfRound round /> })}
                </Page>
            }
            .into_any()
        } else {
            view! {
                <Page>
                    <PageHeading>"Responses"</PageHeading>
                    <IncomingPanel />
                    <p class="govuk-body">"Responses come back to a round, and no round has been opened yet."</p>
                    <ButtonLink href=app.href(Place::Survey)>"Open a round"</ButtonLink>
                </Page>
            }
            .into_any()
        }
    }
}

#[component]
fn OfRound(round: RoundId) -> impl IntoView {
    let app = App::get();
    let returns = Memo::new(move |_| app.read(|open| Returns::of_round(open, round)).unwrap_or_default());
    let area = Memo::new(move |_| app.read(|open| open.area().cloned()).flatten().unwrap_or_else(|| Area::named("")));
    // Children's answers are not among the returns, but can be taken back here too.
    let has_any = Memo::new(move |_| app.read(|open| !open.gathered(round).responses.is_empty()).unwrap_or(false));
    let is_closed = Memo::new(move |_| app.read(|open| open.round_state(round) != RoundState::Open).unwrap_or(false));
    let counted = Memo::new(move |_| app.read(|open| received(open, round)).unwrap_or_default());
    let late = Memo::new(move |_| app.read(|open| late(open, round)).unwrap_or_default());
    view! {
        <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
                <p class="govuk-body-l">{move || returns.with(|returns| against_required(returns, is_closed.get()))}</p>
                <TakeIn />
                <div class="app-no-print">
                    <ul class="govuk-list govuk-list--spaced">
                        <li><a class="govuk-link" href=app.href(Place::TypeInForms(Some(round)))>"Type in paper forms"</a></li>
                        <li><a class="govuk-link" href=app.href(Place::BringInTable(Some(round)))>"Bring in a table from another survey tool"</a></li>
                        <li><a class="govuk-link" href=app.href(Place::Comments(Some(round)))>"Comments: choose what may be shared"</a></li>
                    </ul>
                </div>
            </div>
        </div>
        <Late round late area />
        <Clashes counted late />
        <Show
            when=move || has_any.get()
            fallback=move || view! {
                <p class="govuk-body">
                    "No responses yet. "
                    <a class="govuk-link" href=app.href(Place::Survey)>"Hand the survey out or answer it here"</a>
                    "."
                </p>
            }
        >
            <h2 class="govuk-heading-m">"Who has responded"</h2>
            <Missing round returns area is_closed />
            <Rate returns area />
            {move || returns.with(|returns| area.with(|area| by_sector(returns, area)))}
            <div class="govuk-grid-row">
                <div class="govuk-grid-column-one-half">
                    {move || returns.with(|returns| area.with(|area| by_staff_group(returns, area)))}
                </div>
                <div class="govuk-grid-column-one-half">{move || returns.with(by_week)}</div>
            </div>
            {move || returns.with(|returns| area.with(|area| by_both(returns, area))).map(|table| view! {
                <Details summary="By staff group within each sector">{table}</Details>
            })}
            <p class="govuk-body">
                <a class="govuk-link" href=app.href(Place::Rainbow(None))>"See the rainbow that they make"</a>
            </p>
            <List round area all=counted />
        </Show>
    }
}

/// How many of all who work here responded, or the way to say how many those are.
#[component]
fn Rate(returns: Memo<Returns>, area: Memo<Area>) -> impl IntoView {
    let app = App::get();
    let said = Memo::new(move |_| {
        let rates = returns.with(|returns| returns.rates.clone());
        rates.map(|rates| area.with(|area| rate_of_round(&rates, area))).unwrap_or_default()
    });
    let link = move || if said.with(Vec::is_empty) { "Enter the headcount to see response rates" } else { "Headcount" };
    view! {
        {move || said.get().into_iter().map(|sentence| view! { <p class="govuk-body">{sentence}</p> }).collect_view()}
        <p class="govuk-body app-no-print">
            <a class="govuk-link" href=app.href(Place::Registers(Within::Headcount))>{link}</a>
        </p>
    }
}

/// The controls that take files in.
#[component]
fn TakeIn() -> impl IntoView {
    let (app, incoming) = (App::get(), Incoming::get());
    view! {
        <div class="app-no-print">
            <FileUpload
                id="files"
                label="Choose files"
                hint="The files that people sent back: their names start rainbow-response-. Choose many at once, or a .zip of them, or drop them anywhere on this page. You see what they would bring before anything is taken in."
                accept=".json,.zip,application/json,application/zip"
                multiple=true
                on_files=move |files| incoming.choose(app, files)
            />
            <Details summary="Choose a whole folder">
                <FileUpload
                    id="folder"
                    label="Choose a folder"
                    hint="All files in it are looked at. Your browser may ask whether to upload them: they stay on this device."
                    folder=true
                    on_files=move |files| incoming.choose(app, files)
                />
            </Details>
        </div>
    }
}

/// Received against required, in words.
fn against_required(returns: &Returns, is_closed: bool) -> String {
    let received = words::count(returns.total, "response", "responses");
    let Some(minimum) = returns.minimum else {
        return format!("{received} received. No number was set as required.");
    };
    match returns.missing() {
        0 => format!("{received} received, {minimum} required. The number required is reached."),
        missing if is_closed => {
            format!("{received} received, {minimum} required. The round was closed {missing} short.")
        }
        missing => format!("{received} received, {minimum} required: {missing} more to go."),
    }
}
