//! survey

use leptos::prelude::*;

/// Survey
#[component]
pub fn Survey() -> impl IntoView {
    view! { <p>"Survey"</p> }
}
