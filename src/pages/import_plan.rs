//! Importing a plan: a table pasted from a word processor or a spreadsheet, or a CSV file, shown as it is read before anything
//! is added.

mod columns;
mod notes;
mod preview;

use std::sync::Arc;

use leptos::prelude::*;

use self::columns::Columns;
use self::notes::Notes;
use self::preview::Preview;
use super::table_source::{TableFields, TableKind, TableSource, WhichTable};
use crate::browser::ids;
use crate::domain::ids::{PlanId, RecordId};
use crate::domain::plan::Plan;
use crate::domain::workspace::Edit;
use crate::exchange::plan_table::{Brought, Found, Grid, Reading, What, read};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, Choice, ErrorSummary, FieldError, Form, Input, Live, Page, PageHeading, PageWidth, Select,
    focus_heading,
};

const BOX: &str = "pasted-plan";
const TITLE: &str = "imported-title";

/// The tables are plans.
const KIND: TableKind = TableKind {
    grid_of_text: Grid::from_text,
    are_alike: |several| several.are_alike(Reading::columns_of),
    all_as_one: "All of them as one plan: they have the same columns",
};

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
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let reading = RwSignal::new(Reading::default());
    let source = TableSource::new(KIND, move |table| reading.set(Reading::propose(&table)));
    let table = Memo::new(move |_| source.table().ok().map(Arc::new));
    let found = Memo::new(move |_| {
        table.with(|table| reading.with(|reading| read(table.as_ref()?, reading).ok().map(Arc::new)))
    });
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
    let is_read = Memo::new(move |_| source.is_there());
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
                <TableFields source id=BOX on_file=move |name| title.set(name) />
            </div>
            <div class="app-plan__read govuk-!-margin-bottom-4">
                <Live text=Signal::derive(said) visible=true />
            </div>
            <Show when=move || is_read.get()>
                <WhichTable source />
                {move || table.get().map(|table| view! { <Columns reading table /> })}
                {move || found.get().map(|found| view! {
                    <Notes reading found=found.clone() />
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
