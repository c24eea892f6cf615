//! Named edits about training events and about how gaps between them are addressed, and what there is of both.

use std::collections::BTreeMap;

use super::{Edit, EditError, Workspace};
use crate::domain::ids::{ItemId, RecordId, ThemeId, TrainingEventId, TrainingGapId};
use crate::domain::record::{Body, Kind};
use crate::domain::training::{Professions, TrainingEvent, TrainingGap, training_gap_id, word_key};

impl Workspace {
    /// Adds a training event, or changes one.
    pub fn set_training_event(&mut self, id: TrainingEventId, event: TrainingEvent) -> Edit {
        let name = if self.training_event(id).is_some() { "Change a training event" } else { "Add a training event" };
        self.put(name, [(id.into(), Body::TrainingEvent(event))])
    }

    /// Adds several training events at once, as a table brings them.
    pub fn add_training_events(&mut self, events: Vec<(TrainingEventId, TrainingEvent)>) -> Edit {
        self.put(
            "Take in training events",
            events.into_iter().map(|(id, event)| (id.into(), Body::TrainingEvent(event))),
        )
    }

    /// Removes a training event; undo brings it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn delete_training_event(&mut self, id: TrainingEventId) -> Result<Edit, EditError> {
        self.training_event(id).ok_or(EditError::NotHere("the training event"))?;
        Ok(self.put("Remove a training event", [(id.into(), Body::Deleted(Kind::TrainingEvent))]))
    }

    /// Says how a gap is addressed. One of which nothing is said any more is removed.
    pub fn set_training_gap(&mut self, gap: TrainingGap) -> Edit {
        let (id, there) = (gap.id(), self.training_gap(gap.id()).is_some());
        let body = match (gap.is_blank(), there) {
            (true, false) => return Edit::named("Address a gap"),
            (true, true) => Body::Deleted(Kind::TrainingGap),
            (false, _) => Body::TrainingGap(gap),
        };
        self.put("Address a gap", [(id.into(), body)])
    }

    /// Says which action addresses a gap, beside whatever is said of it already.
    pub fn link_training_gap(&mut self, profession: &str, theme: &ThemeId, action: ItemId) -> Edit {
        let there = self.training_gap(training_gap_id(profession, theme)).cloned();
        let gap = there.unwrap_or_else(|| TrainingGap::blank(profession, theme.clone()));
        self.set_training_gap(TrainingGap { action: Some(action), ..gap })
    }

    /// Calls a profession otherwise wherever it stands, in events and gaps. If it is then the same as another, the two are one from
    /// here on; of a gap that both have, all that was said of either stays.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the new name is no single profession.
    pub fn rename_profession(&mut self, from: &str, to: &str) -> Result<Edit, EditError> {
        let named = Professions::read(to);
        let mut names = named.iter();
        let (Some(to), None) = (names.next(), names.next()) else {
            return Err(EditError::NotHere("the name of one profession"));
        };
        let key = word_key(from);
        let mut bodies: BTreeMap<RecordId, Body> = BTreeMap::new();
        for (id, event) in self.training_events() {
            let professions = event.professions.renamed(from, to);
            if professions != event.professions {
                bodies.insert(id.into(), Body::TrainingEvent(TrainingEvent { professions, ..event.clone() }));
            }
        }
        for (id, gap) in self.training_gaps() {
            if word_key(&gap.profession) != key {
                continue;
            }
            let moved = TrainingGap { profession: to.to_owned(), ..gap.clone() };
            let goes = moved.id();
            if goes == id {
                bodies.insert(id.into(), Body::TrainingGap(moved));
                continue;
            }
            // Whatever stands beside the shown version in a conflict goes along, because the old record ends here.
            let versions = self.records.get(id.into()).map(|versions| versions.bodies()).unwrap_or_default();
            let all = versions.into_iter().filter_map(gap_in).fold(moved, |all, one| all.joined_with(one));
            let joined = match self.training_gap(goes) {
                Some(there) => TrainingGap { profession: to.to_owned(), ..there.clone() }.joined_with(&all),
                None => all,
            };
            bodies.insert(goes.into(), Body::TrainingGap(joined));
            bodies.insert(id.into(), Body::Deleted(Kind::TrainingGap));
        }
        Ok(self.put("Rename a profession", bodies))
    }

    /// All training events, by title.
    pub fn training_events(&self) -> Vec<(TrainingEventId, &TrainingEvent)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::TrainingEvent)
            .filter_map(|(id, body)| match body {
                Body::TrainingEvent(event) => Some((TrainingEventId::from(id), event)),
                _ => None,
            })
            .collect();
        all.sort_by_cached_key(|(id, event)| (word_key(&event.title), *id));
        all
    }

    /// The training event of this id.
    pub fn training_event(&self, id: TrainingEventId) -> Option<&TrainingEvent> {
        match self.body(id.into())? {
            Body::TrainingEvent(event) => Some(event),
            _ => None,
        }
    }

    /// All gaps of which something is said.
    pub fn training_gaps(&self) -> Vec<(TrainingGapId, &TrainingGap)> {
        self.bodies(&Kind::TrainingGap).filter_map(|(id, body)| Some((id.into(), gap_in(body)?))).collect()
    }

    /// What is said of the gap of this id.
    pub fn training_gap(&self, id: TrainingGapId) -> Option<&TrainingGap> {
        gap_in(self.body(id.into())?)
    }
}

fn gap_in(body: &Body) -> Option<&TrainingGap> {
    match body {
        Body::TrainingGap(gap) => Some(gap),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use uuid::Uuid;

    fn area() -> Workspace {
        Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire")).0
    }

    fn theme() -> ThemeId {
        ThemeId::parse("identity").unwrap()
    }

    fn event(professions: &str) -> TrainingEvent {
        TrainingEvent { professions: Professions::read(professions), ..TrainingEvent::default() }
    }

    fn gap(profession: &str, words: &str) -> TrainingGap {
        TrainingGap { words: words.to_owned(), ..TrainingGap::blank(profession, theme()) }
    }

    #[test]
    fn a_profession_is_renamed_in_all_events_and_gaps_as_one_step() {
        let mut open = area();
        let ids = [1, 2].map(|number| TrainingEventId(Uuid::from_u128(10 + number)));
        open.add_training_events(vec![(ids[0], event("health visitor, Teachers")), (ids[1], event("Health visitors"))]);
        open.set_training_gap(gap("Health visitor", "Commission it"));
        open.set_training_gap(gap("Health visitors", "Ask the trust"));
        let before = open.records().clone();
        assert!(open.rename_profession("health visitor", "a, b").is_err());
        let edit = open.rename_profession("HEALTH VISITOR", "Health visitors").unwrap();
        let edit = open.note(edit, chrono::DateTime::UNIX_EPOCH);
        let professions = |open: &Workspace, id| {
            open.training_event(id).unwrap().professions.iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(professions(&open, ids[0]), ["Health visitors", "Teachers"]);
        let gaps = open.training_gaps();
        assert_eq!(gaps.len(), 1);
        assert_eq!(gaps[0].1.words, "Ask the trust\nCommission it");
        open.turn_round(edit.step.unwrap()).unwrap();
        assert_eq!(professions(&open, ids[0]), ["health visitor", "Teachers"]);
        assert_eq!(open.training_gaps().len(), 2);
        assert_eq!(before.conflicts().count(), open.records().conflicts().count());
    }

    #[test]
    fn two_people_who_address_one_gap_are_both_kept() {
        let mut here = area();
        let mut there = Workspace::from_records(here.id(), ReplicaId(2), here.records().clone());
        here.set_training_gap(gap("Midwives", "Mine"));
        there.set_training_gap(gap(" midwives", "Theirs"));
        here.take_in("Import", there.records().iter().cloned());
        assert_eq!((here.training_gaps().len(), here.records().conflicts().count()), (1, 1));
        // Renaming ends the record in which both stand, and takes along what both said.
        here.rename_profession("Midwives", "Midwifery").unwrap();
        let (_, gap) = here.training_gaps()[0];
        assert!(gap.words.contains("Mine") && gap.words.contains("Theirs"), "{}", gap.words);
    }

    #[test]
    fn a_gap_of_which_nothing_is_said_is_gone() {
        let mut open = area();
        assert!(open.set_training_gap(gap("Midwives", " ")).is_empty());
        open.link_training_gap("Midwives", &theme(), ItemId(Uuid::from_u128(5)));
        open.link_training_gap("MIDWIVES", &theme(), ItemId(Uuid::from_u128(6)));
        assert_eq!(open.training_gaps()[0].1.action, Some(ItemId(Uuid::from_u128(6))));
        open.set_training_gap(gap("Midwives", ""));
        assert!(open.training_gaps().is_empty());
    }
}
