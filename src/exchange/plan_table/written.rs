//! A plan as rows of cells: in the shape it was written in, or with places and levels spelled out where that shape can't say
//! all of it.

use super::found::read;
use super::heads::Column;
use super::item::{Item, Reached};
use super::reading::Reading;
use super::sheet::PlanSheet;
use super::{bullets, label};
use crate::domain::plan::{Layout, Level, Rag};
use crate::exchange::grid::{Cell, Grid, Table, tidy};

/// A plan's table.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// The heads of its columns.
    pub(super) heads: Vec<&'static str>,
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// A row of such a table.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// Words over the whole width.
    Heading(String),
    /// One cell for each column.
    Cells(Vec<String>),
}

impl Written {
    /// The table of a plan. It is in the plan's own shape if reading that gives the same items again, and otherwise spelled
    /// out, so what is exported always comes in again unchanged.
    pub(super) fn of(sheet: &PlanSheet) -> Self {
        let items: Vec<Item> = sheet.rows.iter().map(|row| tidied(&row.item)).collect();
        let shaped = shaped(&items, sheet.layout).filter(|written| written.gives(&items, sheet.layout));
        shaped.unwrap_or_else(|| spelled_out(&items, sheet.layout))
    }

    /// Its rows as plain cells, the heads first.
    pub(super) fn records(&self) -> Vec<Vec<String>> {
        let heads = self.heads.iter().map(|head| (*head).to_owned()).collect();
        let rows = self.rows.iter().map(|row| match row {
            Row::Heading(words) => {
                let mut cells = vec![String::new(); self.heads.len()];
                if let Some(first) = cells.first_mut() {
                    first.clone_from(words);
                }
                cells
            }
            Row::Cells(cells) => cells.clone(),
        });
        [heads].into_iter().chain(rows).collect()
    }

    fn gives(&self, items: &[Item], layout: Layout) -> bool {
        let rows = self.records().into_iter().map(|row| row.into_iter().map(Cell::plain).collect()).collect();
        let Ok(table) = Table::of(&Grid { rows }) else { return false };
        read(&table, &Reading::propose(&table)).is_ok_and(|found| found.layout == layout && found.plain() == items)
    }
}

/// Whether a row of heads is one that Rainbow writes.
pub(super) fn is_ours(heads: &[String]) -> bool {
    let of = |layout: Layout| {
        heads.iter().all(|head| {
            Column::ALL_WRITTEN.iter().any(|column| head_of(layout, *column) == head || spelled(*column) == Some(head))
        })
    };
    heads.len() > 2 && Layout::ALL.into_iter().any(of)
}

impl Column {
    /// Those that are ever written.
    const ALL_WRITTEN: [Self; 14] = [
        Self::Outline,
        Self::Level,
        Self::Label,
        Self::Area,
        Self::Action,
        Self::Output,
        Self::Lead,
        Self::Due,
        Self::Milestones,
        Self::Resources,
        Self::Risk,
        Self::Progress,
        Self::Rag,
        Self::Reached,
    ];
}

/// The plan in its own shape; `None` where that has no place for something.
fn shaped(items: &[Item], layout: Layout) -> Option<Written> {
    let is_tree = layout == Layout::Strategy;
    let has_labels = items
        .iter()
        .any(|item| item.level == Level::Action && !(item.label.is_empty() && label::parted(&item.text).0.is_empty()));
    let uses = |column: Column| items.iter().any(|item| is_used(item, column));
    let columns: Vec<Column> = order(layout)
        .iter()
        .copied()
        .filter(|column| match column {
            Column::Label => layout == Layout::Actions || has_labels,
            Column::Area | Column::Output => is_tree,
            Column::Rag => layout == Layout::Actions || uses(Column::Rag),
            Column::Milestones | Column::Resources | Column::Risk => is_tree || uses(*column),
            _ => true,
        })
        .collect();
    let has_label_column = columns.contains(&Column::Label);
    let mut rows: Vec<Row> = Vec::new();
    // The names that stand before the row that is still to be written.
    let (mut area, mut action) = (None::<String>, None::<String>);
    let mut at = 0_usize;
    while let Some(item) = items.get(at) {
        let milestones = items.iter().skip(at.saturating_add(1)).take_while(|other| other.level == Level::Milestone);
        let milestones: Vec<&Item> = milestones.filter(|other| other.parent == Some(at)).collect();
        let next = at.saturating_add(1).saturating_add(milestones.len());
        let is_bare = !item.has_details() && milestones.is_empty();
        let below =
            items.get(next).filter(|below| is_tree && is_bare && below.parent == Some(at)).map(|below| below.level);
        let named = label::joined(&item.label, &item.text);
        at = next;
        match item.level {
            Level::Area if below == Some(Level::Action) => area = Some(named),
            Level::Action if below == Some(Level::Output) => action = Some(named),
            Level::Priority | Level::Area if is_bare && (item.level == Level::Priority || !is_tree) => {
                rows.push(Row::Heading(named));
            }
            Level::Priority | Level::Milestone => return None,
            Level::Area | Level::Output if !is_tree => return None,
            level => {
                let lines: Option<Vec<String>> = milestones.iter().map(|item| bullets::write(item)).collect();
                let list = lines?.join("\n");
                let cells = columns.iter().map(|column| match (column, level) {
                    (Column::Area, Level::Area) | (Column::Output, Level::Output) => named.clone(),
                    (Column::Area, _) => area.take().unwrap_or_default(),
                    (Column::Action, Level::Action) if has_label_column => item.text.clone(),
                    (Column::Action, Level::Action) => named.clone(),
                    (Column::Action, _) => action.take().unwrap_or_default(),
                    (Column::Output, _) => String::new(),
                    (Column::Milestones, _) => list.clone(),
                    _ => detail(item, *column),
                });
                rows.push(Row::Cells(cells.collect()));
            }
        }
    }
    Some(Written { heads: columns.iter().map(|column| head_of(layout, *column)).collect(), rows })
}

/// The plan with a row for each item, its place in the tree and its level in words.
fn spelled_out(items: &[Item], layout: Layout) -> Written {
    let mut columns = vec![Column::Outline, Column::Level];
    columns.extend(
        order(layout).iter().filter(|column| !matches!(column, Column::Area | Column::Output | Column::Milestones)),
    );
    if layout == Layout::Strategy {
        columns.insert(2, Column::Label);
    }
    columns.push(Column::Reached);
    let mut places: Vec<String> = Vec::with_capacity(items.len());
    let mut beneath: Vec<usize> = vec![0; items.len()];
    let mut at_the_top = 0_usize;
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let above = item.parent.and_then(|parent| places.get(parent)).cloned().unwrap_or_default();
        let counted = item.parent.and_then(|parent| beneath.get_mut(parent)).unwrap_or(&mut at_the_top);
        *counted = counted.saturating_add(1);
        // The full stop at the end keeps spreadsheets from taking "1.10" for a number.
        let place = format!("{above}{counted}.");
        let cells = columns.iter().map(|column| match column {
            Column::Outline => place.clone(),
            Column::Level => item.level.word().to_owned(),
            Column::Action => item.text.clone(),
            _ => detail(item, *column),
        });
        rows.push(Row::Cells(cells.collect()));
        places.push(place);
    }
    let heads = columns.iter().map(|column| spelled(*column).unwrap_or_else(|| head_of(layout, *column)));
    Written { heads: heads.collect(), rows }
}

fn order(layout: Layout) -> &'static [Column] {
    match layout {
        Layout::Actions => &[
            Column::Label,
            Column::Action,
            Column::Lead,
            Column::Due,
            Column::Milestones,
            Column::Resources,
            Column::Risk,
            Column::Progress,
            Column::Rag,
        ],
        Layout::Timescales => &[
            Column::Due,
            Column::Label,
            Column::Action,
            Column::Lead,
            Column::Milestones,
            Column::Resources,
            Column::Risk,
            Column::Progress,
            Column::Rag,
        ],
        Layout::Strategy => &[
            Column::Area,
            Column::Action,
            Column::Output,
            Column::Lead,
            Column::Due,
            Column::Milestones,
            Column::Resources,
            Column::Risk,
            Column::Progress,
            Column::Rag,
        ],
    }
}

/// The head of a column, in the words of plans of that shape.
fn head_of(layout: Layout, column: Column) -> &'static str {
    match (column, layout) {
        (Column::Label, _) => "No",
        (Column::Area, _) => "Area of focus",
        (Column::Action, Layout::Timescales) => "Task/action",
        (Column::Action, _) => "Action",
        (Column::Output, _) => "Output",
        (Column::Lead, Layout::Actions) => "Lead",
        (Column::Lead, Layout::Timescales) => "Lead officer/group",
        (Column::Lead, Layout::Strategy) => "Responsibility",
        (Column::Due, Layout::Actions) => "Target date",
        (Column::Due, Layout::Timescales) => "Timescale",
        (Column::Due, Layout::Strategy) => "Timeframe",
        (Column::Milestones, _) => "Milestones",
        (Column::Resources, _) => "Resources / cost",
        (Column::Risk, _) => "Risk",
        (Column::Progress, Layout::Strategy) => "Progress to date",
        (Column::Progress, _) => "Progress",
        (Column::Rag, _) => "RAG",
        (other, _) => spelled(other).unwrap_or_else(|| other.words()),
    }
}

/// The head of a column where levels are spelled out, if it has one of its own there.
fn spelled(column: Column) -> Option<&'static str> {
    match column {
        Column::Outline => Some("Outline"),
        Column::Level => Some("Level"),
        Column::Action => Some("Item or action"),
        Column::Reached => Some("Reached"),
        _ => None,
    }
}

fn detail(item: &Item, column: Column) -> String {
    match column {
        Column::Label => item.label.clone(),
        Column::Lead => item.lead.clone(),
        Column::Due => item.due.clone(),
        Column::Resources => item.resources.clone(),
        Column::Risk => item.risk.clone(),
        Column::Progress => item.progress.clone(),
        Column::Rag => item.rag.word().to_owned(),
        Column::Reached => item.reached.map(Reached::words).unwrap_or_default(),
        _ => String::new(),
    }
}

fn is_used(item: &Item, column: Column) -> bool {
    match column {
        Column::Milestones => item.level == Level::Milestone,
        Column::Rag => item.rag != Rag::NotSet,
        _ => !detail(item, column).is_empty(),
    }
}

/// The item with its words as a cell holds them.
fn tidied(item: &Item) -> Item {
    let mut item = item.clone();
    for words in [
        &mut item.label,
        &mut item.text,
        &mut item.lead,
        &mut item.due,
        &mut item.resources,
        &mut item.risk,
        &mut item.progress,
    ] {
        *words = tidy(words);
    }
    item
}
