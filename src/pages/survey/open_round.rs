//! Opening a round with the standard questionnaire: the first, or the next after one was closed.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::round_choice::RoundChoice;
use super::super::round_form::{Essentials, Fields};
use crate::analysis::answering::minutes;
use crate::browser::ids;
use crate::domain::ids::RoundId;
use crate::domain::round::Round;
use crate::exchange::builtin;
use crate::exchange::problem::Fault;
use crate::exchange::wire::survey::freeze;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, Details, ErrorSummary, FieldError, Form, Page, PageHeading, focus_heading};

/// The page that opens the first round.
#[component]
pub(super) fn FirstRound(area: String, choice: RoundChoice) -> impl IntoView {
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let size = builtin::questionnaire().map(|standard| standard.statements.len()).unwrap_or_default();
    view! {
        <Page>
            <ErrorSummary errors />
            <PageHeading caption=area>"Survey"</PageHeading>
            <p class="govuk-body-l">
                "A round is one time of asking: the people who work with children say, each alone, how well they work together. Run it again later, and each round is measured against the one before."
            </p>
            <p class="govuk-body">
                {format!(
                    "It asks the standard questionnaire: {}, answered from 1 to 5 in about {} minutes. After you open the round you can read them all, answer, and hand the survey out.",
                    words::count(size, "statement", "statements"),
                    minutes(size)
                )}
            </p>
            <h2 class="govuk-heading-m">"Open a round"</h2>
            <RoundForm errors choice />
            <OtherSurvey />
        </Page>
    }
}

/// How to ask again once a round is closed.
#[component]
pub(super) fn NextRound(choice: RoundChoice) -> impl IntoView {
    let errors = RwSignal::new(Vec::<FieldError>::new());
    view! {
        <h2 class="govuk-heading-m">"Ask again"</h2>
        <p class="govuk-body">
            "When it is time to see what has changed, ask the standard questionnaire anew. This round and its results stay as they are."
        </p>
        <Details summary="Open the next round">
            <ErrorSummary errors />
            <RoundForm errors choice />
        </Details>
        <OtherSurvey />
    }
}

/// The way to a survey that is not the standard questionnaire.
#[component]
fn OtherSurvey() -> impl IntoView {
    let app = App::get();
    view! {
        <p class="govuk-body">
            "To ask about some arcs only, or to change, add or leave out statements, "
            <a class="govuk-link" href=app.href(Place::Designs)>"design a survey"</a>
            " and open the round with it."
        </p>
    }
}

#[component]
fn RoundForm(errors: RwSignal<Vec<FieldError>>, choice: RoundChoice) -> impl IntoView {
    let app = App::get();
    let Some(area) = app.read_now(|open| open.area().cloned()).flatten() else { return ().into_any() };
    let fields = Fields::new(&Round::opened("", Vec::new(), app.today()), &area);
    let open = move |()| {
        let mut round = Round::opened("", Vec::new(), app.today());
        match fields.write(&mut round) {
            Ok(()) => {
                choice.show_latest();
                open_round(app, round);
            }
            Err(wrong) => errors.set(wrong),
        }
    };
    view! {
        <Form on_submit=open>
            <Essentials fields errors />
            <Button submit=true>"Open the round"</Button>
        </Form>
    }
    .into_any()
}

/// Opens the round with the standard questionnaire.
fn open_round(app: App, round: Round) {
    let survey = builtin::framework()
        .and_then(|framework| Ok::<_, Fault>((framework, builtin::questionnaire()?)))
        .and_then(|(framework, questionnaire)| freeze(&framework, &questionnaire));
    let Ok(survey) = survey else {
        app.say(Notice::said("The standard questionnaire could not be read. Nothing was changed."));
        return;
    };
    let round = Round { surveys: vec![survey.hash], ..round };
    let made = app.edit(|open| Ok(open.open_round(RoundId(ids::new_uuid()), round, Arc::new(survey))));
    match made {
        Ok(edit) => {
            app.say(Notice::done("The round is open. Answer the survey here, or hand it out.", &edit));
            focus_heading();
        }
        Err(_) => app.say(Notice::said("The round could not be opened. Nothing was changed.")),
    }
}
