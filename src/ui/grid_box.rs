//! Boxes in a grid: one text box for each cell, as a grid on paper is filled in.
//!
//! Keeps WCAG 1.3.1 and 3.3.2 (each box has its own label; on a wide screen the heads of rows and columns are seen in its place),
//! 1.4.10 Reflow (on a narrow screen the boxes stand beneath each other) and 3.3.1 (what is odd about a box is said in words).

use leptos::prelude::*;

/// A grid of [`GridBox`]es, row by row.
#[component]
pub fn BoxGrid(
    /// The heads of the columns.
    columns: Vec<String>,
    /// The rows: a [`GridBoxHead`] and then a box for each column.
    children: Children,
) -> impl IntoView {
    let style = format!("--columns: {};", columns.len());
    view! {
        <div class="app-box-grid" style=style>
            <div class="app-box-grid__head" aria-hidden="true"></div>
            {columns
                .into_iter()
                .map(|name| view! { <div class="app-box-grid__head" aria-hidden="true">{name}</div> })
                .collect_view()}
            {children()}
        </div>
    }
}

/// The head of a row.
#[component]
pub fn GridBoxHead(
    /// Its words.
    name: String,
) -> impl IntoView {
    view! { <div class="app-box-grid__head app-box-grid__head--row" aria-hidden="true">{name}</div> }
}

/// One text box. It commits on change: when it is left.
#[component]
pub fn GridBox(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// The label, which names the row and the column.
    #[prop(into)]
    label: String,
    /// What stands in the box.
    #[prop(into)]
    value: Signal<String>,
    /// What is odd about it; empty for nothing.
    #[prop(into)]
    note: Signal<String>,
    /// Called with the new words when a person has changed them.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let note_id = format!("{id}-note");
    view! {
        <div class="app-box-grid__box">
            <label class="govuk-label" for=id.clone()>{label}</label>
            <textarea
                class="govuk-textarea"
                id=id
                rows="2"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=note_id.clone()
                prop:value=move || value.get()
                on:change=move |event| {
                    on_change.try_run(event_target_value(&event));
                }
            ></textarea>
            <p class="app-box-grid__note" id=note_id>{move || note.get()}</p>
        </div>
    }
}
