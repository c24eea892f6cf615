//! What changed in a plan between two days, in sentences.

use chrono::NaiveDate;

use super::words;
use crate::analysis::plan_changes::{Change, ItemChange, Part, between};
use crate::analysis::plan_status::{ItemStatus, of_plan};
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::workspace::Workspace;

/// An item with what changed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which item.
    pub id: ItemId,
    /// Its number and its words.
    pub name: String,
    /// Whether it is still part of the plan.
    pub is_here: bool,
    /// What changed, each as a sentence.
    pub sentences: Vec<String>,
}

/// What changed in a plan after the end of one day and by the end of another.
pub fn changed(workspace: &Workspace, plan: PlanId, from: NaiveDate, to: NaiveDate) -> Vec<Changed> {
    let changed = |change: ItemChange<'_>| Changed {
        id: change.id,
        name: [change.item.label.trim(), change.item.text.trim()].join(" ").trim().to_owned(),
        is_here: !change.changes.contains(&Change::TakenOut),
        sentences: change.changes.iter().map(sentence).collect(),
    };
    between(workspace, plan, from, to).into_iter().map(changed).collect()
}

/// An item that is an exception, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Which item.
    pub id: ItemId,
    /// Its number and its words.
    pub name: String,
    /// Why it is one: "overdue: was due Nov-09", "revised from Oct-09 to 31 Dec 2009".
    pub why: String,
}

/// The exceptions of a plan on a day, to those who saw it last on an earlier one: what is overdue, or was revised since.
pub fn exceptions(workspace: &Workspace, plan: PlanId, since: NaiveDate, on: NaiveDate) -> Vec<Exception> {
    let items = of_plan(workspace, plan, on);
    let exception = |status: &ItemStatus<'_>| {
        let overdue = status.is_overdue(on).then(|| format!("overdue: due {}", status.due_written.trim()));
        // They saw the date that stood before the first revision since, whatever stood in between.
        let steps = status.steps().into_iter();
        let mut since_then = steps.filter(|step| step.entry.revised.is_some() && step.entry.on > since);
        let revised = since_then.next().map(|first| {
            let before = first.due_before.trim();
            let before = if before.is_empty() { "no date" } else { before };
            format!("revised from {before} to {}", status.due_written.trim())
        });
        Exception {
            id: status.id,
            name: [status.item.label.trim(), status.item.text.trim()].join(" ").trim().to_owned(),
            why: words::list(&overdue.into_iter().chain(revised).collect::<Vec<_>>()),
        }
    };
    items.iter().filter(|status| status.is_exception(on, since)).map(exception).collect()
}

fn sentence(change: &Change<'_>) -> String {
    match *change {
        Change::Added => "Added.".to_owned(),
        Change::TakenOut => "Taken out of the plan.".to_owned(),
        Change::Words { part, before, now } => {
            format!("{}: {} (was {}).", part_name(part), quoted(now), quoted(before))
        }
        Change::Arcs => "It names other arcs.".to_owned(),
        Change::Place => "It was moved.".to_owned(),
        Change::Rag { before, now } => format!("RAG: {} (was {}).", now.word(), before.word()),
        Change::Revised { before, now, reason } => {
            let reason = reason.trim().trim_end_matches('.');
            let reason = if reason.is_empty() { String::new() } else { format!(" Reason: {reason}.") };
            format!("Target date revised: {} (was {}).{reason}", quoted(now), quoted(before))
        }
        Change::MilestoneAdded(text) => format!("Milestone added: {}.", quoted(text)),
        Change::MilestoneTakenOut(text) => format!("Milestone taken out: {}.", quoted(text)),
        Change::MilestoneReached(text, on) => format!("Milestone reached on {}: {}.", words::day(on), quoted(text)),
        Change::MilestoneTakenBack(text) => format!("Milestone not reached after all: {}.", quoted(text)),
        Change::Reported(entry) => {
            let by = if entry.by.trim().is_empty() { String::new() } else { format!(", by {}", entry.by.trim()) };
            format!("Reported on {}{by}: {}", words::day(entry.on), entry.text.trim())
        }
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Label => "Number",
        Part::Text => "Words",
        Part::Lead => "Lead",
        Part::Due => "Target date as first written",
        Part::Resources => "Resources or cost",
        Part::Risk => "Risk",
    }
}

fn quoted(words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { "nothing".to_owned() } else { format!("\u{201c}{}\u{201d}", words.trim_end_matches('.')) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::{RecordId, ReplicaId};
    use crate::domain::plan::{Progress, Revision};
    use crate::domain::rest::Rest;
    use crate::sample;

    #[test]
    fn the_sample_tells_what_was_reported_since_october() {
        let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (plan, _) = open.plans()[0];
        let day = |text: &str| text.parse().unwrap();
        let told = changed(&open, plan, day("2009-09-30"), day("2009-10-30"));
        let moved = told.iter().find(|told| told.name.starts_with("4 Describe")).unwrap();
        assert!(moved.is_here);
        assert_eq!(
            moved.sentences,
            [
                "Target date revised: \u{201c}31 Dec 2009\u{201d} (was \u{201c}Oct-09\u{201d}). Reason: resourcing.",
                "Reported on 30 October 2009, by CD: The officer who was to draft this has left. A head teacher\u{2019}s office has offered to take it on.",
            ]
        );
        let why = |since: &str, on: &str| {
            exceptions(&open, plan, day(since), day(on)).into_iter().map(|one| one.why).collect::<Vec<_>>()
        };
        assert_eq!(why("2009-09-30", "2009-10-30"), ["revised from Oct-09 to 31 Dec 2009"]);
        assert_eq!(why("2009-10-30", "2009-11-30"), Vec::<String>::new());
        assert_eq!(
            why("2009-10-30", "2010-01-29"),
            ["overdue: due Nov-09", "overdue: due Nov-09", "overdue: due 31 Dec 2009"]
        );
        assert_eq!(changed(&open, plan, day("2009-11-01"), day("2009-11-02")), []);
        assert_eq!(changed(&open, plan, day("2009-01-01"), day("2009-09-04"))[0].sentences, ["Added."]);
    }
    #[test]
    fn a_date_that_was_revised_twice_is_told_from_the_one_that_was_seen() {
        let (mut open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let (plan, _) = open.plans()[0];
        let day = |text: &str| text.parse().unwrap();
        let (item, _) = open.items(plan).into_iter().find(|(_, item)| item.label == "4").unwrap();
        let again = Revision { due: "15 Jan 2010".to_owned(), meant: None, reason: String::new(), rest: Rest::new() };
        let now = "2010-01-10T12:00:00Z".parse().unwrap();
        let entry = Progress { revised: Some(again), ..Progress::blank(item, day("2010-01-10"), now) };
        open.report_progress(RecordId(Uuid::from_u128(1)), entry).unwrap();
        let why = |since: &str, on: &str| {
            let all = exceptions(&open, plan, day(since), day(on));
            all.into_iter().find(|one| one.id == item).map(|one| one.why)
        };
        assert_eq!(why("2009-09-30", "2010-01-12").unwrap(), "revised from Oct-09 to 15 Jan 2010");
        assert_eq!(why("2009-12-01", "2010-01-12").unwrap(), "revised from 31 Dec 2009 to 15 Jan 2010");
        assert_eq!(why("2010-01-10", "2010-01-12"), None);
        let both = "overdue: due 15 Jan 2010 and revised from 31 Dec 2009 to 15 Jan 2010";
        assert_eq!(why("2009-12-01", "2010-01-16").unwrap(), both);
    }
}
