//! Taking a plan along: as a CSV file, as a calendar file, and as a table on the clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clipboard::copy_table;
use crate::browser::files::download;
use crate::domain::ids::PlanId;
use crate::exchange::plan_table::{PlanSheet, calendar, clipboard, csv_out};
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind};

/// The buttons.
#[component]
pub(super) fn TakeAlong(plan: PlanId) -> impl IntoView {
    let app = App::get();
    let sheet = move || app.read_now(|open| PlanSheet::of(open, plan, app.today())).flatten();
    let file = move |sheet: &PlanSheet, ending: &str| {
        let name = words::file_part(&sheet.title);
        format!("{}-{}.{ending}", if name.is_empty() { "plan" } else { &name }, app.today())
    };
    let offer = move |name: String, kind: &str, text: &str| {
        app.say(Notice::said(match download(&name, kind, text) {
            Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
            Err(words) => format!("The browser did not take the file: {words}. The plan is as it was."),
        }));
    };
    let csv = move |()| {
        if let Some(sheet) = sheet() {
            offer(file(&sheet, "csv"), "text/csv", &csv_out::csv(&sheet));
        }
    };
    let ics = move |()| {
        let Some(sheet) = sheet() else { return };
        match calendar::calendar(&sheet, app.now()) {
            Some(text) => offer(file(&sheet, "ics"), "text/calendar", &text),
            None => {
                app.say(Notice::said("No due date of the plan names a day, so there is nothing to put in a calendar."))
            }
        }
    };
    let copy = move |()| {
        let Some(sheet) = sheet() else { return };
        spawn_local(async move {
            let copied = copy_table(&clipboard::html(&sheet), &clipboard::text(&sheet)).await;
            app.say(Notice::said(if copied {
                "The plan was copied as a table. Paste it into Word or a spreadsheet."
            } else {
                "The browser did not let the page copy. Export as CSV instead."
            }));
        });
    };
    view! {
        <ButtonGroup>
            <Button kind=ButtonKind::Secondary on_press=csv>"Export as CSV"</Button>
            <Button kind=ButtonKind::Secondary on_press=ics>"Export to calendar"</Button>
            <Button kind=ButtonKind::Secondary on_press=copy>"Copy as a table"</Button>
        </ButtonGroup>
    }
}
