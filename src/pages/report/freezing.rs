//! Freezing a report: keeping it as it is, so that it opens the same for ever.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::frozen_report::FrozenReport;
use crate::domain::ids::RecordId;
use crate::domain::rest::Rest;
use crate::reports::document::Report;
use crate::route::{Page as Place, ReportPlace};
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Details, Form, Input};

/// The field of who freezes the report, and the button.
#[component]
pub(super) fn Freezing(
    /// The report.
    report: Signal<Option<Report>>,
    /// The day that it speaks of.
    as_at: Signal<NaiveDate>,
) -> impl IntoView {
    let app = App::get();
    let by = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let freeze = move |()| {
        let who = by.get_untracked().trim().to_owned();
        if who.is_empty() {
            return error.set(Some("Enter the role of who freezes it".to_owned()));
        }
        let Some(report) = report.get_untracked() else { return };
        let (id, on) = (RecordId(ids::new_uuid()), app.today());
        let (report, as_at, recorded) = (Arc::new(report.frozen()), as_at.get_untracked(), app.now());
        let frozen = FrozenReport { report, as_at, on, recorded, by: who, rest: Rest::new() };
        // Freezing has no way to fail; the header says whether it is saved.
        if let Ok(edit) = app.edit(|open| Ok(open.freeze_report(id, frozen))) {
            app.go_with(Place::Reports(ReportPlace::Frozen(id)), Notice::done("The report was frozen.", &edit));
        }
    };
    view! {
        <Details summary="Keep this report as it is now">
            <p class="govuk-body">
                "A frozen report opens the same for ever, whatever changes here later. It holds the words and figures that stand in it, and no answers of single people."
            </p>
            <Form on_submit=freeze>
                <Input
                    id="freeze-by"
                    label="Who freezes it"
                    hint="A role, not a name, such as Workforce lead"
                    error
                    value=by
                    on_change=move |words| by.set(words)
                />
                <Button submit=true kind=ButtonKind::Secondary>"Freeze this report"</Button>
            </Form>
        </Details>
    }
}
