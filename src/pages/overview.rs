//! The overview of an area: what there is to do, in order, and how far each thing has come.

use leptos::prelude::*;

use super::choose_version::ChooseVersion;
use super::rename::{Rename, RenameWords};
use crate::analysis::returns::Returns;
use crate::browser::clock;
use crate::domain::area::Area;
use crate::domain::survey::ForWhom;
use crate::domain::workspace::{Edit, EditError, RoundState, Workspace};
use crate::reports::words;
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{Page, PageHeading, TagColour, Task, TaskList, TaskStatus};

/// Changing the name of the area.
const NAME: RenameWords = RenameWords {
    summary: "Change the name of the area",
    label: "Name of the area",
    missing: "Enter the name of the area",
    button: "Change the name",
    done: "The name of the area was changed.",
};

/// The overview of an area.
#[component]
pub fn Overview() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(Workspace::id);
    let name =
        Memo::new(move |_| app.read(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default());
    let task = move |title: &'static str, place: Place, question: fn(&Workspace) -> (String, TaskStatus)| {
        let answer = Memo::new(move |_| app.read(question).unwrap_or_else(nothing_known));
        view! {
            <Task
                title
                href=app.href(place)
                hint=Signal::derive(move || answer.get().0)
                status=Signal::derive(move || answer.get().1)
            />
        }
    };
    view! {
        <Page>
            {move || view! { <PageHeading caption=name.get()>"Overview"</PageHeading> }}
            {area.map(|record| view! { <ChooseVersion record /> })}
            <h2 class="govuk-heading-m">"Find out where we are"</h2>
            <TaskList>
                {task("Set up sectors and staff groups", Place::Lists, lists)}
                {task("Ask the workforce", Place::Survey, survey)}
                {task("Collect responses", Place::Responses, responses)}
                {task("See the rainbow", Place::Rainbow(None), rainbow)}
            </TaskList>
            <h2 class="govuk-heading-m">"Decide and act"</h2>
            <TaskList>
                {task("Agree where we want to be", Place::Agreed, targets)}
                {task("Plan actions", Place::Plans, plans)}
                {task("Report to the Executive", Place::Reports(ReportPlace::List), reports)}
            </TaskList>
            <h2 class="govuk-heading-m">"Keep it safe"</h2>
            <TaskList>
                {task("Export a copy", Place::Files, copy)}
            </TaskList>
            <Rename words=NAME name write=move |name| rename(app, name) />
        </Page>
    }
}

/// Gives the area another name and leaves all else of it.
fn rename(app: App, name: String) -> Result<Edit, EditError> {
    app.edit(|open| {
        let area = open.area().cloned().ok_or(EditError::NotHere("the area"))?;
        Ok(open.set_area(Area { name, ..area }))
    })
}

fn nothing_known() -> (String, TaskStatus) {
    (String::new(), TaskStatus::plain(""))
}

fn not_started() -> TaskStatus {
    TaskStatus::tagged("Not started", TagColour::Grey)
}

fn in_progress() -> TaskStatus {
    TaskStatus::tagged("In progress", TagColour::Blue)
}

fn done() -> TaskStatus {
    TaskStatus::plain("Done")
}

fn lists(open: &Workspace) -> (String, TaskStatus) {
    let (sectors, groups) = open.area().map_or((0, 0), |area| (area.sectors.len(), area.staff_groups.len()));
    let hint = format!(
        "{} and {}",
        words::count(sectors, "sector", "sectors"),
        words::count(groups, "staff group", "staff groups")
    );
    (hint, TaskStatus::plain("Ready"))
}

fn survey(open: &Workspace) -> (String, TaskStatus) {
    let Some((id, round)) = open.rounds().pop() else {
        return ("Open a round with the standard questionnaire.".to_owned(), not_started());
    };
    match open.round_state(id) {
        RoundState::Open => (format!("{}, open since {}", round.title, words::day(round.opened)), in_progress()),
        RoundState::Closed(on) => (format!("{}, closed on {}", round.title, words::day(on)), done()),
    }
}

fn responses(open: &Workspace) -> (String, TaskStatus) {
    let Some((id, _)) = open.rounds().pop() else { return ("After a round is open.".to_owned(), not_started()) };
    let returns = Returns::of_round(open, id);
    let received = words::count(returns.total, "response", "responses");
    let hint = match returns.minimum {
        Some(minimum) => format!("{received} received, {minimum} required"),
        None => format!("{received} received"),
    };
    let status = match (returns.total, returns.missing()) {
        (0, _) => not_started(),
        (_, 0) => done(),
        _ => in_progress(),
    };
    (hint, status)
}

fn rainbow(open: &Workspace) -> (String, TaskStatus) {
    let count = open.rounds().pop().map_or(0, |(id, _)| open.gathered_from(id, ForWhom::Workforce).responses.len());
    if count == 0 {
        ("After the first responses are in.".to_owned(), not_started())
    } else {
        (format!("From {}", words::count(count, "response", "responses")), TaskStatus::plain("Ready to see"))
    }
}

fn targets(open: &Workspace) -> (String, TaskStatus) {
    let set = open.targets().len();
    let themes = open.rounds().pop().and_then(|(id, _)| open.survey_of(id)).map_or(0, |survey| survey.themes().count());
    match set {
        0 => ("A target for each arc of the rainbow.".to_owned(), not_started()),
        _ if set >= themes => ("A target is set for every arc.".to_owned(), done()),
        _ => (format!("{set} of {themes} targets set"), in_progress()),
    }
}

fn plans(open: &Workspace) -> (String, TaskStatus) {
    match open.all_items().count() {
        0 => ("Write actions against the arcs that need them.".to_owned(), not_started()),
        count => (words::count(count, "action", "actions"), in_progress()),
    }
}

fn reports(open: &Workspace) -> (String, TaskStatus) {
    if open.plans().is_empty() {
        ("After there is a plan.".to_owned(), not_started())
    } else {
        ("A progress report, ready to print.".to_owned(), TaskStatus::plain("Ready to make"))
    }
}

fn copy(open: &Workspace) -> (String, TaskStatus) {
    match open.last_export() {
        None => (
            "Browsers can lose what they keep. A file on your own drive is the copy that counts.".to_owned(),
            TaskStatus::tagged("No copy yet", TagColour::Yellow),
        ),
        Some(note) => {
            let on = clock::local(note.at).date_naive();
            (format!("Last copy made on {}", words::day(on)), done())
        }
    }
}
