//! Handing a survey out: as a file that opens anywhere, as a file for people who have Rainbow, on paper and by a link.

mod by_link;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::by_link::ByLink;
use super::give_file;
use crate::browser::files::{download, download_bytes};
use crate::browser::{clock, own_source};
use crate::domain::ids::RoundId;
use crate::domain::workspace::Workspace;
use crate::exchange::survey_file::{self, Carried};
use crate::exchange::{export, zip};
use crate::reports::letter::{RESPONSE_FILE, whom};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, ButtonLink};

/// The ways to hand the survey out.
#[component]
pub(super) fn HandOut(round: RoundId) -> impl IntoView {
    let app = App::get();
    view! {
        <h2 class="govuk-heading-m">"Hand it out"</h2>
        <p class="govuk-body">
            "Use one of these ways, or several where people work in different places. None of them holds any answers."
        </p>
        <h3 class="govuk-heading-s">"The survey file"</h3>
        <p class="govuk-body">
            "A copy of Rainbow with this survey inside. Whoever gets it opens it on a computer with a double-click, answers, and sends back the file whose name starts "
            <strong>{RESPONSE_FILE}</strong>
            ". There is nothing to install, and it needs no network. Many mail filters hold back web pages: the .zip is more likely to arrive."
        </p>
        <ButtonGroup>
            <Button kind=ButtonKind::Secondary on_press=move |()| make(app, round, Form::Page)>"Make the survey file"</Button>
            <Button kind=ButtonKind::Secondary on_press=move |()| make(app, round, Form::Zip)>"Make it as a .zip"</Button>
        </ButtonGroup>
        <h3 class="govuk-heading-s">"Letter and email"</h3>
        <p class="govuk-body">
            <a class="govuk-link" href=app.href(Place::Letter(round))>"The letter and the email to send with it"</a>
            ", drafted for you to adapt."
        </p>
        <h3 class="govuk-heading-s">"On paper"</h3>
        <p class="govuk-body">"For people without a computer of their own: a form that says where it goes back to."</p>
        <ButtonLink href=app.href(Place::Paper(round)) kind=ButtonKind::Secondary>"See the paper form"</ButtonLink>
        <ByLink round />
        <h3 class="govuk-heading-s">"For people who have Rainbow"</h3>
        <p class="govuk-body">"The survey alone, as a small file that they open in their own Rainbow."</p>
        <Button kind=ButtonKind::Secondary on_press=move |()| save(app, round)>"Save the survey as JSON"</Button>
    }
}

/// The form in which the survey file is given.
#[derive(Clone, Copy)]
enum Form {
    Page,
    Zip,
}

/// Makes the survey file and gives it to the person.
fn make(app: App, round: RoundId, form: Form) {
    let now = app.now();
    spawn_local(async move {
        let outcome = match own_source::one_file().await {
            Ok(page) => app.read_now(|open| carried(open, round, now).and_then(|carried| filled(&page, &carried))),
            Err(words) => {
                app.say(Notice::said(format!(
                    "The survey file could not be made, because Rainbow\u{2019}s own file could not be read ({words}). Nothing was changed."
                )));
                return;
            }
        };
        let Some((name, page)) = outcome.flatten() else {
            app.say(Notice::said("The survey file could not be made. Nothing was changed."));
            return;
        };
        let (name, given) = match form {
            Form::Page => (format!("{name}.html"), download(&format!("{name}.html"), "text/html", &page)),
            Form::Zip => (format!("{name}.zip"), zipped(&name, &page, now)),
        };
        app.say(Notice::said(match given {
            Ok(()) => format!("The file {name} was made. Look for it where your downloads are kept."),
            Err(words) => format!("The browser did not take the file ({words}). Nothing was changed."),
        }));
    });
}

fn zipped(name: &str, page: &str, now: chrono::DateTime<chrono::Utc>) -> Result<(), String> {
    let archive = zip::archive(&format!("{name}.html"), page.as_bytes(), clock::local(now));
    let archive = archive.ok_or_else(|| "the survey is too large".to_owned())?;
    download_bytes(&format!("{name}.zip"), "application/zip", &archive)
}

/// The name of the file without its ending, and the page.
fn filled(page: &str, (name, carried): &(String, Carried)) -> Option<(String, String)> {
    Some((name.clone(), survey_file::fill(page, carried).ok()?))
}

/// What the survey file carries, and its name.
fn carried(open: &Workspace, id: RoundId, now: chrono::DateTime<chrono::Utc>) -> Option<(String, Carried)> {
    let (area, round) = (open.area()?, open.round(id)?);
    let survey = export::survey(open, id, now).ok()?;
    let carried = Carried { area: area.name.clone(), round: round.title.clone(), ask: whom(&round.returns_to), survey };
    Some((file_name(open, id), carried))
}

/// The name of a survey's file, without its ending.
fn file_name(open: &Workspace, round: RoundId) -> String {
    let part = |name: Option<&String>| name.map(|name| words::file_part(name)).unwrap_or_default();
    let area = part(open.area().map(|area| &area.name));
    let title = part(open.round(round).map(|round| &round.title));
    format!("rainbow-survey-{area}-{title}")
}

/// Gives the person the survey for people who have Rainbow.
fn save(app: App, round: RoundId) {
    let now = app.now();
    let made = app.read_now(|open| (format!("{}.json", file_name(open, round)), export::survey(open, round, now)));
    let (name, text) = made.unzip();
    give_file(app, &name.unwrap_or_default(), text);
}
