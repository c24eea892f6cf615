//! responses

use leptos::prelude::*;

/// Responses
#[component]
pub fn Responses() -> impl IntoView {
    view! { <p>"Responses"</p> }
}
