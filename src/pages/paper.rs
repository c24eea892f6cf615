//! The survey as a form on paper, laid out to be filled in by hand and typed in by the number of each statement.

use std::sync::Arc;

use leptos::prelude::*;

use super::missing::Missing;
use crate::analysis::answering::{AskedPart, AskedTheme, Questions};
use crate::browser::print::print;
use crate::domain::area::{Area, StaffGroup};
use crate::domain::ids::RoundId;
use crate::domain::round::Round;
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::Workspace;
use crate::reports::asking::why;
use crate::reports::letter::whom;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, Button, Page, PageHeading};

/// The form of a round.
#[component]
pub fn Paper(
    /// The round whose survey is printed.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let back = app.href(Place::Survey);
    match app.read_now(|open| Form::of(open, round)).flatten() {
        None => view! {
            <Page>
                <Missing
                    heading="The questions of this round are not here"
                    why="Open the survey file again, or go back to the survey."
                    to=Place::Survey
                    go="Go to the survey"
                />
            </Page>
        }
        .into_any(),
        Some(form) => view! {
            <Page before=move || view! { <BackLink href=back.clone() text="Back to the survey" /> }>
                <div class="app-no-print">
                    <p class="govuk-body">
                        "This is what is printed, on A4. Each statement has a number, by which the answers are typed in when the form comes back."
                    </p>
                    <Button on_press=move |()| print()>"Print the paper form"</Button>
                </div>
                {form.view()}
            </Page>
        }
        .into_any(),
    }
}

/// What is printed.
struct Form {
    area: Area,
    round: Round,
    survey: Arc<Survey>,
}

impl Form {
    fn of(open: &Workspace, id: RoundId) -> Option<Self> {
        Some(Self { area: open.area()?.clone(), round: open.round(id)?.clone(), survey: open.survey_of(id)?.clone() })
    }

    fn view(self) -> impl IntoView {
        let Self { area, round, survey } = self;
        let by = round.closes.map_or_else(|| "as soon as you can".to_owned(), |day| format!("by {}", words::day(day)));
        let kept = round.keep_until.map(|day| format!(" The forms are kept until {}.", words::day(day)));
        let themes = Questions::of(&survey, None, &area.staff_groups).themes;
        let groups = area.staff_groups.clone();
        view! {
            <div class="app-paper">
                <PageHeading caption=area.name.clone()>{format!("Survey: {}", round.title)}</PageHeading>
                <p class="govuk-body">{why(&round).to_owned()}</p>
                <p class="govuk-body">
                    "For each statement, tick one box from 1 to 5 for how things are where you work. If you do not know, tick d. If it has nothing to do with your work, tick n. Leave out what you would rather not answer. Do not write your name or anybody else\u{2019}s. If something worries you, follow your safeguarding procedure; do not write it here."
                    {kept}
                </p>
                <p class="govuk-body">{format!("Please send the form back {by} to {}.", whom(&round.returns_to))}</p>
                {about_you(&area, &round)}
                {themes.into_iter().map(|theme| theme_view(theme, &survey, &groups)).collect_view()}
                <p class="govuk-body govuk-!-font-weight-bold">
                    {format!("Thank you. Please send this form back {by} to {}.", whom(&round.returns_to))}
                </p>
            </div>
        }
    }
}

/// The boxes for who is answering, as far as the round asks.
fn about_you(area: &Area, round: &Round) -> impl IntoView + use<> {
    let boxes = |legend: &'static str, names: Vec<String>| {
        let items = names
            .into_iter()
            .map(|name| view! { <li><span class="app-paper__box" aria-hidden="true"></span>{name}</li> });
        view! {
            <div class="app-paper__about">
                <h3 class="govuk-heading-s">{legend}</h3>
                <ul class="app-paper__boxes">{items.collect_view()}</ul>
            </div>
        }
    };
    let sectors = area.sectors.iter().map(|sector| sector.name.clone()).collect();
    let groups = area.staff_groups.iter().map(|group| group.name.clone()).collect();
    let asks = round.asks;
    let any = asks.sector || asks.staff_group || asks.organisation;
    view! {
        {any.then(|| view! { <h2 class="govuk-heading-m">"About you"</h2> })}
        {asks.sector.then(|| boxes("Which sector do you work in?", sectors))}
        {asks.staff_group.then(|| boxes("Which staff group are you in?", groups))}
        {asks.organisation.then(|| view! {
            <div class="app-paper__about">
                <h3 class="govuk-heading-s">"Your organisation (optional)"</h3>
                <div class="app-paper__line"></div>
            </div>
        })}
    }
}

fn theme_view(theme: AskedTheme, survey: &Survey, groups: &[StaffGroup]) -> impl IntoView + use<> {
    let parts: Vec<_> = theme.parts.into_iter().map(|part| part_view(part, survey, groups)).collect();
    view! {
        <section class="app-paper__theme">
            <h2 class="govuk-heading-m">{theme.name}</h2>
            {parts}
        </section>
    }
}

fn part_view(part: AskedPart, survey: &Survey, groups: &[StaffGroup]) -> impl IntoView + use<> {
    let number = |statement: &Statement| survey.position(&statement.id).unwrap_or_default().saturating_add(1);
    let statements: Vec<_> = part
        .statements
        .into_iter()
        .map(|statement| {
            let number = number(&statement);
            statement_view(number, statement, groups)
        })
        .collect();
    view! {
        {part.practice.map(|practice| view! { <h3 class="govuk-heading-s">{practice}</h3> })}
        {statements}
    }
}

/// A statement with its number, the two ends, the boxes and room for a comment.
fn statement_view(number: usize, statement: Statement, groups: &[StaffGroup]) -> impl IntoView + use<> {
    let only: Vec<String> = groups
        .iter()
        .filter(|group| statement.audience.contains(&group.id))
        .map(|group| group.name.to_lowercase())
        .collect();
    let only = (!only.is_empty()).then(|| format!(" (only for {})", words::list(&only)));
    let boxes = ["1", "2", "3", "4", "5", "d", "n"].map(|name| view! { <span class="app-paper__tick">{name}</span> });
    view! {
        <div class="app-paper__statement">
            <p class="app-paper__text">
                <span class="app-paper__number">{number}</span>
                <span>
                    <strong>{statement.text}</strong>
                    {only}
                </span>
            </p>
            <div class="app-paper__scale">
                <p>"1: "{statement.at_1}</p>
                <div class="app-paper__ticks">{boxes}</div>
                <p>"5: "{statement.at_5}</p>
            </div>
            <div class="app-paper__comment">"Comment"</div>
        </div>
    }
}
