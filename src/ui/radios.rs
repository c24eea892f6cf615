//! Radios: choose one of a few.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a fieldset whose legend is the question), 2.1.1 Keyboard (native radios: arrows
//! move and choose) and 2.5.8 Target size (44 px). Nothing is chosen beforehand unless the value says so.

use leptos::prelude::*;

use super::choice::{Choice, Words, split};
use super::field::{GroupField, hint_id, hint_view};

/// A question with one answer, chosen from the list.
#[component]
pub fn Radios<T>(
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
    /// What is chosen now, if anything.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Called with what a person has just chosen.
    #[prop(into)]
    on_choose: Callback<T>,
    /// Side by side on wide screens; for two or three short labels.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (values, words) = split(choices);
    let values = StoredValue::new(values);
    let chosen = Signal::derive(move || {
        value.with(|value| values.with_value(|values| values.iter().position(|v| Some(v) == value.as_ref())))
    });
    let choose = Callback::new(move |index: usize| {
        if let Some(value) = values.try_with_value(|values| values.get(index).cloned()).flatten() {
            on_choose.try_run(value);
        }
    });
    view! {
        <GroupField id=id.clone() legend hint error>
            {items(&id, words, chosen, choose, inline)}
        </GroupField>
    }
}

/// The radios themselves, told apart by their place in the list.
fn items(
    name: &str,
    words: Vec<Words>,
    chosen: Signal<Option<usize>>,
    choose: Callback<usize>,
    inline: bool,
) -> AnyView {
    let radio = |(index, Words { label, hint }): (usize, Words)| {
        let id = format!("{name}-{}", index.saturating_add(1));
        let described_by = (!hint.is_empty()).then(|| hint_id(&id));
        view! {
            <div class="govuk-radios__item">
                <input
                    class="govuk-radios__input"
                    type="radio"
                    id=id.clone()
                    name=name.to_owned()
                    aria-describedby=described_by
                    prop:checked=move || chosen.get() == Some(index)
                    on:change=move |_| {
                        choose.try_run(index);
                    }
                />
                <label class="govuk-label govuk-radios__label" for=id.clone()>
                    {label}
                </label>
                {hint_view(&id, "govuk-radios__hint", hint)}
            </div>
        }
    };
    let radios: Vec<_> = words.into_iter().enumerate().map(radio).collect();
    view! { <div class="govuk-radios" class=("govuk-radios--inline", inline)>{radios}</div> }.into_any()
}
