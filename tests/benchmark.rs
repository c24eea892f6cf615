//! Benchmark files, from outside: made, taken in by another area, removed and brought back, and what is said of bad ones.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it fails")]

use chrono::{DateTime, Utc};
use rainbow::analysis::region::{benchmark, latest_shared};
use rainbow::domain::benchmark::{Given, Permission};
use rainbow::domain::ids::{RecordId, ReplicaId};
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::problem::ReadError;
use rainbow::exchange::taking::{Choice, FileIn, Outcome, Plan, Taking, Wanted};
use rainbow::sample;
use uuid::Uuid;

fn now() -> DateTime<Utc> {
    "2010-01-29T12:00:00Z".parse().unwrap()
}

/// A small area, which has given nothing away yet.
fn small() -> Workspace {
    sample::workspace_of(ReplicaId(1), 3).unwrap().0
}

#[test]
fn a_benchmark_file_is_written_as_its_golden() {
    let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens/benchmark-1.json");
    let made = benchmark_of(7);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(made, std::fs::read_to_string(&path).unwrap());
}

/// The benchmark file of an area that carries this number as its id.
fn benchmark_of(number: u128) -> String {
    let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
    let (round, figures) = latest_shared(&sample).unwrap();
    let permission =
        Permission { by: "Director of Children\u{2019}s Services".to_owned(), on: "2010-01-20".parse().unwrap() };
    let one = benchmark(&sample, (round, &figures), "North", permission, now()).unwrap();
    export::benchmark(RecordId(Uuid::from_u128(number)), &one).unwrap()
}

/// What is said of a file that is added to an area.
fn said_of(area: &Workspace, text: &str) -> String {
    match &plan_of(area, text).files[0].outcome {
        Outcome::Refused(error) => error.to_string(),
        Outcome::Records { preview, .. } => format!("{:?}", preview.by_kind),
        Outcome::Responses(_) | Outcome::Asking(_) | Outcome::Report(_) | Outcome::Seating(_) => panic!("no benchmark"),
    }
}

fn plan_of(area: &Workspace, text: &str) -> Plan {
    let mut taking = Taking::begin(area.clone(), Wanted::Anything, 1);
    taking.play(0, FileIn::read("benchmark.json".to_owned(), text));
    taking.finish()
}

fn take(area: &mut Workspace, text: &str) {
    plan_of(area, text).apply(area, Choice::default(), now(), || panic!("no responses"));
}

#[test]
fn a_benchmark_is_taken_in_once_removed_and_brought_back() {
    let mut area = small();
    let file = benchmark_of(7);
    assert!(!file.contains("Fenshire") && !file.contains(&area.id().to_string()), "no area is named");
    take(&mut area, &file);
    take(&mut area, &file);
    let [(id, one)] = area.benchmarks()[..] else { panic!("one benchmark") };
    assert_eq!((one.region.as_str(), one.responses, one.themes.len()), ("North", 54, 8));
    assert!(plan_of(&area, &file).files[0].brings_nothing());
    area.remove_benchmark(id).unwrap();
    take(&mut area, &file);
    assert!(area.benchmarks().is_empty(), "what was removed stays removed until somebody brings it back");
    let choice = Choice { bring_back: true, ..Choice::default() };
    plan_of(&area, &file).apply(&mut area, choice, now(), || panic!("no responses"));
    assert_eq!(area.benchmarks().len(), 1);
    assert!(!export::workspace(&area, Extent::WithoutAnswers, now()).unwrap().contains("\"kind\":\"benchmark"));
}

#[test]
fn a_benchmark_that_cant_be_put_beside_the_areas_figures_says_why() {
    let mut area = small();
    let file = benchmark_of(7);
    let edited = |from: &str, to: &str| {
        assert!(file.contains(from), "{from}");
        said_of(&area, &file.replacen(from, to, 1))
    };
    let said = [
        edited("\"framework_version\": \"", "\"framework_version\": \"2012-"),
        edited("\"people\": 54", "\"people\": 4"),
        edited("\"people\": 54", "\"people\": 55"),
        edited("\"people\": 54", "\"number\": 54"),
        edited("\"smallest_group\": 5", "\"smallest_group\": 1"),
        edited("\"permitted_by\": \"Director of Children\u{2019}s Services\"", "\"permitted_by\": \" \""),
        edited("\"month\": \"2009-12\"", "\"month\": \"December\""),
        edited("\"identity\"", "\"weather\""),
        said_of(&Workspace::from_records(area.id(), ReplicaId(2), Default::default()), &file),
    ];
    insta::assert_snapshot!(said.join("\n"));
    let permission = Permission { by: "Director".to_owned(), on: now().date_naive() };
    let (round, _) = area.rounds().pop().unwrap();
    let benchmark = RecordId(Uuid::from_u128(7));
    let given = Given { benchmark, round, permission, made: now(), rest: std::collections::BTreeMap::new() };
    area.give_benchmark(RecordId(Uuid::from_u128(8)), given);
    assert_eq!(said_of(&area, &file), ReadError::OwnBenchmark.to_string());
    assert!(area.benchmarks().is_empty());
}

#[test]
fn a_benchmark_that_was_edited_by_hand_is_taken_with_a_warning() {
    let file = benchmark_of(7).replacen("\"mean\": \"2", "\"mean\": \"3", 1);
    assert_ne!(file, benchmark_of(7));
    assert!(plan_of(&small(), &file).files[0].is_changed());
}
