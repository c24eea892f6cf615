//! Undoing and doing again: what was done in this tab, step by step, also after a reload.
//!
//! A tab takes back its own steps, also those from before it was loaded again; never what another tab did. What somebody
//! else changed since stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::{Edit, Workspace};
use crate::domain::ids::{RecordId, ReplicaId, RoundId, TabId};
use crate::domain::record::{Body, Kind};
use crate::domain::step::{Part, STEPS, Step, StepId};

/// What came of undoing a step or doing it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// What the step is called on the screen, such as "Add an action".
    pub name: String,
    /// The edit that it took.
    pub edit: Edit,
    /// How many records were put back as they stood.
    pub put_back: usize,
    /// How many were left as they are, because they were changed again since.
    pub left: usize,
    /// Whether the step can be done again now; otherwise it was done again and can be undone.
    pub undone: bool,
}

impl Workspace {
    /// Notes what an edit did as a step that can be undone; what was undone before and not done again is let go.
    ///
    /// Nothing is noted for an edit that leaves nothing to undo. `now` is the time shown beside the step.
    #[must_use]
    pub fn note(&mut self, mut edit: Edit, now: DateTime<Utc>) -> Edit {
        let parts: Vec<Part> = std::mem::take(&mut edit.stood)
            .into_iter()
            .map(|(record, (stood, from))| Part { record, stood, from, to: self.stands(record).1 })
            .filter(|part| part.from != part.to)
            .collect();
        if parts.is_empty() {
            return edit;
        }
        if let Some((record, step)) = self.goes_on_with(&edit, &parts) {
            let noted = self.put(edit.name, [(record.record, Body::Step(step.into()))]).not_for_undoing();
            edit.step = Some(record);
            return edit.then(noted);
        }
        let number = self.steps().map(|(id, _)| id.number).max().unwrap_or(0).saturating_add(1);
        let step = Step {
            name: edit.name.to_owned(),
            tab: self.tab,
            by: self.replica,
            at: now,
            number,
            undone: false,
            parts,
            rest: std::collections::BTreeMap::new(),
        };
        let spent: Vec<_> = self.steps().filter(|(_, step)| step.undone && !step.parts.is_empty()).collect();
        let spent = spent.into_iter().map(|(id, step)| (id.record, Step { parts: Vec::new(), ..step.clone() }));
        let mut steps: Vec<_> = spent.map(|(record, step)| (record, Body::Step(step.into()))).collect();
        let record = self.place_for_a_step().unwrap_or_else(|| Step::record(self.replica, number));
        edit.step = Some(StepId { number, record });
        steps.retain(|(other, _)| *other != record);
        steps.push((record, Body::Step(step.into())));
        let noted = self.put(edit.name, steps).not_for_undoing();
        edit.then(noted)
    }

    /// The step that an edit goes on with, as it is then, if it does: a comment is saved at each pause of who types it, and
    /// taken back as a whole.
    fn goes_on_with(&self, edit: &Edit, parts: &[Part]) -> Option<(StepId, Step)> {
        let (id, step) = self.to_undo()?;
        match (step.parts.as_slice(), parts) {
            ([before], [now])
                if edit.goes_on
                    && self.to_redo().is_none()
                    && step.name == edit.name
                    && (before.record, &before.to) == (now.record, &now.from) =>
            {
                let whole = Part { to: now.to.clone(), ..before.clone() };
                Some((id, Step { parts: vec![whole], ..step.clone() }))
            }
            _ => None,
        }
    }

    /// The step that undoing takes back next: the latest of this tab.
    pub fn to_undo(&self) -> Option<(StepId, &Step)> {
        self.steps().filter(|(_, step)| !step.undone && !step.parts.is_empty()).max_by_key(|(id, _)| *id)
    }

    /// The step that can be done again next: the earliest of those undone since the last edit.
    pub fn to_redo(&self) -> Option<(StepId, &Step)> {
        let last = self.steps().filter(|(_, step)| !step.undone).map(|(id, _)| id).max();
        let undone = self.steps().filter(|(_, step)| step.undone && !step.parts.is_empty());
        undone.filter(|(id, _)| Some(*id) > last).min_by_key(|(id, _)| *id)
    }

    /// Undoes a step, or does it again if it is undone. `None` if there is no such step any more.
    ///
    /// Each record is put back exactly as it stood, a conflict as a conflict, unless it was changed again since; such a
    /// record is left as it is, and so is a round that would go though somebody has begun to answer it. A step of which nothing could be put back is let go.
    pub fn turn_round(&mut self, id: StepId) -> Option<Undone> {
        let Some(Body::Step(step)) = self.body(id.record) else { return None };
        let mut step = Step::clone(step);
        if step.number != id.number {
            return None;
        }
        let mut undone =
            Undone { name: step.name.clone(), edit: Edit::named("Undo"), put_back: 0, left: 0, undone: !step.undone };
        let mut turned = Vec::new();
        let mut renamed = BTreeMap::new();
        // A round goes last, when what the same step brought to it is gone.
        step.parts.sort_by_key(|part| matches!(self.body(part.record), Some(Body::Round(_))));
        for part in std::mem::take(&mut step.parts) {
            let (stood, from) = self.stands(part.record);
            let is_in_use = part.stood.is_empty() && self.is_answered(part.record);
            let Some(kind) = stood.first().map(Body::kind).filter(|_| from == part.to && !is_in_use) else {
                undone.left = undone.left.saturating_add(1);
                continue;
            };
            let back = if part.stood.is_empty() { vec![Body::Deleted(kind)] } else { part.stood };
            self.stand(&mut undone.edit, part.record, back);
            let to = self.stands(part.record).1;
            renamed.insert((part.record, part.from), to.clone());
            undone.put_back = undone.put_back.saturating_add(1);
            turned.push(Part { record: part.record, stood, from, to });
        }
        let turned = Step { by: self.replica, undone: undone.undone, parts: turned, ..step };
        let others = self.steps().filter(|(other, _)| *other != id);
        let mut steps: Vec<_> = others
            .filter_map(|(other, step)| Some((other.record, Body::Step(step.renamed(&renamed)?.into()))))
            .collect();
        steps.push((id.record, Body::Step(turned.into())));
        let noted = self.put("Undo", steps);
        undone.edit = std::mem::take(&mut undone.edit).then(noted).not_for_undoing();
        undone.edit.step = Some(id);
        Some(undone)
    }

    /// Goes on with what this tab did before it was loaded again. `replicas` and `tabs` are those that are open now; a tab
    /// that was duplicated is open as another replica, and what that one does stays its own.
    pub fn inherit(&mut self, replicas: &BTreeSet<ReplicaId>, tabs: &BTreeSet<TabId>) {
        let all = self.all_steps().map(|(_, step)| (step.tab, step.by));
        let (own, others): (Vec<_>, Vec<_>) = all.partition(|(tab, _)| *tab == self.tab);
        self.heir_of = own.into_iter().map(|(_, by)| by).filter(|by| !replicas.contains(by)).collect();
        self.closed = others.into_iter().map(|(tab, _)| tab).filter(|tab| !tabs.contains(tab)).collect();
    }

    /// Whether this is a round to which there are answers, gathered or in progress.
    fn is_answered(&self, record: RecordId) -> bool {
        let round = RoundId(record.0);
        self.packs(round).next().is_some() || self.drafts().iter().any(|(_, draft)| draft.round == round)
    }

    /// The steps of this tab.
    fn steps(&self) -> impl Iterator<Item = (StepId, &Step)> {
        let is_own = |step: &Step| step.by == self.replica || self.heir_of.contains(&step.by);
        self.all_steps().filter(move |(_, step)| step.tab == self.tab && is_own(step))
    }

    fn all_steps(&self) -> impl Iterator<Item = (StepId, &Step)> {
        self.records.of_kind(&Kind::Step).filter_map(|record| match &record.body {
            Body::Step(step) => Some((StepId { number: step.number, record: record.id }, &**step)),
            _ => None,
        })
    }

    /// The record of a step that a new one may take the place of: one of a tab that is gone; one that is undone, since
    /// nothing is done again after a new edit; or the oldest if there are [`STEPS`] already.
    fn place_for_a_step(&self) -> Option<RecordId> {
        let left_over = self.all_steps().find(|(_, step)| self.closed.contains(&step.tab));
        let spent = || self.steps().find(|(_, step)| step.undone || step.parts.is_empty());
        let oldest = || self.steps().min_by_key(|(id, _)| *id).filter(|_| self.steps().count() >= STEPS);
        left_over.or_else(spent).or_else(oldest).map(|(id, _)| id.record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::ids::WorkspaceId;
    use crate::domain::merge::Records;
    use uuid::Uuid;

    const ID: WorkspaceId = WorkspaceId(Uuid::from_u128(1));

    fn tab(number: u64, records: &Records) -> Workspace {
        Workspace::from_records(ID, ReplicaId(number), records.clone())
    }

    fn created() -> Workspace {
        Workspace::create(ID, ReplicaId(1), Area::named("Fenshire")).0
    }

    fn rename(here: &mut Workspace, name: &str) {
        let edit = here.set_area(Area::named(name));
        let _ = here.note(edit, DateTime::UNIX_EPOCH);
    }

    fn undo(here: &mut Workspace) -> Option<Undone> {
        let (step, _) = here.to_undo()?;
        here.turn_round(step)
    }

    fn redo(here: &mut Workspace) -> Option<Undone> {
        let (step, _) = here.to_redo()?;
        here.turn_round(step)
    }

    fn name(here: &Workspace) -> &str {
        &here.area().unwrap().name
    }

    #[test]
    fn steps_are_undone_in_turn_and_done_again_in_turn() {
        let mut here = created();
        rename(&mut here, "Marshire");
        rename(&mut here, "Moorshire");
        undo(&mut here).unwrap();
        assert_eq!(name(&here), "Marshire");
        undo(&mut here).unwrap();
        assert_eq!((undo(&mut here), name(&here)), (None, "Fenshire"));
        redo(&mut here).unwrap();
        assert_eq!(name(&here), "Marshire");
        redo(&mut here).unwrap();
        assert_eq!((redo(&mut here), name(&here)), (None, "Moorshire"));
    }

    #[test]
    fn nothing_is_done_again_after_a_new_edit() {
        let mut here = created();
        rename(&mut here, "Marshire");
        undo(&mut here).unwrap();
        rename(&mut here, "Moorshire");
        assert_eq!(redo(&mut here), None);
        undo(&mut here).unwrap();
        assert_eq!(name(&here), "Fenshire");
    }

    const TAB: TabId = TabId(Uuid::from_u128(77));

    #[test]
    fn steps_outlive_a_reload_and_a_duplicated_tab_keeps_its_own() {
        let mut here = created().in_tab(TAB);
        rename(&mut here, "Marshire");
        let tabs = BTreeSet::from([TAB]);
        let mut duplicate = tab(2, here.records()).in_tab(TAB);
        duplicate.inherit(&BTreeSet::from([ReplicaId(1), ReplicaId(2)]), &tabs);
        assert_eq!(duplicate.to_undo(), None);
        let mut other = tab(2, here.records());
        other.inherit(&BTreeSet::from([ReplicaId(2)]), &tabs);
        assert_eq!(other.to_undo(), None);
        let mut reloaded = tab(2, here.records()).in_tab(TAB);
        reloaded.inherit(&BTreeSet::from([ReplicaId(2)]), &tabs);
        undo(&mut reloaded).unwrap();
        assert_eq!(name(&reloaded), "Fenshire");
        let mut again = tab(3, reloaded.records()).in_tab(TAB);
        again.inherit(&BTreeSet::from([ReplicaId(3)]), &tabs);
        redo(&mut again).unwrap();
        assert_eq!(name(&again), "Marshire");
    }

    #[test]
    fn steps_of_tabs_that_are_gone_make_room_for_new_ones() {
        let mut here = created().in_tab(TAB);
        rename(&mut here, "Marshire");
        let mut next = tab(2, here.records());
        next.inherit(&BTreeSet::from([ReplicaId(2)]), &BTreeSet::new());
        rename(&mut next, "Moorshire");
        assert_eq!(next.all_steps().count(), 1);
        undo(&mut next).unwrap();
        assert_eq!(name(&next), "Marshire");
    }

    #[test]
    fn undo_leaves_what_another_tab_changed_since_and_goes_on_with_the_step_before() {
        let mut here = created();
        let plan = crate::domain::ids::PlanId(Uuid::from_u128(9));
        let edit = here.set_plan(plan, crate::domain::plan::Plan::titled("Plan"));
        let _ = here.note(edit, DateTime::UNIX_EPOCH);
        rename(&mut here, "Marshire");
        let mut there = tab(2, here.records());
        rename(&mut there, "Theirshire");
        here.take_in("Another tab", there.records().iter().cloned());
        let undone = undo(&mut here).unwrap();
        assert_eq!((undone.put_back, undone.left, name(&here)), (0, 1, "Theirshire"));
        undo(&mut here).unwrap();
        assert_eq!((name(&here), here.plan(plan)), ("Theirshire", None));
        assert_eq!(undo(&mut here), None);
    }

    #[test]
    fn a_settled_conflict_is_undone_to_the_conflict() {
        let mut here = created();
        let mut there = tab(2, here.records());
        rename(&mut here, "Mine");
        rename(&mut there, "Theirs");
        here.take_in("Another tab", there.records().iter().cloned());
        let edit = here.settle_conflict(ID.into(), Body::Area(Area::named("Theirs"))).unwrap();
        let _ = here.note(edit, DateTime::UNIX_EPOCH);
        assert_eq!(here.records().conflicts().count(), 0);
        undo(&mut here).unwrap();
        let [(_, versions)] = here.records().conflicts().collect::<Vec<_>>()[..] else { panic!("one conflict") };
        let names: BTreeSet<_> = versions.bodies().into_iter().map(|body| format!("{body:?}")).collect();
        assert_eq!(names.len(), 2);
        redo(&mut here).unwrap();
        assert_eq!((here.records().conflicts().count(), name(&here)), (0, "Theirs"));
    }

    #[test]
    fn a_tab_keeps_a_hundred_steps_and_no_more_records_than_that() {
        let mut here = created();
        for number in 0..STEPS + 30 {
            rename(&mut here, &format!("Shire {number}"));
        }
        let kept = here.records().shown().filter(|record| matches!(record.body, Body::Step(_))).count();
        assert_eq!(kept, STEPS);
        let undone = std::iter::from_fn(|| undo(&mut here)).count();
        assert_eq!((undone, name(&here)), (STEPS, "Shire 29"));
    }
}
