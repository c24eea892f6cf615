//! Paste box: a field of several lines that is told at once what is put into it, and may take more than plain text.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a visible label, a hint tied to the field), 3.3.1 (the error in words) and 2.1.1 Keyboard.

use leptos::prelude::*;

use super::field::{LabelledField, described_by};

/// A text field for what was copied elsewhere.
#[component]
pub fn PasteBox(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// A hint under the label; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What stands in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the event of pasting; whoever takes what comes with it says so, and then no plain text goes in.
    #[prop(into)]
    on_paste: Callback<web_sys::Event, bool>,
    /// Called with all that stands in the field, whenever it changes.
    #[prop(into)]
    on_text: Callback<String>,
) -> impl IntoView {
    let described_by = described_by(&id, &hint, error);
    view! {
        <LabelledField id=id.clone() label hint error>
            <textarea
                class="govuk-textarea"
                class=("govuk-textarea--error", move || error.with(Option::is_some))
                id=id
                rows="6"
                spellcheck="false"
                aria-describedby=described_by
                prop:value=move || value.get()
                on:paste=move |event| {
                    let event: web_sys::Event = event.into();
                    if on_paste.try_run(event.clone()).unwrap_or_default() {
                        event.prevent_default();
                    }
                }
                on:input=move |event| {
                    on_text.try_run(event_target_value(&event));
                }
            ></textarea>
        </LabelledField>
    }
}
