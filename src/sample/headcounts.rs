//! How many people the sample's area asks, as counted before each of its rounds. The voluntary sector knows only how many it
//! has in all.

use super::dice::Dice;
use super::{day, recorded};
use crate::domain::area::{FRONT_LINE, LEADERS};
use crate::domain::headcount::{Among, Headcount};
use crate::domain::ids::{RecordId, SectorId, StaffGroupId};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, Workspace};

/// By sector: the front line and the leaders, before the first round and before the second.
const COUNTED: [(&str, [u32; 2], [u32; 2]); 7] = [
    ("early-years", [64, 8], [69, 8]),
    ("schools", [135, 19], [142, 20]),
    ("health", [76, 9], [79, 9]),
    ("social-care", [70, 9], [68, 9]),
    ("youth", [28, 4], [26, 3]),
    ("sport-leisure", [64, 5], [67, 5]),
    ("justice", [28, 4], [27, 4]),
];

/// The voluntary sector in all, before each round.
const VOLUNTARY: [u32; 2] = [70, 73];

/// Adds the two headcounts.
pub(super) fn enter(sample: &mut Workspace, ids: &mut Dice) -> Vec<Edit> {
    let first = COUNTED.map(|(sector, before, _)| (sector, before));
    let second = COUNTED.map(|(sector, _, now)| (sector, now));
    let all = [(day(2008, 9, 1), first, VOLUNTARY[0]), (day(2009, 9, 1), second, VOLUNTARY[1])];
    let enter = |(on, counted, voluntary): (_, [(&str, [u32; 2]); 7], u32)| {
        let mut people = std::collections::BTreeMap::new();
        for (sector, counts) in counted {
            for (group, count) in [FRONT_LINE, LEADERS].into_iter().zip(counts) {
                if let (Some(sector), Some(group)) = (SectorId::parse(sector), StaffGroupId::parse(group)) {
                    people.insert(Among::both(&sector, &group), count);
                }
            }
        }
        people.extend(SectorId::parse("voluntary").map(|sector| (Among::sector(&sector), voluntary)));
        let source = "Staff lists of the teams that are asked; the voluntary sector as its forum estimates".to_owned();
        let headcount = Headcount { on, recorded: recorded(on), source, people, rest: Rest::new() };
        sample.add_headcount(RecordId(ids.id()), headcount)
    };
    all.into_iter().map(enter).collect()
}
