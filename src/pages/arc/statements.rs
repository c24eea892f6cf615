//! The statements of an arc with their means and the spread of answers, those that need most first.

use leptos::prelude::*;

use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::need::by_need;
use crate::analysis::scores::Scores;
use crate::charts::{NoScore, Spread};
use crate::domain::ids::{RoundId, StatementId, ThemeId};
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::{Cause, Page as Place};
use crate::state::App;
use crate::ui::SpreadPicture;

/// The statements about one practice, or about the theme as a whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StatementGroup {
    /// The practice's name; empty for the theme as a whole.
    practice: String,
    statements: Vec<StatementFacts>,
}

impl StatementGroup {
    /// What is read in it: the practice and the statements.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        std::iter::once(&self.practice).chain(self.statements.iter().map(|one| &one.text)).cloned()
    }
}

/// What is shown of a statement.
#[derive(Clone, Debug, PartialEq)]
struct StatementFacts {
    id: StatementId,
    text: String,
    /// Who was asked, where it was not everybody; empty otherwise.
    audience: String,
    /// The mean and how many people stand behind it, or why there is none.
    figure: String,
    /// The spread; `None` where too few people stand behind it.
    spread: Option<Spread>,
}

/// What the page shows of a theme's statements.
pub(super) fn groups(
    open: &Workspace,
    survey: &Survey,
    theme: &ThemeId,
    scores: &Scores,
    smallest: usize,
) -> Vec<StatementGroup> {
    let colour = survey.framework.theme(theme).map(|theme| theme.colour.hex.clone()).unwrap_or_default();
    let facts = |statement: &Statement| facts(open, statement, &colour, scores, smallest);
    let groups = by_need(survey, theme, scores, smallest).into_iter();
    groups
        .map(|group| StatementGroup {
            practice: group.practice.map(|practice| practice.name.clone()).unwrap_or_default(),
            statements: group.statements.into_iter().map(facts).collect(),
        })
        .collect()
}

fn facts(open: &Workspace, statement: &Statement, colour: &str, scores: &Scores, smallest: usize) -> StatementFacts {
    let measure = scores.statements.get(&statement.id);
    let figure = shown(measure, smallest);
    let names = statement
        .audience
        .iter()
        .map(|group| open.area().map_or_else(|| group.to_string(), |area| area.staff_group_name(group).to_owned()));
    let names: Vec<String> = names.collect();
    StatementFacts {
        id: statement.id.clone(),
        text: statement.text.clone(),
        audience: if names.is_empty() { String::new() } else { format!("Asked of {} only", words::list(&names)) },
        figure: match figure {
            Shown::Mean { mean, people } => {
                format!("Mean {} from {}", words::mean(mean), words::count(people, "person", "people"))
            }
            Shown::TooFew => format!("Too few to show: fewer than {smallest} people gave a score"),
            Shown::NoAnswers | Shown::NotAsked => "No scores yet".to_owned(),
        },
        spread: measure.filter(|_| matches!(figure, Shown::Mean { .. })).map(|measure| Spread {
            name: statement.label.clone(),
            colour: colour.to_owned(),
            counts: measure.spread,
            aside: Some(NoScore {
                dont_know: measure.dont_know,
                not_applicable: measure.not_applicable,
                not_answered: measure.not_answered,
            }),
        }),
    }
}

/// The statements, group by group, each with the way to an action about it.
#[component]
pub(super) fn Statements(
    /// The groups.
    groups: Vec<StatementGroup>,
    /// The arc.
    theme: ThemeId,
    /// The round that was answered; `None` for the latest.
    round: Option<RoundId>,
) -> impl IntoView {
    let app = App::get();
    let add = move |statement: &StatementId| {
        let cause = Cause { statement: Some(statement.clone()), ..Cause::of(theme.clone(), round) };
        app.href(Place::NewAction(Some(cause)))
    };
    let statement = move |facts: StatementFacts| {
        let add = add(&facts.id);
        statement_view(facts, add)
    };
    let has_practices = groups.iter().any(|group| !group.practice.is_empty());
    let group = move |StatementGroup { practice, statements }: StatementGroup| {
        let heading = match (practice.is_empty(), has_practices) {
            (false, _) => practice,
            (true, true) => "Across all practices".to_owned(),
            (true, false) => String::new(),
        };
        view! {
            <section class="app-statements">
                {(!heading.is_empty()).then(|| view! { <h3 class="govuk-heading-m">{heading}</h3> })}
                <ol class="app-statements__list">{statements.into_iter().map(&statement).collect_view()}</ol>
            </section>
        }
    };
    let none = groups.is_empty();
    view! {
        <h2 class="govuk-heading-m">"What was answered"</h2>
        {if none {
            view! { <p class="govuk-body">"The round asks nothing about this arc."</p> }.into_any()
        } else {
            view! {
                <p class="govuk-body">
                    "The statements with the lowest mean come first. Each bar runs from the answers 1 at its left to the answers 5 at its right, with how many people gave each."
                </p>
                {groups.into_iter().map(group).collect_view()}
            }
            .into_any()
        }}
    }
}

fn statement_view(facts: StatementFacts, add: String) -> impl IntoView {
    let about = format!(" about \u{201c}{}\u{201d}", facts.text);
    view! {
        <li class="app-statements__one">
            <p class="app-statements__text">{facts.text}</p>
            <p class="app-statements__figure">
                {facts.figure}
                {(!facts.audience.is_empty()).then(|| format!(". {}", facts.audience))}
            </p>
            {facts.spread.map(|spread| view! { <SpreadPicture spread /> })}
            <p class="app-statements__add app-no-print">
                <a class="govuk-link" href=add>
                    "Add an action"
                    <span class="govuk-visually-hidden">{about}</span>
                </a>
            </p>
        </li>
    }
}
