//! The training map: the filters, the gaps first, and then how many events serve whom in what.

use leptos::prelude::*;

use super::filters::{Asked, FilterBar};
use super::gaps::Gaps;
use super::matrix::Matrix;
use super::{area_name, laid_out};
use crate::analysis::training::TrainingFilter;
use crate::browser::print::print;
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::exercises;
use crate::route::training::Place;
use crate::state::App;
use crate::ui::{BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Details, Page, PageHeading, PageWidth};

/// The training map.
#[component]
pub(super) fn Map() -> impl IntoView {
    let app = App::get();
    let sheet = laid_out(app);
    let asked = Asked::of(sheet);
    let matrix = Memo::new(move |_| sheet.with(|sheet| asked.with(|asked| sheet.matrix(asked))));
    let gaps = Memo::new(move |_| sheet.with(|sheet| matrix.with(|matrix| sheet.gaps(matrix))));
    let is_empty = Memo::new(move |_| sheet.with(|sheet| sheet.events.is_empty()));
    let counted = Memo::new(move |_| {
        let all = sheet.with(|sheet| sheet.events.len());
        let unserved = gaps.with(|gaps| gaps.iter().filter(|gap| gap.events == 0).count());
        let addressed = gaps.with(|gaps| gaps.iter().filter(|gap| gap.addressed.is_some()).count());
        let (events, without) = matrix.with(|matrix| (matrix.events, (matrix.without_profession, matrix.without_arc)));
        let events = if asked.with(TrainingFilter::is_set) {
            format!("As filtered: {events} of {}.", words::count(all, "event", "events"))
        } else {
            format!("All {}.", words::count(all, "event", "events"))
        };
        let gaps = format!(
            "{} nobody serves. For {} it is said how that is addressed.",
            words::count(unserved, "place that", "places that"),
            words::count(addressed, "gap", "gaps")
        );
        [events, gaps, left_out(without)].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    });
    let back = app.href(Target::Exercises(exercises::Place::List));
    let to = move |place: Place| app.href(Target::Training(place));
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=back.clone() text="Back to exercises" /> }
        >
            <PageHeading caption=area_name(app)>"Training map"</PageHeading>
            <ButtonGroup>
                <ButtonLink href=to(Place::NewEvent)>"Add a training event"</ButtonLink>
                <ButtonLink kind=ButtonKind::Secondary href=to(Place::Import)>"Import training events"</ButtonLink>
                <Show when=move || !is_empty.get()>
                    <ButtonLink kind=ButtonKind::Secondary href=to(Place::Events)>"All training events"</ButtonLink>
                    <ButtonLink kind=ButtonKind::Secondary href=to(Place::Professions)>"Professions"</ButtonLink>
                    <Button kind=ButtonKind::Secondary on_press=move |()| print()>"Print or save as PDF"</Button>
                </Show>
            </ButtonGroup>
            <Show
                when=move || !is_empty.get()
                fallback=|| view! {
                    <p class="govuk-body-l">"There is no training event here yet."</p>
                    <p class="govuk-body">
                        "Add what each organisation runs: for whom, for which competencies, and who leads it. The map then shows who is served in what, and the gaps that nobody serves."
                    </p>
                }
            >
                <FilterBar sheet asked />
                <p class="govuk-body app-breakdown__whose" role="status">{move || counted.get()}</p>
                <Gaps sheet gaps />
                <Matrix sheet matrix />
                <Method />
            </Show>
        </Page>
    }
}

/// Which events stand in no cell, in a sentence; nothing if all stand in one.
fn left_out((without_profession, without_arc): (usize, usize)) -> String {
    let names = |count: usize, what: &str| match count {
        0 => None,
        count => Some(format!("{} no {what}", words::count(count, "event names", "events name"))),
    };
    let parts: Vec<String> =
        [names(without_profession, "profession"), names(without_arc, "arc")].into_iter().flatten().collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("{}, so the table below does not have them.", parts.join(" and "))
    }
}

/// How the figures come about.
#[component]
fn Method() -> impl IntoView {
    view! {
        <div class="app-method app-no-print">
            <Details summary="How the map is counted">
                <p class="govuk-body">
                    "An event counts once for each profession that it targets in each arc that it serves. A practice serves the arc that it belongs to. So the cells of a row can add up to more than its events."
                </p>
                <p class="govuk-body">
                    "Professions are those that events or gaps name, and the staff groups that you added to the area\u{2019}s list. Two are the same if they are spelled alike, capital letters apart."
                </p>
                <p class="govuk-body">
                    "A gap is a place that no event serves. Those come first whose profession and arc are served least altogether. A place that is served stands among the gaps too, at the end, once you say how too little is addressed."
                </p>
                <p class="govuk-body">
                    "An event is held in the financial year of the last day that its dates tell. Dates such as \u{201c}monthly\u{201d} tell no day."
                </p>
            </Details>
        </div>
    }
}
