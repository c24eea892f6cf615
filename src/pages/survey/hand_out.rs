//! Handing a survey out: the file, and what the people who get it do with it.

use leptos::prelude::*;

use super::give_file;
use crate::domain::ids::RoundId;
use crate::exchange::export;
use crate::reports::words;
use crate::state::App;
use crate::ui::{Button, ButtonKind};

/// How to hand the survey out, with the button that makes the file.
#[component]
pub(super) fn HandOut(round: RoundId) -> impl IntoView {
    let app = App::get();
    view! {
        <h2 class="govuk-heading-m">"Hand it out"</h2>
        <p class="govuk-body">
            "Send the survey file, together with Rainbow itself, to everybody who should answer: by email, on a shared drive or on a memory stick. It holds the questions and your lists of sectors and staff groups, and no answers."
        </p>
        <p class="govuk-body">
            "They open Rainbow, choose the survey file under \u{201c}Open a file\u{201d}, answer, and send back the file whose name starts "
            <strong>"rainbow-response-"</strong>
            "."
        </p>
        <Button kind=ButtonKind::Secondary on_press=move |()| save(app, round)>"Save the survey file"</Button>
    }
}

fn save(app: App, round: RoundId) {
    let now = app.now();
    let made = app.read_now(|open| {
        let part = |name: Option<&String>| name.map(|name| words::file_part(name)).unwrap_or_default();
        let area = part(open.area().map(|area| &area.name));
        let title = part(open.round(round).map(|round| &round.title));
        (format!("rainbow-survey-{area}-{title}.json"), export::survey(open, round, now))
    });
    let (name, text) = made.unzip();
    give_file(app, &name.unwrap_or_default(), text);
}
