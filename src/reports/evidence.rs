//! Evidence in words: what each piece says of itself, and where people placed an arc.

use std::collections::BTreeSet;

use super::words;
use crate::charts::Spread;
use crate::domain::evidence::{Evidence, Judged, Source};
use crate::domain::framework::{Framework, Theme};
use crate::domain::ids::{EvidenceId, PerspectiveId, ThemeId};
use crate::domain::round::SMALLEST_GROUP;
use crate::domain::workspace::Workspace;

/// A piece of evidence as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which it is.
    pub id: EvidenceId,
    /// What it is called.
    pub title: String,
    /// Where it comes from, when, from how many people, and what it is about beside the arcs.
    pub facts: String,
    /// What was heard, a paragraph each.
    pub heard: Vec<String>,
    /// The arcs that it is about, in the order of the framework.
    pub arcs: Vec<Placed>,
}

/// Where people placed an arc.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The arc.
    pub theme: ThemeId,
    /// Its short name.
    pub name: String,
    /// How many people placed it, in words; empty where nobody did.
    pub people: String,
    /// How many placed it where; `None` where nobody did, or too few to show.
    pub spread: Option<Spread>,
}

/// The evidence of an arc, or all of it, the latest day first.
pub fn pieces(open: &Workspace, framework: Option<&Framework>, theme: Option<&ThemeId>) -> Vec<Piece> {
    let all = open.evidence().into_iter();
    let about = all.filter(|(_, one)| theme.is_none_or(|theme| one.arcs.contains_key(theme)));
    about.map(|(id, one)| piece(open, framework, id, one)).collect()
}

/// Where evidence comes from, as a person says it.
pub fn source_name(source: Source) -> &'static str {
    match source {
        Source::FocusGroup => "Focus group",
        Source::Workshop => "Scenario workshop",
        Source::Existing => "Existing information",
        Source::Views => "Children\u{2019}s and families\u{2019} views",
        Source::Other => "Other",
    }
}

/// The names of perspectives; one that the framework does not know goes by its id.
pub fn perspective_names(framework: Option<&Framework>, ids: &BTreeSet<PerspectiveId>) -> Vec<String> {
    let name = |id: &PerspectiveId| match framework.and_then(|framework| framework.perspective(id)) {
        Some(perspective) => perspective.short.clone(),
        None => id.to_string(),
    };
    ids.iter().map(name).collect()
}

fn piece(open: &Workspace, framework: Option<&Framework>, id: EvidenceId, one: &Evidence) -> Piece {
    let smallest = one.round.map_or(SMALLEST_GROUP, |round| open.smallest_group(round));
    let people = one.people.map(words::people);
    let round = one.round.and_then(|round| open.round(round)).map(|round| format!("for the round {}", round.title));
    let perspectives = perspective_names(framework, &one.perspectives);
    let perspectives = match perspectives.as_slice() {
        [] => None,
        [one] => Some(format!("perspective: {one}")),
        several => Some(format!("perspectives: {}", words::list(several))),
    };
    let facts = [Some(source_name(one.source).to_owned()), Some(words::day(one.on)), people, round, perspectives];
    Piece {
        id,
        title: one.title.clone(),
        facts: facts.into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} "),
        heard: one.heard.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        arcs: placed(framework, one, smallest),
    }
}

/// The arcs of a piece in the order of the framework, then those that it does not know.
fn placed(framework: Option<&Framework>, one: &Evidence, smallest: usize) -> Vec<Placed> {
    let themes = framework.map(|framework| framework.themes.as_slice()).unwrap_or_default();
    let known = themes.iter().filter_map(|theme| Some((&theme.id, Some(theme), one.arcs.get(&theme.id)?)));
    let strangers = one.arcs.iter().filter(|(id, _)| themes.iter().all(|theme| theme.id != **id));
    let strangers = strangers.map(|(id, judged)| (id, None, judged));
    known.chain(strangers).map(|(id, theme, judged)| arc(id, theme, judged, smallest)).collect()
}

/// Where people placed an arc. A round that asks for larger groups asks it here too.
fn arc(id: &ThemeId, theme: Option<&Theme>, judged: &Judged, smallest: usize) -> Placed {
    let name = theme.map_or_else(|| id.to_string(), |theme| theme.short.clone());
    let count = judged.people();
    let counts = judged.0.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    let may_be_shown = usize::try_from(count).unwrap_or(usize::MAX) >= smallest;
    Placed {
        theme: id.clone(),
        people: match (count, may_be_shown) {
            (0, _) => String::new(),
            (_, true) => format!("Placed by {}", words::people(count)),
            (_, false) => format!("Placed by fewer than {smallest} people: too few to show"),
        },
        spread: may_be_shown.then(|| Spread {
            name: name.clone(),
            colour: theme.map_or("#505a5f", |theme| theme.colour.hex.as_str()).to_owned(),
            counts,
            aside: None,
        }),
        name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::scores::Scores;
    use crate::domain::ids::ReplicaId;
    use crate::domain::rest::Rest;
    use crate::exchange::builtin;
    use std::collections::BTreeMap;
    use uuid::Uuid;

    fn heard(arcs: &[(&str, [u32; 5])], day: u32) -> Evidence {
        let arcs = arcs.iter().map(|(id, counts)| (ThemeId::parse(id).unwrap(), Judged(*counts)));
        Evidence {
            source: Source::Workshop,
            title: format!("Workshop of the {day}th"),
            on: chrono::NaiveDate::from_ymd_opt(2010, 2, day).unwrap(),
            people: Some(12),
            round: None,
            heard: "First.\n\n Second. ".to_owned(),
            arcs: arcs.collect::<BTreeMap<_, _>>(),
            perspectives: BTreeSet::new(),
            rest: Rest::new(),
        }
    }

    #[test]
    fn no_score_moves_for_any_evidence() {
        let (mut sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let all = |open: &Workspace| {
            let rounds = open.rounds().into_iter().map(|(id, _)| id);
            rounds.map(|id| (Scores::of_round(open, id), Scores::of_children(open, id))).collect::<Vec<_>>()
        };
        let before = all(&sample);
        for theme in &builtin::framework().unwrap().themes {
            let mut fives = heard(&[(theme.id.as_str(), [0, 0, 0, 0, 12])], 5);
            fives.round = sample.rounds().last().map(|(id, _)| *id);
            let id = EvidenceId(Uuid::from_u128(u128::try_from(sample.evidence().len()).unwrap() + 1));
            sample.set_evidence(id, fives).unwrap();
        }
        assert!(sample.evidence().len() >= 8);
        assert_eq!(all(&sample), before);
    }

    #[test]
    fn an_arc_has_its_own_evidence_the_latest_first_and_hides_the_hands_of_a_few() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let mut open = Workspace::from_records(sample.id(), ReplicaId(2), Default::default());
        let piece = |number| EvidenceId(Uuid::from_u128(number));
        open.set_evidence(piece(1), heard(&[("roles", [1, 1, 1, 1, 0])], 5)).unwrap();
        open.set_evidence(piece(2), heard(&[("roles", [1, 1, 1, 1, 1]), ("identity", [0; 5])], 6)).unwrap();
        open.set_evidence(piece(3), heard(&[("identity", [0; 5])], 7)).unwrap();
        let framework = builtin::framework().unwrap();
        let roles = ThemeId::parse("roles").unwrap();
        let [later, earlier] = pieces(&open, Some(&framework), Some(&roles)).try_into().unwrap();
        assert_eq!((later.id, earlier.id), (piece(2), piece(1)));
        assert_eq!(later.heard, ["First.", "Second."]);
        let of_roles = |piece: &Piece| piece.arcs.iter().find(|placed| placed.theme == roles).cloned().unwrap();
        assert_eq!(of_roles(&earlier).spread, None);
        assert_eq!(of_roles(&later).spread.unwrap().counts, [1; 5]);
        assert_eq!(later.arcs[0].people, "", "nobody placed the first arc");
        assert!(
            later.facts.starts_with("Scenario workshop \u{b7} 6 February 2010 \u{b7} 12 people"),
            "{}",
            later.facts
        );
    }
}
