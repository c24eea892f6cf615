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
    /// The sheet of a table, typed in or changed.
    Sheet(SheetId),
    /// A page about rainbow discussions.
    Discussion(discussion::Place),
    /// A page about the guide for focus groups and workshops.
    Guide(guide::Place),
}

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        [] => Place::List,
        ["outcomes"] => Place::Outcomes,
        ["exercise", id] => Place::Exercise(ExerciseId::parse(id)?),
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
        Place::Sheet(id) => format!("exercises/sheet/{id}"),
        Place::Discussion(place) => format!("exercises/discussions{}", discussion::path(place)),
        Place::Guide(place) => format!("exercises/guide{}", guide::path(place)),
    }
}
