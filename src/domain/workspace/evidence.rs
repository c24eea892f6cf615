//! Named edits about evidence, and what was gathered of it.

use std::cmp::Reverse;

use super::{Edit, EditError, Workspace};
use crate::domain::evidence::Evidence;
use crate::domain::ids::EvidenceId;
use crate::domain::record::{Body, Kind};

impl Workspace {
    /// Adds a piece of evidence, or changes one.
    ///
    /// # Errors
    /// [`EditError::TooManyHands`] if more people placed an arc than took part.
    pub fn set_evidence(&mut self, id: EvidenceId, evidence: Evidence) -> Result<Edit, EditError> {
        if evidence.too_many().is_some() {
            return Err(EditError::TooManyHands);
        }
        let name = if self.evidence_of(id).is_some() { "Change evidence" } else { "Add evidence" };
        Ok(self.put(name, [(id.into(), Body::Evidence(evidence))]))
    }

    /// Removes a piece of evidence; undo brings it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn delete_evidence(&mut self, id: EvidenceId) -> Result<Edit, EditError> {
        self.evidence_of(id).ok_or(EditError::NotHere("the evidence"))?;
        Ok(self.put("Remove evidence", [(id.into(), Body::Deleted(Kind::Evidence))]))
    }

    /// All evidence, the latest day first.
    pub fn evidence(&self) -> Vec<(EvidenceId, &Evidence)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::Evidence)
            .filter_map(|(id, body)| match body {
                Body::Evidence(evidence) => Some((EvidenceId::from(id), evidence)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, evidence)| (Reverse(evidence.on), *id));
        all
    }

    /// The piece of evidence of this id.
    pub fn evidence_of(&self, id: EvidenceId) -> Option<&Evidence> {
        match self.body(id.into())? {
            Body::Evidence(evidence) => Some(evidence),
            _ => None,
        }
    }
}
