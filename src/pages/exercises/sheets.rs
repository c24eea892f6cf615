//! The sheets of an exercise: whose each is, how many placements stand on it, and the way to change or remove it.

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::exercise::Made;
use crate::domain::ids::{ExerciseId, SheetId};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Head, RowHeader, Table, TableCell, TableRow};

/// A sheet in a list.
#[derive(Clone, PartialEq)]
struct Line {
    id: SheetId,
    table: String,
    made: Made,
    placed: usize,
    changed: String,
}

/// The sheets.
#[component]
pub(super) fn Sheets(id: ExerciseId) -> impl IntoView {
    let app = App::get();
    let lines = Memo::new(move |_| app.read(|open| lines(open, id)).unwrap_or_default());
    let row = move |line: Line| {
        let Line { id, table, made, placed, changed } = line;
        let table = if table.is_empty() { "A table without a name".to_owned() } else { table };
        let which = format!(" {table}");
        let name = table.clone();
        view! {
            <TableRow>
                <RowHeader>{table}</RowHeader>
                <TableCell>{match made { Made::Sorted => "Sorted on a screen", Made::Typed => "Typed in from paper" }}</TableCell>
                <TableCell numeric=true>{placed}</TableCell>
                <TableCell>{changed}</TableCell>
                <TableCell>
                    <a class="govuk-link" href=app.href(Target::Exercises(Place::Sheet(id)))>
                        "Change"
                        <span class="govuk-visually-hidden">{which.clone()}</span>
                    </a>
                    " "
                    <Button kind=ButtonKind::Link on_press=move |()| remove(app, id, &name)>
                        "Remove"
                        <span class="govuk-visually-hidden">{which}</span>
                    </Button>
                </TableCell>
            </TableRow>
        }
    };
    let head = || {
        vec![
            Head::text("Table"),
            Head::text("How"),
            Head::number("Placements"),
            Head::text("Last changed"),
            Head::text("Change or remove"),
        ]
    };
    view! {
        <h2 class="govuk-heading-m">"Sheets"</h2>
        <Show
            when=move || lines.with(|lines| !lines.is_empty())
            fallback=|| view! { <p class="govuk-body">"None yet."</p> }
        >
            <Table caption="Sheets of the tables" caption_hidden=true head=head()>
                {move || lines.get().into_iter().map(row).collect_view()}
            </Table>
        </Show>
    }
}

fn lines(open: &Workspace, id: ExerciseId) -> Vec<Line> {
    let line = |(id, sheet): (SheetId, &crate::domain::exercise::TableSheet)| Line {
        id,
        table: sheet.table.clone(),
        made: sheet.made,
        placed: sheet.written().count(),
        changed: words::moment(clock::local(sheet.changed)),
    };
    open.sheets(id).into_iter().map(line).collect()
}

fn remove(app: App, id: SheetId, table: &str) {
    match app.edit(|open| open.delete_sheet(id)) {
        Ok(edit) => app.say(Notice::done(format!("The sheet of {table} was removed."), &edit)),
        Err(_) => app.say(Notice::said("This sheet is no longer here. Nothing was changed.")),
    }
}
