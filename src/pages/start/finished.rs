//! Finished responses that this device keeps: each can be saved again, corrected or removed.

use leptos::prelude::*;

use super::super::own_response::{ask_to_remove, reopen, save};
use crate::browser::clock;
use crate::domain::ids::{ResponseId, RoundId};
use crate::reports::words;
use crate::state::App;
use crate::ui::{Button, ButtonKind};

/// The list of a round's finished responses; nothing while there are none.
#[component]
pub(super) fn FinishedHere(round: RoundId, removing: RwSignal<Option<ResponseId>>) -> impl IntoView {
    let app = App::get();
    let finished = Memo::new(move |_| {
        app.read(|open| {
            let own = open.own_responses(round).into_iter();
            own.map(|(copy, own)| (copy, words::moment(clock::local(own.finished)))).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    view! {
        <Show when=move || finished.with(|finished| !finished.is_empty())>
            <h2 class="govuk-heading-m">"Finished on this device"</h2>
            <ul class="govuk-list app-drafts">
                <For each=move || finished.get() key=|one| one.clone() let((copy, moment))>
                    {row(app, copy, &moment, removing)}
                </For>
            </ul>
        </Show>
    }
}

fn row(app: App, copy: ResponseId, moment: &str, removing: RwSignal<Option<ResponseId>>) -> impl IntoView + use<> {
    let which = StoredValue::new(format!(" the response finished {moment}"));
    let of = move || view! { <span class="govuk-visually-hidden">{which.get_value()}</span> };
    view! {
        <li class="app-drafts__row">
            <strong>{format!("Finished {moment}")}</strong>
            <Button kind=ButtonKind::Link on_press=move |()| app.say(save(app, copy))>"Save the file again"{of}</Button>
            <Button kind=ButtonKind::Link on_press=move |()| reopen(app, copy)>"Reopen and correct"{of}</Button>
            <Button kind=ButtonKind::Link on_press=move |()| ask_to_remove(removing, copy)>"Remove"{of}</Button>
        </li>
    }
}
