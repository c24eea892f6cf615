//! Reports that are made now and then: the proposal paper, the conference report, the strategy pack, a lead's own sheet, and what is
//! told to children and young people.

use leptos::prelude::*;

use super::report::ReportPage;
use crate::domain::framework::Framework;
use crate::domain::glossary::Glossary;
use crate::domain::ids::PlanId;
use crate::domain::report_text::{ReportText, Subject};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::reports::document::Report;
use crate::reports::strategy::{Annex, choice_part, chosen, kept};
use crate::reports::{conference, lead_sheet, proposal, strategy, told_us};
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonLink, Checkboxes, Choice, PageHeading, Select};

/// The framework that an area works with: that of its latest round, or the standard one.
fn framework(open: &Workspace) -> Option<Framework> {
    let asked = open.rounds().into_iter().rev().find_map(|(id, _)| open.survey_of(id));
    asked.map(|survey| survey.framework.clone()).or_else(|| builtin::framework().ok())
}

/// What stands where there is nothing to report on.
fn nothing(heading: &'static str, why: &'static str, place: Place, button: &'static str) -> impl IntoView {
    let app = App::get();
    view! {
        <PageHeading>{heading}</PageHeading>
        <p class="govuk-body-l">{why}</p>
        <ButtonLink href=app.href(place)>{button}</ButtonLink>
    }
}

fn no_framework() -> impl IntoView {
    nothing("This report can\u{2019}t be drawn", "The framework is not here.", Place::Survey, "Go to the survey")
}

fn no_plan() -> impl IntoView {
    nothing("A lead\u{2019}s own sheet", "No plan here names a lead yet.", Place::Plans, "Go to the plans")
}

fn no_round() -> impl IntoView {
    nothing("What you told us", "No round has been opened yet.", Place::Survey, "Open a round")
}

/// The proposal paper.
#[component]
pub fn Proposal() -> impl IntoView {
    let app = App::get();
    let first = app.read_now(|open| open.plans().first().map(|(id, _)| *id)).flatten();
    let plan = RwSignal::new(first);
    let drawn = move |open: &Workspace| Some(proposal::report(open, &framework(open)?, plan.get(), app.today()));
    let report = Memo::new(move |_| app.read(drawn).flatten());
    view! { <ReportPage report choices=move || view! { <Plans id="proposed-plan" plan /> } missing=no_framework /> }
}

/// Which plan it is, where there are several.
#[component]
fn Plans(id: &'static str, plan: RwSignal<Option<PlanId>>) -> impl IntoView {
    let app = App::get();
    let titles = |open: &Workspace| {
        open.plans().into_iter().map(|(id, plan)| Choice::new(id, plan.title.clone())).collect::<Vec<_>>()
    };
    let plans = app.read_now(titles).unwrap_or_default();
    let choose = move |chosen: Option<PlanId>| {
        if chosen.is_some() {
            plan.set(chosen);
        }
    };
    (plans.len() > 1).then(|| view! { <Select id label="Plan" choices=plans value=plan on_choose=choose /> })
}

/// The conference report.
#[component]
pub fn Conference() -> impl IntoView {
    let app = App::get();
    let drawn = move |open: &Workspace| Some(conference::report(open, &framework(open)?, app.today()));
    let report = Memo::new(move |_| app.read(drawn).flatten());
    view! { <ReportPage report missing=no_framework /> }
}

/// The strategy pack. Which annexes it has is kept with the words that were written for it.
#[component]
pub fn Strategy() -> impl IntoView {
    let app = App::get();
    let annexes = Memo::new(move |_| app.read(chosen).unwrap_or_default());
    let glossary = StoredValue::new(builtin::glossary().ok());
    let drawn = move |open: &Workspace| {
        let framework = framework(open)?;
        let with = |known: &Glossary| strategy::report(open, &framework, known, &annexes.get(), app.today());
        glossary.with_value(|known| known.as_ref().map(with))
    };
    let report = Memo::new(move |_| app.read(drawn).flatten());
    view! { <ReportPage report choices=move || view! { <Annexes annexes /> } missing=no_framework /> }
}

#[component]
fn Annexes(annexes: Memo<Vec<Annex>>) -> impl IntoView {
    let app = App::get();
    let choices = Annex::ALL.map(|annex| Choice::new(annex, annex.name())).to_vec();
    let choose = move |chosen: Vec<Annex>| {
        let Some(part) = choice_part() else { return };
        let (text, drafted) = (kept(&chosen), String::new());
        let words = ReportText { about: Subject::Area, part, text, drafted, rest: Rest::new() };
        let _ = app.edit(|open| Ok(open.write_report_text(words)));
    };
    view! { <Checkboxes id="annexes" legend="What goes into the pack?" choices values=annexes on_change=choose /> }
}

/// A lead's own sheet.
#[component]
pub fn LeadSheet(
    /// The plan; `None` for the first one that names a lead.
    plan: Option<PlanId>,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let with_leads = move |open: &Workspace| {
        let mut plans = open.plans().into_iter().map(|(id, _)| id);
        plans.find(|id| !lead_sheet::leads_named(open, *id, today).is_empty())
    };
    let plan = RwSignal::new(plan.or_else(|| app.read_now(with_leads).flatten()));
    let leads = Memo::new(move |_| {
        app.read(|open| Some(lead_sheet::leads_named(open, plan.get()?, today))).flatten().unwrap_or_default()
    });
    let picked = RwSignal::new(None::<String>);
    let lead = Memo::new(move |_| {
        let picked = picked.get();
        leads.with(|leads| leads.iter().find(|lead| Some(*lead) == picked.as_ref()).or(leads.first()).cloned())
    });
    let drawn =
        move |open: &Workspace| -> Option<Report> { lead_sheet::report(open, plan.get()?, &lead.get()?, today) };
    let report = Memo::new(move |_| app.read(drawn).flatten());
    let choices = move || {
        view! {
            <Plans id="lead-plan" plan />
            {move || {
                let choices = leads.get().into_iter().map(|name| Choice::new(name.clone(), name)).collect();
                let value = Signal::derive(move || lead.get());
                view! { <Select id="sheet-lead" label="Lead" choices value on_choose=move |lead| picked.set(lead) /> }
            }}
        }
    };
    view! { <ReportPage report choices missing=no_plan /> }
}

/// What is told to children and young people.
#[component]
pub fn ToldUs() -> impl IntoView {
    let app = App::get();
    let rounds = |open: &Workspace| {
        let rounds = open.rounds().into_iter().rev();
        rounds.map(|(id, round)| Choice::new(id, round.title.clone())).collect::<Vec<_>>()
    };
    let latest = app.read_now(|open| open.rounds().last().map(|(id, _)| *id)).flatten();
    let round = RwSignal::new(latest);
    let report = Memo::new(move |_| app.read(|open| told_us::report(open, round.get()?, app.today())).flatten());
    let choices = move || {
        let rounds = app.read_now(rounds).unwrap_or_default();
        let choose = move |chosen| round.set(chosen);
        (rounds.len() > 1)
            .then(|| view! { <Select id="told-round" label="Round" choices=rounds value=round on_choose=choose /> })
    };
    view! { <ReportPage report choices missing=no_round /> }
}
