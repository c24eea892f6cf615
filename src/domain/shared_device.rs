//! A device that many people answer on, one after the other: whose word ends that, whose turn it is, and how many were
//! there before.

use sha2::{Digest, Sha256};

use super::ids::{RecordId, ResponseId, RoundId, SurveyHash, WorkspaceId};
use super::rest::Rest;

/// That many people answer on this device, one after the other. It stays on the device.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SharedDevice {
    /// The round that they answer.
    pub round: RoundId,
    /// The survey that is put to them.
    pub survey: SurveyHash,
    /// The word of whoever set this up.
    pub word: Word,
    /// The response of whoever is answering now; `None` between two people.
    pub turn: Option<ResponseId>,
    /// How many people have finished on this device since it was set up.
    pub finished: u32,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A facilitator's word, of which only a salted digest is kept. It keeps people who answer to their own answers; it is no lock
/// against somebody who opens the browser's own tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    /// What was mixed in, so that equal words do not look alike.
    pub salt: [u8; 16],
    /// SHA-256 of the salt and the word.
    pub digest: [u8; 32],
}

impl Word {
    /// Keeps a word. Blanks around it do not count, as nobody sees them in a field that hides what is typed.
    pub fn new(word: &str, salt: [u8; 16]) -> Self {
        let mut hasher = Sha256::new_with_prefix("facilitators-word/");
        hasher.update(salt);
        hasher.update(word.trim());
        Self { salt, digest: hasher.finalize().into() }
    }

    /// Whether this is the word.
    pub fn is(&self, word: &str) -> bool {
        Self::new(word, self.salt) == *self
    }
}

/// The record that says so for an area: always the same one.
pub fn shared_device_record(workspace: WorkspaceId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("shared-device/").chain_update(workspace.0).finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_again_and_no_other_is_taken_for_it() {
        let word = Word::new("Marigold", [7; 16]);
        assert!(word.is("Marigold") && word.is(" Marigold "));
        assert!(!word.is("marigold") && !word.is(""));
        assert_ne!(word.digest, Word::new("Marigold", [8; 16]).digest);
        assert!(!format!("{word:?}").contains("Marigold"));
    }
}
