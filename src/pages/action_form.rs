//! action_form

use crate::domain::ids::ThemeId;
use leptos::prelude::*;

/// NewAction
#[component]
pub fn NewAction(theme: Option<ThemeId>) -> impl IntoView {
    view! { <p>"NewAction"</p> }
}
