//! One response, to read: its answers and comments as they were given, and where it came from.

use std::time::Duration;

use leptos::prelude::*;

use super::list::{short, source};
use super::withdraw;
use crate::analysis::answering::finished;
use crate::analysis::received::Received;
use crate::domain::answer::Answer;
use crate::domain::area::Area;
use crate::domain::ids::ResponseId;
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::state::App;
use crate::ui::{
    Button, ButtonKind, Head, RowHeader, SummaryList, SummaryRow, Table, TableCell, TableRow, focus_field,
};

const ID: &str = "opened";

/// Moves the focus to the response, once it is drawn.
pub(super) fn show() {
    set_timeout(|| focus_field(ID), Duration::ZERO);
}

/// An answer as it is read: the statement, what was said, and the comment.
#[derive(Clone, PartialEq)]
struct Said {
    statement: String,
    answer: String,
    comment: String,
}

/// The response that was opened; nothing while there is none.
#[component]
pub(super) fn Opened(area: Memo<Area>, opened: RwSignal<Option<Received>>) -> impl IntoView {
    let app = App::get();
    move || {
        let one = opened.get()?;
        let themes = app.read(|open| said(open, one.id)).flatten()?;
        Some(area.with_untracked(|area| reading(one, themes, area, opened)))
    }
}

fn reading(
    one: Received,
    themes: Vec<(String, Vec<Said>)>,
    area: &Area,
    opened: RwSignal<Option<Received>>,
) -> impl IntoView + use<> {
    let name = short(one.id);
    let sector = one.sector.as_ref().map_or("Not said", |sector| area.sector_name(sector)).to_owned();
    let group = one.staff_group.as_ref().map_or("Not said", |group| area.staff_group_name(group)).to_owned();
    let day = one.finished.map_or_else(|| "Day not known".to_owned(), words::day);
    let source = source(&one);
    let close = move |()| {
        opened.set(None);
        focus_field(withdraw::LIST);
    };
    view! {
        <section class="app-confirm" id=ID tabindex="-1" aria-labelledby="opened-heading">
            <h3 class="govuk-heading-m" id="opened-heading">{format!("Response {name}")}</h3>
            <SummaryList>
                <SummaryRow name="Sector">{sector}</SummaryRow>
                <SummaryRow name="Staff group">{group}</SummaryRow>
                <SummaryRow name="Finished">{day}</SummaryRow>
                <SummaryRow name="Came from">{source}</SummaryRow>
            </SummaryList>
            <p class="govuk-body">"Read it in confidence. It can be read here and not changed."</p>
            {themes.into_iter().map(|(theme, said)| view! { <Theme theme said /> }).collect_view()}
            <Button kind=ButtonKind::Secondary on_press=close>"Close the response"</Button>
        </section>
    }
}

#[component]
fn Theme(theme: String, said: Vec<Said>) -> impl IntoView {
    let rows: Vec<_> = said
        .into_iter()
        .map(|said| {
            view! {
                <TableRow>
                    <RowHeader>{said.statement}</RowHeader>
                    <TableCell>{said.answer}</TableCell>
                    <TableCell><span class="app-as-written">{said.comment}</span></TableCell>
                </TableRow>
            }
        })
        .collect();
    view! {
        <Table caption=theme dense=true head=vec![Head::text("Statement"), Head::text("Answer"), Head::text("Comment")]>
            {rows}
        </Table>
    }
}

/// What was said, theme by theme, in the order of the survey.
fn said(open: &Workspace, id: ResponseId) -> Option<Vec<(String, Vec<Said>)>> {
    let found = finished(open, id)?;
    let statements = found.survey.questionnaire.statements.iter().zip(&found.response.answers);
    let mut themes: Vec<(String, Vec<Said>)> = Vec::new();
    for (statement, answer) in statements {
        let theme = found.survey.framework.theme(&statement.theme);
        let theme = theme.map_or_else(|| statement.theme.to_string(), |theme| theme.name.clone());
        let said = Said {
            statement: statement.text.clone(),
            answer: words_of(*answer),
            comment: found.response.comments.get(&statement.id).cloned().unwrap_or_default(),
        };
        match themes.last_mut() {
            Some((last, list)) if *last == theme => list.push(said),
            _ => themes.push((theme, vec![said])),
        }
    }
    Some(themes)
}

fn words_of(answer: Answer) -> String {
    match answer {
        Answer::NotAnswered => "Not answered".to_owned(),
        Answer::DontKnow => "Don\u{2019}t know".to_owned(),
        Answer::NotApplicable => "Not applicable".to_owned(),
        Answer::Score(score) => score.get().to_string(),
    }
}
