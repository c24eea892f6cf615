//! Quick add: a field in which Enter adds what was typed and stays for the next, and a button that does the same.
//!
//! Shift and Enter begin another line. Keeps WCAG 1.3.1 and 3.3.2 (a visible label, a hint tied to the field), 2.1.1 Keyboard
//! and 2.4.3 Focus order (the focus stays in the field). Whoever uses it says in a live region what was added.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::button::{Button, ButtonKind};
use super::field::{LabelledField, described_by};

/// The most lines that are seen at once.
const MOST_ROWS: usize = 8;

/// A field for adding one thing after the other.
#[component]
pub fn QuickAdd(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// A hint under the label; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is read out after "Add" on the button.
    #[prop(into)]
    what: String,
    /// Called with what was typed. What it takes leaves the field; what it does not stays there.
    #[prop(into)]
    on_add: Callback<String, bool>,
) -> impl IntoView {
    let field: NodeRef<html::Textarea> = NodeRef::new();
    let rows = RwSignal::new(1_usize);
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        if on_add.try_run(field.value()).unwrap_or_default() {
            field.set_value("");
            rows.set(1);
        }
        // A button that was pressed gives the focus back, so that the next thing can be typed at once.
        super::focus::focus_element(&field);
    };
    let on_key = move |event: KeyboardEvent| {
        // While a word is being composed, Enter chooses among spellings.
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    let described_by = described_by(&id, &hint, Signal::stored(None));
    view! {
        <div class="app-quick-add">
            <LabelledField id=id.clone() label hint error=Signal::stored(None)>
                <textarea
                    class="govuk-textarea app-quick-add__field"
                    id=id
                    rows=move || rows.get().to_string()
                    autocomplete="off"
                    aria-describedby=described_by
                    node_ref=field
                    on:keydown=on_key
                    on:input=move |event| rows.set(event_target_value(&event).split('\n').count().min(MOST_ROWS))
                ></textarea>
            </LabelledField>
            <Button kind=ButtonKind::Secondary on_press=move |()| add()>
                "Add"
                <span class="govuk-visually-hidden">" "{what}</span>
            </Button>
        </div>
    }
}
