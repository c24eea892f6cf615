//! Bringing in a table from another survey tool: pasted or as a CSV file, shown column by column before anything is taken.

mod columns;
mod meanings;
mod preview;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use self::columns::Columns;
use self::meanings::Meanings;
use self::preview::Preview;
use super::incoming::unread;
use super::into_round::IntoRound;
use super::round_choice::RoundChoice;
use crate::browser::files::read_bytes;
use crate::domain::ids::RoundId;
use crate::domain::survey::Survey;
use crate::exchange::encoding::decode;
use crate::exchange::import::LARGEST_FILE;
use crate::exchange::returned_table::{Mapping, Table, suggest};
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{Button, ButtonKind, FileUpload, Form, Inset, Textarea, focus_field};

/// What stands in the place where the table is, once there is one.
const READ: &str = "table-read";

/// What stands in place of the name of a file where there was none.
const PASTED: &str = "A pasted table";

/// The table on the page, and how it is read.
#[derive(Clone, Copy)]
struct Desk {
    table: RwSignal<Option<Arc<Table>>>,
    mapping: RwSignal<Mapping>,
    /// Whether the mapping was remembered from an earlier table.
    remembered: RwSignal<bool>,
    error: RwSignal<Option<String>>,
    /// The name of the file that it stood in.
    file: RwSignal<String>,
}

impl Desk {
    /// Lays a text on the desk: read as it was the last time, or as it is likely to be meant.
    fn lay(self, app: App, survey: &Survey, file: String, text: &str) {
        self.file.set(file);
        match Table::read(text) {
            Ok(table) => {
                let known = app.read_now(|open| open.table_mapping(&table.heads).cloned()).flatten();
                self.remembered.set(known.is_some());
                self.mapping.set(known.unwrap_or_else(|| suggest(&table, survey)));
                self.error.set(None);
                self.table.set(Some(table.into()));
                set_timeout(|| focus_field(READ), std::time::Duration::ZERO);
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    fn refuse(self, words: String) {
        self.table.set(None);
        self.error.set(Some(words));
    }
}

/// The page, which begins with a given round.
#[component]
pub fn BringInTable(
    /// The round to begin with; `None` for the latest.
    round: Option<RoundId>,
) -> impl IntoView {
    let choice = RoundChoice::beginning_with(App::get(), round);
    let draw = |(round, survey)| view! { <OfRound round survey /> }.into_any();
    view! {
        <IntoRound
            choice
            heading="Bring in a table"
            closed="This round is closed, so nothing can be taken into it."
            none="Responses belong to a round, and no round has been opened yet."
            place=Place::BringInTable
            draw=Callback::new(draw)
        />
    }
}

#[component]
fn OfRound(round: RoundId, survey: Arc<Survey>) -> impl IntoView {
    let app = App::get();
    let desk = Desk {
        table: RwSignal::new(None),
        mapping: RwSignal::new(Mapping::default()),
        remembered: RwSignal::new(false),
        error: RwSignal::new(None),
        file: RwSignal::new(String::new()),
    };
    let asked = StoredValue::new(survey);
    let pasted = RwSignal::new(String::new());
    let read = move |()| asked.with_value(|survey| desk.lay(app, survey, PASTED.to_owned(), &pasted.get_untracked()));
    let choose = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            match read_bytes(&file, LARGEST_FILE).await {
                Ok(bytes) => asked.with_value(|survey| desk.lay(app, survey, file.name(), &decode(&bytes).0)),
                Err(error) => desk.refuse(unread(error).to_string()),
            }
        });
    };
    let again = move |()| {
        desk.table.set(None);
        pasted.set(String::new());
        set_timeout(|| focus_field("pasted"), std::time::Duration::ZERO);
    };
    let on_desk = Memo::new(move |_| desk.table.with(Option::is_some));
    view! {
        <Show
            when=move || on_desk.get()
            fallback=move || view! {
                <div class="govuk-grid-row">
                    <div class="govuk-grid-column-two-thirds">
                        <p class="govuk-body">
                            "Responses that were gathered in another survey tool, or typed into a spreadsheet, come in as a table: one row a person, and a first row that names the columns. You see how it is read, and what is wrong with it, before anything is taken in."
                        </p>
                        <Form on_submit=read>
                            <Textarea
                                id="pasted"
                                label="Paste a table"
                                hint="Copy the cells in the spreadsheet, the row of names included, and paste them here."
                                rows=8
                                value=pasted
                                error=desk.error
                                on_change=move |text: String| pasted.set(text)
                            />
                            <Button submit=true kind=ButtonKind::Secondary>"Read this table"</Button>
                        </Form>
                        <FileUpload
                            id="csv"
                            label="Choose a CSV file"
                            hint="Commas, semicolons or tabs, as your tool or spreadsheet writes it."
                            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                            on_files=choose
                        />
                    </div>
                </div>
            }
        >
            <div id=READ tabindex="-1">
                <p class="govuk-body-l">{move || desk.table.with(|table| table.as_ref().map(|table| size(table)))}</p>
                <Show when=move || desk.remembered.get()>
                    <Inset>"A table with these columns was taken in before on this device. It is read in the same way."</Inset>
                </Show>
            </div>
            {move || desk.table.get().map(|table| {
                let survey = asked.get_value();
                view! {
                    <Columns desk table=table.clone() survey=survey.clone() />
                    <Meanings desk table=table.clone() survey=survey.clone() round />
                    <Preview desk table survey round />
                }
            })}
            <Button kind=ButtonKind::Secondary on_press=again>"Put this table aside and start again"</Button>
        </Show>
    }
}

fn size(table: &Table) -> String {
    let (rows, columns) = (table.rows.len(), table.heads.len());
    let parted = match table.separator {
        '\t' => "tabs",
        ';' => "semicolons",
        _ => "commas",
    };
    format!(
        "{} in {}, parted by {parted}.",
        crate::reports::words::count(rows, "row", "rows"),
        crate::reports::words::count(columns, "column", "columns")
    )
}
