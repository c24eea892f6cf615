//! A workspace: one area's work, changed only by named edits that say which records they changed.
//!
//! An edit never touches a version that is there: it puts a new version on top, so undoing is one more edit. The named
//! edits stand in files of their own beneath this one, a subject in each; undoing in `undoing.rs`, the questions a workspace
//! answers in `reading.rs`, of plans also in `ordering.rs` and `plan_days.rs`.

mod agreeing;
mod answering;
mod benchmarking;
mod children;
mod closing;
mod designing;
mod discussing;
mod evidence;
mod exercising;
mod freezing;
mod guiding;
mod headcount;
mod listing;
mod ordering;
mod plan_days;
mod planning;
mod reading;
mod registers;
mod reporting;
mod reviewing;
mod seating;
mod sharing;
mod surveying;
mod training;
mod undoing;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use uuid::Uuid;

use super::area::Area;
use super::ids::{RecordId, ReplicaId, TabId, WorkspaceId};
use super::merge::Records;
use super::record::{Body, Record, Versions};
use super::stamp::Stamp;
use super::step::StepId;

pub use closing::{Release, RoundState};
pub use plan_days::PlanOn;
pub use reviewing::{Comment, SharedComments};
pub use undoing::Undone;

/// One area's work as this run of this tab knows it.
#[derive(Clone, Debug)]
pub struct Workspace {
    id: WorkspaceId,
    replica: ReplicaId,
    records: Records,
    /// The tab that it is open in.
    tab: TabId,
    /// What this tab was before it was loaded again: what these replicas did can be undone here.
    heir_of: BTreeSet<ReplicaId>,
    /// Tabs that are gone: nobody will undo what they did.
    closed: BTreeSet<TabId>,
    /// Whether something came in that claims to be an edit of this replica and is none.
    is_usurped: bool,
}

/// What an edit did: what to save, and what stood there before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// What the edit is called on the screen, such as "Add an action".
    pub name: &'static str,
    /// The records that it changed.
    pub changed: BTreeSet<RecordId>,
    /// Records from which something was taken out for good: older copies of them must not stay anywhere.
    pub purged: BTreeSet<RecordId>,
    /// The step by which it can be undone, once it was noted as one.
    pub step: Option<StepId>,
    /// Whether it goes on with what the same edit did just before, as typing goes on after a pause.
    goes_on: bool,
    /// What stood in each record before, and what had been seen there; nothing if it was not there.
    stood: BTreeMap<RecordId, (Vec<Body>, Stamp)>,
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
    /// More hands are counted for a statement or an arc than there were people.
    TooManyHands,
    /// It is not the word that the facilitator chose.
    WrongWord,
    /// People were told that no figure stands for fewer people than this. It can be raised and not lowered.
    SmallestGroupLowered(usize),
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
        self.step = next.step.or(self.step);
        for (id, stood) in next.stood {
            self.stood.entry(id).or_insert(stood);
        }
        self
    }

    /// The same edit, as one that is not for undoing: a note that the app makes for itself.
    fn not_for_undoing(mut self) -> Self {
        self.stood.clear();
        self
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
        let tab = TabId(Uuid::from_u128(replica.0.into()));
        Self { id, replica, records, tab, heir_of: BTreeSet::new(), closed: BTreeSet::new(), is_usurped: false }
    }

    /// The same workspace, open in a tab that goes on with its own steps when it is loaded again.
    #[must_use]
    pub fn in_tab(mut self, tab: TabId) -> Self {
        self.tab = tab;
        self
    }

    /// Which workspace it is.
    pub fn id(&self) -> WorkspaceId {
        self.id
    }

    /// The replica that edits are made as.
    pub fn replica(&self) -> ReplicaId {
        self.replica
    }

    /// Whether something came in that claims to be an edit of this replica and is none. Further edits as this replica could
    /// be taken for edits that were seen already, so it should [become another](Self::edits_as).
    pub fn is_usurped(&self) -> bool {
        self.is_usurped
    }

    /// Goes on as another replica, one that has made no edit yet. What was done so far can still be undone.
    pub fn edits_as(&mut self, replica: ReplicaId) {
        self.heir_of.insert(self.replica);
        self.replica = replica;
        self.is_usurped = false;
    }

    /// All its records.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// Takes in versions from elsewhere: a file, another tab, a store. What they replace goes; what they don't know of
    /// stays; two edits that did not know of each other are both kept. Withdrawals are never undone with the rest.
    pub fn take_in(&mut self, name: &'static str, incoming: impl IntoIterator<Item = Arc<Record>>) -> Edit {
        let mut edit = Edit::named(name);
        for record in incoming {
            self.is_usurped |= self.is_forged(&record);
            self.take(&mut edit, record);
        }
        edit
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

    /// Settles a conflict: of the versions that did not know of each other, the given body stands from here on.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such record.
    pub fn settle_conflict(&mut self, id: RecordId, chosen: Body) -> Result<Edit, EditError> {
        self.records.get(id).ok_or(EditError::NotHere("the entry"))?;
        let mut edit = Edit::named("Choose between two versions");
        self.stand(&mut edit, id, vec![chosen]);
        Ok(edit)
    }

    /// Puts new bodies on top of what is there. Bodies equal to what stands alone there already change nothing.
    ///
    /// Where versions are in conflict, the new body takes the place of the one that is shown, and the others stay beside
    /// it until a person chooses. Deleting the record is a choice, and in what stays on this device the latest word counts.
    fn put(&mut self, name: &'static str, bodies: impl IntoIterator<Item = (RecordId, Body)>) -> Edit {
        let mut edit = Edit::named(name);
        for (id, body) in bodies {
            let is_choice = body.is_deleted() || body.kind().is_device_only();
            let there = self.records.get(id).filter(|versions| versions.in_conflict() && !is_choice);
            let beside: Option<Vec<Body>> =
                there.map(|versions| versions.bodies().into_iter().skip(1).cloned().collect());
            let mut bodies = vec![body];
            bodies.extend(beside.unwrap_or_default());
            self.stand(&mut edit, id, bodies);
        }
        edit
    }

    /// Lets these bodies stand in a record from here on, in place of all that is there: one as a rule, several side by
    /// side if they are to be in conflict.
    fn stand(&mut self, edit: &mut Edit, id: RecordId, bodies: Vec<Body>) {
        let there = self.records.get(id);
        if there.is_some_and(|versions| versions.bodies().into_iter().eq(&bodies)) {
            return;
        }
        let seen = there.map(Versions::seen).unwrap_or_default();
        let several = bodies.len() > 1;
        for (body, number) in bodies.into_iter().zip(0..) {
            let mut stamp = seen.clone().edited_by(self.replica.twin(number));
            if several && number == 0 {
                // It has then seen most, so it is the one that is shown.
                stamp = stamp.edited_by(self.replica);
            }
            self.take(edit, Arc::new(Record { id, stamp, body }));
        }
    }

    /// Whether a version counts an edit of this replica that it did not make, or says something else than the one that it did.
    fn is_forged(&self, record: &Record) -> bool {
        let mine = record.stamp.count(self.replica);
        if mine == 0 {
            return false;
        }
        let Some(known) = self.records.get(record.id) else { return true };
        let stripped = self.records.without_gone(record);
        let body = &stripped.as_ref().unwrap_or(record).body;
        mine > known.seen().count(self.replica)
            || known.iter().any(|version| version.stamp == record.stamp && version.body != *body)
    }

    /// Takes in a version and notes for the edit what it changed.
    fn take(&mut self, edit: &mut Edit, record: Arc<Record>) {
        let id = record.id;
        let takes_out = matches!(record.body, Body::Withdrawal(_) | Body::Ended(_));
        // A survey is known by its content and never changes; whatever else hands it out needs it, so no undo takes it away.
        let is_survey = matches!(record.body, Body::Survey(_));
        let stood = self.stands(id);
        let changed = self.records.take(record);
        if takes_out {
            edit.purged.extend(changed.iter().filter(|changed| **changed != id));
        } else if changed.contains(&id) && !is_survey {
            edit.stood.entry(id).or_insert(stood);
        }
        edit.changed.extend(changed);
    }

    /// What stands in a record, and what has been seen there.
    fn stands(&self, id: RecordId) -> (Vec<Body>, Stamp) {
        let there = self.records.get(id);
        let bodies = there.map(Versions::bodies).unwrap_or_default();
        (bodies.into_iter().cloned().collect(), there.map(Versions::seen).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{RoundId, ThemeId};
    use crate::domain::rest::Rest;
    use crate::domain::round::{Round, Target, TenthScore};
    use chrono::NaiveDate;

    fn area(name: &str) -> Area {
        Area::named(name)
    }

    fn tab(number: u64, records: &Records) -> Workspace {
        Workspace::from_records(WorkspaceId(Uuid::from_u128(1)), ReplicaId(number), records.clone())
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

    #[test]
    fn whoever_writes_as_this_replica_does_not_swallow_its_edits() {
        let (mut here, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), area("Fenshire"));
        let version = |count, name| {
            let stamp = Stamp::from_counts([(ReplicaId(1), count)]);
            Arc::new(Record { id: RecordId(Uuid::from_u128(1)), stamp, body: Body::Area(area(name)) })
        };
        here.take_in("Import", [version(1, "Fenshire")]);
        assert!(!here.is_usurped(), "its own edit");
        let mut equal = here.clone();
        equal.take_in("Import", [version(1, "Forged")]);
        assert!(equal.is_usurped());
        // Somebody else has a version ahead, and an edit here on top of it has to be news there.
        let mut there = tab(2, here.records());
        there.take_in("Import", [version(7, "Forged")]);
        here.take_in("Import", [version(6, "Forged")]);
        assert!(here.is_usurped());
        here.edits_as(ReplicaId(3));
        assert!(!here.is_usurped());
        here.set_area(area("Mine"));
        there.take_in("Another tab", here.records().iter().cloned());
        assert!(there.records().iter().any(|record| record.body == Body::Area(area("Mine"))));
    }

    #[test]
    fn what_is_entered_now_counts_whatever_the_clock_of_another_computer_said() {
        let (mut here, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), area("Fenshire"));
        let round = RoundId(Uuid::from_u128(2));
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 29).unwrap();
        let at = |year: i32| day(year).and_hms_opt(9, 0, 0).unwrap().and_utc();
        let entry = |number| RecordId(Uuid::from_u128(number));
        here.put("Open", [(round.into(), Body::Round(Round::opened("Spring", Vec::new(), day(2010))))]);
        here.close_round(entry(20), round, day(2150), at(2150), || entry(90)).unwrap();
        // The ids of later entries are smaller, so that nothing but their dates puts them last.
        here.reopen_round(entry(19), round, day(2010), at(2010)).unwrap();
        assert_eq!(here.round_state(round), RoundState::Open);
        here.close_round(entry(18), round, day(2010), at(2010), || entry(90)).unwrap();
        assert_eq!(here.round_state(round), RoundState::Closed(day(2150)));
        let target = |score, year| Target {
            theme: ThemeId::parse("identity").unwrap(),
            score: TenthScore::parse(score),
            on: day(year),
            recorded: at(year),
            by: String::new(),
            reason: String::new(),
            rest: Rest::new(),
        };
        here.set_target(entry(40), target("4.5", 2150));
        here.set_target(entry(39), target("3.5", 2010));
        assert_eq!(here.targets().into_values().next().unwrap().score, TenthScore::parse("3.5"));
    }
}
