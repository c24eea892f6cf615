//! Editing an area's lists of sectors and staff groups. What is taken off a list keeps its name and its id for good.

use super::{Area, Sector, StaffGroup};
use crate::domain::design::Towards;
use crate::domain::ids::{LONGEST_TEXT_ID, SectorId, StaffGroupId};
use crate::domain::rest::Rest;

/// An entry of one of the area's lists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listed {
    /// A sector.
    Sector(SectorId),
    /// A staff group.
    StaffGroup(StaffGroupId),
}

impl Area {
    /// Adds a sector at the end of the list, with an id from its name that no other had before.
    pub fn add_sector(&mut self, name: &str) {
        let taken = |id: &SectorId| self.sectors.iter().chain(&self.former_sectors).any(|sector| sector.id == *id);
        if let Some(id) = fresh_id(name, "sector", SectorId::parse, taken) {
            self.sectors.push(Sector { id, name: name.to_owned(), rest: Rest::new() });
        }
    }

    /// Adds a staff group at the end of those beneath the same group, likewise.
    pub fn add_staff_group(&mut self, name: &str, within: StaffGroupId) {
        let taken = |id: &StaffGroupId| self.all_staff_groups().iter().any(|group| group.id == *id);
        if let Some(id) = fresh_id(name, "group", StaffGroupId::parse, taken) {
            let within = Some(within);
            self.staff_groups.push(StaffGroup { id, name: name.to_owned(), within, rest: Rest::new() });
        }
    }

    /// Gives an entry of a list another name. Nothing happens if it is not on the list.
    pub fn rename(&mut self, which: &Listed, name: &str) {
        match which {
            Listed::Sector(id) => rename(&mut self.sectors, id, name),
            Listed::StaffGroup(id) => rename(&mut self.staff_groups, id, name),
        }
    }

    /// Moves an entry past its neighbour: a sector past the next sector, a staff group past the next one beneath the same
    /// group. Nothing happens at the end of the list.
    pub fn shift(&mut self, which: &Listed, towards: Towards) {
        match which {
            Listed::Sector(id) => shift(&mut self.sectors, id, towards),
            Listed::StaffGroup(id) => shift(&mut self.staff_groups, id, towards),
        }
    }

    /// Takes an entry off its list. A default staff group stays: statements are meant for it.
    pub fn take_off(&mut self, which: &Listed) {
        match which {
            Listed::Sector(id) => pass(&mut self.sectors, &mut self.former_sectors, id),
            Listed::StaffGroup(id) => {
                let is_default = |group: &StaffGroup| group.id == *id && group.within.is_none();
                if !self.staff_groups.iter().any(is_default) {
                    pass(&mut self.staff_groups, &mut self.former_staff_groups, id);
                }
            }
        }
    }

    /// Puts an entry that was taken off its list back at the end of it.
    pub fn put_back(&mut self, which: &Listed) {
        match which {
            Listed::Sector(id) => pass(&mut self.former_sectors, &mut self.sectors, id),
            Listed::StaffGroup(id) => pass(&mut self.former_staff_groups, &mut self.staff_groups, id),
        }
    }
}

/// What the two kinds of entries have in common.
trait Entry {
    type Id: PartialEq;

    fn id(&self) -> &Self::Id;

    fn name_mut(&mut self) -> &mut String;

    /// The group that it is listed beneath, if it is.
    fn within(&self) -> Option<&StaffGroupId>;
}

impl Entry for Sector {
    type Id = SectorId;

    fn id(&self) -> &SectorId {
        &self.id
    }

    fn name_mut(&mut self) -> &mut String {
        &mut self.name
    }

    fn within(&self) -> Option<&StaffGroupId> {
        None
    }
}

impl Entry for StaffGroup {
    type Id = StaffGroupId;

    fn id(&self) -> &StaffGroupId {
        &self.id
    }

    fn name_mut(&mut self) -> &mut String {
        &mut self.name
    }

    fn within(&self) -> Option<&StaffGroupId> {
        self.within.as_ref()
    }
}

fn rename<T: Entry>(list: &mut [T], id: &T::Id, name: &str) {
    if let Some(entry) = list.iter_mut().find(|entry| entry.id() == id) {
        name.clone_into(entry.name_mut());
    }
}

fn shift<T: Entry>(list: &mut [T], id: &T::Id, towards: Towards) {
    let Some(at) = list.iter().position(|entry| entry.id() == id) else { return };
    let within = list.get(at).and_then(Entry::within).cloned();
    let alike = |other: &(usize, &T)| other.1.within() == within.as_ref();
    let mut others = list.iter().enumerate().filter(alike).map(|(place, _)| place);
    let neighbour = match towards {
        Towards::Up => others.take_while(|place| *place < at).last(),
        Towards::Down => others.find(|place| *place > at),
    };
    if let Some(neighbour) = neighbour {
        list.swap(at, neighbour);
    }
}

fn pass<T: Entry>(from: &mut Vec<T>, to: &mut Vec<T>, id: &T::Id) {
    let Some(at) = from.iter().position(|entry| entry.id() == id) else { return };
    to.push(from.remove(at));
}

/// An id made from a name: its plain letters and figures, with a number behind it while another has it already.
fn fresh_id<T>(name: &str, otherwise: &str, parse: fn(&str) -> Option<T>, taken: impl Fn(&T) -> bool) -> Option<T> {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { ' ' };
    let spaced: String = name.chars().map(plain).collect();
    let words = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    let base = if words.is_empty() { otherwise } else { &words };
    // Room for a hyphen and as many figures as any list will ever need.
    let base: String = base.chars().take(LONGEST_TEXT_ID.saturating_sub(8)).collect();
    let base = base.trim_end_matches('-');
    let numbered = (2..1_000_000_u32).map(|number| format!("{base}-{number}"));
    std::iter::once(base.to_owned()).chain(numbered).filter_map(|id| parse(&id)).find(|id| !taken(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::{FRONT_LINE, LEADERS};
    use proptest::prelude::*;

    fn sector(id: &str) -> Listed {
        Listed::Sector(SectorId::parse(id).unwrap())
    }

    fn group(id: &str) -> Listed {
        Listed::StaffGroup(StaffGroupId::parse(id).unwrap())
    }

    fn sectors(area: &Area) -> Vec<&str> {
        area.sectors.iter().map(|sector| sector.id.as_str()).collect()
    }

    #[test]
    fn ids_are_made_from_names_and_never_given_twice() {
        let mut area = Area { sectors: Vec::new(), ..Area::named("Fenshire") };
        for name in ["Foster care", "Foster  Care!", "Élèves", "***", "***", &"x".repeat(90)] {
            area.add_sector(name);
        }
        area.take_off(&sector("foster-care-2"));
        area.add_sector("Foster care");
        let long = "x".repeat(56);
        assert_eq!(sectors(&area), ["foster-care", "l-ves", "sector", "sector-2", &long, "foster-care-3"]);
    }

    #[test]
    fn what_is_taken_off_a_list_keeps_its_name_and_can_be_put_back() {
        let mut area = Area::named("Fenshire");
        area.take_off(&sector("health"));
        assert!(!sectors(&area).contains(&"health"));
        assert_eq!(area.sector_name(&SectorId::parse("health").unwrap()), "Health");
        area.put_back(&sector("health"));
        assert_eq!(sectors(&area).last(), Some(&"health"));
        assert!(area.former_sectors.is_empty());
    }

    #[test]
    fn a_default_group_stays_and_one_beneath_it_goes_with_what_it_stood_beneath() {
        let mut area = Area::named("Fenshire");
        area.add_staff_group("Head teachers", StaffGroupId::parse(LEADERS).unwrap());
        area.take_off(&group(LEADERS));
        area.take_off(&group("head-teachers"));
        assert_eq!(area.staff_groups.len(), 2);
        let all = area.all_staff_groups();
        assert_eq!(all.last().unwrap().within.as_ref().map(StaffGroupId::as_str), Some(LEADERS));
        assert_eq!(area.staff_group_name(&all.last().unwrap().id), "Head teachers");
    }

    #[test]
    fn a_group_moves_past_those_beneath_the_same_group_only() {
        let mut area = Area::named("Fenshire");
        for (name, within) in [("A", LEADERS), ("B", FRONT_LINE), ("C", LEADERS)] {
            area.add_staff_group(name, StaffGroupId::parse(within).unwrap());
        }
        let ids = |area: &Area| area.staff_groups.iter().map(|group| group.id.to_string()).collect::<Vec<_>>();
        area.shift(&group("c"), Towards::Up);
        assert_eq!(ids(&area), [FRONT_LINE, LEADERS, "c", "b", "a"]);
        area.shift(&group("b"), Towards::Down);
        assert_eq!(ids(&area), [FRONT_LINE, LEADERS, "c", "b", "a"]);
    }

    proptest! {
        #[test]
        fn moving_there_and_back_changes_nothing_and_loses_none(at in 0..8_usize, times in 1..4_usize) {
            let area = Area::named("Fenshire");
            let id = area.sectors[at].id.clone();
            let room = times.min(7 - at);
            let mut moved = area.clone();
            for _ in 0..room { moved.shift(&Listed::Sector(id.clone()), Towards::Down); }
            prop_assert_eq!(moved.sectors.iter().position(|sector| sector.id == id), Some(at + room));
            for _ in 0..room { moved.shift(&Listed::Sector(id.clone()), Towards::Up); }
            prop_assert_eq!(moved, area);
        }
    }
}
