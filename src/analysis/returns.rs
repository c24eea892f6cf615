//! Who answered: responses of a round by sector and staff group, low returns included, since a low return is a finding.

use std::collections::BTreeMap;

use crate::domain::ids::{RoundId, SectorId, StaffGroupId};
use crate::domain::survey::ForWhom;
use crate::domain::workspace::Workspace;

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
        let area = workspace.area();
        let sectors = area.iter().flat_map(|area| &area.sectors).map(|sector| sector.id.clone());
        let groups = area.iter().flat_map(|area| &area.staff_groups).map(|group| group.id.clone());
        Self {
            total: gathered.responses.len(),
            minimum: workspace.round(round).and_then(|round| round.minimum),
            sectors: in_order(sectors, by_sector),
            staff_groups: in_order(groups, by_group),
        }
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
    fn none_is_low_and_those_who_did_not_say_are_not() {
        assert_eq!(low(&[(Some("a"), 0), (Some("b"), 3), (None, 1)]).collect::<Vec<_>>(), [(&"a", 0)]);
    }
}
