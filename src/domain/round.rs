//! A round: one time of asking, what happened to it, and where the area wants to be.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{RecordId, RoundId, SectorId, SurveyHash, ThemeId};
use super::rest::Rest;

/// The fewest people that a shared figure stands for, unless a round asks for more.
pub const SMALLEST_GROUP: usize = 5;

/// The most people that a round can ask for behind a shared figure.
pub const LARGEST_SMALLEST_GROUP: usize = 50;

/// One time of asking. The tool is run again and again; each round is a benchmark for the next.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Round {
    /// Its title, such as "December 2009".
    pub title: String,
    /// The surveys handed out in it, the newest last. Answers to an older one are taken statement by statement.
    pub surveys: Vec<SurveyHash>,
    /// How many responses are required, if a number was set.
    pub minimum: Option<u32>,
    /// The day it was opened.
    pub opened: NaiveDate,
    /// The last day on which answers are asked for, if one was set. The round is closed by an entry and never by the calendar.
    pub closes: Option<NaiveDate>,
    /// How many responses are expected from a sector, where a number was set.
    pub expected: BTreeMap<SectorId, u32>,
    /// Why people are asked and what happens with their answers, in the coordinator's words; empty for the usual words.
    pub why: String,
    /// Until when individual answers are kept, if a day was set.
    pub keep_until: Option<NaiveDate>,
    /// What people are asked about themselves.
    pub asks: Asks,
    /// Whom responses are sent back to.
    pub returns_to: ReturnsTo,
    /// The fewest people that a shared figure stands for, where that is more than [`SMALLEST_GROUP`].
    pub smallest_group: Option<u32>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// What people are asked about themselves. None of it ever has to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asks {
    /// The sector they work in.
    pub sector: bool,
    /// Their staff group.
    pub staff_group: bool,
    /// Their organisation, in their own words.
    pub organisation: bool,
}

/// Whom responses are sent back to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReturnsTo {
    /// The role of who collects them, such as "Workforce project officer"; empty if not said.
    pub role: String,
    /// The email address; empty if not said.
    pub email: String,
}

/// Something that happened to a round on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RoundEntry {
    /// The round.
    pub round: RoundId,
    /// The day.
    pub on: NaiveDate,
    /// When it was recorded, which orders entries of one day.
    pub recorded: DateTime<Utc>,
    /// What happened.
    pub what: RoundEvent,
    /// What is counted from here on, in an entry that closes a round or takes late answers in. `None` in one that reopens
    /// it, and in closings that did not say: they count every pack there is.
    pub counts: Option<Counted>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The packs that an entry of a round counts. They were made for it, so that nothing done elsewhere to the packs that the
/// responses first came in can move a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Counted {
    /// The records of the packs.
    pub packs: BTreeSet<RecordId>,
    /// How many responses they held then, each revision counted. Where they hold fewer now, some were withdrawn since.
    pub responses: usize,
}

/// What can happen to a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoundEvent {
    /// It was closed: from here its results may be shared, and later files are late.
    Closed,
    /// Answers that came after the closing were taken in and count from here on.
    LateTaken,
    /// It was opened again.
    Reopened,
}

/// Where the area wants to be on a theme: one entry each time it is agreed; the latest counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// The theme.
    pub theme: ThemeId,
    /// The score aimed for; `None` takes an earlier target back.
    pub score: Option<TenthScore>,
    /// The day it was agreed.
    pub on: NaiveDate,
    /// When it was recorded, which orders entries of one day.
    pub recorded: DateTime<Utc>,
    /// Who agreed it, as a role; empty if not said.
    pub by: String,
    /// Why; empty if not said.
    pub reason: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A place on the scale from 1 to 5 in steps of a tenth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TenthScore(u8);

impl Round {
    /// A round that was opened on a day, of which nothing else is said.
    pub fn opened(title: &str, surveys: Vec<SurveyHash>, opened: NaiveDate) -> Self {
        Self {
            title: title.to_owned(),
            surveys,
            minimum: None,
            opened,
            closes: None,
            expected: BTreeMap::new(),
            why: String::new(),
            keep_until: None,
            asks: Asks::default(),
            returns_to: ReturnsTo::default(),
            smallest_group: None,
            rest: Rest::new(),
        }
    }

    /// The fewest people that a shared figure stands for, 5 to 50.
    pub fn smallest_group(&self) -> usize {
        let asked = self.smallest_group.and_then(|number| usize::try_from(number).ok());
        asked.unwrap_or(SMALLEST_GROUP).clamp(SMALLEST_GROUP, LARGEST_SMALLEST_GROUP)
    }
}

impl Default for Asks {
    /// Everything.
    fn default() -> Self {
        Self { sector: true, staff_group: true, organisation: true }
    }
}

/// Reads how many responses are required: a whole number of 1 or more, or nothing. `None` for anything else.
pub fn parse_minimum(text: &str) -> Option<Option<u32>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let number =
        text.parse::<u32>().ok().filter(|number| *number > 0 && text.bytes().all(|byte| byte.is_ascii_digit()));
    number.map(Some)
}

/// Reads the smallest group whose results are shared: a whole number from `at_least` to [`LARGEST_SMALLEST_GROUP`].
/// `Some(None)` is [`SMALLEST_GROUP`], which needs no saying; `None` is anything else.
pub fn parse_smallest_group(text: &str, at_least: usize) -> Option<Option<u32>> {
    let number = parse_minimum(text)??;
    let people = usize::try_from(number).ok()?;
    let more = (people > SMALLEST_GROUP).then_some(number);
    (at_least.max(SMALLEST_GROUP)..=LARGEST_SMALLEST_GROUP).contains(&people).then_some(more)
}

impl TenthScore {
    /// The place of this many tenths; `None` unless it is 10 to 50.
    pub fn from_tenths(tenths: u8) -> Option<Self> {
        (10..=50).contains(&tenths).then_some(Self(tenths))
    }

    /// Reads "4", "4.0" or "3.5"; `None` for anything else or outside 1 to 5.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, tenth) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
        let digit = |text: &str| (text.len() == 1).then(|| text.parse::<u8>().ok()).flatten();
        Self::from_tenths(digit(whole)?.checked_mul(10)?.checked_add(digit(tenth)?)?)
    }

    /// How many tenths, 10 to 50.
    pub fn tenths(self) -> u8 {
        self.0
    }

    /// The place as a number, 1.0 to 5.0.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

impl std::fmt::Display for TenthScore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minimum_is_a_whole_number_or_nothing() {
        assert_eq!(parse_minimum(" 45 "), Some(Some(45)));
        assert_eq!(parse_minimum("  "), Some(None));
        for bad in ["0", "-3", "+3", "4.5", "4,5", "forty", "99999999999"] {
            assert_eq!(parse_minimum(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_smallest_group_can_be_raised_and_never_lowered() {
        assert_eq!(parse_smallest_group(" 5", 5), Some(None));
        assert_eq!(parse_smallest_group("10", 5), Some(Some(10)));
        assert_eq!(parse_smallest_group("50", 10), Some(Some(50)));
        for (bad, told) in [("4", 5), ("9", 10), ("51", 5), ("", 5), ("many", 5), ("4", 1)] {
            assert_eq!(parse_smallest_group(bad, told), None, "{bad}");
        }
    }

    #[test]
    fn a_target_is_one_to_five_in_tenths() {
        assert_eq!(TenthScore::parse("4").unwrap().to_string(), "4.0");
        assert_eq!(TenthScore::parse(" 3.5 ").unwrap().tenths(), 35);
        for bad in ["", "0.9", "5.1", "3.55", "3,5", "-3", "x", "300"] {
            assert!(TenthScore::parse(bad).is_none(), "{bad}");
        }
    }
}
