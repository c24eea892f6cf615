//! The start for a lead who was asked how their actions go: the actions, who reports, and the file to send back.

use leptos::prelude::*;

use super::files::Removal;
use super::finished::ToWrite;
use super::own_response::JSON;
use crate::analysis::reporting::{Asked, asked};
use crate::browser::files::download;
use crate::browser::location;
use crate::domain::ids::PlanId;
use crate::domain::update_request::UpdateRequest;
use crate::domain::workspace::Workspace;
use crate::exchange::export;
use crate::reports::leads::{covering_note, progress_file, whom};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Carried, Notice};
use crate::ui::{
    Button, ButtonGroup, Input, InputWidth, Inset, Page, PageHeading, SummaryList, SummaryRow, TagColour, Task,
    TaskList, TaskStatus,
};

/// The actions that a lead is asked about.
#[component]
pub fn Reporting() -> impl IntoView {
    let app = App::get();
    let request = Memo::new(move |_| app.read(|open| open.update_request().cloned()).flatten());
    let made = Memo::new(move |_| request.with(|request| request.as_ref().map(|request| (request.made, request.plan))));
    move || match made.get() {
        // Drawn anew for another request only: what is typed on the page must not lose the focus.
        Some((_, plan)) => request.get_untracked().map(|request| view! { <Request request plan /> }).into_any(),
        None => ().into_any(),
    }
}

/// One request.
#[component]
fn Request(request: UpdateRequest, plan: PlanId) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let title = title(app, plan);
    let reporter = Memo::new(move |_| {
        let said = app.read(|open| open.update_request().map(|request| request.reporter.clone()));
        said.flatten().unwrap_or_default()
    });
    let actions = app.read_now(|open| asked(open, today)).unwrap_or_default();
    let reported = Memo::new(move |_| {
        let all = app.read(|open| asked(open, today)).unwrap_or_default();
        all.into_iter().map(|asked| asked.is_reported).collect::<Vec<_>>()
    });
    let to_send = Memo::new(move |_| app.read(|open| open.to_send().len()).unwrap_or(0));
    let asks = match request.returns_to.role.trim() {
        "" => request.area_name.clone(),
        role => format!("{role}, {}", request.area_name),
    };
    let file = progress_file(&title, &request.lead);
    let by = request.asked_by.map(|day| format!(" by {}", words::day(day))).unwrap_or_default();
    let note = covering_note(&request, &title);
    view! {
        <Page>
            <PageHeading caption=format!("{title}, {}", request.area_name)>"How are your actions going?"</PageHeading>
            <p class="govuk-body-l">{format!("Actions of {}", request.lead)}</p>
            <p class="govuk-body">
                "Say for each action what happened since it was last reported. What you write is saved on this device as you go. Nothing is sent by itself: at the end you save a file and send it yourself."
            </p>
            <SummaryList>
                <SummaryRow name="Who asks">{asks}</SummaryRow>
                {request.asked_by.map(|day| view! { <SummaryRow name="Please send it by">{words::day(day)}</SummaryRow> })}
            </SummaryList>
            <Input
                id="reporter"
                label="Who reports?"
                hint="A role, initials or a group. It stands beside what you report."
                width=InputWidth::Chars20
                value=reporter
                on_change=move |words: String| {
                    if app.edit(|open| open.set_reporter(words.trim())).is_err() {
                        app.say(Notice::said("These actions are no longer on this device."));
                    }
                }
            />
            <h2 class="govuk-heading-m">{words::count(actions.len(), "action", "actions")}</h2>
            <TaskList>
                {actions.into_iter().zip(0_usize..).map(|(action, at)| {
                    let is_reported = move || reported.with(|all| all.get(at).copied().unwrap_or(false));
                    task(app, &action, is_reported)
                }).collect_view()}
            </TaskList>
            <h2 class="govuk-heading-m">"Send it back"</h2>
            <Show
                when=move || { to_send.get() > 0 }
                fallback=|| view! { <Inset>"There is nothing to send yet. Report on an action first."</Inset> }
            >
                <p class="govuk-body">
                    {move || format!("There {} to send.", if to_send.get() == 1 { "is 1 entry".to_owned() } else { format!("are {} entries", to_send.get()) })}
                </p>
            </Show>
            <ol class="govuk-list govuk-list--number">
                <li>"Press \u{201c}Save the file to send back\u{201d}. It holds what you reported and nothing else, as text that you can read."</li>
                <li>"Look for the file "<strong class="app-address">{file}</strong>" where your downloads are kept."</li>
                <li>{format!("Send it to {}{by}, attached to an email.", whom(&request.returns_to))}</li>
            </ol>
            <ButtonGroup>
                <Button on_press=move |()| save(app, plan)>"Save the file to send back"</Button>
            </ButtonGroup>
            <p class="govuk-body">
                "You can go on afterwards. What you add or change then goes into the next file, which you send too."
            </p>
            <ToWrite note />
            // A page that carries the request would open it again at once.
            {matches!(app.carried(), Carried::Nothing).then(|| view! { <Removal /> })}
            {location::is_file().then(|| view! {
                <p class="govuk-body-s">
                    "Keep this file where it is until you have sent yours: some browsers lose sight of what was saved when the file moves."
                </p>
            })}
        </Page>
    }
}

fn task(app: App, action: &Asked, is_reported: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
    let due = if action.due.is_empty() { None } else { Some(format!("Due: {}", action.due)) };
    let hint = action.above.iter().cloned().chain(due).collect::<Vec<_>>().join(" \u{203a} ");
    let status = Signal::derive(move || match is_reported() {
        true => TaskStatus::plain("Reported"),
        false => TaskStatus::tagged("Nothing added yet", TagColour::Blue),
    });
    let title = format!("{} {}", action.label, action.text).trim().to_owned();
    view! { <Task title href=app.href(Place::ReportAction(action.id)) hint status /> }.into_any()
}

fn title(app: App, plan: PlanId) -> String {
    app.read_now(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten().unwrap_or_default()
}

/// Gives the lead their file, and notes that it was made.
fn save(app: App, plan: PlanId) {
    let now = app.now();
    if app.read_now(|open| open.to_send().is_empty()).unwrap_or(true) {
        app.say(Notice::said("There is nothing to send yet. Report on an action first."));
        return;
    }
    let made = app.read_now(|open| Some((open.update_request()?.lead.clone(), export::report(open, now).ok()?)));
    let Some((lead, text)) = made.flatten() else {
        app.say(Notice::said("The file could not be made. What you reported is still on this device."));
        return;
    };
    let name = progress_file(&title(app, plan), &lead);
    app.say(Notice::said(match download(&name, JSON, &text) {
        Ok(()) => match app.edit(Workspace::note_given) {
            Ok(_) => format!("The file {name} was made. Look for it where your downloads are kept, and send it."),
            Err(_) => "These actions are no longer on this device.".to_owned(),
        },
        Err(words) => {
            format!("The browser did not take the file ({words}). What you reported is still on this device.")
        }
    }));
}
