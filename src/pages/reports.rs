//! The reports that can be made, each with whom it is for and what it takes, and those that were frozen.

use leptos::prelude::*;

use crate::domain::ids::RecordId;
use crate::domain::report_text::ReportKind;
use crate::domain::workspace::{RoundState, Workspace};
use crate::reports::words;
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{Page, PageHeading};

/// The reports.
#[component]
pub fn Reports() -> impl IntoView {
    let app = App::get();
    let has_plan = Memo::new(move |_| app.read(|open: &Workspace| !open.plans().is_empty()).unwrap_or_default());
    let has_round = Memo::new(move |_| {
        let is_closed = |open: &Workspace| {
            open.rounds().iter().any(|(id, _)| matches!(open.round_state(*id), RoundState::Closed(_)))
        };
        app.read(is_closed).unwrap_or_default()
    });
    let no_plan = move || {
        (!has_plan.get()).then(|| {
            view! {
                <p class="govuk-body">
                    "There is no plan to report on yet. "
                    <a class="govuk-link" href=app.href(Place::NewAction(None))>"Add an action"</a>
                    ", and a plan begins."
                </p>
            }
        })
    };
    let no_round = move || {
        (!has_round.get()).then(|| {
            view! {
                <p class="govuk-body">
                    "The summary report, the Board feedback and the poster need a closed round. "
                    <a class="govuk-link" href=app.href(Place::Survey)>"Go to the survey"</a>
                    " to open one and, when the answers are in, to close it."
                </p>
            }
        })
    };
    view! {
        <Page>
            <PageHeading>"Reports"</PageHeading>
            <p class="govuk-body-l">
                "Each is drafted from what is here, in words that you can change, ready to print or to copy into Word."
            </p>
            <h2 class="govuk-heading-m">"About a plan"</h2>
            {no_plan}
            <Offer kind=ReportKind::Progress place=ReportPlace::Progress(None) />
            <Offer kind=ReportKind::LeadSheet place=ReportPlace::LeadSheet(None) />
            <h2 class="govuk-heading-m">"About what people said"</h2>
            {no_round}
            <Offer kind=ReportKind::Summary place=ReportPlace::Summary(None) />
            <Offer kind=ReportKind::Board place=ReportPlace::Board(None) />
            <Offer kind=ReportKind::Poster place=ReportPlace::Poster(None) />
            <h2 class="govuk-heading-m">"About the work as a whole"</h2>
            <Offer kind=ReportKind::Proposal place=ReportPlace::Proposal />
            <Offer kind=ReportKind::Conference place=ReportPlace::Conference />
            <Offer kind=ReportKind::Strategy place=ReportPlace::Strategy />
            <Offer kind=ReportKind::ToldUs place=ReportPlace::ToldUs />
            <Frozen />
        </Page>
    }
}

/// A report that can be made.
#[component]
fn Offer(
    /// Which one.
    kind: ReportKind,
    /// Where it is.
    place: ReportPlace,
) -> impl IntoView {
    let app = App::get();
    view! {
        <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            <a class="govuk-link" href=app.href(Place::Reports(place))>{kind.name()}</a>
        </h3>
        <p class="govuk-body">{purpose(kind)}</p>
    }
}

/// Whom a report is for, and what stands in it.
fn purpose(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Progress => {
            "For the Executive, every quarter: what is asked of it, how each action stands, what changed since the last report, and the rainbow behind it."
        }
        ReportKind::Summary => {
            "For the Trust and everybody who took part, after a round: who answered, the rainbow, a radar of each practice, sectors and staff groups, and what follows."
        }
        ReportKind::Board => {
            "For the Board, on a page or two: the key issue, what was heard, the rainbow, and what comes next."
        }
        ReportKind::Poster => "For the wall of a staff room: the rainbow on one sheet, with few words.",
        ReportKind::Proposal => {
            "For whoever decides whether the tool is used: what is recommended and why, what it means for money and people, the framework and the plan."
        }
        ReportKind::Conference => {
            "For the Board and for those who came: what was done, how the tables placed the outcomes, what was said about each arc, and what the training map shows."
        }
        ReportKind::Strategy => {
            "The annexes to a workforce strategy, chosen from a list, in one document with its contents."
        }
        ReportKind::LeadSheet => {
            "For one lead: their own actions, with target dates, milestones and what was last reported."
        }
        ReportKind::ToldUs => {
            "For children and young people: in plain words, what they said and what will happen next."
        }
    }
}

/// The reports that were frozen.
#[component]
fn Frozen() -> impl IntoView {
    let app = App::get();
    let frozen = |open: &Workspace| {
        let told = |(id, frozen): (RecordId, &crate::domain::frozen_report::FrozenReport)| {
            let (on, as_at) = (words::day(frozen.on), words::day(frozen.as_at));
            (id, frozen.report.title.clone(), format!("As at {as_at}. Frozen on {on} by {}.", frozen.by))
        };
        open.frozen_reports().into_iter().map(told).collect::<Vec<_>>()
    };
    let frozen = Memo::new(move |_| app.read(frozen).unwrap_or_default());
    let entry = move |(id, title, told): (RecordId, String, String)| {
        view! {
            <li>
                <a class="govuk-link" href=app.href(Place::Reports(ReportPlace::Frozen(id)))>{title}</a>
                <br />
                {told}
            </li>
        }
    };
    move || {
        let frozen = frozen.get();
        (!frozen.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-m">"Frozen reports"</h2>
                <ul class="govuk-list govuk-list--spaced">{frozen.into_iter().map(entry).collect_view()}</ul>
            }
        })
    }
}
