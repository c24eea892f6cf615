//! The cells of a row of the plan's table: what each shows, and the field in it while it is open.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::action_facts::{ArcNames, RagTag, TargetDate};
use super::super::milestone::{Milestone, MilestoneBox};
use super::columns::Column;
use super::rows::{Row, Standing};
use super::table::Desk;
use super::writing::{set_rag, write_words};
use crate::domain::ids::ItemId;
use crate::domain::plan::{Level, Rag};
use crate::domain::workspace::{Edit, EditError};
use crate::reports::words;
use crate::route::Page as Place;
use crate::ui::{CellSelect, CellText, Choice, GridCell, GridRow, Tag, TagColour};

/// A row of the table.
#[component]
pub(super) fn RowView(
    /// What the table's parts share.
    desk: Desk,
    /// The item.
    item: ItemId,
) -> impl IntoView {
    // It is in the table as long as it is drawn.
    let Some(row) = desk.table.with_untracked(|table| table.as_ref()?.rows.get(&item).cloned()) else {
        return ().into_any();
    };
    let row: RwSignal<Arc<Row>> = desk.rows.of(item, row).into();
    let open: RwSignal<Option<Column>> = desk.open.in_row(item).into();
    let depth = Signal::derive(move || row.with(|row| row.stands.depth));
    let expanded = Signal::derive(move || {
        let holds = row.with(|row| row.stands.holds_others);
        holds.then(|| desk.folded.with(|folded| !folded.contains(&item)))
    });
    let hidden = Signal::derive(move || desk.hidden.with(|hidden| hidden.contains(&item)));
    let cell = move |column: Column| {
        let opens = row.with_untracked(|row| column.opens(row.stands.item.level));
        view! {
            <GridCell row=item.to_string() column=column.key() names_row=column == Column::Text opens>
                {move || {
                    let row = row.get();
                    if open.get() == Some(column) { editor(desk, &row, column) } else { shown(desk, &row, column) }
                }}
            </GridCell>
        }
    };
    view! {
        <GridRow depth expanded hidden>
            {desk.columns.get_untracked().into_iter().map(cell).collect_view()}
        </GridRow>
    }
    .into_any()
}

/// What a cell shows while it is not open.
fn shown(desk: Desk, row: &Arc<Row>, column: Column) -> AnyView {
    let item = &row.stands.item;
    match column {
        Column::Choose => choose(desk, row),
        Column::Label => item.label.clone().into_any(),
        Column::Text => text(desk, row),
        Column::Lead => written_or(&item.lead, row.is_tracked, "No lead"),
        Column::Due if row.is_tracked || !row.due_written.is_empty() => {
            view! { <TargetDate due=row.due.clone() /> }.into_any()
        }
        Column::Milestones => milestones(desk, row),
        Column::Resources => kept_lines(&item.resources),
        Column::Risk => kept_lines(&item.risk),
        Column::Arcs if row.is_tracked || !row.arcs.is_empty() => {
            view! { <ArcNames arcs=row.arcs.clone() /> }.into_any()
        }
        Column::Progress => progress(row),
        Column::Rag if row.is_tracked => view! { <RagTag rag=row.rag /> }.into_any(),
        Column::Due | Column::Arcs | Column::Rag => ().into_any(),
    }
}

/// The field in a cell that is open.
fn editor(desk: Desk, row: &Arc<Row>, column: Column) -> AnyView {
    let id = row.id;
    let label = format!("{}: {}", column.words(desk.layout.get_untracked()), row.name());
    if column == Column::Rag {
        let choices = Rag::ALL.map(|rag| Choice::new(rag, rag.word())).to_vec();
        let leave = move |chosen: Option<Rag>| {
            desk.leave(id, column, chosen.map(|rag| set_rag(desk.app, id, rag)));
        };
        return view! { <CellSelect label choices value=row.rag on_leave=leave /> }.into_any();
    }
    let item = &row.stands.item;
    let value = match column {
        Column::Label => item.label.clone(),
        Column::Text => item.text.clone(),
        Column::Lead => item.lead.clone(),
        Column::Due => row.due_written.clone(),
        Column::Resources => item.resources.clone(),
        Column::Risk => item.risk.clone(),
        // What is typed there is added to what was reported.
        Column::Progress | Column::Choose | Column::Milestones | Column::Arcs | Column::Rag => String::new(),
    };
    let leave = move |typed: Option<String>| {
        desk.leave(id, column, typed.map(|typed| write_words(desk.app, id, column, typed)));
    };
    view! { <CellText label value on_leave=leave /> }.into_any()
}

fn choose(desk: Desk, row: &Arc<Row>) -> AnyView {
    let id = row.id;
    let label = format!("Choose {}", row.name());
    let chosen: RwSignal<bool> = desk.chosen.is_chosen(id).into();
    let change = move |event| desk.chosen.choose(id, event_target_checked(&event));
    view! {
        <input
            type="checkbox"
            class="app-grid__tick"
            aria-label=label
            prop:checked=move || chosen.get()
            on:change=change
        />
    }
    .into_any()
}

fn text(desk: Desk, row: &Arc<Row>) -> AnyView {
    let id = row.id;
    let Standing { item, depth, is_orphan, holds_others, is_undecided, .. } = &row.stands;
    let level = (!matches!(item.level, Level::Action))
        .then(|| view! { <span class="app-plan__more">{item.level.word()}</span> });
    let fold = holds_others.then(|| {
        let name = row.name();
        let label = move || {
            let verb = if desk.folded.with(|folded| folded.contains(&id)) { "Show" } else { "Fold away" };
            format!("{verb} what stands beneath {name}")
        };
        let turn = move |_| {
            desk.folded.update(|folded| {
                if !folded.remove(&id) {
                    folded.insert(id);
                }
            });
        };
        let sign = move || if desk.folded.with(|folded| folded.contains(&id)) { "+" } else { "\u{2212}" };
        view! {
            <button type="button" class="app-plan__fold app-no-print" aria-label=label on:click=turn>{sign}</button>
        }
    });
    let href = desk.app.href(Place::Action(id));
    let words = if item.text.trim().is_empty() { "(no words)".to_owned() } else { item.text.clone() };
    let undecided = is_undecided.then(|| {
        view! {
            <span class="app-plan__tag"><Tag text="Two versions".to_owned() colour=TagColour::Yellow /></span>
        }
    });
    view! {
        <span class="app-plan__item" style=format!("--depth: {depth}")>
            {fold}
            <a class="govuk-link" href=href>{words}</a>
            {level}
            {is_orphan.then(|| view! { <span class="app-plan__more">"Without a parent"</span> })}
            {undecided}
        </span>
    }
    .into_any()
}

fn milestones(desk: Desk, row: &Arc<Row>) -> AnyView {
    if row.milestones.is_empty() {
        return ().into_any();
    }
    let tell = move |(done, said): (Result<Edit, EditError>, &'static str)| desk.told(done, said);
    let line = |step: &Milestone| view! { <li><MilestoneBox step=step.clone() on_tick=tell /></li> };
    view! { <ul class="app-plan__steps">{row.milestones.iter().map(line).collect_view()}</ul> }.into_any()
}

fn progress(row: &Arc<Row>) -> AnyView {
    let others = (row.others > 0).then(|| {
        let said = if row.latest.is_some() {
            words::count(row.others, "more entry", "more entries")
        } else {
            words::count(row.others, "entry without words", "entries without words")
        };
        view! { <span class="app-plan__more">{said}</span> }
    });
    let latest = match &row.latest {
        Some((on, text)) => view! {
            <span class="app-plan__day">{words::day(*on)}</span>
            <span class="app-plan__words">{text.clone()}</span>
        }
        .into_any(),
        None if row.is_tracked => view! { <span class="app-plan__none">"Nothing reported yet"</span> }.into_any(),
        None => ().into_any(),
    };
    view! { {latest} {others} }.into_any()
}

fn written_or(written: &str, is_missed: bool, none: &'static str) -> AnyView {
    if written.is_empty() && is_missed {
        view! { <span class="app-plan__none">{none}</span> }.into_any()
    } else {
        written.to_owned().into_any()
    }
}

fn kept_lines(words: &str) -> AnyView {
    view! { <span class="app-plan__words">{words.to_owned()}</span> }.into_any()
}
