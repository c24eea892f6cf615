//! What an action is begun from, above its form: where the arc stands, the statement, and whose words are adapted.

use leptos::prelude::*;

use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::finding::finding_of;
use crate::analysis::scores::Scores;
use crate::domain::framework::Framework;
use crate::domain::ids::RoundId;
use crate::domain::plan::Finding;
use crate::domain::suggestion::Suggestion;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::reports::{finding, words};
use crate::route::Cause;
use crate::ui::Inset;

/// What an action is begun from.
#[derive(Clone)]
pub(super) struct Begun {
    /// The finding that the action will remember; `None` where nothing was asked about the arc.
    pub(super) finding: Option<Finding>,
    /// The suggestion to adapt.
    pub(super) suggestion: Option<Suggestion>,
    /// The name of the arc, or its id where the framework does not know it.
    arc: String,
    /// Where the arc stands and where it is wanted, in words.
    standing: String,
    /// The statement with what was found of it; empty if the arc as a whole is meant.
    statement: String,
}

impl Begun {
    /// What a cause leads to in the area as it is now.
    pub(super) fn of(open: &Workspace, framework: Option<&Framework>, cause: &Cause) -> Self {
        let found = finding_of(open, cause.round, &cause.theme, cause.statement.as_ref());
        let told = found.as_ref().map(|found| finding::of(open, framework, found));
        let arc = framework.and_then(|framework| framework.theme(&cause.theme)).map(|theme| theme.name.clone());
        let statement = told.filter(|told| !told.statement.is_empty());
        let suggestions = cause.suggestion.as_ref().zip(builtin::suggestions().ok());
        Self {
            arc: arc.unwrap_or_else(|| cause.theme.to_string()),
            standing: standing(open, cause, found.as_ref().map(|found| found.round)),
            statement: statement
                .map(|told| format!("\u{201c}{}\u{201d} {}.", told.statement, told.found))
                .unwrap_or_default(),
            finding: found,
            suggestion: suggestions.and_then(|(id, all)| all.get(id).filter(|one| one.theme == cause.theme).cloned()),
        }
    }
}

/// Where an arc stands in a round and where it is wanted, in words.
fn standing(open: &Workspace, cause: &Cause, round: Option<RoundId>) -> String {
    let round = round.and_then(|id| Some((id, open.round(id)?)));
    let now = match &round {
        Some((id, round)) => {
            match shown(Scores::of_round(open, *id).themes.get(&cause.theme), round.smallest_group()) {
                Shown::Mean { mean, people } => {
                    let people = words::count(people, "person", "people");
                    format!("Score {} out of 5, from {people}, in {}", words::mean(mean), round.title)
                }
                Shown::TooFew => format!("Too few people to show a score of {}", round.title),
                Shown::NoAnswers | Shown::NotAsked => format!("No answers yet in {}", round.title),
            }
        }
        None => "Not asked yet".to_owned(),
    };
    let target = open.targets().get(&cause.theme).and_then(|target| target.score);
    let target = target.map_or("No target is set".to_owned(), |score| format!("Target {score}"));
    format!("{now}. {target}.")
}

/// What the action is begun from.
#[component]
pub(super) fn BegunFrom(
    /// It.
    begun: Begun,
) -> impl IntoView {
    let Begun { finding, suggestion, arc, standing, statement } = begun;
    view! {
        <Inset>
            <strong>{arc}</strong>
            <br />
            {standing}
            {(!statement.is_empty()).then(|| view! { <br />{statement} })}
        </Inset>
        {finding.is_some().then(|| view! {
            <p class="govuk-body">
                "The action will remember this, so that its page can show what the next round finds."
            </p>
        })}
        {suggestion.is_some().then(|| view! {
            <p class="govuk-body">
                "The words below are a suggestion that was written for Rainbow. Change them until they fit your area."
            </p>
        })}
    }
}
