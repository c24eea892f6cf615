//! A lead's own sheet: the items of a plan that one lead answers for, on one or few pages, and nobody else's.

use chrono::NaiveDate;

use super::document::{Block, Report, Section, Style, Table};
use super::progress::due_words;
use super::words;
use crate::analysis::plan_status::{ItemStatus, of_plan};
use crate::domain::ids::PlanId;
use crate::domain::leads::{is_led_by, is_same, leads};
use crate::domain::plan::Rag;
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::workspace::Workspace;

/// Everybody who leads something in a plan, in the order in which it names them.
pub fn leads_named(open: &Workspace, plan: PlanId, on: NaiveDate) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for lead in of_plan(open, plan, on).iter().flat_map(|status| leads(&status.item.lead)) {
        if !named.iter().any(|other| is_same(other, &lead)) {
            named.push(lead);
        }
    }
    named
}

/// The sheet of a lead as of a day; `None` if the plan is not here or names no such lead.
pub fn report(open: &Workspace, plan: PlanId, lead: &str, on: NaiveDate) -> Option<Report> {
    let title = open.plan(plan)?.title.clone();
    let statuses = of_plan(open, plan, on);
    let own: Vec<&ItemStatus<'_>> = statuses.iter().filter(|status| is_led_by(&status.item.lead, lead)).collect();
    if own.is_empty() {
        return None;
    }
    let (done, open_items): (Vec<_>, Vec<_>) = own.iter().copied().partition(|status| status.rag == Rag::Complete);
    let overdue = open_items.iter().filter(|status| status.is_overdue(on)).count();
    let told = format!(
        "{lead} leads {} of the plan \u{201c}{title}\u{201d}. {} open, of which {} overdue.",
        words::count(own.len(), "entry", "entries"),
        words::count(open_items.len(), "is", "are"),
        words::count(overdue, "is", "are"),
    );
    let mut sections = vec![Section::new(String::new(), vec![Block::paragraph(told)])];
    let parts = [("Open", "What is still to be done", open_items), ("Complete", "What is done", done)];
    for (heading, caption, items) in parts {
        if !items.is_empty() {
            sections.push(Section::new(heading, vec![Block::Table(table(caption, &items, on))]));
        }
    }
    Some(Report {
        kind: ReportKind::LeadSheet,
        about: Subject::Plan(plan),
        area: open.area().map(|area| area.name.clone()).unwrap_or_default(),
        meeting: String::new(),
        title: format!("{lead}: {title}"),
        byline: format!("As at {}", words::day(on)),
        style: Style::Plain,
        sections,
        appendices: Vec::new(),
    })
}

fn table(caption: &str, items: &[&ItemStatus<'_>], on: NaiveDate) -> Table {
    let row = |status: &&ItemStatus<'_>| {
        let steps = status.milestones.iter().map(|step| {
            let state = if step.reached.is_some() { " (reached)" } else { "" };
            format!("{}{state}", step.item.text)
        });
        let report = status.latest_words().map(|entry| format!("{} ({})", entry.text, words::day(entry.on)));
        vec![
            status.item.label.clone(),
            status.item.text.clone(),
            due_words(status, on),
            steps.collect::<Vec<_>>().join("\n"),
            report.unwrap_or_default(),
            status.rag.word().to_owned(),
        ]
    };
    Table {
        caption: caption.to_owned(),
        head: ["No", "Action", "Target date", "Milestones", "Last report", "RAG"].map(str::to_owned).to_vec(),
        names: 1,
        rows: items.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;
    use crate::sample;

    #[test]
    fn a_sheet_holds_a_leads_own_items_and_nobody_elses() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let plan = open.plans()[0].0;
        let named = leads_named(&open, plan, sample::today());
        assert!(named.len() > 1);
        for lead in &named {
            let sheet = report(&open, plan, lead, sample::today()).unwrap();
            let mut shown = 0;
            for block in sheet.blocks() {
                let Block::Table(table) = block else { continue };
                shown += table.rows.len();
                for row in &table.rows {
                    let (_, item) = open.items(plan).into_iter().find(|(_, item)| item.text == row[1]).unwrap();
                    assert!(is_led_by(&item.lead, lead), "{lead}: {row:?}");
                }
            }
            let all = open.items(plan).into_iter().filter(|(_, item)| is_led_by(&item.lead, lead)).count();
            assert_eq!(shown, all, "{lead}");
        }
        assert!(report(&open, plan, "Nobody of that name", sample::today()).is_none());
    }
}
