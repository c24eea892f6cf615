//! The practices of an arc: a radar each, and the same figures as a table.

use leptos::prelude::*;

use crate::reports::document::Table as TableData;
use crate::reports::radars::Drawn;
use crate::ui::{Details, Head, RadarPicture, RowHeader, Table, TableCell, TableRow};

/// The radars of an arc; nothing where the arc has no practices.
#[component]
pub(super) fn Practices(drawn: Vec<Drawn>) -> impl IntoView {
    let one = |Drawn { radar, table }: Drawn| {
        let name = radar.name.clone();
        view! {
            <section class="app-practice">
                <h3 class="govuk-heading-s">{name}</h3>
                <RadarPicture radar />
                <Details summary="The same as a table">
                    <DataTable table />
                </Details>
            </section>
        }
    };
    (!drawn.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Practice by practice"</h2>
            <p class="govuk-body">
                "Every practice is looked at under the same aspects, so a weakness that runs across practices shows. The middle is 1, the rim is 5. An earlier round stands there only where it asked the very same."
            </p>
            <div class="app-practices">{drawn.into_iter().map(one).collect_view()}</div>
        }
    })
}

#[component]
fn DataTable(table: TableData) -> impl IntoView {
    let TableData { caption, head, names, rows } = table;
    let cell = move |(at, text): (usize, String)| {
        if at == names {
            view! { <RowHeader>{text}</RowHeader> }.into_any()
        } else {
            view! { <TableCell>{text}</TableCell> }.into_any()
        }
    };
    let rows = rows.into_iter().map(move |row| {
        view! { <TableRow>{row.into_iter().enumerate().map(cell).collect_view()}</TableRow> }
    });
    view! {
        <Table caption caption_hidden=true head=head.into_iter().map(Head::text).collect() dense=true>
            {rows.collect_view()}
        </Table>
    }
}
