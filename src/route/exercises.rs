//! The addresses of the pages about exercises, after `exercises/`.

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
    /// The sheet of a table, typed in or changed.
    Sheet(SheetId),
}

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        [] => Place::List,
        ["outcomes"] => Place::Outcomes,
        ["exercise", id] => Place::Exercise(ExerciseId::parse(id)?),
        ["sheet", id] => Place::Sheet(SheetId::parse(id)?),
        _ => return None,
    })
}

/// The address of a page.
pub(super) fn path(place: &Place) -> String {
    match place {
        Place::List => "exercises".to_owned(),
        Place::Outcomes => "exercises/outcomes".to_owned(),
        Place::Exercise(id) => format!("exercises/exercise/{id}"),
        Place::Sheet(id) => format!("exercises/sheet/{id}"),
    }
}
