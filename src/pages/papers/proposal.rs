//! The proposal paper, of one of the area's plans.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::report::ReportPage;
use super::{WhichPlan, no_framework};
use crate::domain::workspace::Workspace;
use crate::reports::proposal;
use crate::state::App;

/// The proposal paper.
#[component]
pub fn Proposal() -> impl IntoView {
    let app = App::get();
    let first = app.read_now(|open| open.plans().first().map(|(id, _)| *id)).flatten();
    let plan = RwSignal::new(first);
    let drawn = move |open: &Workspace| Some(proposal::report(open, &framework(open)?, plan.get(), app.today()));
    let report = Memo::new(move |_| app.read(drawn).flatten());
    view! { <ReportPage report choices=move || view! { <WhichPlan id="proposed-plan" plan /> } missing=no_framework /> }
}
