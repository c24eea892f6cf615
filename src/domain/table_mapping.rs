//! How a table from another survey tool is read: what each of its columns is and what its words mean, kept on the device
//! for the next table with the same heads.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::answer::Answer;
use super::ids::{RecordId, SectorId, StaffGroupId, StatementId};
use super::rest::Rest;

/// What the columns of a table are, and what the words in it mean.
///
/// It stays on the device: heads and words come from somebody else's tool, and may say what nobody meant to pass on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mapping {
    /// The heads of the table's columns, in order.
    pub heads: Vec<String>,
    /// What each column is, in the same order.
    pub columns: Vec<Column>,
    /// What words in the columns of statements mean, by the word in plain lower case.
    pub answers: BTreeMap<String, Answer>,
    /// Which sector a word means, by the word in plain lower case; `None` for none of them.
    pub sectors: BTreeMap<String, Option<SectorId>>,
    /// Which staff group a word means, in the same way.
    pub staff_groups: BTreeMap<String, Option<StaffGroupId>>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What a column of a table is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// Nothing that is taken in.
    #[default]
    LeftOut,
    /// The answers to a statement.
    Statement(StatementId),
    /// The comments on a statement.
    Comment(StatementId),
    /// The sector that people work in.
    Sector,
    /// Their staff group.
    StaffGroup,
    /// Their organisation, in their own words.
    Organisation,
    /// The day on which they finished.
    Finished,
}

/// The record of how a table with these heads is read: always the same one.
pub fn table_mapping_record(heads: &[String]) -> RecordId {
    let mut digest = Sha256::new_with_prefix("table-mapping/");
    for head in heads {
        digest.update(u64::try_from(head.len()).unwrap_or(u64::MAX).to_le_bytes());
        digest.update(head.as_bytes());
    }
    RecordId::from_digest(&digest.finalize().into())
}
