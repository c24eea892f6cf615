//! The end of a response: check what is answered, and finish. Where responses are gathered it is counted from then on; for
//! somebody who was asked to answer it becomes their response file.

use leptos::prelude::*;

use super::finished::FinishedResponse;
use super::own_response::{file_name, save};
use super::respondent::NotInProgress;
use super::survey::give_file;
use crate::analysis::answering::{Finished, Questions, finished};
use crate::browser::ids;
use crate::domain::area::Area;
use crate::domain::draft::Respondent;
use crate::domain::ids::{RecordId, ResponseId};
use crate::domain::round::Asks;
use crate::domain::workspace::{EditError, RoundState, Workspace};
use crate::exchange::export;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonKind, ErrorSummary, FieldError, Page, PageHeading, Panel, SummaryList, SummaryRow,
    TagColour, Task, TaskList, TaskStatus, focus_heading,
};

/// The link to where a closed round is reopened.
const REOPEN: &str = "reopen-round";
/// What is said when a response is finished while its round is closed.
const CLOSED: &str = "The round is closed, so this response can\u{2019}t be counted now. Your answers are kept on this device. Reopen the round on the Survey page, then finish.";

/// Checks a response in progress, or shows that it is finished: the address stays the same, so a reload finds it again.
#[component]
pub fn Check(
    /// The response, in progress or finished.
    response: ResponseId,
) -> impl IntoView {
    let app = App::get();
    let stage = Memo::new(move |_| app.read(|open| stage(open, response)).unwrap_or(Stage::NotHere));
    move || match stage.get() {
        Stage::InProgress => view! { <InProgress response /> }.into_any(),
        Stage::Own => view! { <FinishedResponse copy=response /> }.into_any(),
        Stage::Finished => view! { <Done response /> }.into_any(),
        Stage::NotHere => view! { <NotInProgress response /> }.into_any(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    InProgress,
    /// Finished by somebody who was asked to answer; the address names their copy.
    Own,
    /// Finished and counted here.
    Finished,
    NotHere,
}

fn stage(open: &Workspace, response: ResponseId) -> Stage {
    if open.draft(response).is_some() {
        Stage::InProgress
    } else if open.own_response(response).is_some() {
        Stage::Own
    } else if finished(open, response).is_some() {
        Stage::Finished
    } else {
        Stage::NotHere
    }
}

#[component]
fn InProgress(response: ResponseId) -> impl IntoView {
    let app = App::get();
    let counts = Memo::new(move |_| app.read(|open| counts(open, response)).unwrap_or_default());
    let person = Memo::new(move |_| app.read(|open| person(open, response)).flatten());
    let themes = app.read_now(|open| Questions::of_draft(open, response)).flatten().unwrap_or_default().themes;
    let last = themes.last().map(|theme| theme.id.clone());
    let back = app.href(last.map_or(Place::Respondent(response), |theme| Place::Answer(response, theme)));
    let left =
        move || counts.with(|counts| counts.iter().map(|(done, asked)| asked.saturating_sub(*done)).sum::<usize>());
    let is_invited = app.invited().is_some();
    let is_shared = app.is_sharing();
    let is_closed = Memo::new(move |_| !is_invited && app.read(|open| is_closed(open, response)).unwrap_or(false));
    let refused = RwSignal::new(false);
    let errors = Signal::derive(move || {
        let stands = refused.get() && is_closed.get();
        stands.then(|| FieldError::new(REOPEN, CLOSED)).into_iter().collect::<Vec<_>>()
    });
    let press = move |()| {
        if is_invited && !is_shared {
            finish_own(app, response);
        } else if finish(app, response) == Err(EditError::RoundClosed) {
            refused.set(true);
        }
    };
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the last theme" /> }>
            <ErrorSummary errors />
            <PageHeading>"Check your answers"</PageHeading>
            <p class="govuk-body">
                {move || match left() {
                    0 => "You have answered every statement.".to_owned(),
                    left => format!(
                        "{} not answered. You can go back to them or leave them: what is not answered is never counted as a score.",
                        words::count(left, "statement is", "statements are")
                    ),
                }}
            </p>
            <TaskList>
                {themes
                    .into_iter()
                    .enumerate()
                    .map(|(at, theme)| view! {
                        <Task
                            title=theme.name
                            href=app.href(Place::Answer(response, theme.id))
                            status=Signal::derive(move || {
                                counts.with(|counts| counts.get(at).copied()).map_or(TaskStatus::plain(""), status)
                            })
                        />
                    })
                    .collect_view()}
            </TaskList>
            {move || person.get().map(|(area, person, asks)| about(app, response, &area, &person, asks))}
            <h2 class="govuk-heading-m">"Finish"</h2>
            <p class="govuk-body">
                {if is_shared {
                    "Finishing counts your answers. Nobody who uses this device after you can see them."
                } else if is_invited {
                    "Saving puts your answers together in one file, which you then send back. Nothing is sent by itself, and you can reopen and correct your response afterwards."
                } else {
                    "Finishing puts your answers together as one response. You then save it as a file to send back. Nothing is sent by itself."
                }}
            </p>
            <Show when=move || is_closed.get()>
                <p class="govuk-body">
                    "This round is closed. Answers can be finished only after it is reopened: "
                    <a class="govuk-link" id=REOPEN href=app.href(Place::Survey)>"reopen it on the Survey page"</a>
                    "."
                </p>
            </Show>
            <Button on_press=press>
                {if is_shared {
                    "Finish"
                } else if is_invited {
                    "Save your response file"
                } else {
                    "Finish and save"
                }}
            </Button>
        </Page>
    }
}

/// By theme: how many statements are answered, and how many are asked.
fn counts(open: &Workspace, response: ResponseId) -> Vec<(usize, usize)> {
    let said = open.draft_answers(response).into_iter().map(|(statement, said)| (statement, said.clone())).collect();
    let questions = Questions::of_draft(open, response).unwrap_or_default();
    questions.themes.iter().map(|theme| (theme.answered(&said), theme.count())).collect()
}

fn status((done, asked): (usize, usize)) -> TaskStatus {
    match asked.saturating_sub(done) {
        0 => TaskStatus::plain(format!("All {asked} answered")),
        left => TaskStatus::tagged(format!("{left} not answered"), TagColour::Yellow),
    }
}

fn person(open: &Workspace, response: ResponseId) -> Option<(Area, Respondent, Asks)> {
    let draft = open.draft(response)?;
    let asks = open.round(draft.round).map(|round| round.asks).unwrap_or_default();
    Some((open.area()?.clone(), draft.respondent.clone(), asks))
}

fn about(app: App, response: ResponseId, area: &Area, person: &Respondent, asks: Asks) -> impl IntoView + use<> {
    let said = |name: Option<&str>| name.filter(|name| !name.is_empty()).unwrap_or("Not said").to_owned();
    let sector = said(person.sector.as_ref().map(|sector| area.sector_name(sector)));
    let group = said(person.staff_group.as_ref().map(|group| area.staff_group_name(group)));
    let organisation = said(Some(&person.organisation));
    let change = app.href(Place::Respondent(response));
    let rows = [
        (asks.sector, "Sector", sector),
        (asks.staff_group, "Staff group", group),
        (asks.organisation, "Organisation", organisation),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(is_asked, ..)| *is_asked)
        .map(|(_, name, said)| view! { <SummaryRow name change_href=change.clone()>{said}</SummaryRow> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"About you"</h2>
            <SummaryList>{rows}</SummaryList>
        }
    })
}

/// Whether the round that a response in progress is for is closed.
fn is_closed(open: &Workspace, response: ResponseId) -> bool {
    open.draft(response).is_some_and(|draft| open.round_state(draft.round) != RoundState::Open)
}

/// Finishes a response. What a closed round means is said by the page; all else is said here.
fn finish(app: App, response: ResponseId) -> Result<(), EditError> {
    let today = app.today();
    let corrects = app.read_now(|open| open.draft(response)?.corrects).flatten();
    match app.finish_turn(response, |open| open.finish_draft(response, RecordId(ids::new_uuid()), today)) {
        Ok(()) => {
            if let Some(corrects) = corrects {
                app.turn_to(Place::Check(corrects.response));
            }
        }
        Err(EditError::RoundClosed) => return Err(EditError::RoundClosed),
        Err(error) => refuse(app, error),
    }
    focus_heading();
    Ok(())
}

/// Finishes the response of somebody who was asked to answer, and gives them its file.
fn finish_own(app: App, response: ResponseId) {
    let (copy, today, now) = (ResponseId(ids::new_uuid()), app.today(), app.now());
    match app.edit(|open| open.finish_own(response, copy, today, now)) {
        Ok(_) => app.go_with(Place::Check(copy), save(app, copy)),
        Err(error) => {
            refuse(app, error);
            focus_heading();
        }
    }
}

fn refuse(app: App, error: EditError) {
    app.say(Notice::said(match error {
        EditError::Withdrawn => "This response was taken back earlier, so it can not be finished. Begin a new one.",
        _ => "This response could not be finished. Nothing was changed.",
    }));
}

#[component]
fn Done(response: ResponseId) -> impl IntoView {
    let app = App::get();
    let counts =
        app.read_now(|open| finished(open, response).map(|found| answered(&found))).flatten().unwrap_or_default();
    let is_open = Memo::new(move |_| app.read(|open| is_open(open, response)).unwrap_or(false));
    view! {
        <Page>
            <PageHeading>"Thank you"</PageHeading>
            <Panel title="Response finished">{format!("You answered {}", words::count(counts, "statement", "statements"))}</Panel>
            <h2 class="govuk-heading-m">"What to do now"</h2>
            <p class="govuk-body">
                "If somebody sent you this survey, save your response file and send it back to them. Its name starts "
                <strong>"rainbow-response-"</strong>
                ". It holds your answers, your comments and what you said about yourself, as text that you can read before you send it."
            </p>
            <Button on_press=move |()| save_response(app, response)>"Save your response file"</Button>
            <p class="govuk-body">
                "If you answered on the device where the responses are gathered, your response is counted already and there is nothing to send."
            </p>
            <Show when=move || is_open.get()>
                <p class="govuk-body">
                    <Button kind=ButtonKind::Link on_press=move |()| reopen(app, response)>"Reopen and correct"</Button>
                </p>
            </Show>
            <ul class="govuk-list govuk-list--spaced">
                <li><a class="govuk-link" href=app.href(Place::Survey)>"Back to the survey"</a></li>
                <li><a class="govuk-link" href=app.href(Place::Responses)>"See who has responded"</a></li>
            </ul>
        </Page>
    }
}

/// How many statements a finished response answers.
fn answered(found: &Finished) -> usize {
    found.response.answers.iter().filter(|answer| answer.is_given()).count()
}

/// Whether a finished response can be corrected: while its round is open.
fn is_open(open: &Workspace, response: ResponseId) -> bool {
    open.counted(response).is_some_and(|(round, ..)| open.round_state(round) == RoundState::Open)
}

/// Reopens a finished response as one in progress that corrects it, or goes on with that.
fn reopen(app: App, response: ResponseId) {
    if let Some(begun) = app.read_now(|open| open.correcting(response)).flatten() {
        app.turn_to(Place::Check(begun));
        return;
    }
    let (draft, now) = (ResponseId(ids::new_uuid()), app.now());
    match app.edit(|open| open.reopen_counted(response, draft, now)) {
        Ok(_) => app.turn_to(Place::Check(draft)),
        Err(_) => app.say(Notice::said("This response is no longer here. Nothing was changed.")),
    }
}

/// Gives the person their response as a file.
fn save_response(app: App, response: ResponseId) {
    let now = app.now();
    let made = app.read_now(|open| {
        let found = finished(open, response)?;
        let name = file_name(open, &found);
        let Finished { round, survey, response } = found;
        Some((name, export::responses(open.id(), round, &survey, [&response], now)))
    });
    let (name, text) = made.flatten().unzip();
    give_file(app, &name.unwrap_or_default(), text);
}
