//! Response rates: how many of the people who work somewhere responded, where the headcount is known. Counts of responses and of
//! people are never withheld, because a low return is a finding.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::measures::number;
use crate::domain::area::Area;
use crate::domain::headcount::{Among, Headcount};
use crate::domain::ids::{RoundId, SectorId, StaffGroupId};
use crate::domain::survey::ForWhom;
use crate::domain::workspace::Workspace;

/// How many of how many people responded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OfHeadcount {
    /// How many responses there are.
    pub received: usize,
    /// How many people there are, 0 or more.
    pub people: u32,
}

/// The response rates of a round, as far as a headcount is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rates {
    /// The day that the headcount is true of.
    pub on: NaiveDate,
    /// Where it comes from; empty if not said.
    pub source: String,
    rates: BTreeMap<Among, OfHeadcount>,
}

impl OfHeadcount {
    /// The share of them who responded: 0 for nobody, 1 for all, more where there are more responses than people. `None` where
    /// there are no people to be a share of.
    pub fn share(self) -> Option<f64> {
        (self.people > 0).then(|| number(self.received) / f64::from(self.people))
    }

    /// Whether there are more responses than the headcount says there are people, so that one of the two is wrong.
    pub fn is_more(self) -> bool {
        usize::try_from(self.people).is_ok_and(|people| self.received > people)
    }
}

impl Rates {
    /// The rates of a round among everybody, each sector, each staff group with those beneath it, and each staff group of a
    /// sector; `None` if no headcount is known that the round can be measured by.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Option<Self> {
        let (headcount, area) = (workspace.headcount_of(round)?, workspace.area()?);
        let gathered = workspace.gathered_from(round, ForWhom::Workforce);
        let mut received: BTreeMap<Among, usize> = BTreeMap::new();
        for (_, response) in gathered.responses.values() {
            let respondent = &response.respondent;
            let groups = with_those_above(area, respondent.staff_group.as_ref());
            let sectors = std::iter::once(None).chain(respondent.sector.clone().map(Some));
            for sector in sectors {
                for staff_group in std::iter::once(None).chain(groups.iter().cloned().map(Some)) {
                    let slot = received.entry(Among { sector: sector.clone(), staff_group }).or_default();
                    *slot = slot.saturating_add(1);
                }
            }
        }
        let rate = |among: Among| {
            let people = headcount.of(&among, area)?;
            let received = received.get(&among).copied().unwrap_or(0);
            Some((among, OfHeadcount { received, people }))
        };
        let rates = all_among(headcount, area).into_iter().filter_map(rate).collect();
        Some(Self { on: headcount.on, source: headcount.source.clone(), rates })
    }

    /// The rate among these; `None` where their headcount is not known.
    pub fn of(&self, among: &Among) -> Option<OfHeadcount> {
        self.rates.get(among).copied()
    }

    /// The rate of a sector.
    pub fn of_sector(&self, sector: &SectorId) -> Option<OfHeadcount> {
        self.of(&Among::sector(sector))
    }

    /// The rate of a staff group and those beneath it.
    pub fn of_staff_group(&self, group: &StaffGroupId) -> Option<OfHeadcount> {
        self.of(&Among::staff_group(group))
    }

    /// Those of which there are more responses than people, in the order of sectors and groups.
    pub fn too_many(&self) -> impl Iterator<Item = (&Among, OfHeadcount)> {
        self.rates.iter().map(|(among, rate)| (among, *rate)).filter(|(_, rate)| rate.is_more())
    }

    /// The staff groups of single sectors whose headcount is known, with their rates.
    pub fn of_both(&self) -> impl Iterator<Item = (&SectorId, &StaffGroupId, OfHeadcount)> {
        self.rates.iter().filter_map(|(among, rate)| Some((among.sector.as_ref()?, among.staff_group.as_ref()?, *rate)))
    }
}

/// A staff group and the one that it stands beneath.
fn with_those_above(area: &Area, group: Option<&StaffGroupId>) -> Vec<StaffGroupId> {
    let Some(group) = group else { return Vec::new() };
    let above = area.all_staff_groups().into_iter().find(|one| one.id == *group).and_then(|one| one.within);
    std::iter::once(group.clone()).chain(above.filter(|above| above != group)).collect()
}

/// Everybody whom a rate may be told of: all that is listed, and all that the headcount speaks of.
fn all_among(headcount: &Headcount, area: &Area) -> Vec<Among> {
    let mut all: Vec<Among> = headcount.people.keys().cloned().collect();
    all.push(Among::everybody());
    all.extend(area.sectors.iter().map(|sector| Among::sector(&sector.id)));
    all.extend(area.staff_groups.iter().map(|group| Among::staff_group(&group.id)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::{FRONT_LINE, LEADERS};
    use crate::domain::ids::{RecordId, ReplicaId};
    use crate::domain::rest::Rest;
    use chrono::DateTime;
    use uuid::Uuid;

    fn sector(id: &str) -> SectorId {
        SectorId::parse(id).unwrap()
    }

    fn group(id: &str) -> StaffGroupId {
        StaffGroupId::parse(id).unwrap()
    }

    fn rate(received: usize, people: u32) -> Option<OfHeadcount> {
        Some(OfHeadcount { received, people })
    }

    /// The sample with this headcount and no other.
    fn with<const N: usize>(people: [(Among, u32); N]) -> (Workspace, RoundId) {
        let (mut sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let there: Vec<RecordId> = sample.headcounts().into_iter().map(|(id, _)| id).collect();
        for id in there {
            sample.remove_headcount(id).unwrap();
        }
        let (round, opened) = sample.rounds().pop().map(|(id, round)| (id, round.opened)).unwrap();
        let (recorded, source) = (DateTime::UNIX_EPOCH, String::new());
        let count = Headcount { on: opened, recorded, source, people: people.into(), rest: Rest::new() };
        sample.add_headcount(RecordId(Uuid::from_u128(9)), count);
        (sample, round)
    }

    #[test]
    fn rates_are_of_sectors_of_groups_with_those_beneath_and_of_groups_of_sectors() {
        let (sample, round) = with([
            (Among::everybody(), 900),
            (Among::sector(&sector("schools")), 130),
            (Among::both(&sector("schools"), &group(LEADERS)), 20),
            (Among::staff_group(&group(LEADERS)), 100),
            (Among::staff_group(&group("head-teachers")), 30),
        ]);
        let rates = Rates::of_round(&sample, round).unwrap();
        assert_eq!(rates.of(&Among::everybody()), rate(54, 900));
        assert_eq!(rates.of_sector(&sector("schools")), rate(13, 130));
        // Two leaders and three heads, who stand beneath them.
        assert_eq!(rates.of(&Among::both(&sector("schools"), &group(LEADERS))), rate(5, 20));
        assert_eq!(rates.of_staff_group(&group(LEADERS)), rate(15, 100));
        assert_eq!(rates.of_staff_group(&group("head-teachers")), rate(3, 30));
        assert_eq!(rates.of_sector(&sector("health")), None, "not known is not nobody");
        assert_eq!(rates.of_both().count(), 1);
        assert_eq!(rates.too_many().count(), 0);
    }

    #[test]
    fn a_sector_that_is_known_group_by_group_has_a_rate_too() {
        let (sample, round) = with([
            (Among::both(&sector("health"), &group(FRONT_LINE)), 30),
            (Among::both(&sector("health"), &group(LEADERS)), 10),
        ]);
        assert_eq!(Rates::of_round(&sample, round).unwrap().of_sector(&sector("health")), rate(10, 40));
    }

    #[test]
    fn more_responses_than_people_are_found_and_a_share_of_nobody_is_none() {
        let (sample, round) = with([(Among::sector(&sector("health")), 9), (Among::sector(&sector("youth")), 0)]);
        let rates = Rates::of_round(&sample, round).unwrap();
        let found: Vec<_> = rates.too_many().map(|(among, rate)| (among.clone(), rate.share())).collect();
        assert_eq!(
            found,
            [(Among::sector(&sector("health")), Some(10.0 / 9.0)), (Among::sector(&sector("youth")), None)]
        );
        assert_eq!(OfHeadcount { received: 3, people: 4 }.share(), Some(0.75));
        assert!(!OfHeadcount { received: 4, people: 4 }.is_more());
        assert!(!OfHeadcount { received: 0, people: 0 }.is_more());
    }

    #[test]
    fn without_a_headcount_there_are_no_rates() {
        let (mut sample, round) = with([]);
        assert!(Rates::of_round(&sample, round).is_some_and(|rates| rates.of(&Among::everybody()).is_none()));
        sample.remove_headcount(RecordId(Uuid::from_u128(9))).unwrap();
        assert_eq!(Rates::of_round(&sample, round), None);
    }
}
