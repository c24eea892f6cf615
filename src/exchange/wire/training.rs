//! Training events, and how gaps between them are addressed, as they are spelled in files.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Rest, id, is_blank, maybe_id};
use crate::domain::ids::{ItemId, PracticeId, ThemeId};
use crate::domain::training::{Professions, TrainingEvent, TrainingGap};
use crate::exchange::problem::Fault;

/// A training event.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrainingEventWire {
    #[serde(default, skip_serializing_if = "is_blank")]
    title: String,
    /// The organisation or service that leads it.
    #[serde(default, skip_serializing_if = "is_blank")]
    lead: String,
    /// Whom it is meant for, in words without commas, semicolons and line ends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    professions: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    arcs: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    practices: BTreeSet<String>,
    /// When it is held, as written.
    #[serde(default, skip_serializing_if = "is_blank")]
    dates: String,
    /// How many places there are, as written.
    #[serde(default, skip_serializing_if = "is_blank")]
    places: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    method: String,
    /// How many came, as written.
    #[serde(default, skip_serializing_if = "is_blank")]
    attendance: String,
    /// How its impact is evaluated.
    #[serde(default, skip_serializing_if = "is_blank")]
    evaluation: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    notes: String,
    #[serde(flatten)]
    rest: Rest,
}

/// How a gap is addressed. The id of its record follows from the profession and the arc.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrainingGapWire {
    profession: String,
    theme: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    commissioning: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    resourcing: String,
    /// Who sees to it, as a role.
    #[serde(default, skip_serializing_if = "is_blank")]
    owner: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    words: String,
    /// The plan item that addresses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&TrainingEvent> for TrainingEventWire {
    fn from(event: &TrainingEvent) -> Self {
        Self {
            title: event.title.clone(),
            lead: event.lead.clone(),
            professions: event.professions.iter().map(str::to_owned).collect(),
            arcs: event.arcs.iter().map(ToString::to_string).collect(),
            practices: event.practices.iter().map(ToString::to_string).collect(),
            dates: event.dates.clone(),
            places: event.places.clone(),
            method: event.method.clone(),
            attendance: event.attendance.clone(),
            evaluation: event.evaluation.clone(),
            notes: event.notes.clone(),
            rest: event.rest.clone(),
        }
    }
}

impl TryFrom<TrainingEventWire> for TrainingEvent {
    type Error = Fault;

    fn try_from(wire: TrainingEventWire) -> Result<Self, Fault> {
        let arcs = wire.arcs.iter().map(|text| id(text, ThemeId::parse, "the arc"));
        let practices = wire.practices.iter().map(|text| id(text, PracticeId::parse, "the practice"));
        Ok(Self {
            title: wire.title,
            lead: wire.lead,
            professions: Professions::of(wire.professions.iter().map(String::as_str)),
            arcs: arcs.collect::<Result<_, Fault>>()?,
            practices: practices.collect::<Result<_, Fault>>()?,
            dates: wire.dates,
            places: wire.places,
            method: wire.method,
            attendance: wire.attendance,
            evaluation: wire.evaluation,
            notes: wire.notes,
            rest: wire.rest,
        })
    }
}

impl From<&TrainingGap> for TrainingGapWire {
    fn from(gap: &TrainingGap) -> Self {
        Self {
            profession: gap.profession.clone(),
            theme: gap.theme.to_string(),
            commissioning: gap.commissioning.clone(),
            resourcing: gap.resourcing.clone(),
            owner: gap.owner.clone(),
            words: gap.words.clone(),
            action: gap.action.map(|action| action.to_string()),
            rest: gap.rest.clone(),
        }
    }
}

impl TryFrom<TrainingGapWire> for TrainingGap {
    type Error = Fault;

    fn try_from(wire: TrainingGapWire) -> Result<Self, Fault> {
        if wire.profession.trim().is_empty() {
            return Err(Fault::at("", "it names no profession"));
        }
        Ok(Self {
            profession: wire.profession,
            theme: id(&wire.theme, ThemeId::parse, "the arc")?,
            commissioning: wire.commissioning,
            resourcing: wire.resourcing,
            owner: wire.owner,
            words: wire.words,
            action: maybe_id(wire.action.as_ref(), ItemId::parse, "the action")?,
            rest: wire.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(text: &str) -> Result<TrainingEvent, Fault> {
        serde_json::from_str::<TrainingEventWire>(text).unwrap().try_into()
    }

    fn gap(text: &str) -> Result<TrainingGap, Fault> {
        serde_json::from_str::<TrainingGapWire>(text).unwrap().try_into()
    }

    #[test]
    fn an_event_comes_back_as_it_was_written() {
        let read = event(
            r#"{"title": "Induction", "lead": "Workforce team", "professions": ["Teachers", "teachers", "Midwives; nurses"],
            "arcs": ["identity", "language"], "practices": ["caf"], "dates": "Oct-09", "places": "24", "method": "Day course",
            "attendance": "19", "evaluation": "Asked after three months", "notes": "Lunch", "room": "hall"}"#,
        )
        .unwrap();
        assert_eq!(read.professions, Professions::read("Teachers, Midwives, nurses"));
        assert_eq!((read.arcs.len(), read.practices.len()), (2, 1));
        let text = serde_json::to_string(&TrainingEventWire::from(&read)).unwrap();
        assert!(text.contains(r#""room":"hall""#), "fields of a newer Rainbow stay");
        assert_eq!(event(&text).unwrap(), read);
        assert_eq!(event("{}").unwrap(), TrainingEvent::default());
        assert!(event(r#"{"arcs": ["No id"]}"#).is_err());
    }

    #[test]
    fn a_gap_comes_back_as_it_was_written_and_names_a_profession() {
        let read = gap(
            r#"{"profession": "Midwives", "theme": "roles", "commissioning": "With the trust", "resourcing": "None",
            "owner": "Workforce lead", "words": "Ask in May", "action": "00000000-0000-0000-0000-000000000005", "colour": 1}"#,
        )
        .unwrap();
        let text = serde_json::to_string(&TrainingGapWire::from(&read)).unwrap();
        assert!(text.contains(r#""colour":1"#), "fields of a newer Rainbow stay");
        assert_eq!(gap(&text).unwrap(), read);
        assert!(gap(r#"{"profession": " ", "theme": "roles"}"#).is_err());
    }
}
