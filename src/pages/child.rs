//! A child's response: begun by whoever helps, who reads first how to help, and gone on with where it was left.

use leptos::prelude::*;

use super::respondent::NotInProgress;
use crate::browser::ids;
use crate::domain::draft::{Draft, Respondent};
use crate::domain::ids::{ResponseId, RoundId, SurveyHash};
use crate::domain::rest::Rest;
use crate::domain::survey::{ForWhom, Statement};
use crate::domain::workspace::Workspace;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, ButtonKind, ButtonLink, Page, PageHeading};

/// What whoever helps a child reads before the child answers.
#[component]
pub fn Helper(
    /// The response in progress.
    response: ResponseId,
) -> impl IntoView {
    let app = App::get();
    let found = app.read_now(|open| Some((open.draft(response)?.round, asked(open, response)?.len()))).flatten();
    let Some((round, count)) = found else { return view! { <NotInProgress response /> }.into_any() };
    let first = app.read_now(|open| next_place(open, response)).unwrap_or(Place::ChildEnd(response));
    let back = app.href(Place::Children(round));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back" /> }>
            <PageHeading>"For the person helping"</PageHeading>
            <p class="govuk-body-l">{format!("There are {count} short statements, one on each page. A child or young person picks the face that fits.")}</p>
            <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
                <li>"Let them answer themselves. Whatever they pick is right."</li>
                <li>"Read a statement out if they want, in a plain voice. If they ask what a word means, explain the word and not the answer."</li>
                <li>"Do not lead them: do not nod, guess or say what you would pick."</li>
                <li>"They can skip any statement, and \u{201c}I don\u{2019}t know\u{201d} is an answer too."</li>
                <li>"Stop when they want to stop."</li>
                <li>"A parent or carer can answer for their family in the same way."</li>
            </ul>
            <p class="govuk-body">
                "Nobody is asked for a name. If a child tells you something that worries you, follow your safeguarding procedure; there is nowhere to write it here."
            </p>
            <ButtonLink href=app.href(first) kind=ButtonKind::Start>"Hand it over and start"</ButtonLink>
        </Page>
    }
    .into_any()
}

/// Begins a child's response and goes to what its helper reads first.
pub(super) fn begin(app: App, round: RoundId) {
    let Some(survey) = app.read_now(|open| open.children_survey_of(round).map(|survey| survey.hash)).flatten() else {
        app.say(Notice::said("The questions for children and families are not on this device. Nothing was changed."));
        return;
    };
    let id = ResponseId(ids::new_uuid());
    let draft = draft(app, round, survey);
    match app.edit(|open| Ok(open.begin_draft(id, draft))) {
        Ok(_) => app.turn_to(Place::Helper(id)),
        Err(_) => app.say(Notice::said("A response could not be begun. Nothing was changed.")),
    }
}

/// A response that begins now, of somebody who has said nothing yet.
pub(super) fn draft(app: App, round: RoundId, survey: SurveyHash) -> Draft {
    let (respondent, begun) = (Respondent::default(), app.now());
    Draft { round, survey, respondent, begun, at: None, corrects: None, rest: Rest::new() }
}

/// The statements of a child's response in progress; `None` if there is none such here.
pub(super) fn asked(open: &Workspace, response: ResponseId) -> Option<Vec<Statement>> {
    let survey = open.survey(open.draft(response)?.survey)?;
    let is_child = survey.questionnaire.for_whom == ForWhom::Children;
    // In the order in which the themes stand, as everywhere.
    let statements = survey.themes().flat_map(|theme| survey.of_theme(&theme.id).cloned().collect::<Vec<_>>());
    is_child.then(|| statements.collect())
}

/// Where a response in progress is gone on with: a child's at its first statement without an answer, anybody else's where it
/// was left.
pub(super) fn next_place(open: &Workspace, response: ResponseId) -> Place {
    let Some(statements) = asked(open, response) else {
        let at = open.draft(response).and_then(|draft| draft.at.clone());
        return at.map_or(Place::Respondent(response), |theme| Place::Answer(response, theme));
    };
    let said = open.draft_answers(response);
    let is_open = |statement: &Statement| said.get(&statement.id).is_none_or(|said| !said.answer.is_given());
    let next = statements.into_iter().find(is_open);
    next.map_or(Place::ChildEnd(response), |statement| Place::ChildStatement(response, statement.id))
}
