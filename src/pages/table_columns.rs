//! How a table that was pasted or chosen is read: which of its rows names the columns, and what each column is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::grid::{Slot, Table};
use crate::ui::{Choice, Head, RowHeader, Select, Table as Grid, TableCell, TableRow};

/// How many rows are offered as the one that names the columns.
const OFFERED: usize = 10;

/// How many characters of what stands in a column are shown.
const SHOWN: usize = 90;

/// The row of heads, and beneath it the columns with what each is read as.
#[component]
pub(super) fn TableColumns<C>(
    /// The table.
    table: Arc<Table>,
    /// The row that names the columns.
    head: Signal<Option<usize>>,
    /// What each column is.
    columns: Signal<Vec<C>>,
    /// What a column can be.
    choices: Vec<Choice<C>>,
    /// Called with another row that names the columns.
    #[prop(into)]
    on_head: Callback<Option<usize>>,
    /// Called with a column and what it is from here on.
    #[prop(into)]
    on_column: Callback<(usize, C)>,
) -> impl IntoView
where
    C: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let heads = head_choices(&table);
    let width = table.width();
    let table = StoredValue::new(table);
    let row = move |at: usize| {
        let choices = StoredValue::new(choices.clone());
        let name = Memo::new(move |_| {
            let name = table.with_value(|table| head.get().map(|head| table.text(head, at).to_owned()));
            name.filter(|name| !name.is_empty()).unwrap_or_else(|| format!("Column {}", at.saturating_add(1)))
        });
        let examples = move || {
            let examples = table.with_value(|table| table.examples(at, head.get(), 2).join("; "));
            if examples.chars().count() > SHOWN {
                format!("{}\u{2026}", examples.chars().take(SHOWN).collect::<String>().trim_end())
            } else {
                examples
            }
        };
        let column = Memo::new(move |_| columns.with(|columns| columns.get(at).cloned().unwrap_or_default()));
        let choose = move |chosen: Option<C>| on_column.run((at, chosen.unwrap_or_default()));
        view! {
            <TableRow>
                <RowHeader>{move || name.get()}</RowHeader>
                <TableCell>{examples}</TableCell>
                <TableCell>
                    <div class="app-cell-select">
                        {move || view! {
                            <Select
                                id=format!("import-column-{at}")
                                label=format!("Read \u{2018}{}\u{2019} as", name.get())
                                choices=choices.get_value()
                                value=Signal::derive(move || Some(column.get()))
                                on_choose=choose
                            />
                        }}
                    </div>
                </TableCell>
            </TableRow>
        }
    };
    view! {
        <Select
            id="import-head"
            label="Which row names the columns?"
            blank="None of them"
            choices=heads
            value=head
            on_choose=on_head
        />
        <Grid
            caption="The columns of the table"
            caption_hidden=true
            dense=true
            head=["Column", "For example", "Read as"].map(Head::text).to_vec()
        >
            {(0..width).map(row).collect_view()}
        </Grid>
    }
}

/// The first rows that have something in them, as what could name the columns.
fn head_choices(table: &Table) -> Vec<Choice<usize>> {
    let filled = table.rows().filter(|(_, row)| row.iter().any(|slot| !slot.text.is_empty()));
    let words = |(number, row): (usize, &[Slot])| {
        let texts: Vec<&str> =
            row.iter().map(|slot| slot.text.as_str()).filter(|text| !text.is_empty()).take(5).collect();
        let start: String = texts.join(", ").chars().take(70).collect();
        Choice::new(number, format!("Row {number}: {start}"))
    };
    filled.take(OFFERED).map(words).collect()
}
