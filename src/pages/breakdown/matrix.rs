//! All arcs at once: a row a group, a column an arc. A phone has no room for it and shows one arc at a time instead.

use leptos::prelude::*;

use crate::analysis::breakdown::By;
use crate::analysis::disclosure::Shown;
use crate::reports::breakdown::{Matrix, Row, rate};
use crate::reports::{headcount, words};
use crate::ui::{Head, RowHeader, Table, TableCell, TableRow};

/// The table of all arcs.
#[component]
pub(super) fn AllArcs(matrix: Matrix, by: By) -> impl IntoView {
    let Matrix { arcs, has_responses, has_rate, has_headcount, rows } = matrix;
    if arcs.is_empty() {
        return view! { <p class="govuk-body">"The round asks nothing that these filters leave."</p> }.into_any();
    }
    let mut head = vec![Head::text(kind(by))];
    if has_responses {
        head.push(Head::number("Responses"));
    }
    if has_rate {
        head.push(Head::number("Of those expected"));
    }
    if has_headcount {
        head.push(Head::number("Of the headcount"));
    }
    head.extend(arcs.into_iter().map(|(short, full)| Head::number(short).read_as(full)));
    let rows = rows.into_iter().map(|row| row_view(row, has_responses, has_rate, has_headcount)).collect_view();
    view! {
        <div class="app-breakdown__matrix">
            <Table caption=format!("Mean of each arc by {}", kind(by).to_lowercase()) head dense=true>
                {rows}
            </Table>
        </div>
    }
    .into_any()
}

fn row_view(row: Row, has_responses: bool, has_rate: bool, has_headcount: bool) -> impl IntoView {
    let Row { name, is_beneath, responses, rate: of_expected, of_headcount, cells } = row;
    let number = |text: String| view! { <TableCell numeric=true>{text}</TableCell> };
    // The column is as narrow as "54 of 609": the percentage may stand beneath.
    let share = move |words: Option<String>| {
        number(words.map_or_else(|| headcount::NOT_KNOWN.to_owned(), |words| words.replace(" of ", "\u{a0}of\u{a0}")))
    };
    view! {
        <TableRow>
            <RowHeader>
                <span class=("app-breakdown__beneath", is_beneath)>
                    {is_beneath.then_some("of these: ")}
                    {name}
                </span>
            </RowHeader>
            {has_responses.then(|| number(responses.to_string()))}
            {has_rate.then(|| share(of_expected.map(rate)))}
            {has_headcount.then(|| share(of_headcount.map(headcount::rate)))}
            {cells.into_iter().map(cell).collect_view()}
        </TableRow>
    }
}

fn cell(shown: Shown) -> impl IntoView {
    let why = |words: &'static str| view! { <span class="app-breakdown__none">{words}</span> }.into_any();
    let inside = match shown {
        Shown::Mean { mean, people } => view! {
            {words::mean(mean)}
            " "
            <span class="app-breakdown__n">{format!("n\u{a0}{people}")}</span>
        }
        .into_any(),
        Shown::TooFew => why("too few to show"),
        Shown::NoAnswers => why("no answers"),
        Shown::NotAsked => why("not asked"),
    };
    view! { <TableCell numeric=true>{inside}</TableCell> }
}

/// What one of the groups is.
fn kind(by: By) -> &'static str {
    match by {
        By::Sector => "Sector",
        By::StaffGroup => "Staff group",
        By::Organisation => "Organisation",
        By::Perspective => "Perspective",
    }
}
