//! The rainbow discussions that there are, beginning another, and changing what one is called.

use leptos::prelude::*;

use super::fields::{DiscussionFields, Fields};
use super::{NotHere, page};
use crate::browser::ids;
use crate::domain::discussion::Discussion;
use crate::domain::ids::DiscussionId;
use crate::domain::workspace::{EditError, Workspace};
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::discussion::Place;
use crate::route::exercises;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonGroup, ErrorSummary, FieldError, Form, Page, PageHeading};

/// The discussions, and the form that begins one.
#[component]
pub(super) fn Discussions() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let all = Memo::new(move |_| app.read(listed).unwrap_or_default());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let fields = Fields::new(None, app.today());
    // The id is made with the form, so that handing it in twice in a row still begins one discussion.
    let id = DiscussionId(ids::new_uuid());
    let begin = move |()| match fields.read() {
        Err(wrong) => errors.set(wrong),
        Ok(discussion) => match app.edit(|open| Ok(open.set_discussion(id, discussion))) {
            Ok(edit) => app.go_with(page(Place::One(id)), Notice::done("The discussion was begun.", &edit)),
            Err(_) => app.say(Notice::said("The discussion could not be begun. Nothing was changed.")),
        },
    };
    let back = app.href(Target::Exercises(exercises::Place::List));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to exercises" /> }>
            <ErrorSummary errors />
            <PageHeading caption=area>"Rainbow discussion"</PageHeading>
            <p class="govuk-body-l">
                "Tables talk about the arcs of the rainbow, and you note their ideas under each. An idea can become an action or evidence."
            </p>
            <Show when=move || all.with(|all| !all.is_empty())>
                <h2 class="govuk-heading-m">"Your discussions"</h2>
                <ul class="govuk-list govuk-list--spaced">
                    <For each=move || all.get() key=Clone::clone let((id, title, facts))>
                        <li>
                            <a class="govuk-link govuk-!-font-weight-bold" href=app.href(page(Place::One(id)))>{title}</a>
                            {facts}
                        </li>
                    </For>
                </ul>
            </Show>
            <h2 class="govuk-heading-m">"Begin a discussion"</h2>
            <Form on_submit=begin>
                <DiscussionFields fields errors />
                <Button submit=true>"Begin the discussion"</Button>
            </Form>
        </Page>
    }
}

fn listed(open: &Workspace) -> Vec<(DiscussionId, String, String)> {
    let facts = |id: DiscussionId, one: &Discussion| {
        format!(", {}, {}", words::day(one.on), words::count(open.ideas(id).len(), "idea", "ideas"))
    };
    open.discussions().into_iter().map(|(id, one)| (id, one.title.clone(), facts(id, one))).collect()
}

/// Changing what a discussion is called, its day and which arcs share a note.
#[component]
pub(super) fn ChangeDiscussion(
    /// Which one.
    discussion: DiscussionId,
) -> impl IntoView {
    let app = App::get();
    let Some(stands) = app.read_now(|open| open.discussion(discussion).cloned()).flatten() else {
        return view! { <NotHere /> }.into_any();
    };
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let fields = Fields::new(Some(&stands), app.today());
    let (title, rest) = (stands.title.clone(), stands.rest.clone());
    let rest = StoredValue::new(rest);
    let save = move |()| {
        let read = match fields.read() {
            Ok(read) => Discussion { rest: rest.get_value(), ..read },
            Err(wrong) => return errors.set(wrong),
        };
        let made = app.edit(|open| {
            open.discussion(discussion).ok_or(EditError::NotHere("the discussion"))?;
            Ok(open.set_discussion(discussion, read))
        });
        match made {
            Ok(edit) if edit.is_empty() => {
                app.go_with(page(Place::One(discussion)), Notice::said("Nothing was changed."));
            }
            Ok(edit) => {
                app.go_with(page(Place::One(discussion)), Notice::done("The discussion was changed.", &edit));
            }
            Err(_) => app.say(Notice::said("The discussion is no longer here. Nothing was changed.")),
        }
    };
    let back = app.href(page(Place::One(discussion)));
    let cancel = back.clone();
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the discussion" /> }>
            <ErrorSummary errors />
            <PageHeading caption=title>"Change the discussion"</PageHeading>
            <Form on_submit=save>
                <DiscussionFields fields errors />
                <ButtonGroup>
                    <Button submit=true>"Save the changes"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}
