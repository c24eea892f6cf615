//! Text input: one line of words or a number.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a visible label, a hint tied to the field), 3.3.1 (the error in words) and
//! 1.4.10 Reflow (a width in characters never exceeds the screen).

use leptos::prelude::*;

use super::field::{LabelledField, described_by};

/// A one-line text field. It commits on change: when it is left, or Enter is pressed.
#[component]
pub fn Input(
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
    /// How wide the field is: about as wide as what belongs in it.
    #[prop(optional)]
    width: InputWidth,
    /// Whether whole numbers belong in it; phones then show their number keys.
    #[prop(optional)]
    numeric: bool,
    /// Whether what is typed is hidden from people beside the screen.
    #[prop(optional)]
    secret: bool,
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
            <input
                class=format!("govuk-input {}", width.class())
                class=("govuk-input--error", move || error.with(Option::is_some))
                type=if secret { "password" } else { "text" }
                id=id
                inputmode=numeric.then_some("numeric")
                autocomplete="off"
                aria-describedby=described_by
                prop:value=move || value.get()
                on:change=move |event| {
                    on_change.try_run(event_target_value(&event));
                }
            />
        </LabelledField>
    }
}

/// How wide a text input is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputWidth {
    /// As wide as the column.
    #[default]
    Full,
    /// About 20 characters.
    Chars20,
    /// About 10 characters.
    Chars10,
    /// About 5 characters.
    Chars5,
    /// About 3 characters.
    Chars3,
}

impl InputWidth {
    fn class(self) -> &'static str {
        match self {
            Self::Full => "",
            Self::Chars20 => "govuk-input--width-20",
            Self::Chars10 => "govuk-input--width-10",
            Self::Chars5 => "govuk-input--width-5",
            Self::Chars3 => "govuk-input--width-3",
        }
    }
}
