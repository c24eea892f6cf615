//! The start: areas on this device, a new one, the sample, or a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::incoming::{Incoming, IncomingPanel};
use crate::browser::{ids, location};
use crate::domain::area::Area;
use crate::domain::ids::WorkspaceId;
use crate::domain::workspace::{Edit, Workspace};
use crate::exchange::builtin;
use crate::route::{Page as Place, Route};
use crate::sample;
use crate::state::App;
use crate::ui::{
    Button, ButtonGroup, ButtonKind, ErrorSummary, FieldError, FileUpload, Form, Input, Page, PageHeading, PageWidth,
};

/// The field of a new area's name.
const NAME: &str = "area-name";

/// The start.
#[component]
pub fn Home() -> impl IntoView {
    let app = App::get();
    let incoming = Incoming::get();
    view! {
        <Page width=PageWidth::Standard>
            <div class="govuk-grid-row">
                <div class="govuk-grid-column-two-thirds">
                    <PageHeading>"Rainbow"</PageHeading>
                    <p class="govuk-body-l">
                        "The One Children\u{2019}s Workforce Tool: ask the people who work with children how well they work together, see the answers as a rainbow, agree what to do and track it."
                    </p>
                    <p class="govuk-body">
                        "It works in this browser alone. There is nothing to install and no account, and nothing leaves this device unless you make a file of it."
                    </p>
                    <IncomingPanel />
                    <Areas />
                    <h2 class="govuk-heading-m">"See how it works"</h2>
                    <p class="govuk-body">
                        "A made-up county with a finished round, a rainbow and a plan. Change anything: it is kept apart from your own work."
                    </p>
                    <Button kind=ButtonKind::Secondary on_press=move |()| open_sample(app)>"Try it with sample data"</Button>
                    <NewArea />
                    <h2 class="govuk-heading-m">"Open a file"</h2>
                    <FileUpload
                        id="files"
                        label="Choose files"
                        hint="A survey, a request for progress, an exercise for your table or a copy of an area that somebody sent you. Its name ends in .json. You can also drop it anywhere on this page."
                        accept=".json,application/json"
                        multiple=true
                        on_files=move |files| incoming.choose(app, files)
                    />
                    <OpenedFromAFile />
                </div>
                <div class="govuk-grid-column-one-third app-home-picture">
                    <Emblem />
                </div>
            </div>
        </Page>
    }
}

/// What to know of a Rainbow that was opened from a file: nothing on a site.
#[component]
pub fn OpenedFromAFile() -> impl IntoView {
    location::is_file().then(|| view! {
        <p class="govuk-body-s">
            "You opened Rainbow from a file. Keep that file where it is: some browsers lose sight of saved work when the file moves. Export a copy of your work from time to time."
        </p>
        <p class="govuk-body-s">
            "Any other web page that is opened from a file in this browser can read what Rainbow keeps here. To gather answers, use a copy of Rainbow that is hosted on a site. On a computer that others use, remove the area after each sitting."
        </p>
    })
}

/// A rainbow in the colours of the standard framework's themes. It says nothing, so it has no name.
#[component]
fn Emblem() -> impl IntoView {
    let colours: Vec<String> = builtin::framework()
        .map(|framework| framework.themes.into_iter().map(|theme| theme.colour.hex).collect())
        .unwrap_or_default();
    let last = colours.len().saturating_sub(1);
    let arcs = colours.into_iter().zip(0_u8..).map(|(colour, at)| {
        let radius = 148 - 16 * i32::from(at);
        let path = if usize::from(at) == last {
            "M4 174H316".to_owned()
        } else {
            format!("M{} 156A{radius} {radius} 0 0 1 {} 156", 160 - radius, 160 + radius)
        };
        view! { <path d=path stroke=colour stroke-width="12" fill="none" /> }
    });
    view! {
        <svg viewBox="0 0 320 184" aria-hidden="true" focusable="false">
            {arcs.collect_view()}
        </svg>
    }
}

/// The areas that are kept on this device.
#[component]
fn Areas() -> impl IntoView {
    let app = App::get();
    let areas = RwSignal::new(Vec::<(WorkspaceId, String)>::new());
    let stores = app.stores();
    spawn_local(async move {
        let found = stores.areas().await.into_iter().filter(|(id, _)| *id != sample::WORKSPACE);
        let name = |area: Option<Area>| area.map(|area| area.name).filter(|name| !name.trim().is_empty());
        let named = found.map(|(id, area)| (id, name(area).unwrap_or_else(|| "An area without a name".to_owned())));
        areas.try_set(named.collect());
    });
    view! {
        <Show when=move || areas.with(|areas| !areas.is_empty())>
            <h2 class="govuk-heading-m">"Areas on this device"</h2>
            <ul class="govuk-list">
                <For each=move || areas.get() key=|(id, _)| *id let((id, name))>
                    <li>
                        <a class="govuk-link govuk-!-font-size-24" href=Route::Area(id, Place::Overview).href()>{name}</a>
                    </li>
                </For>
            </ul>
        </Show>
    }
}

/// Making an area.
#[component]
fn NewArea() -> impl IntoView {
    let app = App::get();
    let name = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let create = move |()| {
        let chosen = name.get_untracked();
        let chosen = chosen.trim();
        if chosen.is_empty() {
            errors.set(vec![FieldError::new(NAME, "Enter the name of the area")]);
            return;
        }
        let id = WorkspaceId(ids::new_uuid());
        let (workspace, edit) = Workspace::create(id, app.replica(), Area::named(chosen));
        app.adopt(workspace, &edit);
        app.go(&Route::Area(id, Place::Overview));
    };
    let error = move || errors.with(|errors| errors.first().map(|error| error.message.clone()));
    view! {
        <h2 class="govuk-heading-m">"Start your own area"</h2>
        <ErrorSummary errors />
        <Form on_submit=create>
            <Input
                id=NAME
                label="Name of the area"
                hint="Such as the name of your Children\u{2019}s Trust. You can change it later."
                error=Signal::derive(error)
                value=name
                on_change=move |text| name.set(text)
            />
            <ButtonGroup>
                <Button submit=true>"Create the area"</Button>
            </ButtonGroup>
        </Form>
    }
}

/// Opens the sample area as it was left on this device, or makes it.
fn open_sample(app: App) {
    let stores = app.stores();
    spawn_local(async move {
        if !stores.areas().await.contains_key(&sample::WORKSPACE)
            && let Ok((workspace, edits)) = sample::workspace(app.replica())
        {
            let edit = edits.into_iter().fold(Edit::default(), Edit::then);
            app.adopt(workspace, &edit);
        }
        app.go(&Route::Area(sample::WORKSPACE, Place::Overview));
    });
}
