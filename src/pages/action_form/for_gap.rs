//! The gap in training that an action is to address, above its form: who is not served in what, and what was said of it.

use leptos::prelude::*;

use crate::analysis::training::TrainingSheet;
use crate::domain::framework::Framework;
use crate::domain::ids::{ThemeId, TrainingGapId};
use crate::domain::workspace::Workspace;
use crate::reports::training::addressed;
use crate::ui::Inset;

/// A gap in training with the words that an action for it begins with.
#[derive(Clone)]
pub(super) struct ForGap {
    /// The profession.
    pub(super) profession: String,
    /// The arc.
    pub(super) theme: ThemeId,
    /// What is to be done.
    pub(super) text: String,
    /// Who sees to it; empty if nobody said.
    pub(super) owner: String,
    /// What it takes; empty if nobody said.
    pub(super) resources: String,
    arc: String,
    said: Vec<String>,
}

impl ForGap {
    /// The gap of this id; `None` if there is no such cell in the training map any more.
    pub(super) fn of(open: &Workspace, framework: Option<&Framework>, id: TrainingGapId) -> Option<Self> {
        let sheet = TrainingSheet::of(open, framework);
        let (profession, arc) = sheet.find(id)?;
        let stands = sheet.addressed(profession, arc);
        let (profession, head) = (sheet.profession(profession).to_owned(), sheet.arc(arc)?);
        let words =
            |read: fn(&crate::domain::training::TrainingGap) -> &String| stands.map(read).cloned().unwrap_or_default();
        Some(Self {
            text: format!("Arrange training for {profession}: {}", head.name),
            theme: head.theme.clone(),
            arc: head.name.clone(),
            owner: words(|gap| &gap.owner),
            resources: words(|gap| &gap.resourcing),
            said: stands.map(|gap| addressed(open, gap)).unwrap_or_default(),
            profession,
        })
    }
}

/// What the action is for.
#[component]
pub(super) fn GapWords(
    /// The gap.
    gap: ForGap,
) -> impl IntoView {
    let ForGap { profession, arc, said, .. } = gap;
    view! {
        <Inset>
            <strong>{format!("A gap in training: {profession}")}</strong>
            <br />
            {arc}
            {said.into_iter().map(|line| view! { <br />{line} }).collect_view()}
        </Inset>
        <p class="govuk-body">
            "The training map will name this action beside the gap. The words below are only a beginning: change them until they say what is to be done."
        </p>
    }
}
