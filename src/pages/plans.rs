//! plans

use leptos::prelude::*;

/// Plans
#[component]
pub fn Plans() -> impl IntoView {
    view! { <p>"Plans"</p> }
}
