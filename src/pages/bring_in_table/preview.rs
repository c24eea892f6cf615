//! What the table would bring, and the button that takes it in as one edit with undo.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::browser::ids;
use crate::domain::ids::{RecordId, RoundId};
use crate::domain::survey::Survey;
use crate::domain::workspace::{Edit, EditError, RoundState};
use crate::exchange::returned_table::{Brought, Table};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Live};

/// How many problems are listed before somebody asks for all.
const FIRST: usize = 50;

/// What would be taken in, and what is wrong with the table.
#[component]
pub(super) fn Preview(desk: Desk, table: Arc<Table>, survey: Arc<Survey>, round: RoundId) -> impl IntoView {
    let app = App::get();
    let asked = survey.clone();
    let brought = Memo::new(move |_| {
        let read = |open: &_| desk.mapping.with(|mapping| Brought::of(&table, mapping, &asked, round, open));
        app.read(read).unwrap_or_default()
    });
    let summary = Signal::derive(move || brought.with(summary));
    let takes = Memo::new(move |_| brought.with(|brought| !brought.brings_nothing()));
    let take = Callback::new(move |()| take(app, desk, brought.get_untracked(), &survey, round));
    view! {
        <h2 class="govuk-heading-m">"What this table would bring"</h2>
        <div class="govuk-body-l"><Live visible=true text=summary /></div>
        <Problems brought />
        <Show when=move || takes.get()>
            <Button on_press=take>
                {move || brought.with(|brought| {
                    let count = brought.added.len().saturating_add(brought.corrected.len());
                    format!("Take in {}", words::count(count, "response", "responses"))
                })}
            </Button>
        </Show>
    }
}

fn summary(brought: &Brought) -> String {
    let mut parts = vec![words::count(brought.added.len(), "new response", "new responses")];
    if !brought.corrected.is_empty() {
        parts.push(format!("{} read otherwise than before", brought.corrected.len()));
    }
    if brought.known > 0 {
        parts.push(format!("{} here already", brought.known));
    }
    if brought.withdrawn > 0 {
        parts.push(format!("{} withdrawn earlier, which stay out", brought.withdrawn));
    }
    let known = brought.brings_nothing() && brought.known > 0;
    let nothing = if known { " There is nothing new in this table." } else { "" };
    format!("{}.{nothing}", words::list(&parts))
}

/// Everything that could not be understood, each thing with its row and column.
#[component]
fn Problems(brought: Memo<Brought>) -> impl IntoView {
    let show_all = RwSignal::new(false);
    let problems = Memo::new(move |_| {
        brought.with(|brought| brought.problems.iter().map(ToString::to_string).collect::<Vec<_>>())
    });
    let total = Memo::new(move |_| problems.with(Vec::len));
    let is_cut = move || !show_all.get() && total.get() > FIRST;
    let most = move || if show_all.get() { usize::MAX } else { FIRST };
    view! {
        <Show when=move || total.get() != 0>
            <section class="app-gaps" aria-labelledby="table-problems">
                <h3 class="govuk-heading-s" id="table-problems">
                    {move || words::count(total.get(), "thing to look at", "things to look at")}
                </h3>
                <ul class="govuk-list govuk-list--bullet">
                    {move || problems.with(|problems| {
                        problems.iter().take(most()).map(|problem| view! { <li>{problem.clone()}</li> }).collect_view()
                    })}
                </ul>
                <Show when=is_cut>
                    <Button kind=ButtonKind::Secondary on_press=move |()| show_all.set(true)>
                        {move || format!("Show all {}", total.get())}
                    </Button>
                </Show>
                <p class="govuk-body">"Everything else is taken in. If you would rather correct the table where it comes from, do that first: a row that was corrected after it was taken in counts as another response."</p>
            </section>
        </Show>
    }
}

/// Takes it in, and remembers how the table was read.
fn take(app: App, desk: Desk, brought: Brought, survey: &Survey, round: RoundId) {
    let count = brought.added.len().saturating_add(brought.corrected.len());
    let made = app.edit(|open| {
        if open.round_state(round) != RoundState::Open {
            return Err(EditError::RoundClosed);
        }
        let packs = desk.file.with_untracked(|file| brought.into_packs(round, survey, file, app.now()));
        let taken = open.take_responses(&packs, || RecordId(ids::new_uuid()));
        Ok(Edit::named("Take a table in").then(taken).then(open.remember_table_mapping(desk.mapping.get_untracked())))
    });
    match made {
        Ok(edit) => {
            let said = words::count(count, "response was taken in", "responses were taken in");
            app.go_with(Place::Responses, Notice::done(format!("{said} from the table."), &edit));
        }
        Err(_) => app.say(Notice::said("The round was closed meanwhile. Nothing was taken in.")),
    }
}
