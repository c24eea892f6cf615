//! What a person should know about the table before it is added, with the ways to put it right.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::grid::Remark;
use crate::exchange::plan_table::{Found, Note, Reading, What};
use crate::reports::words;
use crate::ui::{Details, Inset};

/// How many notes of a kind are listed; the rest are counted.
const LISTED: usize = 100;

/// The notes, those that ask for something first.
#[component]
pub(super) fn Notes(reading: RwSignal<Reading>, found: Arc<Found>) -> impl IntoView {
    let shifted: Vec<usize> =
        found.notes.iter().filter(|note| note.what == What::Shifted).map(|note| note.row).collect();
    let mut others: BTreeMap<What, Vec<Note>> = BTreeMap::new();
    for note in found.notes.iter().filter(|note| note.what != What::Shifted) {
        others.entry(note.what).or_default().push(note.clone());
    }
    let asked = (!shifted.is_empty()).then(|| {
        let rows: Vec<String> = shifted.iter().map(usize::to_string).collect();
        let said = format!(
            "The cells of {} {} seem to sit one column too far to the left. They stay where they are unless you move them.",
            if rows.len() == 1 { "row" } else { "rows" },
            words::list(&rows)
        );
        let all = StoredValue::new(shifted);
        let move_all = move |_| reading.update(|reading| reading.moved.extend(all.get_value()));
        view! {
            <Inset>
                {said} " "
                <button type="button" class="app-link-button" on:click=move_all>"Move them one column to the right"</button>
            </Inset>
        }
    });
    let group = move |(what, notes): (What, Vec<Note>)| {
        let summary = format!("{}: {}", words::count(notes.len(), "place", "places"), what.words());
        let more = notes.len().saturating_sub(LISTED);
        let line = move |note: &Note| {
            let row = note.row;
            let apart = (note.what == What::Joined).then(|| {
                let keep = move |_| {
                    reading.update(|reading| {
                        reading.apart.insert(row);
                    });
                };
                view! {
                    " "
                    <button type="button" class="app-link-button" on:click=keep>
                        {format!("Keep row {row} apart")}
                    </button>
                }
            });
            let text: String = note.text.chars().take(200).collect();
            view! {
                <li>
                    {note.to_string()}
                    {(!text.is_empty()).then(|| format!(" \u{201c}{text}\u{201d}"))}
                    {apart}
                </li>
            }
        };
        let lines = notes.iter().take(LISTED).map(line).collect_view();
        view! {
            <Details summary>
                <ul class="govuk-list govuk-list--bullet">
                    {lines}
                    {(more > 0).then(|| view! { <li>{format!("and {more} more")}</li> })}
                </ul>
            </Details>
        }
    };
    view! {
        {asked}
        {others.into_iter().map(group).collect_view()}
    }
}
