//! Closing a round and reopening it, and what each means.

use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::ids::{RecordId, RoundId};
use crate::domain::workspace::{Edit, EditError};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, focus_heading};

/// The button that closes or reopens the round.
#[component]
pub(super) fn Closing(round: RoundId, is_closed: Memo<bool>) -> impl IntoView {
    let app = App::get();
    let rainbow = app.href(Place::Rainbow(None));
    move || {
        if is_closed.get() {
            view! {
                <h2 class="govuk-heading-m">"Reopen the round"</h2>
                <p class="govuk-body">
                    "The round is closed, so its results may be shared: "
                    <a class="govuk-link" href=rainbow.clone()>"see the rainbow"</a>
                    ". Files that come late are kept apart on the Responses page until you take them in. Reopening and closing again changes figures that may have been shared: where they change by few people, both together give away what those people said."
                </p>
                <Button kind=ButtonKind::Secondary on_press=move |()| reopen(app, round)>
                    "Reopen the round"
                </Button>
            }
            .into_any()
        } else {
            view! {
                <h2 class="govuk-heading-m">"Close the round"</h2>
                <p class="govuk-body">
                    "Close it when the responses are in. From then on its results may be shared, and its figures stand: files that come late are kept apart on the Responses page until you take them in."
                </p>
                <Button kind=ButtonKind::Secondary on_press=move |()| close(app, round)>
                    "Close the round"
                </Button>
            }
            .into_any()
        }
    }
}

fn close(app: App, round: RoundId) {
    let (today, now) = (app.today(), app.now());
    let new_record = || RecordId(ids::new_uuid());
    said(app, app.edit(|open| open.close_round(new_record(), round, today, now, new_record)), "The round is closed.");
}

fn reopen(app: App, round: RoundId) {
    let (today, now) = (app.today(), app.now());
    let reopened = app.edit(|open| open.reopen_round(RecordId(ids::new_uuid()), round, today, now));
    said(app, reopened, "The round is open again.");
}

fn said(app: App, made: Result<Edit, EditError>, done: &str) {
    match made {
        Ok(edit) => app.say(Notice::done(done, &edit)),
        Err(EditError::RoundClosed) => {
            app.say(Notice::said("The round was closed in another tab. Nothing was changed."))
        }
        Err(_) => app.say(Notice::said("The round is no longer here. Nothing was changed.")),
    }
    focus_heading();
}
