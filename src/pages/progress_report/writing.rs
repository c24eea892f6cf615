//! The parts of a progress report that only a person knows: fields that are kept as they are left.

use leptos::prelude::*;

use super::super::choose_version::ChooseVersion;
use super::super::written_part::WrittenPart;
use crate::domain::ids::PlanId;
use crate::domain::report_text::{ReportPart, Subject, report_text_record};
use crate::domain::workspace::Workspace;
use crate::reports::versions::part_name;
use crate::reports::words;
use crate::state::App;
use crate::ui::Details;

/// What has not been written yet.
#[component]
pub(super) fn Missing(plan: PlanId) -> impl IntoView {
    let app = App::get();
    let missing = move |open: &Workspace| {
        // Without words of its own, the report asks for a decision that always fits.
        let parts = ReportPart::OF_PROGRESS.into_iter().filter(|part| *part != ReportPart::Decisions);
        let parts = parts.filter(|part| open.report_text(Subject::Plan(plan), *part).trim().is_empty());
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
    let about = Subject::Plan(plan);
    let field = move |part| {
        let is_line = matches!(part, ReportPart::Meeting | ReportPart::Author);
        view! { <WrittenPart about part label=part_name(part) hint=hint(part) rows=if is_line { 1 } else { 4 } /> }
    };
    view! {
        {ReportPart::OF_PROGRESS.map(|part| view! { <ChooseVersion record=report_text_record(about, part) /> }).collect_view()}
        <Details summary="Write the parts only you know">
            <p class="govuk-body">
                "What you write is saved when you leave a field, and stands in the report below. A new line begins a new paragraph."
            </p>
            {ReportPart::OF_PROGRESS.map(field).collect_view()}
        </Details>
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
        ReportPart::Letter | ReportPart::Email => "",
    }
}
