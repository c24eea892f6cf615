//! Feedback to the Board on a round: the key issue, what was done and heard, the rainbow, and what comes next, on a page or two.

use super::document::{Block, Report, Section, Style};
use super::drafting::{CONTACT, Drafting, MEETING};
use super::heard::Heard;
use super::{standard, summary, words};
use crate::domain::ids::RoundId;
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::workspace::Workspace;

/// Feedback to the Board on a closed round; `None` if the round is open, not here, or nobody answered.
pub fn report(open: &Workspace, round: RoundId) -> Option<Report> {
    Heard::of(open, round).map(|heard| of_heard(&heard))
}

/// The same, of a round as it was heard.
pub fn of_heard(heard: &Heard<'_>) -> Report {
    let (open, round) = (heard.open, heard.id);
    let about = Subject::Round(round);
    let drafting = Drafting::new(open, ReportKind::Board, about);
    let title = &heard.round.title;
    let contact = drafting.detail(CONTACT);
    let contact = if contact.is_empty() { "The workforce lead.".to_owned() } else { contact };
    let mut body = vec![drafting.paragraph("responses", heard.responses())];
    body.extend(heard.covered().map(|words| drafting.paragraph("covered", words)));
    body.push(drafting.paragraph("scale", heard.scale()));
    body.extend(summary::sentences(drafting, heard));
    let mut rainbow = heard.rainbow();
    rainbow.push(drafting.paragraph("withheld", heard.withheld()));
    let issue = format!(
        "The Board is asked to note what the children\u{2019}s workforce said in the round \u{201c}{title}\u{201d}, and to say where it wants to be on each arc of the rainbow."
    );
    let sections = vec![
        Section::new("Summary of key issue", vec![drafting.paragraph("issue", issue)]),
        Section::new("What was done and what was heard", body),
        Section::new("The rainbow", rainbow),
        Section::new("Next steps", next_steps(drafting, heard)),
        Section::new("Contact", vec![Block::paragraph(contact)]),
    ];
    Report {
        kind: ReportKind::Board,
        about,
        area: open.area().map(|area| area.name.clone()).unwrap_or_default(),
        meeting: drafting.detail(MEETING),
        title: format!("Board feedback: {title}"),
        byline: format!("Round closed on {}", words::day(heard.figures.closed)),
        style: Style::Plain,
        sections,
        appendices: Vec::new(),
    }
}

fn next_steps(drafting: Drafting<'_>, heard: &Heard<'_>) -> Vec<Block> {
    let plan = match heard.open.plans().first() {
        Some((_, plan)) => format!("What follows is put into the plan \u{201c}{}\u{201d}.", plan.title),
        None => "A plan of what follows comes to the Board.".to_owned(),
    };
    vec![
        drafting.standard("next", standard::LOOKED_AT_BY_SECTOR),
        drafting.paragraph("plan", plan),
        drafting.standard("children", standard::CHILDREN_ARE_ASKED),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::reports::html;
    use crate::sample;

    #[test]
    fn the_sample_reads_as_feedback_to_the_board() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let round = open.rounds().pop().unwrap().0;
        insta::assert_snapshot!(html::plain(&report(&open, round).unwrap()));
    }
}
