//! Progress bar: how many of a known number are done.
//!
//! Keeps WCAG 1.3.1 and 4.1.2 (a native progress bar named by the words beside it) and 1.4.1: the words say
//! all that the bar shows.

use leptos::prelude::*;

use super::ids::unique_id;

/// A bar under its words: "12 of 60 answered".
#[component]
pub fn Progress(
    /// How many are done.
    #[prop(into)]
    done: Signal<usize>,
    /// How many there are.
    #[prop(into)]
    total: Signal<usize>,
    /// What being done is called: "answered".
    #[prop(into)]
    what: String,
) -> impl IntoView {
    let id = unique_id("progress");
    view! {
        <div class="app-progress">
            <p class="app-progress__words" id=id.clone()>
                {move || format!("{} of {} {what}", done.get(), total.get())}
            </p>
            <progress
                class="app-progress__bar"
                aria-labelledby=id
                // A bar must have a length even when there is nothing to do.
                max=move || total.get().max(1).to_string()
                value=move || done.get().to_string()
            ></progress>
        </div>
    }
}
