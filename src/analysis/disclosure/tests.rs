//! The list of tables on the sample, and how figures that moved since they may have been shared are withheld.

use super::*;
use crate::domain::area::{FRONT_LINE, LEADERS};
use crate::domain::ids::{RecordId, ReplicaId, ResponseId};
use crate::domain::response::Pack;
use uuid::Uuid;

/// The sample with copies of its first responses come late as other people's, and taken in.
fn with_late(sample: &Workspace, round: RoundId, numbers: std::ops::Range<u128>) -> Workspace {
    let mut open = sample.clone();
    let (_, pack) = open.packs(round).next().unwrap();
    let responses = pack.responses.iter().zip(numbers.clone()).map(|(response, number)| {
        crate::domain::response::Response { id: ResponseId(Uuid::from_u128(number)), ..response.clone() }
    });
    let late = Pack { responses: responses.collect(), sources: Vec::new(), ..pack.clone() };
    let record = |number| RecordId(Uuid::from_u128(number));
    open.take_responses(&[late], || record(10_000 + numbers.start));
    let (on, at) = (crate::sample::today(), chrono::DateTime::UNIX_EPOCH);
    let at = at + chrono::TimeDelta::seconds(i64::try_from(numbers.start).unwrap());
    open.take_late_in(record(20_000 + numbers.start), round, on, at, || record(30_000 + numbers.start)).unwrap();
    open
}

fn shared(open: &Workspace, round: RoundId) -> (usize, usize) {
    let shareable = Shareable::of_round(open, round).unwrap();
    let means = shareable.figures().filter(|(of, who, shown)| {
        matches!((of, who), (Of::Theme(_), Who::Everybody)) && matches!(shown, Shown::Mean { .. })
    });
    (shareable.responses, means.count())
}

#[test]
fn a_figure_that_few_people_moved_since_it_may_have_been_shared_is_withheld() {
    let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
    let (round, _) = sample.rounds().pop().unwrap();
    assert_eq!(shared(&sample, round), (54, 8));
    assert_eq!(shared(&with_late(&sample, round, 1..5), round), (58, 0));
    let nine = with_late(&sample, round, 1..10);
    assert_eq!(shared(&nine, round), (63, 8));
    assert_eq!(shared(&with_late(&nine, round, 20..21), round), (64, 0));
}

#[test]
fn after_a_withdrawal_nothing_is_shared_until_the_round_is_closed_anew() {
    let (mut sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
    let (round, _) = sample.rounds().pop().unwrap();
    let one = *sample.gathered(round).responses.keys().next().unwrap();
    let (today, now) = (crate::sample::today(), chrono::DateTime::UNIX_EPOCH);
    sample.withdraw(one, round, today);
    assert_eq!(shared(&sample, round), (53, 0));
    let record = |number| RecordId(Uuid::from_u128(number));
    sample.reopen_round(record(1), round, today, now).unwrap();
    let later = now + chrono::TimeDelta::seconds(1);
    sample.close_round(record(2), round, today, later, || record(3)).unwrap();
    assert_eq!(shared(&sample, round), (53, 8));
}

/// In the sample's later round one person did not say their staff group, so of both groups and the whole only two can be
/// shown. Everything else that five people or more stand behind is.
#[test]
fn on_the_sample_the_rainbow_is_whole_and_nothing_is_withheld_without_need() {
    let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
    let (round, _) = sample.rounds().pop().unwrap();
    let shareable = Shareable::of_round(&sample, round).unwrap();
    let is_of_leaders = |who: &Who| matches!(who, Who::StaffGroup(Some(group)) if group.as_str() == LEADERS);
    let large = ["early-years", "schools", "health", "social-care"];
    for (of, who, shown) in shareable.figures().filter(|(_, who, _)| !is_of_leaders(who)) {
        let is_large = match who {
            Who::Everybody => true,
            Who::StaffGroup(group) => group.as_ref().is_some_and(|group| group.as_str() == FRONT_LINE),
            Who::Sector(sector) => sector.as_ref().is_some_and(|sector| large.contains(&sector.as_str())),
        };
        assert_eq!(matches!(shown, Shown::Mean { .. }), is_large, "{of:?} {who:?}");
    }
    let (shown, all) = shareable
        .figures()
        .fold((0, 0), |(count, all), (.., shown)| (count + usize::from(matches!(shown, Shown::Mean { .. })), all + 1));
    assert_eq!((shown, all), (158, 253));
    assert_eq!(shareable.by_sector.values().sum::<usize>(), 54);
    assert_eq!(shareable.by_staff_group[&None], 1);
}
