//! Select: choose one of many from a drop-down list.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a visible label), 2.1.1 Keyboard (the native control) and 3.2.2 On input
//! (choosing never moves to another page). Prefer radios for fewer than about eight choices.

use leptos::prelude::*;

use super::choice::{Choice, Words, split};
use super::field::{LabelledField, described_by};

/// A drop-down list with a label.
#[component]
pub fn Select<T>(
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
    /// The words of a first entry that means "none", such as "Not set"; empty for no such entry.
    #[prop(optional, into)]
    blank: String,
    /// What can be chosen, in order.
    choices: Vec<Choice<T>>,
    /// What is chosen now; `None` is the blank entry.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Called with what a person has just chosen; `None` is the blank entry.
    #[prop(into)]
    on_choose: Callback<Option<T>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (values, words) = split(choices);
    let values = StoredValue::new(values);
    let chosen = Signal::derive(move || {
        value.with(|value| values.with_value(|values| values.iter().position(|v| Some(v) == value.as_ref())))
    });
    let choose = Callback::new(move |index: Option<usize>| {
        let value = values.try_with_value(|values| index.and_then(|index| values.get(index).cloned()));
        if let Some(value) = value {
            on_choose.try_run(value);
        }
    });
    let described_by = described_by(&id, &hint, error);
    view! {
        <LabelledField id=id.clone() label hint error>
            <select
                class="govuk-select"
                class=("govuk-select--error", move || error.with(Option::is_some))
                id=id
                aria-describedby=described_by
                on:change=move |event| {
                    choose.try_run(event_target_value(&event).parse().ok());
                }
            >
                {options(blank, words, chosen)}
            </select>
        </LabelledField>
    }
}

/// The entries. Each says for itself whether it is chosen: a value set on the list before it has entries is lost.
fn options(blank: String, words: Vec<Words>, chosen: Signal<Option<usize>>) -> AnyView {
    let blank = (!blank.is_empty())
        .then(|| view! { <option value="" prop:selected=move || chosen.get().is_none()>{blank}</option> });
    let option = |(index, words): (usize, Words)| {
        view! {
            <option value=index.to_string() prop:selected=move || chosen.get() == Some(index)>
                {words.label}
            </option>
        }
    };
    let options: Vec<_> = words.into_iter().enumerate().map(option).collect();
    (blank, options).into_any()
}
