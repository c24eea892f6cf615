//! The parts of a progress report that only a person knows: fields that are kept as they are left.

use leptos::prelude::*;

use crate::domain::ids::PlanId;
use crate::domain::record::Rest;
use crate::domain::report_text::{ReportPart, ReportText};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::state::App;
use crate::ui::{Details, Input, Textarea};

/// The fields, behind a link, and what has not been written yet.
#[component]
pub(super) fn Writing(plan: PlanId) -> impl IntoView {
    let app = App::get();
    let missing = move |open: &Workspace| {
        // Without words of its own, the report asks for a decision that always fits.
        let parts = ReportPart::ALL.into_iter().filter(|part| *part != ReportPart::Decisions);
        let parts = parts.filter(|part| open.report_text(plan, *part).trim().is_empty());
        parts.map(|part| label(part).to_lowercase()).collect::<Vec<_>>()
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
        <Details summary="Write the parts only you know">
            <p class="govuk-body">
                "What you write is saved when you leave a field, and stands in the report below. A new line begins a new paragraph."
            </p>
            {ReportPart::ALL.into_iter().map(|part| view! { <Part plan part /> }).collect_view()}
        </Details>
    }
}

#[component]
fn Part(plan: PlanId, part: ReportPart) -> impl IntoView {
    let app = App::get();
    let value = Memo::new(move |_| app.read(|open| open.report_text(plan, part).to_owned()).unwrap_or_default());
    let write = move |text: String| {
        let words = ReportText { plan, part, text, rest: Rest::new() };
        // Writing words has no way to fail; the header says whether they are saved.
        app.edit(|open| Ok(open.write_report_text(words))).ok();
    };
    let id = format!("report-{}", part.word());
    match part {
        ReportPart::Meeting | ReportPart::Author => {
            view! { <Input id label=label(part) hint=hint(part) value on_change=write /> }.into_any()
        }
        _ => view! { <Textarea id label=label(part) hint=hint(part) value on_change=write /> }.into_any(),
    }
}

fn label(part: ReportPart) -> &'static str {
    match part {
        ReportPart::Meeting => "Meeting",
        ReportPart::Author => "Who reports",
        ReportPart::Decisions => "Decisions needed",
        ReportPart::Financial => "Financial implications",
        ReportPart::People => "People implications",
        ReportPart::Equalities => "Equalities implications",
        ReportPart::Safeguarding => "Safeguarding implications",
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
