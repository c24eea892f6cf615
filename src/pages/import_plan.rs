//! Importing a plan: a table pasted from a word processor or a spreadsheet, or a CSV file, shown as it is read before anything
//! is added.

mod columns;
mod notes;
mod preview;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use self::columns::Columns;
use self::notes::Notes;
use self::preview::Preview;
use super::incoming::unread;
use crate::browser::files::read_bytes;
use crate::browser::ids;
use crate::browser::pasted::{pasted_html, tables_in};
use crate::domain::ids::{PlanId, RecordId};
use crate::domain::plan::Plan;
use crate::domain::workspace::Edit;
use crate::exchange::encoding::decode;
use crate::exchange::import::LARGEST_FILE;
use crate::exchange::plan_table::{Brought, Found, Grid, Reading, Several, Table, TableError, What, read};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, Choice, ErrorSummary, FieldError, FileUpload, Form, Input, Live, Page, PageHeading, PageWidth,
    PasteBox, Radios, Select, focus_heading,
};

const BOX: &str = "pasted-plan";
const TITLE: &str = "imported-title";

/// What is on the page.
#[derive(Clone, Copy)]
struct Desk {
    /// The tables that were pasted or chosen.
    several: RwSignal<Option<Arc<Several>>>,
    /// Which of them is read; `None` for all as one.
    which: RwSignal<Option<usize>>,
    /// How it is read.
    reading: RwSignal<Reading>,
    /// Why nothing could be read.
    error: RwSignal<Option<String>>,
}

impl Desk {
    /// Lays tables on the desk, read as they are likely to be meant.
    fn lay(self, grids: Result<Vec<Grid>, TableError>) {
        match grids.and_then(Several::of) {
            Ok(several) => {
                let all = several.tables.len() > 1 && several.are_alike();
                self.which.set((!all).then_some(0));
                self.several.set(Some(several.into()));
                self.error.set(None);
                match self.table() {
                    Ok(table) => self.reading.set(Reading::propose(&table)),
                    Err(error) => self.refuse(&error),
                }
            }
            Err(error) => self.refuse(&error),
        }
    }

    fn refuse(self, error: &TableError) {
        self.several.set(None);
        self.error.set(Some(error.to_string()));
    }

    /// The table that is read.
    fn table(self) -> Result<Table, TableError> {
        self.several.with(|several| {
            let Some(several) = several else { return Err(TableError::Empty) };
            match self.which.get() {
                Some(at) => several.tables.get(at).ok_or(TableError::Empty).and_then(Table::of),
                None => Table::of(&several.as_one()),
            }
        })
    }
}

/// The page.
#[component]
pub fn ImportPlan(
    /// The plan to add to; `None` to begin with a new one.
    plan: Option<PlanId>,
) -> impl IntoView {
    let app = App::get();
    let plans =
        app.read_now(|open| open.plans().into_iter().map(|(id, plan)| (id, plan.title.clone())).collect::<Vec<_>>());
    let plans = plans.unwrap_or_default();
    let into = RwSignal::new(plan.filter(|plan| plans.iter().any(|(id, _)| id == plan)));
    let title = RwSignal::new("Imported plan".to_owned());
    let pasted = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let desk = Desk {
        several: RwSignal::new(None),
        which: RwSignal::new(None),
        reading: RwSignal::new(Reading::default()),
        error: RwSignal::new(None),
    };
    let table = Memo::new(move |_| desk.table().ok().map(Arc::new));
    let found = Memo::new(move |_| {
        table.with(|table| desk.reading.with(|reading| read(table.as_ref()?, reading).ok().map(Arc::new)))
    });
    let paste = move |event: web_sys::Event| {
        let tables = tables_in(&pasted_html(&event));
        let taken = !tables.is_empty();
        if taken {
            pasted.set(String::new());
            desk.lay(Ok(tables));
        }
        taken
    };
    let text = move |text: String| {
        let grids = if text.trim_start().starts_with('<') || text.contains("<table") {
            Ok(tables_in(&text))
        } else {
            Grid::from_text(&text).map(|grid| vec![grid])
        };
        if text.trim().is_empty() {
            desk.several.set(None);
            desk.error.set(None);
        } else {
            desk.lay(grids);
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
                    title.set(name.to_owned());
                    desk.lay(Grid::from_text(&decode(&bytes).0).map(|grid| vec![grid]));
                }
                Err(error) => {
                    desk.several.set(None);
                    desk.error.set(Some(unread(error).to_string()));
                }
            }
        });
    };
    let add = move |()| {
        let Some(found) = found.get_untracked() else { return };
        let name = title.get_untracked().trim().to_owned();
        if into.get_untracked().is_none() && name.is_empty() {
            errors.set(vec![FieldError::new(TITLE, "Enter the title of the new plan")]);
            focus_heading();
            return;
        }
        let id = into.get_untracked().unwrap_or_else(|| PlanId(ids::new_uuid()));
        match app.edit(|open| {
            let mut edit = Edit::named("Take in a table");
            let is_new = open.plan(id).is_none();
            let is_empty = open.plan_on(id, app.today()).items.is_empty();
            if is_new || is_empty {
                let plan = open.plan(id).cloned().unwrap_or_else(|| Plan::titled(name));
                edit = edit.then(open.set_plan(id, Plan { layout: found.layout, ..plan }));
            }
            let brought = Brought::of(&found, open, id, app.today(), app.now(), || RecordId(ids::new_uuid()));
            Ok(edit.then(open.add_items(brought.items, brought.reported, app.today())?))
        }) {
            Ok(edit) => {
                let said = format!("{} added to the plan.", rows_were(found.items.len()));
                app.go_with(Place::Plan(id), Notice::done(said, &edit));
            }
            Err(_) => errors.set(vec![FieldError::new(
                BOX,
                "This could not be added, because the plan is no longer here. Choose another plan to add it to",
            )]),
        }
    };
    let is_read = Memo::new(move |_| desk.several.with(Option::is_some));
    let back = match plan {
        Some(plan) => (Place::Plan(plan), "Back to the plan"),
        None => (Place::Plans, "Back to plans"),
    };
    let back_href = app.href(back.0);
    let has_plans = !plans.is_empty();
    let choices: Vec<Choice<PlanId>> = plans.into_iter().map(|(id, title)| Choice::new(id, title)).collect();
    let said = move || {
        found.with(|found| {
            let Some(found) = found else { return String::new() };
            format!("{} read from the table. Nothing is added yet.", rows_were(found.items.len()))
        })
    };
    view! {
        <Page width=PageWidth::Full before=move || view! { <BackLink href=back_href.clone() text=back.1 /> }>
            <PageHeading>"Import a plan"</PageHeading>
            <ErrorSummary errors />
            <div class="app-import">
                <p class="govuk-body">
                    "A plan that you have as a table comes in as it is written: a list of actions, tasks by date, or a strategy with priorities, areas of focus, actions and outputs. You see how it is read before anything is added."
                </p>
                {has_plans.then(|| view! {
                    <Select
                        id="import-into"
                        label="Which plan does it belong to?"
                        blank="A new plan"
                        choices
                        value=into
                        on_choose=move |chosen| into.set(chosen)
                    />
                })}
                <Show when=move || into.get().is_none()>
                    <Input
                        id=TITLE
                        label="Title of the new plan"
                        value=title
                        on_change=move |text| title.set(text)
                    />
                </Show>
                <PasteBox
                    id=BOX
                    label="Paste a table from Word or Excel"
                    hint="Select the table there, copy it, and paste it here. Google Sheets and LibreOffice do as well."
                    error=desk.error
                    value=pasted
                    on_paste=paste
                    on_text=text
                />
                <FileUpload
                    id="plan-csv"
                    label="Choose a CSV file"
                    hint="Commas, semicolons or tabs, as your spreadsheet writes it."
                    accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                    on_files=choose
                />
            </div>
            <div class="app-plan__read govuk-!-margin-bottom-4">
                <Live text=Signal::derive(said) visible=true />
            </div>
            <Show when=move || is_read.get()>
                <Which desk />
                {move || table.get().map(|table| view! { <Columns desk table /> })}
                {move || found.get().map(|found| view! {
                    <Notes desk found=found.clone() />
                    <Preview found=found.clone() plan=into />
                    <Form on_submit=add>
                        <p class="govuk-body">{left_out(&found)}</p>
                        <Button submit=true>"Add to this plan"</Button>
                    </Form>
                })}
            </Show>
        </Page>
    }
}

/// Which of several tables is read.
#[component]
fn Which(desk: Desk) -> impl IntoView {
    let ask = move || {
        let several = desk.several.get()?;
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
        if several.are_alike() && several.tables.len() > 1 {
            choices.insert(0, Choice::new(None, "All of them as one plan: they have the same columns"));
        }
        let choose = move |which: Option<usize>| {
            desk.which.set(which);
            if let Ok(table) = desk.table() {
                desk.reading.set(Reading::propose(&table));
            }
        };
        Some(view! {
            <Radios
                id="which-table"
                legend=several.to_string()
                hint="Choose which one to read now. The others can be pasted again afterwards."
                choices
                value=Signal::derive(move || Some(desk.which.get()))
                on_choose=choose
            />
        })
    };
    view! { {ask} }
}

fn rows_were(count: usize) -> String {
    if count == 1 { "1 row was".to_owned() } else { format!("{count} rows were") }
}

/// What of the table will not be in the plan.
fn left_out(found: &Found) -> String {
    let count = found.notes.iter().filter(|note| note.what.is_left_out() && note.what != What::RepeatedHeads).count();
    match count {
        0 => "Everything in the table will be in the plan.".to_owned(),
        count => format!(
            "{} will not be in the plan, as listed above.",
            words::count(count, "place in the table", "places in the table")
        ),
    }
}
