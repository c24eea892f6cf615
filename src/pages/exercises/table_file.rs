//! The files of an exercise: the one that all tables get, and the one that a table gives back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::incoming::{Incoming, IncomingPanel};
use super::super::own_response::JSON;
use super::seat::begin_sheet;
use crate::browser::files::download;
use crate::browser::own_source;
use crate::domain::exercise::Exercise;
use crate::domain::ids::{ExerciseId, SheetId};
use crate::domain::rest::Rest;
use crate::domain::seat::{EXERCISE_FILE, Seat, Seating, TABLE_FILE};
use crate::exchange::{exercise_page, export};
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, FileUpload};

/// Giving the exercise to the tables, and taking what they give back.
#[component]
pub(super) fn Tables(id: ExerciseId, begun: StoredValue<Exercise>) -> impl IntoView {
    let app = App::get();
    let incoming = Incoming::get();
    view! {
        <IncomingPanel />
        <h2 class="govuk-heading-m">"For the tables"</h2>
        <p class="govuk-body">
            "Make one file and copy it to the laptop or tablet of each table. It opens in a browser without a network. Each table makes a file of its own at the end; take those in here, in any order, and again if a table corrects its own."
        </p>
        <ButtonGroup>
            <Button on_press=move |()| make(app, id, begun, true)>"Make the file for the tables"</Button>
            <Button kind=ButtonKind::Secondary on_press=move |()| make(app, id, begun, false)>"As a small file for people who have Rainbow"</Button>
            <Button kind=ButtonKind::Secondary on_press=move |()| sort_here(app, id, begun)>"Sort on this device"</Button>
        </ButtonGroup>
        <FileUpload
            id="table-files"
            label="Take in the tables\u{2019} files"
            hint="Their names start rainbow-table-. You see what they bring before anything changes. You can also drop them anywhere on this page."
            accept=".json,application/json"
            multiple=true
            on_files=move |files| incoming.choose(app, files)
        />
    }
}

/// The exercise as a table gets it, once it is here.
fn seating(app: App, id: ExerciseId, begun: StoredValue<Exercise>) -> Option<Seating> {
    begin(app, id, begun);
    let made = app.now();
    app.read_now(|open| {
        let exercise = open.exercise(id)?.clone();
        let area_name = open.area().map(|area| area.name.clone()).unwrap_or_default();
        Some(Seating { seat: Seat { area: open.id(), area_name, exercise: id, made, rest: Rest::new() }, exercise })
    })
    .flatten()
}

/// Sets the exercise up if it is not here yet.
fn begin(app: App, id: ExerciseId, begun: StoredValue<Exercise>) {
    if app.read_now(|open| open.exercise(id).is_none()).unwrap_or(false) {
        // It can't fail while an area is open, and with none there is nothing to set up.
        let _none_open = app.edit(|open| Ok(open.set_exercise(id, begun.get_value())));
    }
}

/// Makes the file for the tables and gives it to the person.
fn make(app: App, id: ExerciseId, begun: StoredValue<Exercise>, as_page: bool) {
    let Some(seating) = seating(app, id, begun) else {
        app.say(Notice::said("The file could not be made: the exercise is no longer here."));
        return;
    };
    let name = format!("{EXERCISE_FILE}{}", words::file_part(&seating.exercise.title));
    if !as_page {
        let name = format!("{name}.json");
        let text = export::seating(&seating).map_err(|fault| fault.to_string());
        return said(app, &name, text.and_then(|text| download(&name, JSON, &text)));
    }
    spawn_local(async move {
        let page = own_source::one_file().await;
        let page = page.and_then(|page| exercise_page::fill(&page, &seating).map_err(|fault| fault.to_string()));
        let name = format!("{name}.html");
        said(app, &name, page.and_then(|page| download(&name, "text/html", &page)));
    });
}

/// Lets a table sort at the facilitator's own device.
fn sort_here(app: App, id: ExerciseId, begun: StoredValue<Exercise>) {
    begin(app, id, begun);
    let sheets = app.read_now(|open| open.sheets(id).len()).unwrap_or_default();
    begin_sheet(app, id, format!("Table {}", sheets.saturating_add(1)));
}

/// Makes the file that a table gives back.
pub(super) fn give(app: App, sheet: SheetId) {
    let now = app.now();
    let made = app.read_now(|open| {
        let there = open.sheet(sheet)?;
        let title = open.exercise(there.exercise)?.title.clone();
        let name = format!("{TABLE_FILE}{}-{}.json", words::file_part(&title), words::file_part(&there.table));
        Some((name, export::table_sheet(open, sheet, now).ok()?))
    });
    match made.flatten() {
        Some((name, text)) => said(app, &name, download(&name, JSON, &text)),
        None => app.say(Notice::said("The file could not be made. What you placed is still on this device.")),
    }
}

fn said(app: App, name: &str, outcome: Result<(), String>) {
    app.say(Notice::said(match outcome {
        Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
        Err(words) => format!("The file could not be made ({words}). Nothing was changed."),
    }));
}
