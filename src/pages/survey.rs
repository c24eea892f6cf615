//! The survey: its round, the questions it asks, answering it, handing it out, and closing it.

mod closing;
mod designing;
mod hand_out;
mod open_round;
mod statements;

use std::sync::Arc;

use leptos::prelude::*;

use self::closing::Closing;
use self::designing::{Designing, settings_rows};
use self::hand_out::HandOut;
use self::open_round::{FirstRound, NextRound};
use self::statements::Statements;
use super::choose_version::ChooseVersion;
use super::drafts::{Drafts, are_begun};
use super::round_choice::{RoundChoice, RoundSelect};
use crate::analysis::answering::minutes;
use crate::browser::files::download;
use crate::browser::ids;
use crate::domain::draft::{Draft, Respondent};
use crate::domain::ids::{ResponseId, RoundId};
use crate::domain::rest::Rest;
use crate::domain::round::Round;
use crate::domain::survey::Survey as Frozen;
use crate::domain::workspace::{RoundState, Workspace};
use crate::exchange::problem::Fault;
use crate::reports::words;
use crate::route::{Page as Place, Route};
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Inset, Page, PageHeading, SummaryList, SummaryRow};

/// The survey of a round, the latest if no other is chosen, or the form that opens the first one.
#[component]
pub fn Survey() -> impl IntoView {
    let app = App::get();
    let choice = RoundChoice::new(app);
    let round = Memo::new(move |_| choice.round());
    let there = Memo::new(move |_| round.get().is_some());
    let area =
        StoredValue::new(app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default());
    move || {
        let area = area.get_value();
        if there.get() {
            view! {
                <Page>
                    <PageHeading caption=area>"Survey"</PageHeading>
                    <RoundSelect choice />
                    {move || round.get().map(|round| view! { <OfRound round choice /> })}
                </Page>
            }
            .into_any()
        } else {
            view! { <FirstRound area choice /> }.into_any()
        }
    }
}

/// A round as it stands now.
#[derive(Clone, PartialEq)]
struct Standing {
    round: Round,
    state: RoundState,
    survey: Option<Arc<Frozen>>,
}

impl Standing {
    fn of(open: &Workspace, id: RoundId) -> Option<Self> {
        Some(Self { round: open.round(id)?.clone(), state: open.round_state(id), survey: open.survey_of(id).cloned() })
    }

    fn is_closed(&self) -> bool {
        self.state != RoundState::Open
    }
}

#[component]
fn OfRound(round: RoundId, choice: RoundChoice) -> impl IntoView {
    let app = App::get();
    let standing = Memo::new(move |_| app.read(|open| Standing::of(open, round)).flatten());
    let survey = Memo::new(move |_| standing.get().and_then(|standing| standing.survey));
    let is_closed = Memo::new(move |_| standing.get().is_some_and(|standing| standing.is_closed()));
    // A round that another one followed is there to look back on.
    let is_past = Memo::new(move |_| is_closed.get() && !choice.is_latest());
    let comes_next = Memo::new(move |_| is_closed.get() && choice.is_latest());
    view! {
        <ChooseVersion record=round />
        {move || standing.get().map(summary)}
        {move || survey.get().map(|survey| view! { <Statements survey /> })}
        <Show when=move || is_closed.get() fallback=move || view! { <Answering round /> }>
            <Results round choice />
        </Show>
        <Show when=move || !is_past.get()>
            <Designing round />
        </Show>
        <Closing round is_closed />
        <Show when=move || comes_next.get()>
            <NextRound choice />
        </Show>
    }
}

/// What an open round is for: answering it here, and handing it out.
#[component]
fn Answering(round: RoundId) -> impl IntoView {
    let app = App::get();
    view! {
        <h2 class="govuk-heading-m">"Answer it here"</h2>
        <p class="govuk-body">
            "Answer alone and in your own time. Every click is saved on this device, so you can stop at any point and come back to the same place."
        </p>
        <Drafts round />
        <Button kind=ButtonKind::Start on_press=move |()| begin(app, round)>"Answer the survey"</Button>
        <Others round />
        <HandOut round />
    }
}

/// What a closed round is for: its results. Nobody is asked any more.
#[component]
fn Results(round: RoundId, choice: RoundChoice) -> impl IntoView {
    let app = App::get();
    let begun = Memo::new(move |_| app.read(|open| are_begun(open, round)).unwrap_or_default());
    let link = move |place: fn(Option<RoundId>) -> Place, text: &'static str| {
        view! { <a class="govuk-link" href=move || app.href(place(choice.past()))>{text}</a> }
    };
    view! {
        <Inset>
            "This round is closed: nobody is asked any more. See "
            {link(Place::Rainbow, "its results on the rainbow")}
            " or "
            {link(|past| Place::Breakdown(past, Box::default()), "break them down by sector and staff group")}
            "."
        </Inset>
        <Show when=move || begun.get()>
            <Drafts round />
            <p class="govuk-body">"Answers in progress can be finished only after the round is reopened."</p>
        </Show>
    }
}

/// The ways to let others answer on this device.
#[component]
fn Others(round: RoundId) -> impl IntoView {
    let app = App::get();
    view! {
        <ul class="govuk-list govuk-list--spaced">
            <li><a class="govuk-link" href=app.href(Place::Children(round))>"Ask children and families"</a></li>
            <li><a class="govuk-link" href=app.href(Place::ShareDevice(round))>"Use this device for many people"</a></li>
        </ul>
    }
}

/// What there is to know about a round.
fn summary(standing: Standing) -> impl IntoView {
    let Standing { round, state, survey } = standing;
    let state = match state {
        RoundState::Open => "Open: responses are being gathered".to_owned(),
        RoundState::Closed(on) => format!("Closed on {}", words::day(on)),
    };
    let settings = settings_rows(&round);
    let minimum = round.minimum.map_or_else(|| "No number was set".to_owned(), |minimum| minimum.to_string());
    let questions = survey.map(|survey| {
        let statements = survey.questionnaire.statements.len();
        let themes = words::count(survey.themes().count(), "theme", "themes");
        view! {
            <SummaryRow name="Questions">
                {format!("{}, {} in {themes}", survey.questionnaire.title, words::count(statements, "statement", "statements"))}
            </SummaryRow>
            <SummaryRow name="Who wrote them">{survey.questionnaire.source.clone()}</SummaryRow>
            <SummaryRow name="Time to answer">{format!("About {} minutes", minutes(statements))}</SummaryRow>
        }
    });
    view! {
        <SummaryList>
            <SummaryRow name="Round">{round.title}</SummaryRow>
            <SummaryRow name="Opened">{words::day(round.opened)}</SummaryRow>
            <SummaryRow name="State">{state}</SummaryRow>
            <SummaryRow name="Responses required">{minimum}</SummaryRow>
            {settings}
            {questions}
        </SummaryList>
    }
}

/// Begins a response and goes to its first page.
fn begin(app: App, round: RoundId) {
    let begun = app.now();
    let survey = app.read_now(|open| Some((open.id(), open.survey_of(round)?.hash))).flatten();
    let Some((area, survey)) = survey else {
        app.say(Notice::said("The questions of this round are not on this device. Open the survey file again."));
        return;
    };
    let id = ResponseId(ids::new_uuid());
    let draft =
        Draft { round, survey, respondent: Respondent::default(), begun, at: None, corrects: None, rest: Rest::new() };
    match app.edit(|open| Ok(open.begin_draft(id, draft))) {
        Ok(_) => app.go(&Route::Area(area, Place::Respondent(id))),
        Err(_) => app.say(Notice::said("A response could not be begun. Nothing was changed.")),
    }
}

/// Gives the person a file, and says on the page what became of it.
pub(super) fn give_file(app: App, name: &str, text: Option<Result<String, Fault>>) {
    let Some(Ok(text)) = text else {
        app.say(Notice::said("The file could not be made. Nothing was changed."));
        return;
    };
    app.say(Notice::said(match download(name, "application/json", &text) {
        Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
        Err(words) => format!("The browser did not take the file ({words}). Nothing was changed."),
    }));
}
