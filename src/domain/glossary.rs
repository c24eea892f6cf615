//! The glossary: the terms that Rainbow brings along, in its own words, and what the area made of them.

mod finding;

pub use self::finding::found_in;
use sha2::{Digest, Sha256};

use super::ids::{RecordId, TermId};

/// The terms that Rainbow brings along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glossary {
    /// The version of the list.
    pub version: String,
    /// Who wrote it, in a sentence or more.
    pub source: String,
    /// The terms.
    pub terms: Vec<BuiltIn>,
}

/// A term that Rainbow brings along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its id, which stays when its words are corrected.
    pub id: TermId,
    /// The term and what it means.
    pub word: Word,
    /// The documents that use it, such as "Leicestershire, 2009"; none for one of Rainbow's own.
    pub used_in: Vec<String>,
}

/// A term and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word {
    /// The term, such as "CAF".
    pub term: String,
    /// What it means.
    pub meaning: String,
    /// Other ways to write it, such as "common assessment".
    pub also: Vec<String>,
}

/// A line of the glossary as the area has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The record that holds the area's own words for it, or would hold them.
    pub record: RecordId,
    /// The term and what it means.
    pub word: Word,
    /// Whose words these are.
    pub whose: Whose,
    /// Whether the area left it out. Its words are found nowhere then.
    pub is_hidden: bool,
}

/// Whose words a line of the glossary has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// Rainbow's.
    BuiltIn,
    /// The area's, for a term that Rainbow brings along.
    Changed,
    /// The area's, for a term of its own.
    Own,
}

/// Parts ways to write a term where they stand in one field.
const BETWEEN: &str = "; ";

impl Word {
    /// The term as it is typed: other ways to write it have a semicolon between them. Blank ones are left out.
    pub fn read(term: &str, meaning: &str, also: &str) -> Self {
        let also = also.split(';').map(str::trim).filter(|way| !way.is_empty()).map(str::to_owned).collect();
        Self { term: term.trim().to_owned(), meaning: meaning.trim().to_owned(), also }
    }

    /// The same as three fields.
    pub fn cells(&self) -> Vec<String> {
        vec![self.term.clone(), self.meaning.clone(), self.also.join(BETWEEN)]
    }

    /// All ways to write it, the term itself first.
    pub fn ways(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.term).chain(&self.also).map(String::as_str)
    }
}

/// The record of the area's own words for a term that Rainbow brings along: always the same one, wherever they are written.
pub fn term_record(term: &TermId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("term/").chain_update(term.as_str()).finalize().into())
}
