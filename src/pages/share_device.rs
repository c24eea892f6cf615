//! Setting a device up for many people who answer one after the other: whom, and the word that ends it.

use leptos::prelude::*;

use super::children::ask;
use crate::browser::ids;
use crate::domain::ids::RoundId;
use crate::domain::rest::Rest;
use crate::domain::shared_device::{SharedDevice, Word};
use crate::domain::survey::ForWhom;
use crate::domain::workspace::RoundState;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, Choice, ErrorSummary, FieldError, Form, Input, InputWidth, Inset, Page, PageHeading, Radios,
};

const WORD: &str = "facilitators-word";
const AGAIN: &str = "facilitators-word-again";

/// Setting the device up.
#[component]
pub fn ShareDevice(
    /// The round that people answer.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let title = app.read_now(|open| open.round(round).map(|round| round.title.clone())).flatten();
    let is_open = Memo::new(move |_| app.read(|open| open.round_state(round) == RoundState::Open).unwrap_or(false));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let back = app.href(Place::Survey);
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the survey" /> }>
            <ErrorSummary errors />
            <PageHeading caption=title.unwrap_or_default()>"Use this device for many people"</PageHeading>
            <p class="govuk-body">
                "For a tablet that is passed round, or a computer at a conference. Each person starts clean, finishes, and hands the device on. Nobody comes to anybody else\u{2019}s answers, or to anything else in Rainbow."
            </p>
            {move || if is_open.get() {
                view! { <Setup round errors /> }.into_any()
            } else {
                view! { <Inset>"This round is closed. Reopen it first: in a closed round nobody can finish."</Inset> }.into_any()
            }}
        </Page>
    }
}

#[component]
fn Setup(round: RoundId, errors: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let app = App::get();
    let whom = RwSignal::new(Some(ForWhom::Workforce));
    let (word, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error_at = move |field: &'static str| {
        Signal::derive(move || {
            errors.with(|errors| errors.iter().find(|error| error.field == field).map(|error| error.message.clone()))
        })
    };
    let submit = move |()| {
        let found = check(&word.get_untracked(), &again.get_untracked());
        let is_right = found.is_empty();
        errors.set(found);
        if is_right {
            share(app, round, whom.get_untracked().unwrap_or_default(), &word.get_untracked());
        }
    };
    view! {
        <Form on_submit=submit>
            <Radios
                id="who-answers"
                legend="Who will answer on it?"
                choices=vec![
                    Choice::new(ForWhom::Workforce, "People who work with children"),
                    Choice::new(ForWhom::Children, "Children, young people and families")
                        .with_hint("With plain words and faces, and somebody to help"),
                ]
                value=whom
                on_choose=move |chosen| whom.set(Some(chosen))
            />
            <Input
                id=WORD
                label="Your word"
                hint="You say it to leave this mode. Write it down: it is not kept in a form that anybody can read, so nobody can look it up."
                width=InputWidth::Chars20
                secret=true
                error=error_at(WORD)
                value=word
                on_change=move |words| word.set(words)
            />
            <Input
                id=AGAIN
                label="Your word again"
                width=InputWidth::Chars20
                secret=true
                error=error_at(AGAIN)
                value=again
                on_change=move |words| again.set(words)
            />
            <Button submit=true>"Use this device for many people"</Button>
        </Form>
    }
}

fn check(word: &str, again: &str) -> Vec<FieldError> {
    if word.trim().is_empty() {
        vec![FieldError::new(WORD, "Enter a word that you will remember")]
    } else if word.trim() != again.trim() {
        vec![FieldError::new(AGAIN, "Enter the same word twice")]
    } else {
        Vec::new()
    }
}

fn share(app: App, round: RoundId, whom: ForWhom, word: &str) {
    let asked = match whom {
        ForWhom::Workforce => Ok(()),
        ForWhom::Children => ask(app, round),
    };
    let survey = app.read_now(|open| {
        let survey = match whom {
            ForWhom::Workforce => open.survey_of(round),
            ForWhom::Children => open.children_survey_of(round),
        };
        survey.map(|survey| survey.hash)
    });
    let shared = survey.flatten().filter(|_| asked.is_ok()).map(|survey| SharedDevice {
        round,
        survey,
        word: Word::new(word, *ids::new_uuid().as_bytes()),
        turn: None,
        finished: 0,
        rest: Rest::new(),
    });
    if shared.is_none_or(|shared| app.share_device(shared).is_err()) {
        app.say(Notice::said("The questions of this round are not on this device. Nothing was changed."));
    }
}
