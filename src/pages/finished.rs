//! The end for somebody who was asked to answer: their response file, how to send it back, and what else they can do with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::own_response::{JSON, Removing, ask_to_remove, file, file_name, reopen, save};
use crate::analysis::answering::{Questions, own};
use crate::browser::{clipboard, share};
use crate::domain::ids::ResponseId;
use crate::domain::workspace::Workspace;
use crate::reports::letter::{covering_note, whom};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{Button, ButtonGroup, ButtonKind, Inset, Live, Page, PageHeading, Panel};

/// A finished response of which this device keeps a copy.
#[component]
pub fn FinishedResponse(
    /// The copy.
    copy: ResponseId,
) -> impl IntoView {
    let app = App::get();
    let removing = RwSignal::new(None::<ResponseId>);
    let Some(Sent { answered, asked, file: name, whom, by, note, is_correction }) =
        app.read_now(|open| Sent::of(open, copy)).flatten()
    else {
        return ().into_any();
    };
    let can_share = share::can_share(&name, JSON);
    view! {
        <Page>
            <PageHeading>"Thank you"</PageHeading>
            <Panel title="Response finished">{format!("You answered {answered} of {asked} statements")}</Panel>
            <h2 class="govuk-heading-m">"Send it back"</h2>
            <p class="govuk-body">"Nothing is sent by itself. Your answers are in the file "<strong class="app-address">{name}</strong>"."</p>
            <ol class="govuk-list govuk-list--number">
                <li>"Look for that file where your downloads are kept."</li>
                <li>{format!("Send it to {whom}{by}, attached to an email.")}</li>
            </ol>
            {is_correction.then(|| view! {
                <p class="govuk-body">"It is a correction: when it is gathered, it takes the place of the file that you sent before."</p>
            })}
            <ButtonGroup>
                <Button on_press=move |()| app.say(save(app, copy))>"Save your response file"</Button>
                {can_share.then(|| view! {
                    <Button kind=ButtonKind::Secondary on_press=move |()| hand_on(app, copy)>"Share your response file"</Button>
                })}
            </ButtonGroup>
            <p class="govuk-body">
                "It holds your answers, your comments and what you said about yourself, as text that you can read before you send it."
            </p>
            <ToWrite note />
            <h2 class="govuk-heading-m">"To change something later"</h2>
            <p class="govuk-body">
                "You can correct your response now, or open this survey again on this device later. Then send the new file too."
            </p>
            <Button kind=ButtonKind::Secondary on_press=move |()| reopen(app, copy)>"Reopen and correct"</Button>
            <h2 class="govuk-heading-m">"If others use this computer"</h2>
            <p class="govuk-body">"Until you remove them, your answers stay in this browser, where the next person can open them."</p>
            <Button kind=ButtonKind::Secondary on_press=move |()| ask_to_remove(removing, copy)>
                "Remove my answers from this computer"
            </Button>
            <Removing removing />
            <p class="govuk-body"><a class="govuk-link" href=app.href(Place::Survey)>"Back to the start of the survey"</a></p>
        </Page>
    }
    .into_any()
}

/// What there is to say of a finished response.
struct Sent {
    answered: usize,
    asked: usize,
    file: String,
    whom: String,
    by: String,
    note: String,
    is_correction: bool,
}

impl Sent {
    fn of(open: &Workspace, copy: ResponseId) -> Option<Self> {
        let found = own(open, copy)?;
        let (area, round) = (open.area()?, open.round(found.round)?);
        let group = found.response.respondent.staff_group.as_ref();
        let file = file_name(open, &found);
        Some(Self {
            answered: found.response.answers.iter().filter(|answer| answer.is_given()).count(),
            asked: Questions::of(&found.survey, group, &area.staff_groups).count(),
            note: covering_note(&area.name, round, &file),
            whom: whom(&round.returns_to),
            by: round.closes.map(|day| format!(" by {}", words::day(day))).unwrap_or_default(),
            is_correction: found.response.revision > 1,
            file,
        })
    }
}

/// What to write in the email, to be copied.
#[component]
pub(super) fn ToWrite(note: String) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let paragraphs: Vec<_> =
        note.split("\n\n").map(|words| view! { <p class="govuk-body app-address">{words.to_owned()}</p> }).collect();
    let copy = move |()| {
        let note = note.clone();
        spawn_local(async move {
            let outcome = match clipboard::copy(&note).await {
                true => "The words were copied.",
                false => "This browser does not let Rainbow copy. Select the words and copy them yourself.",
            };
            said.try_set(outcome.to_owned());
        });
    };
    view! {
        <h3 class="govuk-heading-s">"What you could write"</h3>
        <Inset>{paragraphs}</Inset>
        <Button kind=ButtonKind::Secondary on_press=copy>"Copy these words"</Button>
        <Live text=said visible=true />
    }
}

/// Hands the file to another app by the device's share sheet.
fn hand_on(app: App, copy: ResponseId) {
    if let Some((name, text)) = file(app, copy) {
        spawn_local(async move {
            // Who closes the sheet has changed their mind, and there is nothing to say.
            share::share(&name, JSON, &text).await;
        });
    }
}
