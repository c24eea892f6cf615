//! Task list: what there is to do, with how far each part has come.
//!
//! Keeps WCAG 1.3.1 (a list; each link is described by its hint and its status), 1.4.1 Use of colour (the status is in
//! words) and 2.5.8 Target size (the whole row can be pressed).

use leptos::prelude::*;

use super::ids::unique_id;
use super::tag::{Tag, TagColour};

/// A list of [`Task`]s.
#[component]
pub fn TaskList(
    /// The tasks.
    children: Children,
) -> impl IntoView {
    view! { <ul class="govuk-task-list">{children()}</ul> }
}

/// One thing to do, with a link to where it is done.
#[component]
pub fn Task(
    /// What is to be done.
    #[prop(into)]
    title: String,
    /// Where it is done; empty while it can't be started.
    #[prop(into)]
    href: String,
    /// More words beneath the title; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// How far it has come.
    #[prop(into)]
    status: Signal<TaskStatus>,
) -> impl IntoView {
    let hint_id = unique_id("task-hint");
    let status_id = unique_id("task-status");
    let described_by = format!("{hint_id} {status_id}");
    let startable = !href.is_empty();
    let title = if startable {
        view! {
            <a class="govuk-link govuk-task-list__link" href=href aria-describedby=described_by>
                {title}
            </a>
        }
        .into_any()
    } else {
        view! { <div>{title}</div> }.into_any()
    };
    let status = move || match status.get() {
        TaskStatus::Plain(words) => words.into_any(),
        TaskStatus::Tagged(words, colour) => view! { <Tag text=words colour /> }.into_any(),
    };
    view! {
        <li class="govuk-task-list__item" class=("govuk-task-list__item--with-link", startable)>
            <div class="govuk-task-list__name-and-hint">
                {title}
                <div id=hint_id class=("govuk-task-list__hint", move || hint.with(|hint| !hint.is_empty()))>
                    {move || hint.get()}
                </div>
            </div>
            <div class="govuk-task-list__status" id=status_id>
                {status}
            </div>
        </li>
    }
}

/// How far a task has come, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskStatus {
    /// In plain words, for what needs nothing more: "Completed".
    Plain(String),
    /// On a tint, for what still needs somebody: "Not started".
    Tagged(String, TagColour),
}

impl TaskStatus {
    /// A status in plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self::Plain(words.into())
    }

    /// A status on a tint.
    pub fn tagged(words: impl Into<String>, colour: TagColour) -> Self {
        Self::Tagged(words.into(), colour)
    }
}
