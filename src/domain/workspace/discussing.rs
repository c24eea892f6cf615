//! Named edits about rainbow discussions and their ideas, and what was noted.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Edit, EditError, Workspace};
use crate::domain::design::Towards;
use crate::domain::discussion::{Discussion, Idea, Said};
use crate::domain::ids::{DiscussionId, EvidenceId, IdeaId, ItemId};
use crate::domain::order::{OrderKey, Place};
use crate::domain::record::{Body, Kind};
use crate::domain::rest::Rest;

/// What is said to be missing when a discussion is.
const DISCUSSION: EditError = EditError::NotHere("the discussion");
/// What is said to be missing when an idea is.
const IDEA: EditError = EditError::NotHere("the idea");

impl Workspace {
    /// Begins a discussion, or changes what one is called and which arcs it takes together.
    pub fn set_discussion(&mut self, id: DiscussionId, discussion: Discussion) -> Edit {
        let name = if self.discussion(id).is_some() { "Change a discussion" } else { "Begin a discussion" };
        self.put(name, [(id.into(), Body::Discussion(discussion))])
    }

    /// Deletes a discussion with all its ideas. Actions and evidence that came of them stay.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the discussion is not here.
    pub fn delete_discussion(&mut self, id: DiscussionId) -> Result<Edit, EditError> {
        self.discussion(id).ok_or(DISCUSSION)?;
        let ideas: Vec<_> = self.ideas(id).into_iter().map(|(idea, _)| idea).collect();
        let ideas = ideas.into_iter().map(|idea| (idea.into(), Body::Deleted(Kind::Idea)));
        let gone = std::iter::once((id.into(), Body::Deleted(Kind::Discussion))).chain(ideas);
        Ok(self.put("Delete a discussion", gone))
    }

    /// Adds ideas after those that a discussion has, in their order.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the discussion is not here.
    pub fn add_ideas(
        &mut self,
        discussion: DiscussionId,
        ideas: impl IntoIterator<Item = (IdeaId, Said)>,
    ) -> Result<Edit, EditError> {
        self.discussion(discussion).ok_or(DISCUSSION)?;
        let mut last: Option<Place> = self.ideas(discussion).pop().map(|(id, last)| last.place(id));
        let mut bodies = Vec::new();
        for (id, said) in ideas {
            let order = OrderKey::between(last.as_ref(), None);
            last = Some(order.place(id));
            let (actions, evidence) = (BTreeSet::new(), BTreeSet::new());
            let idea = Idea { discussion, order, said, actions, evidence, rest: Rest::new() };
            bodies.push((id.into(), Body::Idea(idea)));
        }
        Ok(self.put(if bodies.len() == 1 { "Add an idea" } else { "Add ideas" }, bodies))
    }

    /// Changes what was noted of an idea: its words, its arcs, its sub-heading or its table.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the idea is not here.
    pub fn set_idea(&mut self, id: IdeaId, said: Said) -> Result<Edit, EditError> {
        self.change_idea("Change an idea", id, |idea| idea.said = said)
    }

    /// Deletes an idea. Actions and evidence that came of it stay.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the idea is not here.
    pub fn delete_idea(&mut self, id: IdeaId) -> Result<Edit, EditError> {
        self.idea(id).ok_or(IDEA)?;
        Ok(self.put("Delete an idea", [(id.into(), Body::Deleted(Kind::Idea))]))
    }

    /// Moves an idea past its neighbour among the ideas that it is shown with, which are given in their order. At the end of
    /// these nothing changes.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the idea is not here.
    pub fn move_idea(&mut self, id: IdeaId, towards: Towards, shown: &[IdeaId]) -> Result<Edit, EditError> {
        const NAME: &str = "Move an idea";
        self.idea(id).ok_or(IDEA)?;
        let mut shown: Vec<_> = shown.iter().filter_map(|one| Some((*one, self.idea(*one)?.place(*one)))).collect();
        if towards == Towards::Up {
            shown.reverse();
        }
        let mut beyond = shown.into_iter().skip_while(|(one, _)| *one != id).skip(1).map(|(_, place)| place);
        let Some(neighbour) = beyond.next() else { return Ok(Edit::named(NAME)) };
        let next = beyond.next();
        let order = match towards {
            Towards::Up => OrderKey::between(next.as_ref(), Some(&neighbour)),
            Towards::Down => OrderKey::between(Some(&neighbour), next.as_ref()),
        };
        self.change_idea(NAME, id, |idea| idea.order = order)
    }

    /// Notes that an idea led to an action.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the idea is not here.
    pub fn idea_led_to(&mut self, id: IdeaId, action: ItemId) -> Result<Edit, EditError> {
        self.change_idea("Make an action of an idea", id, |idea| {
            idea.actions.insert(action);
        })
    }

    /// Notes that an idea was kept as evidence.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the idea is not here.
    pub fn idea_kept_as(&mut self, id: IdeaId, evidence: EvidenceId) -> Result<Edit, EditError> {
        self.change_idea("Keep an idea as evidence", id, |idea| {
            idea.evidence.insert(evidence);
        })
    }

    /// The discussions, the latest day first.
    pub fn discussions(&self) -> Vec<(DiscussionId, &Discussion)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::Discussion)
            .filter_map(|(id, body)| match body {
                Body::Discussion(discussion) => Some((DiscussionId::from(id), discussion)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, discussion)| (Reverse(discussion.on), *id));
        all
    }

    /// The discussion of this id.
    pub fn discussion(&self, id: DiscussionId) -> Option<&Discussion> {
        match self.body(id.into())? {
            Body::Discussion(discussion) => Some(discussion),
            _ => None,
        }
    }

    /// The ideas of a discussion in their order.
    pub fn ideas(&self, discussion: DiscussionId) -> Vec<(IdeaId, &Idea)> {
        let mut ideas: Vec<_> = self
            .bodies(&Kind::Idea)
            .filter_map(|(id, body)| match body {
                Body::Idea(idea) if idea.discussion == discussion => Some((IdeaId::from(id), idea)),
                _ => None,
            })
            .collect();
        ideas.sort_by_cached_key(|(id, idea)| idea.place(*id));
        ideas
    }

    /// The idea of this id.
    pub fn idea(&self, id: IdeaId) -> Option<&Idea> {
        match self.body(id.into())? {
            Body::Idea(idea) => Some(idea),
            _ => None,
        }
    }

    fn change_idea(
        &mut self,
        name: &'static str,
        id: IdeaId,
        change: impl FnOnce(&mut Idea),
    ) -> Result<Edit, EditError> {
        let mut idea = self.idea(id).ok_or(IDEA)?.clone();
        change(&mut idea);
        Ok(self.put(name, [(id.into(), Body::Idea(idea))]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use chrono::{DateTime, NaiveDate};
    use uuid::Uuid;

    const TALK: DiscussionId = DiscussionId(Uuid::from_u128(2));

    fn idea(number: u128) -> IdeaId {
        IdeaId(Uuid::from_u128(10 + number))
    }

    fn said(text: &str) -> Said {
        Said { text: text.to_owned(), ..Said::default() }
    }

    /// A discussion with the ideas 1, 2 and 3.
    fn begun() -> Workspace {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let on = NaiveDate::from_ymd_opt(2009, 12, 4).unwrap();
        let together = BTreeSet::new();
        open.set_discussion(TALK, Discussion { title: "Conference".to_owned(), on, together, rest: Rest::new() });
        open.add_ideas(TALK, [(idea(1), said("One")), (idea(2), said("Two"))]).unwrap();
        open.add_ideas(TALK, [(idea(3), said("Three"))]).unwrap();
        open
    }

    fn order(open: &Workspace) -> Vec<IdeaId> {
        open.ideas(TALK).into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn ideas_stand_in_the_order_in_which_they_were_said_and_move_among_those_shown() {
        let mut open = begun();
        let (one, two, three) = (idea(1), idea(2), idea(3));
        assert_eq!(order(&open), [one, two, three]);
        open.move_idea(three, Towards::Up, &[one, two, three]).unwrap();
        assert_eq!(order(&open), [one, three, two]);
        // Of the ideas beneath a sub-heading only those are passed.
        open.move_idea(one, Towards::Down, &[one, two]).unwrap();
        assert_eq!(order(&open), [three, two, one]);
        assert!(open.move_idea(one, Towards::Down, &[three, two, one]).unwrap().is_empty());
        assert_eq!(open.move_idea(idea(9), Towards::Up, &[]), Err(IDEA));
    }

    #[test]
    fn an_idea_remembers_what_came_of_it_when_its_words_change() {
        let mut open = begun();
        let (action, piece) = (ItemId(Uuid::from_u128(50)), EvidenceId(Uuid::from_u128(60)));
        open.idea_led_to(idea(1), action).unwrap();
        open.idea_kept_as(idea(1), piece).unwrap();
        open.set_idea(idea(1), said("One, better said")).unwrap();
        let kept = open.idea(idea(1)).unwrap();
        assert_eq!((kept.said.text.as_str(), kept.actions.contains(&action)), ("One, better said", true));
        assert!(kept.evidence.contains(&piece));
    }

    #[test]
    fn a_deleted_discussion_takes_its_ideas_along_and_undo_brings_all_back() {
        let mut open = begun();
        let before = order(&open);
        let gone = open.delete_discussion(TALK).unwrap();
        let gone = open.note(gone, DateTime::UNIX_EPOCH);
        assert!(open.ideas(TALK).is_empty() && open.discussions().is_empty());
        assert_eq!(open.add_ideas(TALK, [(idea(4), said("Four"))]), Err(DISCUSSION));
        open.turn_round(gone.step.unwrap()).unwrap();
        assert_eq!((order(&open), open.discussions().len()), (before, 1));
    }
}
