//! rainbow

use leptos::prelude::*;

/// Rainbow
#[component]
pub fn Rainbow() -> impl IntoView {
    view! { <p>"Rainbow"</p> }
}
