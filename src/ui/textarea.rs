//! Textarea: several lines of words.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (a visible label, a hint tied to the field) and 3.3.1 (the error in words).

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::field::{LabelledField, described_by};

/// How long a person has to pause before what they are typing is committed, where it is committed while they type.
const PAUSE: Duration = Duration::from_secs(1);

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
    /// Whether it commits while a person types, too: when they pause, and when the page is hidden, which may be the last
    /// that it hears before a phone ends it.
    #[prop(optional)]
    as_typed: bool,
    /// Called with the new words, as typed, when a person has changed them.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let typed = StoredValue::new(None::<String>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let commit = move || {
        if let Some(waiting) = waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
        if let Some(words) = typed.try_update_value(Option::take).flatten() {
            on_change.try_run(words);
        }
    };
    let hear = move |words: String| {
        typed.try_update_value(|typed| *typed = Some(words));
        let pause = set_timeout_with_handle(commit, PAUSE).ok();
        if let Some(Some(before)) = waiting.try_update_value(|waiting| std::mem::replace(waiting, pause)) {
            before.clear();
        }
    };
    if as_typed {
        let hidden = [
            window_event_listener(ev::pagehide, move |_| commit()),
            window_event_listener_untyped("visibilitychange", move |_| commit()),
        ];
        on_cleanup(move || {
            commit();
            hidden.into_iter().for_each(|listener| listener.remove());
        });
    }
    let described_by = described_by(&id, &hint, error);
    view! {
        <LabelledField id=id.clone() label hint error>
            <textarea
                class="govuk-textarea"
                class=("govuk-textarea--error", move || error.with(Option::is_some))
                id=id
                rows=rows.to_string()
                aria-describedby=described_by
                prop:value=move || value.get()
                on:input=move |event| {
                    if as_typed {
                        hear(event_target_value(&event));
                    }
                }
                on:change=move |event| {
                    typed.try_update_value(|typed| *typed = Some(event_target_value(&event)));
                    commit();
                }
            ></textarea>
        </LabelledField>
    }
}
