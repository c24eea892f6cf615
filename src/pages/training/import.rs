//! Importing training events: a table pasted from a word processor or a spreadsheet, or a CSV file, shown as it is read before
//! anything is added.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::table_columns::TableColumns;
use super::super::table_source::{TableFields, TableKind, TableSource, WhichTable};
use crate::browser::ids;
use crate::domain::ids::TrainingEventId;
use crate::domain::training::TrainingEvent;
use crate::domain::workspace::Workspace;
use crate::exchange::grid::Remark;
use crate::exchange::training_table::{Column, Found, NoTitles, Note, Reading, What, grid_of_text, read};
use crate::reports::training::competencies;
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::training::Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, Choice, Details, Form, Head, Inset, Live, Page, PageHeading, PageWidth, RowHeader, Table,
    TableCell, TableRow,
};

/// How many events are shown before they are added; the rest are counted.
const SHOWN: usize = 60;

/// How many notes of a kind are listed; the rest are counted.
const LISTED: usize = 100;

/// The tables are training events.
const KIND: TableKind = TableKind {
    grid_of_text,
    are_alike: |several| several.are_alike(Reading::columns_of),
    all_as_one: "All of them as one list: they have the same columns",
};

/// The page.
#[component]
pub(super) fn ImportEvents() -> impl IntoView {
    let app = App::get();
    let known = StoredValue::new(app.read_now(framework).flatten());
    let reading = RwSignal::new(Reading::default());
    let source = TableSource::new(KIND, move |table| reading.set(Reading::propose(&table)));
    let table = Memo::new(move |_| source.table().ok().map(Arc::new));
    let found = Memo::new(move |_| {
        table.with(|table| {
            let found = |known: &Option<_>| {
                reading.with(|reading| read(table.as_ref()?, reading, known.as_ref()).ok().map(Arc::new))
            };
            known.with_value(found)
        })
    });
    let add = move |()| {
        let Some(found) = found.get_untracked() else { return };
        let new = app.read_now(|open| news(open, &found)).unwrap_or_default();
        let count = new.len();
        let new = new.into_iter().map(|event| (TrainingEventId(ids::new_uuid()), event)).collect();
        if let Ok(edit) = app.edit(|open| Ok(open.add_training_events(new))) {
            let said = format!("{} added.", words::count(count, "training event was", "training events were"));
            app.go_with(Target::Training(Place::Map), Notice::done(said, &edit));
        }
    };
    let said = move || {
        found.with(|found| {
            let Some(found) = found else { return String::new() };
            let events = words::count(found.events.len(), "event was", "events were");
            format!("{events} read from the table. Nothing is added yet.")
        })
    };
    let back = app.href(Target::Training(Place::Map));
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=back.clone() text="Back to the training map" /> }
        >
            <PageHeading>"Import training events"</PageHeading>
            <div class="app-import">
                <p class="govuk-body">
                    "A list of courses that you have as a table comes in as it is written: what each is called, who leads it, whom it is for, which competencies it builds, when it is and how it is evaluated. You see how it is read before anything is added."
                </p>
                <TableFields source id="pasted-training" />
            </div>
            <div class="app-plan__read govuk-!-margin-bottom-4">
                <Live text=Signal::derive(said) visible=true />
            </div>
            <Show when=move || source.is_there()>
                <WhichTable source />
                {move || table.get().map(|table| view! { <Columns reading table /> })}
                {move || found.get().map(|found| {
                    let new = app.read(|open| news(open, &found)).map_or(0, |new| new.len());
                    let here = found.events.len().saturating_sub(new);
                    let words = left_out(&found);
                    let adds = (new > 0).then(|| view! {
                        <Form on_submit=add>
                            <p class="govuk-body">{words}</p>
                            <Button submit=true>"Add these events"</Button>
                        </Form>
                    });
                    view! {
                        <Notes found=found.clone() />
                        {(here > 0).then(|| view! { <Inset>{already_here(here, new)}</Inset> })}
                        <Preview found=found.clone() />
                        {adds}
                    }
                })}
            </Show>
        </Page>
    }
}

/// The events of a table that are not here yet, word for word.
fn news(open: &Workspace, found: &Found) -> Vec<TrainingEvent> {
    let here = open.training_events();
    let is_here = |event: &TrainingEvent| here.iter().any(|(_, other)| other.says_the_same_as(event));
    found.events.iter().map(|found| &found.event).filter(|event| !is_here(event)).cloned().collect()
}

fn already_here(here: usize, new: usize) -> String {
    let are = words::count(here, "of these events is", "of these events are");
    let rest = if new == 0 { "There is nothing to add." } else { "It is not added again." };
    format!("{are} here already, word for word. {rest}")
}

/// What of the table will not be in the events.
fn left_out(found: &Found) -> String {
    match found.notes.iter().filter(|note| note.what.is_left_out()).count() {
        0 => "Everything in the table will be in the events.".to_owned(),
        count => format!(
            "{} will not be in the events, as listed above.",
            words::count(count, "place in the table", "places in the table")
        ),
    }
}

/// How the table is read.
#[component]
fn Columns(reading: RwSignal<Reading>, table: Arc<crate::exchange::grid::Table>) -> impl IntoView {
    let table = StoredValue::new(table);
    let has_titles = Memo::new(move |_| reading.with(Reading::has_titles));
    let choose_head = move |head: Option<usize>| reading.set(table.with_value(|table| Reading::with_head(table, head)));
    let choose_column = move |(at, column): (usize, Column)| reading.update(|reading| reading.choose(at, column));
    let all = move || {
        view! {
            <TableColumns
                table=table.get_value()
                head=Signal::derive(move || reading.with(|reading| reading.head))
                columns=Signal::derive(move || reading.with(|reading| reading.columns.clone()))
                choices=Column::CHOICES.map(|column| Choice::new(column, column.words())).to_vec()
                on_head=choose_head
                on_column=choose_column
            />
        }
    };
    view! {
        <h2 class="govuk-heading-m">"How the table is read"</h2>
        {move || if has_titles.get() {
            view! { <Details summary="Columns, as they were recognised">{all()}</Details> }.into_any()
        } else {
            view! {
                <Inset>{NoTitles.to_string()}</Inset>
                {all()}
            }
            .into_any()
        }}
    }
}

/// What a person should know about the table before it is added.
#[component]
fn Notes(found: Arc<Found>) -> impl IntoView {
    let mut all: BTreeMap<What, Vec<Note>> = BTreeMap::new();
    for note in &found.notes {
        all.entry(note.what).or_default().push(note.clone());
    }
    let group = |(what, notes): (What, Vec<Note>)| {
        let summary = format!("{}: {}", words::count(notes.len(), "place", "places"), what.words());
        let more = notes.len().saturating_sub(LISTED);
        let line = |note: &Note| {
            let text: String = note.text.chars().take(200).collect();
            let quoted = if text.is_empty() { text } else { format!(" \u{201c}{text}\u{201d}") };
            view! { <li>{note.to_string()}{quoted}</li> }
        };
        view! {
            <Details summary>
                <ul class="govuk-list govuk-list--bullet">
                    {notes.iter().take(LISTED).map(line).collect_view()}
                    {(more > 0).then(|| view! { <li>{format!("and {more} more")}</li> })}
                </ul>
            </Details>
        }
    };
    all.into_iter().map(group).collect_view()
}

/// The events as they were found, before they are added.
#[component]
fn Preview(found: Arc<Found>) -> impl IntoView {
    let app = App::get();
    let known = app.read_now(framework).flatten();
    let more = found.events.len().saturating_sub(SHOWN);
    let row = move |event: &TrainingEvent| {
        let title = event.title.clone();
        let cells = [
            event.lead.clone(),
            event.professions.iter().collect::<Vec<_>>().join("; "),
            competencies(known.as_ref(), event).join("; "),
            event.dates.clone(),
            event.method.clone(),
            event.notes.clone(),
        ];
        let cell = |words: String| view! { <TableCell><span class="app-plan__words">{words}</span></TableCell> };
        view! {
            <TableRow>
                <RowHeader>{title}</RowHeader>
                {cells.map(cell).collect_view()}
            </TableRow>
        }
    };
    let heads = ["Event", "Lead", "Professions", "Competencies", "Dates", "Delivery method", "Notes"];
    view! {
        <h2 class="govuk-heading-m">"What will be added"</h2>
        <Table caption="What will be added" caption_hidden=true dense=true head=heads.map(Head::text).to_vec()>
            {found.events.iter().take(SHOWN).map(|found| row(&found.event)).collect_view()}
        </Table>
        {(more > 0).then(|| view! { <p class="govuk-body">{format!("And {}.", words::count(more, "more event", "more events"))}</p> })}
    }
}
