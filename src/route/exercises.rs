//! The addresses of the pages about exercises, after `exercises/`.

use super::{discussion, guide};
use crate::domain::ids::{ExerciseId, SheetId};

/// A page about exercises.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// What can be done with a group of people, and the lists that a strategy needs.
    List,
    /// The outcomes exercise that is going on, or a new one.
    Outcomes,
    /// An exercise: its tables' sheets and what they come to.
    Exercise(ExerciseId),
    /// Changing what an exercise is called and its day.
    Change(ExerciseId),
    /// The sheet of a table, typed in or changed.
    Sheet(SheetId),
    /// A page about rainbow discussions.
    Discussion(discussion::Place),
    /// A page about the guide for focus groups and workshops.
    Guide(guide::Place),
    /// A table’s own screen, on which it sorts its cards.
    Sorting(SheetId),
    /// The start for a table that takes part in an exercise.
    Seat,
    /// The result of an exercise, large enough for a hall.
    Projector(ExerciseId),
    /// Setting up a sort with one’s own cards and columns.
    Own,
}

impl Place {
    /// Whether a table that takes part in an exercise sees this page. All others show it where it starts.
    pub fn is_for_a_table(&self) -> bool {
        matches!(self, Self::Seat | Self::Sorting(_) | Self::Discussion(discussion::Place::One(_)))
    }
}

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        [] => Place::List,
        ["outcomes"] => Place::Outcomes,
        ["exercise", id] => Place::Exercise(ExerciseId::parse(id)?),
        ["exercise", id, "change"] => Place::Change(ExerciseId::parse(id)?),
        ["sheet", id, "sort"] => Place::Sorting(SheetId::parse(id)?),
        ["table"] => Place::Seat,
        ["exercise", id, "projector"] => Place::Projector(ExerciseId::parse(id)?),
        ["own"] => Place::Own,
        ["sheet", id] => Place::Sheet(SheetId::parse(id)?),
        ["discussions", parts @ ..] => Place::Discussion(discussion::parse(parts)?),
        ["guide", parts @ ..] => Place::Guide(guide::parse(parts)?),
        _ => return None,
    })
}

/// The address of a page.
pub(super) fn path(place: &Place) -> String {
    match place {
        Place::List => "exercises".to_owned(),
        Place::Outcomes => "exercises/outcomes".to_owned(),
        Place::Exercise(id) => format!("exercises/exercise/{id}"),
        Place::Change(id) => format!("exercises/exercise/{id}/change"),
        Place::Sheet(id) => format!("exercises/sheet/{id}"),
        Place::Discussion(place) => format!("exercises/discussions{}", discussion::path(place)),
        Place::Guide(place) => format!("exercises/guide{}", guide::path(place)),
        Place::Sorting(id) => format!("exercises/sheet/{id}/sort"),
        Place::Seat => "exercises/table".to_owned(),
        Place::Projector(id) => format!("exercises/exercise/{id}/projector"),
        Place::Own => "exercises/own".to_owned(),
    }
}
