//! reports

use leptos::prelude::*;

/// Reports
#[component]
pub fn Reports() -> impl IntoView {
    view! { <p>"Reports"</p> }
}
