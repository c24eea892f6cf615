//! Asking children, young people and families in a round: what they are asked, answering, and what groups said.

mod groups;

use std::sync::Arc;

use leptos::prelude::*;

use self::groups::Groups;
use super::child::begin;
use super::drafts::Drafts;
use crate::domain::ids::RoundId;
use crate::domain::survey::{ForWhom, Survey};
use crate::domain::workspace::{EditError, RoundState, Workspace};
use crate::exchange::builtin;
use crate::exchange::problem::Fault;
use crate::exchange::wire::survey::freeze;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonKind, ButtonLink, Details, Inset, Page, PageHeading, SummaryList, SummaryRow, focus_heading,
};

/// Asking children and families in a round.
#[component]
pub fn Children(
    /// The round.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let title = app.read_now(|open| open.round(round).map(|round| round.title.clone())).flatten();
    let back = app.href(Place::Survey);
    let survey = Memo::new(move |_| app.read(|open| open.children_survey_of(round).cloned()).flatten());
    let is_open = Memo::new(move |_| app.read(|open| open.round_state(round) == RoundState::Open).unwrap_or(false));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the survey" /> }>
            <PageHeading caption=title.unwrap_or_default()>"Ask children and families"</PageHeading>
            <p class="govuk-body-l">
                "What children, young people and families say stands beside what the workforce says. It is never counted in the workforce\u{2019}s figures or its number of responses."
            </p>
            {move || match (survey.get(), is_open.get()) {
                (Some(survey), is_open) => view! { <Asking round survey is_open /> }.into_any(),
                (None, true) => view! { <NotYet round /> }.into_any(),
                (None, false) => view! {
                    <Inset>"This round is closed, and children and families were not asked in it."</Inset>
                }
                .into_any(),
            }}
        </Page>
    }
}

/// A round that does not ask them yet.
#[component]
fn NotYet(round: RoundId) -> impl IntoView {
    let app = App::get();
    let count = builtin::children_questionnaire().map(|asked| asked.statements.len()).unwrap_or_default();
    let ask = move |()| {
        match ask(app, round) {
            Ok(()) => {}
            Err(_) => app.say(Notice::said("The round could not be changed. Nothing was changed.")),
        }
        focus_heading();
    };
    view! {
        <p class="govuk-body">
            {format!(
                "They are asked {} in plain words, each answered with one of five faces. It takes about ten minutes, with somebody to help.",
                words::count(count, "statement", "statements")
            )}
        </p>
        <Button on_press=ask>"Ask children and families in this round"</Button>
    }
}

/// Hands out the questions for children and families in a round, if that was not done yet.
pub(super) fn ask(app: App, round: RoundId) -> Result<(), EditError> {
    let asks = |open: &Workspace| open.children_survey_of(round).is_some();
    if app.read_now(asks) == Some(true) {
        return Ok(());
    }
    // Where the area has a framework of its own, children are asked in that.
    let own = app.read_now(|open| open.survey_of(round).map(|survey| survey.framework.clone())).flatten();
    let survey = own
        .map_or_else(builtin::framework, Ok)
        .and_then(|framework| freeze(&framework, &builtin::children_questionnaire()?))
        .map_err(|_: Fault| EditError::NotHere("the questions for children and families"))?;
    app.edit(|open| open.ask_children(round, Arc::new(survey))).map(|_| ())
}

#[component]
fn Asking(round: RoundId, survey: Arc<Survey>, is_open: bool) -> impl IntoView {
    let app = App::get();
    let answered = Memo::new(move |_| {
        app.read(|open| open.gathered_from(round, ForWhom::Children).responses.len()).unwrap_or_default()
    });
    let count = words::count(survey.questionnaire.statements.len(), "statement", "statements");
    let questions = format!("{}, {count}", survey.questionnaire.title);
    let source = words::first_sentence(&survey.questionnaire.source).to_owned();
    let read: Vec<_> = survey
        .themes()
        .map(|theme| {
            let statements = survey.of_theme(&theme.id).map(|one| view! { <li>{one.text.clone()}</li> });
            view! {
                <h2 class="govuk-heading-s">{theme.name.clone()}</h2>
                <ul class="govuk-list govuk-list--bullet">{statements.collect::<Vec<_>>()}</ul>
            }
        })
        .collect();
    view! {
        <SummaryList>
            <SummaryRow name="Questions">{questions}</SummaryRow>
            <SummaryRow name="Who wrote them">{format!("{source}.")}</SummaryRow>
            <SummaryRow name="Answered alone">{move || words::count(answered.get(), "response", "responses")}</SummaryRow>
        </SummaryList>
        <Details summary=format!("Read the {count}")>
            {read}
        </Details>
        <Drafts round whom=ForWhom::Children />
        {if is_open {
            view! {
                <h2 class="govuk-heading-m">"One at a time"</h2>
                <p class="govuk-body">"One child, young person or family answers on this device, with somebody to help."</p>
                <Button kind=ButtonKind::Start on_press=move |()| begin(app, round)>"Answer with a child or family"</Button>
                <h2 class="govuk-heading-m">"As a group"</h2>
                <p class="govuk-body">
                    "A class or a youth club answers by show of hands: note how many hands go up for each face."
                </p>
                <ButtonLink href=app.href(Place::NewGroup(round)) kind=ButtonKind::Secondary>"Note the answers of a group"</ButtonLink>
            }
            .into_any()
        } else {
            view! { <Inset>"This round is closed. Nothing more is taken in until it is reopened."</Inset> }.into_any()
        }}
        <Groups round is_open />
    }
}
