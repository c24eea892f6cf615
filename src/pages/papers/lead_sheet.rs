//! A lead's own sheet: of which plan, and of which lead.

use leptos::prelude::*;

use super::super::report::ReportPage;
use super::{WhichPlan, nothing};
use crate::domain::ids::PlanId;
use crate::domain::workspace::Workspace;
use crate::reports::document::Report;
use crate::reports::lead_sheet;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{Choice, Select};

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
            <WhichPlan id="lead-plan" plan />
            {move || {
                let choices = leads.get().into_iter().map(|name| Choice::new(name.clone(), name)).collect();
                let value = Signal::derive(move || lead.get());
                view! { <Select id="sheet-lead" label="Lead" choices value on_choose=move |lead| picked.set(lead) /> }
            }}
        }
    };
    view! { <ReportPage report choices missing=no_plan /> }
}

fn no_plan() -> impl IntoView {
    nothing("A lead\u{2019}s own sheet", "No plan here names a lead yet.", Place::Plans, "Go to the plans")
}
