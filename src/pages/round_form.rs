//! How a round is set up: opening one with a survey design, and changing the settings of one that is there.

mod fields;

use std::sync::Arc;

use leptos::prelude::*;

use self::fields::More;
pub(super) use self::fields::{Essentials, Fields};
use super::choose_version::ChooseVersion;
use super::designed::{self, DesignNotHere};
use super::missing::Missing;
use crate::browser::ids;
use crate::domain::ids::{DesignId, RoundId};
use crate::domain::round::Round;
use crate::domain::workspace::{EditError, RoundState};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonGroup, Details, ErrorSummary, FieldError, Form, Page, PageHeading};

/// Opening a round with a survey design.
#[component]
pub fn OpenDesigned(
    /// The design.
    design: DesignId,
) -> impl IntoView {
    let app = App::get();
    let found = app.read_now(|open| Some((open.design(design)?.title.clone(), open.area()?.clone())));
    let Some((title, area)) = found.flatten() else { return view! { <DesignNotHere /> }.into_any() };
    let asks = Memo::new(move |_| {
        let asked = app.read(|open| designed::questionnaire(open, design)).flatten();
        asked.map_or(0, |asked| asked.statements.len())
    });
    let fields = Fields::new(&Round::opened("", Vec::new(), app.today()), &area);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The id is made with the form, so that handing it in twice in a row still opens one round.
    let id = RoundId(ids::new_uuid());
    let open = move |()| {
        let mut round = Round::opened("", Vec::new(), app.today());
        if let Err(wrong) = fields.write(&mut round) {
            errors.set(wrong);
            return;
        }
        let survey = match app.read_now(|open| designed::survey(open, design)) {
            Some(Ok(survey)) => survey,
            Some(Err(fault)) => {
                app.say(Notice::said(format!("The round can\u{2019}t be opened: {fault}. Nothing was changed.")));
                return;
            }
            None => return,
        };
        round.surveys.push(survey.hash);
        match app.edit(|open| Ok(open.open_round(id, round, Arc::new(survey)))) {
            Ok(edit) => {
                let done = Notice::done("The round is open. Answer the survey here, or hand it out.", &edit);
                app.go_with(Place::Survey, done);
            }
            Err(_) => app.say(Notice::said("The round could not be opened. Nothing was changed.")),
        }
    };
    let cancel = app.href(Place::Design(design));
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Design(design)) text="Back to the survey design" /> }>
            <PageHeading caption=title.clone()>"Open a round"</PageHeading>
            <ErrorSummary errors />
            <p class="govuk-body">
                {move || format!(
                    "It asks the {} of \u{201c}{title}\u{201d}. What is asked is frozen as it stands now; you can go on with the design for a later round.",
                    words::count(asks.get(), "statement", "statements")
                )}
            </p>
            <Form on_submit=open>
                <Essentials fields errors />
                <Details summary="More settings: numbers expected, why you ask, what is asked about people, where answers go">
                    <More fields area errors />
                </Details>
                <ButtonGroup>
                    <Button submit=true>"Open the round"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

/// Changing how a round is set up.
#[component]
pub fn RoundSettings(
    /// The round.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let found = app.read_now(|open| {
        let closed = matches!(open.round_state(round), RoundState::Closed(_));
        Some((open.round(round)?.clone(), open.area()?.clone(), closed))
    });
    let Some((stands, area, closed)) = found.flatten() else { return view! { <RoundNotHere /> }.into_any() };
    let fields = Fields::new(&stands, &area);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let title = stands.title.clone();
    let seen = StoredValue::new(stands);
    let save = move |()| {
        let Some(there) = app.read_now(|open| open.round(round).cloned()).flatten() else {
            app.say(Notice::said("The round is no longer here. Nothing was changed."));
            return;
        };
        let mut changed = there.clone();
        if let Err(wrong) = fields.write(&mut changed) {
            errors.set(wrong);
            return;
        }
        if seen.with_value(|seen| *seen != there) {
            seen.set_value(there);
            let stale = "The round was changed in another tab while you were typing. Your words are still here. Save again to replace what the other tab wrote";
            errors.set(vec![FieldError::new(fields::TITLE, stale)]);
            return;
        }
        let made = app.edit(|open| {
            // What was handed out meanwhile stays.
            let surveys = open.round(round).ok_or(EditError::NotHere("the round"))?.surveys.clone();
            open.set_round(round, Round { surveys, ..changed })
        });
        match made {
            Ok(edit) if edit.is_empty() => app.go_with(Place::Survey, Notice::said("Nothing was changed.")),
            Ok(edit) => app.go_with(Place::Survey, Notice::done("The round\u{2019}s settings were changed.", &edit)),
            Err(EditError::SmallestGroupLowered(told)) => app.say(Notice::said(format!(
                "People were told that no figure stands for fewer than {told} of them, so that number can\u{2019}t be lowered. Nothing was changed."
            ))),
            Err(_) => app.say(Notice::said("The round is no longer here. Nothing was changed.")),
        }
    };
    let cancel = app.href(Place::Survey);
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Survey) text="Back to the survey" /> }>
            <PageHeading caption=title>"Change the round\u{2019}s settings"</PageHeading>
            <ChooseVersion record=round />
            <ErrorSummary errors />
            <p class="govuk-body">
                "Survey files that you sent before keep what was set then. Send the file again if people should see the change."
            </p>
            <Form on_submit=save>
                <Essentials fields errors />
                <More fields area errors closed />
                <ButtonGroup>
                    <Button submit=true>"Save the settings"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

/// What stands in place of a round that is not here.
#[component]
fn RoundNotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing
                heading="This round is not here"
                why="Opening it was undone, or the file that it came in was taken back."
                to=Place::Survey
                go="Go to the survey"
            />
        </Page>
    }
}
