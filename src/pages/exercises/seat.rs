//! The start for a table that takes part in an exercise: which table it is, and the sheets that were begun at this device.

use leptos::prelude::*;

use super::super::files::Removal;
use super::held::NotHere;
use crate::browser::{ids, location};
use crate::domain::exercise::{Made, TableSheet};
use crate::domain::ids::{ExerciseId, SheetId};
use crate::domain::workspace::Workspace;
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::{App, Carried, Notice};
use crate::ui::{Button, ErrorSummary, FieldError, Form, Input, InputWidth, Page, PageHeading, error_at};

/// The field of the table's name.
const NAME: &str = "table-name";

/// The start for a table.
#[component]
pub fn Seat() -> impl IntoView {
    let app = App::get();
    let facts = app.read_now(|open| {
        let seat = open.seat()?;
        Some((seat.exercise, seat.area_name.clone(), open.exercise(seat.exercise)?.title.clone()))
    });
    let Some((id, area, title)) = facts.flatten() else { return view! { <NotHere /> }.into_any() };
    let sheets = Memo::new(move |_| app.read(|open| begun(open, id)).unwrap_or_default());
    let line = move |(sheet, table): (SheetId, String)| {
        view! {
            <li>
                <a class="govuk-link" href=app.href(Target::Exercises(Place::Sorting(sheet)))>{format!("Go on with {table}")}</a>
            </li>
        }
    };
    view! {
        <Page>
            <PageHeading caption=area>{title}</PageHeading>
            <p class="govuk-body-l">"Sort the cards together at your table. Nothing is sent by itself: at the end you make a file and give it to the facilitator."</p>
            <Show when=move || sheets.with(|sheets| !sheets.is_empty())>
                <h2 class="govuk-heading-m">"Begun at this device"</h2>
                <ul class="govuk-list">{move || sheets.get().into_iter().map(line).collect_view()}</ul>
            </Show>
            <Begin id />
            {matches!(app.carried(), Carried::Nothing).then(|| view! { <Removal /> })}
            {location::is_file().then(|| view! {
                <p class="govuk-body-s">
                    "Keep this file where it is until you have given yours back: some browsers lose sight of what was saved when the file moves."
                </p>
            })}
        </Page>
    }
    .into_any()
}

/// Beginning the sheet of a table.
#[component]
fn Begin(id: ExerciseId) -> impl IntoView {
    let app = App::get();
    let name = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let begin = move |()| {
        let table = name.get_untracked().trim().to_owned();
        if table.is_empty() {
            errors.set(vec![FieldError::new(NAME, "Enter the name or number of your table")]);
            return;
        }
        begin_sheet(app, id, table);
    };
    view! {
        <ErrorSummary errors />
        <Form on_submit=begin>
            <Input
                id=NAME
                label="Which table are you?"
                hint="Such as Table 3. No names of people."
                width=InputWidth::Chars20
                error=error_at(errors, NAME)
                value=name
                on_change=move |words| name.set(words)
            />
            <Button submit=true>"Start sorting"</Button>
        </Form>
    }
}

/// Begins a sheet and goes to where it is sorted.
pub(super) fn begin_sheet(app: App, exercise: ExerciseId, table: String) {
    let sheet = SheetId(ids::new_uuid());
    let blank = TableSheet { table, ..TableSheet::blank(exercise, Made::Sorted, app.now()) };
    match app.edit(|open| open.set_sheet(sheet, blank)) {
        Ok(_) => app.go_to(Target::Exercises(Place::Sorting(sheet))),
        Err(_) => app.say(Notice::said("The exercise is no longer here. Nothing was changed.")),
    }
}

fn begun(open: &Workspace, id: ExerciseId) -> Vec<(SheetId, String)> {
    open.sheets(id).into_iter().map(|(sheet, there)| (sheet, there.table.clone())).collect()
}
