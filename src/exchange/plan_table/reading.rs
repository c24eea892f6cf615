//! How a table is to be read: where its heads stand, what its columns are and which rows a person has put right.

use std::collections::BTreeSet;

use super::heads::Column;
use super::label;
use crate::domain::plan::Layout;
use crate::exchange::grid::{Table, plain, row_of_heads};

/// How a table is read. [`Reading::propose`] suggests one; a person can change every part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Which shape the plan has. It follows from the columns until somebody says otherwise.
    pub layout: Layout,
    /// The number of the row that names the columns; `None` if no row does.
    pub head: Option<usize>,
    /// What each column is, as many as the table is wide.
    pub columns: Vec<Column>,
    /// Rows whose cells are moved one column to the right, by number.
    pub moved: BTreeSet<usize>,
    /// Rows that are items of their own although they seem to go on from the row above, by number.
    pub apart: BTreeSet<usize>,
}

impl Reading {
    /// A first suggestion, from the words of the heads. Without heads that it knows, every column is left out, and
    /// [`has_actions`](Self::has_actions) is false until a person says what the columns are.
    pub fn propose(table: &Table) -> Self {
        Self::with_head(table, find_head(table))
    }

    /// What the columns of a table are by its heads; `None` if no row names them.
    pub fn columns_of(table: &Table) -> Option<Vec<Column>> {
        let reading = Self::propose(table);
        reading.head.map(|_| reading.columns)
    }

    /// A suggestion for a table whose heads stand in this row.
    pub fn with_head(table: &Table, head: Option<usize>) -> Self {
        let mut columns: Vec<Column> = Vec::with_capacity(table.width());
        for at in 0..table.width() {
            let guess = guess(table, head, at);
            let taken = !guess.can_repeat() && columns.contains(&guess);
            // What has a head of its own is kept with the progress, its head before it, so that nothing is lost.
            columns.push(if taken { Column::Progress } else { guess });
        }
        if !columns.contains(&Column::Action) {
            let one =
                |column: Column| columns.iter().filter(|other| other.names_an_item()).all(|other| *other == column);
            // A single column that names what is wanted holds the actions, whatever it is called.
            let only = [Column::Area, Column::Output].into_iter().find(|column| one(*column));
            for column in columns.iter_mut().filter(|column| Some(**column) == only) {
                *column = Column::Action;
            }
        }
        let layout = layout(table, head, &columns);
        Self { layout, head, columns, ..Self::default() }
    }

    /// Says what a column is. The layout follows.
    pub fn choose(&mut self, table: &Table, column: usize, is: Column) {
        if let Some(place) = self.columns.get_mut(column) {
            *place = is;
            self.layout = layout(table, self.head, &self.columns);
        }
    }

    /// Whether some column is said to hold priorities, areas, actions or outputs. Without one nothing can be read.
    pub fn has_actions(&self) -> bool {
        self.columns.iter().any(|column| column.names_an_item())
    }

    /// The first column that is this.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|other| *other == column)
    }

    /// Whether the table spells out each item's place and level.
    pub(super) fn is_spelled_out(&self) -> bool {
        self.columns.contains(&Column::Level)
    }

    /// Whether the table has columns for a tree.
    pub(super) fn is_tree(&self) -> bool {
        [Column::Priority, Column::Area, Column::Output].iter().any(|column| self.columns.contains(column))
    }

    /// The words at the head of a column; empty if it has none.
    pub(super) fn head_of<'a>(&self, table: &'a Table, column: usize) -> &'a str {
        self.head.map(|head| table.text(head, column)).unwrap_or_default()
    }
}

/// The first row whose words name columns, or else the first in which some seem to.
fn find_head(table: &Table) -> Option<usize> {
    row_of_heads(table, &[Column::named, Column::hinted], |found| found.iter().any(|column| column.names_an_item()))
}

fn guess(table: &Table, head: Option<usize>, at: usize) -> Column {
    let Some(number) = head else { return Column::LeftOut };
    let beneath = || table.rows().filter(|(row, _)| *row > number).filter_map(|(_, row)| row.get(at));
    let filled = || beneath().map(|slot| slot.text.as_str()).filter(|text| !text.is_empty());
    let all = filled().count();
    let share = |is: fn(&str) -> bool| filled().filter(|text| is(text)).count().saturating_mul(2) >= all;
    let words = table.text(number, at);
    match Column::hinted(words) {
        // A priority that is high or low says how urgent an action is, not what it serves.
        Some(Column::Priority) if all > 0 && share(is_urgency) => Column::Progress,
        Some(column) => column,
        None if all == 0 => Column::LeftOut,
        None if words.is_empty() && share(is_label) => Column::Label,
        None => Column::Progress,
    }
}

fn is_urgency(text: &str) -> bool {
    ["high", "medium", "low", "h", "m", "l", "1", "2", "3"].contains(&plain(text).as_str())
}

fn is_label(text: &str) -> bool {
    !label::numbers(text).is_empty() || label::is_letter(text)
}

fn layout(table: &Table, head: Option<usize>, columns: &[Column]) -> Layout {
    let place = |column: Column| columns.iter().position(|other| *other == column);
    let (due, action) = (place(Column::Due), place(Column::Action));
    let dated = due.zip(action).is_some_and(|(due, action)| due < action);
    // Where levels are spelled out, all layouts have the same columns but for what they call the due date.
    let is_strategy = match place(Column::Level) {
        Some(_) => head.zip(due).is_some_and(|(head, due)| plain(table.text(head, due)) == "timeframe"),
        None => [Column::Priority, Column::Area, Column::Output].iter().any(|column| columns.contains(column)),
    };
    match (is_strategy, dated) {
        (true, _) => Layout::Strategy,
        (false, true) => Layout::Timescales,
        (false, false) => Layout::Actions,
    }
}
