//! What a discussion is called, its day, and the arcs that share a note: asked when it is begun and when it is changed.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::offered;
use crate::domain::discussion::Discussion;
use crate::domain::ids::ThemeId;
use crate::domain::rest::Rest;
use crate::state::App;
use crate::ui::{Checkboxes, DateInput, FieldError, Input, error_at};

const TITLE: &str = "discussion-title";
const DAY: &str = "discussion-day";
const ARCS: &str = "discussion-together";

/// What has been typed so far.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    title: RwSignal<String>,
    on: RwSignal<Option<NaiveDate>>,
    together: RwSignal<Vec<ThemeId>>,
}

impl Fields {
    /// The fields as they stand for a discussion, or empty with a day.
    pub(super) fn new(stands: Option<&Discussion>, today: NaiveDate) -> Self {
        Self {
            title: RwSignal::new(stands.map(|one| one.title.clone()).unwrap_or_default()),
            on: RwSignal::new(Some(stands.map_or(today, |one| one.on))),
            together: RwSignal::new(stands.map(|one| one.together.iter().cloned().collect()).unwrap_or_default()),
        }
    }

    /// The discussion that the fields make, or everything that is wrong with them.
    pub(super) fn read(self) -> Result<Discussion, Vec<FieldError>> {
        let title = self.title.with_untracked(|title| title.trim().to_owned());
        let together = self.together.get_untracked();
        let mut wrong = Vec::new();
        if title.is_empty() {
            wrong.push(FieldError::new(TITLE, "Enter what the discussion is called"));
        }
        let on = self.on.get_untracked();
        if on.is_none() {
            wrong.push(FieldError::new(DAY, "Enter the day"));
        }
        if together.len() == 1 {
            wrong.push(FieldError::new(ARCS, "Choose at least two arcs that share a note, or none"));
        }
        match on {
            Some(on) if wrong.is_empty() => {
                Ok(Discussion { title, on, together: together.into_iter().collect(), rest: Rest::new() })
            }
            _ => Err(wrong),
        }
    }
}

/// The fields.
#[component]
pub(super) fn DiscussionFields(
    /// What has been typed.
    fields: Fields,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let app = App::get();
    let Fields { title, on, together } = fields;
    let arcs = offered::arcs(app.read_now(framework).flatten().as_ref(), &together.get_untracked());
    view! {
        <Input
            id=TITLE
            label="What is it called?"
            hint="Such as \u{2018}Conference, table groups in the afternoon\u{2019}."
            error=error_at(errors, TITLE)
            value=title
            on_change=move |words| title.set(words)
        />
        <DateInput
            id=DAY
            label="On which day?"
            error=error_at(errors, DAY)
            value=on
            on_change=move |day| on.set(day)
        />
        <Checkboxes
            id=ARCS
            legend="Which arcs share one note? (optional)"
            hint="Tick two or more that tables discuss together, such as the first two. Every other arc has a note of its own."
            error=error_at(errors, ARCS)
            choices=arcs
            values=together
            on_change=move |chosen| together.set(chosen)
        />
    }
}
