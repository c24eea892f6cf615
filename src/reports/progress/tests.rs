//! What a progress report says, and what it leaves out.

use super::*;
use crate::domain::frozen_report::FrozenReport;
use crate::domain::ids::{ItemId, RecordId, ReplicaId};
use crate::domain::order::OrderKey;
use crate::domain::plan::PlanItem;
use crate::domain::record::Kind;
use crate::domain::report_text::{ReportPart, ReportText, Subject};
use crate::domain::rest::Rest;
use crate::reports::document::Wording;
use crate::reports::html;
use crate::sample;
use uuid::Uuid;

fn drawn(open: &Workspace, plan: PlanId, on: NaiveDate) -> Report {
    report(open, plan, on, usual_since(open, plan, on)).unwrap()
}

fn sample() -> (Workspace, PlanId) {
    let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
    let plan = sample.plans()[0].0;
    (sample, plan)
}

#[test]
fn every_section_and_every_action_is_there() {
    let (sample, plan) = sample();
    let report = drawn(&sample, plan, sample::today());
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
    let day = |text: &str| drawn(&sample, plan, text.parse().unwrap());
    let (before, after) = (day("2009-12-10"), day("2010-01-29"));
    assert_ne!(before.appendices[0], after.appendices[0]);
    let scores = |report: &Report| {
        let Block::Table(table) = report.appendices[2].blocks.last().unwrap() else { panic!("the rainbow as a table") };
        table.rows.iter().map(|row| row[..3].to_vec()).collect::<Vec<_>>()
    };
    assert_eq!(scores(&before), scores(&after));
}

#[test]
fn the_targets_are_those_of_the_day() {
    let (sample, plan) = sample();
    let targets = |day: &str| {
        let report = drawn(&sample, plan, day.parse().unwrap());
        let Block::Table(table) = report.appendices[2].blocks.last().unwrap() else { panic!("the rainbow as a table") };
        table.rows.iter().map(|row| row[3].clone()).collect::<Vec<_>>()
    };
    assert!(targets("2008-12-31").iter().all(|target| target == "not set"));
    assert!(targets("2010-01-29").iter().any(|target| target != "not set"));
}

#[test]
fn agreed_positions_stand_beside_the_scores_from_the_day_they_were_agreed() {
    let (sample, plan) = sample();
    let table = |day: &str| {
        let report = drawn(&sample, plan, day.parse().unwrap());
        match report.appendices[2].blocks.last().unwrap() {
            Block::Table(table) => table.clone(),
            other => panic!("{other:?}"),
        }
    };
    let (before, after) = (table("2010-01-21"), table("2010-01-22"));
    assert_eq!((before.head.len(), after.head.len()), (4, 5));
    assert_eq!(after.head.last().unwrap(), "Agreed position");
    let last: Vec<&str> = after.rows.iter().map(|row| row[4].as_str()).collect();
    assert_eq!(last, ["3.0", "2.7", "not set", "2.8", "3.5", "2.5", "3.0", "not set"]);
}

#[test]
fn while_a_new_round_is_open_the_one_before_is_shown() {
    let (mut sample, plan) = sample();
    let closed = drawn(&sample, plan, sample::today());
    let (id, round) = sample.rounds().pop().unwrap();
    let (round, survey) = (round.clone(), sample.survey_of(id).unwrap().clone());
    let later = Round { title: "Spring 2010".to_owned(), opened: sample::today(), ..round };
    sample.open_round(RoundId(Uuid::from_u128(1)), later, survey);
    let open = drawn(&sample, plan, sample::today());
    assert_eq!(open.appendices[2], closed.appendices[2]);
    assert_ne!(open.sections[2], closed.sections[2], "the background tells of the new round");
    let last = paragraphs_of(&open.sections[2]).pop().unwrap();
    assert!(last.ends_with("so Appendix C shows the last closed round, \u{201c}December 2009\u{201d}."), "{last}");
}

#[test]
fn what_a_person_wrote_stands_where_it_belongs() {
    let (mut sample, plan) = sample();
    let words = "It is paid for.\n\n  Nothing else is asked. ".to_owned();
    sample.write_report_text(ReportText {
        about: Subject::Plan(plan),
        part: ReportPart::of_word("financial").unwrap(),
        text: words,
        drafted: String::new(),
        rest: Rest::new(),
    });
    let report = drawn(&sample, plan, sample::today());
    let [Block::Paragraph(paragraph)] = report.sections[4].blocks.as_slice() else { panic!("one paragraph") };
    assert_eq!(paragraph.lines().collect::<Vec<_>>(), ["It is paid for.", "Nothing else is asked."]);
    assert_eq!(paragraph.wording, Wording::Written);
}

#[test]
fn a_list_of_actions_reads_as_sentences() {
    let (sample, plan) = sample();
    let report = drawn(&sample, plan, sample::today());
    let lists = report.sections[3].blocks.iter().filter_map(|block| match block {
        Block::List(entries) => Some(entries),
        _ => None,
    });
    let entries: Vec<&Entry> = lists.flatten().collect();
    assert!(!entries.is_empty());
    for Entry { label, text } in entries {
        assert!(!label.is_empty() && !text.contains(".:") && !text.starts_with(label), "{label} {text}");
    }
}

/// The paragraphs of a section.
fn paragraphs_of(section: &Section) -> Vec<&str> {
    let words = section.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        _ => None,
    });
    words.collect()
}

#[test]
fn a_round_opened_after_the_day_is_left_out() {
    let (sample, plan) = sample();
    let report = drawn(&sample, plan, "2008-11-30".parse().unwrap());
    assert_eq!(paragraphs_of(&report.sections[2]), ["No round had been opened by then."]);
    assert_eq!(report.appendices.len(), 2, "there is no rainbow to show");
}

#[test]
fn between_two_rounds_the_earlier_one_is_reported() {
    let (sample, plan) = sample();
    let report = drawn(&sample, plan, "2009-11-30".parse().unwrap());
    let background = paragraphs_of(&report.sections[2]);
    let received = "The round \u{201c}December 2008\u{201d}, opened on 1 December 2008, received 38 responses against 45 required.";
    assert_eq!(background.last(), Some(&received));
    assert_eq!(report.appendices[2].heading, "The rainbow, December 2008");
}

#[test]
fn a_copy_without_answers_claims_nothing_of_the_return() {
    let (sample, plan) = sample();
    let records = sample.records().iter().filter(|record| record.body.kind() != Kind::Pack);
    let copy = Workspace::from_records(sample.id(), sample.replica(), records.cloned().collect());
    let report = drawn(&copy, plan, sample::today());
    let background = paragraphs_of(&report.sections[2]);
    let last = "This copy holds no answers, so the results of the round are not shown.";
    assert_eq!(background.last(), Some(&last));
    assert!(background.iter().all(|text| !text.contains("received")), "{background:?}");
    assert_eq!(report.appendices.len(), 2, "there is no rainbow to show");
}

#[test]
fn actions_without_a_day_are_told_apart_and_named() {
    let table = [
        (vec![("1", "Oct-09")], None),
        (vec![("1", "on-going"), ("2", "Oct-09")], Some("Action 1 is on-going.")),
        (
            vec![("3", "on-going"), ("7", "Summer"), ("12", "once funded"), ("13", "ASAP")],
            Some(
                "Action 3 is on-going. Action 12 (\u{201c}once funded\u{201d}) depends on something else. Actions 7 (\u{201c}Summer\u{201d}) and 13 (\u{201c}ASAP\u{201d}) have no exact target date.",
            ),
        ),
        (vec![("c.", "soon")], Some("Action c. (\u{201c}soon\u{201d}) has no exact target date.")),
        (vec![("1", "Dec 2014 and ongoing"), ("2", "Summer 2010")], Some("Action 1 is on-going.")),
        (
            vec![("1", "Quarterly"), ("2", "March 13"), ("3", "31/02/2010")],
            Some(
                "Action 1 (\u{201c}Quarterly\u{201d}) comes again and again. Action 2 (\u{201c}March 13\u{201d}) has a target date that can be read in two ways. Action 3 (\u{201c}31/02/2010\u{201d}) has a target date that no calendar has.",
            ),
        ),
        (vec![("1", ""), ("", "")], Some("2 actions have no target date.")),
    ];
    for (items, expected) in table {
        let items: Vec<PlanItem> = items
            .into_iter()
            .map(|(label, due)| PlanItem {
                label: label.to_owned(),
                text: "Agree who does what".to_owned(),
                due: due.to_owned(),
                ..PlanItem::blank(PlanId(Uuid::nil()), OrderKey::between(None, None))
            })
            .collect();
        let statuses: Vec<ItemStatus<'_>> = items
            .iter()
            .map(|item| ItemStatus {
                id: ItemId(Uuid::nil()),
                item,
                depth: 0,
                parent: None,
                is_orphan: false,
                holds_others: false,
                milestones: Vec::new(),
                entries: Vec::new(),
                rag: Rag::NotSet,
                due_written: &item.due,
                due_meant: None,
                replaced: Vec::new(),
                due: Due::read(&item.due, None),
            })
            .collect();
        assert_eq!(without_a_day(&statuses.iter().collect::<Vec<_>>()).as_deref(), expected);
    }
}

#[test]
fn what_the_data_cannot_know_is_said_to_be_standard_words() {
    let (sample, plan) = sample();
    let report = drawn(&sample, plan, sample::today());
    for section in &report.sections[4..] {
        let [Block::Paragraph(paragraph)] = section.blocks.as_slice() else { panic!("one paragraph") };
        assert_eq!(paragraph.wording, Wording::Standard, "{}", section.heading);
    }
    let standard = report.paragraphs().filter(|paragraph| paragraph.wording == Wording::Standard).count();
    assert_eq!(standard, 4, "nothing else is");
}

#[test]
fn no_two_paragraphs_share_their_words() {
    let (sample, plan) = sample();
    let report = drawn(&sample, plan, sample::today());
    let mut parts: Vec<_> = report.paragraphs().filter_map(|paragraph| paragraph.part.clone()).collect();
    let all = parts.len();
    parts.sort();
    parts.dedup();
    assert_eq!((parts.len(), parts.len() > 8), (all, true));
}

#[test]
fn the_sample_reads_as_a_paper_for_a_meeting() {
    let (sample, plan) = sample();
    insta::assert_snapshot!(html::plain(&drawn(&sample, plan, sample::today())));
}

#[test]
fn a_report_tells_what_changed_since_the_last_one_that_was_frozen() {
    let (mut sample, plan) = sample();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(usual_since(&sample, plan, sample::today()), day("2009-10-30"), "a quarter of a year before");
    let freeze = |sample: &mut Workspace, id: u128, as_at: &str| {
        let (as_at, report) = (day(as_at), drawn(sample, plan, day(as_at)).frozen());
        let by = "Workforce lead".to_owned();
        let recorded = chrono::DateTime::UNIX_EPOCH;
        let frozen = FrozenReport { report: report.into(), as_at, on: as_at, recorded, by, rest: Rest::new() };
        sample.freeze_report(RecordId(Uuid::from_u128(id)), frozen);
    };
    freeze(&mut sample, 1, "2009-12-31");
    freeze(&mut sample, 2, "2009-11-30");
    assert_eq!(usual_since(&sample, plan, sample::today()), day("2009-12-31"));
    assert_eq!(usual_since(&sample, plan, day("2009-12-31")), day("2009-11-30"), "never of itself");
    assert_eq!(usual_since(&sample, PlanId(Uuid::nil()), sample::today()), day("2009-10-30"), "nor of another plan");
}
