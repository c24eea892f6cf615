//! What a training map is filtered by. All filters apply together.

use super::{Line, Named, TrainingSheet};
use crate::domain::ids::ThemeId;

/// Which events are counted and which cells are shown. Words are named by their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TrainingFilter {
    /// Only this profession, and events that target it.
    pub profession: Option<String>,
    /// Only this arc, and events that serve it.
    pub arc: Option<ThemeId>,
    /// Only events that this organisation or service leads.
    pub lead: Option<String>,
    /// Only events that are delivered so.
    pub method: Option<String>,
    /// Only events that are held then.
    pub when: Option<When>,
}

/// When events are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// In the financial year that begins with April of this year.
    Year(i32),
    /// On days that can't be read from what is written.
    Unread,
}

impl TrainingFilter {
    /// Whether anything is filtered at all.
    pub fn is_set(&self) -> bool {
        *self != Self::default()
    }

    /// The same without what the sheet does not have: the last event with it may just have been changed.
    #[must_use]
    pub fn known_to(&self, sheet: &TrainingSheet) -> Self {
        let known =
            |key: &Option<String>, list: &[Named]| key.clone().filter(|key| list.iter().any(|named| named.key == *key));
        Self {
            profession: known(&self.profession, &sheet.professions),
            arc: self.arc.clone().filter(|theme| sheet.arcs.iter().any(|arc| arc.theme == *theme)),
            lead: known(&self.lead, &sheet.leads),
            method: known(&self.method, &sheet.methods),
            when: self.when.filter(|when| match when {
                When::Year(year) => sheet.years.contains(year),
                When::Unread => true,
            }),
        }
    }
}

/// A filter by the places of what it names, so that looking at an event compares numbers and no words.
pub(super) struct Placed {
    pub(super) profession: Option<usize>,
    pub(super) arc: Option<usize>,
    lead: Option<usize>,
    method: Option<usize>,
    when: Option<When>,
}

impl Placed {
    /// The places of what a filter names; what the sheet does not have filters nothing.
    pub(super) fn of(filter: &TrainingFilter, sheet: &TrainingSheet) -> Self {
        let place = |key: &Option<String>, list: &[Named]| {
            key.as_ref().and_then(|key| list.iter().position(|named| named.key == *key))
        };
        Self {
            profession: place(&filter.profession, &sheet.professions),
            arc: filter.arc.as_ref().and_then(|theme| sheet.arcs.iter().position(|arc| arc.theme == *theme)),
            lead: place(&filter.lead, &sheet.leads),
            method: place(&filter.method, &sheet.methods),
            when: filter.when,
        }
    }

    /// Whether an event passes.
    pub(super) fn passes(&self, line: &Line) -> bool {
        self.profession.is_none_or(|at| line.professions.contains(&at))
            && self.arc.is_none_or(|at| line.arcs.contains(&at))
            && (self.lead.is_none() || self.lead == line.lead)
            && (self.method.is_none() || self.method == line.method)
            && self.when.is_none_or(|when| match when {
                When::Year(year) => line.year == Some(year),
                When::Unread => line.year.is_none(),
            })
    }
}
