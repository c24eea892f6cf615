//! The proposal paper: asks an executive to use the tool, with what is recommended, why, and what it means, and as appendices the
//! framework and the plan.

use chrono::NaiveDate;

use super::document::{Block, Report, Section, Style, Table};
use super::drafting::{AUTHOR, Drafting, MEETING};
use super::progress::plan_table;
use super::{standard, words};
use crate::analysis::plan_status::of_plan;
use crate::domain::framework::{Framework, Theme};
use crate::domain::ids::{PerspectiveId, PlanId};
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::workspace::Workspace;

/// The paper as of a day, with a plan if there is one.
pub fn report(open: &Workspace, framework: &Framework, plan: Option<PlanId>, on: NaiveDate) -> Report {
    let drafting = Drafting::new(open, ReportKind::Proposal, Subject::Area);
    let area = open.area().map(|area| area.name.clone()).unwrap_or_default();
    let plan = plan.and_then(|id| Some((id, open.plan(id)?)));
    let sections = vec![
        Section::new("Purpose", vec![drafting.paragraph("purpose", purpose(&area))]),
        Section::new("Recommendations", vec![drafting.paragraph("recommendations", recommendations(plan.is_some()))]),
        Section::new("Background", vec![drafting.paragraph("background", background(framework))]),
        Section::new("Why use the tool", vec![drafting.paragraph("why", WHY)]),
        Section::new("Who would take part", vec![drafting.paragraph("groups", groups(open))]),
        Section::new("Financial implications", vec![drafting.standard("financial", standard::FINANCIAL)]),
        Section::new("People implications", vec![drafting.standard("people", PEOPLE)]),
        Section::new("Equalities implications", vec![drafting.standard("equalities", standard::EQUALITIES)]),
        Section::new("Safeguarding implications", vec![drafting.standard("safeguarding", standard::SAFEGUARDING)]),
    ];
    let mut appendices = vec![Section::new(
        "The framework and its success criteria",
        vec![Block::paragraph(format!("Source: {}", framework.source)), Block::Table(criteria(framework))],
    )];
    appendices.extend(plan.map(|(id, plan)| {
        let table = plan_table(&plan.title, &of_plan(open, id, on), on);
        Section::new(format!("The plan: {}", plan.title), vec![Block::Table(table)])
    }));
    let author = drafting.detail(AUTHOR);
    let by = if author.is_empty() { String::new() } else { format!("{author}, ") };
    Report {
        kind: ReportKind::Proposal,
        about: Subject::Area,
        meeting: drafting.detail(MEETING),
        title: "Proposal to use the One Children\u{2019}s Workforce Tool".to_owned(),
        byline: format!("{by}{}", words::day(on)),
        area,
        style: Style::Numbered,
        sections,
        appendices,
    }
}

/// The success criteria: a row a theme, and a column a perspective.
pub fn criteria(framework: &Framework) -> Table {
    let perspectives = framework.perspectives.iter();
    let row = |theme: &Theme| {
        let criterion =
            |id: &PerspectiveId| theme.criteria.iter().find(|one| one.perspective == *id).map(|one| one.text.clone());
        let cells = framework.perspectives.iter().map(|perspective| criterion(&perspective.id).unwrap_or_default());
        std::iter::once(theme.name.clone()).chain(cells).collect()
    };
    Table {
        caption: "Success criteria by arc and perspective".to_owned(),
        head: std::iter::once("Arc".to_owned()).chain(perspectives.map(|one| one.name.clone())).collect(),
        names: 0,
        rows: framework.themes.iter().map(row).collect(),
    }
}

const WHY: &str = "The tool shows, arc by arc, where the workforce itself places the area between the two ends of the scale, and so which arcs are strong and which are to be developed. It brings the questionnaire, focus groups, what was known already and the plan together in one place, and can be used again to see what has changed.\nNo area is rated or ranked, and nothing is shared outside the area without its permission. In whatever is shared, nobody can be picked out.";

const PEOPLE: &str = "Filling in the questionnaire takes each person 45 to 60 minutes, which can be spread over several sittings. A smaller number of people also take part in a focus group or a workshop of about two hours.";

fn purpose(area: &str) -> String {
    let area = if area.is_empty() { "the area" } else { area };
    format!(
        "This paper asks for support to use the One Children\u{2019}s Workforce Tool in {area}, to find out how far the children\u{2019}s workforce works as one and to plan what follows."
    )
}

fn recommendations(has_plan: bool) -> String {
    let mut asked = vec![
        "The meeting is asked to support the use of the tool across all sectors of the children\u{2019}s workforce.",
        "Each organisation is asked to name its staff groups and to encourage people in all of them to respond.",
        "Members are asked to fill in the questionnaire themselves, as leaders and managers.",
    ];
    if has_plan {
        asked.push("The meeting is asked to agree the plan in Appendix B.");
    }
    asked.join("\n")
}

fn background(framework: &Framework) -> String {
    let names = |names: Vec<String>| words::list(&names);
    let perspectives = names(framework.perspectives.iter().map(|one| one.name.to_lowercase()).collect());
    format!(
        "The framework has {}, each an arc of a rainbow, and says for each what success looks like ({perspectives}). Appendix A sets it out.\nThe tool asks people to score statements about each arc from 1 ({}) to 5 ({}). It is meant to be used again and again, each round being the benchmark for the next.",
        words::count(framework.themes.len(), "theme", "themes"),
        framework.scale.lowest.to_lowercase(),
        framework.scale.highest.to_lowercase()
    )
}

fn groups(open: &Workspace) -> String {
    let area = open.area();
    let groups: Vec<String> = area.iter().flat_map(|area| &area.staff_groups).map(|group| group.name.clone()).collect();
    let sectors: Vec<String> = area.iter().flat_map(|area| &area.sectors).map(|sector| sector.name.clone()).collect();
    format!(
        "Two groups answer as a rule: those who work with children, young people and families from day to day, with their managers, and those who lead and manage services. The staff groups are {}. The sectors are {}.",
        words::list(&groups),
        words::list(&sectors)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::exchange::builtin;
    use crate::sample;

    #[test]
    fn the_paper_has_its_sections_the_whole_framework_and_the_plan() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let framework = builtin::framework().unwrap();
        let plan = open.plans()[0].0;
        let paper = report(&open, &framework, Some(plan), sample::today());
        let headings: Vec<&str> = paper.sections.iter().map(|section| section.heading.as_str()).collect();
        assert_eq!(headings[..4], ["Purpose", "Recommendations", "Background", "Why use the tool"]);
        let tables: Vec<&Table> = paper
            .blocks()
            .filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            })
            .collect();
        let wording = tables[0].rows.iter().flat_map(|row| row.iter().skip(1)).filter(|cell| !cell.is_empty());
        assert_eq!((tables[0].rows.len(), wording.count()), (8, 32));
        assert_eq!(tables[1].rows.len(), open.items(plan).len());
        let without = report(&open, &framework, None, sample::today());
        assert_eq!(without.appendices.len(), 1);
        assert!(!without.paragraphs().any(|paragraph| paragraph.text.contains("Appendix B")));
    }
}
