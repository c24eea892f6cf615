//! Closing a round and reopening it, and what each means.

use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::ids::{RecordId, RoundId};
use crate::domain::round::RoundEvent;
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
                    ". While it is closed no response is taken in; files that come late wait until you reopen the round. Reopening and closing again changes figures that may have been shared."
                </p>
                <Button kind=ButtonKind::Secondary on_press=move |()| enter(app, round, RoundEvent::Reopened)>
                    "Reopen the round"
                </Button>
            }
            .into_any()
        } else {
            view! {
                <h2 class="govuk-heading-m">"Close the round"</h2>
                <p class="govuk-body">
                    "Close it when the responses are in. From then on its results may be shared. While it is closed no response is taken in; files that come late wait until you reopen the round. Reopening and closing again changes figures that may have been shared."
                </p>
                <Button kind=ButtonKind::Secondary on_press=move |()| enter(app, round, RoundEvent::Closed)>
                    "Close the round"
                </Button>
            }
            .into_any()
        }
    }
}

fn enter(app: App, round: RoundId, what: RoundEvent) {
    let (today, now) = (app.today(), app.now());
    let done = match what {
        RoundEvent::Closed => "The round is closed.",
        RoundEvent::Reopened => "The round is open again.",
    };
    match app.edit(|open| open.enter_round(RecordId(ids::new_uuid()), round, what, today, now)) {
        Ok(edit) => app.say(Notice::done(done, &edit)),
        Err(_) => app.say(Notice::said("The round is no longer here. Nothing was changed.")),
    }
    focus_heading();
}
