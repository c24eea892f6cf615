//! action

use crate::domain::ids::ItemId;
use leptos::prelude::*;

/// Action
#[component]
pub fn Action(item: ItemId) -> impl IntoView {
    view! { <p>"Action"</p> }
}
