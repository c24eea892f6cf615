//! A field for words that a person writes into a report or a letter, kept as it is left.

use leptos::prelude::*;

use crate::domain::report_text::{ReportPart, ReportText, Subject};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::state::App;
use crate::ui::{Button, ButtonGroup, ButtonKind, Input, Textarea, focus_field};

/// What is said of a field whose words another tab changed while a person was typing in it.
const STALE: &str = "These words were changed in another tab while you were typing. Your words are still here.";

/// What a field holds from the moment a person enters it, so that nothing from another tab is written over it.
#[derive(Clone, PartialEq)]
struct Held {
    /// The words that the person began from.
    seen: String,
    /// The words in the field.
    typed: String,
}

/// A field for words of a person's own, which are saved when the field is left. Until there are any the draft stands there.
#[component]
pub(super) fn WrittenPart(
    /// What the words are about.
    about: Subject,
    /// Which words they are.
    part: ReportPart,
    /// The label of the field.
    label: &'static str,
    /// A hint under the label; empty for none.
    #[prop(optional)]
    hint: &'static str,
    /// What stands there until somebody writes something else.
    #[prop(optional)]
    draft: String,
    /// How many lines are seen at once.
    rows: u8,
) -> impl IntoView {
    let app = App::get();
    let draft = StoredValue::new(draft);
    let id = format!("report-{}", part.word().replace('/', "-"));
    let part = StoredValue::new(part);
    let words = move |open: &Workspace| match part.with_value(|part| open.report_text(about, part)) {
        "" => draft.get_value(),
        words => words.to_owned(),
    };
    let now = move || app.read_now(words).unwrap_or_default();
    let there = Memo::new(move |_| app.read(words).unwrap_or_default());
    let held = RwSignal::new(None::<Held>);
    let is_stale = RwSignal::new(false);
    let value = Signal::derive(move || held.get().map_or_else(|| there.get(), |held| held.typed));
    let enter = move |_| {
        if held.with_untracked(Option::is_none) {
            held.set(Some(Held { seen: now(), typed: now() }));
        }
    };
    let leave = move |_| {
        if !is_stale.get_untracked() {
            held.set(None);
        }
    };
    let write = move |text: String| {
        let there = now();
        let seen = held.get_untracked().map_or_else(|| there.clone(), |held| held.seen);
        if seen != there && text != there {
            held.set(Some(Held { seen: there, typed: text }));
            is_stale.set(true);
            return;
        }
        held.set(Some(Held { seen: text.clone(), typed: text.clone() }));
        is_stale.set(false);
        // Whoever writes what the draft says goes on with the draft.
        let text = if draft.with_value(|draft| *draft == text) { String::new() } else { text };
        let words = ReportText { about, part: part.get_value(), text, drafted: String::new(), rest: Rest::new() };
        // Writing words has no way to fail; the header says whether they are saved.
        app.edit(|open| Ok(open.write_report_text(words))).ok();
    };
    let field_id = StoredValue::new(id.clone());
    // The buttons go with what they settle, so the focus goes back to the field.
    let go_back = move || {
        held.set(None);
        field_id.with_value(|id| focus_field(id));
    };
    let replace = move |()| {
        if let Some(held) = held.get_untracked() {
            write(held.typed);
        }
        if !is_stale.get_untracked() {
            go_back();
        }
    };
    let give_up = move |()| {
        is_stale.set(false);
        go_back();
    };
    let error = Signal::derive(move || is_stale.get().then(|| STALE.to_owned()));
    let field = match rows {
        1 => view! { <Input id label hint error value on_change=write /> }.into_any(),
        _ => view! { <Textarea id label hint rows error value on_change=write /> }.into_any(),
    };
    view! {
        <div on:focusin=enter on:focusout=leave>
            {field}
        </div>
        <div role="alert">
            <Show when=move || is_stale.get()>
                <p class="govuk-body">
                    {format!("{label}: your words are not saved. The other tab wrote: ")}
                    {move || there.with(|there| if there.is_empty() { "nothing".to_owned() } else { format!("\u{201c}{there}\u{201d}") })}
                </p>
                <ButtonGroup>
                    <Button kind=ButtonKind::Secondary on_press=replace>"Save mine in their place"</Button>
                    <Button kind=ButtonKind::Link on_press=give_up>"Keep the other words"</Button>
                </ButtonGroup>
            </Show>
        </div>
    }
}
