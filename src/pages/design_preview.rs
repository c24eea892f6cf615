//! A survey design as each staff group will see it, before anything is handed out.

use std::sync::Arc;

use leptos::prelude::*;

use super::designed::{self, DesignNotHere, lengths};
use crate::analysis::answering::{AskedPart, Questions};
use crate::domain::area::Area;
use crate::domain::ids::{DesignId, StaffGroupId};
use crate::domain::survey::{Statement, Survey};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, Choice, Live, Page, PageHeading, Radios};

/// The preview of a design.
#[component]
pub fn PreviewDesign(
    /// The design.
    design: DesignId,
) -> impl IntoView {
    let app = App::get();
    let found = app.read_now(|open| {
        Some((open.design(design)?.title.clone(), designed::survey(open, design), open.area()?.clone()))
    });
    let Some((title, survey, area)) = found.flatten() else { return view! { <DesignNotHere /> }.into_any() };
    let asked = match survey {
        Ok(survey) => view! { <Asked survey=Arc::new(survey) area /> }.into_any(),
        Err(fault) => view! { <p class="govuk-body">{format!("There is nothing to see: {fault}.")}</p> }.into_any(),
    };
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Design(design)) text="Back to the survey design" /> }>
            <PageHeading caption=title>"Preview"</PageHeading>
            {asked}
        </Page>
    }
    .into_any()
}

#[component]
fn Asked(survey: Arc<Survey>, area: Area) -> impl IntoView {
    let lengths = lengths(&survey, &area);
    let group = RwSignal::new(lengths.first().and_then(|(group, ..)| group.clone()));
    let choices: Vec<Choice<Option<StaffGroupId>>> =
        lengths.iter().map(|(group, name, ..)| Choice::new(group.clone(), name.clone())).collect();
    let said = move || {
        let chosen = group.get();
        let found = lengths.iter().find(|(group, ..)| *group == chosen);
        found.map_or_else(String::new, |(_, _, count, minutes)| {
            format!("{}, about {minutes} minutes.", words::count(*count, "statement", "statements"))
        })
    };
    let scale = format!(
        "Each is answered from 1, {}, to 5, {}, with \u{201c}Don\u{2019}t know\u{201d}, \u{201c}Not applicable\u{201d} and room for a comment.",
        survey.framework.scale.lowest.to_lowercase(),
        survey.framework.scale.highest.to_lowercase()
    );
    view! {
        <Radios
            id="preview-group"
            legend="Whose survey do you want to see?"
            choices
            value=Signal::derive(move || Some(group.get()))
            on_choose=move |chosen| group.set(chosen)
        />
        <div class="govuk-body govuk-!-font-weight-bold"><Live text=Signal::derive(said) visible=true /></div>
        <p class="govuk-body">{scale}</p>
        {move || {
            let questions = Questions::of(&survey, group.get().as_ref(), &area.staff_groups);
            let theme = |theme: crate::analysis::answering::AskedTheme| view! {
                <div class="app-theme-band" style:background-color=theme.colour.hex aria-hidden="true"></div>
                <h2 class="govuk-heading-m">{theme.name}</h2>
                {theme.parts.into_iter().map(part_view).collect_view()}
            };
            questions.themes.into_iter().map(theme).collect_view()
        }}
    }
}

fn part_view(part: AskedPart) -> impl IntoView {
    let statement = |Statement { text, at_1, at_5, .. }: Statement| {
        view! {
            <li class="app-entries__entry">
                <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{text}</p>
                <dl class="app-ends">
                    <dt>"1"</dt>
                    <dd>{at_1}</dd>
                    <dt>"5"</dt>
                    <dd>{at_5}</dd>
                </dl>
            </li>
        }
    };
    view! {
        {part.practice.map(|practice| view! { <h3 class="govuk-heading-s">{practice}</h3> })}
        <ul class="govuk-list app-entries">{part.statements.into_iter().map(statement).collect_view()}</ul>
    }
}
