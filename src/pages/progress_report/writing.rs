//! The parts of a progress report that only a person knows: fields that are kept as they are left.

use leptos::prelude::*;

use super::super::choose_version::ChooseVersion;
use crate::domain::ids::PlanId;
use crate::domain::report_text::{ReportPart, ReportText, report_text_record};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::reports::versions::part_name;
use crate::reports::words;
use crate::state::App;
use crate::ui::{Button, ButtonGroup, ButtonKind, Details, Input, Textarea, focus_field};

/// What is said of a field whose words another tab changed while a person was typing in it.
const STALE: &str = "These words were changed in another tab while you were typing. Your words are still here.";

/// What has not been written yet.
#[component]
pub(super) fn Missing(plan: PlanId) -> impl IntoView {
    let app = App::get();
    let missing = move |open: &Workspace| {
        // Without words of its own, the report asks for a decision that always fits.
        let parts = ReportPart::ALL.into_iter().filter(|part| *part != ReportPart::Decisions);
        let parts = parts.filter(|part| open.report_text(plan, *part).trim().is_empty());
        parts.map(|part| part_name(part).to_lowercase()).collect::<Vec<_>>()
    };
    let missing = Memo::new(move |_| app.read(missing).unwrap_or_default());
    view! {
        <p class="govuk-body">
            {move || {
                missing.with(|missing| match missing.as_slice() {
                    [] => "Everything that only you know is written.".to_owned(),
                    missing => format!("Not written yet: {}.", words::list(missing)),
                })
            }}
        </p>
    }
}

/// The fields, behind a link, and before them the parts of which two versions stand.
#[component]
pub(super) fn Writing(plan: PlanId) -> impl IntoView {
    view! {
        {ReportPart::ALL.map(|part| view! { <ChooseVersion record=report_text_record(plan, part) /> }).collect_view()}
        <Details summary="Write the parts only you know">
            <p class="govuk-body">
                "What you write is saved when you leave a field, and stands in the report below. A new line begins a new paragraph."
            </p>
            {ReportPart::ALL.into_iter().map(|part| view! { <Part plan part /> }).collect_view()}
        </Details>
    }
}

/// What a field holds from the moment a person enters it, so that nothing from another tab is written over it.
#[derive(Clone, PartialEq)]
struct Held {
    /// The words that the person began from.
    seen: String,
    /// The words in the field.
    typed: String,
}

#[component]
fn Part(plan: PlanId, part: ReportPart) -> impl IntoView {
    let app = App::get();
    let now = move || app.read_now(|open| open.report_text(plan, part).to_owned()).unwrap_or_default();
    let there = Memo::new(move |_| app.read(|open| open.report_text(plan, part).to_owned()).unwrap_or_default());
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
        let words = ReportText { plan, part, text, rest: Rest::new() };
        // Writing words has no way to fail; the header says whether they are saved.
        app.edit(|open| Ok(open.write_report_text(words))).ok();
    };
    let id = format!("report-{}", part.word());
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
    let label = part_name(part);
    let field = match part {
        ReportPart::Meeting | ReportPart::Author => {
            view! { <Input id label hint=hint(part) error value on_change=write /> }.into_any()
        }
        _ => view! { <Textarea id label hint=hint(part) error value on_change=write /> }.into_any(),
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

fn hint(part: ReportPart) -> &'static str {
    match part {
        ReportPart::Meeting => "Its name and date, such as Children\u{2019}s Trust Executive, 5 February 2010",
        ReportPart::Author => "A role, such as Workforce lead",
        ReportPart::Decisions => "What the meeting is asked to do. Left empty, it is asked to note the progress.",
        ReportPart::Financial => "What it costs, and who pays",
        ReportPart::People => "What it means for staff and their posts",
        ReportPart::Equalities => "Whom it affects, and how that was looked at",
        ReportPart::Safeguarding => "What it means for keeping children safe",
    }
}
