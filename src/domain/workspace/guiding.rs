//! Named edits about focus groups and workshops that work from the guide, and what was noted in them.

use std::cmp::Reverse;

use super::{Edit, EditError, Workspace};
use crate::domain::evidence::Evidence;
use crate::domain::guide::GuideSession;
use crate::domain::ids::{EvidenceId, GuideSessionId, ThemeId};
use crate::domain::record::{Body, Kind};

/// What is said to be missing when a session is.
const SESSION: EditError = EditError::NotHere("the session");

impl Workspace {
    /// Begins a session of the guide, or changes what one is called, when it is, whom it is for and which arcs it is about.
    pub fn set_guide_session(&mut self, id: GuideSessionId, session: GuideSession) -> Edit {
        let name = if self.guide_session(id).is_some() { "Change a session" } else { "Begin a session" };
        self.put(name, [(id.into(), Body::GuideSession(session))])
    }

    /// Notes what was heard of an arc. Notes that follow each other while somebody types are one step to undo.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the session is not here.
    pub fn note_heard(&mut self, id: GuideSessionId, theme: &ThemeId, words: String) -> Result<Edit, EditError> {
        let mut session = self.guide_session(id).ok_or(SESSION)?.clone();
        if words.trim().is_empty() {
            session.notes.remove(theme);
        } else {
            session.notes.insert(theme.clone(), words);
        }
        Ok(Edit { goes_on: true, ..self.put("Note what was heard", [(id.into(), Body::GuideSession(session))]) })
    }

    /// Keeps the hands for one of the scores of an arc (0 for 1, up to 4 for 5) as they were typed.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the session is not here, or there is no such score.
    pub fn count_hands(
        &mut self,
        id: GuideSessionId,
        theme: &ThemeId,
        at: usize,
        typed: String,
    ) -> Result<Edit, EditError> {
        let mut session = self.guide_session(id).ok_or(SESSION)?.clone();
        let mut five = session.hands.remove(theme).unwrap_or_default();
        *five.get_mut(at).ok_or(EditError::NotHere("the score"))? = typed;
        if five.iter().any(|typed| !typed.trim().is_empty()) {
            session.hands.insert(theme.clone(), five);
        }
        Ok(self.put("Count hands", [(id.into(), Body::GuideSession(session))]))
    }

    /// Keeps how many people take part as it was typed.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the session is not here.
    pub fn count_people(&mut self, id: GuideSessionId, typed: String) -> Result<Edit, EditError> {
        let session = GuideSession { people: typed, ..self.guide_session(id).ok_or(SESSION)?.clone() };
        Ok(self.put("Count people", [(id.into(), Body::GuideSession(session))]))
    }

    /// Keeps a session as a piece of evidence, a new one or the one that it was kept as before.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the session is not here; [`EditError::TooManyHands`] if more people placed an arc than took
    /// part.
    pub fn keep_session(
        &mut self,
        id: GuideSessionId,
        piece: EvidenceId,
        evidence: Evidence,
    ) -> Result<Edit, EditError> {
        let session = GuideSession { evidence: Some(piece), ..self.guide_session(id).ok_or(SESSION)?.clone() };
        let mut edit = Edit::named("Keep a session as evidence");
        edit = edit.then(self.set_evidence(piece, evidence)?);
        Ok(edit.then(self.put("Keep a session as evidence", [(id.into(), Body::GuideSession(session))])))
    }

    /// Deletes a session. The evidence that it was kept as stays.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the session is not here.
    pub fn delete_guide_session(&mut self, id: GuideSessionId) -> Result<Edit, EditError> {
        self.guide_session(id).ok_or(SESSION)?;
        Ok(self.put("Delete a session", [(id.into(), Body::Deleted(Kind::GuideSession))]))
    }

    /// The sessions, the latest day first.
    pub fn guide_sessions(&self) -> Vec<(GuideSessionId, &GuideSession)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::GuideSession)
            .filter_map(|(id, body)| match body {
                Body::GuideSession(session) => Some((GuideSessionId::from(id), session)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, session)| (Reverse(session.on), *id));
        all
    }

    /// The session of this id.
    pub fn guide_session(&self, id: GuideSessionId) -> Option<&GuideSession> {
        match self.body(id.into())? {
            Body::GuideSession(session) => Some(session),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::guide::tests::workshop;
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use chrono::DateTime;
    use uuid::Uuid;

    const ID: GuideSessionId = GuideSessionId(Uuid::from_u128(2));

    fn begun() -> Workspace {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        open.set_guide_session(ID, workshop("9", [""; 5]));
        open
    }

    fn roles() -> ThemeId {
        ThemeId::parse("roles").unwrap()
    }

    #[test]
    fn what_is_typed_is_kept_as_typed_and_an_empty_field_leaves_nothing() {
        let mut open = begun();
        open.count_hands(ID, &roles(), 1, "three".to_owned()).unwrap();
        open.count_people(ID, "nine".to_owned()).unwrap();
        open.note_heard(ID, &roles(), " Who leads? ".to_owned()).unwrap();
        let session = open.guide_session(ID).unwrap();
        assert_eq!((session.hands[&roles()][1].as_str(), session.people.as_str()), ("three", "nine"));
        assert_eq!(session.note(&roles()), "Who leads?");
        assert!(session.has_heard_of(&roles()));
        open.count_hands(ID, &roles(), 1, " ".to_owned()).unwrap();
        open.note_heard(ID, &roles(), "\n".to_owned()).unwrap();
        assert!(!open.guide_session(ID).unwrap().has_heard_of(&roles()));
        assert!(open.count_hands(ID, &roles(), 5, "1".to_owned()).is_err());
    }

    #[test]
    fn notes_that_follow_each_other_are_undone_as_one() {
        let mut open = begun();
        let mut last = None;
        for words in ["Who", "Who leads", "Who leads?"] {
            let edit = open.note_heard(ID, &roles(), words.to_owned()).unwrap();
            last = open.note(edit, DateTime::UNIX_EPOCH).step;
        }
        open.turn_round(last.unwrap()).unwrap();
        assert_eq!(open.guide_session(ID).unwrap().note(&roles()), "");
    }
}
