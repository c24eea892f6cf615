//! What the sample's area heard beside its survey: a focus group, a workshop, what young people said and a report that was there
//! already.

use chrono::NaiveDate;

use super::day;
use super::dice::Dice;
use crate::domain::evidence::{Evidence, Judged, Source};
use crate::domain::ids::{EvidenceId, PerspectiveId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, EditError, Workspace};

/// A piece of evidence as it is written here.
struct Piece {
    source: Source,
    title: &'static str,
    on: NaiveDate,
    people: Option<u32>,
    heard: &'static str,
    arcs: &'static [(&'static str, [u32; 5])],
    perspectives: &'static [&'static str],
}

const PIECES: [Piece; 4] = [
    Piece {
        source: Source::FocusGroup,
        title: "Front-line staff, north of the county",
        on: day(2009, 11, 17),
        people: Some(11),
        heard: "Most had a story of a family who had been asked the same questions by four services.\nWho leads is agreed at the table and forgotten afterwards, because nobody writes it where the others can see it.",
        arcs: &[("integrated-working", [1, 4, 5, 1, 0]), ("roles", [3, 5, 2, 0, 0])],
        perspectives: &["team"],
    },
    Piece {
        source: Source::Workshop,
        title: "Scenario workshop: a move between two schools",
        on: day(2009, 12, 3),
        people: Some(18),
        heard: "Five tables followed one made-up family for two years. Each table found the same gap: nobody tells the new school before the first day.\nWhat people would change first is small: one telephone number, answered all day.",
        arcs: &[("identity", [0, 0, 0, 0, 0]), ("integrated-working", [0, 6, 9, 3, 0])],
        perspectives: &["service", "trust"],
    },
    Piece {
        source: Source::Views,
        title: "Youth forum",
        on: day(2009, 12, 12),
        people: Some(14),
        heard: "They know one adult who would sort things out and cannot say which service that adult belongs to.\nWords such as \u{2018}assessment\u{2019} and \u{2018}threshold\u{2019} sound like an examination.",
        arcs: &[("language", [2, 6, 4, 2, 0]), ("outcomes", [0, 0, 0, 0, 0])],
        perspectives: &["children"],
    },
    Piece {
        source: Source::Existing,
        title: "Training records of four partners, 2008 to 2009",
        on: day(2009, 10, 5),
        people: None,
        heard: "Seven in ten new starters went to shared training within six months. Evening and weekend staff hardly appear in the records.",
        arcs: &[("training", [0, 0, 0, 0, 0])],
        perspectives: &[],
    },
];

/// Adds the evidence, for the latest round.
pub(super) fn gather(sample: &mut Workspace, ids: &mut Dice) -> Result<Vec<Edit>, EditError> {
    let round = sample.rounds().last().map(|(id, _)| *id);
    let piece = |piece: &Piece| Evidence {
        source: piece.source,
        title: piece.title.to_owned(),
        on: piece.on,
        people: piece.people,
        // What was there already was gathered for nothing in particular.
        round: round.filter(|_| piece.source != Source::Existing),
        heard: piece.heard.to_owned(),
        arcs: piece.arcs.iter().filter_map(|(id, counts)| Some((ThemeId::parse(id)?, Judged(*counts)))).collect(),
        perspectives: piece.perspectives.iter().filter_map(|id| PerspectiveId::parse(id)).collect(),
        rest: Rest::new(),
    };
    PIECES.iter().map(|one| sample.set_evidence(EvidenceId(ids.id()), piece(one))).collect()
}
