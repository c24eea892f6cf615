//! A headcount: how many people work where, as of a day. It is what response rates are taken of, and is only ever added, so that
//! the rate of an earlier round stays what it was.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::area::{Area, StaffGroup};
use super::ids::{SectorId, StaffGroupId};
use super::rest::Rest;

/// A headcount as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Headcount {
    /// The day that it is true of.
    pub on: NaiveDate,
    /// When it was recorded, which orders those of one day.
    pub recorded: DateTime<Utc>,
    /// Where it comes from, such as "Payroll and partners' returns"; empty if not said.
    pub source: String,
    /// How many people work where. What is not in it is not known; 0 is nobody.
    pub people: BTreeMap<Among, u32>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Among whom people are counted: everybody, a sector, a staff group with those beneath it, or a staff group of a sector.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Among {
    /// The sector; `None` for all of them.
    pub sector: Option<SectorId>,
    /// The staff group; `None` for all of them.
    pub staff_group: Option<StaffGroupId>,
}

impl Among {
    /// Everybody.
    pub fn everybody() -> Self {
        Self::default()
    }

    /// All people of a sector.
    pub fn sector(sector: &SectorId) -> Self {
        Self { sector: Some(sector.clone()), staff_group: None }
    }

    /// All people of a staff group and of those beneath it.
    pub fn staff_group(group: &StaffGroupId) -> Self {
        Self { sector: None, staff_group: Some(group.clone()) }
    }

    /// The people of a sector who are of a staff group or of one beneath it.
    pub fn both(sector: &SectorId, group: &StaffGroupId) -> Self {
        Self { sector: Some(sector.clone()), staff_group: Some(group.clone()) }
    }
}

impl Headcount {
    /// How many people there are among these: as written, or added up where all their parts are known; `None` where it is not
    /// known.
    pub fn of(&self, among: &Among, area: &Area) -> Option<u32> {
        let written = self.people.get(among).copied();
        written.or_else(|| ways(among, area).into_iter().find_map(|parts| self.all_of(&parts, area)))
    }

    /// The first of those whose number is less than their parts make, with both numbers; `None` where all add up.
    pub fn first_too_small(&self, area: &Area) -> Option<(&Among, u32, u32)> {
        self.people.iter().find_map(|(among, said)| {
            let least = |parts: &Vec<Among>| {
                parts.iter().filter_map(|part| self.of(part, area)).fold(0_u32, u32::saturating_add)
            };
            let least = ways(among, area).iter().map(least).max()?;
            (*said < least).then_some((among, *said, least))
        })
    }

    fn all_of(&self, parts: &[Among], area: &Area) -> Option<u32> {
        let counts: Option<Vec<u32>> = parts.iter().map(|part| self.of(part, area)).collect();
        counts.filter(|counts| !counts.is_empty()).map(|counts| counts.into_iter().fold(0, u32::saturating_add))
    }
}

/// The parts that make up all of these, in each way in which they can be parted: a sector into the groups at the top, and what
/// spans the sectors into them. A staff group is more than those beneath it, so these don't make it up.
fn ways(among: &Among, area: &Area) -> Vec<Vec<Among>> {
    let top = |group: &&StaffGroup| group.within.is_none();
    let by_group = |sector: &Option<SectorId>| {
        let tops = area.staff_groups.iter().filter(top);
        tops.map(|group| Among { sector: sector.clone(), staff_group: Some(group.id.clone()) }).collect::<Vec<_>>()
    };
    let by_sector = |group: &Option<StaffGroupId>| {
        let all = area.sectors.iter();
        all.map(|sector| Among { sector: Some(sector.id.clone()), staff_group: group.clone() }).collect::<Vec<_>>()
    };
    match (&among.sector, &among.staff_group) {
        (None, None) => vec![by_sector(&None), by_group(&None)],
        (Some(_), None) => vec![by_group(&among.sector)],
        (None, Some(_)) => vec![by_sector(&among.staff_group)],
        (Some(_), Some(_)) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::{FRONT_LINE, LEADERS};

    fn area() -> Area {
        let mut area = Area::named("Fenshire");
        area.sectors.truncate(2);
        area
    }

    fn sector(at: usize) -> SectorId {
        area().sectors[at].id.clone()
    }

    fn group(id: &str) -> StaffGroupId {
        StaffGroupId::parse(id).unwrap()
    }

    fn of<const N: usize>(people: [(Among, u32); N]) -> Headcount {
        Headcount {
            on: NaiveDate::MIN,
            recorded: DateTime::UNIX_EPOCH,
            source: String::new(),
            people: people.into(),
            rest: Rest::new(),
        }
    }

    #[test]
    fn what_is_not_written_is_added_up_where_all_its_parts_are_known() {
        let count = of([
            (Among::both(&sector(0), &group(FRONT_LINE)), 30),
            (Among::both(&sector(0), &group(LEADERS)), 10),
            (Among::sector(&sector(1)), 60),
        ]);
        let get = |among: Among| count.of(&among, &area());
        assert_eq!(get(Among::sector(&sector(0))), Some(40));
        assert_eq!(get(Among::everybody()), Some(100));
        assert_eq!(get(Among::staff_group(&group(FRONT_LINE))), None, "one sector is not split");
        assert_eq!(get(Among::both(&sector(1), &group(LEADERS))), None);
        let groups = of([(Among::staff_group(&group(FRONT_LINE)), 7), (Among::staff_group(&group(LEADERS)), 0)]);
        assert_eq!(groups.of(&Among::everybody(), &area()), Some(7), "nobody is a number");
    }

    #[test]
    fn what_is_not_known_is_not_nobody() {
        let empty = of([]);
        assert_eq!(empty.of(&Among::everybody(), &area()), None);
        let nobody = of([(Among::sector(&sector(0)), 0)]);
        assert_eq!(nobody.of(&Among::sector(&sector(0)), &area()), Some(0));
        assert_eq!(nobody.of(&Among::everybody(), &area()), None);
        let bare = Area { sectors: Vec::new(), staff_groups: Vec::new(), ..area() };
        assert_eq!(empty.of(&Among::everybody(), &bare), None);
    }

    #[test]
    fn a_total_is_never_less_than_its_parts_and_may_be_more() {
        let with = |total| of([(Among::both(&sector(0), &group(FRONT_LINE)), 30), (Among::sector(&sector(0)), total)]);
        assert_eq!(with(29).first_too_small(&area()), Some((&Among::sector(&sector(0)), 29, 30)));
        assert_eq!(with(30).first_too_small(&area()), None);
        assert_eq!(with(31).first_too_small(&area()), None);
        let all = of([(Among::everybody(), 50), (Among::sector(&sector(0)), 20), (Among::sector(&sector(1)), 31)]);
        assert_eq!(all.first_too_small(&area()), Some((&Among::everybody(), 50, 51)));
    }
}
