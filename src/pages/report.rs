//! A report on the screen, whichever it is: what it is drawn for, the details that only a person knows, the ways to take it along,
//! and the document.

mod details;
mod document;
mod freezing;
mod frozen;
mod take_along;
mod words;

use chrono::NaiveDate;
use leptos::children::ViewFn;
use leptos::prelude::*;

use self::details::Details;
use self::document::Document;
use self::freezing::Freezing;
pub use self::frozen::FrozenReport;
use self::take_along::TakeAlong;
use self::words::Editing;
use crate::reports::document::Report;
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{BackLink, Page, PageWidth};

/// The page of a report. A report that can't be drawn gives way to `missing`.
#[component]
pub(super) fn ReportPage(
    /// The report; `None` while what it is about is not here.
    #[prop(into)]
    report: Signal<Option<Report>>,
    /// The day that it speaks of; today where none is said.
    #[prop(optional, into)]
    as_at: Option<Signal<NaiveDate>>,
    /// What a person chooses about it, such as the day it speaks of.
    #[prop(optional, into)]
    choices: ViewFn,
    /// The page where there is nothing to report on: its heading, why, and what to do next.
    #[prop(into)]
    missing: ViewFn,
) -> impl IntoView {
    let app = App::get();
    let as_at = as_at.unwrap_or_else(|| Signal::stored(app.today()));
    let is_here = Memo::new(move |_| report.with(Option::is_some));
    move || {
        let back = app.href(Place::Reports(ReportPlace::List));
        let before = move || view! { <BackLink href=back.clone() text="Back to reports" /> };
        if !is_here.get() {
            let missing = missing.run();
            return view! { <Page before>{missing}</Page> }.into_any();
        }
        let choices = choices.run();
        let editing = Editing::new();
        view! {
            <Page width=PageWidth::Standard before>
                <div class="app-report-tools app-no-print">
                    {choices}
                    <Details report />
                    <TakeAlong report />
                    <Freezing report as_at />
                </div>
                <Document report editing=Some(editing) />
            </Page>
        }
        .into_any()
    }
}
