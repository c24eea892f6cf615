//! The guide as it is spelled in `data/guide.json`, and sessions of it as they are spelled in files.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, maybe_id};
use crate::domain::guide::{Guide, GuideSession, Meeting, Scenario, Slot};
use crate::domain::ids::{EvidenceId, RoundId, ThemeId};
use crate::exchange::problem::Fault;

/// The guide.
#[derive(Deserialize)]
pub struct GuideWire {
    version: String,
    source: String,
    timetables: Vec<TimetableWire>,
    scenarios: Vec<ScenarioWire>,
    arcs: Vec<ArcWire>,
}

#[derive(Deserialize)]
struct TimetableWire {
    meeting: MeetingWire,
    slots: Vec<SlotWire>,
}

#[derive(Deserialize)]
struct SlotWire {
    minutes: u32,
    title: String,
    text: String,
    /// Whether the time is shared out among the arcs.
    #[serde(default)]
    arcs: bool,
}

#[derive(Deserialize)]
struct ScenarioWire {
    title: String,
    text: String,
}

#[derive(Deserialize)]
struct ArcWire {
    theme: String,
    prompts: Vec<String>,
}

/// A focus group or workshop that works from the guide.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GuideSessionWire {
    meeting: MeetingWire,
    #[serde(default, skip_serializing_if = "is_blank")]
    title: String,
    on: String,
    /// The round that it is held for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    /// How many people take part, as typed.
    #[serde(default, skip_serializing_if = "is_blank")]
    people: String,
    /// The themes that are talked about.
    themes: BTreeSet<String>,
    /// By theme: what was heard.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    notes: BTreeMap<String, String>,
    /// By theme: the hands for 1, 2, 3, 4 and 5, as typed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    hands: BTreeMap<String, [String; 5]>,
    /// The evidence that it was kept as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    evidence: Option<String>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum MeetingWire {
    FocusGroup,
    Workshop,
}

impl From<MeetingWire> for Meeting {
    fn from(wire: MeetingWire) -> Self {
        match wire {
            MeetingWire::FocusGroup => Self::FocusGroup,
            MeetingWire::Workshop => Self::Workshop,
        }
    }
}

impl TryFrom<GuideWire> for Guide {
    type Error = Fault;

    fn try_from(wire: GuideWire) -> Result<Self, Fault> {
        let slot = |SlotWire { minutes, title, text, arcs }| Slot { minutes, title, text, is_for_arcs: arcs };
        let timetables =
            wire.timetables.into_iter().map(|one| (one.meeting.into(), one.slots.into_iter().map(slot).collect()));
        let mut prompts = BTreeMap::new();
        for ArcWire { theme, prompts: asked } in wire.arcs {
            if prompts.insert(id(&theme, ThemeId::parse, "the theme")?, asked).is_some() {
                return Err(Fault::at(format!("theme {theme}"), "its prompts stand there twice"));
            }
        }
        Ok(Self {
            version: wire.version,
            source: wire.source,
            timetables: timetables.collect(),
            scenarios: wire
                .scenarios
                .into_iter()
                .map(|ScenarioWire { title, text }| Scenario { title, text })
                .collect(),
            prompts,
        })
    }
}

impl From<&GuideSession> for GuideSessionWire {
    fn from(session: &GuideSession) -> Self {
        Self {
            meeting: match session.meeting {
                Meeting::FocusGroup => MeetingWire::FocusGroup,
                Meeting::Workshop => MeetingWire::Workshop,
            },
            title: session.title.clone(),
            on: session.on.to_string(),
            round: session.round.map(|round| round.to_string()),
            people: session.people.clone(),
            themes: session.themes.iter().map(ToString::to_string).collect(),
            notes: session.notes.iter().map(|(theme, note)| (theme.to_string(), note.clone())).collect(),
            hands: session.hands.iter().map(|(theme, five)| (theme.to_string(), five.clone())).collect(),
            evidence: session.evidence.map(|piece| piece.to_string()),
            rest: session.rest.clone(),
        }
    }
}

impl TryFrom<GuideSessionWire> for GuideSession {
    type Error = Fault;

    fn try_from(wire: GuideSessionWire) -> Result<Self, Fault> {
        fn by_theme<T>(map: BTreeMap<String, T>) -> Result<BTreeMap<ThemeId, T>, Fault> {
            map.into_iter().map(|(theme, of)| Ok((id(&theme, ThemeId::parse, "the theme")?, of))).collect()
        }
        let themes = wire.themes.iter().map(|theme| id(theme, ThemeId::parse, "the theme"));
        Ok(Self {
            meeting: wire.meeting.into(),
            title: wire.title,
            on: day(&wire.on, "the day")?,
            round: maybe_id(wire.round.as_ref(), RoundId::parse, "the round")?,
            people: wire.people,
            themes: themes.collect::<Result<_, Fault>>()?,
            notes: by_theme(wire.notes)?,
            hands: by_theme(wire.hands)?,
            evidence: maybe_id(wire.evidence.as_ref(), EvidenceId::parse, "the evidence")?,
            rest: wire.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_comes_back_as_it_was_written_with_what_nobody_could_count() {
        let text = r#"{"meeting":"focus-group","title":"School nurses","on":"2010-02-05","round":"00000000-0000-4000-8000-000000000001","people":"about 9","themes":["identity","roles"],"notes":{"roles":"Nobody rings back.\n"},"hands":{"roles":["","three","4","",""]},"evidence":"00000000-0000-4000-8000-000000000002","room":"hall"}"#;
        let session = GuideSession::try_from(serde_json::from_str::<GuideSessionWire>(text).unwrap()).unwrap();
        assert_eq!(
            (session.meeting, session.themes.len(), session.people.as_str()),
            (Meeting::FocusGroup, 2, "about 9")
        );
        assert_eq!(serde_json::to_string(&GuideSessionWire::from(&session)).unwrap(), text);
        let odd = text.replace(r#""hands":{"roles""#, r#""hands":{"R!""#);
        assert!(GuideSession::try_from(serde_json::from_str::<GuideSessionWire>(&odd).unwrap()).is_err());
    }

    #[test]
    fn an_arc_whose_prompts_stand_there_twice_is_refused() {
        let text = include_str!("../../../data/guide.json").replace(r#""theme": "language""#, r#""theme": "identity""#);
        assert!(Guide::try_from(serde_json::from_str::<GuideWire>(&text).unwrap()).is_err());
    }
}
