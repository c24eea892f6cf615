//! The Executive progress report of a plan: eight numbered sections, the plan as a table, and the rainbow behind it.

use chrono::NaiveDate;

use super::document::{Block, Report, Section, Table};
use super::{rainbow, words};
use crate::analysis::disclosure::{SMALLEST_GROUP, Shareable};
use crate::analysis::plan_status::{ItemStatus, of_plan};
use crate::domain::due::Due;
use crate::domain::ids::PlanId;
use crate::domain::plan::Rag;
use crate::domain::report_text::ReportPart;
use crate::domain::workspace::Workspace;

/// The report on a plan as it stood at the end of a day; `None` if the plan is not here.
pub fn report(workspace: &Workspace, plan: PlanId, on: NaiveDate) -> Option<Report> {
    let title = &workspace.plan(plan)?.title;
    let items = of_plan(workspace, plan, on);
    let written = |part| workspace.report_text(plan, part).trim().to_owned();
    let author = written(ReportPart::Author);
    let by = if author.is_empty() { String::new() } else { format!("{author}, ") };
    let sections = vec![
        Section::of_paragraphs(
            "Purpose",
            [format!("This report says how the plan \u{201c}{title}\u{201d} stood on {}.", words::day(on))],
        ),
        Section::of_paragraphs("Decisions needed", decisions(written(ReportPart::Decisions))),
        Section { heading: "Background".to_owned(), blocks: background(workspace) },
        Section { heading: "Progress".to_owned(), blocks: progress(&items, on) },
        implications("Financial implications", &written(ReportPart::Financial)),
        implications("People implications", &written(ReportPart::People)),
        implications("Equalities implications", &written(ReportPart::Equalities)),
        implications("Safeguarding implications", &written(ReportPart::Safeguarding)),
    ];
    let mut appendices = vec![Section {
        heading: format!("{title}: progress by action"),
        blocks: vec![Block::Table(plan_table(title, &items, on))],
    }];
    appendices.extend(rainbow_appendix(workspace));
    Some(Report {
        meeting: written(ReportPart::Meeting),
        title: format!("{title}: progress"),
        byline: format!("{by}as at {}", words::day(on)),
        sections,
        appendices,
    })
}

/// A plan as the table of a progress report.
pub fn plan_table(title: &str, items: &[ItemStatus<'_>], on: NaiveDate) -> Table {
    Table {
        caption: title.to_owned(),
        head: ["No", "Action", "Lead", "Target date", "Progress", "RAG"].map(str::to_owned).to_vec(),
        rows: items
            .iter()
            .map(|status| {
                vec![
                    status.item.label.clone(),
                    status.item.text.clone(),
                    status.item.lead.clone(),
                    due_words(status, on),
                    status.latest_words().map(|entry| entry.text.clone()).unwrap_or_default(),
                    status.rag.word().to_owned(),
                ]
            })
            .collect(),
    }
}

/// The due date as written, with the dates that it replaced and whether it has passed.
pub fn due_words(status: &ItemStatus<'_>, on: NaiveDate) -> String {
    let mut text = status.due_written.to_owned();
    if let Some(before) = status.replaced.last() {
        text = format!("{text} (revised; was {before})");
    }
    if status.is_overdue(on) {
        text = format!("{text} \u{2013} overdue");
    }
    text
}

fn decisions(written: String) -> Vec<String> {
    if written.is_empty() {
        vec!["The Executive is asked to note the progress made to date.".to_owned()]
    } else {
        paragraphs(&written)
    }
}

fn background(workspace: &Workspace) -> Vec<Block> {
    let Some((id, round)) = workspace.rounds().pop() else {
        return vec![Block::Paragraph("No round of the survey has been opened yet.".to_owned())];
    };
    let count = workspace.gathered(id).responses.len();
    let responses = words::count(count, "response", "responses");
    let against = round.minimum.map(|minimum| format!(" against {minimum} required")).unwrap_or_default();
    let opened = words::day(round.opened);
    let scale = workspace.survey_of(id).map(|survey| survey.framework.scale.clone());
    let scale = scale.map(|scale| {
        format!(
            "The One Children\u{2019}s Workforce Tool asks the children\u{2019}s workforce across all sectors to place the area on a scale from 1 ({}) to 5 ({}).",
            scale.lowest.to_lowercase(),
            scale.highest.to_lowercase()
        )
    });
    let round =
        format!("The round \u{201c}{}\u{201d}, opened on {opened}, received {responses}{against}.", round.title);
    scale.into_iter().chain([round]).map(Block::Paragraph).collect()
}

fn progress(items: &[ItemStatus<'_>], on: NaiveDate) -> Vec<Block> {
    if items.is_empty() {
        return vec![Block::Paragraph("The plan has no actions yet.".to_owned())];
    }
    let total = words::count(items.len(), "action", "actions");
    let complete = items.iter().filter(|status| status.rag == Rag::Complete).count();
    let mut first = format!("The plan has {total}. Appendix A lists each with its lead, target date and progress.");
    if complete > 0 {
        first = format!(
            "{first} {} marked complete.",
            if complete == 1 { "One is".to_owned() } else { format!("{complete} are") }
        );
    }
    let mut blocks = vec![Block::Paragraph(first)];
    let overdue: Vec<&ItemStatus<'_>> = items.iter().filter(|status| status.is_overdue(on)).collect();
    let revised: Vec<&ItemStatus<'_>> = items.iter().filter(|status| !status.replaced.is_empty()).collect();
    blocks.extend(exceptions(
        "The target date of these actions has passed:",
        "No target date has passed.",
        &overdue,
        |status| format!("due {}", status.due_written),
    ));
    blocks.extend(exceptions(
        "The target date of these actions was revised:",
        "No target date was revised.",
        &revised,
        |status| {
            let reason = status
                .entries
                .iter()
                .rev()
                .find_map(|entry| entry.revised.as_ref())
                .map(|revised| revised.reason.trim());
            let reason =
                reason.filter(|reason| !reason.is_empty()).map(|reason| format!(" ({reason})")).unwrap_or_default();
            format!("from {} to {}{reason}", status.replaced.join(", then "), status.due_written)
        },
    ));
    let undated = items.iter().filter(|status| matches!(status.due, Due::AsWritten | Due::NotSaid)).count();
    if undated > 0 {
        blocks.push(Block::Paragraph(format!(
            "{} no date that can be checked by the calendar.",
            if undated == 1 { "One action has".to_owned() } else { format!("{undated} actions have") }
        )));
    }
    blocks
}

fn exceptions(
    some: &str,
    none: &str,
    items: &[&ItemStatus<'_>],
    detail: impl Fn(&ItemStatus<'_>) -> String,
) -> Vec<Block> {
    if items.is_empty() {
        return vec![Block::Paragraph(none.to_owned())];
    }
    let line = |status: &&ItemStatus<'_>| {
        let label = if status.item.label.is_empty() { String::new() } else { format!("{}. ", status.item.label) };
        let text = status.item.text.trim_end().trim_end_matches('.');
        format!("{label}{text}: {}", detail(status))
    };
    vec![Block::Paragraph(some.to_owned()), Block::List(items.iter().map(line).collect())]
}

fn implications(heading: &str, written: &str) -> Section {
    let text =
        if written.is_empty() { vec!["Nothing has been written here yet.".to_owned()] } else { paragraphs(written) };
    Section::of_paragraphs(heading, text)
}

fn paragraphs(written: &str) -> Vec<String> {
    written.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The rainbow of the latest round whose results may be shared: while a new one is open, that is the one before.
fn rainbow_appendix(workspace: &Workspace) -> Option<Section> {
    let rounds = workspace.rounds();
    let shared = rounds
        .iter()
        .rev()
        .find_map(|(id, round)| Shareable::of_round(workspace, *id).ok().map(|figures| (*id, &round.title, figures)));
    let Some((id, title, figures)) = shared else {
        let (_, round) = rounds.last()?;
        let text = "The round is still open. Its results can be shared once it is closed.".to_owned();
        return Some(Section::of_paragraphs(&format!("The rainbow, {}", round.title), [text]));
    };
    let heading = format!("The rainbow, {title}");
    let survey = workspace.survey_of(id)?;
    let (chart, table) = rainbow::shared(&survey.framework, &figures, &workspace.targets());
    let how = format!(
        "From {}. Each person\u{2019}s answers to a theme are averaged, then the people. A figure that fewer than {} people stand behind is not shown. Colours name the themes; they do not rate them.",
        words::count(figures.responses, "response", "responses"),
        SMALLEST_GROUP
    );
    Some(Section { heading, blocks: vec![Block::Rainbow(chart), Block::Paragraph(how), Block::Table(table)] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ReplicaId, RoundId};
    use crate::domain::record::Rest;
    use crate::domain::report_text::ReportText;
    use crate::domain::round::Round;
    use crate::sample;
    use uuid::Uuid;

    fn sample() -> (Workspace, PlanId) {
        let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
        let plan = sample.plans()[0].0;
        (sample, plan)
    }

    #[test]
    fn every_section_and_every_action_is_there() {
        let (sample, plan) = sample();
        let report = report(&sample, plan, sample::today()).unwrap();
        let headings: Vec<&str> = report.sections.iter().map(|section| section.heading.as_str()).collect();
        assert_eq!(headings.len(), 8);
        assert!(headings.starts_with(&["Purpose", "Decisions needed", "Background", "Progress"]));
        let [Block::Table(table)] = report.appendices[0].blocks.as_slice() else { panic!("appendix A is one table") };
        let actions: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
        let planned: Vec<&str> = sample.items(plan).into_iter().map(|(_, item)| item.text.as_str()).collect();
        assert_eq!(actions, planned);
        assert!(table.rows.iter().all(|row| row[5] == "Not set"), "no RAG is inferred");
    }

    #[test]
    fn the_day_changes_the_plan_and_never_the_scores() {
        let (sample, plan) = sample();
        let day = |text: &str| report(&sample, plan, text.parse().unwrap()).unwrap();
        let (before, after) = (day("2009-10-15"), day("2010-01-29"));
        assert_ne!(before.appendices[0], after.appendices[0]);
        assert_eq!(before.appendices[1], after.appendices[1]);
    }

    #[test]
    fn while_a_new_round_is_open_the_one_before_is_shown() {
        let (mut sample, plan) = sample();
        let closed = report(&sample, plan, sample::today()).unwrap();
        let (id, round) = sample.rounds()[0];
        let (round, survey) = (round.clone(), sample.survey_of(id).unwrap().clone());
        let later = Round { title: "Spring 2010".to_owned(), opened: sample::today(), ..round };
        sample.open_round(RoundId(Uuid::from_u128(1)), later, survey);
        let open = report(&sample, plan, sample::today()).unwrap();
        assert_eq!(open.appendices[1], closed.appendices[1]);
        assert_ne!(open.sections[2], closed.sections[2], "the background tells of the new round");
    }

    #[test]
    fn what_a_person_wrote_stands_where_it_belongs() {
        let (mut sample, plan) = sample();
        let words = "It is paid for.\n\n  Nothing else is asked. ".to_owned();
        sample.write_report_text(ReportText { plan, part: ReportPart::Financial, text: words, rest: Rest::new() });
        let report = report(&sample, plan, sample::today()).unwrap();
        let written = ["It is paid for.", "Nothing else is asked."].map(str::to_owned);
        assert_eq!(report.sections[4], Section::of_paragraphs("Financial implications", written));
    }

    #[test]
    fn a_list_of_actions_reads_as_sentences() {
        let (sample, plan) = sample();
        let report = report(&sample, plan, sample::today()).unwrap();
        let lists = report.sections[3].blocks.iter().filter_map(|block| match block {
            Block::List(lines) => Some(lines),
            _ => None,
        });
        let lines: Vec<&String> = lists.flatten().collect();
        assert!(!lines.is_empty() && lines.iter().all(|line| !line.contains(".:")), "{lines:?}");
    }
}
