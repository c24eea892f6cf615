//! A round broken down by groups of people: what stands out, the filters, all arcs as a table, and one arc more closely.

mod close_up;
mod filters;
mod matrix;

use leptos::prelude::*;

use self::close_up::OneArc;
use self::filters::{Filters, Offered};
use self::matrix::AllArcs;
use super::data_table::DataTable;
use super::figures_method::FiguresMethod;
use super::radar_with_table::RadarWithTable;
use super::round_choice::{RoundChoice, RoundSelect};
use crate::analysis::breakdown::{self as analysis, By, Cut};
use crate::analysis::comparison::earlier;
use crate::analysis::sheet::Sheet;
use crate::domain::ids::RoundId;
use crate::domain::survey::ForWhom;
use crate::domain::workspace::Workspace;
use crate::reports::breakdown as figures;
use crate::reports::{findings, radars};
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, ButtonLink, Page, PageHeading, PageWidth};

/// A round broken down.
#[component]
pub fn Breakdown(
    /// The round to begin with; `None` for the latest.
    round: Option<RoundId>,
    /// What to begin with: the groups, the filters, and the arc that is looked at more closely.
    cut: Cut,
) -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let choice = RoundChoice::beginning_with(app, round);
    let chosen = RwSignal::new(cut);
    // What is chosen stands in the address, so that it can be kept, sent and come back to.
    let stay = move || app.stay_at(Place::Breakdown(choice.past(), Box::new(chosen.get_untracked())));
    let keep = move |()| stay();
    let choose = move |cut: Cut| {
        chosen.set(cut);
        stay();
    };
    let there = Memo::new(move |_| choice.round().is_some());
    let rainbow = Signal::derive(move || app.href(Place::Rainbow(choice.past())));
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { {move || view! { <BackLink href=rainbow.get() text="Back to the rainbow" /> }} }
        >
            <PageHeading caption=area>"Breakdown"</PageHeading>
            <RoundSelect choice on_choose=keep />
            {move || {
                if there.get() {
                    view! { <Broken choice chosen=chosen.into() on_choose=choose /> }.into_any()
                } else {
                    view! { <NoRound /> }.into_any()
                }
            }}
        </Page>
    }
}

#[component]
fn NoRound() -> impl IntoView {
    let app = App::get();
    view! {
        <p class="govuk-body">"There is nothing to break down yet. Open a round first: that hands out the questionnaire."</p>
        <ButtonLink href=app.href(Place::Survey)>"Go to the survey"</ButtonLink>
    }
}

/// A round that is here, broken down.
#[component]
fn Broken(choice: RoundChoice, chosen: Signal<Cut>, #[prop(into)] on_choose: Callback<Cut>) -> impl IntoView {
    let app = App::get();
    let ask = move |question: &dyn Fn(&Workspace, RoundId) -> String| {
        choice.round().and_then(|round| app.read(|open| question(open, round))).unwrap_or_default()
    };
    let offered = Memo::new(move |_| {
        choice.round().and_then(|round| app.read(|open| Offered::of(open, round))).unwrap_or_default()
    });
    let cut = Memo::new(move |_| offered.with(|offered| offered.known(chosen.get())));
    // Which arc is looked at more closely changes nothing of the figures.
    let filters = Memo::new(move |_| Cut { theme: None, ..cut.get() });
    // The responses are laid out once, and counted again with every choice.
    let sheet = Memo::new(move |_| choice.round().and_then(|round| app.read(|open| Sheet::of_round(open, round))));
    let sheet_before = Memo::new(move |_| {
        let round = choice.round()?;
        app.read(|open| earlier(open, round).map(|before| Sheet::of_round(open, before))).flatten()
    });
    let broken = Memo::new(move |_| {
        let round = choice.round()?;
        let broken = |sheet: &Sheet| {
            app.read(|open| filters.with(|filters| analysis::Breakdown::from_sheet(open, round, filters, sheet)))
        };
        sheet.with(|sheet| sheet.as_ref().and_then(broken))
    });
    let all = Memo::new(move |_| {
        choice.round().and_then(|round| app.read(|open| open.gathered_from(round, ForWhom::Workforce).responses.len()))
    });
    let whose = Memo::new(move |_| {
        let left = broken.with(|broken| broken.as_ref().map_or(0, |broken| broken.everybody.responses));
        let all = all.get().unwrap_or_default();
        ask(&|open, round| filters.with(|filters| figures::whose(open, round, filters, left, all)))
    });
    let matrix = Memo::new(move |_| {
        let round = choice.round()?;
        broken
            .with(|broken| app.read(|open| broken.as_ref().map(|broken| figures::matrix(open, round, broken))))
            .flatten()
    });
    let apart = Memo::new(move |_| {
        let round = choice.round()?;
        let apart = |open: &Workspace| {
            broken.with(|broken| broken.as_ref().and_then(|broken| findings::furthest_apart(open, round, broken)))
        };
        let apart = app.read(apart).flatten()?;
        Some(if filters.with(Cut::is_filtered) { format!("As filtered below. {apart}") } else { apart })
    });
    let compared = Memo::new(move |_| {
        let round = choice.round()?;
        let compared = |before: &Sheet, now: &Sheet| {
            app.read(|open| filters.with(|filters| figures::compared(open, round, filters, [before, now]))).flatten()
        };
        sheet_before.with(|before| sheet.with(|now| compared(before.as_ref()?, now.as_ref()?)))
    });
    let by = Memo::new(move |_| filters.with(|filters| filters.by));
    view! {
        <Findings choice apart />
        <Filters offered cut on_choose />
        <p class="govuk-body app-breakdown__whose" role="status">{move || whose.get()}</p>
        {move || matrix.get().map(|matrix| view! { <AllArcs matrix by=by.get() /> })}
        {move || (by.get() == By::Perspective).then(|| view! { <AllPerspectives choice /> })}
        <OneArc choice offered broken cut on_choose />
        {move || {
            compared
                .get()
                .map(|table| {
                    view! {
                        <h2 class="govuk-heading-m">"Compared with the round before"</h2>
                        <p class="govuk-body">
                            "On the statements that both rounds asked, and no others, so a figure may differ from the one above. Other people may have answered each time: a difference describes what they said and may be one of people."
                        </p>
                        <DataTable table caption_hidden=false />
                    }
                })
        }}
        <Method choice />
    }
}

/// Everything that the round asked as one radar of the perspectives, whatever the filters are.
#[component]
fn AllPerspectives(choice: RoundChoice) -> impl IntoView {
    let app = App::get();
    let drawn = Memo::new(move |_| {
        let round = choice.round()?;
        app.read(|open| radars::of_perspectives(open, round, None)).flatten()
    });
    move || {
        drawn.get().map(|drawn| {
            view! {
                <div class="app-breakdown__perspectives">
                    <RadarWithTable drawn />
                    <p class="govuk-body">
                        "All statements of the round, without the filters. The middle is 1, the rim is 5. An earlier round stands there only where it asked the very same."
                    </p>
                </div>
            }
        })
    }
}

/// What stands out, in plain sentences.
#[component]
fn Findings(choice: RoundChoice, apart: Memo<Option<String>>) -> impl IntoView {
    let app = App::get();
    let of_round = Memo::new(move |_| {
        let round = choice.round()?;
        app.read(|open| {
            (
                findings::not_heard_heading(open, round),
                findings::not_heard(open, round),
                findings::across_practices(open, round),
            )
        })
    });
    move || {
        let (heading, not_heard, across) = of_round.get()?;
        let list = |sentences: Vec<String>| {
            let items = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
            view! { <ul class="govuk-list govuk-list--bullet">{items}</ul> }
        };
        let not_heard = (!not_heard.is_empty()).then(|| {
            view! {
                <h3 class="govuk-heading-s">{heading}</h3>
                {list(not_heard)}
            }
        });
        let differences: Vec<String> = apart.get().into_iter().chain(across).collect();
        let differences = (!differences.is_empty()).then(|| {
            view! {
                <h3 class="govuk-heading-s">"Where answers differ"</h3>
                {list(differences)}
                <p class="govuk-body">{findings::WHO_ANSWERED}</p>
            }
        });
        (not_heard.is_some() || differences.is_some()).then(|| {
            view! {
                <section class="app-breakdown__findings">
                    <h2 class="govuk-heading-m">"What stands out"</h2>
                    {not_heard}
                    {differences}
                </section>
            }
        })
    }
}

/// How the figures come about.
#[component]
fn Method(choice: RoundChoice) -> impl IntoView {
    view! {
        <FiguresMethod choice>
            <p class="govuk-body">
                "Each person\u{2019}s answers about an arc are averaged first: that is their own mean. The mean of a group is the mean of its people\u{2019}s own means, so everybody counts the same. The median is the own mean of the person in the middle. n is how many people scored at least one statement."
            </p>
            <p class="govuk-body">
                "Above the midpoint are people whose own mean is over 3. An own mean that is half-way between two scores counts for the higher one."
            </p>
            <p class="govuk-body">
                "A bar counts answers, not people: from the answers 1 at its left to the answers 5 at its right. \u{201c}Don\u{2019}t know\u{201d}, \u{201c}not applicable\u{201d} and unanswered statements are counted beside it and are in no mean."
            </p>
            <p class="govuk-body">
                "A staff group is shown with those beneath it, which also have rows of their own. Filters all apply together. Perspectives are those from which statements are put: the same people answered all of them."
            </p>
            <p class="govuk-body">
                "A sector is said to be heard too little if fewer responses came than were expected, and its share of all responses is less than two thirds of the share expected. The response rate compares what came with what was expected. Where nothing was expected there is none."
            </p>
            <p class="govuk-body">
                "Of the groups, the one is named whose mean is furthest from everybody else\u{2019}s on any arc, if it is 0.2 or more away."
            </p>
        </FiguresMethod>
    }
}
