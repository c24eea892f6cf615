//! Rounds, their entries and targets as they are spelled in files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, moment, moment_text};
use crate::domain::ids::{RecordId, RoundId, SectorId, SurveyHash, ThemeId};
use crate::domain::round::{
    Asks, Counted, LARGEST_SMALLEST_GROUP, ReturnsTo, Round, RoundEntry, RoundEvent, SMALLEST_GROUP, Target, TenthScore,
};
use crate::exchange::problem::Fault;

/// One time of asking.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoundWire {
    title: String,
    /// Hashes of the surveys handed out, the newest last.
    surveys: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    opened: String,
    /// The last day on which answers are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closes: Option<String>,
    /// By sector: how many responses are expected.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    expected: BTreeMap<String, u32>,
    #[serde(default, skip_serializing_if = "is_blank")]
    why: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keep_until: Option<String>,
    /// What people are not asked about themselves: "sector", "staff-group" or "organisation".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    not_asked: Vec<AboutWire>,
    /// The role of whom responses are sent back to.
    #[serde(default, skip_serializing_if = "is_blank")]
    returns_to: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    returns_to_email: String,
    /// The fewest people that a shared figure stands for, 5 to 50; 5 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    smallest_group: Option<u32>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum AboutWire {
    Sector,
    StaffGroup,
    Organisation,
}

/// Something that happened to a round.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoundEntryWire {
    round: String,
    on: String,
    recorded: String,
    what: RoundEventWire,
    /// What is counted from here on; a closing without it counts every pack there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    counts: Option<CountedWire>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum RoundEventWire {
    Closed,
    LateTaken,
    Reopened,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CountedWire {
    /// The ids of packs.
    packs: Vec<String>,
    /// How many responses they held then.
    responses: usize,
}

/// Where the area wants to be on a theme.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TargetWire {
    theme: String,
    /// From "1.0" to "5.0"; left out when a target was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    score: Option<String>,
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    by: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    reason: String,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Round> for RoundWire {
    fn from(round: &Round) -> Self {
        Self {
            title: round.title.clone(),
            surveys: round.surveys.iter().map(ToString::to_string).collect(),
            minimum: round.minimum,
            opened: round.opened.to_string(),
            closes: round.closes.map(|day| day.to_string()),
            expected: round.expected.iter().map(|(sector, number)| (sector.to_string(), *number)).collect(),
            why: round.why.clone(),
            keep_until: round.keep_until.map(|day| day.to_string()),
            not_asked: not_asked(round.asks),
            returns_to: round.returns_to.role.clone(),
            returns_to_email: round.returns_to.email.clone(),
            smallest_group: round.smallest_group,
            rest: round.rest.clone(),
        }
    }
}

impl TryFrom<RoundWire> for Round {
    type Error = Fault;

    fn try_from(wire: RoundWire) -> Result<Self, Fault> {
        let surveys = wire.surveys.iter().map(|hash| id(hash, SurveyHash::parse, "the survey"));
        let expected =
            wire.expected.iter().map(|(sector, number)| Ok((id(sector, SectorId::parse, "the sector")?, *number)));
        let maybe_day = |text: Option<&String>, field| text.map(|text| day(text, field)).transpose();
        let asked = |about| !wire.not_asked.contains(&about);
        Ok(Self {
            closes: maybe_day(wire.closes.as_ref(), "the last day")?,
            expected: expected.collect::<Result<_, Fault>>()?,
            keep_until: maybe_day(wire.keep_until.as_ref(), "the day until which answers are kept")?,
            asks: Asks {
                sector: asked(AboutWire::Sector),
                staff_group: asked(AboutWire::StaffGroup),
                organisation: asked(AboutWire::Organisation),
            },
            why: wire.why,
            returns_to: ReturnsTo { role: wire.returns_to, email: wire.returns_to_email },
            surveys: surveys.collect::<Result<_, Fault>>()?,
            title: wire.title,
            minimum: wire.minimum,
            opened: day(&wire.opened, "the opening day")?,
            smallest_group: wire.smallest_group.map(smallest_group).transpose()?,
            rest: wire.rest,
        })
    }
}

/// Whether this many people can be asked for behind every shared figure.
fn smallest_group(number: u32) -> Result<u32, Fault> {
    let people = usize::try_from(number).unwrap_or(usize::MAX);
    if (SMALLEST_GROUP..=LARGEST_SMALLEST_GROUP).contains(&people) {
        return Ok(number);
    }
    let range = format!("from {SMALLEST_GROUP} to {LARGEST_SMALLEST_GROUP}");
    Err(Fault::at("", format!("the smallest group whose results are shared is {number}; it has to be {range}")))
}

/// Reads a place on the scale written as 3.5.
pub(super) fn tenths(text: &str, field: &str) -> Result<TenthScore, Fault> {
    let what = || format!("{field} is \u{201c}{}\u{201d}; it has to be from 1.0 to 5.0", super::shown(text));
    TenthScore::parse(text).ok_or_else(|| Fault::at("", what()))
}

/// What people are not asked about themselves.
fn not_asked(asks: Asks) -> Vec<AboutWire> {
    let all = [
        (asks.sector, AboutWire::Sector),
        (asks.staff_group, AboutWire::StaffGroup),
        (asks.organisation, AboutWire::Organisation),
    ];
    all.into_iter().filter(|(asked, _)| !asked).map(|(_, about)| about).collect()
}

impl From<&RoundEntry> for RoundEntryWire {
    fn from(entry: &RoundEntry) -> Self {
        Self {
            round: entry.round.to_string(),
            on: entry.on.to_string(),
            recorded: moment_text(entry.recorded),
            what: match entry.what {
                RoundEvent::Closed => RoundEventWire::Closed,
                RoundEvent::LateTaken => RoundEventWire::LateTaken,
                RoundEvent::Reopened => RoundEventWire::Reopened,
            },
            counts: entry.counts.as_ref().map(|counted| CountedWire {
                packs: counted.packs.iter().map(ToString::to_string).collect(),
                responses: counted.responses,
            }),
            rest: entry.rest.clone(),
        }
    }
}

impl TryFrom<RoundEntryWire> for RoundEntry {
    type Error = Fault;

    fn try_from(wire: RoundEntryWire) -> Result<Self, Fault> {
        let counted = |counted: CountedWire| {
            let packs = counted.packs.iter().map(|pack| id(pack, RecordId::parse, "a counted pack"));
            Ok::<_, Fault>(Counted { packs: packs.collect::<Result<_, _>>()?, responses: counted.responses })
        };
        Ok(Self {
            round: id(&wire.round, RoundId::parse, "the round")?,
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            what: match wire.what {
                RoundEventWire::Closed => RoundEvent::Closed,
                RoundEventWire::LateTaken => RoundEvent::LateTaken,
                RoundEventWire::Reopened => RoundEvent::Reopened,
            },
            counts: wire.counts.map(counted).transpose()?,
            rest: wire.rest,
        })
    }
}

impl From<&Target> for TargetWire {
    fn from(target: &Target) -> Self {
        Self {
            theme: target.theme.to_string(),
            score: target.score.map(|score| score.to_string()),
            on: target.on.to_string(),
            recorded: moment_text(target.recorded),
            by: target.by.clone(),
            reason: target.reason.clone(),
            rest: target.rest.clone(),
        }
    }
}

impl TryFrom<TargetWire> for Target {
    type Error = Fault;

    fn try_from(wire: TargetWire) -> Result<Self, Fault> {
        Ok(Self {
            theme: id(&wire.theme, ThemeId::parse, "the theme")?,
            score: wire.score.map(|text| tenths(&text, "the target")).transpose()?,
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "the time of recording")?,
            by: wire.by,
            reason: wire.reason,
            rest: wire.rest,
        })
    }
}
