//! The responses of a round one by one, the newest first, each with the way to take it back.

use leptos::prelude::*;

use super::opened::{self, Opened};
use super::withdraw::{self, Confirm};
use crate::analysis::received::Received;
use crate::browser::clock;
use crate::domain::area::Area;
use crate::domain::ids::{ResponseId, RoundId};
use crate::domain::survey::ForWhom;
use crate::reports::words;
use crate::ui::{Button, ButtonKind, Head, RowHeader, Table, TableCell, TableRow};

/// How many responses the list shows before somebody asks for all.
const FIRST: usize = 50;

/// The list of responses.
#[component]
pub(super) fn List(round: RoundId, area: Memo<Area>, all: Memo<Vec<Received>>) -> impl IntoView {
    let total = Memo::new(move |_| all.with(Vec::len));
    let show_all = RwSignal::new(false);
    let withdrawing = RwSignal::new(None::<Received>);
    let opened = RwSignal::new(None::<Received>);
    let shown = move || {
        let most = if show_all.get() { usize::MAX } else { FIRST };
        all.with(|all| all.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let is_cut = move || !show_all.get() && total.get() > FIRST;
    view! {
        <h2 class="govuk-heading-m" id=withdraw::LIST tabindex="-1">"Each response"</h2>
        <Confirm round area withdrawing />
        <Opened area opened />
        <div class="app-responses">
            <Table
                caption="Each response, the newest first"
                caption_hidden=true
                head=vec![
                    Head::text("Finished"),
                    Head::text("Sector"),
                    Head::text("Staff group"),
                    Head::number("Answered"),
                    Head::text("Came from"),
                    Head::text("Open or take back"),
                ]
            >
                <For each=shown key=|one| one.clone() let(one)>
                    {area.with_untracked(|area| row(one, area, withdrawing, opened))}
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

fn row(
    one: Received,
    area: &Area,
    withdrawing: RwSignal<Option<Received>>,
    opened: RwSignal<Option<Received>>,
) -> impl IntoView + use<> {
    let unsaid = match one.for_whom {
        ForWhom::Workforce => "Not said",
        ForWhom::Children => "Child or family",
    };
    let said = |name: Option<&str>| name.unwrap_or(unsaid).to_owned();
    let sector = said(one.sector.as_ref().map(|sector| area.sector_name(sector)));
    let group = said(one.staff_group.as_ref().map(|group| area.staff_group_name(group)));
    let finished = one.finished.map_or_else(|| "Day not known".to_owned(), words::day);
    let short = short(one.id);
    let (which, same) = (short.clone(), short.clone());
    let to_open = one.clone();
    let source = source(&one);
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
            <TableCell><span class="app-file-name">{source}</span></TableCell>
            <TableCell>
                <Button
                    kind=ButtonKind::Link
                    on_press=move |()| {
                        opened.set(Some(to_open.clone()));
                        opened::show();
                    }
                >
                    "Open"
                    <span class="govuk-visually-hidden">{format!(" response {same}")}</span>
                </Button>
                " "
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

/// Which file a response came from, the latest if there were several, and when.
pub(super) fn source(one: &Received) -> String {
    match one.sources.first() {
        Some((file, taken)) => format!("{file}, {}", words::day(clock::local(*taken).date_naive())),
        None => "Answered here".to_owned(),
    }
}

/// The start of a response's id, which also stands in the name of its file.
pub(super) fn short(id: ResponseId) -> String {
    id.to_string().chars().take(8).collect()
}
