//! The rainbow of a round as a poster: one sheet for the wall of a staff room, with few words.

use super::document::{Block, Report, Section, Style};
use super::drafting::Drafting;
use super::heard::Heard;
use crate::domain::ids::RoundId;
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::workspace::Workspace;

/// The poster of a closed round; `None` if the round is open, not here, or nobody answered.
pub fn report(open: &Workspace, round: RoundId) -> Option<Report> {
    Heard::of(open, round).map(|heard| of_heard(&heard))
}

/// The same, of a round as it was heard.
pub fn of_heard(heard: &Heard<'_>) -> Report {
    let (open, round) = (heard.open, heard.id);
    let about = Subject::Round(round);
    let drafting = Drafting::new(open, ReportKind::Poster, about);
    let rainbow = heard.rainbow().into_iter().filter(|block| matches!(block, Block::Figure(_)));
    let mut blocks: Vec<Block> = rainbow.collect();
    let scale = &heard.survey.framework.scale;
    blocks.push(drafting.paragraph(
        "said",
        format!(
            "{} of us said in \u{201c}{}\u{201d} how well we work together, from 1 ({}) to 5 ({}).",
            heard.figures.responses,
            heard.round.title,
            scale.lowest.to_lowercase(),
            scale.highest.to_lowercase()
        ),
    ));
    blocks.extend(heard.ends().map(|words| drafting.paragraph("ends", words)));
    blocks.push(drafting.standard(
        "thanks",
        "Thank you for answering. Ask your manager what happens next, and say what you would change.",
    ));
    Report {
        kind: ReportKind::Poster,
        about,
        area: open.area().map(|area| area.name.clone()).unwrap_or_default(),
        meeting: String::new(),
        title: "How well do we work together?".to_owned(),
        byline: String::new(),
        style: Style::Poster,
        sections: vec![Section::new("", blocks)],
        appendices: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::reports::html;
    use crate::sample;

    #[test]
    fn the_sample_is_one_picture_with_few_words() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let round = open.rounds().pop().unwrap().0;
        let report = report(&open, round).unwrap();
        assert_eq!(report.figures().count(), 1);
        insta::assert_snapshot!(html::plain(&report));
    }
}
