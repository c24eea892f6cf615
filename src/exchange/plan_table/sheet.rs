//! A plan as it is handed out: its rows in order, whatever form they are then written in.

use chrono::NaiveDate;

use super::item::{Item, Layout};
use crate::domain::ids::{ItemId, PlanId};

/// A plan with its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSheet {
    /// The plan.
    pub plan: PlanId,
    /// Its title.
    pub title: String,
    /// Which shape it is written in.
    pub layout: Layout,
    /// Its items in order, each after the one it stands beneath.
    pub rows: Vec<SheetRow>,
}

/// An item of a plan with what a calendar needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The item's id.
    pub id: ItemId,
    /// The item in words. Its due date is the one that counts, its progress what was reported last.
    pub item: Item,
    /// The last day that its due date means, where it names one.
    pub last_day: Option<NaiveDate>,
    /// How often its due date has been revised.
    pub revisions: usize,
}
