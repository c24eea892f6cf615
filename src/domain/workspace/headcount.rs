//! Named edits about the headcount, and which one a round is measured by.

use chrono::NaiveDate;

use super::{Edit, EditError, RoundState, Workspace};
use crate::domain::entry::after;
use crate::domain::headcount::Headcount;
use crate::domain::ids::{RecordId, RoundId};
use crate::domain::record::{Body, Kind};

impl Workspace {
    /// Adds a headcount as of a day. Of those of one day the one that was added last counts.
    pub fn add_headcount(&mut self, id: RecordId, headcount: Headcount) -> Edit {
        // Whatever another computer's clock said; a headcount of an earlier day stays one of that day.
        let of_day = self.headcounts().into_iter().filter(|(_, other)| other.on == headcount.on);
        let (_, recorded) =
            after(of_day.map(|(_, other)| (other.on, other.recorded)), headcount.on, headcount.recorded);
        self.put("Enter a headcount", [(id, Body::Headcount(Headcount { recorded, ..headcount }))])
    }

    /// Removes a headcount; undo brings it back.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if it is not here.
    pub fn remove_headcount(&mut self, id: RecordId) -> Result<Edit, EditError> {
        match self.body(id) {
            Some(Body::Headcount(_)) => Ok(self.put("Remove a headcount", [(id, Body::Deleted(Kind::Headcount))])),
            _ => Err(EditError::NotHere("the headcount")),
        }
    }

    /// All headcounts, the latest day first, and of one day the one that was added last.
    pub fn headcounts(&self) -> Vec<(RecordId, &Headcount)> {
        let mut all: Vec<_> = self
            .bodies(&Kind::Headcount)
            .filter_map(|(id, body)| match body {
                Body::Headcount(headcount) => Some((id, headcount)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(id, headcount)| std::cmp::Reverse((headcount.on, headcount.recorded, *id)));
        all
    }

    /// The headcount that a round is measured by: the latest one that is true of the day on which it was closed or of one before
    /// it, and while it is open the latest of all. `None` if there is none such.
    pub fn headcount_of(&self, round: RoundId) -> Option<&Headcount> {
        let last = match self.round_state(round) {
            RoundState::Open => NaiveDate::MAX,
            RoundState::Closed(on) => on,
        };
        self.headcounts().into_iter().map(|(_, headcount)| headcount).find(|headcount| headcount.on <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::headcount::Among;
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use crate::domain::rest::Rest;
    use crate::domain::round::Round;
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    fn day(month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2010, month, 1).unwrap()
    }

    fn at(month: u32) -> DateTime<Utc> {
        day(month).and_hms_opt(9, 0, 0).unwrap().and_utc()
    }

    fn id(number: u128) -> RecordId {
        RecordId(Uuid::from_u128(number))
    }

    fn count(on: NaiveDate, recorded: DateTime<Utc>, people: u32) -> Headcount {
        let people = [(Among::everybody(), people)].into();
        Headcount { on, recorded, source: String::new(), people, rest: Rest::new() }
    }

    fn people(open: &Workspace, round: RoundId) -> Option<u32> {
        open.headcount_of(round)?.people.get(&Among::everybody()).copied()
    }

    #[test]
    fn a_closed_round_keeps_the_headcount_of_its_day_and_an_open_one_takes_the_latest() {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let round = RoundId(Uuid::from_u128(2));
        open.put("Open", [(round.into(), Body::Round(Round::opened("Spring", Vec::new(), day(2))))]);
        assert_eq!(people(&open, round), None);
        open.add_headcount(id(30), count(day(1), at(1), 100));
        open.add_headcount(id(31), count(day(5), at(5), 500));
        assert_eq!(people(&open, round), Some(500), "the latest while it is open");
        open.close_round(id(20), round, day(4), at(4), || id(90)).unwrap();
        assert_eq!(people(&open, round), Some(100), "that of its closing");
        open.add_headcount(id(32), count(day(6), at(6), 600));
        assert_eq!(people(&open, round), Some(100), "a later one changes nothing");
        open.add_headcount(id(29), count(day(1), at(7), 110));
        assert_eq!(people(&open, round), Some(110), "a correction of that day does");
        open.add_headcount(id(28), count(day(1), at(1), 120));
        assert_eq!(people(&open, round), Some(120), "whatever the clock said, it was entered last");
        open.remove_headcount(id(28)).unwrap();
        assert_eq!(people(&open, round), Some(110));
        assert_eq!(open.remove_headcount(id(28)), Err(EditError::NotHere("the headcount")));
        assert_eq!(open.headcounts().len(), 4);
    }
}
