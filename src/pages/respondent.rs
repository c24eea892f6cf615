//! respondent

use crate::domain::ids::ResponseId;
use leptos::prelude::*;

/// Respondent
#[component]
pub fn Respondent(response: ResponseId) -> impl IntoView {
    view! { <p>"Respondent"</p> }
}
