//! The details of a report that only a person knows, what is not written or adapted yet, and words of which two versions stand.

use leptos::prelude::*;

use super::super::choose_version::ChooseVersion;
use super::super::written_part::WrittenPart;
use crate::domain::ids::{PartId, RecordId};
use crate::domain::report_text::{ReportKind, ReportPart, Subject, report_text_record};
use crate::domain::workspace::Workspace;
use crate::reports::document::{Report, Wording};
use crate::reports::drafting::details;
use crate::reports::versions::is_undecided;
use crate::reports::words;
use crate::state::App;
use crate::ui::Details as Behind;

/// The fields, behind a link, and before them the words of which two versions stand.
#[component]
pub(super) fn Details(
    /// The report.
    report: Signal<Option<Report>>,
) -> impl IntoView {
    let app = App::get();
    let which = Memo::new(move |_| report.with(|report| report.as_ref().map(|report| (report.kind, report.about))));
    let undecided = Memo::new(move |_| {
        let parts = report.with(|report| report.as_ref().map(parts).unwrap_or_default());
        let undecided = |open: &Workspace| {
            parts.iter().copied().filter(|record| is_undecided(open.records(), *record)).collect::<Vec<_>>()
        };
        app.read(undecided).unwrap_or_default()
    });
    let fields = move || {
        let (kind, about) = which.get()?;
        (!details(kind).is_empty()).then(|| view! { <Fields kind about /> })
    };
    view! {
        {move || undecided.get().into_iter().map(|record| view! { <ChooseVersion record /> }).collect_view()}
        {fields}
        <Left report />
    }
}

/// The records of the words of a report.
fn parts(report: &Report) -> Vec<RecordId> {
    let details = details(report.kind).iter().filter_map(|detail| PartId::parse(detail.part));
    let paragraphs = report.paragraphs().filter_map(|paragraph| paragraph.part.clone());
    let record = |part| report_text_record(report.about, &ReportPart::Of(report.kind, part));
    details.chain(paragraphs).map(record).collect()
}

#[component]
fn Fields(kind: ReportKind, about: Subject) -> impl IntoView {
    let field = move |detail: &crate::reports::drafting::Detail| {
        let part = ReportPart::Of(kind, PartId::parse(detail.part)?);
        Some(view! { <WrittenPart about part label=detail.label hint=detail.hint rows=1 /> })
    };
    let fields = details(kind).iter().filter_map(field).collect_view();
    view! {
        <Behind summary="Write what only you know">
            <p class="govuk-body">"What you write is saved when you leave a field, and stands in the report below."</p>
            {fields}
        </Behind>
    }
}

/// What is not written or adapted yet.
#[component]
fn Left(report: Signal<Option<Report>>) -> impl IntoView {
    let app = App::get();
    let told = Memo::new(move |_| {
        let Some((kind, about)) = report.with(|report| report.as_ref().map(|report| (report.kind, report.about)))
        else {
            return Vec::new();
        };
        let missing = |open: &Workspace| {
            let is_missing = |part: &str| {
                let part = PartId::parse(part).map(|part| ReportPart::Of(kind, part));
                part.is_some_and(|part| open.report_text(about, &part).trim().is_empty())
            };
            let missing = details(kind).iter().filter(|detail| is_missing(detail.part));
            missing.map(|detail| detail.label.to_lowercase()).collect::<Vec<_>>()
        };
        let missing = app.read(missing).unwrap_or_default();
        let count = |wording| {
            let of = |report: &Report| report.paragraphs().filter(|paragraph| paragraph.wording == wording).count();
            report.with(|report| report.as_ref().map_or(0, of))
        };
        let (standard, outdated) = (count(Wording::Standard), count(Wording::Outdated));
        let mut told = Vec::new();
        if !missing.is_empty() {
            told.push(format!("Not written yet: {}.", words::list(&missing)));
        }
        if standard > 0 {
            let paragraphs = words::count(standard, "paragraph holds", "paragraphs hold");
            told.push(format!("{paragraphs} standard words that wait to be adapted."));
        }
        if outdated > 0 {
            told.push(format!(
                "The figures behind {} that you wrote have changed since.",
                words::count(outdated, "paragraph", "paragraphs")
            ));
        }
        told
    });
    move || told.get().into_iter().map(|line| view! { <p class="govuk-body">{line}</p> }).collect_view()
}
