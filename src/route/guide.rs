//! The addresses of the pages about the guide for focus groups and workshops, after `exercises/guide`.

use crate::domain::ids::GuideSessionId;

/// A page about the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The sessions that there are, and what the guide is.
    List,
    /// Beginning a session.
    New,
    /// One session: the guide with its notes.
    One(GuideSessionId),
    /// Changing what a session is called, when it is and which arcs it is about.
    Change(GuideSessionId),
}

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        [] => Place::List,
        ["new"] => Place::New,
        ["session", id] => Place::One(GuideSessionId::parse(id)?),
        ["session", id, "change"] => Place::Change(GuideSessionId::parse(id)?),
        _ => return None,
    })
}

/// The address of a page, from the slash on.
pub(super) fn path(place: &Place) -> String {
    match place {
        Place::List => String::new(),
        Place::New => "/new".to_owned(),
        Place::One(id) => format!("/session/{id}"),
        Place::Change(id) => format!("/session/{id}/change"),
    }
}
