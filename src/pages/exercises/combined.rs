//! What the sheets of an exercise come to together, with what is not in the key and how it is read.

use leptos::prelude::*;

use super::super::data_table::DataTable;
use super::held::by_what;
use crate::analysis::tally::{Elsewhere, Faulty, Tally};
use crate::domain::exercise::{CardCode, Exercise};
use crate::domain::ids::ExerciseId;
use crate::reports::exercise::{basis, by_card, combined};
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Details, Head, Inset, RowHeader, Table, TableCell, TableRow};

/// The combined result.
#[component]
pub(super) fn Combined(id: ExerciseId, begun: StoredValue<Exercise>) -> impl IntoView {
    let app = App::get();
    let tally = Memo::new(move |_| {
        app.read(|open| begun.with_value(|begun| Tally::of(open.exercise(id).unwrap_or(begun), &open.sheets(id))))
    });
    let caption = begun.with_value(|begun| by_what(begun.cards));
    let faulty =
        Memo::new(move |_| tally.with(|tally| tally.as_ref().map(|tally| tally.faulty.clone())).unwrap_or_default());
    let elsewhere =
        Memo::new(move |_| tally.with(|tally| tally.as_ref().map(|tally| tally.elsewhere.clone())).unwrap_or_default());
    view! {
        {move || tally.with(|tally| tally.as_ref().map(|tally| view! {
            <DataTable table=combined(tally, "Combined result") caption_hidden=false />
            <p class="govuk-body">{basis(tally)}</p>
        }))}
        <Show when=move || faulty.with(|faulty| !faulty.is_empty())>
            <NotInKey id faulty />
        </Show>
        {move || elsewhere.get().into_iter().map(|one| view! { <Inset>{elsewhere_words(&one)}</Inset> }).collect_view()}
        <Details summary=caption>
            {move || tally.with(|tally| tally.as_ref().map(|tally| view! {
                <DataTable table=by_card(tally, caption) caption_hidden=true />
            }))}
        </Details>
    }
}

/// A card that stands in the cell of another group, in a sentence.
fn elsewhere_words(one: &Elsewhere) -> String {
    let Elsewhere { table, code, stands_in, belongs_to } = one;
    format!(
        "{} stands under \u{201c}{stands_in}\u{201d} on the sheet \u{201c}{table}\u{201d}. It belongs to \u{201c}{belongs_to}\u{201d} and counts there.",
        code.as_str()
    )
}

/// What is not in the key, with its place, and what a person may do about it.
#[component]
fn NotInKey(id: ExerciseId, faulty: Memo<Vec<Faulty>>) -> impl IntoView {
    let app = App::get();
    let read = move |written: &str, code: Option<CardCode>| {
        let said = match &code {
            Some(code) => format!("\u{201c}{written}\u{201d} is read as {} from now on.", code.as_str()),
            None => format!("\u{201c}{written}\u{201d} is left out again."),
        };
        match app.edit(|open| open.set_reading(id, written, code)) {
            Ok(edit) => app.say(Notice::done(said, &edit)),
            Err(_) => app.say(Notice::said("The exercise is no longer here. Nothing was changed.")),
        }
    };
    let row = move |one: Faulty| {
        let Faulty { table, group, column, written, like, read_as, sheet: _ } = one;
        let place = if group.is_empty() { column } else { format!("{group}, {column}") };
        let hidden = format!(", written \u{201c}{written}\u{201d} by {table}");
        let press = written.clone();
        let standing = match (read_as, like) {
            (Some(code), _) => view! {
                {format!("Read as {} ", code.as_str())}
                <Button kind=ButtonKind::Link on_press=move |()| read(&press, None)>
                    "Leave it out again"
                    <span class="govuk-visually-hidden">{hidden}</span>
                </Button>
            }
            .into_any(),
            (None, Some(code)) => {
                let words = format!("Read as {}", code.as_str());
                view! {
                    "Left out. "
                    <Button kind=ButtonKind::Link on_press=move |()| read(&press, Some(code.clone()))>
                        {words}
                        <span class="govuk-visually-hidden">{hidden}</span>
                    </Button>
                }
                .into_any()
            }
            (None, None) => view! { "Left out: no card looks like it." }.into_any(),
        };
        view! {
            <TableRow>
                <RowHeader>{written}</RowHeader>
                <TableCell>{place}</TableCell>
                <TableCell>{table}</TableCell>
                <TableCell>{standing}</TableCell>
            </TableRow>
        }
    };
    view! {
        <Table
            caption="Not in the key"
            head=vec![Head::text("As written"), Head::text("Where"), Head::text("Sheet"), Head::text("What becomes of it")]
        >
            {move || faulty.get().into_iter().map(row).collect_view()}
        </Table>
    }
}
