//! The summary report of a round: why and how it asked, what was found, practice by practice and group by group, and what follows.

use super::document::{Block, Report, Section, Style};
use super::drafting::{AUTHOR, Drafting, MEETING};
use super::heard::Heard;
use super::{standard, words};
use crate::domain::ids::RoundId;
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::workspace::Workspace;

/// The summary report of a closed round; `None` if the round is open, not here, or nobody answered.
pub fn report(open: &Workspace, round: RoundId) -> Option<Report> {
    Heard::of(open, round).map(|heard| of_heard(&heard))
}

/// The same, of a round as it was heard.
pub fn of_heard(heard: &Heard<'_>) -> Report {
    let (open, round) = (heard.open, heard.id);
    let about = Subject::Round(round);
    let drafting = Drafting::new(open, ReportKind::Summary, about);
    let author = drafting.detail(AUTHOR);
    let by = if author.is_empty() { String::new() } else { format!("{author}, ") };
    let sections = [
        Section::new("Purpose", purpose(drafting, heard)),
        Section::new("The scale", vec![drafting.paragraph("scale", heard.scale())]),
        Section::new("Responses", responses(drafting, heard)),
        Section::new("High-level findings", findings(drafting, heard)),
        Section::new("Practice by practice", heard.radars()),
        Section::new("Sectors and staff groups", groups(drafting, heard)),
        Section::new("Actions required", actions(drafting, heard)),
        Section::new(
            "Next steps",
            vec![
                drafting.standard("children", standard::CHILDREN_ARE_ASKED),
                drafting.standard("again", standard::ASKED_AGAIN),
            ],
        ),
    ];
    Report {
        kind: ReportKind::Summary,
        about,
        area: open.area().map(|area| area.name.clone()).unwrap_or_default(),
        meeting: drafting.detail(MEETING),
        title: format!("Summary report: {}", heard.round.title),
        byline: words::opening(&format!("{by}round closed on {}", words::day(heard.figures.closed))),
        style: Style::Numbered,
        // A round without practices has no radars.
        sections: sections.into_iter().filter(|section| !section.blocks.is_empty()).collect(),
        appendices: Vec::new(),
    }
}

fn purpose(drafting: Drafting<'_>, heard: &Heard<'_>) -> Vec<Block> {
    let title = &heard.round.title;
    vec![
        drafting.paragraph(
            "purpose",
            format!("This report summarises what the children\u{2019}s workforce said in the round \u{201c}{title}\u{201d}."),
        ),
        drafting.paragraph(
            "tool",
            "The One Children\u{2019}s Workforce Tool helps us to find out how far the workforce works as one, across all sectors and professions, and what to do next. It does not rate the area, and nobody can be picked out from its results.",
        ),
    ]
}

fn responses(drafting: Drafting<'_>, heard: &Heard<'_>) -> Vec<Block> {
    let covered = heard.covered().map(|words| drafting.paragraph("covered", words));
    let mut blocks = vec![drafting.paragraph("responses", heard.responses())];
    blocks.extend(covered);
    let few = heard.few();
    if !few.is_empty() {
        blocks.push(drafting.paragraph("few", "Few responses came from these sectors, which is a finding in itself:"));
        blocks.push(Block::List(few));
    }
    blocks
}

fn findings(drafting: Drafting<'_>, heard: &Heard<'_>) -> Vec<Block> {
    let mut blocks = sentences(drafting, heard);
    blocks.extend(heard.rainbow());
    blocks.extend(heard.compared().map(Block::Table));
    blocks
}

/// What stands out, each a paragraph.
pub(super) fn sentences(drafting: Drafting<'_>, heard: &Heard<'_>) -> Vec<Block> {
    let told = [("middle", heard.middle()), ("ends", heard.ends()), ("aspect", heard.lowest_aspect())];
    told.into_iter().filter_map(|(part, words)| Some(drafting.paragraph(part, words?))).collect()
}

fn groups(drafting: Drafting<'_>, heard: &Heard<'_>) -> Vec<Block> {
    vec![
        drafting.paragraph("groups", format!("Those who answered chose to. {} The scores of a staff group hold those of the groups beneath it; its responses are those of people who named it themselves.", heard.withheld())),
        Block::Table(heard.by_sector()),
        Block::Table(heard.by_staff_group()),
    ]
}

/// What follows from any round; first to look deeper, where few answered before all.
fn actions(drafting: Drafting<'_>, heard: &Heard<'_>) -> Vec<Block> {
    let few: Vec<String> = heard.few().into_iter().map(|entry| entry.text).collect();
    let begin = if few.is_empty() { String::new() } else { format!(" Begin where few answered ({}).", few.join("; ")) };
    let plan = match heard.open.plans().first() {
        Some((_, plan)) => format!("Put what is decided into the plan \u{201c}{}\u{201d}.", plan.title),
        None => "Draw up a plan of what is decided.".to_owned(),
    };
    let mut blocks = vec![
        drafting.paragraph(
            "deeper",
            format!("Look deeper at the results of each sector, and follow up what is unexpected.{begin}"),
        ),
        drafting.paragraph("plan", plan),
        drafting.paragraph(
            "benchmark",
            "Go through the results with the group that leads on the workforce, and keep them as the benchmark for the next round.",
        ),
    ];
    if !few.is_empty() {
        blocks.push(drafting.paragraph(
            "links",
            "Make better links with the sectors that were hardly heard, before the survey is run again.",
        ));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::reports::html;
    use crate::sample;

    #[test]
    fn the_sample_reads_as_a_summary_for_the_trust() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let round = open.rounds().pop().unwrap().0;
        insta::assert_snapshot!(html::plain(&report(&open, round).unwrap()));
    }

    #[test]
    fn an_open_round_has_none() {
        let (mut open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (id, round) = open.rounds().pop().map(|(id, round)| (id, round.clone())).unwrap();
        let survey = open.survey_of(id).unwrap().clone();
        let later = RoundId(uuid::Uuid::from_u128(1));
        open.open_round(later, round, survey);
        assert_eq!(report(&open, later), None);
    }
}
