//! The statements of one theme in a response in progress: every click is saved at once.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::respondent::NotInProgress;
use super::words_here::WordsHere;
use crate::analysis::answering::{AskedPart, AskedTheme, Questions, minutes_left};
use crate::domain::answer::{Answer as Said, Score};
use crate::domain::draft::DraftAnswer;
use crate::domain::ids::{ResponseId, StatementId, ThemeId};
use crate::domain::survey::Statement;
use crate::domain::workspace::{Edit, EditError};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, ButtonGroup, ButtonKind, ButtonLink, Page, PageHeading, Progress, ScaleChoice, ScaleQuestion,
};

const COMMENT_HINT: &str =
    "If something worries you, follow your safeguarding procedure; do not write it here. Do not name anybody.";

/// What has been said so far, by statement.
type Answers = Memo<BTreeMap<StatementId, DraftAnswer>>;

/// The page of one theme.
#[component]
pub fn Answer(
    /// The response in progress.
    response: ResponseId,
    /// The theme whose statements are shown.
    theme: ThemeId,
) -> impl IntoView {
    let app = App::get();
    // What is asked and what is said are kept apart, so that an answer does not draw the page anew under the person's hands.
    let questions = Memo::new(move |_| app.read(|open| Questions::of_draft(open, response)).flatten());
    let said: Answers = Memo::new(move |_| {
        app.read(|open| {
            open.draft_answers(response).into_iter().map(|(statement, said)| (statement, said.clone())).collect()
        })
        .unwrap_or_default()
    });
    let place = theme.clone();
    spawn_local(async move {
        // An edit, so it waits until the page is drawn. Where the response is not in progress, the page itself says so.
        app.edit(|open| open.leave_draft_at(response, place)).ok();
    });
    move || match questions.get() {
        None => view! { <NotInProgress response /> }.into_any(),
        Some(questions) => match questions.place(&theme) {
            Some((at, before, after)) => {
                let around = Around {
                    at,
                    of: questions.themes.len(),
                    statements: questions.count(),
                    before: before.map(|theme| theme.id.clone()),
                    after: after.map(|theme| theme.id.clone()),
                };
                let asked = questions.themes.get(at).cloned();
                asked.map(|asked| theme_page(app, response, asked, around, said, questions.clone())).into_any()
            }
            None => view! { <NotAsked response /> }.into_any(),
        },
    }
}

/// Where a theme stands in what a person is asked.
struct Around {
    at: usize,
    of: usize,
    statements: usize,
    before: Option<ThemeId>,
    after: Option<ThemeId>,
}

fn theme_page(
    app: App,
    response: ResponseId,
    theme: AskedTheme,
    around: Around,
    said: Answers,
    questions: Questions,
) -> impl IntoView {
    let Around { at, of, statements, before, after } = around;
    let caption = format!("Theme {} of {of}", at.saturating_add(1));
    let survey = app.href(Place::Survey);
    let back = before.clone().map_or(Place::Respondent(response), |theme| Place::Answer(response, theme));
    let on = after.clone().map_or(Place::Check(response), |theme| Place::Answer(response, theme));
    let back_words = if before.is_some() { "Previous theme" } else { "Previous: about you" };
    let on_words = if after.is_some() { "Next theme" } else { "Next: check your answers" };
    let done = Signal::derive(move || said.with(|said| questions.answered(said)));
    let left = move || match minutes_left(statements.saturating_sub(done.get())) {
        0 => "You have answered every statement.".to_owned(),
        minutes => format!("About {} left.", words::count(minutes, "minute", "minutes")),
    };
    let here = theme.count();
    let (name, colour, parts) = (theme.name.clone(), theme.colour.hex.clone(), theme.parts.clone());
    let texts: Vec<String> = std::iter::once(name.clone()).chain(parts.iter().flat_map(words_of)).collect();
    let done_here = move || said.with(|said| theme.answered(said));
    view! {
        <Page before=move || view! { <BackLink href=survey.clone() text="Stop here and come back later" /> }>
            <div class="app-theme-band" style:background-color=colour aria-hidden="true"></div>
            <PageHeading caption>{name}</PageHeading>
            <Progress done total=statements what="answered" />
            <p class="govuk-body">{left}</p>
            <p class="govuk-body">
                "Say how things are now, where you work. Every click is saved on this device, and you can leave out any statement."
            </p>
            {parts
                .into_iter()
                .map(|part| {
                    view! {
                        {part.practice.map(|practice| view! { <h2 class="govuk-heading-m">{practice}</h2> })}
                        {part
                            .statements
                            .into_iter()
                            .map(|statement| question(app, response, statement, said))
                            .collect_view()}
                    }
                })
                .collect_view()}
            <p class="govuk-body">{move || format!("{} of {here} answered on this page.", done_here())}</p>
            <WordsHere texts=Signal::stored(texts) />
            <ButtonGroup>
                <ButtonLink href=app.href(on)>{on_words}</ButtonLink>
                <ButtonLink href=app.href(back) kind=ButtonKind::Secondary>{back_words}</ButtonLink>
            </ButtonGroup>
        </Page>
    }
}

/// What stands in a part of the page.
fn words_of(part: &AskedPart) -> Vec<String> {
    let practice = part.practice.iter().cloned();
    let statements = part.statements.iter().flat_map(|one| [one.text.clone(), one.at_1.clone(), one.at_5.clone()]);
    practice.chain(statements).collect()
}

/// One statement with its scale and comment.
fn question(app: App, response: ResponseId, statement: Statement, said: Answers) -> impl IntoView {
    let Statement { id, text, label, at_1, at_5, .. } = statement;
    let (answered, commented) = (id.clone(), id.clone());
    let (answering, commenting) = (id.clone(), id.clone());
    let value = Memo::new(move |_| said.with(|said| said.get(&answered).and_then(|said| choice(said.answer))));
    let comment =
        Memo::new(move |_| said.with(|said| said.get(&commented).map(|said| said.comment.clone()).unwrap_or_default()));
    view! {
        <ScaleQuestion
            id=format!("statement-{id}")
            legend=text
            short=label
            low=at_1
            high=at_5
            value
            on_choose=move |chosen| tell(app, app.edit(|open| open.answer(response, &answering, answer(chosen))))
            comment
            comment_hint=COMMENT_HINT
            on_comment=move |words: String| {
                tell(app, app.edit(|open| open.comment(response, &commenting, &words)))
            }
        />
    }
}

/// Says so if what a person has just done could not be saved.
fn tell(app: App, made: Result<Edit, EditError>) {
    if made.is_err() {
        app.say(Notice::said("This response is no longer in progress here, so your last answer was not saved."));
    }
}

/// What the scale shows of an answer.
pub(super) fn choice(answer: Said) -> Option<ScaleChoice> {
    match answer {
        Said::NotAnswered => None,
        Said::DontKnow => Some(ScaleChoice::DontKnow),
        Said::NotApplicable => Some(ScaleChoice::NotApplicable),
        Said::Score(score) => Some(ScaleChoice::Score(score.get())),
    }
}

/// The answer that was chosen on the scale.
pub(super) fn answer(choice: Option<ScaleChoice>) -> Said {
    match choice {
        None => Said::NotAnswered,
        Some(ScaleChoice::DontKnow) => Said::DontKnow,
        Some(ScaleChoice::NotApplicable) => Said::NotApplicable,
        Some(ScaleChoice::Score(number)) => Score::new(number).map_or(Said::NotAnswered, Said::Score),
    }
}

/// What stands in place of a theme that asks this person nothing.
#[component]
fn NotAsked(response: ResponseId) -> impl IntoView {
    let app = App::get();
    view! {
        <Page>
            <PageHeading>"You are not asked about this theme"</PageHeading>
            <p class="govuk-body">"The survey has no statements on it for your staff group."</p>
            <ButtonLink href=app.href(Place::Check(response))>"Check your answers"</ButtonLink>
        </Page>
    }
}
