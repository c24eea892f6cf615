//! What children, young people and families say about an arc: beside the workforce's figures, and never in them.

use leptos::prelude::*;

use crate::analysis::children::{Heard, Raised};
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::scores::Measure;
use crate::charts::{NoScore, Spread};
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::ui::{SpreadPicture, SummaryList, SummaryRow};

/// What was said about an arc.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Voices {
    /// The figure of those who answered alone.
    alone: String,
    /// How many groups answered by show of hands.
    groups: String,
    statements: Vec<Said>,
}

/// What was said to one statement.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    text: String,
    alone: String,
    alone_spread: Option<Spread>,
    /// Empty where no group was asked.
    groups: String,
    groups_spread: Option<Spread>,
}

impl Voices {
    /// What was said about an arc in a round; `None` if children and families were not asked about it.
    pub(super) fn of(open: &Workspace, round: RoundId, theme: &ThemeId) -> Option<Self> {
        let survey = open.children_survey_of(round)?;
        let heard = Heard::of_round(open, round);
        let smallest = open.smallest_group(round);
        let measure = heard.single.themes.get(theme)?;
        let colour = survey.framework.theme(theme).map(|theme| theme.colour.hex.clone()).unwrap_or_default();
        let statements = survey.of_theme(theme).map(|statement| {
            let measure = heard.single.statements.get(&statement.id);
            let raised = heard.statements.get(&statement.id);
            let name = statement.label.as_str();
            Said {
                text: statement.text.clone(),
                alone: alone_words(measure, "Mean ", smallest),
                alone_spread: measure
                    .filter(|measure| matches!(shown(Some(measure), smallest), Shown::Mean { .. }))
                    .map(|measure| of_measure(measure, name, &colour)),
                groups: raised.map(|raised| group_words(raised, smallest)).unwrap_or_default(),
                groups_spread: raised
                    .filter(|raised| raised.may_be_shown(smallest))
                    .map(|raised| of_hands(raised, name, &colour)),
            }
        });
        Some(Self {
            alone: alone_words(Some(measure), "", smallest),
            groups: heard
                .themes
                .get(theme)
                .map_or_else(|| "None yet".to_owned(), |raised| group_words(raised, smallest)),
            statements: statements.collect(),
        })
    }
}

fn alone_words(measure: Option<&Measure>, before: &str, smallest: usize) -> String {
    match shown(measure, smallest) {
        Shown::Mean { mean, people } => {
            format!("{before}{} of 5, from {}", words::mean(mean), words::count(people, "person", "people"))
        }
        Shown::TooFew => format!("Too few to show: fewer than {smallest} people gave a score"),
        Shown::NoAnswers | Shown::NotAsked => "No answers yet".to_owned(),
    }
}

fn group_words(raised: &Raised, smallest: usize) -> String {
    let groups = words::count(raised.groups, "group", "groups");
    match raised.may_be_shown(smallest) {
        true => format!("{groups} with {}", words::count(raised.people, "person", "people")),
        false => format!("{groups}, too few to show: fewer than {smallest} people"),
    }
}

fn of_measure(measure: &Measure, name: &str, colour: &str) -> Spread {
    Spread {
        name: format!("{name}, each alone"),
        colour: colour.to_owned(),
        counts: measure.spread,
        aside: Some(NoScore {
            dont_know: measure.dont_know,
            not_applicable: measure.not_applicable,
            not_answered: measure.not_answered,
        }),
    }
}

fn of_hands(raised: &Raised, name: &str, colour: &str) -> Spread {
    Spread {
        name: format!("{name}, hands in groups"),
        colour: colour.to_owned(),
        counts: raised.spread,
        aside: Some(NoScore { dont_know: raised.dont_know, not_applicable: 0, not_answered: 0 }),
    }
}

/// What children and families say.
#[component]
pub(super) fn Children(voices: Voices) -> impl IntoView {
    let statement = |said: Said| {
        view! {
            <li class="app-statements__one">
                <p class="app-statements__text">{said.text}</p>
                <p class="app-statements__figure">{said.alone}</p>
                {said.alone_spread.map(|spread| view! { <SpreadPicture spread /> })}
                {(!said.groups.is_empty()).then(|| view! {
                    <p class="app-statements__figure">{format!("By show of hands: {}", said.groups)}</p>
                })}
                {said.groups_spread.map(|spread| view! { <SpreadPicture spread /> })}
            </li>
        }
    };
    view! {
        <h2 class="govuk-heading-m">"What children and families say"</h2>
        <p class="govuk-body">
            "They answer statements of their own, from 1 (not at all) to 5 (yes, always). What they say stands beside the workforce\u{2019}s figures and is never counted in them."
        </p>
        <SummaryList>
            <SummaryRow name="Answered alone">{voices.alone}</SummaryRow>
            <SummaryRow name="By show of hands">{voices.groups}</SummaryRow>
        </SummaryList>
        <section class="app-statements">
            <ol class="app-statements__list">{voices.statements.into_iter().map(statement).collect_view()}</ol>
        </section>
    }
}
