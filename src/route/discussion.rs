//! The addresses of the pages about rainbow discussions, after `exercises/discussions`.

use crate::domain::ids::{DiscussionId, IdeaId};

/// A page about rainbow discussions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The discussions, and beginning another.
    List,
    /// One discussion: its ideas under the arcs.
    One(DiscussionId),
    /// Changing what a discussion is called and which arcs share a note.
    Change(DiscussionId),
    /// One discussion, large enough for a hall.
    Projector(DiscussionId),
    /// Making an action of an idea.
    Action(IdeaId),
    /// Keeping an idea as evidence.
    Evidence(IdeaId),
}

/// The page of an address.
pub(super) fn parse(parts: &[&str]) -> Option<Place> {
    Some(match parts {
        [] => Place::List,
        ["discussion", id] => Place::One(DiscussionId::parse(id)?),
        ["discussion", id, "change"] => Place::Change(DiscussionId::parse(id)?),
        ["discussion", id, "projector"] => Place::Projector(DiscussionId::parse(id)?),
        ["idea", id, "action"] => Place::Action(IdeaId::parse(id)?),
        ["idea", id, "evidence"] => Place::Evidence(IdeaId::parse(id)?),
        _ => return None,
    })
}

/// The address of a page, from the slash on.
pub(super) fn path(place: &Place) -> String {
    match place {
        Place::List => String::new(),
        Place::One(id) => format!("/discussion/{id}"),
        Place::Change(id) => format!("/discussion/{id}/change"),
        Place::Projector(id) => format!("/discussion/{id}/projector"),
        Place::Action(id) => format!("/idea/{id}/action"),
        Place::Evidence(id) => format!("/idea/{id}/evidence"),
    }
}
