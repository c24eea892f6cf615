//! The statements of a survey, to read through before anybody answers.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::answering::{AskedPart, Questions};
use crate::domain::area::StaffGroup;
use crate::domain::survey::{Statement, Survey};
use crate::reports::words;
use crate::state::App;
use crate::ui::Details;

/// All statements by theme, behind a link.
#[component]
pub(super) fn Statements(survey: Arc<Survey>) -> impl IntoView {
    let app = App::get();
    let groups = app.read_now(|open| open.area().map(|area| area.staff_groups.clone())).flatten().unwrap_or_default();
    let questions = Questions::of(&survey, None, &groups);
    let summary = format!("Read the {}", words::count(questions.count(), "statement", "statements"));
    let themes: Vec<_> = questions
        .themes
        .into_iter()
        .map(|theme| {
            view! {
                <h2 class="govuk-heading-s">{theme.name}</h2>
                {theme.parts.into_iter().map(|part| part_view(part, &groups)).collect_view()}
            }
        })
        .collect();
    view! { <Details summary>{themes}</Details> }
}

fn part_view(part: AskedPart, groups: &[StaffGroup]) -> impl IntoView + use<> {
    let statements: Vec<_> = part
        .statements
        .into_iter()
        .map(|statement| {
            let only = asked_only_of(&statement, groups);
            view! { <li>{statement.text}{only}</li> }
        })
        .collect();
    view! {
        {part.practice.map(|practice| view! { <h3 class="govuk-body govuk-!-margin-bottom-1">{practice}</h3> })}
        <ul class="govuk-list govuk-list--bullet">{statements}</ul>
    }
}

/// Who a statement is meant for, if it isn't meant for everybody.
fn asked_only_of(statement: &Statement, groups: &[StaffGroup]) -> Option<String> {
    let names: Vec<String> = groups
        .iter()
        .filter(|group| statement.audience.contains(&group.id))
        .map(|group| group.name.to_lowercase())
        .collect();
    (!names.is_empty()).then(|| format!(" (only {} are asked this)", words::list(&names)))
}
