//! Responses in progress on this device: each can be gone on with, or discarded for good.

use std::time::Duration;

use leptos::prelude::*;

use super::child::next_place;
use crate::browser::clock;
use crate::domain::draft::Draft;
use crate::domain::ids::{ResponseId, RoundId};
use crate::domain::survey::ForWhom;
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, focus_field, focus_heading};

/// The question whether to discard a response.
const QUESTION: &str = "discard";

/// A response in progress, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Begun {
    id: ResponseId,
    /// What it is called, such as "the response begun 3 February, 10:12".
    name: String,
    /// Where it is gone on with.
    place: Place,
}

/// Whether a response to a round is in progress on this device.
pub(super) fn are_begun(open: &Workspace, round: RoundId) -> bool {
    open.drafts().into_iter().any(|(_, draft)| draft.round == round)
}

/// The list of a round's responses in progress; nothing while there are none.
#[component]
pub(super) fn Drafts(
    round: RoundId,
    /// Whose responses are listed.
    #[prop(optional)]
    whom: ForWhom,
) -> impl IntoView {
    let app = App::get();
    let drafts = Memo::new(move |_| app.read(|open| begun(open, round, whom)).unwrap_or_default());
    let discarding = RwSignal::new(None::<Begun>);
    view! {
        <Show when=move || drafts.with(|drafts| !drafts.is_empty())>
            <h2 class="govuk-heading-m">"In progress on this device"</h2>
            {move || discarding.get().map(|one| question(app, one, discarding))}
            <ul class="govuk-list app-drafts">
                <For each=move || drafts.get() key=|draft| draft.clone() let(one)>
                    {row(app, one, discarding)}
                </For>
            </ul>
        </Show>
    }
}

fn begun(open: &Workspace, round: RoundId, whom: ForWhom) -> Vec<Begun> {
    let is_of_them = |draft: &Draft| draft.round == round && open.for_whom(draft.survey) == whom;
    let drafts = open.drafts().into_iter().filter(|(_, draft)| is_of_them(draft));
    drafts.map(|(id, draft)| Begun { id, name: name(open, draft), place: next_place(open, id) }).collect()
}

fn name(open: &Workspace, draft: &Draft) -> String {
    let begun = words::moment(clock::local(draft.begun));
    let copy = draft.corrects.and_then(|corrects| open.own_response(corrects.copy?));
    match (copy, draft.corrects) {
        (Some(own), _) => format!("correcting the response finished {}", words::moment(clock::local(own.finished))),
        (None, Some(_)) => format!("the correction begun {begun}"),
        (None, None) => format!("the response begun {begun}"),
    }
}

fn row(app: App, one: Begun, discarding: RwSignal<Option<Begun>>) -> impl IntoView {
    let (link, which) = (format!("Continue {}", one.name), format!(" {}", one.name));
    let href = app.href(one.place.clone());
    let ask = move |()| {
        discarding.set(Some(one.clone()));
        set_timeout(|| focus_field(QUESTION), Duration::ZERO);
    };
    view! {
        <li class="app-drafts__row">
            <a class="govuk-link govuk-!-font-weight-bold" href=href>{link}</a>
            <Button kind=ButtonKind::Link on_press=ask>
                "Discard"
                <span class="govuk-visually-hidden">{which}</span>
            </Button>
        </li>
    }
}

fn question(app: App, one: Begun, discarding: RwSignal<Option<Begun>>) -> impl IntoView {
    let id = one.id;
    view! {
        <section class="app-confirm" id=QUESTION tabindex="-1" aria-labelledby="discard-heading">
            <h3 class="govuk-heading-s" id="discard-heading">{format!("Discard {}?", one.name)}</h3>
            <p class="govuk-body">"Its answers and comments are removed from this device for good."</p>
            <ButtonGroup>
                <Button
                    kind=ButtonKind::Warning
                    on_press=move |()| {
                        discarding.set(None);
                        discard(app, id);
                    }
                >
                    "Discard it"
                </Button>
                <Button
                    kind=ButtonKind::Secondary
                    on_press=move |()| {
                        discarding.set(None);
                        focus_heading();
                    }
                >
                    "Keep it"
                </Button>
            </ButtonGroup>
        </section>
    }
}

fn discard(app: App, id: ResponseId) {
    match app.edit(|open| open.discard_draft(id)) {
        Ok(_) => app.say(Notice::said("The response in progress was discarded.")),
        Err(_) => app.say(Notice::said("This response is no longer in progress here.")),
    }
    focus_heading();
}
