//! Responses in progress on this device: each can be gone on with or discarded.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::ids::{ResponseId, ThemeId};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, focus_heading};

/// The list of responses in progress; nothing while there are none.
#[component]
pub(super) fn Drafts() -> impl IntoView {
    let app = App::get();
    let drafts = Memo::new(move |_| {
        app.read(|open| {
            let drafts = open.drafts().into_iter();
            drafts.map(|(id, draft)| (id, draft.begun, draft.at.clone())).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    view! {
        <Show when=move || drafts.with(|drafts| !drafts.is_empty())>
            <h3 class="govuk-heading-s">"In progress on this device"</h3>
            <ul class="govuk-list app-drafts">
                <For each=move || drafts.get() key=|draft| draft.clone() let((id, begun, at))>
                    {row(app, id, words::moment(clock::local(begun)), at)}
                </For>
            </ul>
        </Show>
    }
}

fn row(app: App, id: ResponseId, begun: String, at: Option<ThemeId>) -> impl IntoView {
    let which = format!(" the response begun {begun}");
    let place = at.map_or(Place::Respondent(id), |theme| Place::Answer(id, theme));
    view! {
        <li class="app-drafts__row">
            <a class="govuk-link govuk-!-font-weight-bold" href=app.href(place)>
                {format!("Continue the response begun {begun}")}
            </a>
            <Button kind=ButtonKind::Link on_press=move |()| discard(app, id)>
                "Discard"
                <span class="govuk-visually-hidden">{which}</span>
            </Button>
        </li>
    }
}

fn discard(app: App, id: ResponseId) {
    match app.edit(|open| open.discard_draft(id)) {
        Ok(edit) => app.say(Notice::done("The response in progress was discarded.", &edit)),
        Err(_) => app.say(Notice::said("This response is no longer in progress here.")),
    }
    focus_heading();
}
