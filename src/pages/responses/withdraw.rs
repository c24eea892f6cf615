//! Taking a response back for good: asked about in words first, because it can't be undone.

use std::time::Duration;

use leptos::prelude::*;

use super::list::short;
use crate::analysis::received::Received;
use crate::browser::clock;
use crate::domain::area::Area;
use crate::domain::ids::RoundId;
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, WarningText, focus_field, focus_heading};

const ID: &str = "withdraw";
/// The heading of the list, where the focus goes back to.
pub(super) const LIST: &str = "each-response";

/// Moves the focus to the question, once it is drawn.
pub(super) fn show() {
    set_timeout(|| focus_field(ID), Duration::ZERO);
}

/// The question whether to take a response back; nothing while there is none to take back.
#[component]
pub(super) fn Confirm(round: RoundId, area: Memo<Area>, withdrawing: RwSignal<Option<Received>>) -> impl IntoView {
    let app = App::get();
    move || withdrawing.get().map(|one| area.with_untracked(|area| question(app, round, area, one, withdrawing)))
}

fn question(
    app: App,
    round: RoundId,
    area: &Area,
    one: Received,
    withdrawing: RwSignal<Option<Received>>,
) -> impl IntoView + use<> {
    let which = which(&one, area);
    let files = app.read_now(|open| {
        let exports = open.exports().into_iter().filter(|note| note.with_answers);
        exports
            .map(|note| format!("{}, made on {}", note.file, words::day(clock::local(note.at).date_naive())))
            .collect()
    });
    let files: Vec<String> = files.unwrap_or_default();
    view! {
        <section class="app-confirm" id=ID tabindex="-1" aria-labelledby="withdraw-heading">
            <h3 class="govuk-heading-m" id="withdraw-heading">"Withdraw this response?"</h3>
            <p class="govuk-body">{which}</p>
            <p class="govuk-body">
                "Do this when the person who sent it takes it back. Its answers and comments are removed from this area for good, it no longer counts, and a file that brings it again is refused."
            </p>
            <WarningText>"This can\u{2019}t be undone."</WarningText>
            <p class="govuk-body">"The browser itself may keep traces of it on this computer\u{2019}s disk for a while."</p>
            <p class="govuk-body">
                "Rainbow can\u{2019}t reach files that were already made: the response file itself, copies that others have, and "
                {if files.is_empty() { "any export made on another device." } else { "these exports made on this device. Delete them, or export again in their place:" }}
            </p>
            {(!files.is_empty())
                .then(|| view! {
                    <ul class="govuk-list govuk-list--bullet">
                        {files.into_iter().map(|file| view! { <li>{file}</li> }).collect_view()}
                    </ul>
                })}
            <ButtonGroup>
                <Button
                    kind=ButtonKind::Warning
                    on_press=move |()| {
                        withdrawing.set(None);
                        let today = app.today();
                        match app.edit(|open| Ok(open.withdraw(one.id, round, today))) {
                            Ok(_) => app.say(Notice::said(format!("Response {} was withdrawn for good.", short(one.id)))),
                            Err(_) => app.say(Notice::said("The response could not be withdrawn. Nothing was changed.")),
                        }
                        focus_heading();
                    }
                >
                    "Withdraw this response"
                </Button>
                <Button
                    kind=ButtonKind::Secondary
                    on_press=move |()| {
                        withdrawing.set(None);
                        focus_field(LIST);
                    }
                >
                    "Keep it"
                </Button>
            </ButtonGroup>
        </section>
    }
}

/// Which response it is, in a sentence.
fn which(one: &Received, area: &Area) -> String {
    let finished = one.finished.map_or_else(|| "on a day not known".to_owned(), |on| format!("on {}", words::day(on)));
    let sector = one.sector.as_ref().map_or("sector not said", |sector| area.sector_name(sector));
    let group = one.staff_group.as_ref().map_or("staff group not said", |group| area.staff_group_name(group));
    format!(
        "Response {}, finished {finished}: {sector}, {group}, {} of {} statements answered.",
        short(one.id),
        one.answered,
        one.asked
    )
}
