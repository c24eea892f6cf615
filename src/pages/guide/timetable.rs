//! How the time of a meeting is spent, and for a workshop the situations to choose from.

use leptos::prelude::*;

use crate::domain::guide::{Guide, Meeting, Timed};
use crate::reports::words;
use crate::ui::{Details, Head, RowHeader, Table, TableCell, TableRow};

/// The timetable of a meeting.
#[component]
pub(super) fn Timetable(
    /// The guide.
    guide: Guide,
    /// Which meeting.
    meeting: Meeting,
    /// How many arcs are talked about.
    arcs: usize,
) -> impl IntoView {
    let rows = guide.timed(meeting).into_iter().map(|timed| row(timed, arcs)).collect_view();
    let minutes = guide.minutes(meeting);
    let scenarios = if meeting == Meeting::Workshop { guide.scenarios } else { Vec::new() };
    let has_scenarios = !scenarios.is_empty();
    let scenarios = scenarios.into_iter().map(|scenario| {
        view! { <Details summary=scenario.title><p class="govuk-body">{scenario.text}</p></Details> }
    });
    view! {
        <h2 class="govuk-heading-m">{format!("Timetable: {minutes} minutes")}</h2>
        <Table
            caption="Timetable"
            caption_hidden=true
            head=vec![Head::text("Minutes"), Head::text("What"), Head::text("What you do")]
        >
            {rows}
        </Table>
        {has_scenarios.then(|| view! {
            <h2 class="govuk-heading-m">"A situation to follow"</h2>
            <p class="govuk-body">"Choose one, or tell one of your own that could have happened here. Keep it made up."</p>
            {scenarios.collect_view()}
        })}
    }
}

fn row(timed: Timed<'_>, arcs: usize) -> impl IntoView + use<> {
    let each = timed.for_each(arcs).map(|minutes| {
        let minutes = usize::try_from(minutes).unwrap_or(usize::MAX);
        format!(
            " About {} for each of {}.",
            words::count(minutes, "minute", "minutes"),
            words::count(arcs, "arc", "arcs")
        )
    });
    let (title, text) = (timed.slot.title.clone(), timed.slot.text.clone());
    view! {
        <TableRow>
            <RowHeader>{format!("{}\u{2013}{}", timed.from, timed.to)}</RowHeader>
            <TableCell>{title}</TableCell>
            <TableCell>{text}{each}</TableCell>
        </TableRow>
    }
}
