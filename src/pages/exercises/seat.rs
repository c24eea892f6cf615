//! The start for a table that takes part in an exercise: which table it is, and what was begun at this device.

use leptos::prelude::*;

use super::super::files::Removal;
use super::held::NotHere;
use crate::browser::{ids, location};
use crate::domain::exercise::{Made, TableSheet};
use crate::domain::ids::{DiscussionId, ExerciseId, SheetId};
use crate::domain::seat::Task;
use crate::domain::workspace::Workspace;
use crate::route::exercises::Place;
use crate::route::{Page as Target, discussion};
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
        let title = match seat.task {
            Task::Sort(id) => open.exercise(id)?.title.clone(),
            Task::Discuss(id) => open.discussion(id)?.title.clone(),
        };
        Some((seat.task, seat.area_name.clone(), title))
    });
    let Some((task, area, title)) = facts.flatten() else { return view! { <NotHere /> }.into_any() };
    let lines = Memo::new(move |_| app.read(|open| begun(open, task)).unwrap_or_default());
    let line = move |(place, table): (Place, String)| {
        view! {
            <li>
                <a class="govuk-link" href=app.href(Target::Exercises(place))>{format!("Go on with {table}")}</a>
            </li>
        }
    };
    let what = match task {
        Task::Sort(_) => "Sort the cards together at your table.",
        Task::Discuss(_) => "Talk about the arcs of the rainbow at your table, and note your ideas under each.",
    };
    view! {
        <Page>
            <PageHeading caption=area>{title}</PageHeading>
            <p class="govuk-body-l">{what}" Nothing is sent by itself: at the end you make a file and give it to the facilitator."</p>
            <Show when=move || lines.with(|lines| !lines.is_empty())>
                <h2 class="govuk-heading-m">"Begun at this device"</h2>
                <ul class="govuk-list">{move || lines.get().into_iter().map(line).collect_view()}</ul>
            </Show>
            <Begin task />
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

/// Beginning what a table does.
#[component]
fn Begin(task: Task) -> impl IntoView {
    let app = App::get();
    let name = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let begin = move |()| {
        let table = name.get_untracked().trim().to_owned();
        if table.is_empty() {
            errors.set(vec![FieldError::new(NAME, "Enter the name or number of your table")]);
            return;
        }
        match task {
            Task::Sort(id) => begin_sheet(app, id, table),
            Task::Discuss(id) => begin_ideas(app, id, &table),
        }
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
            <Button submit=true>
                {match task {
                    Task::Sort(_) => "Start sorting",
                    Task::Discuss(_) => "Start noting ideas",
                }}
            </Button>
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

/// Says which table it is, and goes to where its ideas are noted.
fn begin_ideas(app: App, discussion: DiscussionId, table: &str) {
    match app.edit(|open| open.name_seat(table)) {
        Ok(_) => app.go_to(Target::Exercises(Place::Discussion(discussion::Place::One(discussion)))),
        Err(_) => app.say(Notice::said("The exercise is no longer here. Nothing was changed.")),
    }
}

/// What was begun at this device, with the table that began it.
fn begun(open: &Workspace, task: Task) -> Vec<(Place, String)> {
    match task {
        Task::Sort(id) => {
            open.sheets(id).into_iter().map(|(sheet, there)| (Place::Sorting(sheet), there.table.clone())).collect()
        }
        Task::Discuss(id) => {
            let table = open.seat().map(|seat| seat.table.clone()).filter(|table| !table.is_empty());
            table.map(|table| (Place::Discussion(discussion::Place::One(id)), table)).into_iter().collect()
        }
    }
}
