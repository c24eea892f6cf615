//! A report of a closed round: the summary report, the feedback to the Board, or the poster.

use leptos::prelude::*;

use super::report::ReportPage;
use crate::domain::ids::RoundId;
use crate::domain::report_text::ReportKind;
use crate::domain::workspace::{RoundState, Workspace};
use crate::reports::answered::{Answered, Basis};
use crate::reports::document::Report;
use crate::reports::heard::Heard;
use crate::reports::{board, poster, summary};
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{ButtonLink, Choice, PageHeading, Select};

/// A report of a round.
#[component]
pub fn RoundReport(
    /// Which report.
    kind: ReportKind,
    /// The round; `None` for the latest that is closed.
    round: Option<RoundId>,
) -> impl IntoView {
    let app = App::get();
    let rounds = app.read_now(closed).unwrap_or_default();
    let round = round.or_else(|| rounds.first().map(|(id, _)| *id));
    // The figures of a large round take their time, and writing words changes none of them.
    let basis = Memo::new(move |_| app.read(Basis::of));
    let answered = Memo::new(move |_| {
        basis.track();
        app.read_now(|open| Answered::of(open, round?)).flatten()
    });
    let report = Memo::new(move |_| {
        let answered = answered.get()?;
        app.read(|open| drawn(&Heard::in_words(open, round?, answered)?, kind)).flatten()
    });
    let rounds = StoredValue::new(rounds);
    let choices = move || {
        let choices: Vec<_> = rounds.get_value().into_iter().map(|(id, title)| Choice::new(id, title)).collect();
        let choose = move |chosen: Option<RoundId>| {
            if let Some(place) = chosen.and_then(|chosen| place(kind, chosen)) {
                app.go_to(Place::Reports(place));
            }
        };
        (choices.len() > 1).then(|| {
            view! {
                <Select id="report-round" label="Round" choices value=Signal::stored(round) on_choose=choose />
            }
        })
    };
    let missing = move || {
        let (words, next, place) =
            app.read(why_not).unwrap_or(("The area is not here.", "Go to reports", Place::Reports(ReportPlace::List)));
        view! {
            <PageHeading>{kind.name()}</PageHeading>
            <p class="govuk-body-l">{words}</p>
            <p class="govuk-body">
                "This report is drawn from a round that is closed, because figures of an open one still move: two of them could tell what those in between said."
            </p>
            <ButtonLink href=app.href(place)>{next}</ButtonLink>
        }
    };
    view! { <ReportPage report choices missing /> }
}

/// The closed rounds, the latest first.
fn closed(open: &Workspace) -> Vec<(RoundId, String)> {
    let rounds = open.rounds().into_iter().rev();
    let closed = rounds.filter(|(id, _)| matches!(open.round_state(*id), RoundState::Closed(_)));
    closed.map(|(id, round)| (id, round.title.clone())).collect()
}

fn drawn(heard: &Heard<'_>, kind: ReportKind) -> Option<Report> {
    match kind {
        ReportKind::Summary => Some(summary::of_heard(heard)),
        ReportKind::Board => Some(board::of_heard(heard)),
        ReportKind::Poster => Some(poster::of_heard(heard)),
        _ => None,
    }
}

fn place(kind: ReportKind, round: RoundId) -> Option<ReportPlace> {
    match kind {
        ReportKind::Summary => Some(ReportPlace::Summary(Some(round))),
        ReportKind::Board => Some(ReportPlace::Board(Some(round))),
        ReportKind::Poster => Some(ReportPlace::Poster(Some(round))),
        _ => None,
    }
}

/// Why no round can be reported on, and what to do next.
fn why_not(open: &Workspace) -> (&'static str, &'static str, Place) {
    match open.rounds().last() {
        None => ("No round has been opened yet.", "Open a round", Place::Survey),
        Some((id, _)) if open.round_state(*id) == RoundState::Open => {
            ("The round is still open.", "Close the round", Place::Responses)
        }
        Some(_) => ("There are no answers to this round here.", "Collect responses", Place::Responses),
    }
}
