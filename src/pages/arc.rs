//! arc

use crate::domain::ids::ThemeId;
use leptos::prelude::*;

/// Arc
#[component]
pub fn Arc(theme: ThemeId) -> impl IntoView {
    view! { <p>"Arc"</p> }
}
