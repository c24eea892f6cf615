//! Making an action of an idea, or keeping it as evidence: the usual forms, filled in with what was said.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::action_form::NewAction;
use super::super::evidence_form::NewEvidence;
use super::{NotHere, Place, page};
use crate::domain::discussion::Said;
use crate::domain::ids::{DiscussionId, IdeaId};
use crate::domain::workspace::Workspace;
use crate::route::Page as Target;
use crate::state::App;

/// An idea that a form is filled in with.
pub struct OfIdea {
    /// Which one.
    pub(in super::super) id: IdeaId,
    /// What was said.
    pub(in super::super) said: Said,
    /// What its discussion is called.
    pub(in super::super) title: String,
    /// The day of its discussion.
    pub(in super::super) on: NaiveDate,
    discussion: DiscussionId,
}

impl OfIdea {
    /// The idea of this id; `None` if it or its discussion is not here.
    pub(in super::super) fn of(open: &Workspace, id: IdeaId) -> Option<Self> {
        let idea = open.idea(id)?;
        let discussion = open.discussion(idea.discussion)?;
        let (title, on) = (discussion.title.clone(), discussion.on);
        Some(Self { id, said: idea.said.clone(), title, on, discussion: idea.discussion })
    }

    /// The page of its discussion.
    pub(in super::super) fn back(&self) -> Target {
        page(Place::One(self.discussion))
    }
}

/// Making an action of an idea.
#[component]
pub(super) fn IdeaAction(
    /// The idea.
    idea: IdeaId,
) -> impl IntoView {
    if is_here(idea) { view! { <NewAction cause=None idea /> }.into_any() } else { view! { <NotHere /> }.into_any() }
}

/// Keeping an idea as evidence.
#[component]
pub(super) fn IdeaEvidence(
    /// The idea.
    idea: IdeaId,
) -> impl IntoView {
    if is_here(idea) { view! { <NewEvidence theme=None idea /> }.into_any() } else { view! { <NotHere /> }.into_any() }
}

fn is_here(idea: IdeaId) -> bool {
    App::get().read_now(|open| OfIdea::of(open, idea)).flatten().is_some()
}
