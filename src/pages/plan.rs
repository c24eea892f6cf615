//! plan

use crate::domain::ids::PlanId;
use leptos::prelude::*;

/// Plan
#[component]
pub fn Plan(plan: PlanId) -> impl IntoView {
    view! { <p>"Plan"</p> }
}
