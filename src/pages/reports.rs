//! The reports that can be made: an Executive progress report for each plan.

use leptos::prelude::*;

use crate::domain::ids::PlanId;
use crate::domain::workspace::Workspace;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonLink, Page, PageHeading};

/// The reports.
#[component]
pub fn Reports() -> impl IntoView {
    let app = App::get();
    let plans = |open: &Workspace| {
        open.plans().into_iter().map(|(id, plan)| (id, plan.title.clone())).collect::<Vec<(PlanId, String)>>()
    };
    let plans = Memo::new(move |_| app.read(plans).unwrap_or_default());
    let plan = move |(id, title): (PlanId, String)| {
        view! {
            <h2 class="govuk-heading-m">{title}</h2>
            <p class="govuk-body">
                <a class="govuk-link" href=app.href(Place::ProgressReport(id))>"Executive progress report"</a>
            </p>
            <p class="govuk-body">
                "What is asked of the Executive, how each action stands, and the rainbow behind it. It is drawn from the plan as it stands, ready to print on A4 or to save as a PDF."
            </p>
        }
    };
    view! {
        <Page>
            <PageHeading>"Reports"</PageHeading>
            {move || {
                let plans = plans.get();
                if plans.is_empty() {
                    view! { <NoPlan /> }.into_any()
                } else {
                    plans.into_iter().map(plan).collect_view().into_any()
                }
            }}
        </Page>
    }
}

#[component]
fn NoPlan() -> impl IntoView {
    let app = App::get();
    view! {
        <p class="govuk-body-l">"There is nothing to report on yet."</p>
        <p class="govuk-body">
            "The progress report is drawn from a plan. A plan begins with its first action."
        </p>
        <ButtonLink href=app.href(Place::NewAction(None))>"Add an action"</ButtonLink>
    }
}
