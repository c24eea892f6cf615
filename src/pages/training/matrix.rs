//! How many events serve each profession in each arc. Choosing a filter writes new numbers into the cells that are there.

use leptos::prelude::*;

use crate::analysis::training::{TrainingMatrix, TrainingSheet};
use crate::route::Page as Target;
use crate::route::training::Place;
use crate::state::App;
use crate::ui::{Head, RowHeader, Table, TableCell, TableRow};

/// The table.
#[component]
pub(super) fn Matrix(sheet: Memo<TrainingSheet>, matrix: Memo<TrainingMatrix>) -> impl IntoView {
    // What the table is drawn anew for: other columns, or other words at the head of rows and columns.
    let arcs = Memo::new(move |_| matrix.with(|matrix| matrix.arcs.clone()));
    let names = Memo::new(move |_| sheet.with(|sheet| (sheet.professions.clone(), sheet.arcs.clone())));
    let shown =
        Memo::new(move |_| matrix.with(|matrix| matrix.rows.iter().map(|row| row.profession).collect::<Vec<_>>()));
    let table = move || {
        names.track();
        let arcs = arcs.get();
        let mut head = vec![Head::text("Profession")];
        head.extend(sheet.with_untracked(|sheet| {
            let arcs = arcs.iter().filter_map(|at| sheet.arc(*at));
            arcs.map(|arc| Head::number(&arc.short).read_as(&arc.name)).collect::<Vec<_>>()
        }));
        head.push(Head::number("All events"));
        let columns = arcs.len();
        let arcs = StoredValue::new(arcs);
        let total = move |at: usize| {
            let count = move || matrix.with(|matrix| matrix.by_arc.get(at).copied());
            view! { <TableCell numeric=true>{count}</TableCell> }
        };
        view! {
            <div class="app-training__matrix">
                <Table caption="Training events by profession and arc" head dense=true>
                    <For each=move || shown.get() key=|at| *at let(profession)>
                        <ProfessionRow sheet matrix arcs profession />
                    </For>
                    <TableRow>
                        <RowHeader>"All professions"</RowHeader>
                        {(0..columns).map(total).collect_view()}
                        <TableCell numeric=true>{move || matrix.with(|matrix| matrix.events)}</TableCell>
                    </TableRow>
                </Table>
            </div>
        }
    };
    view! { {table} }
}

/// One profession.
#[component]
fn ProfessionRow(
    sheet: Memo<TrainingSheet>,
    matrix: Memo<TrainingMatrix>,
    /// The arcs that are shown, by their places.
    arcs: StoredValue<Vec<usize>>,
    /// The place of the profession.
    profession: usize,
) -> impl IntoView {
    let app = App::get();
    let row =
        Memo::new(move |_| matrix.with(|matrix| matrix.rows.iter().find(|row| row.profession == profession).cloned()));
    let name = sheet.with_untracked(|sheet| sheet.profession(profession).to_owned());
    let cell = |(column, arc): (usize, usize)| {
        let known = sheet.with_untracked(|sheet| {
            let words = format!(" events: {name}, {}", sheet.arc(arc).map(|arc| arc.name.as_str()).unwrap_or_default());
            (sheet.gap_id(profession, arc), words)
        });
        let (id, words) = known;
        let href = id.map(|id| app.href(Target::Training(Place::Gap(id))));
        let count = Memo::new(move |_| {
            row.with(|row| row.as_ref().and_then(|row| row.cells.get(column).copied())).unwrap_or_default()
        });
        let is_addressed = Memo::new(move |_| sheet.with(|sheet| sheet.addressed(profession, arc).is_some()));
        view! {
            <TableCell numeric=true>
                <a class="govuk-link app-training__count" class=("app-training__count--none", move || count.get() == 0) href=href>
                    {count}
                    <span class="govuk-visually-hidden">{words}</span>
                </a>
                {move || is_addressed.get().then(|| view! { <span class="app-training__addressed">"addressed"</span> })}
            </TableCell>
        }
    };
    let cells = arcs.with_value(|arcs| arcs.iter().copied().enumerate().map(cell).collect_view());
    view! {
        <TableRow>
            <RowHeader>{name.clone()}</RowHeader>
            {cells}
            <TableCell numeric=true>{move || row.with(|row| row.as_ref().map(|row| row.events))}</TableCell>
        </TableRow>
    }
}
