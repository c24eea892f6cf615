//! The letter and the email that go out with a survey: drafted from the round, to be adapted and copied.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analysis::answering::minutes;
use crate::browser::clipboard;
use crate::domain::ids::RoundId;
use crate::domain::workspace::Workspace;
use crate::reports::letter::{Sending, email, letter};
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, Button, ButtonKind, ButtonLink, Live, Page, PageHeading, Textarea};

/// The letter and the email of a round.
#[component]
pub fn Letter(
    /// The round whose survey is sent out.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let back = app.href(Place::Survey);
    match app.read_now(|open| drafted(open, round)).flatten() {
        None => view! {
            <Page>
                <PageHeading>"This round is not here"</PageHeading>
                <p class="govuk-body">"It may have been removed, or belong to another area."</p>
                <ButtonLink href=back>"Go to the survey"</ButtonLink>
            </Page>
        }
        .into_any(),
        Some((area, letter, email)) => view! {
            <Page before=move || view! { <BackLink href=back.clone() text="Back to the survey" /> }>
                <PageHeading caption=area>"Letter and email"</PageHeading>
                <p class="govuk-body">
                    "Both are drafted from what you said about the round. Change them here or where you paste them. What you change here is not kept."
                </p>
                <ToCopy id="letter" label="The Director\u{2019}s letter" words=letter rows=24 copy="Copy the letter" copied="The letter was copied." />
                <ToCopy id="email" label="The email" words=email rows=24 copy="Copy the email" copied="The email was copied." />
            </Page>
        }
        .into_any(),
    }
}

/// The area's name, the letter and the email.
fn drafted(open: &Workspace, id: RoundId) -> Option<(String, String, String)> {
    let (area, round) = (open.area()?.name.clone(), open.round(id)?);
    let statements = open.survey_of(id)?.questionnaire.statements.len();
    let sending = Sending { area: &area, round, minutes: minutes(statements) };
    let (letter, email) = (letter(&sending), email(&sending));
    Some((area, letter, email))
}

/// A text to change and copy.
#[component]
fn ToCopy(
    /// The id of the field.
    id: &'static str,
    /// What the text is.
    label: &'static str,
    /// The text as drafted.
    words: String,
    /// How many lines are seen at once.
    rows: u8,
    /// The words of the button.
    copy: &'static str,
    /// What is said once it is copied.
    copied: &'static str,
) -> impl IntoView {
    let words = RwSignal::new(words);
    let said = RwSignal::new(String::new());
    let press = move |()| {
        let text = words.get_untracked();
        spawn_local(async move {
            let outcome = match clipboard::copy(&text).await {
                true => copied,
                false => "This browser does not let Rainbow copy. Select the text and copy it yourself.",
            };
            said.try_set(outcome.to_owned());
        });
    };
    view! {
        <Textarea id label rows value=words on_change=move |text| words.set(text) />
        <Button kind=ButtonKind::Secondary on_press=press>{copy}</Button>
        <Live text=said visible=true />
    }
}
