//! The end of a response: check what is answered, finish, and save the file that goes back.

use leptos::prelude::*;

use super::respondent::NotInProgress;
use super::survey::give_file;
use crate::analysis::answering::{Finished, Questions, finished};
use crate::browser::ids;
use crate::domain::area::Area;
use crate::domain::draft::Respondent;
use crate::domain::ids::{RecordId, ResponseId};
use crate::domain::step::StepId;
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
    let way_back = RwSignal::new(None::<StepId>);
    let stage = Memo::new(move |_| app.read(|open| stage(open, response)).unwrap_or(Stage::NotHere));
    move || match stage.get() {
        Stage::InProgress => view! { <InProgress response way_back /> }.into_any(),
        Stage::Finished => view! { <Done response way_back /> }.into_any(),
        Stage::NotHere => view! { <NotInProgress response /> }.into_any(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    InProgress,
    Finished,
    NotHere,
}

fn stage(open: &Workspace, response: ResponseId) -> Stage {
    if open.draft(response).is_some() {
        Stage::InProgress
    } else if finished(open, response).is_some() {
        Stage::Finished
    } else {
        Stage::NotHere
    }
}

#[component]
fn InProgress(response: ResponseId, way_back: RwSignal<Option<StepId>>) -> impl IntoView {
    let app = App::get();
    let counts = Memo::new(move |_| app.read(|open| counts(open, response)).unwrap_or_default());
    let person = Memo::new(move |_| app.read(|open| person(open, response)).flatten());
    let themes = app.read_now(|open| Questions::of_draft(open, response)).flatten().unwrap_or_default().themes;
    let last = themes.last().map(|theme| theme.id.clone());
    let back = app.href(last.map_or(Place::Respondent(response), |theme| Place::Answer(response, theme)));
    let left =
        move || counts.with(|counts| counts.iter().map(|(done, asked)| asked.saturating_sub(*done)).sum::<usize>());
    let is_closed = Memo::new(move |_| app.read(|open| is_closed(open, response)).unwrap_or(false));
    let refused = RwSignal::new(false);
    let errors = Signal::derive(move || {
        let stands = refused.get() && is_closed.get();
        stands.then(|| FieldError::new(REOPEN, CLOSED)).into_iter().collect::<Vec<_>>()
    });
    let press = move |()| {
        if finish(app, response, way_back) == Err(EditError::RoundClosed) {
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
            <h2 class="govuk-heading-m">"About you"</h2>
            {move || person.get().map(|(area, person)| about(app, response, &area, &person))}
            <h2 class="govuk-heading-m">"Finish"</h2>
            <p class="govuk-body">
                "Finishing puts your answers together as one response. You then save it as a file to send back. Nothing is sent by itself."
            </p>
            <Show when=move || is_closed.get()>
                <p class="govuk-body">
                    "This round is closed. Answers can be finished only after it is reopened: "
                    <a class="govuk-link" id=REOPEN href=app.href(Place::Survey)>"reopen it on the Survey page"</a>
                    "."
                </p>
            </Show>
            <Button on_press=press>"Finish and save"</Button>
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

fn person(open: &Workspace, response: ResponseId) -> Option<(Area, Respondent)> {
    Some((open.area()?.clone(), open.draft(response)?.respondent.clone()))
}

fn about(app: App, response: ResponseId, area: &Area, person: &Respondent) -> impl IntoView + use<> {
    let said = |name: Option<&str>| name.filter(|name| !name.is_empty()).unwrap_or("Not said").to_owned();
    let sector = said(person.sector.as_ref().map(|sector| area.sector_name(sector)));
    let group = said(person.staff_group.as_ref().map(|group| area.staff_group_name(group)));
    let organisation = said(Some(&person.organisation));
    let change = app.href(Place::Respondent(response));
    view! {
        <SummaryList>
            <SummaryRow name="Sector" change_href=change.clone()>{sector}</SummaryRow>
            <SummaryRow name="Staff group" change_href=change.clone()>{group}</SummaryRow>
            <SummaryRow name="Organisation" change_href=change>{organisation}</SummaryRow>
        </SummaryList>
    }
}

/// Whether the round that a response in progress is for is closed.
fn is_closed(open: &Workspace, response: ResponseId) -> bool {
    open.draft(response).is_some_and(|draft| open.round_state(draft.round) != RoundState::Open)
}

/// Finishes a response. What a closed round means is said by the page; all else is said here.
fn finish(app: App, response: ResponseId, way_back: RwSignal<Option<StepId>>) -> Result<(), EditError> {
    let today = app.today();
    match app.edit(|open| open.finish_draft(response, RecordId(ids::new_uuid()), today)) {
        Ok(edit) => way_back.set(edit.step),
        Err(EditError::RoundClosed) => return Err(EditError::RoundClosed),
        Err(EditError::Withdrawn) => {
            app.say(Notice::said("This response was taken back earlier, so it can not be finished. Begin a new one."));
        }
        Err(_) => app.say(Notice::said("This response could not be finished. Nothing was changed.")),
    }
    focus_heading();
    Ok(())
}

#[component]
fn Done(response: ResponseId, way_back: RwSignal<Option<StepId>>) -> impl IntoView {
    let app = App::get();
    let counts =
        app.read_now(|open| finished(open, response).map(|found| answered(&found))).flatten().unwrap_or_default();
    let save = move |()| {
        if save_response(app, response) {
            // Once a file is out, changing the answers would make two responses that say they are the same.
            way_back.set(None);
        }
    };
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
            <Button on_press=save>"Save your response file"</Button>
            <p class="govuk-body">
                "If you answered on the device where the responses are gathered, your response is counted already and there is nothing to send."
            </p>
            <Show when=move || way_back.with(Option::is_some)>
                <p class="govuk-body">
                    <Button
                        kind=ButtonKind::Link
                        on_press=move |()| {
                            if let Some(step) = way_back.get_untracked() {
                                way_back.set(None);
                                app.turn(step);
                                focus_heading();
                            }
                        }
                    >
                        "Go back and change your answers"
                    </Button>
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

/// Gives the person their response as a file. True if the browser took it.
fn save_response(app: App, response: ResponseId) -> bool {
    let now = app.now();
    let made = app.read_now(|open| {
        let Finished { round, survey, response } = finished(open, response)?;
        let title = open.round(round).map(|round| words::file_part(&round.title)).unwrap_or_default();
        // The start of the id keeps the files of many people apart in one folder, and says nothing about anybody.
        let id: String = response.id.to_string().chars().take(8).collect();
        let text = export::responses(open.id(), round, &survey, [&response], now);
        Some((format!("rainbow-response-{title}-{id}.json"), text))
    });
    let (name, text) = made.flatten().unzip();
    give_file(app, &name.unwrap_or_default(), text)
}
