//! Who answered: responses of a round by sector and staff group, low returns included, since a low return is a finding.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use super::headcount::Rates;
use super::measures::{ResponseRate, number};
use crate::domain::ids::{RoundId, SectorId, StaffGroupId};
use crate::domain::survey::ForWhom;
use crate::domain::workspace::Workspace;

/// A sector whose share of the responses is under this much of its share of those expected is called under-represented.
const CLEARLY_LESS: f64 = 2.0 / 3.0;

/// Fewer responses than this from a sector or staff group are called a low return.
pub const LOW_RETURN: usize = 3;

/// How many people responded, by where they work and what they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returns {
    /// All responses of the workforce. Children, young people and families are counted apart.
    pub total: usize,
    /// How many were required, if a number was set.
    pub minimum: Option<u32>,
    /// By sector, in the area's order; sectors without a response are in it with 0. `None` collects those who did not say.
    pub sectors: Vec<(Option<SectorId>, usize)>,
    /// By staff group, likewise.
    pub staff_groups: Vec<(Option<StaffGroupId>, usize)>,
    /// How many are expected from a sector, where a number was set.
    pub expected: BTreeMap<SectorId, u32>,
    /// By the Monday of the week in which they were finished, without gaps between the first week and the last.
    pub weeks: Vec<(NaiveDate, usize)>,
    /// Of how many the day is not known.
    pub undated: usize,
    /// How many of all who work there responded; `None` where no headcount is known.
    pub rates: Option<Rates>,
}

/// A sector that was heard clearly less than it was meant to be.
#[derive(Clone, Debug, PartialEq)]
pub struct UnderRepresented<'a> {
    /// Which sector.
    pub sector: &'a SectorId,
    /// How many responses came from it.
    pub received: usize,
    /// What that is measured by.
    pub by: Measured,
    /// Its share of all responses, 0 to 1.
    pub share: f64,
    /// Its share of all people, or of all responses that were expected, 0 to 1.
    pub due_share: f64,
}

/// What the number of responses of a sector is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// The people who work there, where every sector's headcount is known: so many.
    Headcount(u32),
    /// The responses that were expected from it: so many.
    Expected(u32),
}

impl Returns {
    /// The returns of a round.
    pub fn of_round(workspace: &Workspace, round: RoundId) -> Self {
        let gathered = workspace.gathered_from(round, ForWhom::Workforce);
        let mut by_sector: BTreeMap<Option<SectorId>, usize> = BTreeMap::new();
        let mut by_group: BTreeMap<Option<StaffGroupId>, usize> = BTreeMap::new();
        for (_, response) in gathered.responses.values() {
            let respondent = &response.respondent;
            count(&mut by_sector, respondent.sector.clone());
            count(&mut by_group, respondent.staff_group.clone());
        }
        let days = gathered.responses.values().map(|(_, response)| response.finished);
        let (weeks, undated) = by_week(days);
        let area = workspace.area();
        let sectors = area.iter().flat_map(|area| &area.sectors).map(|sector| sector.id.clone());
        let groups = area.iter().flat_map(|area| &area.staff_groups).map(|group| group.id.clone());
        Self {
            total: gathered.responses.len(),
            minimum: workspace.round(round).and_then(|round| round.minimum),
            sectors: in_order(sectors, by_sector),
            staff_groups: in_order(groups, by_group),
            expected: workspace.round(round).map(|round| round.expected.clone()).unwrap_or_default(),
            weeks,
            undated,
            rates: Rates::of_round(workspace, round),
        }
    }

    /// How many responses of a sector are still missing to the number expected; `None` where none was set.
    pub fn missing_of(&self, sector: &SectorId, received: usize) -> Option<usize> {
        let expected = self.expected.get(sector)?;
        Some(usize::try_from(*expected).unwrap_or(usize::MAX).saturating_sub(received))
    }

    /// The sectors of which responses are missing, those of which most are first: received, expected and missing.
    pub fn gaps(&self) -> Vec<(&SectorId, usize, u32, usize)> {
        let gap = |(sector, received): &'_ (Option<SectorId>, usize)| {
            let (sector, expected) = self.expected.get_key_value(sector.as_ref()?)?;
            let missing = self.missing_of(sector, *received).filter(|missing| *missing > 0)?;
            Some((sector, *received, *expected, missing))
        };
        let mut gaps: Vec<_> = self.sectors.iter().filter_map(gap).collect();
        gaps.sort_by_key(|(.., missing)| std::cmp::Reverse(*missing));
        gaps
    }

    /// The sectors that are under-represented, the least heard first: their share of all responses is clearly below their share
    /// of all people, where the headcount of every sector is known, and otherwise below the share that was expected of them.
    /// A sector of which all came that were expected is not among them. Empty before the first response.
    pub fn under_represented(&self) -> Vec<UnderRepresented<'_>> {
        let people = self.people();
        let sum = |all: &mut dyn Iterator<Item = u32>| all.fold(0_u32, u32::saturating_add);
        let everybody = people.as_ref().map(|people| sum(&mut people.values().copied())).filter(|all| *all > 0);
        let all_expected = sum(&mut self.expected.values().copied());
        let mut found = Vec::new();
        for (sector, received) in &self.sectors {
            let Some(sector) = sector.as_ref().filter(|sector| self.missing_of(sector, *received) != Some(0)) else {
                continue;
            };
            let (by, all) = match (&people, everybody) {
                (Some(people), Some(everybody)) => (people.get(sector).copied().map(Measured::Headcount), everybody),
                _ => (self.expected.get(sector).copied().map(Measured::Expected), all_expected),
            };
            let Some(by) = by else { continue };
            let (Measured::Headcount(due) | Measured::Expected(due)) = by;
            let (share, due_share) = (number(*received) / number(self.total), f64::from(due) / f64::from(all));
            if share < CLEARLY_LESS * due_share {
                found.push(UnderRepresented { sector, received: *received, by, share, due_share });
            }
        }
        found.sort_by(|one, other| (one.share / one.due_share).total_cmp(&(other.share / other.due_share)));
        found
    }

    /// How many people work in each sector; `None` unless it is known of every one.
    fn people(&self) -> Option<BTreeMap<&SectorId, u32>> {
        let rates = self.rates.as_ref()?;
        let listed = self.sectors.iter().filter_map(|(sector, _)| sector.as_ref());
        listed.map(|sector| Some((sector, rates.of_sector(sector)?.people))).collect()
    }

    /// How many responses there are of those expected, over the sectors of which a number is expected; `None` if nothing is
    /// expected of any.
    pub fn rate(&self) -> Option<ResponseRate> {
        let expected = self.expected.values().fold(0_u32, |sum, expected| sum.saturating_add(*expected));
        let counts = |(sector, _): &&(Option<SectorId>, usize)| {
            sector.as_ref().is_some_and(|sector| self.expected.contains_key(sector))
        };
        let received = self.sectors.iter().filter(counts).map(|(_, received)| received).sum();
        ResponseRate::of(received, Some(expected))
    }

    /// How many responses are still missing to the number required; 0 when none are.
    pub fn missing(&self) -> usize {
        let minimum = self.minimum.and_then(|minimum| usize::try_from(minimum).ok()).unwrap_or(0);
        minimum.saturating_sub(self.total)
    }
}

/// The rows of a table of returns that are low: fewer than [`LOW_RETURN`], none included. Those who did not say are not a
/// sector or a staff group, so their number is never low.
pub fn low<K>(rows: &[(Option<K>, usize)]) -> impl Iterator<Item = (&K, usize)> {
    rows.iter().filter_map(|(id, count)| id.as_ref().map(|id| (id, *count))).filter(|(_, count)| *count < LOW_RETURN)
}

fn count<K: Ord>(counts: &mut BTreeMap<K, usize>, key: K) {
    let slot = counts.entry(key).or_default();
    *slot = slot.saturating_add(1);
}

/// The most weeks that are shown: a day that somebody mistyped must not make a table of a thousand rows.
const MOST_WEEKS: usize = 60;

fn by_week(days: impl Iterator<Item = Option<NaiveDate>>) -> (Vec<(NaiveDate, usize)>, usize) {
    let mut weeks: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let mut undated = 0_usize;
    for day in days {
        match day.map(|day| day.week(Weekday::Mon).first_day()) {
            Some(monday) => count(&mut weeks, monday),
            None => undated = undated.saturating_add(1),
        }
    }
    let Some(first) = weeks.keys().next().copied() else { return (Vec::new(), undated) };
    let last = weeks.keys().next_back().copied().unwrap_or(first);
    let all = first.iter_weeks().take_while(|monday| *monday <= last).take(MOST_WEEKS.saturating_add(1));
    let filled: Vec<_> = all.map(|monday| (monday, weeks.get(&monday).copied().unwrap_or(0))).collect();
    if filled.len() > MOST_WEEKS { (weeks.into_iter().collect(), undated) } else { (filled, undated) }
}

/// The listed ids in their order, then those that are no longer listed, then those who did not say.
fn in_order<K: Ord + Clone>(
    listed: impl Iterator<Item = K>,
    mut counts: BTreeMap<Option<K>, usize>,
) -> Vec<(Option<K>, usize)> {
    let unsaid = counts.remove(&None);
    let mut rows: Vec<(Option<K>, usize)> =
        listed.map(|id| (Some(id.clone()), counts.remove(&Some(id)).unwrap_or(0))).collect();
    rows.extend(counts);
    rows.extend(unsaid.map(|count| (None, count)));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;

    #[test]
    fn sectors_with_hardly_any_response_are_found() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let returns = Returns::of_round(&sample, sample.rounds().pop().unwrap().0);
        let found: Vec<_> = low(&returns.sectors).map(|(id, count)| (id.as_str(), count)).collect();
        assert_eq!(found, [("sport-leisure", 2), ("justice", 1)]);
    }

    #[test]
    fn the_largest_gap_comes_first_and_weeks_without_a_response_are_counted() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let returns = Returns::of_round(&sample, sample.rounds().pop().unwrap().0);
        let gaps = returns.gaps();
        assert!(gaps.windows(2).all(|pair| pair[0].3 >= pair[1].3) && !gaps.is_empty());
        assert!(gaps.iter().all(|(_, received, expected, missing)| received + missing == *expected as usize));
        assert_eq!(returns.weeks.iter().map(|(_, count)| count).sum::<usize>() + returns.undated, 54);
        let day = |text: &str| Some(text.parse().unwrap());
        let (weeks, undated) = by_week([day("2010-01-29"), day("2010-01-13"), None, day("2010-01-11")].into_iter());
        let expected = [("2010-01-11", 2), ("2010-01-18", 0), ("2010-01-25", 1)];
        assert_eq!(weeks, expected.map(|(monday, count)| (monday.parse().unwrap(), count)));
        assert_eq!(undated, 1);
        let (weeks, _) = by_week([day("0001-01-01"), day("2010-01-13")].into_iter());
        assert_eq!(weeks.len(), 2);
    }

    #[test]
    fn a_sector_is_under_represented_by_its_share_and_not_by_a_short_count_alone() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let returns = Returns::of_round(&sample, sample.rounds().pop().unwrap().0);
        let found = |returns: &Returns| {
            let under = returns.under_represented().into_iter();
            under.map(|one| (one.sector.to_string(), one.received, one.by)).collect::<Vec<_>>()
        };
        let named = |name: &str, received, by| (name.to_owned(), received, by);
        let by_people =
            [named("sport-leisure", 2, Measured::Headcount(72)), named("justice", 1, Measured::Headcount(31))];
        assert_eq!(found(&returns), by_people);
        let expected = Returns { rates: None, ..returns };
        let by_expected = [
            named("justice", 1, Measured::Expected(4)),
            named("youth", 3, Measured::Expected(5)),
            named("sport-leisure", 2, Measured::Expected(3)),
        ];
        assert_eq!(found(&expected), by_expected);
        let id = |name| SectorId::parse(name).unwrap();
        let of = |received: [usize; 2], expected: [u32; 2]| Returns {
            total: received.iter().sum(),
            sectors: vec![(Some(id("a")), received[0]), (Some(id("b")), received[1])],
            expected: [(id("a"), expected[0]), (id("b"), expected[1])].into(),
            ..Returns::default()
        };
        assert!(of([5, 5], [10, 10]).under_represented().is_empty(), "all are short alike");
        assert!(of([8, 10], [10, 10]).under_represented().is_empty(), "a little less is not clearly less");
        assert!(of([12, 40], [10, 10]).under_represented().is_empty(), "all that was expected came");
        assert!(of([0, 0], [10, 10]).under_represented().is_empty(), "nobody has answered yet");
        assert_eq!(of([0, 9], [10, 10]).under_represented().len(), 1);
    }

    #[test]
    fn the_rate_is_over_the_sectors_of_which_a_number_is_expected() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let mut returns = Returns::of_round(&sample, sample.rounds().pop().unwrap().0);
        // One person of 54 named no sector.
        assert_eq!(returns.rate().map(|rate| (rate.received, rate.expected())), Some((53, 45)));
        returns.expected.clear();
        assert_eq!(returns.rate(), None);
    }

    #[test]
    fn none_is_low_and_those_who_did_not_say_are_not() {
        assert_eq!(low(&[(Some("a"), 0), (Some("b"), 3), (None, 1)]).collect::<Vec<_>>(), [(&"a", 0)]);
    }
}
