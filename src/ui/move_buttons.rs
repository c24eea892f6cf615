//! Move buttons: one place up or down for an entry of a list that a person puts in order.
//!
//! Keeps WCAG 2.1.1 Keyboard and 2.5.7 Dragging movements (buttons, never dragging alone), 2.4.3 Focus order (the focus stays
//! on the button that was pressed, also when the list is drawn anew) and 2.4.4 (each button says what it moves).

use leptos::prelude::*;

use super::focus::focus_soon;

/// The two buttons of an entry. They are there at the ends of the list too, so that the focus is never lost.
#[component]
pub fn MoveButtons(
    /// An id for the buttons, unique on the page.
    #[prop(into)]
    id: String,
    /// What is moved, for those who hear the button's name.
    #[prop(into)]
    what: String,
    /// Called to move it towards the start.
    #[prop(into)]
    on_up: Callback<()>,
    /// Called to move it towards the end.
    #[prop(into)]
    on_down: Callback<()>,
) -> impl IntoView {
    let button = |words: &'static str, end: &'static str, on_press: Callback<()>| {
        let (id, what) = (format!("{id}-{end}"), format!(" {what}"));
        let own = id.clone();
        view! {
            <button
                type="button"
                class="app-button-link"
                id=id
                on:click=move |_| {
                    on_press.try_run(());
                    focus_soon(own.clone());
                }
            >
                {words}
                <span class="govuk-visually-hidden">{what}</span>
            </button>
        }
    };
    (button("Move up", "up", on_up), button("Move down", "down", on_down))
}
