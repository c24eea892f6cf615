//! How the table is read: which row names the columns, what each column is, and which shape the plan has.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::domain::plan::Layout;
use crate::exchange::plan_table::{Column, NoActions, Reading, Table};
use crate::ui::{Choice, Details, Head, Inset, RowHeader, Select, Table as Grid, TableCell, TableRow};

/// How many rows are offered as the one that names the columns.
const OFFERED: usize = 10;

/// How the table is read.
#[component]
pub(super) fn Columns(desk: Desk, table: Arc<Table>) -> impl IntoView {
    let heads = head_choices(&table);
    let table = StoredValue::new(table);
    let has_actions = Memo::new(move |_| desk.reading.with(Reading::has_actions));
    let choose_head =
        move |head: Option<usize>| desk.reading.set(table.with_value(|table| Reading::with_head(table, head)));
    let choose_layout = move |layout: Option<Layout>| {
        desk.reading.update(|reading| reading.layout = layout.unwrap_or_default());
    };
    let layouts = [
        Choice::new(Layout::Actions, "A list of actions"),
        Choice::new(Layout::Timescales, "Tasks by timescale"),
        Choice::new(Layout::Strategy, "A strategy: priorities, areas of focus, actions and outputs"),
    ];
    let layouts = StoredValue::new(layouts.to_vec());
    let heads = StoredValue::new(heads);
    let rows = move || {
        let width = table.with_value(|table| table.width());
        (0..width).map(|at| view! { <ColumnRow desk table at /> }).collect_view()
    };
    let all = move || {
        view! {
            <Select
                id="import-head"
                label="Which row names the columns?"
                blank="None of them"
                choices=heads.get_value()
                value=Signal::derive(move || desk.reading.with(|reading| reading.head))
                on_choose=choose_head
            />
            <Grid
                caption="The columns of the table"
                caption_hidden=true
                dense=true
                head=["Column", "For example", "Read as"].map(Head::text).to_vec()
            >
                {rows}
            </Grid>
            <Select
                id="import-layout"
                label="How is the plan written?"
                choices=layouts.get_value()
                value=Signal::derive(move || Some(desk.reading.with(|reading| reading.layout)))
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

/// One column with what it is read as.
#[component]
fn ColumnRow(desk: Desk, table: StoredValue<Arc<Table>>, at: usize) -> impl IntoView {
    let head = Memo::new(move |_| {
        let head = desk.reading.with(|reading| reading.head);
        let name = table.with_value(|table| head.map(|head| table.text(head, at).to_owned())).unwrap_or_default();
        if name.is_empty() { format!("Column {}", at.saturating_add(1)) } else { name }
    });
    let examples = move || {
        let head = desk.reading.with(|reading| reading.head);
        let examples = table.with_value(|table| table.examples(at, head, 2).join("; "));
        if examples.chars().count() > 90 {
            format!("{}\u{2026}", examples.chars().take(90).collect::<String>().trim_end())
        } else {
            examples
        }
    };
    let column = Memo::new(move |_| desk.reading.with(|reading| reading.columns.get(at).copied().unwrap_or_default()));
    let choices: Vec<Choice<Column>> = Column::CHOICES.map(|column| Choice::new(column, column.words())).to_vec();
    let choices = StoredValue::new(choices);
    let choose = move |chosen: Option<Column>| {
        desk.reading.update(|reading| {
            table.with_value(|table| reading.choose(table, at, chosen.unwrap_or_default()));
        });
    };
    view! {
        <TableRow>
            <RowHeader>{move || head.get()}</RowHeader>
            <TableCell>{examples}</TableCell>
            <TableCell>
                <div class="app-cell-select">
                    {move || view! {
                        <Select
                            id=format!("import-column-{at}")
                            label=format!("Read \u{2018}{}\u{2019} as", head.get())
                            choices=choices.get_value()
                            value=Signal::derive(move || Some(column.get()))
                            on_choose=choose
                        />
                    }}
                </div>
            </TableCell>
        </TableRow>
    }
}

/// The first rows that have something in them, as what could name the columns.
fn head_choices(table: &Table) -> Vec<Choice<usize>> {
    let filled = table.rows().filter(|(_, row)| row.iter().any(|slot| !slot.text.is_empty()));
    let words = |(number, row): (usize, &[crate::exchange::plan_table::Slot])| {
        let texts: Vec<&str> =
            row.iter().map(|slot| slot.text.as_str()).filter(|text| !text.is_empty()).take(5).collect();
        let start: String = texts.join(", ").chars().take(70).collect();
        Choice::new(number, format!("Row {number}: {start}"))
    };
    filled.take(OFFERED).map(words).collect()
}
