//! Taking a register along: as a CSV file, or as a table on the clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{register_title, rows_of};
use crate::browser::clipboard::copy_table;
use crate::browser::files::download;
use crate::domain::registers::Register;
use crate::exchange::register_table;
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind};

/// The buttons.
#[component]
pub(super) fn TakeAlong(register: Register) -> impl IntoView {
    let app = App::get();
    let title = register_title(register);
    let rows = move || app.read_now(|open| rows_of(open, register)).unwrap_or_default();
    let csv = move |()| {
        let name = format!("{}-{}.csv", words::file_part(title), app.today());
        let made = download(&name, "text/csv", &register_table::csv(register, &rows()));
        app.say(Notice::said(match made {
            Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
            Err(words) => format!("The browser did not take the file: {words}. The register is as it was."),
        }));
    };
    let copy = move |()| {
        let rows = rows();
        spawn_local(async move {
            let (html, text) = (register_table::html(title, register, &rows), register_table::text(register, &rows));
            app.say(Notice::said(if copy_table(&html, &text).await {
                "The register was copied as a table. Paste it into Word or a spreadsheet."
            } else {
                "The browser did not let the page copy. Export as CSV instead."
            }));
        });
    };
    view! {
        <div class="app-no-print">
            <ButtonGroup>
                <Button kind=ButtonKind::Secondary on_press=copy>"Copy as a table"</Button>
                <Button kind=ButtonKind::Secondary on_press=csv>"Export as CSV"</Button>
            </ButtonGroup>
        </div>
    }
}
