//! Named edits about a device that many people answer on, one after the other. None of them is a step that can be undone: the
//! next person must not come upon what one before has said.

use super::{Edit, EditError, Workspace};
use crate::domain::draft::Draft;
use crate::domain::ids::{RecordId, ResponseId};
use crate::domain::record::{Body, Kind};
use crate::domain::shared_device::{SharedDevice, Word, shared_device_record};

impl Workspace {
    /// How many people answer on this device, if they do so one after the other.
    pub fn shared_device(&self) -> Option<&SharedDevice> {
        match self.body(self.shared_record())? {
            Body::SharedDevice(shared) => Some(shared),
            _ => None,
        }
    }

    /// Lets people answer on this device one after the other, until whoever sets this up says the word.
    pub fn share_device(&mut self, shared: SharedDevice) -> Edit {
        self.set_shared("Share this device", shared)
    }

    /// Begins the response of the next person. What the one before began and did not finish stays here for the facilitator.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the device is not shared.
    pub fn next_turn(&mut self, id: ResponseId, draft: Draft) -> Result<Edit, EditError> {
        let shared = self.shared_device().ok_or(EditError::NotHere("the shared device"))?.clone();
        let begun = self.begin_draft(id, draft);
        let edit = begun.then(self.set_shared("Begin a response", SharedDevice { turn: Some(id), ..shared }));
        Ok(edit.not_for_undoing())
    }

    /// Sets aside the response of whoever was answering: it stays here for the facilitator and is offered to nobody else.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the device is not shared.
    pub fn set_turn_aside(&mut self) -> Result<Edit, EditError> {
        let shared = self.shared_device().ok_or(EditError::NotHere("the shared device"))?.clone();
        Ok(self.set_shared("Set a response aside", SharedDevice { turn: None, ..shared }))
    }

    /// Counts the person who has just finished, and leaves the device to the next.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the device is not shared, or it is not this person's turn.
    pub fn end_turn(&mut self, id: ResponseId) -> Result<Edit, EditError> {
        let shared = self.shared_device().filter(|shared| shared.turn == Some(id));
        let shared = shared.ok_or(EditError::NotHere("the turn"))?.clone();
        let finished = shared.finished.saturating_add(1);
        Ok(self.set_shared("Finish a response", SharedDevice { turn: None, finished, ..shared }))
    }

    /// Ends the sharing, on the facilitator's word.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the device is not shared; [`EditError::WrongWord`] if that is not the word.
    pub fn stop_sharing(&mut self, word: &str) -> Result<Edit, EditError> {
        let kept: Word = self.shared_device().ok_or(EditError::NotHere("the shared device"))?.word;
        if !kept.is(word) {
            return Err(EditError::WrongWord);
        }
        let gone = [(self.shared_record(), Body::Deleted(Kind::SharedDevice))];
        Ok(self.put("Stop sharing this device", gone).not_for_undoing())
    }

    fn set_shared(&mut self, name: &'static str, shared: SharedDevice) -> Edit {
        self.put(name, [(self.shared_record(), Body::SharedDevice(shared))]).not_for_undoing()
    }

    fn shared_record(&self) -> RecordId {
        shared_device_record(self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::draft::Respondent;
    use crate::domain::ids::{ReplicaId, RoundId, SurveyHash, WorkspaceId};
    use crate::domain::rest::Rest;
    use chrono::DateTime;
    use uuid::Uuid;

    const ROUND: RoundId = RoundId(Uuid::from_u128(2));
    const SURVEY: SurveyHash = SurveyHash([0; 32]);

    fn person(number: u128) -> ResponseId {
        ResponseId(Uuid::from_u128(number))
    }

    fn draft() -> Draft {
        let (respondent, begun) = (Respondent::default(), DateTime::UNIX_EPOCH);
        Draft { round: ROUND, survey: SURVEY, respondent, begun, at: None, corrects: None, rest: Rest::new() }
    }

    fn shared() -> Workspace {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let word = Word::new("Marigold", [1; 16]);
        open.share_device(SharedDevice {
            round: ROUND,
            survey: SURVEY,
            word,
            turn: None,
            finished: 0,
            rest: Rest::new(),
        });
        open
    }

    #[test]
    fn each_person_has_a_turn_of_their_own_and_those_who_finish_are_counted() {
        let mut open = shared();
        open.next_turn(person(1), draft()).unwrap();
        assert_eq!(open.end_turn(person(2)), Err(EditError::NotHere("the turn")));
        open.end_turn(person(1)).unwrap();
        assert_eq!(open.end_turn(person(1)), Err(EditError::NotHere("the turn")));
        let now = open.shared_device().unwrap();
        assert_eq!((now.turn, now.finished), (None, 1));
    }

    #[test]
    fn who_leaves_midway_is_set_aside_and_stays_for_the_facilitator() {
        let mut open = shared();
        open.next_turn(person(1), draft()).unwrap();
        open.set_turn_aside().unwrap();
        open.next_turn(person(2), draft()).unwrap();
        let now = open.shared_device().unwrap();
        assert_eq!((now.turn, now.finished), (Some(person(2)), 0));
        assert!(open.draft(person(1)).is_some());
    }

    #[test]
    fn nothing_of_it_can_be_undone_and_only_the_word_ends_it() {
        let mut open = shared();
        let edit = open.next_turn(person(1), draft()).unwrap();
        assert_eq!(open.note(edit, DateTime::UNIX_EPOCH).step, None);
        assert_eq!(open.stop_sharing("marigold"), Err(EditError::WrongWord));
        assert!(open.shared_device().is_some());
        open.stop_sharing("Marigold").unwrap();
        assert!(open.shared_device().is_none());
    }
}
