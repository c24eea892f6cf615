//! A plan by the arcs that its items serve, each beside where the arc is and where it is to be.

use leptos::prelude::*;

use super::action_facts::{DueFacts, TargetDate, framework};
use super::missing::MissingPlan;
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::plan_status::{ItemStatus, of_plan};
use crate::analysis::scores::Scores;
use crate::domain::framework::Theme;
use crate::domain::ids::{ItemId, PlanId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::{Cause, Page as Place};
use crate::state::App;
use crate::ui::{BackLink, Page, PageHeading};

/// A plan by arc.
#[component]
pub fn PlanByArc(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let title = app.read_now(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten();
    let Some(title) = title else {
        return view! {
            <Page>
                <MissingPlan />
            </Page>
        }
        .into_any();
    };
    let today = app.today();
    let arcs = Memo::new(move |_| {
        let arcs = app.read(|open| {
            let items = of_plan(open, plan, today);
            let themes = framework(open).map(|framework| framework.themes).unwrap_or_default();
            let mut arcs: Vec<ByArc> = themes.iter().map(|theme| ByArc::of(open, theme, &items, today)).collect();
            let none = items.iter().filter(|status| status.is_tracked() && status.item.themes.is_empty());
            let items: Vec<_> = none.map(|status| Line::of(status, today)).collect();
            if !items.is_empty() {
                arcs.push(ByArc { theme: None, name: "No arc".to_owned(), standing: String::new(), items });
            }
            arcs
        });
        arcs.unwrap_or_default()
    });
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Plan(plan)) text="Back to the plan" /> }>
            <PageHeading caption=title>"The plan by arc"</PageHeading>
            <p class="govuk-body">
                "Where each arc of the rainbow is, where you want it to be, and what is planned for it. An action that serves several arcs stands under each."
            </p>
            {move || arcs.get().into_iter().map(|arc| arc_view(app, arc)).collect_view()}
        </Page>
    }
    .into_any()
}

/// An arc with what is planned for it.
#[derive(Clone, PartialEq)]
struct ByArc {
    /// The arc; `None` for items that serve none.
    theme: Option<ThemeId>,
    name: String,
    /// Where it is and is to be, in words.
    standing: String,
    items: Vec<Line>,
}

/// An item beneath an arc.
#[derive(Clone, PartialEq)]
struct Line {
    id: ItemId,
    name: String,
    lead: String,
    due: DueFacts,
}

impl ByArc {
    fn of(open: &Workspace, theme: &Theme, items: &[ItemStatus<'_>], today: chrono::NaiveDate) -> Self {
        let serving = items.iter().filter(|status| status.item.themes.contains(&theme.id));
        Self {
            theme: Some(theme.id.clone()),
            name: theme.name.clone(),
            standing: standing(open, &theme.id),
            items: serving.map(|status| Line::of(status, today)).collect(),
        }
    }
}

impl Line {
    fn of(status: &ItemStatus<'_>, today: chrono::NaiveDate) -> Self {
        Self {
            id: status.id,
            name: [status.item.label.trim(), status.item.text.trim()].join(" ").trim().to_owned(),
            lead: status.item.lead.clone(),
            due: DueFacts::of(status, today),
        }
    }
}

/// Where an arc is by the latest round, where the Trust agreed that it is, and where it wants to be.
fn standing(open: &Workspace, theme: &ThemeId) -> String {
    let round = open.rounds().pop();
    let said = round.map(|(id, round)| {
        let smallest = round.smallest_group();
        match shown(Scores::of_round(open, id).themes.get(theme), smallest) {
            Shown::Mean { mean, people } => {
                format!(
                    "{}: {} of 5, from {}.",
                    round.title,
                    words::mean(mean),
                    words::count(people, "person", "people")
                )
            }
            Shown::TooFew => format!("{}: too few to show.", round.title),
            Shown::NoAnswers => format!("{}: no answers yet.", round.title),
            Shown::NotAsked => format!("{}: not asked.", round.title),
        }
    });
    let agreed = open
        .positions()
        .get(theme)
        .and_then(|position| position.score)
        .map(|score| format!("Agreed position: {score}."));
    let target = open.targets().get(theme).and_then(|target| target.score).map(|score| format!("Target: {score}."));
    let target = target.unwrap_or_else(|| "No target yet.".to_owned());
    [said, agreed, Some(target)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn arc_view(app: App, arc: ByArc) -> impl IntoView {
    let ByArc { theme, name, standing, items } = arc;
    let add = theme.clone().map(|theme| {
        view! {
            <p class="govuk-body app-no-print">
                <a class="govuk-link" href=app.href(Place::NewAction(Some(Cause::of(theme, None))))>
                    "Add an action" <span class="govuk-visually-hidden">{format!(" for {name}")}</span>
                </a>
            </p>
        }
    });
    let heading = match theme {
        Some(theme) => {
            view! { <a class="govuk-link" href=app.href(Place::Arc(theme, None))>{name.clone()}</a> }.into_any()
        }
        None => name.clone().into_any(),
    };
    let line = move |line: Line| {
        let Line { id, name, lead, due } = line;
        view! {
            <li>
                <a class="govuk-link" href=app.href(Place::Action(id))>{name}</a>
                <br />
                <span class="app-plan__more">{if lead.is_empty() { "No lead".to_owned() } else { lead }}</span>
                <span class="app-plan__more"><TargetDate due /></span>
            </li>
        }
    };
    let list = if items.is_empty() {
        view! { <p class="govuk-body">"Nothing is planned for it."</p> }.into_any()
    } else {
        view! { <ul class="govuk-list app-plan app-plan__lines">{items.into_iter().map(line).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="app-plan__arc">
            <h2 class="govuk-heading-m govuk-!-margin-bottom-1">{heading}</h2>
            <p class="govuk-body">{standing}</p>
            {list}
            {add}
        </section>
    }
}
