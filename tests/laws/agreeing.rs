//! What can be heard, agreed and signed at a replica: evidence, positions, assessments and sign-offs.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rainbow::domain::agreed::{Assessment, Position, Standing};
use rainbow::domain::evidence::{Evidence, Judged, Source};
use rainbow::domain::ids::{EvidenceId, RecordId};
use rainbow::domain::rest::Rest;
use rainbow::domain::round::TenthScore;
use rainbow::domain::sign_off::{Picture, SignOff};
use rainbow::domain::workspace::{Edit, Workspace};
use uuid::Uuid;

use super::history::{ROUND, SURVEY, day, entry, moment};

/// What people do with what stands beside the scores.
#[derive(Clone, Debug)]
pub(super) enum Agreeing {
    /// Adds a piece of evidence or changes one: which, how many people placed the arc at 4, and of how many.
    Hear(u8, u8, u8),
    Remove(u8),
    /// Chooses one of the versions of a piece of evidence that are in conflict.
    Choose(u8, usize),
    /// Agrees a position, in tenths from 1.0 on; none takes the last one back.
    Place(Option<u8>, bool),
    Assess(u8),
    Sign(u8),
}

impl Agreeing {
    /// Whether whoever does it has all versions before them.
    pub(super) fn is_choice(&self) -> bool {
        matches!(self, Self::Remove(_) | Self::Choose(..))
    }
}

pub(super) fn agreeing() -> impl Strategy<Value = Agreeing> {
    prop_oneof![
        3 => (0..2_u8, 0..9_u8, 4..9_u8).prop_map(|(which, fours, people)| Agreeing::Hear(which, fours, people)),
        1 => (0..2_u8).prop_map(Agreeing::Remove),
        1 => (0..2_u8, 0..3_usize).prop_map(|(which, version)| Agreeing::Choose(which, version)),
        2 => (prop::option::of(0..41_u8), any::<bool>()).prop_map(|(tenths, is_strong)| Agreeing::Place(tenths, is_strong)),
        1 => (0..4_u8).prop_map(Agreeing::Assess),
        2 => any::<u8>().prop_map(Agreeing::Sign),
    ]
}

/// Does it here; nothing where it is refused.
pub(super) fn agree(here: &mut Workspace, act: &Agreeing, step: usize) -> Edit {
    let theme = || SURVEY.framework.themes[0].id.clone();
    match act {
        Agreeing::Hear(which, fours, people) => {
            let evidence = Evidence {
                source: Source::ALL[usize::from(*fours) % Source::ALL.len()],
                title: format!("Group {which}"),
                on: day(),
                people: Some((*people).into()),
                round: Some(ROUND),
                heard: format!("{fours} of {people}"),
                arcs: BTreeMap::from([(theme(), Judged([0, 0, 0, (*fours).into(), 0]))]),
                perspectives: BTreeSet::new(),
                rest: Rest::from([("room".to_owned(), (*people).into())]),
            };
            here.set_evidence(evidence_id(*which), evidence).unwrap_or_default()
        }
        Agreeing::Remove(which) => here.delete_evidence(evidence_id(*which)).unwrap_or_default(),
        Agreeing::Choose(which, version) => {
            let id = RecordId::from(evidence_id(*which));
            let conflict = here.records().get(id).filter(|versions| versions.in_conflict());
            let chosen = conflict.map(|versions| versions.bodies()[version % versions.bodies().len()].clone());
            chosen.map(|chosen| here.settle_conflict(id, chosen).unwrap()).unwrap_or_default()
        }
        Agreeing::Place(tenths, is_strong) => {
            let score = tenths.map(|tenths| format!("{}.{}", 1 + tenths / 10, tenths % 10));
            let position = Position {
                theme: theme(),
                score: score.map(|score| TenthScore::parse(&score).unwrap()),
                standing: tenths.map(|_| if *is_strong { Standing::Strong } else { Standing::ToDevelop }),
                on: day(),
                recorded: moment(step),
                by: "Trust Board".to_owned(),
                reason: String::new(),
                rest: Rest::new(),
            };
            here.set_position(entry(step), position)
        }
        Agreeing::Assess(text) => {
            let text = if *text == 0 { String::new() } else { format!("Assessment {text}") };
            let by = "Trust Board".to_owned();
            here.set_assessment(
                entry(step),
                Assessment { text, on: day(), recorded: moment(step), by, rest: Rest::new() },
            )
        }
        Agreeing::Sign(words) => {
            let picture = Picture {
                positions: here.positions().into_values().cloned().collect(),
                targets: here.targets().into_values().cloned().collect(),
                assessment: here.assessment().cloned(),
                figures: None,
            };
            let signed = SignOff {
                by: "Director".to_owned(),
                on: day(),
                recorded: moment(step),
                words: words.to_string(),
                picture,
                rest: Rest::new(),
            };
            here.sign_off(entry(step), signed).unwrap_or_default()
        }
    }
}

fn evidence_id(which: u8) -> EvidenceId {
    EvidenceId(Uuid::from_u128(700 + u128::from(which)))
}
