//! The guide for a focus group or a scenario workshop: prompts for each arc, a made-up situation and a timetable, as data.
//! What people said is noted in a session of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::evidence::{Judged, Source};
use super::group_answers::parse_count;
use super::ids::{EvidenceId, RoundId, ThemeId};
use super::rest::Rest;

/// What a facilitator works from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The version of its wording.
    pub version: String,
    /// Who wrote it, in a sentence or two that can be shown.
    pub source: String,
    /// By kind of meeting, how its time is spent.
    pub timetables: BTreeMap<Meeting, Vec<Slot>>,
    /// Made-up situations that a workshop follows, to choose one from.
    pub scenarios: Vec<Scenario>,
    /// By arc, what the facilitator asks: short open questions.
    pub prompts: BTreeMap<ThemeId, Vec<String>>,
}

/// A kind of meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meeting {
    /// A focus group: one group of people talks about the arcs.
    FocusGroup,
    /// A scenario workshop: tables follow a made-up situation for about two hours.
    Workshop,
}

/// A part of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// How many minutes it takes, 1 or more.
    pub minutes: u32,
    /// What it is called.
    pub title: String,
    /// What the facilitator does.
    pub text: String,
    /// Whether its minutes are shared out among the arcs that are talked about.
    pub is_for_arcs: bool,
}

/// A made-up situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What it is called.
    pub title: String,
    /// What happens.
    pub text: String,
}

/// A part of a meeting with the minutes from the start of the meeting at which it begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed<'a> {
    /// The part.
    pub slot: &'a Slot,
    /// When it begins.
    pub from: u32,
    /// When it ends.
    pub to: u32,
}

/// A meeting that works from the guide, and what was noted in it. It is saved while it goes on, so counts are kept as they
/// were typed, also those that can't be read: nothing of the moment is lost, and what is wrong is said.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GuideSession {
    /// What kind of meeting it is.
    pub meeting: Meeting,
    /// What it is called, such as "Health visitors, north of the county".
    pub title: String,
    /// The day on which it takes place.
    pub on: NaiveDate,
    /// The round that it is held for, if it is for one.
    pub round: Option<RoundId>,
    /// How many people take part, as typed.
    pub people: String,
    /// The arcs that are talked about.
    pub themes: BTreeSet<ThemeId>,
    /// By arc: what was heard, in words. Never a name.
    pub notes: BTreeMap<ThemeId, String>,
    /// By arc: the hands for 1, 2, 3, 4 and 5, as typed.
    pub hands: BTreeMap<ThemeId, [String; 5]>,
    /// The evidence that it was kept as.
    pub evidence: Option<EvidenceId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Why hands that were typed can't be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncounted {
    /// Something other than a whole number stands among them.
    NotNumbers,
    /// More hands went up than people take part.
    TooMany {
        /// The hands.
        hands: u32,
        /// The people.
        people: u32,
    },
}

impl Meeting {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::FocusGroup, Self::Workshop];

    /// Where evidence of such a meeting comes from.
    pub fn source(self) -> Source {
        match self {
            Self::FocusGroup => Source::FocusGroup,
            Self::Workshop => Source::Workshop,
        }
    }
}

impl Guide {
    /// The timetable of a meeting, part by part, from minute 0 on.
    pub fn timed(&self, meeting: Meeting) -> Vec<Timed<'_>> {
        let slots = self.timetables.get(&meeting).map(Vec::as_slice).unwrap_or_default();
        let mut from: u32 = 0;
        let timed = slots.iter().map(|slot| {
            let to = from.saturating_add(slot.minutes);
            Timed { slot, from: std::mem::replace(&mut from, to), to }
        });
        timed.collect()
    }

    /// How many minutes a meeting takes.
    pub fn minutes(&self, meeting: Meeting) -> u32 {
        self.timed(meeting).last().map_or(0, |last| last.to)
    }
}

impl Timed<'_> {
    /// The whole minutes there are for each of so many arcs; `None` for a part that is not about arcs, and for no arcs.
    pub fn for_each(&self, arcs: usize) -> Option<u32> {
        let arcs = u32::try_from(arcs).ok().filter(|arcs| *arcs > 0 && self.slot.is_for_arcs)?;
        self.slot.minutes.checked_div(arcs)
    }
}

impl GuideSession {
    /// How many people take part: `Ok(None)` if nothing was typed, 1 or more otherwise.
    ///
    /// # Errors
    /// [`Uncounted::NotNumbers`] if what was typed is no such number.
    pub fn people(&self) -> Result<Option<u32>, Uncounted> {
        match self.people.trim() {
            "" => Ok(None),
            typed => parse_count(typed).filter(|people| *people > 0).map(Some).ok_or(Uncounted::NotNumbers),
        }
    }

    /// Where people placed an arc; all 0 where nobody was asked.
    ///
    /// # Errors
    /// Why the hands can't be counted. People that can't be read hold nothing up here.
    pub fn judged(&self, theme: &ThemeId) -> Result<Judged, Uncounted> {
        let Some(typed) = self.hands.get(theme) else { return Ok(Judged::default()) };
        let judged = Judged::parse(typed).ok_or(Uncounted::NotNumbers)?;
        let hands = judged.people();
        match self.people() {
            Ok(Some(people)) if hands > people => Err(Uncounted::TooMany { hands, people }),
            _ => Ok(judged),
        }
    }

    /// What was noted of an arc, without space around it.
    pub fn note(&self, theme: &ThemeId) -> &str {
        self.notes.get(theme).map(|note| note.trim()).unwrap_or_default()
    }

    /// Whether anything was noted or counted of an arc.
    pub fn has_heard_of(&self, theme: &ThemeId) -> bool {
        let counted = self.hands.get(theme).is_some_and(|five| five.iter().any(|typed| !typed.trim().is_empty()));
        counted || !self.note(theme).is_empty()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A workshop about one arc with these people and hands.
    pub(crate) fn workshop(people: &str, hands: [&str; 5]) -> GuideSession {
        let arc = ThemeId::parse("roles").unwrap();
        GuideSession {
            meeting: Meeting::Workshop,
            title: "Town hall".to_owned(),
            on: NaiveDate::from_ymd_opt(2010, 2, 5).unwrap(),
            round: None,
            people: people.to_owned(),
            themes: BTreeSet::from([arc.clone()]),
            notes: BTreeMap::new(),
            hands: BTreeMap::from([(arc, hands.map(str::to_owned))]),
            evidence: None,
            rest: Rest::new(),
        }
    }

    #[test]
    fn hands_are_counted_as_typed_and_never_more_than_there_are_people() {
        let judged = |people, hands| workshop(people, hands).judged(&ThemeId::parse("roles").unwrap());
        assert_eq!(judged("9", ["", "3", " 4 ", "2", ""]), Ok(Judged([0, 3, 4, 2, 0])));
        assert_eq!(judged("8", ["", "3", "4", "2", ""]), Err(Uncounted::TooMany { hands: 9, people: 8 }));
        assert_eq!(judged("", ["", "3", "4", "2", ""]), Ok(Judged([0, 3, 4, 2, 0])), "nobody said how many there are");
        assert_eq!(judged("9", ["", "three", "4", "2", ""]), Err(Uncounted::NotNumbers));
        assert_eq!(workshop("a few", [""; 5]).people(), Err(Uncounted::NotNumbers));
        assert_eq!(
            (workshop("0", [""; 5]).people(), workshop(" ", [""; 5]).people()),
            (Err(Uncounted::NotNumbers), Ok(None))
        );
    }

    #[test]
    fn a_timetable_runs_on_from_minute_0_and_shares_the_time_of_the_arcs_among_them() {
        let slot = |minutes, is_for_arcs| Slot { minutes, title: String::new(), text: String::new(), is_for_arcs };
        let guide = Guide {
            version: String::new(),
            source: String::new(),
            timetables: BTreeMap::from([(Meeting::Workshop, vec![slot(10, false), slot(50, true), slot(5, false)])]),
            scenarios: Vec::new(),
            prompts: BTreeMap::new(),
        };
        let timed = guide.timed(Meeting::Workshop);
        assert_eq!(timed.iter().map(|one| (one.from, one.to)).collect::<Vec<_>>(), [(0, 10), (10, 60), (60, 65)]);
        assert_eq!(timed.iter().map(|one| one.for_each(4)).collect::<Vec<_>>(), [None, Some(12), None]);
        assert_eq!((timed[1].for_each(0), guide.minutes(Meeting::Workshop)), (None, 65));
        assert_eq!(guide.minutes(Meeting::FocusGroup), 0);
    }
}
