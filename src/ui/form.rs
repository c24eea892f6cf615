//! Form: fields that are handed in together.
//!
//! Keeps WCAG 2.1.1 Keyboard: Enter in a text field hands the form in. The browser's own bubbles are off
//! (`novalidate`), because they are neither worded by us nor read well; errors go to the error summary.

use leptos::prelude::*;

/// A form that never leaves the page. Its submit button is `<Button submit=true>`.
#[component]
pub fn Form(
    /// Called when the form is handed in, after the field being typed in has committed.
    #[prop(into)]
    on_submit: Callback<()>,
    /// The fields and the submit button.
    children: Children,
) -> impl IntoView {
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                on_submit.try_run(());
            }
        >
            {children()}
        </form>
    }
}
