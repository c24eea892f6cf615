//! The letter and the email that go out with a survey: drafted from the round, adapted, kept and copied.

use leptos::prelude::*;

use super::missing::Missing;
use leptos::task::spawn_local;

use super::choose_version::ChooseVersion;
use super::written_part::WrittenPart;
use crate::analysis::answering::minutes;
use crate::browser::clipboard;
use crate::domain::ids::RoundId;
use crate::domain::report_text::{ReportPart, Subject, report_text_record};
use crate::domain::workspace::Workspace;
use crate::reports::letter::{Sending, email, letter};
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, Button, ButtonKind, Live, Page, PageHeading};

/// The letter and the email of a round.
#[component]
pub fn Letter(
    /// The round whose survey is sent out.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let (back, about) = (app.href(Place::Survey), Subject::Round(round));
    match app.read_now(|open| drafted(open, round)).flatten() {
        None => view! {
            <Page>
                <Missing
                    heading="This round is not here"
                    why="It may have been removed, or belong to another area."
                    to=Place::Survey
                    go="Go to the survey"
                />
            </Page>
        }
        .into_any(),
        Some((area, letter, email)) => view! {
            <Page before=move || view! { <BackLink href=back.clone() text="Back to the survey" /> }>
                <PageHeading caption=area>"Letter and email"</PageHeading>
                <ChooseVersion record=report_text_record(about, &ReportPart::Letter) />
                <ChooseVersion record=report_text_record(about, &ReportPart::Email) />
                <p class="govuk-body">
                    "Both are drafted from what you said about the round. Change them as you like: what you write is kept when you leave the field, and stands from then on in place of the draft. Empty a field to have the draft back."
                </p>
                <ToCopy about part=ReportPart::Letter label="The Director\u{2019}s letter" draft=letter copy="Copy the letter" copied="The letter was copied." />
                <ToCopy about part=ReportPart::Email label="The email" draft=email copy="Copy the email" copied="The email was copied." />
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
    /// What the text is about.
    about: Subject,
    /// Which text it is.
    part: ReportPart,
    /// What the text is called.
    label: &'static str,
    /// The text as drafted.
    draft: String,
    /// The words of the button.
    copy: &'static str,
    /// What is said once it is copied.
    copied: &'static str,
) -> impl IntoView {
    let app = App::get();
    let said = RwSignal::new(String::new());
    let drafted = StoredValue::new(draft.clone());
    let kept = StoredValue::new(part.clone());
    let press = move |()| {
        let own =
            app.read_now(|open| kept.with_value(|part| open.report_text(about, part).to_owned())).unwrap_or_default();
        let text = if own.is_empty() { drafted.get_value() } else { own };
        spawn_local(async move {
            let outcome = match clipboard::copy(&text).await {
                true => copied,
                false => "This browser does not let Rainbow copy. Select the text and copy it yourself.",
            };
            said.try_set(outcome.to_owned());
        });
    };
    view! {
        <WrittenPart about part label draft rows=24 />
        <Button kind=ButtonKind::Secondary on_press=press>{copy}</Button>
        <Live text=said visible=true />
    }
}
