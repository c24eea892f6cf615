//! Survey designs: those there are, and beginning another from the standard questionnaire, a past round or nothing.

use leptos::prelude::*;

use super::designed;
use crate::browser::ids;
use crate::domain::design::{Design, Start};
use crate::domain::framework::Framework;
use crate::domain::ids::{DesignId, DesignStatementId, RoundId};
use crate::domain::rest::Rest;
use crate::domain::survey::{Questionnaire, Statement};
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, Choice, ErrorSummary, FieldError, Form, Input, Page, PageHeading, Radios, error_at};

const TITLE: &str = "design-title";
const START: &str = "design-start";

/// What a person can begin from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Standard,
    Round(RoundId),
    Empty,
}

/// The list of designs, and the form that begins one.
#[component]
pub fn Designs() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let designs = Memo::new(move |_| app.read(listed).unwrap_or_default());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Survey) text="Back to the survey" /> }>
            <ErrorSummary errors />
            <PageHeading caption=area>"Design a survey"</PageHeading>
            <p class="govuk-body">
                "Choose what a survey asks before you open a round with it: the arcs, the practices and every statement. Nothing is handed out until you open a round."
            </p>
            <Show when=move || designs.with(|designs| !designs.is_empty())>
                <h2 class="govuk-heading-m">"Your designs"</h2>
                <ul class="govuk-list govuk-list--spaced">
                    <For each=move || designs.get() key=Clone::clone let((id, title, count))>
                        <li>
                            <a class="govuk-link govuk-!-font-weight-bold" href=app.href(Place::Design(id))>{title}</a>
                            {format!(", {}", words::count(count, "statement", "statements"))}
                        </li>
                    </For>
                </ul>
            </Show>
            <h2 class="govuk-heading-m">"Begin a design"</h2>
            <Begin errors />
        </Page>
    }
}

fn listed(open: &Workspace) -> Vec<(DesignId, String, usize)> {
    let count = |id| designed::questionnaire(open, id).map_or(0, |asked| asked.statements.len());
    open.designs().into_iter().map(|(id, design)| (id, design.title.clone(), count(id))).collect()
}

#[component]
fn Begin(errors: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let app = App::get();
    let title = RwSignal::new(String::new());
    let start = RwSignal::new(None::<From>);
    // The id is made with the form, so that handing it in twice in a row still begins one design.
    let id = DesignId(ids::new_uuid());
    let begin = move |()| {
        let words = title.get_untracked().trim().to_owned();
        let no_title = words.is_empty().then(|| FieldError::new(TITLE, "Enter a title for the survey"));
        let no_start =
            start.get_untracked().is_none().then(|| FieldError::new(START, "Choose what the survey starts from"));
        let wrong: Vec<_> = no_title.into_iter().chain(no_start).collect();
        let Some(start) = start.get_untracked().filter(|_| wrong.is_empty()) else {
            errors.set(wrong);
            return;
        };
        let made = app.read_now(|open| begun(open, &words, start)).flatten();
        let Some((design, statements)) = made else {
            app.say(Notice::said("What the survey starts from is no longer here. Nothing was changed."));
            return;
        };
        let statements = statements.into_iter().map(|statement| (DesignStatementId(ids::new_uuid()), statement));
        let statements: Vec<_> = statements.collect();
        match app.edit(|open| Ok(open.begin_design(id, design, statements))) {
            Ok(edit) => app.go_with(Place::Design(id), Notice::done("The survey design was begun.", &edit)),
            Err(_) => app.say(Notice::said("The survey design could not be begun. Nothing was changed.")),
        }
    };
    view! {
        <Form on_submit=begin>
            <Input
                id=TITLE
                label="Title of the survey"
                hint="People who answer see it. Such as Integrated working"
                error=error_at(errors, TITLE)
                value=title
                on_change=move |text| title.set(text)
            />
            <Radios
                id=START
                legend="What does it start from?"
                error=error_at(errors, START)
                choices=app.read_now(choices).unwrap_or_default()
                value=start
                on_choose=move |chosen| start.set(Some(chosen))
            />
            <Button submit=true>"Begin the design"</Button>
        </Form>
    }
}

fn choices(open: &Workspace) -> Vec<Choice<From>> {
    let size = |questionnaire: &Questionnaire| words::count(questionnaire.statements.len(), "statement", "statements");
    let standard = builtin::questionnaire().map(|standard| size(&standard)).unwrap_or_default();
    let standard = Choice::new(From::Standard, "The standard questionnaire")
        .with_hint(format!("{standard} in all the arcs. Choose from them, and change what you like."));
    let empty = Choice::new(From::Empty, "Nothing").with_hint("The arcs without a statement. You write them all.");
    let rounds = open.rounds().into_iter().rev().filter_map(|(id, round)| {
        let survey = open.survey_of(id)?;
        let hint = format!("What it asked: {}, {}.", survey.questionnaire.title, size(&survey.questionnaire));
        Some(Choice::new(From::Round(id), format!("The round \u{201c}{}\u{201d}", round.title)).with_hint(hint))
    });
    std::iter::once(standard).chain(rounds).chain([empty]).collect()
}

/// The design that begins from this, and its statements.
fn begun(open: &Workspace, title: &str, from: From) -> Option<(Design, Vec<Statement>)> {
    let area = open.area()?.name.clone();
    let (start, framework, standing): (Start, Framework, Option<Questionnaire>) = match from {
        From::Standard => (Start::Standard, builtin::framework().ok()?, builtin::questionnaire().ok()),
        From::Empty => (Start::Empty, builtin::framework().ok()?, None),
        From::Round(round) => {
            let survey = open.survey_of(round)?;
            (Start::Survey(survey.hash), survey.framework.clone(), Some(survey.questionnaire.clone()))
        }
    };
    let source = match &standing {
        None => format!("Written by {area}."),
        Some(standing) => {
            let adapted = format!("Chosen and adapted by {area}.");
            let source = standing.source.trim_end_matches(&adapted).trim_end();
            format!("{source} {adapted}")
        }
    };
    let statements = standing.map(|standing| standing.statements).unwrap_or_default();
    let asked = |theme| statements.is_empty() || statements.iter().any(|statement| statement.theme == theme);
    let themes = framework.themes.iter().map(|theme| theme.id.clone()).filter(|theme| asked(theme.clone()));
    let practices = framework.practices.iter().map(|practice| practice.id.clone());
    let design = Design {
        title: title.to_owned(),
        source,
        start,
        themes: themes.collect(),
        practices: practices.collect(),
        rest: Rest::new(),
    };
    Some((design, statements))
}
