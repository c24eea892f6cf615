//! Named edits about the area's lists of sectors and staff groups, each of one entry.

use super::{Edit, EditError, Workspace};
use crate::domain::area::{Area, Listed};
use crate::domain::design::Towards;
use crate::domain::ids::StaffGroupId;
use crate::domain::record::Body;

impl Workspace {
    /// Adds a sector.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the area is not here.
    pub fn add_sector(&mut self, name: &str) -> Result<Edit, EditError> {
        self.change_area("Add a sector", |area| area.add_sector(name))
    }

    /// Adds a staff group beneath another.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the area is not here.
    pub fn add_staff_group(&mut self, name: &str, within: StaffGroupId) -> Result<Edit, EditError> {
        self.change_area("Add a staff group", |area| area.add_staff_group(name, within))
    }

    /// Gives a sector or staff group another name.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the area is not here.
    pub fn rename_listed(&mut self, which: &Listed, name: &str) -> Result<Edit, EditError> {
        let step = named(which, "Rename a sector", "Rename a staff group");
        self.change_area(step, |area| area.rename(which, name))
    }

    /// Moves a sector or staff group past its neighbour.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the area is not here.
    pub fn move_listed(&mut self, which: &Listed, towards: Towards) -> Result<Edit, EditError> {
        let step = named(which, "Move a sector", "Move a staff group");
        self.change_area(step, |area| area.shift(which, towards))
    }

    /// Takes a sector or staff group off its list. What carries it still is shown under its name.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the area is not here.
    pub fn remove_listed(&mut self, which: &Listed) -> Result<Edit, EditError> {
        let step = named(which, "Remove a sector", "Remove a staff group");
        self.change_area(step, |area| area.take_off(which))
    }

    /// Puts a sector or staff group that was removed back on its list.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if the area is not here.
    pub fn bring_back_listed(&mut self, which: &Listed) -> Result<Edit, EditError> {
        let step = named(which, "Bring back a sector", "Bring back a staff group");
        self.change_area(step, |area| area.put_back(which))
    }

    fn change_area(&mut self, name: &'static str, change: impl FnOnce(&mut Area)) -> Result<Edit, EditError> {
        let mut area = self.area().cloned().ok_or(EditError::NotHere("the area"))?;
        change(&mut area);
        Ok(self.put(name, [(self.id.into(), Body::Area(area))]))
    }
}

/// What an edit is called, by the list that it is about.
fn named(which: &Listed, sector: &'static str, group: &'static str) -> &'static str {
    match which {
        Listed::Sector(_) => sector,
        Listed::StaffGroup(_) => group,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::ids::{ReplicaId, SectorId};
    use crate::sample;

    #[test]
    fn every_edit_of_a_list_bears_its_own_name_and_undoes() {
        let (mut area, _) = sample::workspace(ReplicaId(1)).unwrap();
        let health = Listed::Sector(SectorId::parse("health").unwrap());
        let before = area.area().unwrap().clone();
        type Make<'a> = &'a dyn Fn(&mut Workspace) -> Edit;
        let edits: [(&str, Make<'_>); 4] = [
            ("Add a sector", &|area| area.add_sector("Police").unwrap()),
            ("Rename a sector", &|area| area.rename_listed(&health, "Health services").unwrap()),
            ("Move a sector", &|area| area.move_listed(&health, Towards::Up).unwrap()),
            ("Remove a sector", &|area| area.remove_listed(&health).unwrap()),
        ];
        for (name, make) in edits {
            let edit = make(&mut area);
            assert_eq!(edit.name, name);
            let noted = area.note(edit, DateTime::UNIX_EPOCH);
            assert_ne!(*area.area().unwrap(), before, "{name}");
            area.turn_round(noted.step.unwrap()).unwrap();
            assert_eq!(*area.area().unwrap(), before, "{name}");
        }
    }

    #[test]
    fn responses_of_a_sector_that_was_removed_are_counted_and_named_still() {
        use crate::analysis::returns::Returns;
        let (mut area, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (round, _) = area.rounds().pop().unwrap();
        let health = SectorId::parse("health").unwrap();
        let count = |area: &Workspace| {
            let returns = Returns::of_round(area, round);
            returns.sectors.into_iter().find(|(id, _)| id.as_ref() == Some(&health)).map(|(_, count)| count)
        };
        let before = count(&area);
        assert!(before.is_some_and(|count| count > 0));
        area.remove_listed(&Listed::Sector(health.clone())).unwrap();
        assert_eq!(count(&area), before);
        assert_eq!(area.area().unwrap().sector_name(&health), "Health");
    }
}
