//! Textarea: several lines of words.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a visible label, a hint tied to the field) and 3.3.1 (the error in words).

use leptos::prelude::*;

use super::field::{LabelledField, described_by};

/// A text field of several lines. It commits on change: when it is left.
#[component]
pub fn Textarea(
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
    /// How many lines are seen at once.
    #[prop(default = 4)]
    rows: u8,
    /// What stands in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new words, as typed, when a person has changed them.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let described_by = described_by(&id, &hint, error);
    view! {
        <LabelledField id=id.clone() label hint error>
            <textarea
                class="govuk-textarea"
                class=("govuk-textarea--error", move || error.with(Option::is_some))
                id=id
                rows=rows.to_string()
                // Browsers keep what is typed into fields to offer it again; comments on people's work must not be.
                autocomplete="off"
                aria-describedby=described_by
                prop:value=move || value.get()
                on:change=move |event| {
                    on_change.try_run(event_target_value(&event));
                }
            ></textarea>
        </LabelledField>
    }
}
