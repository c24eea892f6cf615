//! answer

use crate::domain::ids::{ResponseId, ThemeId};
use leptos::prelude::*;

/// Answer
#[component]
pub fn Answer(response: ResponseId, theme: ThemeId) -> impl IntoView {
    view! { <p>"Answer"</p> }
}
