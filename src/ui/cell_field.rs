//! Cell field: a small field for a whole number in a cell of a table, named by its row and its column.
//!
//! Keeps WCAG 1.3.1 and 4.1.2 (the name says row and column, because no label is seen beside it), 3.3.1 (the error in words,
//! tied to the field) and 2.5.8 Target size.

use leptos::prelude::*;

use super::field::{described_by, error_view};

/// The field. It commits on change.
#[component]
pub fn CellField(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// Its name, such as "Health, Leaders and managers".
    #[prop(into)]
    name: String,
    /// What is wrong, if anything.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// What stands in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new words, as typed, when a person has changed them.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let described_by = described_by(&id, "", error);
    view! {
        {error_view(&id, error)}
        <input
            class="govuk-input app-cell-field"
            class=("govuk-input--error", move || error.with(Option::is_some))
            type="text"
            id=id
            inputmode="numeric"
            autocomplete="off"
            aria-label=name
            aria-describedby=described_by
            prop:value=move || value.get()
            on:change=move |event| {
                on_change.try_run(event_target_value(&event));
            }
        />
    }
}
