//! What came back: received against required, by sector and staff group, gaps first, and each response by itself.

mod list;
mod withdraw;

use leptos::prelude::*;

use self::list::List;
use super::incoming::Incoming;
use super::round_choice::{RoundChoice, RoundSelect};
use crate::analysis::returns::{Returns, low};
use crate::domain::area::Area;
use crate::domain::ids::RoundId;
use crate::domain::workspace::RoundState;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonLink, FileUpload, Head, Page, PageHeading, PageWidth, RowHeader, Table, TableCell, TableRow};

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
                    <RoundSelect choice />
                    {move || round.get().map(|round| view! { <OfRound round /> })}
                </Page>
            }
            .into_any()
        } else {
            view! {
                <Page>
                    <PageHeading>"Responses"</PageHeading>
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
    let incoming = Incoming::get();
    let returns = Memo::new(move |_| app.read(|open| Returns::of_round(open, round)).unwrap_or_default());
    let area = Memo::new(move |_| app.read(|open| open.area().cloned()).flatten().unwrap_or_else(|| Area::named("")));
    // Children's answers are not among the returns, but can be taken back here too.
    let has_any = Memo::new(move |_| app.read(|open| !open.gathered(round).responses.is_empty()).unwrap_or(false));
    let is_closed = Memo::new(move |_| app.read(|open| open.round_state(round) != RoundState::Open).unwrap_or(false));
    view! {
        <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
                <p class="govuk-body-l">{move || returns.with(|returns| received(returns, is_closed.get()))}</p>
                <div class="app-no-print">
                    <FileUpload
                        id="files"
                        label="Choose files"
                        hint="The files that people sent back: their names start rainbow-response-. Choose many at once, or drop them anywhere on this page. You see what they would bring before anything is taken in."
                        accept=".json,application/json"
                        multiple=true
                        on_files=move |files| incoming.choose(app, files)
                    />
                </div>
            </div>
        </div>
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
            {move || returns.with(|returns| area.with(|area| gaps(returns, area, is_closed.get())))}
            <div class="govuk-grid-row">
                <div class="govuk-grid-column-one-half">
                    {move || returns.with(|returns| area.with(|area| by_sector(returns, area)))}
                </div>
                <div class="govuk-grid-column-one-half">
                    {move || returns.with(|returns| area.with(|area| by_staff_group(returns, area)))}
                </div>
            </div>
            <p class="govuk-body">
                <a class="govuk-link" href=app.href(Place::Rainbow(None))>"See the rainbow that they make"</a>
            </p>
            <List round area />
        </Show>
    }
}

/// Received against required, in words.
fn received(returns: &Returns, is_closed: bool) -> String {
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

/// Low returns in words: a low return is itself a finding.
fn gaps(returns: &Returns, area: &Area, is_closed: bool) -> impl IntoView + use<> {
    let sectors = low(&returns.sectors).map(|(id, count)| (area.sector_name(id).to_owned(), count));
    let groups = low(&returns.staff_groups).map(|(id, count)| (area.staff_group_name(id).to_owned(), count));
    let sentences: Vec<String> = sectors
        .chain(groups)
        .map(|(name, count)| match count {
            0 if is_closed => format!("No responses from {name}."),
            0 => format!("No responses from {name} yet."),
            count => format!("Only {} from {name}.", words::count(count, "response", "responses")),
        })
        .collect();
    (!sentences.is_empty()).then(|| {
        view! {
            <div class="app-gaps">
                <h3 class="govuk-heading-s">{if is_closed { "Not heard enough" } else { "Not heard enough yet" }}</h3>
                <ul class="govuk-list govuk-list--bullet">
                    {sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
                </ul>
            </div>
        }
    })
}

fn by_sector(returns: &Returns, area: &Area) -> AnyView {
    let name = |id| area.sector_name(id).to_owned();
    let rows = returns.sectors.iter().map(|(id, count)| (id.as_ref().map(name), *count)).collect();
    table("Responses by sector", "Sector", rows)
}

fn by_staff_group(returns: &Returns, area: &Area) -> AnyView {
    let name = |id| area.staff_group_name(id).to_owned();
    let rows = returns.staff_groups.iter().map(|(id, count)| (id.as_ref().map(name), *count)).collect();
    table("Responses by staff group", "Staff group", rows)
}

fn table(caption: &'static str, what: &'static str, rows: Vec<(Option<String>, usize)>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, count)| {
            view! {
                <TableRow>
                    <RowHeader>{name.unwrap_or_else(|| "Not said".to_owned())}</RowHeader>
                    <TableCell numeric=true>{count}</TableCell>
                </TableRow>
            }
        })
        .collect();
    view! { <Table caption head=vec![Head::text(what), Head::number("Responses")]>{rows}</Table> }.into_any()
}
