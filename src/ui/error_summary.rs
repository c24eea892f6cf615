//! Error summary: everything that is wrong with what was handed in, at the top of the page.
//!
//! Keeps WCAG 3.3.1 Error identification (every error in words, here and at its field), 2.4.3 Focus order (it takes
//! the focus when it appears; each entry moves the focus to its field) and 4.1.3 Status messages.

use leptos::prelude::*;

use super::focus::{focus_field, focus_soon};

/// One thing that is wrong, and the field that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The `id` that the field's component was given.
    pub field: String,
    /// What is wrong and what to do about it.
    pub message: String,
}

impl FieldError {
    /// An error about the field whose component was given the id `field`.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// What is wrong with the field whose component was given the id `field`, if anything.
pub fn error_at(errors: RwSignal<Vec<FieldError>>, field: impl Into<String>) -> Signal<Option<String>> {
    let field = field.into();
    Signal::derive(move || {
        errors.with(|errors| errors.iter().find(|error| error.field == field).map(|error| error.message.clone()))
    })
}

/// The list of what is wrong; nothing at all while the list is empty.
///
/// Change `errors` only when a form is handed in: each change to a list that is not empty takes the focus.
#[component]
pub fn ErrorSummary(
    /// What is wrong, in the order of the fields.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
) -> impl IntoView {
    // A page can hold several forms, so the id follows from the first field.
    let id = |errors: &[FieldError]| errors.first().map(|first| format!("{}-summary", first.field));
    Effect::new(move |_| {
        if let Some(id) = errors.with(|errors| id(errors)) {
            focus_soon(id);
        }
    });
    let entry = |FieldError { field, message }: FieldError| {
        view! {
            <li>
                <a
                    href=format!("#{field}")
                    on:click=move |event| {
                        // The fragment names the app's page, so following the link would leave it.
                        event.prevent_default();
                        focus_field(&field);
                    }
                >
                    {message}
                </a>
            </li>
        }
    };
    move || {
        let errors = errors.get();
        id(&errors).map(|id| {
            view! {
                <div class="govuk-error-summary" id=id tabindex="-1">
                    <div role="alert">
                        <h2 class="govuk-error-summary__title">"There is a problem"</h2>
                        <div class="govuk-error-summary__body">
                            <ul class="govuk-list govuk-error-summary__list">
                                {errors.into_iter().map(entry).collect_view()}
                            </ul>
                        </div>
                    </div>
                </div>
            }
        })
    }
}
