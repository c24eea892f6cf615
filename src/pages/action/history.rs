//! What was reported about an action, newest first, each entry with what it changed.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::analysis::plan_status::{Step, of_item};
use crate::analysis::reporting::as_asked_of;
use crate::domain::ids::ItemId;
use crate::reports::words;
use crate::state::App;

/// The entries of an action.
#[component]
pub(in crate::pages) fn History(
    /// The action.
    item: ItemId,
    /// Whether only what was reported before the lead at this device was asked is shown.
    #[prop(optional)]
    as_asked: bool,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    // All entries, and not only those up to today: one that is dated later is shown and said to count from its day.
    let entries = Memo::new(move |_| {
        let all = app.read(|open| {
            let asked = as_asked.then(|| as_asked_of(open));
            let status = of_item(asked.as_ref().unwrap_or(open), item, NaiveDate::MAX)?;
            Some(status.steps().iter().rev().map(|step| Entry::of(step, today)).collect::<Vec<_>>())
        });
        all.flatten().unwrap_or_default()
    });
    view! {
        <h2 class="govuk-heading-m govuk-!-margin-top-6">"What was reported"</h2>
        <Show
            when=move || entries.with(|entries| !entries.is_empty())
            fallback=|| view! { <p class="govuk-body">"Nothing has been reported yet."</p> }
        >
            <ol class="app-history">
                {move || entries.get().into_iter().map(|entry| view! { <EntryView entry /> }).collect_view()}
            </ol>
        </Show>
    }
}

/// An entry in words.
#[derive(Clone, PartialEq, Eq)]
struct Entry {
    /// The day, and who reported it.
    heading: String,
    text: String,
    /// What it changed, each as a sentence.
    changes: Vec<String>,
}

impl Entry {
    fn of(step: &Step<'_>, today: NaiveDate) -> Self {
        let entry = step.entry;
        let mut changes = Vec::new();
        if let Some(rag) = entry.rag {
            changes.push(format!("RAG: {} (was {}).", rag.word(), step.rag_before.word()));
        }
        if let Some(revised) = &entry.revised {
            let before = if step.due_before.is_empty() { "not dated" } else { step.due_before };
            let reason = if revised.reason.is_empty() {
                String::new()
            } else {
                format!(" Reason: {}.", revised.reason.trim_end_matches('.'))
            };
            changes.push(format!("Target date: {} (was {before}).{reason}", revised.due));
        }
        if entry.on > today {
            changes.push("The day lies ahead, so this counts from then on.".to_owned());
        }
        let by = if entry.by.is_empty() { String::new() } else { format!(", {}", entry.by) };
        Self { heading: format!("{}{by}", words::day(entry.on)), text: entry.text.clone(), changes }
    }
}

#[component]
fn EntryView(entry: Entry) -> impl IntoView {
    let Entry { heading, text, changes } = entry;
    view! {
        <li class="app-history__entry">
            <h3 class="govuk-heading-s app-history__heading">{heading}</h3>
            {(!text.is_empty()).then(|| view! { <p class="govuk-body app-history__words">{text}</p> })}
            {changes.into_iter().map(|change| view! { <p class="govuk-body">{change}</p> }).collect_view()}
        </li>
    }
}
