//! What every form field shares: its label or legend, its hint, its error, and how they are tied to it.
//!
//! Keeps WCAG 1.3.1 Info and relationships, 3.3.1 Error identification and 3.3.2 Labels or instructions: the
//! hint and the error are read with the field through `aria-describedby`, and an error says "Error:" in words,
//! so that colour is never its only sign.

use leptos::prelude::*;

/// A label, a hint and an error above one control, which is given as the children and has the same `id`.
#[component]
pub(super) fn LabelledField(
    /// The id of the control.
    id: String,
    /// The label's words.
    label: String,
    /// The hint's words; empty for none.
    hint: String,
    /// What is wrong, if anything.
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="govuk-form-group" class=("govuk-form-group--error", move || error.with(Option::is_some))>
            <label class="govuk-label govuk-label--s" for=id.clone()>
                {label}
            </label>
            {hint_view(&id, "", hint)}
            {error_view(&id, error)}
            {children()}
        </div>
    }
}

/// A fieldset with a legend, a hint and an error above a group of controls, which is given as the children.
#[component]
pub(super) fn GroupField(
    /// The id of the fieldset.
    id: String,
    /// The legend's words.
    legend: String,
    /// The hint's words; empty for none.
    hint: String,
    /// What is wrong, if anything.
    error: Signal<Option<String>>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let described_by = described_by(&id, &hint, error);
    view! {
        <div class="govuk-form-group" class=("govuk-form-group--error", move || error.with(Option::is_some))>
            <fieldset class="govuk-fieldset" id=id.clone() aria-describedby=described_by>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
                {hint_view(&id, "", hint)}
                {error_view(&id, error)}
                {children()}
            </fieldset>
        </div>
    }
}

/// The value of `aria-describedby` for the field `id`: its hint, its error, both, or nothing.
pub(super) fn described_by(
    id: &str,
    hint: &str,
    error: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Send + Sync + Clone + use<> {
    let hint_id = (!hint.is_empty()).then(|| hint_id(id));
    let error_id = error_id(id);
    move || {
        let error_id = error.with(Option::is_some).then(|| error_id.clone());
        let ids: Vec<String> = [hint_id.clone(), error_id].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// The hint of the field or control `id`, or nothing when `hint` is empty. `class` is where the hint stands, if that
/// needs one.
pub(super) fn hint_view(id: &str, class: &str, hint: String) -> Option<impl IntoView + use<>> {
    let id = hint_id(id);
    let class = format!("govuk-hint {class}");
    (!hint.is_empty()).then(|| view! { <div id=id class=class>{hint}</div> })
}

/// The error of the field `id` while there is one.
pub(super) fn error_view(id: &str, error: Signal<Option<String>>) -> impl IntoView + use<> {
    let id = error_id(id);
    move || {
        let id = id.clone();
        error.get().map(|message| {
            view! {
                <p id=id class="govuk-error-message">
                    <span class="govuk-visually-hidden">"Error: "</span>
                    {message}
                </p>
            }
        })
    }
}

/// The id of the hint of the field or control `id`.
pub(super) fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

/// The id of the error of the field `id`.
fn error_id(id: &str) -> String {
    format!("{id}-error")
}
