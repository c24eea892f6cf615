//! The Executive progress report of a plan: eight numbered sections, the plan as a table, and the rainbow behind it.

use chrono::NaiveDate;

use super::document::{Block, Entry, Report, Section, Table};
use super::{rainbow, words};
use crate::analysis::disclosure::Shareable;
use crate::analysis::plan_status::{ItemStatus, of_plan};
use crate::domain::due::Due;
use crate::domain::ids::{PlanId, RoundId};
use crate::domain::plan::Rag;
use crate::domain::report_text::{ReportPart, Subject};
use crate::domain::round::Round;
use crate::domain::survey::ForWhom;
use crate::domain::workspace::{RoundState, Workspace};

/// The report on a plan as it stood at the end of a day; `None` if the plan is not here.
pub fn report(workspace: &Workspace, plan: PlanId, on: NaiveDate) -> Option<Report> {
    let title = &workspace.plan(plan)?.title;
    let area = workspace.area().map(|area| area.name.clone()).unwrap_or_default();
    let items = of_plan(workspace, plan, on);
    let written = |part| workspace.report_text(Subject::Plan(plan), part).trim().to_owned();
    let author = written(ReportPart::Author);
    let by = if author.is_empty() { String::new() } else { format!("{author}, ") };
    let sections = vec![
        Section::of_paragraphs(
            "Purpose",
            [format!("This report says how the plan \u{201c}{title}\u{201d} stood on {}.", words::day(on))],
        ),
        Section::of_paragraphs("Decisions needed", decisions(written(ReportPart::Decisions))),
        Section { heading: "Background".to_owned(), blocks: background(workspace, on) },
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
    appendices.extend(rainbow_appendix(workspace, on));
    Some(Report {
        area,
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
        names: 1,
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

/// The rounds that had been opened by the end of a day, the newest last.
fn rounds_by(workspace: &Workspace, on: NaiveDate) -> Vec<(RoundId, &Round)> {
    workspace.rounds().into_iter().filter(|(_, round)| round.opened <= on).collect()
}

/// Whether rounds were closed here and not one response came with them, as in a copy made without the answers.
fn holds_no_answers(workspace: &Workspace, rounds: &[(RoundId, &Round)]) -> bool {
    let closed = |id| matches!(workspace.round_state(id), RoundState::Closed(_));
    rounds.last().is_some_and(|(latest, _)| closed(*latest))
        && rounds.iter().all(|(id, _)| workspace.gathered_from(*id, ForWhom::Workforce).responses.is_empty())
}

fn background(workspace: &Workspace, on: NaiveDate) -> Vec<Block> {
    let rounds = rounds_by(workspace, on);
    let Some((id, round)) = rounds.last().copied() else {
        return vec![Block::Paragraph("No round had been opened by then.".to_owned())];
    };
    let scale = workspace.survey_of(id).map(|survey| &survey.framework.scale);
    let scale = scale.map(|scale| {
        format!(
            "The One Children\u{2019}s Workforce Tool asks the children\u{2019}s workforce across all sectors to place the area on a scale from 1 ({}) to 5 ({}).",
            scale.lowest.to_lowercase(),
            scale.highest.to_lowercase()
        )
    });
    let round = if holds_no_answers(workspace, &rounds) {
        "This copy holds no answers, so the results of the round are not shown.".to_owned()
    } else {
        let responses =
            words::count(workspace.gathered_from(id, ForWhom::Workforce).responses.len(), "response", "responses");
        let against = round.minimum.map(|minimum| format!(" against {minimum} required")).unwrap_or_default();
        let opened = words::day(round.opened);
        let received =
            format!("The round \u{201c}{}\u{201d}, opened on {opened}, received {responses}{against}.", round.title);
        match shared_round(workspace, &rounds) {
            Some((shown, title, _)) if shown != id => format!(
                "{received} It is still open, so Appendix B shows the last closed round, \u{201c}{title}\u{201d}."
            ),
            _ => received,
        }
    };
    scale.into_iter().chain([round]).map(Block::Paragraph).collect()
}

fn progress(items: &[ItemStatus<'_>], on: NaiveDate) -> Vec<Block> {
    if items.is_empty() {
        return vec![Block::Paragraph("The plan has no actions yet.".to_owned())];
    }
    let total = words::count(items.len(), "action", "actions");
    let complete = items.iter().filter(|status| status.rag == Rag::Complete).count();
    let mut first = if items.len() == 1 {
        format!("The plan has {total}. Appendix A gives its lead, target date and progress.")
    } else {
        format!("The plan has {total}. Appendix A lists each with its lead, target date and progress.")
    };
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
    blocks.extend(without_a_day(items).map(Block::Paragraph));
    blocks
}

/// The actions whose target date the calendar can't check, and why; `None` if there are none.
fn without_a_day(items: &[ItemStatus<'_>]) -> Option<String> {
    let of = |kind: fn(Due) -> bool| items.iter().filter(|status| kind(status.due)).collect::<Vec<_>>();
    let label = |status: &&ItemStatus<'_>| status.item.label.trim().to_owned();
    let written =
        |status: &&ItemStatus<'_>| format!("{} (\u{201c}{}\u{201d})", label(status), status.due_written.trim());
    let sentences = [
        said_of(&of(|due| matches!(due, Due::Ongoing { .. })), label, "is on-going", "are on-going"),
        said_of(
            &of(|due| matches!(due, Due::Recurring { .. })),
            written,
            "comes again and again",
            "come again and again",
        ),
        said_of(&of(|due| due == Due::Dependent), written, "depends on something else", "depend on something else"),
        said_of(
            &of(|due| matches!(due, Due::Asks(_))),
            written,
            "has a target date that can be read in two ways",
            "have target dates that can be read in two ways",
        ),
        said_of(
            &of(|due| due == Due::NoSuchDay),
            written,
            "has a target date that no calendar has",
            "have target dates that no calendar has",
        ),
        said_of(&of(|due| due == Due::AsWritten), written, "has no exact target date", "have no exact target date"),
        said_of(&of(|due| due == Due::NotSaid), label, "has no target date", "have no target date"),
    ];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// A sentence about some actions, which names them if each has a number: a list that leaves some out would say that the
/// others are not meant. `None` without any.
fn said_of(
    items: &[&ItemStatus<'_>],
    name: impl Fn(&&ItemStatus<'_>) -> String,
    one: &str,
    many: &str,
) -> Option<String> {
    let verb = if items.len() == 1 { one } else { many };
    if items.is_empty() {
        None
    } else if items.iter().all(|status| !status.item.label.trim().is_empty()) {
        let names: Vec<String> = items.iter().map(name).collect();
        let actions = if items.len() == 1 { "Action" } else { "Actions" };
        Some(format!("{actions} {} {verb}.", words::list(&names)))
    } else {
        Some(format!("{} {verb}.", words::count(items.len(), "action", "actions")))
    }
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
        let text = status.item.text.trim_end().trim_end_matches('.');
        Entry { label: status.item.label.trim().to_owned(), text: format!("{text}: {}", detail(status)) }
    };
    vec![Block::Paragraph(some.to_owned()), Block::List(items.iter().map(line).collect())]
}

fn implications(heading: &str, written: &str) -> Section {
    let text = if written.is_empty() { vec!["Not written yet.".to_owned()] } else { paragraphs(written) };
    Section::of_paragraphs(heading, text)
}

fn paragraphs(written: &str) -> Vec<String> {
    written.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The latest of these rounds whose results may be shared, with its title and figures.
fn shared_round<'a>(workspace: &Workspace, rounds: &[(RoundId, &'a Round)]) -> Option<(RoundId, &'a str, Shareable)> {
    rounds.iter().rev().find_map(|(id, round)| {
        let figures = Shareable::of_round(workspace, *id).ok().filter(|figures| figures.responses > 0)?;
        Some((*id, round.title.as_str(), figures))
    })
}

/// The rainbow of the latest round whose results may be shared: while a new one is open, that is the one before. `None`
/// where no round had been opened by then, or no answers are here.
fn rainbow_appendix(workspace: &Workspace, on: NaiveDate) -> Option<Section> {
    let rounds = rounds_by(workspace, on);
    if holds_no_answers(workspace, &rounds) {
        return None;
    }
    let Some((id, title, figures)) = shared_round(workspace, &rounds) else {
        let (_, round) = rounds.last()?;
        let text = "The round is still open. Its results can be shared once it is closed.".to_owned();
        return Some(Section::of_paragraphs(&format!("The rainbow, {}", round.title), [text]));
    };
    let heading = format!("The rainbow, {title}");
    let survey = workspace.survey_of(id)?;
    let (chart, table) =
        rainbow::shared(&survey.framework, &figures, &workspace.targets_by(on), &workspace.positions_by(on));
    let how = format!(
        "From {}. Each person\u{2019}s answers to a theme are averaged, then the people. A figure that fewer than {} people stand behind is not shown, nor one that would give away what so few said. Colours name the themes; they do not rate them.",
        words::count(figures.responses, "response", "responses"),
        figures.smallest_group
    );
    Some(Section { heading, blocks: vec![Block::Rainbow(chart), Block::Paragraph(how), Block::Table(table)] })
}

#[cfg(test)]
mod tests;
