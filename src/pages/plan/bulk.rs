//! What can be done to several rows of the plan at once.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::moving::move_beneath;
use super::table::Desk;
use super::writing::set_due;
use crate::browser::ids;
use crate::domain::ids::{ItemId, RecordId, ThemeId};
use crate::domain::plan::{Level, Progress, Rag};
use crate::domain::workspace::{Edit, EditError};
use crate::reports::words;
use crate::ui::{Button, ButtonGroup, ButtonKind, Choice, FieldError, Form, Input, Select, error_at};

/// The field of what is to be set.
const VALUE: &str = "bulk-value";

/// Something that can be done to several rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Lead,
    Due,
    Rag,
    AddArc,
    TakeArc,
    Beneath,
    Copy,
    Archive,
    Delete,
}

impl Deed {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Lead, "Set the lead"),
        (Self::Due, "Set the target date"),
        (Self::Rag, "Set the RAG"),
        (Self::AddArc, "Add an arc"),
        (Self::TakeArc, "Take an arc away"),
        (Self::Beneath, "Move beneath another"),
        (Self::Copy, "Copy"),
        (Self::Archive, "Archive"),
        (Self::Delete, "Delete"),
    ];
}

/// What can be done to the rows that are chosen; nothing is seen while none is.
#[component]
pub(super) fn Bulk(desk: Desk) -> impl IntoView {
    let app = desk.app;
    let deed = RwSignal::new(None::<Deed>);
    let typed = RwSignal::new(String::new());
    let rag = RwSignal::new(None::<Rag>);
    let arc = RwSignal::new(None::<ThemeId>);
    let beneath = RwSignal::new(None::<ItemId>);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let arcs = app.read_now(framework).flatten().map(|framework| framework.themes).unwrap_or_default();
    let arcs: Vec<_> = arcs.into_iter().map(|theme| Choice::new(theme.id, theme.short)).collect();
    let arcs = StoredValue::new(arcs);
    let some = Memo::new(move |_| desk.chosen.count() > 0);
    let count = move || words::count(desk.chosen.count(), "row chosen", "rows chosen");
    let apply = move |()| {
        // In the order of the plan, and only what is still in it.
        let order =
            desk.table.with_untracked(|table| table.as_ref().map(|table| table.order.clone())).unwrap_or_default();
        let chosen = desk.chosen.among(order);
        let missing = |message: &str| errors.set(vec![FieldError::new(VALUE, message)]);
        let done = match deed.get_untracked() {
            None => return missing("Choose what is to be done"),
            Some(Deed::Rag) => match rag.get_untracked() {
                Some(rag) => set_rags(desk, &chosen, rag),
                None => return missing("Choose a RAG"),
            },
            Some(which @ (Deed::AddArc | Deed::TakeArc)) => match arc.get_untracked() {
                Some(arc) => set_arc(desk, &chosen, &arc, which == Deed::AddArc),
                None => return missing("Choose an arc"),
            },
            Some(Deed::Lead) => set_lead(desk, &chosen, typed.get_untracked().trim()),
            Some(Deed::Due) => set_dues(desk, &chosen, typed.get_untracked().trim()),
            Some(Deed::Beneath) => move_beneath(app, &chosen, beneath.get_untracked()),
            Some(Deed::Copy) => copy(desk, &chosen),
            Some(Deed::Archive) => {
                app.edit(|open| Ok(open.archive_items(&chosen.iter().copied().collect(), app.today(), true)))
            }
            Some(Deed::Delete) => {
                app.edit(|open| Ok(open.delete_items(&chosen.iter().copied().collect(), app.today())))
            }
        };
        if done == Err(EditError::BeneathItself) {
            return missing("A row can\u{2019}t stand beneath itself. Choose another one to move these beneath");
        }
        errors.set(Vec::new());
        if done.is_ok() {
            desk.chosen.clear();
            typed.set(String::new());
        }
        desk.told(done, &format!("Done for {}.", words::count(chosen.len(), "row", "rows")));
    };
    let value = move || match deed.get() {
        Some(Deed::Lead) => {
            view! { <Input id=VALUE label="The lead" value=typed on_change=move |text| typed.set(text) /> }.into_any()
        }
        Some(Deed::Due) => view! {
            <Input id=VALUE label="The target date, as written" value=typed on_change=move |text| typed.set(text) />
        }
        .into_any(),
        Some(Deed::Rag) => view! {
            <Select
                id=VALUE
                label="The RAG"
                blank="Choose"
                choices=Rag::ALL.map(|rag| Choice::new(rag, rag.word())).to_vec()
                error=error_at(errors, VALUE)
                value=rag
                on_choose=move |chosen| rag.set(chosen)
            />
        }
        .into_any(),
        Some(Deed::AddArc | Deed::TakeArc) => view! {
            <Select
                id=VALUE
                label="The arc"
                blank="Choose"
                choices=arcs.get_value()
                error=error_at(errors, VALUE)
                value=arc
                on_choose=move |chosen| arc.set(chosen)
            />
        }
        .into_any(),
        Some(Deed::Beneath) => view! {
            <Select
                id=VALUE
                label="Beneath"
                blank="Nothing: at the top of the plan"
                choices=parents(desk)
                error=error_at(errors, VALUE)
                value=beneath
                on_choose=move |chosen| beneath.set(chosen)
            />
        }
        .into_any(),
        Some(Deed::Copy | Deed::Archive | Deed::Delete) | None => ().into_any(),
    };
    let deeds = Deed::ALL.map(|(deed, words)| Choice::new(deed, words)).to_vec();
    let deeds = StoredValue::new(deeds);
    view! {
        // A place of its own, as the messages have one (`app.rs`).
        <div>
            <Show when=move || some.get()>
                <section class="app-plan__bulk app-no-print" aria-label="Change the chosen rows">
                    <p class="govuk-body govuk-!-font-weight-bold" role="status">{count}</p>
                    <Form on_submit=apply>
                        <div class="app-plan__filters">
                            <Select
                                id="bulk-deed"
                                label="What to do with them"
                                blank="Choose"
                                choices=deeds.get_value()
                                error=Signal::derive(move || {
                                    errors.with(|errors| errors.first().filter(|_| deed.get().is_none()).map(|error| error.message.clone()))
                                })
                                value=deed
                                on_choose=move |chosen| {
                                    errors.set(Vec::new());
                                    deed.set(chosen);
                                }
                            />
                            {value}
                        </div>
                        <ButtonGroup>
                            <Button submit=true kind=ButtonKind::Secondary>"Do this"</Button>
                            <Button kind=ButtonKind::Secondary on_press=move |_| desk.chosen.clear()>"Choose none"</Button>
                        </ButtonGroup>
                    </Form>
                </section>
            </Show>
        </div>
    }
}

/// What rows can be put beneath: whatever is no milestone.
fn parents(desk: Desk) -> Vec<Choice<ItemId>> {
    desk.table.with(|table| {
        let Some(table) = table else { return Vec::new() };
        let rows = table
            .order
            .iter()
            .filter_map(|id| table.rows.get(id))
            .filter(|row| row.stands.item.level != Level::Milestone);
        rows.map(|row| Choice::new(row.id, format!("{}{}", "\u{2003}".repeat(row.stands.depth), row.name()))).collect()
    })
}

fn set_rags(desk: Desk, chosen: &[ItemId], rag: Rag) -> Result<Edit, EditError> {
    let (today, now) = (desk.app.today(), desk.app.now());
    desk.app.edit(|open| {
        let mut edit = Edit::named("Set the RAG");
        for id in chosen {
            let entry = Progress { rag: Some(rag), ..Progress::blank(*id, today, now) };
            edit = edit.then(open.report_progress(RecordId(ids::new_uuid()), entry)?);
        }
        Ok(edit)
    })
}

fn set_arc(desk: Desk, chosen: &[ItemId], arc: &ThemeId, add: bool) -> Result<Edit, EditError> {
    desk.app.edit(|open| {
        Ok(open.change_items(&chosen.iter().copied().collect(), desk.app.today(), |item| {
            item.themes.retain(|other| other != arc);
            if add {
                item.themes.push(arc.clone());
            }
        }))
    })
}

/// Sets the lead of the chosen rows.
fn set_lead(desk: Desk, chosen: &[ItemId], lead: &str) -> Result<Edit, EditError> {
    let chosen = chosen.iter().copied().collect();
    desk.app.edit(|open| Ok(open.change_items(&chosen, desk.app.today(), |item| item.lead = lead.to_owned())))
}

/// Sets the target date of the chosen rows, each as if it had been typed in its cell.
fn set_dues(desk: Desk, chosen: &[ItemId], due: &str) -> Result<Edit, EditError> {
    let (today, now) = (desk.app.today(), desk.app.now());
    desk.app.edit(|open| {
        let mut edit = Edit::named("Set the target date");
        for id in chosen {
            edit = edit.then(set_due(open, *id, due.to_owned(), today, now)?);
        }
        Ok(edit)
    })
}

/// Copies the chosen rows, each with what stands beneath it. A row beneath a chosen one comes along with that.
fn copy(desk: Desk, chosen: &[ItemId]) -> Result<Edit, EditError> {
    let today = desk.app.today();
    desk.app.edit(|open| {
        let mut edit = Edit::named("Copy actions");
        for id in chosen {
            let parent = open.item(*id).and_then(|item| item.parent);
            if !parent.is_some_and(|parent| chosen.contains(&parent)) {
                edit = edit.then(open.copy_item(*id, today, || ItemId(ids::new_uuid()))?.1);
            }
        }
        Ok(edit)
    })
}
