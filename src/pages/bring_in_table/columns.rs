//! What each column of the table is: recognised or chosen, those that are left out first.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::domain::survey::Survey;
use crate::exchange::returned_table::{Column, Table};
use crate::reports::words;
use crate::ui::{Button, ButtonKind, Choice, Details, Head, RowHeader, Select, Table as Grid, TableCell, TableRow};

/// The columns of the table, each with what it is read as.
#[component]
pub(super) fn Columns(desk: Desk, table: Arc<Table>, survey: Arc<Survey>) -> impl IntoView {
    // Which stand under which heading is settled once, so that no row moves while a person works down the list.
    let columns = desk.mapping.with_untracked(|mapping| mapping.columns.clone());
    let places = 0..table.heads.len();
    let (left_out, read): (Vec<usize>, Vec<usize>) =
        places.partition(|place| columns.get(*place).is_none_or(|column| *column == Column::LeftOut));
    let (names, choices) = (Arc::new(labels(&survey)), Arc::new(choices(&survey)));
    let rows = move |places: &[usize], open: bool| {
        let rows = places.iter().map(|place| row(desk, &table, *place, open, &names, &choices));
        rows.collect_view()
    };
    let said = words::count(read.len(), "column was recognised", "columns were recognised");
    let read = rows(&read, false);
    let left_out = (!left_out.is_empty()).then(|| {
        let rows = rows(&left_out, true);
        view! {
            <p class="govuk-body">
                "Not recognised, and left out unless you say what they are. Names, addresses and reply times are best left out."
            </p>
            {grid("Columns that are not recognised", rows.into_any())}
        }
    });
    view! {
        <h2 class="govuk-heading-m">"Columns"</h2>
        <Details summary=said>{grid("Columns that were recognised", read.into_any())}</Details>
        {left_out}
    }
}

fn grid(caption: &'static str, rows: AnyView) -> AnyView {
    let head = vec![Head::text("Column"), Head::text("For example"), Head::text("Read as")];
    view! { <Grid caption caption_hidden=true dense=true head>{rows}</Grid> }.into_any()
}

/// One column; the list to choose from is drawn once it is asked for, because there may be a hundred of them.
fn row(
    desk: Desk,
    table: &Table,
    place: usize,
    open: bool,
    names: &Arc<Vec<(Column, String)>>,
    choices: &Arc<Vec<Choice<Column>>>,
) -> AnyView {
    let head = table.heads.get(place).cloned().unwrap_or_default();
    let head = if head.is_empty() { format!("Column {} without a name", place.saturating_add(1)) } else { head };
    let examples = table.examples(place, 3).join(", ");
    let examples: String = examples.chars().take(80).collect();
    let changing = RwSignal::new(open);
    let column =
        Memo::new(move |_| desk.mapping.with(|mapping| mapping.columns.get(place).cloned().unwrap_or_default()));
    let (names, choices, named) = (names.clone(), choices.clone(), head.clone());
    let choose = move |chosen: Option<Column>| {
        desk.mapping.update(|mapping| {
            if let Some(slot) = mapping.columns.get_mut(place) {
                *slot = chosen.unwrap_or_default();
            }
        });
    };
    let read_as = move || {
        if changing.get() {
            view! {
                <div class="app-cell-select">
                    <Select
                        id=format!("column-{place}")
                        label=format!("Read \u{2018}{named}\u{2019} as")
                        blank="Leave it out"
                        choices=choices.to_vec()
                        value=Signal::derive(move || Some(column.get()).filter(|column| *column != Column::LeftOut))
                        on_choose=choose
                    />
                </div>
            }
            .into_any()
        } else {
            let is = column.get();
            let which = format!(" how {named} is read");
            let name = names.iter().find(|(other, _)| *other == is).map_or("Left out", |(_, name)| name).to_owned();
            view! {
                {name}
                " "
                <Button kind=ButtonKind::Link on_press=move |()| changing.set(true)>
                    "Change"
                    <span class="govuk-visually-hidden">{which}</span>
                </Button>
            }
            .into_any()
        }
    };
    view! {
        <TableRow>
            <RowHeader>{head}</RowHeader>
            <TableCell>{examples}</TableCell>
            <TableCell>{read_as}</TableCell>
        </TableRow>
    }
    .into_any()
}

fn choices(survey: &Survey) -> Vec<Choice<Column>> {
    labels(survey).into_iter().map(|(column, name)| Choice::new(column, name)).collect()
}

/// What a column can be, in words.
fn labels(survey: &Survey) -> Vec<(Column, String)> {
    let about = [
        (Column::Sector, "Sector"),
        (Column::StaffGroup, "Staff group"),
        (Column::Organisation, "Organisation"),
        (Column::Finished, "Day it was finished"),
    ];
    let about = about.into_iter().map(|(column, name)| (column, name.to_owned()));
    let statements = || survey.questionnaire.statements.iter().zip(1_usize..);
    let asked = statements()
        .map(|(statement, number)| (Column::Statement(statement.id.clone()), format!("{number}. {}", statement.label)));
    let comments = statements().map(|(statement, number)| {
        (Column::Comment(statement.id.clone()), format!("Comment on {number}. {}", statement.label))
    });
    about.chain(asked).chain(comments).collect()
}
