//! How the table is read: which row names the columns, what each column is, and which shape the plan has.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::table_columns::TableColumns;
use crate::domain::plan::Layout;
use crate::exchange::plan_table::{Column, NoActions, Reading, Table};
use crate::ui::{Choice, Details, Inset, Select};

/// How the table is read.
#[component]
pub(super) fn Columns(reading: RwSignal<Reading>, table: Arc<Table>) -> impl IntoView {
    let table = StoredValue::new(table);
    let has_actions = Memo::new(move |_| reading.with(Reading::has_actions));
    let choose_head = move |head: Option<usize>| reading.set(table.with_value(|table| Reading::with_head(table, head)));
    let choose_column = move |(at, column): (usize, Column)| {
        reading.update(|reading| table.with_value(|table| reading.choose(table, at, column)));
    };
    let choose_layout = move |layout: Option<Layout>| {
        reading.update(|reading| reading.layout = layout.unwrap_or_default());
    };
    let layouts = [
        Choice::new(Layout::Actions, "A list of actions"),
        Choice::new(Layout::Timescales, "Tasks by timescale"),
        Choice::new(Layout::Strategy, "A strategy: priorities, areas of focus, actions and outputs"),
    ];
    let layouts = StoredValue::new(layouts.to_vec());
    let all = move || {
        view! {
            <TableColumns
                table=table.get_value()
                head=Signal::derive(move || reading.with(|reading| reading.head))
                columns=Signal::derive(move || reading.with(|reading| reading.columns.clone()))
                choices=Column::CHOICES.map(|column| Choice::new(column, column.words())).to_vec()
                on_head=choose_head
                on_column=choose_column
            />
            <Select
                id="import-layout"
                label="How is the plan written?"
                choices=layouts.get_value()
                value=Signal::derive(move || Some(reading.with(|reading| reading.layout)))
                on_choose=choose_layout
            />
        }
    };
    view! {
        <h2 class="govuk-heading-m">"How the table is read"</h2>
        // Where nothing can be read yet the columns stand open; otherwise they wait behind a link until somebody doubts them.
        {move || if has_actions.get() {
            view! { <Details summary="Columns and shape, as they were recognised">{all()}</Details> }.into_any()
        } else {
            view! {
                <Inset>{NoActions.to_string()}</Inset>
                {all()}
            }
            .into_any()
        }}
    }
}
