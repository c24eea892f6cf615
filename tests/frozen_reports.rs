//! Frozen reports: those of an earlier Rainbow open with the same words for ever, nothing that is done later changes one, and none
//! holds what single people said.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it fails")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rainbow::charts::Layout;
use rainbow::domain::area::Area;
use rainbow::domain::frozen_report::FrozenReport;
use rainbow::domain::ids::{RecordId, ReplicaId};
use rainbow::domain::record::Body;
use rainbow::domain::report_text::ReportKind;
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::builtin;
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::import::{self, Content};
use rainbow::reports::document::Report;
use rainbow::reports::strategy::Annex;
use rainbow::reports::{
    board, conference, html, lead_sheet, picture, poster, progress, proposal, strategy, summary, told_us,
};
use rainbow::sample;
use uuid::Uuid;

fn now() -> DateTime<Utc> {
    "2010-01-29T12:00:00Z".parse().unwrap()
}

/// One report of every kind, of the sample.
fn reports(open: &Workspace) -> Vec<Report> {
    let (plan, round, on) = (open.plans()[0].0, open.rounds().pop().unwrap().0, sample::today());
    let (framework, glossary) = (builtin::framework().unwrap(), builtin::glossary().unwrap());
    let lead = lead_sheet::leads_named(open, plan, on).swap_remove(0);
    let some = [
        progress::report(open, plan, on, on),
        summary::report(open, round),
        board::report(open, round),
        poster::report(open, round),
        lead_sheet::report(open, plan, &lead, on),
        told_us::report(open, round, on),
    ];
    let all = [
        proposal::report(open, &framework, Some(plan), on),
        conference::report(open, &framework, on),
        strategy::report(open, &framework, &glossary, &Annex::ALL, on),
    ];
    some.into_iter().map(Option::unwrap).chain(all).collect()
}

/// The sample, with one report of every kind frozen.
fn with_frozen() -> Workspace {
    let (mut open, _) = sample::workspace(ReplicaId(1)).unwrap();
    for (number, report) in reports(&open).into_iter().enumerate() {
        let (report, on, recorded) = (Arc::new(report.frozen()), sample::today(), now());
        let frozen =
            FrozenReport { report, as_at: on, on, recorded, by: "Workforce lead".to_owned(), rest: Rest::new() };
        open.freeze_report(RecordId(Uuid::from_u128(900 + u128::try_from(number).unwrap())), frozen);
    }
    open
}

/// A file with the frozen reports of an area and nothing else.
fn file_of(open: &Workspace) -> String {
    let frozen = open.records().iter().filter(|record| matches!(record.body, Body::FrozenReport(_)));
    let alone = Workspace::from_records(open.id(), ReplicaId(2), frozen.cloned().collect());
    export::workspace(&alone, Extent::Everything, now()).unwrap()
}

fn opened(file: &str) -> Workspace {
    let read = import::read(file).unwrap();
    assert!(read.notices.is_empty(), "{:?}", read.notices);
    let Content::Workspace(batch) = read.content else { panic!("not a workspace") };
    let mut there = Workspace::from_records(batch.workspace, ReplicaId(9), Default::default());
    there.take_in("Import", batch.records);
    there
}

/// All that a frozen report says: its words, and those of its pictures.
fn words(frozen: &FrozenReport) -> String {
    let alt = |figure| picture::drawn(figure, Layout::Wide, "x").alt;
    let pictures: Vec<String> = frozen.report.figures().map(|figure| alt(&figure.picture)).collect();
    format!("{}\n{}", html::plain(&frozen.report), pictures.join("\n"))
}

/// The file was written once. Drafts may read otherwise since: it is not written again, only read.
#[test]
fn reports_that_were_frozen_by_an_earlier_rainbow_open_with_the_words_that_they_had() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/frozen-reports-1.json");
    if std::env::var_os("UPDATE_GOLDENS").is_some() && !path.exists() {
        std::fs::write(&path, file_of(&with_frozen())).unwrap();
    }
    let file = std::fs::read_to_string(&path).unwrap();
    let open = opened(&file);
    let all = open.frozen_reports();
    let kinds: BTreeSet<ReportKind> = all.iter().map(|(_, frozen)| frozen.report.kind).collect();
    assert_eq!((all.len(), kinds.len()), (9, 9));
    for (_, frozen) in &all {
        insta::assert_snapshot!(format!("{:?}", frozen.report.kind), words(frozen));
    }
    let data = |file: &str| file.split_once("\"data\": ").unwrap().1.to_owned();
    assert_eq!(data(&file_of(&open)), data(&file), "it is written as it was read");
}

#[test]
fn nothing_that_is_done_later_changes_a_frozen_report() {
    let mut open = with_frozen();
    let (before, drafted) = (file_of(&open), reports(&open));
    let round = open.rounds().pop().unwrap().0;
    let gone: Vec<_> = open.gathered(round).responses.into_keys().take(20).collect();
    for response in gone {
        open.withdraw(response, round, sample::today());
    }
    open.set_area(Area::named("Another name"));
    let items: BTreeSet<_> = open.items(open.plans()[0].0).into_iter().map(|(id, _)| id).skip(1).collect();
    open.delete_items(&items, sample::today());
    let exercises: Vec<_> = open.exercises().into_iter().map(|(id, _)| id).collect();
    for exercise in exercises {
        open.delete_exercise(exercise).unwrap();
    }
    assert!(reports(&open).iter().zip(&drafted).all(|(now, then)| now != then), "what is drafted now is another");
    assert_eq!(file_of(&open), before);
}

#[test]
fn a_frozen_report_holds_no_answer_of_a_single_person() {
    let open = with_frozen();
    let file = file_of(&open);
    let mut looked_for = 0;
    for (round, _) in open.rounds() {
        for (id, (_, response)) in open.gathered(round).responses {
            let answers: String = response.answers.iter().map(|answer| answer.to_char()).collect();
            for words in response.comments.values().cloned().chain([id.to_string(), answers]) {
                assert!(!file.contains(&words), "{words}");
                looked_for += 1;
            }
        }
    }
    assert!(looked_for > 100, "{looked_for}");
}
