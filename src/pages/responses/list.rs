//! The responses of a round one by one, the newest first, each with the way to take it back.

use leptos::prelude::*;

use super::withdraw::{self, Confirm};
use crate::analysis::received::{Received, received};
use crate::domain::area::Area;
use crate::domain::ids::{ResponseId, RoundId};
use crate::domain::survey::ForWhom;
use crate::reports::words;
use crate::state::App;
use crate::ui::{Button, ButtonKind, Head, RowHeader, Table, TableCell, TableRow};

/// How many responses the list shows before somebody asks for all.
const FIRST: usize = 50;

/// The list of responses.
#[component]
pub(super) fn List(round: RoundId, area: Memo<Area>) -> impl IntoView {
    let app = App::get();
    let all = Memo::new(move |_| app.read(|open| received(open, round)).unwrap_or_default());
    let total = Memo::new(move |_| all.with(Vec::len));
    let show_all = RwSignal::new(false);
    let withdrawing = RwSignal::new(None::<Received>);
    let shown = move || {
        let most = if show_all.get() { usize::MAX } else { FIRST };
        all.with(|all| all.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let is_cut = move || !show_all.get() && total.get() > FIRST;
    view! {
        <h2 class="govuk-heading-m" id=withdraw::LIST tabindex="-1">"Each response"</h2>
        <Confirm round area withdrawing />
        <div class="app-responses">
            <Table
                caption="Each response, the newest first"
                caption_hidden=true
                head=vec![
                    Head::text("Finished"),
                    Head::text("Sector"),
                    Head::text("Staff group"),
                    Head::number("Answered"),
                    Head::text("Take back"),
                ]
            >
                <For each=shown key=|one| one.clone() let(one)>
                    {area.with_untracked(|area| row(one, area, withdrawing))}
                </For>
            </Table>
        </div>
        <Show when=is_cut>
            <p class="govuk-body">{move || format!("These are the newest {FIRST} of {}.", total.get())}</p>
            <Button kind=ButtonKind::Secondary on_press=move |()| show_all.set(true)>
                {move || format!("Show all {}", words::count(total.get(), "response", "responses"))}
            </Button>
        </Show>
    }
}

fn row(one: Received, area: &Area, withdrawing: RwSignal<Option<Received>>) -> impl IntoView + use<> {
    let unsaid = match one.for_whom {
        ForWhom::Workforce => "Not said",
        ForWhom::Children => "Child or family",
    };
    let said = |name: Option<&str>| name.unwrap_or(unsaid).to_owned();
    let sector = said(one.sector.as_ref().map(|sector| area.sector_name(sector)));
    let group = said(one.staff_group.as_ref().map(|group| area.staff_group_name(group)));
    let finished = one.finished.map_or_else(|| "Day not known".to_owned(), words::day);
    let short = short(one.id);
    let which = short.clone();
    let answered = format!("{} of {}", one.answered, one.asked);
    view! {
        <TableRow>
            <RowHeader>
                <span class="app-response-day">{finished}</span>
                <span class="app-response-id">{short}</span>
            </RowHeader>
            <TableCell>{sector}</TableCell>
            <TableCell>{group}</TableCell>
            <TableCell numeric=true>{answered}</TableCell>
            <TableCell>
                <Button
                    kind=ButtonKind::Link
                    on_press=move |()| {
                        withdrawing.set(Some(one.clone()));
                        withdraw::show();
                    }
                >
                    "Withdraw"
                    <span class="govuk-visually-hidden">{format!(" response {which}")}</span>
                </Button>
            </TableCell>
        </TableRow>
    }
}

/// The start of a response's id, which also stands in the name of its file.
pub(super) fn short(id: ResponseId) -> String {
    id.to_string().chars().take(8).collect()
}
