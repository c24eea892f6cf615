//! Data for analysts: files to count from with other tools, after a plain choice of what goes into them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files::{Parts, download};
use crate::browser::pause::Work;
use crate::browser::{clock, ids};
use crate::domain::ids::RecordId;
use crate::domain::record::ExportNote;
use crate::domain::rest::Rest;
use crate::domain::workspace::{EditError, Workspace};
use crate::exchange::answers_csv::{AnswersCsv, Wanted, dictionary, table_csv};
use crate::reports::figures_table::{COLUMNS, figures};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonKind, Checkboxes, Choice, Page, PageHeading, Radios, WarningText};

/// What goes into a file for analysts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// Everything, including individual answers.
    Answers,
    /// What may be shared with anybody.
    Shareable,
}

/// The page.
#[component]
pub fn Analysts() -> impl IntoView {
    let app = App::get();
    let back = app.href(Place::Files);
    let extent = RwSignal::new(None);
    let choices = vec![
        Choice::new(Extent::Shareable, "Plans and shareable figures only")
            .with_hint("For anybody. Nobody can be picked out from it."),
        Choice::new(Extent::Answers, "Everything, including individual answers")
            .with_hint("For whoever analyses the survey with you and may see what each person answered."),
    ];
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to files" /> }>
            <PageHeading>"Data for analysts"</PageHeading>
            <p class="govuk-body">
                "Tables to go on with in a spreadsheet, a database, R or Python. The data dictionary says what each column holds and how each figure of Rainbow is made, so that you get the same ones."
            </p>
            <Button kind=ButtonKind::Secondary on_press=move |()| make_dictionary(app)>"Download the data dictionary"</Button>
            <Radios
                id="extent"
                legend="What goes into the file?"
                choices
                value=extent
                on_choose=move |chosen| extent.set(Some(chosen))
            />
            {move || match extent.get() {
                None => ().into_any(),
                Some(Extent::Shareable) => view! { <Figures /> }.into_any(),
                Some(Extent::Answers) => view! { <Answers /> }.into_any(),
            }}
        </Page>
    }
}

/// What may be shared: the figures, and the way to each plan's own table.
#[component]
fn Figures() -> impl IntoView {
    let app = App::get();
    view! {
        <p class="govuk-body">
            "The means and counts of every closed round, by arc, statement, practice, sector and staff group, as far as nobody can be picked out from them."
        </p>
        <Button on_press=move |()| make_figures(app)>"Download the figures"</Button>
        <p class="govuk-body">
            "Each plan\u{2019}s page makes a table of that plan: "
            <a class="govuk-link" href=app.href(Place::Plans)>"go to the plans"</a>
            "."
        </p>
    }
}

/// Individual answers, after a plain warning.
#[component]
fn Answers() -> impl IntoView {
    let app = App::get();
    let comments = RwSignal::new(Vec::new());
    let with_comments = vec![
        Choice::new((), "Include comments as they were written")
            .with_hint("Comments can name people. They go into the file whether or not somebody let them through."),
    ];
    let is_busy = RwSignal::new(false);
    let press = move |()| {
        if !is_busy.get_untracked() {
            is_busy.set(true);
            let comments = !comments.with_untracked(Vec::is_empty);
            spawn_local(async move {
                make_answers(app, comments).await;
                is_busy.try_set(false);
            });
        }
    };
    view! {
        <WarningText>
            "This file holds what each person answered, one row an answer, in every round. It names nobody, but people who know a small team can recognise who is who. Give it only to those who may see individual answers, and delete it when the work is done."
        </WarningText>
        <Checkboxes
            id="comments"
            legend="Comments"
            choices=with_comments
            values=comments
            on_change=move |chosen| comments.set(chosen)
        />
        <Button kind=ButtonKind::Warning on_press=press>"Download individual answers"</Button>
        <p class="govuk-body" role="status">{move || is_busy.get().then_some("The file is being made.")}</p>
    }
}

fn file_name(app: App, what: &str) -> String {
    let area = app.read_now(|open| open.area().map(|area| words::file_part(&area.name))).flatten().unwrap_or_default();
    format!("rainbow-{area}-{what}-{}.csv", clock::local(app.now()).format("%Y-%m-%d-%H%M"))
}

fn say(app: App, file: &str, offered: Result<(), String>) -> bool {
    let is_offered = offered.is_ok();
    app.say(Notice::said(match offered {
        Ok(()) => format!("The file {file} was made. Look for it where your downloads are kept."),
        Err(words) => format!("The browser did not take the file ({words}). Nothing was changed."),
    }));
    is_offered
}

fn make_dictionary(app: App) {
    let file = "rainbow-data-dictionary.csv";
    say(app, file, download(file, "text/csv", &dictionary(&COLUMNS)));
}

fn make_figures(app: App) {
    let file = file_name(app, "figures");
    let text = table_csv(&app.read_now(figures).unwrap_or_default());
    say(app, &file, download(&file, "text/csv", &text));
}

/// Makes the file of answers from the area as it is now, in small steps so that the page stays alive, and notes that it was
/// made: a response that is withdrawn later can't be taken out of it.
async fn make_answers(app: App, comments: bool) {
    let Some(copy) = app.read_now(Clone::clone) else { return };
    let (file, parts) = (file_name(app, "answers"), Parts::default());
    let mut work = Work::begin();
    for part in AnswersCsv::of(&copy, Wanted { round: None, comments }) {
        parts.push(&part);
        work.pause_if_long().await;
    }
    if say(app, &file, parts.download(&file, "text/csv")) {
        let note = ExportNote { at: app.now(), file, with_answers: true, is_table: true, rest: Rest::new() };
        // Another area may have been opened meanwhile, which has nothing to do with this file.
        let noted = |open: &mut Workspace| {
            if open.id() != copy.id() {
                return Err(EditError::NotHere("the area"));
            }
            Ok(open.note_export(RecordId(ids::new_uuid()), note))
        };
        let _ = app.edit(noted);
    }
}
