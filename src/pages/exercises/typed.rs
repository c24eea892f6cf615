//! The grid in which a sheet is typed, cell by cell.

use leptos::prelude::*;

use crate::domain::exercise::{Cell, Exercise, Made, Reading, TableSheet};
use crate::domain::ids::{ExerciseId, SheetId};
use crate::domain::workspace::EditError;
use crate::state::{App, Notice};
use crate::ui::{BoxGrid, GridBox, GridBoxHead, Input, InputWidth};

/// The grid of a sheet, which begins with the first cell that is typed.
#[component]
pub(super) fn TypedGrid(id: ExerciseId, begun: StoredValue<Exercise>, sheet: SheetId) -> impl IntoView {
    let app = App::get();
    let (columns, groups) = begun.with_value(|begun| (begun.sort.columns.clone(), begun.sort.groups.clone()));
    let usual =
        app.read_now(|open| usual_name(open.sheets(id).into_iter().map(|(_, sheet)| sheet))).unwrap_or_default();
    let usual = StoredValue::new(usual);
    let fresh = move || {
        let blank = TableSheet::blank(id, Made::Typed, app.now());
        TableSheet { table: usual.get_value(), ..blank }
    };
    let name = Memo::new(move |_| {
        let here = app.read(|open| open.sheet(sheet).map(|sheet| sheet.table.clone())).flatten();
        here.unwrap_or_else(|| usual.get_value())
    });
    let rename = move |words: String| {
        let words = words.trim().to_owned();
        let now = app.now();
        match app.read_now(|open| open.sheet(sheet).is_some()) {
            Some(true) => said(app, app.edit(|open| open.name_table(sheet, &words, now))),
            _ => usual.set_value(words),
        }
    };
    let boxed = move |cell: Cell, label: String| {
        let field = format!("cell-{}-{}", cell.group, cell.column);
        let of = StoredValue::new(cell);
        let value = Memo::new(move |_| {
            let text = |open: &crate::domain::workspace::Workspace| {
                of.with_value(|cell| open.sheet(sheet).map(|sheet| sheet.cell_text(cell)))
            };
            app.read(text).flatten().unwrap_or_default()
        });
        let note = Memo::new(move |_| {
            let exercise = app.read(|open| open.exercise(id).cloned()).flatten();
            exercise.map(|exercise| odd(&exercise, &value.get())).unwrap_or_default()
        });
        let change = move |text: String| {
            let (cell, fresh) = (of.get_value(), fresh());
            let made =
                begun.with_value(|begun| app.edit(|open| open.type_cell((id, begun), (sheet, fresh), cell, &text)));
            said(app, made);
        };
        view! { <GridBox id=field label value note on_change=change /> }
    };
    let heads = groups.iter().map(|group| group.name.clone()).collect();
    let rows = columns.into_iter().map(move |column| {
        let boxes = groups.iter().map(|group| {
            let cell = Cell { group: group.id.clone(), column: column.id.clone() };
            let label = [group.name.as_str(), column.name.as_str()];
            let label: Vec<&str> = label.into_iter().filter(|name| !name.is_empty()).collect();
            boxed(cell, label.join(", "))
        });
        let boxes = boxes.collect_view();
        view! { <GridBoxHead name=column.name.clone() />{boxes} }
    });
    let rows = rows.collect_view();
    view! {
        <Input id="grid-table" label="Name of the table or grid" width=InputWidth::Chars20 value=name on_change=rename />
        <BoxGrid columns=heads>{rows}</BoxGrid>
    }
}

/// What a grid is called before somebody gives it a name.
fn usual_name<'a>(sheets: impl Iterator<Item = &'a TableSheet>) -> String {
    match sheets.filter(|sheet| sheet.made == Made::Typed).count() {
        0 => "Paper grid".to_owned(),
        there => format!("Paper grid {}", there.saturating_add(1)),
    }
}

/// What in a cell is not in the key.
fn odd(exercise: &Exercise, text: &str) -> String {
    let is_odd = |written: &&str| matches!(exercise.read(written), Reading::Like(_) | Reading::Unknown);
    let odd: Vec<String> = text
        .split(' ')
        .filter(|one| !one.is_empty())
        .filter(is_odd)
        .map(|one| format!("\u{201c}{one}\u{201d}"))
        .collect();
    if odd.is_empty() { String::new() } else { format!("Not in the key: {}", odd.join(", ")) }
}

fn said<T>(app: App, made: Result<T, EditError>) {
    if made.is_err() {
        app.say(Notice::said("This could not be saved, because the sheet is no longer here. Nothing was changed."));
    }
}
