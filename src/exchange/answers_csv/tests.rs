//! The file of answers gives the app's figures to whoever counts it anew, and nothing in it can run.

use std::collections::BTreeSet;

use super::*;
use crate::analysis::disclosure::Shareable;
use crate::analysis::scores::Scores;
use crate::domain::ids::{RecordId, ReplicaId, ResponseId, StatementId};
use crate::domain::response::Pack;
use crate::domain::rest::Rest;
use crate::sample;
use uuid::Uuid;

type Row = BTreeMap<String, String>;

fn sample() -> (Workspace, RoundId) {
    let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
    let round = open.rounds().pop().unwrap().0;
    (open, round)
}

/// The rows of a file, each by the names of its columns.
fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        heads.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

fn file(open: &Workspace, wanted: Wanted) -> String {
    AnswersCsv::of(open, wanted).collect()
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / f64::from(u32::try_from(numbers.len()).unwrap())
}

#[test]
fn whoever_counts_the_rows_gets_the_scores_of_the_app() {
    let (open, round) = sample();
    let all = rows(&file(&open, Wanted { round: Some(round), comments: false }));
    let scores = Scores::of_round(&open, round);
    let survey = open.survey_of(round).unwrap();
    let of_workforce: Vec<&Row> = all.iter().filter(|row| row["whom"] == "workforce").collect();
    let responses: BTreeSet<_> = of_workforce.iter().map(|row| &row["response"]).collect();
    assert_eq!(responses.len(), Shareable::of_round(&open, round).unwrap().responses);
    for theme in survey.themes() {
        let mut own: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for row in of_workforce.iter().filter(|row| row["theme"] == theme.name && !row["score"].is_empty()) {
            own.entry(&row["response"]).or_default().push(row["score"].parse().unwrap());
        }
        let own: Vec<f64> = own.values().map(|own| mean(own)).collect();
        let measure = &scores.themes[&theme.id];
        assert_eq!(own.len(), measure.people, "{}", theme.name);
        assert!((mean(&own) - measure.mean().unwrap()).abs() < 1e-9, "{}", theme.name);
    }
    for (id, measure) in &scores.statements {
        let of_it: Vec<_> = of_workforce.iter().filter(|row| row["statement"] == id.as_str()).collect();
        let said = |word: &str| of_it.iter().filter(|row| row["answer"] == word).count();
        assert_eq!(of_it.len(), measure.asked(), "{id}");
        assert_eq!(said("don't know"), measure.dont_know, "{id}");
        assert_eq!(said("not applicable"), measure.not_applicable, "{id}");
        assert_eq!(said("not answered"), measure.not_answered, "{id}");
        assert_eq!(["1", "2", "3", "4", "5"].map(said), measure.spread, "{id}");
        let is_score = |row: &Row| row["answer"].len() == 1;
        assert!(of_it.iter().all(|row| if is_score(row) {
            row["score"] == row["answer"]
        } else {
            row["score"].is_empty()
        }));
    }
}

#[test]
fn every_round_stands_in_the_file_unless_one_is_chosen_and_comments_only_if_asked_for() {
    let (open, round) = sample();
    let all = rows(&file(&open, Wanted { round: None, comments: true }));
    for (id, one) in open.rounds() {
        let of_it = all.iter().filter(|row| row["round"] == one.title);
        let responses: BTreeSet<_> = of_it.map(|row| &row["response"]).collect();
        assert_eq!(responses.len(), open.gathered(id).responses.len());
    }
    let comments = open.comments(round);
    assert!(!comments.is_empty());
    for comment in &comments {
        let is_it = |row: &&Row| {
            row["response"] == comment.response.id.to_string() && row["statement"] == comment.statement.as_str()
        };
        assert_eq!(all.iter().find(is_it).unwrap()["comment"], comment.text.trim());
    }
    let without = file(&open, Wanted { round: Some(round), comments: false });
    assert!(!without.lines().next().unwrap().contains("comment"));
    assert!(comments.iter().all(|comment| !without.contains(comment.text)));
    let title = &open.round(round).unwrap().title;
    assert!(rows(&without).iter().all(|row| row["round"] == *title));
}

#[test]
fn a_statement_that_a_person_was_not_asked_has_no_row() {
    let (open, round) = sample();
    let all = rows(&file(&open, Wanted { round: Some(round), comments: false }));
    let survey = open.survey_of(round).unwrap();
    let leaders: Vec<&str> = survey
        .questionnaire
        .statements
        .iter()
        .filter(|one| one.is_for_leaders_only())
        .map(|one| one.id.as_str())
        .collect();
    let of_leaders: Vec<&Row> = all.iter().filter(|row| leaders.contains(&row["statement"].as_str())).collect();
    assert!(!of_leaders.is_empty());
    assert!(of_leaders.iter().all(|row| ["", "Leaders and managers"].contains(&row["default_group"].as_str())));
    assert!(all.iter().any(|row| row["default_group"] == "Front-line staff and their managers"));
}

#[test]
fn no_cell_can_run_in_a_spreadsheet_and_lines_in_a_comment_stay_in_their_cell() {
    let (mut open, round) = sample();
    let survey = open.survey_of(round).unwrap().clone();
    let statement: StatementId = survey.questionnaire.statements[0].id.clone();
    let respondent = Respondent { organisation: "=HYPERLINK(\"x\")".to_owned(), ..Respondent::default() };
    let response = Response {
        id: ResponseId(Uuid::from_u128(7)),
        revision: 2,
        respondent,
        finished: None,
        answers: Vec::new(),
        comments: BTreeMap::from([(statement, "+1\r\nand \"more\", it says".to_owned())]),
        rest: Rest::new(),
    };
    let on = chrono::NaiveDate::from_ymd_opt(2010, 2, 1).unwrap();
    open.reopen_round(RecordId(Uuid::from_u128(8)), round, on, chrono::DateTime::UNIX_EPOCH).unwrap();
    let pack = Pack { round, survey: survey.hash, responses: vec![response], sources: Vec::new(), rest: Rest::new() };
    open.add_pack(RecordId(Uuid::from_u128(9)), pack);
    let all = rows(&file(&open, Wanted { round: Some(round), comments: true }));
    let of_it: Vec<_> = all.iter().filter(|row| row["response"] == Uuid::from_u128(7).to_string()).collect();
    assert_eq!(of_it.len(), survey.questionnaire.statements.len());
    assert_eq!(of_it[0]["organisation"], "'=HYPERLINK(\"x\")");
    assert_eq!(of_it[0]["comment"], "'+1\r\nand \"more\", it says");
    assert_eq!((of_it[0]["revision"].as_str(), of_it[0]["answer"].as_str()), ("2", "not answered"));
}

#[test]
fn the_dictionary_names_every_column() {
    let (open, _) = sample();
    let described = rows(&dictionary(&[["mean", "a number", "The mean."]]));
    let names = |about: &str| -> Vec<&str> {
        described.iter().filter(|row| row["about"] == about).map(|row| row["name"].as_str()).collect()
    };
    let heads = |text: &str| -> Vec<String> {
        let first = text.trim_start_matches('\u{feff}').lines().next().unwrap().to_owned();
        first.split(',').map(str::to_owned).collect()
    };
    assert_eq!(names("column of the answers"), heads(&file(&open, Wanted { round: None, comments: true })));
    assert_eq!(names("column of the figures"), ["mean"]);
    assert!(described.iter().all(|row| !row["meaning"].is_empty()));
    assert!(names("how a figure is made").contains(&"theme score"));
}
