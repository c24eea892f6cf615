//! The Executive progress report of a plan: eight numbered sections, the plan as a table, and the rainbow behind it.

use chrono::{Days, NaiveDate};

use super::document::{Block, Entry, Report, Section, Style, Table};
use super::drafting::{AUTHOR, Drafting, MEETING};
use super::picture::of_rainbow;
use super::plan_changes::{Changed, changed};
use super::{rainbow, standard, words};
use crate::analysis::disclosure::Shareable;
use crate::analysis::plan_status::{ItemStatus, PlanCounts, of_plan};
use crate::domain::due::Due;
use crate::domain::ids::{PlanId, RoundId};
use crate::domain::plan::Rag;
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::round::Round;
use crate::domain::survey::ForWhom;
use crate::domain::workspace::{RoundState, Workspace};

/// How many days make a quarter of a year, which is as often as an executive is reported to.
const QUARTER: Days = Days::new(91);

/// The report on a plan as it stood at the end of a day, which says what changed since the end of an earlier one; `None` if the
/// plan is not here.
pub fn report(workspace: &Workspace, plan: PlanId, on: NaiveDate, since: NaiveDate) -> Option<Report> {
    let title = &workspace.plan(plan)?.title;
    let about = Subject::Plan(plan);
    let drafting = Drafting::new(workspace, ReportKind::Progress, about);
    let items = of_plan(workspace, plan, on);
    let changes = changed(workspace, plan, since, on);
    let author = drafting.detail(AUTHOR);
    let by = if author.is_empty() { String::new() } else { format!("{author}, ") };
    let purpose = format!("This report says how the plan \u{201c}{title}\u{201d} stood on {}.", words::day(on));
    let noted = "The Executive is asked to note the progress made to date.";
    let sections = vec![
        Section::new("Purpose", vec![drafting.paragraph("purpose", purpose)]),
        Section::new("Decisions needed", vec![drafting.paragraph("decisions", noted)]),
        Section::new("Background", background(workspace, drafting, on)),
        Section::new("Progress", progress(drafting, &items, changes.len(), on, since)),
        Section::new("Financial implications", financial(drafting, &items)),
        Section::new("People implications", vec![drafting.standard("people", standard::PEOPLE)]),
        Section::new("Equalities implications", vec![drafting.standard("equalities", standard::EQUALITIES)]),
        Section::new("Safeguarding implications", vec![drafting.standard("safeguarding", standard::SAFEGUARDING)]),
    ];
    let mut appendices = vec![
        Section::new(format!("{title}: progress by action"), vec![Block::Table(plan_table(title, &items, on))]),
        Section::new(format!("What changed since {}", words::day(since)), vec![changes_block(changes, since)]),
    ];
    appendices.extend(rainbow_section(workspace, on));
    Some(Report {
        kind: ReportKind::Progress,
        about,
        area: workspace.area().map(|area| area.name.clone()).unwrap_or_default(),
        meeting: drafting.detail(MEETING),
        title: format!("{title}: progress"),
        byline: words::opening(&format!("{by}as at {}", words::day(on))),
        style: Style::Numbered,
        sections,
        appendices,
    })
}

/// The day since which a report on a plan tells what changed, where nobody chose one: that of the last report before which was
/// frozen, or a quarter of a year before.
pub fn usual_since(workspace: &Workspace, plan: PlanId, on: NaiveDate) -> NaiveDate {
    let about = (ReportKind::Progress, Subject::Plan(plan));
    let frozen = workspace.frozen_reports().into_iter().map(|(_, frozen)| frozen);
    let before = frozen.filter(|frozen| (frozen.report.kind, frozen.report.about) == about && frozen.as_at < on);
    before.map(|frozen| frozen.as_at).max().or_else(|| on.checked_sub_days(QUARTER)).unwrap_or(on)
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

fn background(workspace: &Workspace, drafting: Drafting<'_>, on: NaiveDate) -> Vec<Block> {
    let rounds = rounds_by(workspace, on);
    let Some((id, round)) = rounds.last().copied() else {
        return vec![drafting.paragraph("round", "No round had been opened by then.")];
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
                "{received} It is still open, so Appendix C shows the last closed round, \u{201c}{title}\u{201d}."
            ),
            _ => received,
        }
    };
    let scale = scale.map(|scale| drafting.paragraph("scale", scale));
    scale.into_iter().chain([drafting.paragraph("round", round)]).collect()
}

fn progress(
    drafting: Drafting<'_>,
    items: &[ItemStatus<'_>],
    changes: usize,
    on: NaiveDate,
    since: NaiveDate,
) -> Vec<Block> {
    if items.is_empty() {
        return vec![drafting.paragraph("summary", "The plan has no actions yet.")];
    }
    let tracked: Vec<&ItemStatus<'_>> = items.iter().filter(|status| status.is_tracked()).collect();
    let overdue: Vec<&ItemStatus<'_>> = tracked.iter().copied().filter(|status| status.is_overdue(on)).collect();
    let revised: Vec<&ItemStatus<'_>> =
        tracked.iter().copied().filter(|status| status.is_revised_since(since)).collect();
    let mut blocks = vec![drafting.paragraph("summary", summary(&PlanCounts::of(items, on)))];
    blocks.extend(exceptions(
        drafting,
        ("overdue", "The target date of these actions has passed:", "No target date has passed."),
        &overdue,
        |status| format!("due {}", status.due_written),
    ));
    let since = words::day(since);
    let some = format!("Since {since} the target date of these actions was revised:");
    let none = format!("No target date was revised since {since}.");
    blocks.extend(exceptions(drafting, ("revised", &some, &none), &revised, |status| {
        let reason =
            status.entries.iter().rev().find_map(|entry| entry.revised.as_ref()).map(|revised| revised.reason.trim());
        let reason =
            reason.filter(|reason| !reason.is_empty()).map(|reason| format!(" ({reason})")).unwrap_or_default();
        format!("from {} to {}{reason}", status.replaced.join(", then "), status.due_written)
    }));
    let changed = match changes {
        0 => format!("Nothing in the plan changed since {since}."),
        1 => format!("Since {since} one entry of the plan changed. Appendix B says how."),
        changes => format!("Since {since} {changes} entries of the plan changed. Appendix B says how."),
    };
    blocks.push(drafting.paragraph("changes", changed));
    blocks.extend(without_a_day(&tracked).map(|words| drafting.paragraph("undated", words)));
    blocks
}

/// How many actions and outputs there are, and how many of them stand at which RAG. A RAG that nobody set is not guessed.
fn summary(counts: &PlanCounts) -> String {
    let actions = words::count(counts.actions, "action", "actions");
    let outputs = words::count(counts.outputs, "output", "outputs");
    let all = match (counts.actions, counts.outputs) {
        (0, _) => outputs,
        (_, 0) => actions,
        _ => format!("{actions} and {outputs}"),
    };
    let each = if counts.actions.saturating_add(counts.outputs) == 1 { "gives its" } else { "lists each with its" };
    let first = format!("The plan has {all}. Appendix A {each} lead, target date and progress.");
    let tracked: usize = counts.rag.iter().map(|(_, count)| count).sum();
    let set = counts.rag.iter().filter(|(rag, count)| *rag != Rag::NotSet && *count > 0);
    let mut told: Vec<String> = set.map(|(rag, count)| format!("{count} {}", rag.word().to_lowercase())).collect();
    if told.is_empty() {
        return first;
    }
    let unset = counts.rag.iter().find(|(rag, _)| *rag == Rag::NotSet).map_or(0, |(_, count)| *count);
    if unset > 0 {
        told.push(format!("{unset} not set"));
    }
    let whole = words::count(tracked, "has a RAG to set", "have a RAG to set");
    format!("{first} {whole}: {}.", words::list(&told))
}

/// What changed, a row an item.
fn changes_block(changes: Vec<Changed>, since: NaiveDate) -> Block {
    if changes.is_empty() {
        return Block::paragraph("Nothing changed.");
    }
    let row = |change: Changed| {
        let name = if change.name.is_empty() { "(no words)".to_owned() } else { change.name };
        vec![name, change.sentences.join(" ")]
    };
    Block::Table(Table {
        caption: format!("What changed since {}", words::day(since)),
        head: ["Action", "What changed"].map(str::to_owned).to_vec(),
        names: 0,
        rows: changes.into_iter().map(row).collect(),
    })
}

fn financial(drafting: Drafting<'_>, items: &[ItemStatus<'_>]) -> Vec<Block> {
    let named = items.iter().filter(|status| !status.item.resources.trim().is_empty()).count();
    let told = match named {
        0 => return vec![drafting.standard("financial", standard::FINANCIAL)],
        1 => "One entry of the plan names what it needs or costs.".to_owned(),
        named => format!("{named} entries of the plan name what they need or cost."),
    };
    vec![drafting.standard("financial", format!("{told} {}", standard::FINANCIAL))]
}

/// The actions whose target date the calendar can't check, and why; `None` if there are none.
fn without_a_day(items: &[&ItemStatus<'_>]) -> Option<String> {
    let of = |kind: fn(Due) -> bool| items.iter().copied().filter(|status| kind(status.due)).collect::<Vec<_>>();
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

/// A paragraph with a list of actions, or a paragraph that says there are none. `words` are the paragraph's part, its words
/// where there are some, and where there are none.
fn exceptions(
    drafting: Drafting<'_>,
    (part, some, none): (&str, &str, &str),
    items: &[&ItemStatus<'_>],
    detail: impl Fn(&ItemStatus<'_>) -> String,
) -> Vec<Block> {
    if items.is_empty() {
        return vec![drafting.paragraph(part, none)];
    }
    let line = |status: &&ItemStatus<'_>| {
        let text = status.item.text.trim_end().trim_end_matches('.');
        Entry { label: status.item.label.trim().to_owned(), text: format!("{text}: {}", detail(status)) }
    };
    vec![drafting.paragraph(part, some), Block::List(items.iter().map(line).collect())]
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
pub(super) fn rainbow_section(workspace: &Workspace, on: NaiveDate) -> Option<Section> {
    let rounds = rounds_by(workspace, on);
    if holds_no_answers(workspace, &rounds) {
        return None;
    }
    let Some((id, title, figures)) = shared_round(workspace, &rounds) else {
        let (_, round) = rounds.last()?;
        let text = "The round is still open. Its results can be shared once it is closed.".to_owned();
        return Some(Section::new(format!("The rainbow, {}", round.title), vec![Block::paragraph(text)]));
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
    let figure = Block::Figure(of_rainbow(&chart, PEOPLE_BEHIND));
    Some(Section::new(heading, vec![figure, Block::paragraph(how), Block::Table(table)]))
}

/// What stands beneath a picture with numbers of people.
pub(super) const PEOPLE_BEHIND: &str = "n is the number of people behind a score.";

#[cfg(test)]
mod tests;
