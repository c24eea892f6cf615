//! Files, from outside: goldens of every shape, round trips, and what is said of bad input.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::cast_lossless,
    reason = "a test stops where it fails"
)]

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rainbow::analysis::leads::{Question, asking, leads_of};
use rainbow::domain::ids::{RecordId, ReplicaId};
use rainbow::domain::merge::Records;
use rainbow::domain::plan::{Progress, Rag, Revision};
use rainbow::domain::record::{Body, Record};
use rainbow::domain::report_text::{ReportPart, ReportText, Subject};
use rainbow::domain::rest::Rest;
use rainbow::domain::round::ReturnsTo;
use rainbow::domain::update_request::Asking;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::import::{self, Content};
use rainbow::exchange::preview::RecordsPreview;
use rainbow::exchange::problem::{Notice, ReadError};
use rainbow::exchange::taking::{Choice, FileIn, Outcome, Plan, Taking, Tally, Wanted};
use rainbow::sample;

fn now() -> DateTime<Utc> {
    "2010-01-29T12:00:00Z".parse().unwrap()
}

/// A small area with everything in it.
fn small() -> Workspace {
    sample::workspace_of(ReplicaId(1), 3).unwrap().0
}

fn everything(workspace: &Workspace) -> String {
    export::workspace(workspace, Extent::Everything, now()).unwrap()
}

fn responses_of(workspace: &Workspace) -> String {
    let (round, _) = workspace.rounds().pop().unwrap();
    let survey = workspace.survey_of(round).unwrap();
    let gathered = workspace.gathered(round);
    export::responses(workspace.id(), round, survey, gathered.responses.values().map(|(_, one)| *one), now()).unwrap()
}

fn survey_of(workspace: &Workspace) -> String {
    export::survey(workspace, workspace.rounds().pop().unwrap().0, now()).unwrap()
}

/// What the first lead of the area's plan is asked.
fn asking_of(workspace: &Workspace) -> Asking {
    let (plan, _) = workspace.plans().pop().unwrap();
    let lead = leads_of(workspace, plan, sample::today()).swap_remove(0).name;
    let returns_to = ReturnsTo { role: "Workforce lead".into(), email: "workforce@example.org".into() };
    let question = Question { plan, lead, asked_by: Some(sample::today()), returns_to };
    asking(workspace, &question, now(), sample::today()).unwrap()
}

fn request_of(workspace: &Workspace) -> String {
    export::asking(&asking_of(workspace)).unwrap()
}

/// What that lead sends back.
fn report_of(workspace: &Workspace) -> String {
    let asking = asking_of(workspace);
    let mut there = Workspace::from_records(asking.request.workspace(), ReplicaId(5), Records::default());
    there.take_asking(&asking);
    let said = Progress {
        text: "The first course has run.".to_owned(),
        rag: Some(Rag::Green),
        revised: Some(Revision { due: "March 2010".into(), meant: None, reason: "Snow".into(), rest: Rest::new() }),
        ..Progress::blank(*asking.request.items.first().unwrap(), sample::today(), now())
    };
    there.say_progress(RecordId(uuid::Uuid::from_u128(77)), said).unwrap();
    export::report(&there, now()).unwrap()
}

/// The area as somebody has it who only got the survey: without responses, and with the round still open.
fn without_responses(workspace: &Workspace) -> Workspace {
    let known = |body: &Body| !matches!(body, Body::Pack(_) | Body::RoundEntry(_));
    let records = workspace.records().iter().filter(|record| known(&record.body)).cloned().collect();
    Workspace::from_records(workspace.id(), ReplicaId(2), records)
}

fn golden(name: &str, made: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert_eq!(made, kept, "{name} changed; before the first release: UPDATE_GOLDENS=1 cargo test --test files");
}

fn data_of(file: &str) -> &str {
    file.split_once("\"data\": ").unwrap().1
}

#[test]
fn every_shape_of_file_is_written_as_its_golden() {
    let area = small();
    golden("workspace-1.json", &everything(&area));
    golden("survey-1.json", &survey_of(&area));
    golden("responses-1.json", &responses_of(&area));
    golden("plan-update-1.json", &request_of(&area));
    golden("plan-update-report-1.json", &report_of(&area));
}

#[test]
fn every_golden_is_read_without_complaint() {
    for entry in std::fs::read_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")).unwrap() {
        let path = entry.unwrap().path();
        let read = import::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert!(read.notices.is_empty(), "{path:?}: {:?}", read.notices);
    }
}

#[test]
fn export_then_import_then_export_gives_the_same_data() {
    let area = small();
    let first = everything(&area);
    let Content::Workspace(batch) = import::read(&first).unwrap().content else { panic!("not a workspace") };
    assert!(!RecordsPreview::of(&batch, None).brings_nothing());
    assert!(RecordsPreview::of(&batch, Some(&area)).brings_nothing());
    let mut there = Workspace::from_records(batch.workspace, ReplicaId(9), rainbow::domain::merge::Records::default());
    there.take_in("Import", batch.records);
    assert_eq!(data_of(&everything(&there)), data_of(&first));
}

#[test]
fn what_a_newer_rainbow_wrote_survives() {
    let file = everything(&small())
        .replacen("\"sectors\":[", "\"motto\":\"Together\",\"sectors\":[", 1)
        .replacen("\"records\": [", "\"records\": [\n{\"id\":\"00000000-0000-4000-8000-0000000000ff\",\"kind\":\"poem\",\"stamp\":{\"000000000000000a\":1},\"body\":{\"verse\":[1,2.5,null]}},", 1);
    let read = import::read(&file).unwrap();
    assert!(read.notices.contains(&Notice::Changed));
    assert!(read.notices.contains(&Notice::Newer { count: 1, kind: "poem".into() }));
    let Content::Workspace(batch) = read.content else { panic!("not a workspace") };
    let mut there = Workspace::from_records(batch.workspace, ReplicaId(9), rainbow::domain::merge::Records::default());
    there.take_in("Import", batch.records);
    there.set_area(there.area().unwrap().clone());
    let again = everything(&there);
    assert!(again.contains("\"motto\":\"Together\"") && again.contains("{\"verse\":[1,2.5,null]}"));
}

#[test]
fn plans_only_means_no_answer_and_no_comment() {
    let mut area = small();
    let (round, _) = area.rounds().pop().unwrap();
    let response = *area.gathered(round).responses.keys().next().unwrap();
    area.withdraw(response, round, now().date_naive());
    area.write_report_text(ReportText {
        about: Subject::Plan(area.plans().pop().unwrap().0),
        part: ReportPart::of_word("financial").unwrap(),
        text: "The mean was 2.3.".to_owned(),
        drafted: String::new(),
        rest: std::collections::BTreeMap::new(),
    });
    let file = export::workspace(&area, Extent::WithoutAnswers, now()).unwrap();
    assert!(!file.contains("\"kind\":\"pack\"") && !file.contains("\"answers\""));
    assert!(!file.contains(&response.to_string()) && !file.contains("The mean was 2.3"));
    assert!(file.contains("\"kind\":\"plan-item\"") && file.contains("\"kind\":\"survey\""));
}

#[test]
fn responses_arrive_once_however_often_they_are_sent() {
    let area = small();
    let file = responses_of(&area);
    let mut there = without_responses(&area);
    let first = plan(&there, &file);
    assert_eq!(first.tally(), Tally { added: 3, ..Tally::default() });
    first.apply(&mut there, Choice::default(), now(), || RecordId(uuid::Uuid::from_u128(1)));
    assert_eq!(plan(&there, &file).tally(), Tally { known: 3, ..Tally::default() });
    let (round, _) = area.rounds().pop().unwrap();
    let content = |workspace: &Workspace| {
        workspace.gathered(round).responses.into_iter().map(|(id, (_, one))| (id, one.clone())).collect::<Vec<_>>()
    };
    assert_eq!(content(&there), content(&area));
}

/// Reads a file of responses against the area that asked for them, and gives the one sentence that is shown.
fn said_of(text: &str) -> String {
    let area = without_responses(&small());
    let plan = plan(&area, text);
    let [file] = plan.files.as_slice() else { panic!("one file") };
    let notices: Vec<String> = file.notices.iter().map(ToString::to_string).collect();
    match &file.outcome {
        Outcome::Refused(error) => error.to_string(),
        Outcome::Records { .. } => "taken".to_owned(),
        Outcome::Responses(tally) => format!("{} of 3 taken. {}", tally.taken(), notices.join(" ")),
        Outcome::Asking(_) | Outcome::Report(_) | Outcome::Seating(_) => "taken".to_owned(),
    }
}

/// What a file would bring to an area.
fn plan(area: &Workspace, text: &str) -> Plan {
    let mut taking = Taking::begin(area.clone(), Wanted::Anything, 1);
    taking.play(0, FileIn::read("file.json".to_owned(), text));
    taking.finish()
}

/// The file of responses with the first answer to a statement put as `answer`.
fn with_answer(answer: &str) -> String {
    let file = responses_of(&small());
    let (before, after) = file.split_once("\"identity-1\": ").unwrap();
    let (_, after) = after.split_once([',', '\n']).unwrap();
    format!("{before}\"identity-1\": {answer},{after}")
}

#[test]
fn bad_input_gets_one_clear_sentence() {
    let file = responses_of(&small());
    let deep = "[".repeat(100_000);
    let deep_data = file.replacen("\"responses\": [", &format!("\"responses\": [{deep}"), 1);
    let deeper = everything(&small()).replacen(
        "\"sectors\":",
        &format!("\"deep\":{deep}{},\"sectors\":", "]".repeat(100_000)),
        1,
    );
    let cases = [
        ("nothing", String::new()),
        ("a web page", "<!DOCTYPE html><title>Sign in</title>".to_owned()),
        ("a letter", "Dear colleague, please find attached".to_owned()),
        ("truncated", file[..file.len() / 2].to_owned()),
        ("another app", r#"{"name": "left-pad", "version": "1.0.0"}"#.to_owned()),
        ("a list", "[1, 2, 3]".to_owned()),
        ("newer", file.replacen("\"version\": 1", "\"version\": 2", 1)),
        ("another kind", file.replacen("\"kind\": \"responses\"", "\"kind\": \"poems\"", 1)),
        ("no data", r#"{"format": "rainbow", "version": 1, "kind": "responses"}"#.to_owned()),
        ("deep", deep),
        ("deep in the data", deep_data),
        ("deep in an unknown field", deeper),
        ("score 0", with_answer("0")),
        ("score 6", with_answer("6")),
        ("score 2.5", with_answer("2.5")),
        ("score \"3\"", with_answer("\"3\"")),
        ("score true", with_answer("true")),
        ("unknown statement", file.replacen("\"identity-1\"", "\"identity-99\"", 1)),
        ("another area", file.replacen(&small().id().to_string(), "00000000-0000-4000-8000-00000000000f", 1)),
        ("a name for an id", file.replacen("\"round\": \"", "\"round\": \"December ", 1)),
        ("tampered survey", survey_of(&small()).replacen("one workforce", "one happy workforce", 1)),
    ];
    let said: Vec<String> = cases.iter().map(|(what, text)| format!("{what}: {}", said_of(text))).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_file_that_is_too_large_is_refused_in_a_sentence() {
    let bytes = import::LARGEST_FILE + 1;
    let too_large = ReadError::TooLarge { bytes }.to_string();
    assert_eq!(too_large, "This file is too large (200 MB). Rainbow reads files of up to 200 MB.");
}

#[test]
fn an_import_is_undone_as_one_edit() {
    let area = small();
    let mut there = without_responses(&area);
    let shown = |area: &Workspace| -> Vec<Body> {
        let bodies = area.records().shown().map(|record| record.body.clone());
        bodies.filter(|body| !body.kind().is_device_only()).collect()
    };
    let before = shown(&there);
    let Content::Workspace(batch) = import::read(&everything(&area)).unwrap().content else {
        panic!("not a workspace")
    };
    let edit = there.take_in("Import", batch.records);
    assert!(!edit.is_empty());
    let edit = there.note(edit, chrono::DateTime::UNIX_EPOCH);
    there.turn_round(edit.step.unwrap()).unwrap();
    assert_eq!(shown(&there), before);
}

#[test]
fn a_withdrawn_response_leaves_no_byte_and_never_comes_back() {
    let area = small();
    let file = everything(&area);
    let (round, _) = area.rounds().pop().unwrap();
    let withdrawn = *area.gathered(round).responses.keys().next().unwrap();
    let mut there = area.clone();
    there.withdraw(withdrawn, round, sample::today());
    let Content::Workspace(batch) = import::read(&file).unwrap().content else { panic!("not a workspace") };
    there.take_in("Import", batch.records);
    assert_eq!(there.gathered(round).responses.len(), 2);
    let packs: Vec<Arc<Record>> =
        there.records().iter().filter(|record| matches!(record.body, Body::Pack(_))).cloned().collect();
    assert!(packs.iter().all(|record| !format!("{record:?}").contains(&withdrawn.to_string())));
}

/// The area's file with a record put in front of the others.
fn with_record(record: &str) -> String {
    everything(&small()).replacen("\"records\": [", &format!("\"records\": [\n{record},"), 1)
}

#[test]
fn no_record_puts_another_out_of_the_way() {
    let area = small();
    let (id, stamp) = (area.id(), "\"stamp\":{\"00000000000000aa\":9}");
    let (round, _) = area.rounds().pop().unwrap();
    let response = *area.gathered(round).responses.keys().next().unwrap();
    let withdrawal = rainbow::domain::response::withdrawal_record(response);
    let body = format!("{{\"response\":\"{response}\",\"round\":\"{round}\",\"on\":\"2010-01-29\"}}");
    let cases = [
        (
            "a withdrawal in the area's place",
            format!("{{\"id\":\"{id}\",\"kind\":\"withdrawal\",{stamp},\"body\":{body}}}"),
        ),
        (
            "a withdrawal that is deleted",
            format!("{{\"id\":\"{withdrawal}\",\"kind\":\"withdrawal\",{stamp},\"deleted\":true}}"),
        ),
        (
            "a review of a comment in the round's place",
            format!(
                "{{\"id\":\"{round}\",\"kind\":\"comment-review\",{stamp},\"body\":{{\"response\":\"{response}\",\"statement\":\"identity-1\",\"looked_at\":\"{}\",\"verdict\":\"show\",\"at\":\"2010-01-29T00:00:00Z\"}}}}",
                "0".repeat(64)
            ),
        ),
        (
            "a gap in training in the round's place",
            format!(
                "{{\"id\":\"{round}\",\"kind\":\"training-gap\",{stamp},\"body\":{{\"profession\":\"Teachers\",\"theme\":\"identity\"}}}}"
            ),
        ),
        ("no body", format!("{{\"id\":\"{id}\",\"kind\":\"area\",{stamp}}}")),
        ("a body of null", format!("{{\"id\":\"{id}\",\"kind\":\"area\",{stamp},\"body\":null}}")),
        (
            "a second area",
            format!(
                "{{\"id\":\"{round}\",\"kind\":\"area\",{stamp},\"body\":{{\"name\":\"x\",\"sectors\":[],\"staff_groups\":[]}}}}"
            ),
        ),
    ];
    let said: Vec<String> =
        cases.iter().map(|(what, record)| format!("{what}: {}", said_of(&with_record(record)))).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_survey_file_brings_a_survey_and_nothing_else() {
    let area = small();
    let pack = everything(&area)
        .lines()
        .find(|line| line.contains("\"kind\":\"pack\""))
        .unwrap()
        .trim_end_matches(',')
        .to_owned();
    let file = survey_of(&area).replacen("\"records\": [", &format!("\"records\": [\n{pack},"), 1);
    assert!(said_of(&file).ends_with("a survey file holds a survey and nothing else."), "{}", said_of(&file));
}

#[test]
fn what_an_undone_import_took_away_can_be_brought_back_by_the_same_file() {
    let area = small();
    let file = everything(&area);
    let batch = || match import::read(&file).unwrap().content {
        Content::Workspace(batch) => batch,
        _ => panic!("not a workspace"),
    };
    let mut there = Workspace::from_records(area.id(), ReplicaId(9), rainbow::domain::merge::Records::default());
    let taken = there.take_in("Import", batch().records);
    let taken = there.note(taken, chrono::DateTime::UNIX_EPOCH);
    there.turn_round(taken.step.unwrap()).unwrap();
    assert!(there.area().is_none());
    let preview = RecordsPreview::of(&batch(), Some(&there));
    assert!(preview.brings_nothing());
    assert!(preview.total().gone > 10);
    there.bring_back(&batch().records);
    assert_eq!(there.area(), area.area());
    assert_eq!(there.all_items().count(), 12);
}
