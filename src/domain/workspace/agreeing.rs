//! Named edits about where the Trust agrees that it is, and about signing that off. Each is a dated entry that is only ever added, so
//! that all of it can be read as it stood on any day.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Edit, EditError, Workspace};
use crate::domain::agreed::{Assessment, Position};
use crate::domain::entry::after;
use crate::domain::ids::{RecordId, ThemeId};
use crate::domain::record::{Body, Kind};
use crate::domain::sign_off::SignOff;

impl Workspace {
    /// Records where the Trust agreed that it is on an arc. It counts from here on: should there be a later entry, it is dated as
    /// late as that one.
    pub fn set_position(&mut self, entry: RecordId, position: Position) -> Edit {
        let others = self.position_entries().filter(|(_, other)| other.theme == position.theme);
        let (on, recorded) = after(others.map(|(_, other)| (other.on, other.recorded)), position.on, position.recorded);
        self.put("Agree a position", [(entry, Body::Position(Position { on, recorded, ..position }))])
    }

    /// Records the overall assessment. It counts from here on, as a position does.
    pub fn set_assessment(&mut self, entry: RecordId, assessment: Assessment) -> Edit {
        let others = self.assessment_entries().map(|(_, other)| (other.on, other.recorded));
        let (on, recorded) = after(others, assessment.on, assessment.recorded);
        self.put("Write the assessment", [(entry, Body::Assessment(Assessment { on, recorded, ..assessment }))])
    }

    /// Signs off what the entry holds. It is the latest sign-off from here on.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if nothing was agreed that somebody could stand for.
    pub fn sign_off(&mut self, entry: RecordId, signed: SignOff) -> Result<Edit, EditError> {
        if signed.picture.is_blank() {
            return Err(EditError::NotHere("anything that was agreed"));
        }
        let others = self.sign_offs().into_iter().map(|other| (other.on, other.recorded));
        let (on, recorded) = after(others, signed.on, signed.recorded);
        Ok(self.put("Sign off", [(entry, Body::SignOff(SignOff { on, recorded, ..signed }))]))
    }

    /// The latest agreed position of each arc that has one.
    pub fn positions(&self) -> BTreeMap<ThemeId, &Position> {
        self.positions_by(NaiveDate::MAX)
    }

    /// The agreed position of each arc that had one at the end of a day.
    pub fn positions_by(&self, day: NaiveDate) -> BTreeMap<ThemeId, &Position> {
        let mut entries: Vec<_> = self.position_entries().filter(|(_, position)| position.on <= day).collect();
        entries.sort_by_key(|(id, position)| (position.on, position.recorded, *id));
        let mut latest: BTreeMap<ThemeId, &Position> =
            entries.into_iter().map(|(_, position)| (position.theme.clone(), position)).collect();
        latest.retain(|_, position| !position.is_blank());
        latest
    }

    /// The latest overall assessment, if one was written.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.assessment_by(NaiveDate::MAX)
    }

    /// The overall assessment that there was at the end of a day.
    pub fn assessment_by(&self, day: NaiveDate) -> Option<&Assessment> {
        let entries = self.assessment_entries().filter(|(_, assessment)| assessment.on <= day);
        let (_, latest) = entries.max_by_key(|(id, assessment)| (assessment.on, assessment.recorded, *id))?;
        Some(latest).filter(|latest| !latest.text.trim().is_empty())
    }

    /// The sign-offs, the latest first.
    pub fn sign_offs(&self) -> Vec<&SignOff> {
        let mut all: Vec<(RecordId, &SignOff)> = self
            .bodies(&Kind::SignOff)
            .filter_map(|(id, body)| match body {
                Body::SignOff(signed) => Some((id, signed)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, signed)| Reverse((signed.on, signed.recorded, *id)));
        all.into_iter().map(|(_, signed)| signed).collect()
    }

    fn position_entries(&self) -> impl Iterator<Item = (RecordId, &Position)> {
        self.bodies(&Kind::Position).filter_map(|(id, body)| match body {
            Body::Position(position) => Some((id, position)),
            _ => None,
        })
    }

    fn assessment_entries(&self) -> impl Iterator<Item = (RecordId, &Assessment)> {
        self.bodies(&Kind::Assessment).filter_map(|(id, body)| match body {
            Body::Assessment(assessment) => Some((id, assessment)),
            _ => None,
        })
    }
}
