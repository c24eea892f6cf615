//! What a person can do with a finished response that their device keeps: save its file again, correct it, remove it.

use std::time::Duration;

use leptos::prelude::*;

use crate::analysis::answering::{Finished, own};
use crate::browser::files::download;
use crate::browser::ids;
use crate::domain::ids::ResponseId;
use crate::domain::workspace::Workspace;
use crate::exchange::export;
use crate::reports::letter::RESPONSE_FILE;
use crate::reports::words;
use crate::route::{Page as Place, Route};
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, WarningText, focus_field, focus_heading};

/// The media type of a response file.
pub(super) const JSON: &str = "application/json";
/// The question whether to remove a response.
const QUESTION: &str = "remove";

/// The name of a response's file. The start of the id keeps the files of many people apart in one folder, and says nothing
/// about anybody; a correction says which it is.
pub(super) fn file_name(open: &Workspace, finished: &Finished) -> String {
    let title = open.round(finished.round).map(|round| words::file_part(&round.title)).unwrap_or_default();
    let id: String = finished.response.id.to_string().chars().take(8).collect();
    let revision = finished.response.revision;
    let correction = if revision > 1 { format!("-corrected-{}", revision.saturating_sub(1)) } else { String::new() };
    format!("{RESPONSE_FILE}{title}-{id}{correction}.json")
}

/// The name and the text of the file of the finished response of this copy.
pub(super) fn file(app: App, copy: ResponseId) -> Option<(String, String)> {
    let now = app.now();
    app.read_now(|open| {
        let found = own(open, copy)?;
        let name = file_name(open, &found);
        let text = export::responses(open.id(), found.round, &found.survey, [&found.response], now).ok()?;
        Some((name, text))
    })
    .flatten()
}

/// Gives the person their response as a file, and says what became of it.
pub(super) fn save(app: App, copy: ResponseId) -> Notice {
    let Some((name, text)) = file(app, copy) else {
        return Notice::said("The file could not be made. Your answers are still on this device.");
    };
    Notice::said(match download(&name, JSON, &text) {
        Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
        Err(words) => {
            format!("The browser did not take the file ({words}). Your answers are still on this device.")
        }
    })
}

/// Reopens a finished response, or goes on with correcting it where that was begun.
pub(super) fn reopen(app: App, copy: ResponseId) {
    let begun = app.read_now(|open| open.correcting(open.own_response(copy)?.response.id)).flatten();
    if let Some(begun) = begun {
        app.turn_to(Place::Check(begun));
        return;
    }
    let (draft, now) = (ResponseId(ids::new_uuid()), app.now());
    match app.edit(|open| open.reopen_own(copy, draft, now)) {
        Ok(_) => app.turn_to(Place::Check(draft)),
        Err(_) => app.say(Notice::said("This response is no longer on this device.")),
    }
}

/// Asks whether to remove a response, once the question is drawn.
pub(super) fn ask_to_remove(removing: RwSignal<Option<ResponseId>>, copy: ResponseId) {
    removing.set(Some(copy));
    set_timeout(|| focus_field(QUESTION), Duration::ZERO);
}

/// The question whether to remove a response; nothing while there is none to remove.
#[component]
pub(super) fn Removing(removing: RwSignal<Option<ResponseId>>) -> impl IntoView {
    let app = App::get();
    move || {
        removing.get().map(|copy| {
            view! {
                <section class="app-confirm" id=QUESTION tabindex="-1" aria-labelledby="remove-heading">
                    <h3 class="govuk-heading-m" id="remove-heading">"Remove your answers from this computer?"</h3>
                    <p class="govuk-body">
                        "Your answers, your comments and what you said about yourself are removed from this browser for good, with all that could be undone. You can\u{2019}t save or correct this response here afterwards."
                    </p>
                    <p class="govuk-body">"Rainbow can\u{2019}t reach:"</p>
                    <ul class="govuk-list govuk-list--bullet">
                        <li>"the response file that you saved. Delete it from your downloads, and empty the bin."</li>
                        <li>"what you have already sent. To take that back, write to whom you sent it."</li>
                        <li>"backups that somebody makes of this computer."</li>
                    </ul>
                    <WarningText>"This can\u{2019}t be undone."</WarningText>
                    <ButtonGroup>
                        <Button kind=ButtonKind::Warning on_press=move |()| remove(app, removing, copy)>"Remove them"</Button>
                        <Button
                            kind=ButtonKind::Secondary
                            on_press=move |()| {
                                removing.set(None);
                                focus_heading();
                            }
                        >
                            "Keep them"
                        </Button>
                    </ButtonGroup>
                </section>
            }
        })
    }
}

fn remove(app: App, removing: RwSignal<Option<ResponseId>>, copy: ResponseId) {
    removing.set(None);
    match app.edit(|open| open.remove_own(copy)) {
        Ok(_) => {
            let removed = Notice::said("Your answers were removed from this computer.");
            match app.route().get_untracked() {
                Route::Area(_, Place::Check(_)) => app.go_with(Place::Survey, removed),
                _ => app.say(removed),
            }
        }
        Err(_) => app.say(Notice::said("These answers are no longer on this device.")),
    }
    focus_heading();
}
