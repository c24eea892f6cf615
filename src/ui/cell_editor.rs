//! Cell editors: the field that stands in a cell of a grid while it is changed.
//!
//! Enter, Tab or leaving the field writes what was typed; Shift and Enter begin another line; Escape leaves the cell as it was.
//! Keeps WCAG 2.1.1 Keyboard, 4.1.2 (the field is named by its column and its row) and 3.2.2 On input.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::choice::{Choice, Words, split};

/// What came of editing a cell: the new words, or `None` if it was left as it was.
type Left = Callback<Option<String>>;

/// Words in a cell being changed.
#[component]
pub fn CellText(
    /// The name of the field: its column and its row.
    label: String,
    /// The words as they stand.
    value: String,
    /// Called once, with what was typed or with nothing.
    #[prop(into)]
    on_leave: Left,
) -> impl IntoView {
    let field: NodeRef<html::Textarea> = NodeRef::new();
    focus_when_there(field);
    let is_left = StoredValue::new(false);
    let before = StoredValue::new(value.clone());
    // Taking the field away takes the focus from it, which is heard as leaving it once more.
    let leave = move |keep: bool| {
        if is_left.try_get_value().is_none_or(|left| left) {
            return;
        }
        is_left.set_value(true);
        let typed = field.get_untracked().map(|field| field.value());
        let typed = typed.filter(|typed| keep && before.with_value(|before| before != typed));
        on_leave.try_run(typed);
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            leave(false);
        }
        // In a table a line ends a cell, as in every spreadsheet; with Shift it begins another line in it.
        "Enter" if !event.shift_key() => {
            event.prevent_default();
            leave(true);
        }
        _ => {}
    };
    let rows = value.lines().count().clamp(2, 8).to_string();
    view! {
        <textarea
            class="govuk-textarea app-grid__field"
            aria-label=label
            rows=rows
            prop:value=value
            node_ref=field
            on:keydown=on_key
            on:blur=move |_| leave(true)
        ></textarea>
    }
}

/// One of a few being chosen in a cell.
#[component]
pub fn CellSelect<T>(
    /// The name of the field: its column and its row.
    label: String,
    /// What can be chosen, in order.
    choices: Vec<Choice<T>>,
    /// What is chosen now.
    value: T,
    /// Called once, with what was chosen if it is another.
    #[prop(into)]
    on_leave: Callback<Option<T>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (values, words) = split(choices);
    let at = values.iter().position(|other| *other == value).unwrap_or_default();
    let values = StoredValue::new(values);
    let field: NodeRef<html::Select> = NodeRef::new();
    focus_when_there(field);
    let is_left = StoredValue::new(false);
    let leave = move |keep: bool| {
        if is_left.try_get_value().is_none_or(|left| left) {
            return;
        }
        is_left.set_value(true);
        let index = field.get_untracked().and_then(|field| field.value().parse::<usize>().ok());
        let chosen = index.filter(|index| keep && *index != at);
        on_leave.try_run(chosen.and_then(|index| values.with_value(|values| values.get(index).cloned())));
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => leave(false),
        "Enter" => {
            event.prevent_default();
            leave(true);
        }
        _ => {}
    };
    let option = |(index, Words { label, .. }): (usize, Words)| {
        view! { <option value=index.to_string() selected=index == at>{label}</option> }
    };
    view! {
        <select
            class="govuk-select app-grid__field"
            aria-label=label
            node_ref=field
            on:keydown=on_key
            on:blur=move |_| leave(true)
        >
            {words.into_iter().enumerate().map(option).collect_view()}
        </select>
    }
}

/// Puts the focus into a field as soon as it is on the page.
fn focus_when_there<E>(field: NodeRef<E>)
where
    E: html::ElementType,
    E::Output: wasm_bindgen::JsCast + Clone + AsRef<web_sys::Element> + 'static,
{
    field.on_load(|field| {
        let element = AsRef::<web_sys::Element>::as_ref(&field).clone();
        super::focus::soon(move || super::focus::focus_element(&element));
    });
}
