//! Files: make a copy of the area to keep or to send, and take in files that came.

use leptos::prelude::*;

use super::home::OpenedFromAFile;
use super::incoming::{Incoming, IncomingPanel};
use crate::browser::files::download;
use crate::browser::{clock, ids};
use crate::domain::ids::RecordId;
use crate::domain::record::ExportNote;
use crate::domain::rest::Rest;
use crate::exchange::export::{self, Extent};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, Choice, FileUpload, Page, PageHeading, Radios, WarningText};

/// Export and import.
#[component]
pub fn Files() -> impl IntoView {
    let app = App::get();
    let incoming = Incoming::get();
    let extent = RwSignal::new(Some(Extent::Everything));
    let last = Memo::new(move |_| {
        app.read(|open| open.last_export().map(|note| (clock::local(note.at).date_naive(), note.file.clone())))
            .flatten()
    });
    let choices = vec![
        Choice::new(Extent::Everything, "Everything, including individual answers").with_hint(
            "To keep a safe copy, or for a colleague who coordinates with you. Treat the file as confidential.",
        ),
        Choice::new(Extent::WithoutAnswers, "Plans and targets only, without any answers")
            .with_hint("For action leads and partners. No answers, no comments, and no figures worked out from them."),
    ];
    view! {
        <Page>
            <PageHeading>"Files"</PageHeading>
            <IncomingPanel />
            <h2 class="govuk-heading-m">"Export"</h2>
            <p class="govuk-body">
                "Your work is kept in this browser. Browsers can lose what they keep, so the exported file is the copy that counts."
            </p>
            <p class="govuk-body">
                {move || match last.get() {
                    Some((on, file)) => format!("The last copy was made on {}: {file}.", words::day(on)),
                    None => "No copy has been made on this device yet.".to_owned(),
                }}
            </p>
            <Radios
                id="extent"
                legend="What goes into the file?"
                choices
                value=extent
                on_choose=move |chosen| extent.set(Some(chosen))
            />
            <Button on_press=move |()| make(app, extent.get_untracked().unwrap_or(Extent::Everything))>"Export"</Button>
            <p class="govuk-body">
                "To count with a tool of your own, such as a spreadsheet or a database, go to "
                <a class="govuk-link" href=app.href(Place::Analysts)>"data for analysts"</a>
                "."
            </p>
            <h2 class="govuk-heading-m">"Take files in"</h2>
            <FileUpload
                id="files"
                label="Choose files"
                hint="Responses, progress from action leads, a copy of this area from a colleague, or benchmark files of other areas. You see what would change before anything does. You can also drop files anywhere on this page."
                accept=".json,application/json"
                multiple=true
                on_files=move |files| incoming.choose(app, files)
            />
            <p class="govuk-body">
                "To see your area within its region, and to give your figures to other areas, go to "
                <a class="govuk-link" href=app.href(Place::Region)>"the region"</a>
                "."
            </p>
            <OpenedFromAFile />
            <Removal />
        </Page>
    }
}

/// Removing the area from this device, for shared computers. It is asked twice, as it can't be undone.
#[component]
pub(super) fn Removal() -> impl IntoView {
    let app = App::get();
    let asked = RwSignal::new(false);
    view! {
        <h2 class="govuk-heading-m">"Remove"</h2>
        <p class="govuk-body">
            "On a computer that others use, remove the area when you are done. Export a copy first if it is to be kept."
        </p>
        <Show
            when=move || asked.get()
            fallback=move || view! {
                <Button kind=ButtonKind::Secondary on_press=move |()| asked.set(true)>"Remove this area from this device"</Button>
            }
        >
            <WarningText>"Everything of this area will be gone from this device: answers, targets, plans. This can\u{2019}t be undone."</WarningText>
            <p class="govuk-body">"The browser itself may keep traces of it on this computer\u{2019}s disk for a while."</p>
            <ButtonGroup>
                <Button kind=ButtonKind::Warning on_press=move |()| app.forget()>"Yes, remove it"</Button>
                <Button kind=ButtonKind::Secondary on_press=move |()| asked.set(false)>"Keep it"</Button>
            </ButtonGroup>
        </Show>
    }
}

/// Makes the file, and notes that it was made.
fn make(app: App, extent: Extent) {
    let now = app.now();
    let made = app.read_now(|open| {
        let name = open.area().map(|area| words::file_part(&area.name)).unwrap_or_default();
        let part = if extent == Extent::Everything { "" } else { "-without-answers" };
        let file = format!("rainbow-{name}{part}-{}.json", clock::local(now).format("%Y-%m-%d-%H%M"));
        export::workspace(open, extent, now).map(|text| (file, text))
    });
    let Some(Ok((file, text))) = made else {
        app.say(Notice::said("The file could not be made. Nothing was changed."));
        return;
    };
    if let Err(words) = download(&file, "application/json", &text) {
        app.say(Notice::said(format!("The browser did not take the file ({words}). Nothing was changed.")));
        return;
    }
    let note = ExportNote {
        at: now,
        file: file.clone(),
        with_answers: extent == Extent::Everything,
        is_table: false,
        rest: Rest::new(),
    };
    if app.edit(|open| Ok(open.note_export(RecordId(ids::new_uuid()), note))).is_ok() {
        app.say(Notice::said(format!("The file {file} was made. Look for it where your downloads are kept.")));
    }
}
