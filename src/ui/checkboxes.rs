//! Checkboxes: choose none, some or all of a few.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a fieldset whose legend is the question), 2.1.1 Keyboard (native checkboxes) and
//! 2.5.8 Target size (44 px).

use leptos::prelude::*;

use super::choice::{Choice, Words, split};
use super::field::{GroupField, hint_id, hint_view};

/// A question with any number of answers, chosen from the list.
#[component]
pub fn Checkboxes<T>(
    /// The id of the fieldset; the controls' ids start with it.
    #[prop(into)]
    id: String,
    /// The question, as the legend.
    #[prop(into)]
    legend: String,
    /// A hint under the legend; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What can be chosen, in order.
    choices: Vec<Choice<T>>,
    /// What is chosen now.
    #[prop(into)]
    values: Signal<Vec<T>>,
    /// Called with all that is chosen after a person's click, in the order of `choices`.
    #[prop(into)]
    on_change: Callback<Vec<T>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (offered, words) = split(choices);
    let offered = StoredValue::new(offered);
    let is_chosen = Callback::new(move |index: usize| {
        offered.with_value(|offered| offered.get(index).is_some_and(|value| values.with(|v| v.contains(value))))
    });
    let change = Callback::new(move |(index, chosen): (usize, bool)| {
        let Some(before) = values.try_get_untracked() else { return };
        let after = offered.try_with_value(|offered| {
            let kept = |(place, value): &(usize, &T)| if *place == index { chosen } else { before.contains(value) };
            offered.iter().enumerate().filter(kept).map(|(_, value)| value.clone()).collect()
        });
        if let Some(after) = after {
            on_change.try_run(after);
        }
    });
    view! {
        <GroupField id=id.clone() legend hint error>
            {items(&id, words, is_chosen, change)}
        </GroupField>
    }
}

/// The checkboxes themselves, told apart by their place in the list.
fn items(name: &str, words: Vec<Words>, is_chosen: Callback<usize, bool>, change: Callback<(usize, bool)>) -> AnyView {
    let checkbox = |(index, Words { label, hint }): (usize, Words)| {
        let id = format!("{name}-{}", index.saturating_add(1));
        let described_by = (!hint.is_empty()).then(|| hint_id(&id));
        view! {
            <div class="govuk-checkboxes__item">
                <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id=id.clone()
                    name=name.to_owned()
                    aria-describedby=described_by
                    prop:checked=move || is_chosen.run(index)
                    on:change=move |event| {
                        change.try_run((index, event_target_checked(&event)));
                    }
                />
                <label class="govuk-label govuk-checkboxes__label" for=id.clone()>
                    {label}
                </label>
                {hint_view(&id, "govuk-checkboxes__hint", hint)}
            </div>
        }
    };
    let checkboxes: Vec<_> = words.into_iter().enumerate().map(checkbox).collect();
    view! { <div class="govuk-checkboxes">{checkboxes}</div> }.into_any()
}
