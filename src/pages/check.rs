//! check

use crate::domain::ids::ResponseId;
use leptos::prelude::*;

/// Check
#[component]
pub fn Check(response: ResponseId) -> impl IntoView {
    view! { <p>"Check"</p> }
}
