//! The files of an exercise: the one that all tables get, and the one that a table gives back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::incoming::{Incoming, IncomingPanel};
use super::super::own_response::JSON;
use crate::browser::files::download;
use crate::browser::own_source;
use crate::domain::ids::{DiscussionId, SheetId};
use crate::domain::seat::{EXERCISE_FILE, Given, Seating, TABLE_FILE};
use crate::domain::workspace::Workspace;
use crate::exchange::{exercise_page, export};
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, FileUpload};

/// Giving the exercise to the tables, and taking what they give back.
#[component]
pub fn Tables(
    /// Sets the exercise up if it is not here yet, and says what tables get of it; nothing if it is gone.
    #[prop(into)]
    given: Callback<(), Option<Given>>,
    /// More that can be done with the exercise, as buttons.
    #[prop(optional, into)]
    more: ViewFn,
) -> impl IntoView {
    let app = App::get();
    let incoming = Incoming::get();
    view! {
        <IncomingPanel />
        <h2 class="govuk-heading-m">"For the tables"</h2>
        <p class="govuk-body">
            "Make one file and copy it to the laptop or tablet of each table. It opens in a browser without a network. Each table makes a file of its own at the end; take those in here, in any order, and again if a table corrects its own."
        </p>
        <ButtonGroup>
            <Button on_press=move |()| make(app, given, true)>"Make the file for the tables"</Button>
            <Button kind=ButtonKind::Secondary on_press=move |()| make(app, given, false)>"As a small file for people who have Rainbow"</Button>
            {more.run()}
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

/// Makes the file for the tables and gives it to the person.
fn make(app: App, given: Callback<(), Option<Given>>, as_page: bool) {
    let given = given.run(());
    let made = app.now();
    let seating = given.and_then(|given| {
        app.read_now(|open| {
            let area_name = open.area().map(|area| area.name.clone()).unwrap_or_default();
            Seating { area: open.id(), area_name, made, given }
        })
    });
    let Some(seating) = seating else {
        app.say(Notice::said("The file could not be made: the exercise is no longer here."));
        return;
    };
    let name = format!("{EXERCISE_FILE}{}", words::file_part(seating.given.title()));
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

/// Makes the file that a table that sorted gives back.
pub(super) fn give_sheet(app: App, sheet: SheetId) {
    let now = app.now();
    give(app, |open| {
        let there = open.sheet(sheet)?;
        let title = &open.exercise(there.exercise)?.title;
        Some((file_name(title, &there.table), export::table_sheet(open, sheet, now).ok()?))
    });
}

/// Makes the file that a table that discussed gives back.
pub fn give_ideas(app: App, discussion: DiscussionId) {
    let now = app.now();
    give(app, |open| {
        let title = &open.discussion(discussion)?.title;
        Some((file_name(title, &open.seat()?.table), export::table_ideas(open, now).ok()?))
    });
}

fn file_name(title: &str, table: &str) -> String {
    format!("{TABLE_FILE}{}-{}.json", words::file_part(title), words::file_part(table))
}

fn give(app: App, made: impl FnOnce(&Workspace) -> Option<(String, String)>) {
    match app.read_now(made).flatten() {
        Some((name, text)) => said(app, &name, download(&name, JSON, &text)),
        None => app.say(Notice::said("The file could not be made. What you did is still on this device.")),
    }
}

fn said(app: App, name: &str, outcome: Result<(), String>) {
    app.say(Notice::said(match outcome {
        Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
        Err(words) => format!("The file could not be made ({words}). Nothing was changed."),
    }));
}
