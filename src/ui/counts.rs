//! Counts: a question with several small fields, each a number of people, side by side.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a fieldset whose legend is the question, a visible label on each field), 3.3.1 (the error in
//! words, tied to the group) and 1.4.10 Reflow (the fields wrap).

use leptos::prelude::*;

use super::field::GroupField;
use super::input::{Input, InputWidth};

/// A question that is answered by how many people gave each answer.
#[component]
pub fn Counts(
    /// The id of the fieldset; the fields' ids start with it.
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
    /// The labels of the fields, in order.
    labels: Vec<String>,
    /// What stands in the field at a place, counted from 0.
    #[prop(into)]
    value: Callback<usize, String>,
    /// Called with a field's place and its new words, as typed, when a person has changed them.
    #[prop(into)]
    on_change: Callback<(usize, String)>,
) -> impl IntoView {
    let field = |(at, label): (usize, String)| {
        view! {
            <Input
                id=format!("{id}-{at}")
                label
                width=InputWidth::Chars3
                numeric=true
                value=Signal::derive(move || value.try_run(at).unwrap_or_default())
                on_change=move |words| {
                    on_change.try_run((at, words));
                }
            />
        }
    };
    let fields: Vec<_> = labels.into_iter().enumerate().map(field).collect();
    view! {
        <GroupField id=id.clone() legend hint error>
            <div class="app-hands">{fields}</div>
        </GroupField>
    }
}
