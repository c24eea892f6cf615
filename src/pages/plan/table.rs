//! The plan's table: its rows as filtered and folded, with cells that are changed where they stand.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::bulk::Bulk;
use super::cells::RowView;
use super::columns::Column;
use super::filter::{Filter, FilterBar};
use super::per_row::{Chosen, Opened, PerRow};
use super::rows::{PlanTable, Row};
use crate::analysis::plan_status::PlanCounts;
use crate::browser::ids;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::Layout;
use crate::domain::workspace::{Edit, EditError};
use crate::reports::words;
use crate::state::App;
use crate::ui::{Button, ButtonKind, CellKey, Details, Grid, Live, focus_cell, keep_grid_reachable};

/// The id of the words that say how the table is used.
const HOW: &str = "plan-how";

/// What the parts of the table share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The app.
    pub(super) app: App,
    /// The plan.
    pub(super) plan: PlanId,
    /// What is shown of the plan; `None` while it is not here.
    pub(super) table: Memo<Option<Arc<PlanTable>>>,
    /// The shape it is written in.
    pub(super) layout: Memo<Layout>,
    /// Its columns.
    pub(super) columns: Memo<Vec<Column>>,
    /// What each row shows.
    pub(super) rows: PerRow<Arc<Row>>,
    /// The rows that are not shown: they don't pass the filter, or stand beneath one that is folded away.
    pub(super) hidden: Memo<BTreeSet<ItemId>>,
    /// The cell that is open.
    pub(super) open: Opened<Column>,
    /// The rows that were chosen.
    pub(super) chosen: Chosen,
    /// The rows beneath which all is folded away.
    pub(super) folded: RwSignal<BTreeSet<ItemId>>,
    /// What was done last.
    pub(super) said: RwSignal<String>,
}

impl Desk {
    /// Leaves a cell: with what was written, or as it was.
    pub(super) fn leave(self, item: ItemId, column: Column, written: Option<Result<Edit, EditError>>) {
        self.open.set(None);
        focus_cell(&item.to_string(), column.key());
        if let Some(written) = written {
            let what = column.words(self.layout.get_untracked());
            self.told(written, &format!("{what}: the change was written."));
        }
    }

    /// Says what came of an edit.
    pub(super) fn told(self, edit: Result<Edit, EditError>, done: &str) {
        self.said.set(match edit {
            Ok(edit) if edit.is_empty() => "Nothing was changed.".to_owned(),
            Ok(_) => format!("{done} Ctrl and Z takes it back."),
            Err(_) => "That could not be written: the action is no longer in the plan.".to_owned(),
        });
    }
}

/// The table of a plan that has items, with its filters and what can be done to several rows.
#[component]
pub(super) fn PlanGrid(
    /// The plan.
    plan: PlanId,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// What is shown of it.
    table: Memo<Option<Arc<PlanTable>>>,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let made = table;
    let filter = Filter::new(plan);
    let folded = RwSignal::new(BTreeSet::new());
    // What passes the filter; `None` while everything is wanted.
    let passing = Memo::new(move |_| {
        let wanted = filter.wanted();
        (!wanted.is_empty()).then(|| {
            let passing = |made: &Arc<PlanTable>| {
                let rows = made.rows.iter().filter(|(_, row)| wanted.passes(&row.found_by, today));
                rows.map(|(id, _)| *id).collect()
            };
            made.with(|made| made.as_ref().map(passing).unwrap_or_default())
        })
    });
    let hidden = Memo::new(move |_| {
        made.with(|made| {
            let Some(made) = made else { return BTreeSet::new() };
            passing.with(|passing| folded.with(|folded| hidden(made, passing.as_ref(), folded)))
        })
    });
    let desk = Desk {
        app,
        plan,
        table: made,
        layout: Memo::new(move |_| made.with(|made| made.as_ref().map(|made| made.layout).unwrap_or_default())),
        columns: Memo::new(move |_| {
            made.with(|made| made.as_ref().map(|made| made.columns.clone()).unwrap_or_default())
        }),
        rows: PerRow::new(),
        hidden,
        open: Opened::none(),
        chosen: Chosen::none(),
        folded,
        said: RwSignal::new(String::new()),
    };
    let order = Memo::new(move |_| made.with(|made| made.as_ref().map(|made| made.order.clone()).unwrap_or_default()));
    // Each row is told what it shows, and only those rows that show something else (`per_row.rs`).
    Effect::new(move |before: Option<Option<Arc<PlanTable>>>| {
        let before = before.flatten();
        let now = made.get();
        if let Some(now) = &now {
            if before.as_ref().is_none_or(|before| before.order != now.order) {
                let is_here = |id: &ItemId| now.rows.contains_key(id);
                desk.rows.keep(is_here);
                desk.open.keep(is_here);
                desk.chosen.keep(is_here);
            }
            now.made_since(before.as_deref()).for_each(|(id, row)| desk.rows.tell(id, row.clone()));
        }
        now
    });
    Effect::new(move |_| {
        order.track();
        hidden.track();
        keep_grid_reachable();
    });
    let count_words = move || {
        let PlanCounts { actions, outputs, overdue, .. } =
            made.with(|made| made.as_ref().map(|made| made.counts.clone()).unwrap_or_default());
        let outputs =
            if outputs == 0 { String::new() } else { format!(" with {}", words::count(outputs, "output", "outputs")) };
        let overdue = if overdue == 0 { "none overdue".to_owned() } else { format!("{overdue} overdue") };
        format!("{}{outputs}, {overdue} on {}.", words::count(actions, "action", "actions"), words::day(today))
    };
    let count = move || {
        let all = made.with(|made| made.as_ref().map_or(0, |made| made.order.len()));
        match passing.with(|passing| passing.as_ref().map(BTreeSet::len)) {
            None => String::new(),
            Some(0) => "No action is as you asked for. Change the filters to see others.".to_owned(),
            Some(wanted) => format!("{} of {} shown.", wanted, words::count(all, "row", "rows")),
        }
    };
    let open_cell = move |(row, column): CellKey| {
        if let Some((item, column)) = ItemId::parse(&row).zip(Column::of_key(column)) {
            desk.open.set(Some((item, column)));
        }
    };
    let move_row = move |(row, up): (String, bool)| {
        let Some(item) = ItemId::parse(&row) else { return };
        let moved = super::moving::move_by_one(app, item, up);
        desk.told(moved, if up { "The row was moved up." } else { "The row was moved down." });
        focus_cell(&row, Column::Text.key());
    };
    let add_row = move |after: Option<ItemId>| {
        let id = ItemId(ids::new_uuid());
        let added = super::moving::add_blank(app, plan, id, after);
        let is_added = added.is_ok();
        desk.told(added, "A row was added.");
        if is_added {
            desk.open.set(Some((id, Column::Text)));
        }
    };
    view! {
        <p class="govuk-body">{count_words}</p>
        <FilterBar desk filter />
        <Bulk desk />
        <p id=HOW class="govuk-hint app-plan__how app-no-print">
            "Press Enter on a cell, or click it twice, to change it. The arrow keys go from cell to cell; Alt and an arrow key move a row; Alt and Enter add one beneath."
        </p>
        <div class="app-plan__said app-no-print">
            <Live text=desk.said visible=true />
        </div>
        <div class="app-plan__count">
            <Live text=Signal::derive(count) visible=true />
        </div>
        <div class="app-plan">
            {move || {
                let columns = desk.columns.get();
                let layout = desk.layout.get();
                let columns = columns.iter().map(|column| column.in_grid(layout)).collect::<Vec<_>>();
                view! {
                    <Grid caption=title described_by=HOW columns on_open=open_cell on_move=move_row on_add=move |row: String| add_row(ItemId::parse(&row))>
                        <For each=move || order.get() key=|id| *id let(item)>
                            <RowView desk item />
                        </For>
                    </Grid>
                }
            }}
        </div>
        <div class="app-no-print">
            <Button kind=ButtonKind::Secondary on_press=move |()| add_row(None)>"Add a row"</Button>
        </div>
        <Archived desk />
    }
}

/// The items that are not shown: those that neither pass the filter nor have one beneath them that does, and those beneath one
/// that is folded away.
fn hidden(table: &PlanTable, passing: Option<&BTreeSet<ItemId>>, folded: &BTreeSet<ItemId>) -> BTreeSet<ItemId> {
    let mut hidden = BTreeSet::new();
    if passing.is_none() && folded.is_empty() {
        return hidden;
    }
    let parent = |id: &ItemId| table.rows.get(id).and_then(|row| row.stands.parent);
    let mut wanted = passing.cloned();
    for id in passing.into_iter().flatten() {
        let mut above = parent(id);
        while let Some(one) = above.filter(|one| wanted.as_mut().is_some_and(|wanted| wanted.insert(*one))) {
            above = parent(&one);
        }
    }
    let mut beneath_folded = BTreeSet::new();
    for id in &table.order {
        if parent(id).is_some_and(|parent| folded.contains(&parent) || beneath_folded.contains(&parent)) {
            beneath_folded.insert(*id);
        }
        if beneath_folded.contains(id) || wanted.as_ref().is_some_and(|wanted| !wanted.contains(id)) {
            hidden.insert(*id);
        }
    }
    hidden
}

/// What was archived, with the way back.
#[component]
fn Archived(desk: Desk) -> impl IntoView {
    let app = desk.app;
    let archived = Memo::new(move |_| {
        let listed: Option<Vec<_>> = app.read(|open| {
            let items = open.archived_items(desk.plan).into_iter();
            // What stands beneath an archived item comes and goes with it.
            let tops = items.filter(|(_, item)| {
                item.parent.and_then(|parent| open.item(parent)).is_none_or(|parent| parent.archived.is_none())
            });
            tops.map(|(id, item)| (id, [&*item.label, &*item.text].join(" ").trim().to_owned(), item.archived))
                .collect()
        });
        listed.unwrap_or_default()
    });
    let entry = move |(id, text, on): (ItemId, String, Option<chrono::NaiveDate>)| {
        let label = format!("Bring back {text}");
        let back = move |_| {
            let edit = app.edit(|open| Ok(open.archive_items(&[id].into(), app.today(), false)));
            desk.told(edit, "It was brought back.");
        };
        view! {
            <li>
                {text} {on.map(|on| format!(", archived on {}. ", words::day(on)))}
                <button type="button" class="app-link-button" aria-label=label on:click=back>"Bring back"</button>
            </li>
        }
    };
    view! {
        <Show when=move || archived.with(|archived| !archived.is_empty())>
            <div class="app-no-print">
                <Details summary="Archived actions">
                    <ul class="govuk-list govuk-list--bullet">{move || archived.get().into_iter().map(entry).collect_view()}</ul>
                </Details>
            </div>
        </Show>
    }
}
