//! A frozen report: the document as it was, when it was frozen and by whom, and taking it along or removing it.

use leptos::prelude::*;

use super::super::missing::{Missing, REMOVED};
use super::document::Document;
use super::take_along::TakeAlong;
use crate::domain::ids::RecordId;
use crate::reports::words;
use crate::route::{Page as Place, ReportPlace};
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonKind, Page, PageWidth};

/// A report that was frozen.
#[component]
pub fn FrozenReport(
    /// Which one.
    id: RecordId,
) -> impl IntoView {
    let app = App::get();
    let frozen = Memo::new(move |_| app.read(|open| open.frozen_report(id).cloned()).flatten());
    let report = Signal::derive(move || frozen.with(|frozen| frozen.as_ref().map(|frozen| (*frozen.report).clone())));
    let is_here = Memo::new(move |_| frozen.with(Option::is_some));
    let told = move || {
        frozen.with(|frozen| {
            let frozen = frozen.as_ref()?;
            let (on, as_at) = (words::day(frozen.on), words::day(frozen.as_at));
            Some(format!("Frozen on {on} by {}. It speaks of {as_at} and does not change.", frozen.by))
        })
    };
    let remove = move |()| {
        if let Ok(edit) = app.edit(|open| open.delete_frozen_report(id)) {
            app.go_with(Place::Reports(ReportPlace::List), Notice::done("The frozen report was removed.", &edit));
        }
    };
    let list = move || app.href(Place::Reports(ReportPlace::List));
    let before = move || view! { <BackLink href=list() text="Back to reports" /> };
    move || {
        if !is_here.get() {
            return view! {
                <Page>
                    <Missing heading="This frozen report is not here" why=REMOVED to=Place::Reports(ReportPlace::List) go="Go to reports" />
                </Page>
            }
            .into_any();
        }
        view! {
            <Page width=PageWidth::Standard before>
                <div class="app-report-tools app-no-print">
                    <p class="govuk-body">{told}</p>
                    <TakeAlong report />
                    <Button kind=ButtonKind::Secondary on_press=remove>"Remove this frozen report"</Button>
                </div>
                <Document report editing=None />
            </Page>
        }
        .into_any()
    }
}
