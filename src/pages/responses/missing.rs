//! Who has not been heard enough, and a reminder to send them: a low return is itself a finding.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analysis::returns::{LOW_RETURN, Returns, low};
use crate::browser::clipboard;
use crate::domain::area::Area;
use crate::domain::ids::RoundId;
use crate::reports::reminder::reminder;
use crate::reports::words;
use crate::state::App;
use crate::ui::{Button, ButtonKind, Details, Live};

/// The gaps in words, the largest first, with the reminder while the round is open.
#[component]
pub(super) fn Missing(
    round: RoundId,
    returns: Memo<Returns>,
    area: Memo<Area>,
    is_closed: Memo<bool>,
) -> impl IntoView {
    let sentences =
        Memo::new(move |_| returns.with(|returns| area.with(|area| sentences(returns, area, is_closed.get()))));
    view! {
        <Show when=move || sentences.with(|sentences| !sentences.is_empty())>
            <div class="app-gaps">
                <h3 class="govuk-heading-s">
                    {move || if is_closed.get() { "Not heard enough" } else { "Not heard enough yet" }}
                </h3>
                <ul class="govuk-list govuk-list--bullet">
                    {move || sentences.get().into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
                </ul>
            </div>
        </Show>
        <Show when=move || !is_closed.get()>
            <Reminder round />
        </Show>
    }
}

/// The reminder, to be read first and copied.
#[component]
fn Reminder(round: RoundId) -> impl IntoView {
    let app = App::get();
    let words = Memo::new(move |_| app.read(|open| reminder(open, round)).flatten().unwrap_or_default());
    let said = RwSignal::new(String::new());
    let copy = move |()| {
        let words = words.get_untracked();
        spawn_local(async move {
            let outcome = if clipboard::copy(&words).await {
                "The reminder was copied. Paste it into an email."
            } else {
                "The browser did not let Rainbow copy. Open the words of the reminder, select them and copy them."
            };
            said.try_set(outcome.to_owned());
        });
    };
    view! {
        <div class="app-no-print">
            <Button kind=ButtonKind::Secondary on_press=copy>"Copy a reminder"</Button>
            <Live text=said visible=true />
            <Details summary="The words of the reminder">
                <p class="app-as-written">{move || words.get()}</p>
            </Details>
        </div>
    }
}

/// What is missing to the numbers expected, the most first; then sectors and staff groups of which hardly anybody answered.
fn sentences(returns: &Returns, area: &Area, is_closed: bool) -> Vec<String> {
    let few = |name: &str, received: usize| match received {
        0 if is_closed => format!("No responses from {name}."),
        0 => format!("No responses from {name} yet."),
        received => format!("Only {} from {name}.", words::count(received, "response", "responses")),
    };
    let gaps = returns.gaps();
    let short = gaps.iter().map(|(id, received, expected, missing)| {
        let name = area.sector_name(id);
        if *received < LOW_RETURN {
            format!("{} {expected} were expected.", few(name, *received))
        } else {
            format!("{received} of {expected} responses from {name}: {missing} missing.")
        }
    });
    let is_named = |id: &_| gaps.iter().any(|(gap, ..)| *gap == id);
    let sectors = low(&returns.sectors).filter(|(id, _)| !is_named(id));
    let sectors = sectors.map(|(id, received)| few(area.sector_name(id), received));
    let groups = low(&returns.staff_groups).map(|(id, received)| few(area.staff_group_name(id), received));
    short.chain(sectors).chain(groups).collect()
}
