//! Adding a training event, and changing or removing one.

use leptos::prelude::*;

use super::super::choose_version::ChooseVersion;
use super::super::missing::{Missing, REMOVED};
use super::event_fields::{EventFields, Fields, Offered, TITLE};
use crate::browser::ids;
use crate::domain::ids::TrainingEventId;
use crate::domain::training::TrainingEvent;
use crate::domain::workspace::EditError;
use crate::route::Page as Target;
use crate::route::training::Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonGroup, ButtonKind, ErrorSummary, FieldError, Form, Page, PageHeading};

/// What is said when another tab changed the event since it was loaded.
const STALE: &str = "This was changed in another tab while you were typing. Your words are still here. Look at the list of events, then save again to replace it.";

/// What is said when the event went away meanwhile.
const GONE: &str =
    "The event could not be saved, because it is no longer here. Copy your words before you leave this page";

/// Adding a training event.
#[component]
pub(super) fn NewEvent() -> impl IntoView {
    let app = App::get();
    let offered = app.read_now(Offered::of).unwrap_or_default();
    let blank = TrainingEvent::default();
    let fields = Fields::of(&blank, &offered);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The id is made with the form, so that handing it in twice in a row still adds one event.
    let id = TrainingEventId(ids::new_uuid());
    let save = move |()| match fields.read(&TrainingEvent::default()) {
        Err(wrong) => errors.set(wrong),
        Ok(event) => {
            if let Ok(edit) = app.edit(|open| Ok(open.set_training_event(id, event))) {
                app.go_with(Target::Training(Place::Map), Notice::done("The training event was added.", &edit));
            }
        }
    };
    let map = app.href(Target::Training(Place::Map));
    let cancel = map.clone();
    view! {
        <Page before=move || view! { <BackLink href=map.clone() text="Back to the training map" /> }>
            <PageHeading>"Add a training event"</PageHeading>
            <ErrorSummary errors />
            <Form on_submit=save>
                <EventFields fields offered errors />
                <ButtonGroup>
                    <Button submit=true>"Add the event"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
}

/// Changing a training event.
#[component]
pub(super) fn ChangeEvent(
    /// Which event.
    id: TrainingEventId,
) -> impl IntoView {
    let app = App::get();
    let Some(stands) = app.read_now(|open| open.training_event(id).cloned()).flatten() else {
        return view! { <NotHere /> }.into_any();
    };
    let offered = app.read_now(Offered::of).unwrap_or_default();
    let fields = Fields::of(&stands, &offered);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let title = stands.title.clone();
    let removed = StoredValue::new(stands.title.clone());
    let seen = StoredValue::new(stands);
    let list = || Target::Training(Place::Events);
    let save = move |()| {
        let read = match seen.with_value(|seen| fields.read(seen)) {
            Ok(read) => read,
            Err(wrong) => return errors.set(wrong),
        };
        let there = app.read_now(|open| open.training_event(id).cloned()).flatten();
        if let Some(there) = there.filter(|there| seen.with_value(|seen| seen != there)) {
            seen.set_value(there);
            return errors.set(vec![FieldError::new(TITLE, STALE)]);
        }
        let rest = seen.with_value(|seen| seen.rest.clone());
        match app.edit(|open| {
            open.training_event(id).ok_or(EditError::NotHere("the training event"))?;
            Ok(open.set_training_event(id, TrainingEvent { rest, ..read }))
        }) {
            Ok(edit) if edit.is_empty() => app.go_with(list(), Notice::said("Nothing was changed.")),
            Ok(edit) => app.go_with(list(), Notice::done("The training event was changed.", &edit)),
            Err(_) => errors.set(vec![FieldError::new(TITLE, GONE)]),
        }
    };
    let remove = move |()| match app.edit(|open| open.delete_training_event(id)) {
        Ok(edit) => {
            let said = removed.with_value(|title| format!("\u{201c}{title}\u{201d} was removed."));
            app.go_with(list(), Notice::done(said, &edit));
        }
        Err(_) => app.go_with(list(), Notice::said("It was removed already. Nothing was changed.")),
    };
    let (back, cancel) = (app.href(list()), app.href(list()));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to training events" /> }>
            <PageHeading caption=title>"Change a training event"</PageHeading>
            <ChooseVersion record=id />
            <ErrorSummary errors />
            <Form on_submit=save>
                <EventFields fields offered errors />
                <ButtonGroup>
                    <Button submit=true>"Save the changes"</Button>
                    <Button kind=ButtonKind::Secondary on_press=remove>"Remove this event"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing
                heading="This training event is not here"
                why=REMOVED
                to=Target::Training(Place::Events)
                go="Go to training events"
            />
        </Page>
    }
}
