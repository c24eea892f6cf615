//! Date input: one day, chosen from the browser's own calendar or typed.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a visible label, a hint tied to the field), 3.3.1 (the error in words) and 2.1.1
//! Keyboard (the native control).

use chrono::NaiveDate;
use leptos::prelude::*;

use super::field::{LabelledField, described_by};

/// A day. It commits on change.
#[component]
pub fn DateInput(
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
    /// The day in the field; `None` leaves it empty.
    #[prop(into)]
    value: Signal<Option<NaiveDate>>,
    /// Called when a person has changed it; `None` when no day stands in it.
    #[prop(into)]
    on_change: Callback<Option<NaiveDate>>,
) -> impl IntoView {
    let described_by = described_by(&id, &hint, error);
    view! {
        <LabelledField id=id.clone() label hint error>
            <input
                class="govuk-input app-date-input"
                class=("govuk-input--error", move || error.with(Option::is_some))
                type="date"
                id=id
                aria-describedby=described_by
                prop:value=move || value.get().map(|day| day.to_string()).unwrap_or_default()
                on:change=move |event| {
                    on_change.try_run(event_target_value(&event).parse().ok());
                }
            />
        </LabelledField>
    }
}
