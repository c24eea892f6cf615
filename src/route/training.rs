//! The addresses of the pages about training, after `training/`.

use crate::domain::ids::{TrainingEventId, TrainingGapId};

/// A page about training.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The training map: its gaps and its matrix.
    Map,
    /// All training events.
    Events,
    /// Adding a training event.
    NewEvent,
    /// Changing a training event.
    Event(TrainingEventId),
    /// How a profession is served in an arc, and how what is missing is addressed.
    Gap(TrainingGapId),
    /// The professions, and calling one of them otherwise.
    Professions,
    /// Taking training events in from a table.
    Import,
}

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        [] => Place::Map,
        ["events"] => Place::Events,
        ["events", "new"] => Place::NewEvent,
        ["event", id] => Place::Event(TrainingEventId::parse(id)?),
        ["gap", id] => Place::Gap(TrainingGapId::parse(id)?),
        ["professions"] => Place::Professions,
        ["import"] => Place::Import,
        _ => return None,
    })
}

/// The address of a page.
pub(super) fn path(place: &Place) -> String {
    match place {
        Place::Map => "training".to_owned(),
        Place::Events => "training/events".to_owned(),
        Place::NewEvent => "training/events/new".to_owned(),
        Place::Event(id) => format!("training/event/{id}"),
        Place::Gap(id) => format!("training/gap/{id}"),
        Place::Professions => "training/professions".to_owned(),
        Place::Import => "training/import".to_owned(),
    }
}
