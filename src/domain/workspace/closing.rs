//! What a round counts: everything that came while it is open; once it is closed, what its closing named and no more.
//!
//! A closing gathers what it counts into packs of its own, and so does taking late answers in. Nobody else knows of those
//! packs before, and afterwards nobody folds them, so neither a file nor another tab that folds, undoes or takes in can
//! move a figure of a closed round. Withdrawing a response is the one exception.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Edit, EditError, Workspace};
use crate::domain::entry::after;
use crate::domain::ids::{RecordId, ResponseId, RoundId};
use crate::domain::record::{Body, Kind};
use crate::domain::response::{Gathered, PACK_SIZE, Pack, Response, fold};
use crate::domain::rest::Rest;
use crate::domain::round::{Counted, RoundEntry, RoundEvent};

/// How a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// Responses are being gathered.
    Open,
    /// It was closed on this day.
    Closed(NaiveDate),
}

/// What a closed round counted from one of its entries on: figures drawn then may have been shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release<'a> {
    /// What was counted, as far as it was not withdrawn since.
    pub gathered: Gathered<'a>,
    /// How many of the responses were withdrawn since, each revision counted.
    pub withdrawn: usize,
}

/// A round as its entries leave it: when it was closed and what was named to be counted since.
struct Closed<'a> {
    on: NaiveDate,
    named: Vec<Option<&'a Counted>>,
}

impl Workspace {
    /// Whether a round is open or closed, by its entries in the order of their days.
    pub fn round_state(&self, round: RoundId) -> RoundState {
        self.closed(round).map_or(RoundState::Open, |closed| RoundState::Closed(closed.on))
    }

    /// The responses that a round counts, each once, without those taken back.
    pub fn gathered(&self, round: RoundId) -> Gathered<'_> {
        match self.closed(round).and_then(|closed| closed.counted(usize::MAX)) {
            Some(counted) => self.gathered_in(round, &counted),
            None => self.gathered_from_all(round),
        }
    }

    /// The responses that came to a closed round too late to be counted: new ones, and corrections of those that are.
    pub fn late(&self, round: RoundId) -> Gathered<'_> {
        let (mut all, counted) = (self.gathered_from_all(round), self.gathered(round));
        all.responses.retain(|id, came| counted.responses.get(id) != Some(came));
        all.clashes.retain(|id| !counted.clashes.contains(id));
        all
    }

    /// What a closed round counted from each of its entries on, the closing first; nothing while it is open, or if its
    /// closing did not say what it counts.
    pub fn releases(&self, round: RoundId) -> Vec<Release<'_>> {
        let Some(closed) = self.closed(round) else { return Vec::new() };
        let release = |entries: usize| {
            let counted = closed.counted(entries)?;
            let then = closed.named.iter().take(entries).flatten().map(|named| named.responses);
            let then = then.fold(0_usize, usize::saturating_add);
            let held = self.packs(round).filter(|(id, _)| counted.contains(id));
            let held: usize = held.map(|(_, pack)| pack.responses.len()).sum();
            Some(Release { gathered: self.gathered_in(round, &counted), withdrawn: then.saturating_sub(held) })
        };
        (1..=closed.named.len()).filter_map(release).collect()
    }

    /// Closes a round by a dated entry: from here on it counts what is here now. `new_pack` gives the ids of the packs
    /// that hold it.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such round; [`EditError::RoundClosed`] if it is closed already.
    pub fn close_round(
        &mut self,
        entry: RecordId,
        round: RoundId,
        on: NaiveDate,
        recorded: DateTime<Utc>,
        new_pack: impl FnMut() -> RecordId,
    ) -> Result<Edit, EditError> {
        self.round(round).ok_or(EditError::NotHere("the round"))?;
        if self.closed(round).is_some() {
            return Err(EditError::RoundClosed);
        }
        let packs = fold(self.packs(round).map(|(_, pack)| pack));
        let entered = (entry, (round, on, recorded, RoundEvent::Closed));
        Ok(self.count_from_here("Close the round", entered, packs, new_pack))
    }

    /// Opens a closed round again by a dated entry: all that came counts, and so does what still comes.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such round.
    pub fn reopen_round(
        &mut self,
        entry: RecordId,
        round: RoundId,
        on: NaiveDate,
        recorded: DateTime<Utc>,
    ) -> Result<Edit, EditError> {
        self.round(round).ok_or(EditError::NotHere("the round"))?;
        let (on, recorded) = self.after_all(round, on, recorded);
        let reopened = RoundEntry { round, on, recorded, what: RoundEvent::Reopened, counts: None, rest: Rest::new() };
        Ok(self.put("Reopen the round", [(entry, Body::RoundEntry(reopened))]))
    }

    /// Counts the late answers of a closed round too, by a dated entry. `new_pack` gives the ids of the packs that hold
    /// them.
    ///
    /// # Errors
    /// [`EditError::NotHere`] if there is no such round, or nothing came late.
    pub fn take_late_in(
        &mut self,
        entry: RecordId,
        round: RoundId,
        on: NaiveDate,
        recorded: DateTime<Utc>,
        new_pack: impl FnMut() -> RecordId,
    ) -> Result<Edit, EditError> {
        let closed = self.closed(round).ok_or(EditError::NotHere("the closing of the round"))?;
        let counted = closed.counted(usize::MAX).ok_or(EditError::NotHere("the late answers"))?;
        let mut held: BTreeMap<ResponseId, Vec<&Response>> = BTreeMap::new();
        for response in self.packs(round).filter(|(id, _)| counted.contains(id)).flat_map(|(_, pack)| &pack.responses) {
            held.entry(response.id).or_default().push(response);
        }
        let is_late = |response: &&Response| held.get(&response.id).is_none_or(|held| !held.contains(response));
        let late = self.packs(round).filter(|(id, _)| !counted.contains(id)).map(|(_, pack)| Pack {
            responses: pack.responses.iter().filter(is_late).cloned().collect(),
            ..pack.clone()
        });
        let late: Vec<Pack> = late.filter(|pack| !pack.responses.is_empty()).collect();
        if late.is_empty() {
            return Err(EditError::NotHere("the late answers"));
        }
        let entered = (entry, (round, on, recorded, RoundEvent::LateTaken));
        Ok(self.count_from_here("Take late answers in", entered, fold(&late), new_pack))
    }

    /// Takes packs of responses in. Small packs that are here already are folded with them into as few as hold them all,
    /// so that an area that takes one file a day does not end with a pack for each; `new_pack` gives the ids. Responses
    /// taken back before stay out.
    pub fn take_responses(&mut self, packs: &[Pack], mut new_pack: impl FnMut() -> RecordId) -> Edit {
        let rounds: BTreeSet<RoundId> = packs.iter().map(|pack| pack.round).collect();
        let mut small: Vec<(RecordId, Pack)> = Vec::new();
        for (round, survey) in packs.iter().map(|pack| (pack.round, pack.survey)).collect::<BTreeSet<_>>() {
            let of_survey = self.packs(round).filter(|(_, pack)| pack.survey == survey);
            let is_small = |pack: &Pack| pack.rest.is_empty() && pack.responses.len() < PACK_SIZE / 2;
            small.extend(of_survey.filter(|(_, pack)| is_small(pack)).map(|(id, pack)| (id, pack.clone())));
        }
        let free: BTreeSet<RecordId> = rounds.into_iter().flat_map(|round| self.free_packs(round)).collect();
        small.retain(|(id, _)| free.contains(id));
        let folded = fold(small.iter().map(|(_, pack)| pack).chain(packs));
        let mut bodies: Vec<(RecordId, Body)> =
            folded.into_iter().map(|pack| (new_pack(), Body::Pack(Arc::new(pack)))).collect();
        bodies.extend(small.into_iter().map(|(id, _)| (id, Body::Deleted(Kind::Pack))));
        self.put("Take responses in", bodies)
    }

    /// Puts packs that are counted from here on, with the entry that names them. What the packs of the round held that no
    /// entry names is in these, or counted already, so those go.
    fn count_from_here(
        &mut self,
        name: &'static str,
        (entry, (round, on, recorded, what)): (RecordId, (RoundId, NaiveDate, DateTime<Utc>, RoundEvent)),
        packs: Vec<Pack>,
        mut new_pack: impl FnMut() -> RecordId,
    ) -> Edit {
        let (on, recorded) = self.after_all(round, on, recorded);
        let responses = packs.iter().map(|pack| pack.responses.len()).sum();
        let packs: Vec<(RecordId, Body)> =
            packs.into_iter().map(|pack| (new_pack(), Body::Pack(Arc::new(pack)))).collect();
        let counts = Some(Counted { packs: packs.iter().map(|(id, _)| *id).collect(), responses });
        let mut bodies: Vec<(RecordId, Body)> =
            self.free_packs(round).into_iter().map(|id| (id, Body::Deleted(Kind::Pack))).collect();
        bodies.extend(packs);
        bodies.push((entry, Body::RoundEntry(RoundEntry { round, on, recorded, what, counts, rest: Rest::new() })));
        self.put(name, bodies)
    }

    /// A day and a moment for an entry of a round, which counts from here on: should there be a later one, as a file can
    /// bring from a computer whose clock is wrong, it is dated as late as that one.
    fn after_all(&self, round: RoundId, on: NaiveDate, recorded: DateTime<Utc>) -> (NaiveDate, DateTime<Utc>) {
        after(self.round_entries(round).map(|(_, entry)| (entry.on, entry.recorded)), on, recorded)
    }

    /// The packs of a round that may be folded: no entry names them, and nobody has to choose between versions of them.
    fn free_packs(&self, round: RoundId) -> Vec<RecordId> {
        let named: BTreeSet<RecordId> = self
            .round_entries(round)
            .filter_map(|(_, entry)| entry.counts.as_ref())
            .flat_map(|counts| &counts.packs)
            .copied()
            .collect();
        let decided = |id: &RecordId| self.records.get(*id).is_some_and(|versions| !versions.in_conflict());
        self.packs(round).map(|(id, _)| id).filter(|id| !named.contains(id) && decided(id)).collect()
    }

    /// What the entries of a round leave it as; `None` while it is open. A closing of a closed round changes nothing: two
    /// tabs that closed it without knowing of each other agree on the earlier one.
    fn closed(&self, round: RoundId) -> Option<Closed<'_>> {
        let mut entries: Vec<_> =
            self.round_entries(round).map(|(id, entry)| ((entry.on, entry.recorded, id), entry)).collect();
        entries.sort_by_key(|(at, _)| *at);
        let mut closed: Option<Closed> = None;
        for (_, entry) in entries {
            match (entry.what, &mut closed) {
                (RoundEvent::Closed, None) => {
                    closed = Some(Closed { on: entry.on, named: vec![entry.counts.as_ref()] });
                }
                (RoundEvent::LateTaken, Some(closed)) => closed.named.push(entry.counts.as_ref()),
                (RoundEvent::Reopened, _) => closed = None,
                (RoundEvent::Closed, Some(_)) | (RoundEvent::LateTaken, None) => {}
            }
        }
        closed
    }

    fn round_entries(&self, round: RoundId) -> impl Iterator<Item = (RecordId, &RoundEntry)> {
        self.bodies(&Kind::RoundEntry).filter_map(move |(id, body)| match body {
            Body::RoundEntry(entry) if entry.round == round => Some((id, entry)),
            _ => None,
        })
    }

    fn gathered_from_all(&self, round: RoundId) -> Gathered<'_> {
        Gathered::from_packs(self.packs(round).map(|(_, pack)| pack))
    }

    fn gathered_in(&self, round: RoundId, packs: &BTreeSet<RecordId>) -> Gathered<'_> {
        Gathered::from_packs(self.packs(round).filter(|(id, _)| packs.contains(id)).map(|(_, pack)| pack))
    }
}

impl Closed<'_> {
    /// The packs that the first `entries` of its entries name; `None` if one of them did not say, which counts them all.
    fn counted(&self, entries: usize) -> Option<BTreeSet<RecordId>> {
        let mut packs = BTreeSet::new();
        for named in self.named.iter().take(entries) {
            packs.extend(named.as_ref()?.packs.iter().copied());
        }
        Some(packs)
    }
}
