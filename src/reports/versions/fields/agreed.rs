//! What evidence, agreed positions, the overall assessment and sign-offs say, field by field, in words.

use super::{EMPTY, Said, arc_name, fact, or_empty};
use crate::domain::agreed::{Assessment, Position};
use crate::domain::evidence::Evidence;
use crate::domain::framework::Framework;
use crate::domain::sign_off::SignOff;
use crate::domain::workspace::Workspace;
use crate::reports::{agreed, evidence, words};

/// What a piece of evidence says.
pub(super) fn evidence_fields(open: &Workspace, framework: Option<&Framework>, piece: &Evidence) -> Vec<Said> {
    let arcs = piece.arcs.iter().map(|(theme, judged)| match judged.people() {
        0 => arc_name(framework, theme),
        _ => format!(
            "{} (placed at 1 to 5 by {})",
            arc_name(framework, theme),
            judged.0.map(|n| n.to_string()).join(", ")
        ),
    });
    let round = piece.round.and_then(|round| open.round(round)).map(|round| round.title.as_str());
    let perspectives = evidence::perspective_names(framework, &piece.perspectives);
    vec![
        fact("Title", or_empty(&piece.title)),
        fact("Where it comes from", evidence::source_name(piece.source).to_owned()),
        fact("Day", words::day(piece.on)),
        fact("People", piece.people.map_or_else(|| EMPTY.to_owned(), |people| people.to_string())),
        fact("Round", or_empty(round.unwrap_or_default())),
        fact("What was heard", or_empty(&piece.heard)),
        fact("Arcs", or_empty(&arcs.collect::<Vec<_>>().join("; "))),
        fact("Perspectives", or_empty(&perspectives.join("; "))),
    ]
}

/// What was agreed about an arc.
pub(super) fn position_fields(framework: Option<&Framework>, position: &Position) -> Vec<Said> {
    vec![
        fact("Arc", arc_name(framework, &position.theme)),
        fact("Agreed position", position.score.map_or_else(|| EMPTY.to_owned(), |score| score.to_string())),
        fact("Strong or to develop", or_empty(position.standing.map(agreed::standing_name).unwrap_or_default())),
        fact("Agreed on", words::day(position.on)),
        fact("Agreed by", or_empty(&position.by)),
        fact("Reason", or_empty(&position.reason)),
    ]
}

/// What the overall assessment says.
pub(super) fn assessment_fields(assessment: &Assessment) -> Vec<Said> {
    vec![
        fact("Words", or_empty(&assessment.text)),
        fact("Agreed on", words::day(assessment.on)),
        fact("Agreed by", or_empty(&assessment.by)),
    ]
}

/// What was signed, by whom and when.
pub(super) fn sign_off_fields(signed: &SignOff) -> Vec<Said> {
    vec![
        fact("Signed by", or_empty(&signed.by)),
        fact("Signed on", words::day(signed.on)),
        fact("Words", or_empty(&signed.words)),
        fact("Positions signed", signed.picture.positions.len().to_string()),
        fact("Targets signed", signed.picture.targets.len().to_string()),
    ]
}
