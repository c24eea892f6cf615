//! progress_report

use crate::domain::ids::PlanId;
use leptos::prelude::*;

/// ProgressReport
#[component]
pub fn ProgressReport(plan: PlanId) -> impl IntoView {
    view! { <p>"ProgressReport"</p> }
}
