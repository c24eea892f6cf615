//! Bringing a table into a register: pasted from a word processor or a spreadsheet, or as a CSV file, and shown before anything
//! is added.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::super::incoming::unread;
use super::rows_of;
use super::said::{plural, register_title, wrong};
use crate::browser::files::read_bytes;
use crate::browser::ids;
use crate::browser::pasted::{pasted_html, tables_in};
use crate::domain::ids::EntryId;
use crate::domain::registers::Register;
use crate::exchange::encoding::decode;
use crate::exchange::grid::{Grid, Table as Pasted, TableError};
use crate::exchange::import::LARGEST_FILE;
use crate::exchange::register_table::{Brought, grid_of, read};
use crate::reports::words;
use crate::route::Page as Place;
use crate::route::registers::Place as Within;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, FileUpload, Head, Live, Page, PageHeading, PageWidth, PasteBox, Table, TableCell, TableRow,
};

/// The page.
#[component]
pub(super) fn BringIn(register: Register) -> impl IntoView {
    let app = App::get();
    let pasted = RwSignal::new(String::new());
    let table = RwSignal::new(None::<Result<Arc<Pasted>, String>>);
    let lay = move |grid: Result<Grid, TableError>| {
        let read = grid.and_then(|grid| Pasted::of(&grid)).map(Arc::new);
        table.set(Some(read.map_err(|error| error.to_string())));
    };
    let brought = Memo::new(move |_| {
        let table = table.get()?.ok()?;
        app.read(|open| read(register, &table, &rows_of(open, register)))
    });
    let paste = move |event: web_sys::Event| {
        let first = tables_in(&pasted_html(&event)).into_iter().next();
        let taken = first.is_some();
        if let Some(grid) = first {
            pasted.set(String::new());
            lay(Ok(grid));
        }
        taken
    };
    let text = move |text: String| {
        if text.trim().is_empty() {
            table.set(None);
        } else if text.contains("<table") {
            lay(tables_in(&text).into_iter().next().ok_or(TableError::NoTable));
        } else {
            lay(grid_of(register, &text));
        }
        pasted.set(text);
    };
    let choose = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            match read_bytes(&file, LARGEST_FILE).await {
                Ok(bytes) => lay(grid_of(register, &decode(&bytes).0)),
                Err(error) => table.set(Some(Err(unread(error).to_string()))),
            }
        });
    };
    let add = move |()| {
        let Some(brought) = brought.get_untracked() else { return };
        let (one, many) = plural(register);
        let count = words::count(brought.entries.len(), one, many);
        let entries = brought.entries.into_iter().map(|entry| (EntryId(ids::new_uuid()), entry)).collect();
        match app.edit(|open| Ok(open.add_entries(entries))) {
            Ok(edit) => {
                let notice = Notice::done(format!("{count} added to the register."), &edit);
                app.go_with(Place::Registers(Within::One(register)), notice);
            }
            Err(_) => app.say(Notice::said("The area is no longer here. Nothing was added.")),
        }
    };
    let back = app.href(Place::Registers(Within::One(register)));
    let back_text = format!("Back to {}", register_title(register).to_lowercase());
    let columns = register.columns().join(", ");
    view! {
        <Page width=PageWidth::Standard before=move || view! { <BackLink href=back.clone() text=back_text.clone() /> }>
            <PageHeading caption=register_title(register)>"Bring in a table"</PageHeading>
            <p class="govuk-body">
                {format!("The columns are {columns}. Other heads that mean the same are understood, and a table without heads is read in this order. You see what it brings before anything is added.")}
            </p>
            <PasteBox
                id="pasted-register"
                label="Paste a table from Word or Excel"
                error=Signal::derive(move || table.with(|table| table.as_ref()?.as_ref().err().cloned()))
                value=pasted
                on_paste=paste
                on_text=text
            />
            <FileUpload
                id="register-file"
                label="Or choose a CSV file"
                accept=".csv,.txt,text/csv"
                on_files=choose
            />
            <Live text=Signal::derive(move || brought.with(|brought| brought.as_ref().map(|brought| said(brought, register)).unwrap_or_default())) visible=true />
            {move || brought.get().map(|brought| preview(brought, register))}
            <Show when=move || brought.with(|brought| brought.as_ref().is_some_and(|brought| !brought.entries.is_empty()))>
                <Button on_press=add>"Add to the register"</Button>
            </Show>
        </Page>
    }
}

/// What a table brings, in a sentence or more.
fn said(brought: &Brought, register: Register) -> String {
    let (one, many) = plural(register);
    let mut said =
        format!("{} read from the table. Nothing is added yet.", words::count(brought.entries.len(), one, many));
    if brought.known > 0 {
        said.push_str(&format!(" {} here already and left out.", words::count(brought.known, "row is", "rows are")));
    }
    if !brought.left_out.is_empty() {
        let heads: Vec<String> = brought.left_out.iter().map(|head| format!("\u{201c}{head}\u{201d}")).collect();
        said.push_str(&format!(" The register has no place for {}: that is left out.", words::list(&heads)));
    }
    said
}

fn preview(brought: Brought, register: Register) -> AnyView {
    let refused = brought.refused.into_iter().flat_map(|(row, all)| {
        all.into_iter().map(move |one| {
            let column = register.columns().get(one.column).copied().unwrap_or_default();
            format!("Row {row}, {column}: left out. {}.", wrong(register, one))
        })
    });
    let refused: Vec<_> = refused.map(|line| view! { <li>{line}</li> }).collect();
    let has_refused = !refused.is_empty();
    let rows: Vec<_> = brought
        .entries
        .iter()
        .map(|entry| {
            let cells = entry.cells().into_iter();
            let cells = cells.map(|cell| view! { <TableCell><span class="app-as-written">{cell}</span></TableCell> });
            view! { <TableRow>{cells.collect_view()}</TableRow> }
        })
        .collect();
    let has_rows = !rows.is_empty();
    view! {
        {has_refused.then(|| view! {
            <h2 class="govuk-heading-s">"What can\u{2019}t be added"</h2>
            <ul class="govuk-list govuk-list--bullet">{refused}</ul>
        })}
        {has_rows.then(|| {
            let head = register.columns().iter().map(|column| Head::text(*column)).collect();
            view! { <Table caption="What would be added" head dense=true>{rows}</Table> }
        })}
    }
    .into_any()
}
