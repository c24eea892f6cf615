//! What can be changed of a round that is there: its settings, and the survey that it or the next one asks.

use leptos::prelude::*;

use crate::domain::ids::RoundId;
use crate::domain::round::Round;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::SummaryRow;

/// The links to the settings of a round, to survey designs and to the area's lists.
#[component]
pub(super) fn Designing(round: RoundId) -> impl IntoView {
    let app = App::get();
    view! {
        <h2 class="govuk-heading-m">"Set it up"</h2>
        <ul class="govuk-list govuk-list--spaced">
            <li>
                <a class="govuk-link" href=app.href(Place::RoundSettings(round))>"Change the round\u{2019}s settings"</a>
                ": its last day, the numbers expected, why you ask, and where responses go"
            </li>
            <li>
                <a class="govuk-link" href=app.href(Place::Designs)>"Design a survey"</a>
                ": choose arcs, and change, add or leave out statements"
            </li>
            <li>
                <a class="govuk-link" href=app.href(Place::Lists)>"Sectors and staff groups"</a>
                ": the lists that people choose from"
            </li>
        </ul>
    }
}

/// What else was set up of a round, where anything was.
pub(super) fn settings_rows(round: &Round) -> impl IntoView + use<> {
    let expected = round.expected.values().fold(0_u32, |sum, number| sum.saturating_add(*number));
    let sectors = words::count(round.expected.len(), "sector", "sectors");
    let expected = (!round.expected.is_empty()).then(|| format!("{expected} from {sectors}"));
    let to = [&*round.returns_to.role, &*round.returns_to.email];
    let to: Vec<_> = to.into_iter().filter(|part| !part.is_empty()).collect();
    let rows = [
        ("Last day for answers", round.closes.map(words::day)),
        ("Responses expected", expected),
        ("Responses go to", (!to.is_empty()).then(|| to.join(", "))),
        ("Answers are kept until", round.keep_until.map(words::day)),
    ];
    let row = |(name, value): (&'static str, Option<String>)| {
        value.map(|value| view! { <SummaryRow name>{value}</SummaryRow> })
    };
    rows.into_iter().filter_map(row).collect_view()
}
