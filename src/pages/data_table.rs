//! A table of a report, drawn on a page.

use leptos::prelude::*;

use crate::reports::document::{Table as TableData, together};
use crate::ui::{Head, RowHeader, Table, TableCell, TableRow};

/// The rows of a table, with the column that names them as their headings.
#[component]
pub(super) fn DataTable(
    /// What it holds.
    table: TableData,
    /// Whether what stands above it says already what it shows. A screen reader is told all the same.
    caption_hidden: bool,
) -> impl IntoView {
    let TableData { caption, head, names, rows } = table;
    let cell = move |(at, text): (usize, String)| {
        let text = together(&text);
        if at == names {
            view! { <RowHeader>{text}</RowHeader> }.into_any()
        } else {
            view! { <TableCell>{text}</TableCell> }.into_any()
        }
    };
    let row = move |row: Vec<String>| {
        view! { <TableRow>{row.into_iter().enumerate().map(cell).collect_view()}</TableRow> }
    };
    view! {
        <Table caption caption_hidden head=head.into_iter().map(Head::text).collect() dense=true>
            {rows.into_iter().map(row).collect_view()}
        </Table>
    }
}
