//! A workspace: one area's work, changed only by named edits that say which records they changed.
//!
//! An edit never touches a version that is there: it puts a new version on top, so undoing is one more edit. The named
//! edits stand in `surveying.rs` and `planning.rs`, the questions a workspace answers in `reading.rs`.

mod planning;
mod reading;
mod surveying;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::area::Area;
use super::ids::{RecordId, ReplicaId, WorkspaceId};
use super::merge::Records;
use super::record::{Body, Record};
use super::stamp::Stamp;

pub use reading::RoundState;

/// One area's work as this run of this tab knows it.
#[derive(Clone, Debug)]
pub struct Workspace {
    id: WorkspaceId,
    replica: ReplicaId,
    records: Records,
}

/// What an edit did: what to save, and how to take it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// What the edit is called on the screen, such as "Add an action".
    pub name: &'static str,
    /// The records that it changed.
    pub changed: BTreeSet<RecordId>,
    /// Records from which something was taken out for good: older copies of them must not stay anywhere.
    pub purged: BTreeSet<RecordId>,
    /// What stood there before, and the stamp that the edit left; without it there was nothing.
    before: BTreeMap<RecordId, (Option<Body>, Stamp)>,
}

/// Why an edit could not be made. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// What was to be changed isn't here: deleted meanwhile, or never known.
    NotHere(&'static str),
    /// The response was taken back and can't come in again.
    Withdrawn,
    /// The statement is not part of the survey.
    UnknownStatement,
    /// The round is closed: nothing is counted in it until it is reopened.
    RoundClosed,
    /// An item can't stand beneath itself, nor beneath one that stands beneath it.
    BeneathItself,
}

impl Edit {
    /// An edit of this name that has changed nothing yet, for others to follow as its parts.
    pub fn named(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty()
    }

    /// This edit and one that followed it, as one: undoing it takes both back.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        self.changed.extend(next.changed);
        self.purged.extend(next.purged);
        for (id, (stood, left)) in next.before {
            self.before.entry(id).and_modify(|(_, mine)| mine.clone_from(&left)).or_insert((stood, left));
        }
        self
    }

    /// Whether there is something to take back.
    pub fn can_be_undone(&self) -> bool {
        !self.before.is_empty()
    }
}

impl Workspace {
    /// A new workspace for an area, and the edit that made it.
    pub fn create(id: WorkspaceId, replica: ReplicaId, area: Area) -> (Self, Edit) {
        let mut workspace = Self::from_records(id, replica, Records::default());
        let edit = workspace.put("Create the area", [(id.into(), Body::Area(area))]);
        (workspace, edit)
    }

    /// The workspace that these records make up, opened by a replica that has made no edit yet.
    pub fn from_records(id: WorkspaceId, replica: ReplicaId, records: Records) -> Self {
        Self { id, replica, records }
    }

    /// Which workspace it is.
    pub fn id(&self) -> WorkspaceId {
        self.id
    }

    /// The replica that edits are made as.
    pub fn replica(&self) -> ReplicaId {
        self.replica
    }

    /// All its records.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// Takes in versions from elsewhere: a file, another tab, a store. What they replace goes; what they don't know of
    /// stays; two edits that did not know of each other are both kept. Withdrawals are never undone with the rest.
    pub fn take_in(&mut self, name: &'static str, incoming: impl IntoIterator<Item = Arc<Record>>) -> Edit {
        let mut edit = Edit { name, ..Edit::default() };
        for record in incoming {
            let id = record.id;
            let is_withdrawal = matches!(record.body, Body::Withdrawal(_));
            let stood = self.records.get(id).map(|versions| versions.shown().body.clone());
            let changed = self.records.take(record);
            if is_withdrawal {
                edit.purged.extend(changed.iter().filter(|changed| **changed != id));
            } else if changed.contains(&id) {
                edit.before.entry(id).or_insert((stood, Stamp::default()));
            }
            edit.changed.extend(changed);
        }
        self.settle(edit)
    }

    /// Takes an edit back by one more edit, which can itself be taken back. A record that was changed again since, here
    /// or in another tab, is left as it is.
    pub fn undo(&mut self, edit: &Edit) -> Edit {
        let back: Vec<(RecordId, Body)> = edit
            .before
            .iter()
            .filter_map(|(id, (body, left))| {
                let versions = self.records.get(*id)?;
                let untouched = versions.seen() == *left;
                let kind = versions.shown().body.kind();
                let body = body.clone().unwrap_or(Body::Deleted(kind));
                (untouched && !self.brings_back_withdrawn(*id, &body)).then_some((*id, body))
            })
            .collect();
        self.put("Undo", back)
    }

    /// Puts deleted records back as a file has them: what was deleted here after the file was made.
    pub fn bring_back(&mut self, records: &[Arc<Record>]) -> Edit {
        let gone = |record: &&Arc<Record>| {
            let here = self.records.get(record.id);
            !record.body.is_deleted() && here.is_some_and(|versions| versions.shown().body.is_deleted())
        };
        let back: Vec<_> = records.iter().filter(gone).map(|record| (record.id, record.body.clone())).collect();
        self.put("Bring back what was deleted", back)
    }

    /// Whether this would put words of a withdrawn response back on the device.
    fn brings_back_withdrawn(&self, id: RecordId, body: &Body) -> bool {
        let withdrawn = self.records.withdrawn();
        match body {
            Body::Draft(_) => withdrawn.contains(&id.into()),
            Body::DraftAnswer(said) => withdrawn.contains(&said.draft),
            _ => false,
        }
    }

    /// Settles a conflict: of the versions that did not know of each other, the given body stands from here on.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such record.
    pub fn settle_conflict(&mut self, id: RecordId, chosen: Body) -> Result<Edit, EditError> {
        self.records.get(id).ok_or(EditError::NotHere("the entry"))?;
        Ok(self.put("Choose between two versions", [(id, chosen)]))
    }

    /// Puts new bodies on top of what is there. Bodies equal to what stands alone there already change nothing.
    fn put(&mut self, name: &'static str, bodies: impl IntoIterator<Item = (RecordId, Body)>) -> Edit {
        let mut edit = Edit { name, ..Edit::default() };
        for (id, body) in bodies {
            let there = self.records.get(id);
            let stood = there.map(|versions| versions.shown().body.clone());
            if there.is_some_and(|versions| !versions.in_conflict()) && stood.as_ref() == Some(&body) {
                continue;
            }
            let stamp = there.map(super::record::Versions::seen).unwrap_or_default().edited_by(self.replica);
            let undoable = !matches!(body, Body::Withdrawal(_));
            let changed = self.records.take(Arc::new(Record { id, stamp, body }));
            if undoable {
                edit.before.entry(id).or_insert((stood, Stamp::default()));
            } else {
                edit.purged.extend(changed.iter().filter(|changed| **changed != id));
            }
            edit.changed.extend(changed);
        }
        self.settle(edit)
    }

    /// Notes the stamps that the edit leaves, by which undo can tell whether somebody has been there since.
    fn settle(&self, mut edit: Edit) -> Edit {
        for (id, (_, left)) in &mut edit.before {
            if let Some(versions) = self.records.get(*id) {
                *left = versions.seen();
            }
        }
        edit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn area(name: &str) -> Area {
        Area::named(name)
    }

    fn tab(number: u64, records: &Records) -> Workspace {
        Workspace::from_records(WorkspaceId(Uuid::from_u128(1)), ReplicaId(number), records.clone())
    }

    #[test]
    fn undo_restores_what_stood_before_and_can_be_undone() {
        let (mut here, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), area("Fenshire"));
        let renamed = here.set_area(area("Marshire"));
        let undone = here.undo(&renamed);
        assert_eq!(here.area().unwrap().name, "Fenshire");
        here.undo(&undone);
        assert_eq!(here.area().unwrap().name, "Marshire");
    }

    #[test]
    fn undo_leaves_what_another_tab_changed_since() {
        let (mut here, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), area("Fenshire"));
        let mine = here.set_area(area("Marshire"));
        let mut there = tab(2, here.records());
        there.set_area(area("Theirshire"));
        here.take_in("Another tab", there.records().iter().cloned());
        assert!(here.undo(&mine).is_empty());
        assert_eq!(here.area().unwrap().name, "Theirshire");
    }

    #[test]
    fn edits_that_did_not_know_of_each_other_are_both_kept_until_a_person_chooses() {
        let (mut here, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), area("Fenshire"));
        let mut there = tab(2, here.records());
        here.set_area(area("Mine"));
        there.set_area(area("Theirs"));
        let before = here.records().clone();
        here.take_in("Another tab", there.records().iter().cloned());
        there.take_in("Another tab", before.iter().cloned());
        assert_eq!(here.records(), there.records());
        assert_eq!(here.records().conflicts().count(), 1);
        here.settle_conflict(RecordId(Uuid::from_u128(1)), Body::Area(area("Theirs"))).unwrap();
        there.take_in("Another tab", here.records().iter().cloned());
        assert_eq!(there.records().conflicts().count(), 0);
        assert_eq!(there.area().unwrap().name, "Theirs");
    }
}
