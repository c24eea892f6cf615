//! The end of a child's response: finish it, and a thank you.

use leptos::prelude::*;

use super::child::asked;
use super::respondent::NotInProgress;
use crate::analysis::answering::finished;
use crate::browser::ids;
use crate::domain::ids::{RecordId, ResponseId, RoundId};
use crate::domain::survey::ForWhom;
use crate::domain::workspace::{EditError, Workspace};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Page, PageHeading, Panel, focus_heading};

/// The end of a child's response. The address stays the same once it is finished.
#[component]
pub fn ChildEnd(
    /// The response, in progress or finished.
    response: ResponseId,
) -> impl IntoView {
    let app = App::get();
    let stage = Memo::new(move |_| app.read(|open| stage(open, response)).unwrap_or(Stage::NotHere));
    move || match stage.get() {
        Stage::InProgress { answered, asked } => view! { <InProgress response answered asked /> }.into_any(),
        Stage::Finished(round) => view! { <Finished round /> }.into_any(),
        Stage::NotHere => view! { <NotInProgress response /> }.into_any(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    InProgress { answered: usize, asked: usize },
    Finished(RoundId),
    NotHere,
}

fn stage(open: &Workspace, response: ResponseId) -> Stage {
    if let Some(asked) = asked(open, response) {
        let said = open.draft_answers(response);
        let answered = asked.iter().filter(|one| said.get(&one.id).is_some_and(|said| said.answer.is_given())).count();
        return Stage::InProgress { answered, asked: asked.len() };
    }
    let found = finished(open, response).filter(|found| found.survey.questionnaire.for_whom == ForWhom::Children);
    found.map_or(Stage::NotHere, |found| Stage::Finished(found.round))
}

#[component]
fn InProgress(response: ResponseId, answered: usize, asked: usize) -> impl IntoView {
    let app = App::get();
    let last = app.read_now(|open| super::child::asked(open, response)).flatten().unwrap_or_default().pop();
    let back = last.map_or(Place::Helper(response), |one| Place::ChildStatement(response, one.id));
    let back = app.href(back);
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back" /> }>
            <div class="app-child">
                <PageHeading>"That was the last one"</PageHeading>
                <p class="govuk-body-l">
                    {if answered == asked {
                        format!("You answered all {asked}.")
                    } else {
                        format!("You answered {answered} of {asked}. It is fine to leave some out.")
                    }}
                </p>
                <ButtonGroup>
                    <Button on_press=move |()| finish(app, response)>"I am finished"</Button>
                </ButtonGroup>
            </div>
        </Page>
    }
}

#[component]
fn Finished(round: RoundId) -> impl IntoView {
    let app = App::get();
    view! {
        <Page>
            <PageHeading>"Thank you"</PageHeading>
            <Panel title="You are done">"What you said helps people to work better together."</Panel>
            <h2 class="govuk-heading-m">"For the person helping"</h2>
            <p class="govuk-body">
                "The answers are counted on this device, beside what the workforce says and never in its figures. If something that a child said worries you, follow your safeguarding procedure."
            </p>
            <ButtonLink href=app.href(Place::Children(round)) kind=ButtonKind::Secondary>"Back to children and families"</ButtonLink>
        </Page>
    }
}

fn finish(app: App, response: ResponseId) {
    let today = app.today();
    match app.finish_turn(response, |open| open.finish_draft(response, RecordId(ids::new_uuid()), today)) {
        Ok(()) => {}
        Err(EditError::RoundClosed) => app.say(Notice::said(
            "The round is closed, so this can\u{2019}t be counted now. The answers are kept on this device until it is reopened.",
        )),
        Err(_) => app.say(Notice::said("This could not be finished. Nothing was changed.")),
    }
    focus_heading();
}
