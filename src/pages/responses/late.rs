//! Answers that came after the round was closed: kept apart and uncounted until somebody takes them in.

use leptos::prelude::*;

use super::list::{short, source};
use crate::analysis::received::Received;
use crate::browser::ids;
use crate::domain::area::Area;
use crate::domain::ids::{RecordId, RoundId};
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{
    Button, ButtonGroup, ButtonKind, Head, RowHeader, Table, TableCell, TableRow, WarningText, focus_heading,
};

/// The late answers and the button that counts them; nothing while there are none.
#[component]
pub(super) fn Late(round: RoundId, late: Memo<Vec<Received>>, area: Memo<Area>) -> impl IntoView {
    let app = App::get();
    let asked = RwSignal::new(false);
    let take = move |()| {
        asked.set(false);
        let (today, now) = (app.today(), app.now());
        let new_record = || RecordId(ids::new_uuid());
        match app.edit(|open| open.take_late_in(new_record(), round, today, now, new_record)) {
            Ok(edit) => app.say(Notice::done("The late answers were taken in. They count from now on.", &edit)),
            Err(_) => app.say(Notice::said("There are no late answers any more. Nothing was changed.")),
        }
        focus_heading();
    };
    let total = move || words::count(late.with(Vec::len), "response", "responses");
    view! {
        <Show when=move || late.with(|late| !late.is_empty())>
            <section class="app-late" aria-labelledby="late-heading">
                <h2 class="govuk-heading-m" id="late-heading">{move || format!("Late: {}", total())}</h2>
                <p class="govuk-body">
                    "These came after the round was closed. They are not counted, so the figures stand as they were shared."
                </p>
                {move || late.with(|late| area.with(|area| table(late, area)))}
                <Show
                    when=move || asked.get()
                    fallback=move || view! {
                        <Button kind=ButtonKind::Secondary on_press=move |()| asked.set(true)>"Take late answers in"</Button>
                    }
                >
                    <WarningText>
                        "Figures of this round that were shared will change. If only a few people make the change, the figures are withheld from what is shared, so that nobody can tell what these people said."
                    </WarningText>
                    <ButtonGroup>
                        <Button on_press=take>"Yes, take them in"</Button>
                        <Button kind=ButtonKind::Secondary on_press=move |()| asked.set(false)>"Keep them apart"</Button>
                    </ButtonGroup>
                </Show>
            </section>
        </Show>
    }
}

fn table(late: &[Received], area: &Area) -> AnyView {
    let rows: Vec<_> = late
        .iter()
        .map(|one| {
            let sector = one.sector.as_ref().map_or("Not said", |sector| area.sector_name(sector)).to_owned();
            let finished = one.finished.map_or_else(|| "Day not known".to_owned(), words::day);
            let (id, source) = (short(one.id), source(one));
            view! {
                <TableRow>
                    <RowHeader>
                        <span class="app-response-day">{finished}</span>
                        <span class="app-response-id">{id}</span>
                    </RowHeader>
                    <TableCell>{sector}</TableCell>
                    <TableCell><span class="app-file-name">{source}</span></TableCell>
                </TableRow>
            }
        })
        .collect();
    let head = vec![Head::text("Finished"), Head::text("Sector"), Head::text("Came from")];
    view! { <Table caption="Late responses" caption_hidden=true head>{rows}</Table> }.into_any()
}
