//! The conference report: what was done, how the tables placed the outcomes, what people said about each arc, and what the training
//! map shows.

use chrono::NaiveDate;

use super::document::{Block, Entry, Report, Section, Style};
use super::drafting::{AUTHOR, Drafting, MEETING};
use super::training::gaps_table;
use super::{exercise, ideas, words};
use crate::analysis::tally::{Faulty, Tally, of_exercise};
use crate::analysis::training::training_map;
use crate::domain::framework::Framework;
use crate::domain::report_text::{ReportKind, Subject};
use crate::domain::workspace::Workspace;

/// The report, as of a day.
pub fn report(open: &Workspace, framework: &Framework, on: NaiveDate) -> Report {
    let drafting = Drafting::new(open, ReportKind::Conference, Subject::Area);
    let author = drafting.detail(AUTHOR);
    let by = if author.is_empty() { String::new() } else { format!("{author}, ") };
    Report {
        kind: ReportKind::Conference,
        about: Subject::Area,
        area: open.area().map(|area| area.name.clone()).unwrap_or_default(),
        meeting: drafting.detail(MEETING),
        title: "Conference report".to_owned(),
        byline: format!("{by}{}", words::day(on)),
        style: Style::Numbered,
        sections: sections(open, framework, true),
        appendices: Vec::new(),
    }
}

/// The sections of the report, which a strategy pack takes in too: without the table of gaps in training where another annex
/// has it.
pub(super) fn sections(open: &Workspace, framework: &Framework, with_gaps: bool) -> Vec<Section> {
    let drafting = Drafting::new(open, ReportKind::Conference, Subject::Area);
    let tallies: Vec<Tally> = open.exercises().into_iter().filter_map(|(id, _)| of_exercise(open, id)).collect();
    let mut sections = vec![
        Section::new("Summary", vec![drafting.paragraph("summary", summary(&tallies))]),
        Section::new("What was done", vec![drafting.standard("done", DONE)]),
    ];
    sections.extend(tallies.iter().map(|tally| of_tally(tally, name_of(tally, &tallies))));
    sections.extend(ideas::sections(open, framework));
    let map = training_map(open, Some(framework));
    if map.matrix.events > 0 {
        let told = format!(
            "The training map holds {}. {}.",
            words::count(map.matrix.events, "event", "events"),
            words::count(map.gaps.len(), "gap was found", "gaps were found")
        );
        let mut blocks = vec![drafting.paragraph("training", told)];
        if with_gaps && !map.gaps.is_empty() {
            blocks.push(Block::Table(gaps_table(open, &map)));
        }
        sections.push(Section::new("Training", blocks));
    }
    sections.push(Section::new("Next steps", vec![drafting.standard("next", NEXT)]));
    sections
}

const DONE: &str = "People from across the children\u{2019}s workforce met for a day, in table groups that mixed sectors and roles on purpose. They looked at how far the workforce works as one, and at what would help.";

const NEXT: &str = "What was said goes into the strategy and its plan. Those who took part are told what became of it.";

fn summary(tallies: &[Tally]) -> String {
    if tallies.is_empty() {
        return "No exercise of the conference has been entered yet.".to_owned();
    }
    let told: Vec<String> = tallies
        .iter()
        .map(|tally| {
            let share = |(at, name): (usize, &String)| {
                let percent = tally.all.percentages.get(at).copied().unwrap_or_default();
                format!("{percent}% {}", name.to_lowercase())
            };
            let shares: Vec<String> = tally.columns.iter().enumerate().map(share).collect();
            let (title, day) = (&tally.title, words::day(tally.on));
            match tally.all.n() {
                0 => format!("In the exercise \u{201c}{title}\u{201d} on {day} nothing was placed yet."),
                _ => format!(
                    "In the exercise \u{201c}{title}\u{201d} on {day}, the tables placed the outcomes like this: {}.",
                    words::list(&shares)
                ),
            }
        })
        .collect();
    told.join("\n")
}

/// What an exercise is called in the report: its title, and its day where another has the same title.
fn name_of(tally: &Tally, all: &[Tally]) -> String {
    let alike = all.iter().filter(|other| other.title == tally.title).count();
    if alike > 1 { format!("{}, {}", tally.title, words::day(tally.on)) } else { tally.title.clone() }
}

fn of_tally(tally: &Tally, name: String) -> Section {
    let mut blocks = vec![Block::paragraph(exercise::basis(tally))];
    if tally.all.n() > 0 {
        blocks.push(Block::Table(exercise::combined(tally, &format!("{name}: combined result"))));
    }
    if !tally.faulty.is_empty() {
        let entry = |one: &Faulty| Entry {
            label: String::new(),
            text: format!("\u{201c}{}\u{201d}: {}, {}, {}", one.written, one.table, one.group, one.column),
        };
        blocks.push(Block::paragraph("These codes are not in the key:"));
        blocks.push(Block::List(tally.faulty.iter().map(entry).collect()));
    }
    if tally.all.n() > 0 {
        blocks.push(Block::Table(exercise::by_card(
            tally,
            &format!("{name}: each outcome, and how the tables placed it"),
        )));
    }
    Section::new(name, blocks)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::analysis::tally::tests::printed_tally;

    #[test]
    fn percentages_and_codes_that_are_not_in_the_key_stand_in_the_report_as_they_were_counted() {
        let tally = printed_tally();
        let told = summary(std::slice::from_ref(&tally));
        assert!(told.contains("31% looking good, 58% underway and 11% not really happening yet"), "{told}");
        let section = of_tally(&tally, tally.title.clone());
        let lists: Vec<&Vec<Entry>> = section
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::List(entries) => Some(entries),
                _ => None,
            })
            .collect();
        assert_eq!(lists.len(), 1);
        assert_eq!(lists[0].len(), 2);
        assert!(lists[0].iter().any(|entry| entry.text.contains("\u{201c}5.6\u{201d}")), "{lists:?}");
    }
    #[test]
    fn no_two_tables_of_exercises_are_called_the_same() {
        let first = printed_tally();
        let same_title = Tally { on: first.on.succ_opt().unwrap(), ..first.clone() };
        let other_title = Tally { title: "What to begin with".to_owned(), ..first.clone() };
        let all = [first, same_title, other_title];
        let sections: Vec<Section> = all.iter().map(|tally| of_tally(tally, name_of(tally, &all))).collect();
        let captions: Vec<&String> = sections
            .iter()
            .flat_map(|section| &section.blocks)
            .filter_map(|block| match block {
                Block::Table(table) => Some(&table.caption),
                _ => None,
            })
            .collect();
        assert_eq!(captions.iter().collect::<BTreeSet<_>>().len(), 6, "{captions:?}");
        assert_eq!(sections[2].heading, "What to begin with");
    }
}
