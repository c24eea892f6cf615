//! What the pages of a plan show and ask alike of an action: its target date, its arcs and its RAG.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::missing::{DELETED, Missing};
use crate::analysis::plan_status::ItemStatus;
use crate::domain::due::{Period, Reading};
use crate::domain::framework::Framework;
use crate::domain::ids::{PlanId, ThemeId};
use crate::domain::plan::Rag;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::reports::due;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{Input, InputWidth, Live, Page, Tag, TagColour};

/// A target date as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DueFacts {
    /// The date that counts, as written; empty if there is none.
    written: String,
    /// The dates that it replaced, in words; empty if it replaced none.
    was: String,
    /// What it means, in words; empty where the written date says so itself.
    means: String,
    /// Whether it has passed.
    overdue: bool,
}

impl DueFacts {
    /// The target date of an action, as it stood on a day.
    pub fn of(status: &ItemStatus<'_>, on: NaiveDate) -> Self {
        let replaced: Vec<&str> =
            status.replaced.iter().map(|date| if date.is_empty() { "not dated" } else { *date }).collect();
        Self {
            written: status.due_written.to_owned(),
            was: if replaced.is_empty() { String::new() } else { format!("was {}", replaced.join(", then ")) },
            means: due::in_short(status.due_written, status.due),
            overdue: status.is_overdue(on),
        }
    }
}

/// A target date as written, with what it means, what it replaced and whether it has passed.
#[component]
pub fn TargetDate(
    /// The date.
    due: DueFacts,
) -> impl IntoView {
    let DueFacts { written, was, means, overdue } = due;
    let more = |words: String| (!words.is_empty()).then(|| view! { <span class="app-plan__more">{words}</span> });
    let written = if written.is_empty() {
        view! { <span class="app-plan__none">"No date"</span> }.into_any()
    } else {
        written.into_any()
    };
    view! {
        {written}
        {overdue.then(|| view! { <span class="app-plan__tag"><Tag text="Overdue".to_owned() colour=TagColour::Yellow /></span> })}
        {more(means)}
        {more(was)}
    }
}

/// The field of a target date, with how it is understood beneath it.
#[component]
pub fn DueField(
    /// The id of the field.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// Its hint.
    hint: &'static str,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The date as written.
    value: RwSignal<String>,
    /// The days that the plan runs over, by which "March 13" is read.
    #[prop(into)]
    period: Signal<Option<Period>>,
) -> impl IntoView {
    let understood =
        Signal::derive(move || value.with(|written| due::understood(Reading::of(written, None, period.get()))));
    view! {
        <div class="app-due-field">
            <Input id label hint error width=InputWidth::Chars20 value on_change=move |text| value.set(text) />
            <div class="app-due-field__understood">
                <Live text=understood visible=true />
            </div>
        </div>
    }
}

/// The days that a plan runs over, if somebody said.
pub fn period_of(app: App, plan: PlanId) -> Option<Period> {
    app.read(|open| open.plan(plan)?.period).flatten()
}

/// An arc as it is named beside an action.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ArcName {
    name: String,
    hex: String,
}

/// The framework of the area's newest round, or the standard one while there is no round.
pub fn framework(open: &Workspace) -> Option<Framework> {
    let newest = open.rounds().pop().and_then(|(id, _)| open.survey_of(id));
    newest.map(|survey| survey.framework.clone()).or_else(|| builtin::framework().ok())
}

/// The names of these arcs; an arc that the framework does not know goes by its id.
pub fn arc_names(framework: Option<&Framework>, themes: &[ThemeId]) -> Vec<ArcName> {
    let named = themes.iter().map(|id| match framework.and_then(|framework| framework.theme(id)) {
        Some(theme) => ArcName { name: theme.short.clone(), hex: theme.colour.hex.clone() },
        None => ArcName { name: id.to_string(), hex: "none".to_owned() },
    });
    named.collect()
}

/// Arcs by name, each with a small patch of its colour.
#[component]
pub fn ArcNames(
    /// The arcs.
    arcs: Vec<ArcName>,
) -> impl IntoView {
    if arcs.is_empty() {
        return view! { <span class="app-plan__none">"No arc"</span> }.into_any();
    }
    let arc = |arc: ArcName| {
        view! {
            <li class="app-arc-names__arc">
                <svg class="app-arc-names__patch" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                    <rect x="0.5" y="0.5" width="13" height="13" fill=arc.hex stroke="#0b0c0c" />
                </svg>
                {arc.name}
            </li>
        }
    };
    view! { <ul class="app-arc-names">{arcs.into_iter().map(arc).collect_view()}</ul> }.into_any()
}

/// A RAG in its word.
#[component]
pub fn RagTag(
    /// The RAG.
    rag: Rag,
) -> impl IntoView {
    let colour = match rag {
        Rag::NotSet => TagColour::Grey,
        Rag::Red => TagColour::Red,
        Rag::Amber => TagColour::Orange,
        Rag::Green => TagColour::Green,
        Rag::Complete => TagColour::Blue,
    };
    view! { <Tag text=rag.word().to_owned() colour /> }
}

/// What is shown of an action that is not here.
#[component]
pub fn ActionNotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing heading="This action is not here" why=DELETED to=Place::Plans go="Go to plans" />
        </Page>
    }
}
