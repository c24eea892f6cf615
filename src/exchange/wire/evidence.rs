//! Evidence as it is spelled in files.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Rest, day, id, is_blank, maybe_id};
use crate::domain::evidence::{Evidence, Judged, Source};
use crate::domain::ids::{PerspectiveId, RoundId, ThemeId};
use crate::exchange::problem::Fault;

/// What was heard or found beside the survey.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvidenceWire {
    source: EvidenceSourceWire,
    #[serde(default, skip_serializing_if = "is_blank")]
    title: String,
    on: String,
    /// How many people took part; left out where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
    /// The round that it was gathered for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    round: Option<String>,
    #[serde(default, skip_serializing_if = "is_blank")]
    heard: String,
    /// By theme: how many people placed it at 1, 2, 3, 4 and 5; all 0 where nobody did.
    arcs: BTreeMap<String, [u32; 5]>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    perspectives: BTreeSet<String>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum EvidenceSourceWire {
    FocusGroup,
    Workshop,
    Existing,
    Views,
    Other,
}

impl From<&Evidence> for EvidenceWire {
    fn from(evidence: &Evidence) -> Self {
        Self {
            source: match evidence.source {
                Source::FocusGroup => EvidenceSourceWire::FocusGroup,
                Source::Workshop => EvidenceSourceWire::Workshop,
                Source::Existing => EvidenceSourceWire::Existing,
                Source::Views => EvidenceSourceWire::Views,
                Source::Other => EvidenceSourceWire::Other,
            },
            title: evidence.title.clone(),
            on: evidence.on.to_string(),
            people: evidence.people,
            round: evidence.round.map(|round| round.to_string()),
            heard: evidence.heard.clone(),
            arcs: evidence.arcs.iter().map(|(theme, judged)| (theme.to_string(), judged.0)).collect(),
            perspectives: evidence.perspectives.iter().map(ToString::to_string).collect(),
            rest: evidence.rest.clone(),
        }
    }
}

impl TryFrom<EvidenceWire> for Evidence {
    type Error = Fault;

    fn try_from(wire: EvidenceWire) -> Result<Self, Fault> {
        let arcs =
            wire.arcs.iter().map(|(theme, judged)| Ok((id(theme, ThemeId::parse, "the theme")?, Judged(*judged))));
        let perspectives = wire.perspectives.iter().map(|text| id(text, PerspectiveId::parse, "the perspective"));
        let evidence = Self {
            source: match wire.source {
                EvidenceSourceWire::FocusGroup => Source::FocusGroup,
                EvidenceSourceWire::Workshop => Source::Workshop,
                EvidenceSourceWire::Existing => Source::Existing,
                EvidenceSourceWire::Views => Source::Views,
                EvidenceSourceWire::Other => Source::Other,
            },
            title: wire.title,
            on: day(&wire.on, "the day")?,
            people: wire.people,
            round: maybe_id(wire.round.as_ref(), RoundId::parse, "the round")?,
            heard: wire.heard,
            arcs: arcs.collect::<Result<_, Fault>>()?,
            perspectives: perspectives.collect::<Result<_, Fault>>()?,
            rest: wire.rest,
        };
        match evidence.too_many() {
            Some(theme) => Err(Fault::at("", format!("more people than took part placed {theme}"))),
            None if evidence.people == Some(0) => Err(Fault::at("", "nobody took part")),
            None => Ok(evidence),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(people: &str, judged: &str) -> Result<Evidence, Fault> {
        let text = format!(
            r#"{{"source": "focus-group", "title": "School nurses", "on": "2009-12-01", {people} "heard": "Nobody rings back.",
            "arcs": {{"roles": {judged}, "identity": [0, 0, 0, 0, 0]}}, "perspectives": ["child"], "room": "hall"}}"#
        );
        serde_json::from_str::<EvidenceWire>(&text).unwrap().try_into()
    }

    #[test]
    fn evidence_comes_back_as_it_was_written() {
        let evidence = read(r#""people": 9,"#, "[1, 2, 3, 2, 1]").unwrap();
        assert_eq!((evidence.people, evidence.arcs.len()), (Some(9), 2));
        let text = serde_json::to_string(&EvidenceWire::from(&evidence)).unwrap();
        assert!(text.contains(r#""room":"hall""#), "fields of a newer Rainbow stay");
        assert_eq!(Evidence::try_from(serde_json::from_str::<EvidenceWire>(&text).unwrap()).unwrap(), evidence);
    }

    #[test]
    fn more_hands_than_people_and_nobody_at_all_are_refused() {
        assert!(read(r#""people": 8,"#, "[1, 2, 3, 2, 1]").is_err());
        assert!(read(r#""people": 0,"#, "[0, 0, 0, 0, 0]").is_err());
        assert!(read("", "[1, 2, 3, 2, 1]").is_ok(), "nobody knows how many there were");
    }
}
