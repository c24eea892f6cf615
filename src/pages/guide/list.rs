//! The sessions that there are, beginning another, and changing what one is.

use leptos::prelude::*;

use super::fields::{Fields, SessionFields};
use super::{NotHere, page};
use crate::browser::ids;
use crate::domain::guide::GuideSession;
use crate::domain::ids::GuideSessionId;
use crate::domain::workspace::{EditError, Workspace};
use crate::reports::{evidence, words};
use crate::route::Page as Target;
use crate::route::exercises;
use crate::route::guide::Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonGroup, ButtonLink, ErrorSummary, FieldError, Form, Page, PageHeading};

/// The sessions.
#[component]
pub(super) fn Sessions() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let all = Memo::new(move |_| app.read(listed).unwrap_or_default());
    let back = app.href(Target::Exercises(exercises::Place::List));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to exercises" /> }>
            <PageHeading caption=area>"Focus group or workshop guide"</PageHeading>
            <p class="govuk-body-l">
                "A guide to work from while people talk: prompts for each arc, a timetable, room for notes and for a show of hands. At the end it becomes evidence of the round."
            </p>
            <ButtonLink href=app.href(page(Place::New))>"Begin a session"</ButtonLink>
            <Show when=move || all.with(|all| !all.is_empty())>
                <h2 class="govuk-heading-m">"Your sessions"</h2>
                <ul class="govuk-list govuk-list--spaced">
                    <For each=move || all.get() key=Clone::clone let((id, title, facts))>
                        <li>
                            <a class="govuk-link govuk-!-font-weight-bold" href=app.href(page(Place::One(id)))>{title}</a>
                            <br />
                            {facts}
                        </li>
                    </For>
                </ul>
            </Show>
        </Page>
    }
}

fn listed(open: &Workspace) -> Vec<(GuideSessionId, String, String)> {
    let facts = |session: &GuideSession| {
        let kept = session.evidence.is_some_and(|id| open.evidence_of(id).is_some());
        let source = evidence::source_name(session.meeting.source());
        let kept = if kept { "kept as evidence" } else { "not kept as evidence yet" };
        format!("{source} \u{b7} {} \u{b7} {kept}", words::day(session.on))
    };
    open.guide_sessions().into_iter().map(|(id, session)| (id, session.title.clone(), facts(session))).collect()
}

/// Beginning a session.
#[component]
pub(super) fn NewSession() -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let Some(fields) = app.read_now(|open| Fields::begun(open, today)) else {
        return view! { <NotHere /> }.into_any();
    };
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The id is made with the form, so that handing it in twice in a row still begins one session.
    let id = GuideSessionId(ids::new_uuid());
    let begin = move |()| match fields.read() {
        Err(wrong) => errors.set(wrong),
        Ok(session) => match app.edit(|open| Ok(open.set_guide_session(id, session))) {
            Ok(edit) => app.go_with(page(Place::One(id)), Notice::done("The session was begun.", &edit)),
            Err(_) => app.say(Notice::said("The session could not be begun. Nothing was changed.")),
        },
    };
    let (back, cancel) = (app.href(page(Place::List)), app.href(page(Place::List)));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to focus groups and workshops" /> }>
            <ErrorSummary errors />
            <PageHeading>"Begin a session"</PageHeading>
            <Form on_submit=begin>
                <SessionFields fields errors />
                <ButtonGroup>
                    <Button submit=true>"Begin the session"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

/// Changing what a session is. What was noted stays, also of an arc that is no longer chosen.
#[component]
pub(super) fn ChangeSession(
    /// Which one.
    session: GuideSessionId,
) -> impl IntoView {
    let app = App::get();
    let Some(stands) = app.read_now(|open| open.guide_session(session).cloned()).flatten() else {
        return view! { <NotHere /> }.into_any();
    };
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let fields = Fields::of(&stands);
    let save = move |()| {
        let read = match fields.read() {
            Ok(read) => read,
            Err(wrong) => return errors.set(wrong),
        };
        let made = app.edit(|open| {
            // The notes as they are now, which may be more than there were when this page was opened.
            let there = open.guide_session(session).ok_or(EditError::NotHere("the session"))?.clone();
            let GuideSession { meeting, title, on, round, themes, .. } = read;
            Ok(open.set_guide_session(session, GuideSession { meeting, title, on, round, themes, ..there }))
        });
        match made {
            Ok(edit) if edit.is_empty() => app.go_with(page(Place::One(session)), Notice::said("Nothing was changed.")),
            Ok(edit) => app.go_with(page(Place::One(session)), Notice::done("The session was changed.", &edit)),
            Err(_) => app.say(Notice::said("The session is no longer here. Nothing was changed.")),
        }
    };
    let (back, cancel) = (app.href(page(Place::One(session))), app.href(page(Place::One(session))));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the session" /> }>
            <ErrorSummary errors />
            <PageHeading caption=stands.title>"Change the session"</PageHeading>
            <Form on_submit=save>
                <SessionFields fields errors />
                <ButtonGroup>
                    <Button submit=true>"Save the changes"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}
