//! Move buttons: one place up or down for an entry of a list that a person puts in order.
//!
//! Keeps WCAG 2.1.1 Keyboard and 2.5.7 Dragging movements (buttons, never dragging alone), 2.4.3 Focus order (the focus stays
//! on the button that was pressed, also when the list is drawn anew, or else on the other) and 2.4.4 (each button says what it moves).

use leptos::prelude::*;

use super::focus::focus_either_soon;

/// The two buttons of an entry.
#[component]
pub fn MoveButtons(
    /// An id for the buttons, unique on the page.
    #[prop(into)]
    id: String,
    /// What is moved, for those who hear the button's name.
    #[prop(into)]
    what: String,
    /// Whether it stands first, so that it can only be moved down. Where a list does not say, both buttons stand at its ends too.
    #[prop(optional)]
    is_first: bool,
    /// Whether it stands last.
    #[prop(optional)]
    is_last: bool,
    /// Called to move it towards the start.
    #[prop(into)]
    on_up: Callback<()>,
    /// Called to move it towards the end.
    #[prop(into)]
    on_down: Callback<()>,
) -> impl IntoView {
    let button = |words: &'static str, (end, opposite): (&'static str, &'static str), on_press: Callback<()>| {
        let (own, other, what) = (format!("{id}-{end}"), format!("{id}-{opposite}"), format!(" {what}"));
        view! {
            <button
                type="button"
                class="app-button-link"
                id=own.clone()
                on:click=move |_| {
                    on_press.try_run(());
                    focus_either_soon(own.clone(), other.clone());
                }
            >
                {words}
                <span class="govuk-visually-hidden">{what}</span>
            </button>
        }
    };
    (
        (!is_first).then(|| button("Move up", ("up", "down"), on_up)),
        (!is_last).then(|| button("Move down", ("down", "up"), on_down)),
    )
}
