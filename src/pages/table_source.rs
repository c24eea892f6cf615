//! Where a table comes from: pasted from a word processor or a spreadsheet, or chosen as a CSV file, and which of several is read.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::incoming::unread;
use crate::browser::files::read_bytes;
use crate::browser::pasted::{pasted_html, tables_in};
use crate::exchange::encoding::decode;
use crate::exchange::grid::{Grid, Several, Table, TableError};
use crate::exchange::import::LARGEST_FILE;
use crate::ui::{Choice, FileUpload, PasteBox, Radios};

/// The tables that were pasted or chosen.
#[derive(Clone, Copy)]
pub(super) struct TableSource {
    several: RwSignal<Option<Arc<Several>>>,
    /// Which of them is read; `None` for all as one.
    which: RwSignal<Option<usize>>,
    /// Why nothing could be read.
    error: RwSignal<Option<String>>,
    kind: StoredValue<TableKind>,
    /// Called with the table that is to be read, whenever it is another.
    on_table: Callback<Table>,
}

/// What the tables are of.
#[derive(Clone, Copy)]
pub(super) struct TableKind {
    /// Reads pasted text or the text of a file.
    pub(super) grid_of_text: fn(&str) -> Result<Grid, TableError>,
    /// Whether several tables have the same columns.
    pub(super) are_alike: fn(&Several) -> bool,
    /// What is offered where they have.
    pub(super) all_as_one: &'static str,
}

impl TableSource {
    /// No table yet.
    pub(super) fn new(kind: TableKind, on_table: impl Fn(Table) + Send + Sync + 'static) -> Self {
        Self {
            several: RwSignal::new(None),
            which: RwSignal::new(None),
            error: RwSignal::new(None),
            kind: StoredValue::new(kind),
            on_table: Callback::new(on_table),
        }
    }

    /// The table that is read.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) fn table(self) -> Result<Table, TableError> {
        self.several.with(|several| {
            let Some(several) = several else { return Err(TableError::Empty) };
            match self.which.get() {
                Some(at) => several.tables.get(at).ok_or(TableError::Empty).and_then(Table::of),
                None => Table::of(&several.as_one()),
            }
        })
    }

    /// Whether there is any table.
    pub(super) fn is_there(self) -> bool {
        self.several.with(Option::is_some)
    }

    fn kind(self) -> TableKind {
        self.kind.get_value()
    }

    /// Lays tables out to be read.
    fn lay(self, grids: Result<Vec<Grid>, TableError>) {
        match grids.and_then(Several::of) {
            Ok(several) => {
                let all = several.tables.len() > 1 && (self.kind().are_alike)(&several);
                self.which.set((!all).then_some(0));
                self.several.set(Some(several.into()));
                self.error.set(None);
                self.tell();
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    /// Says which table is read now.
    fn tell(self) {
        match untrack(move || self.table()) {
            Ok(table) => self.on_table.run(table),
            Err(error) => self.refuse(error.to_string()),
        }
    }

    fn refuse(self, error: String) {
        self.several.set(None);
        self.error.set(Some(error));
    }
}

/// The box to paste into and the control to choose a file with.
#[component]
pub(super) fn TableFields(
    source: TableSource,
    /// The id of the box.
    id: &'static str,
    /// Called with the name of a chosen file, without its ending.
    #[prop(optional, into)]
    on_file: Option<Callback<String>>,
) -> impl IntoView {
    let pasted = RwSignal::new(String::new());
    let paste = move |event: web_sys::Event| {
        let tables = tables_in(&pasted_html(&event));
        let taken = !tables.is_empty();
        if taken {
            pasted.set(String::new());
            source.lay(Ok(tables));
        }
        taken
    };
    let text = move |text: String| {
        if text.trim().is_empty() {
            source.several.set(None);
            source.error.set(None);
        } else if text.trim_start().starts_with('<') || text.contains("<table") {
            source.lay(Ok(tables_in(&text)));
        } else {
            source.lay((source.kind().grid_of_text)(&text).map(|grid| vec![grid]));
        }
        pasted.set(text);
    };
    let choose = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            match read_bytes(&file, LARGEST_FILE).await {
                Ok(bytes) => {
                    let name = file.name();
                    let name = name.rsplit_once('.').map_or(name.as_str(), |(name, _)| name);
                    if let Some(on_file) = on_file {
                        on_file.run(name.to_owned());
                    }
                    source.lay((source.kind().grid_of_text)(&decode(&bytes).0).map(|grid| vec![grid]));
                }
                Err(error) => source.refuse(unread(error).to_string()),
            }
        });
    };
    view! {
        <PasteBox
            id
            label="Paste a table from Word or Excel"
            hint="Select the table there, copy it, and paste it here. Google Sheets and LibreOffice do as well."
            error=source.error
            value=pasted
            on_paste=paste
            on_text=text
        />
        <FileUpload
            id=format!("{id}-csv")
            label="Choose a CSV file"
            hint="Commas, semicolons or tabs, as your spreadsheet writes it."
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            on_files=choose
        />
    }
}

/// The question which of several tables is read, where there are several.
#[component]
pub(super) fn WhichTable(source: TableSource) -> impl IntoView {
    let ask = move || {
        let several = source.several.get()?;
        if several.tables.len() < 2 && several.pictures == 0 {
            return None;
        }
        let mut choices: Vec<Choice<Option<usize>>> = several
            .tables
            .iter()
            .enumerate()
            .map(|(at, grid)| {
                Choice::new(Some(at), format!("Table {}: {}", at.saturating_add(1), Several::describe(grid)))
            })
            .collect();
        if several.tables.len() > 1 && (source.kind().are_alike)(&several) {
            choices.insert(0, Choice::new(None, source.kind().all_as_one));
        }
        let choose = move |which: Option<usize>| {
            source.which.set(which);
            source.tell();
        };
        Some(view! {
            <Radios
                id="which-table"
                legend=several.to_string()
                hint="Choose which one to read now. The others can be pasted again afterwards."
                choices
                value=Signal::derive(move || Some(source.which.get()))
                on_choose=choose
            />
        })
    };
    view! { {ask} }
}
