//! Every figure of the app held against an independent calculation: a Python script that reads the same raw answers.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a test stops where it fails"
)]

use std::path::PathBuf;

use rainbow::analysis::breakdown::{Breakdown, By, Cut, Group, Of};
use rainbow::analysis::measures::{Measure, ResponseRate};
use rainbow::analysis::returns::Returns;
use rainbow::domain::ids::{ReplicaId, RoundId, ThemeId};
use rainbow::domain::workspace::Workspace;
use rainbow::sample;
use serde_json::{Map, Value, json};

fn sample() -> (Workspace, RoundId) {
    let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
    let round = sample.rounds().pop().unwrap().0;
    (sample, round)
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/independent")
}

/// The raw answers of the sample's second round, as the script reads them.
fn answers(open: &Workspace, round: RoundId) -> String {
    let survey = open.survey_of(round).unwrap();
    let statements = survey.questionnaire.statements.iter().map(|one| {
        let audience: Vec<_> = one.audience.iter().map(|group| group.as_str()).collect();
        json!({
            "theme": one.theme.as_str(),
            "perspective": one.perspective.as_ref().map(|id| id.as_str()),
            "audience": audience,
        })
    });
    let groups = open.area().unwrap().all_staff_groups();
    let within: Map<String, Value> =
        groups.iter().map(|group| (group.id.to_string(), json!(group.within.as_ref().map(|id| id.as_str())))).collect();
    let expected = &open.round(round).unwrap().expected;
    let expected: Map<String, Value> =
        expected.iter().map(|(sector, number)| (sector.to_string(), json!(number))).collect();
    let people = open.gathered(round).responses.into_values().map(|(_, one)| {
        json!({
            "sector": one.respondent.sector.as_ref().map(|id| id.as_str()),
            "staff_group": one.respondent.staff_group.as_ref().map(|id| id.as_str()),
            "answers": one.answers.iter().map(|answer| answer.to_char()).collect::<String>(),
        })
    });
    let lines = |name: &str, values: Vec<Value>| {
        let values: Vec<String> = values.iter().map(Value::to_string).collect();
        format!("\"{name}\": [\n{}\n]", values.join(",\n"))
    };
    format!(
        "{{\n\"expected\": {},\n\"within\": {},\n{},\n{}\n}}\n",
        Value::Object(expected),
        Value::Object(within),
        lines("statements", statements.collect()),
        lines("people", people.collect())
    )
}

/// A measure in the form in which the script writes it.
fn json_of(measure: &Measure) -> Value {
    json!({
        "people": measure.people,
        "mean": measure.mean(),
        "median": measure.median(),
        "above_midpoint": measure.above_midpoint(),
        "share_above_midpoint": measure.share_above_midpoint(),
        "distribution": measure.distribution(),
        "spread": measure.spread,
        "dont_know": measure.dont_know,
        "not_applicable": measure.not_applicable,
        "not_answered": measure.not_answered,
    })
}

fn json_of_group(group: &Group, themes: &[ThemeId]) -> Value {
    let themes = themes.iter().filter_map(|id| Some((id.to_string(), json_of(group.measure(id)?))));
    json!({ "responses": group.responses, "themes": Value::Object(themes.collect()) })
}

/// Whether two results have the same parts, and every two numbers are within a thousand-millionth; where they do not.
fn differences(place: &str, ours: &Value, theirs: &Value, found: &mut Vec<String>) {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            for name in ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))) {
                let of = |side: &Map<String, Value>| side.get(name).cloned().unwrap_or_else(|| json!("missing"));
                differences(&format!("{place}/{name}"), &of(ours), &of(theirs), found);
            }
        }
        (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
            for (at, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                differences(&format!("{place}/{at}"), ours, theirs, found);
            }
        }
        (Value::Number(one), Value::Number(other))
            if (one.as_f64().unwrap() - other.as_f64().unwrap()).abs() <= 1e-9 => {}
        _ if ours == theirs => {}
        _ => found.push(format!("{place}: the app has {ours}, the script {theirs}")),
    }
}

#[test]
fn the_script_reads_the_samples_own_answers() {
    let (open, round) = sample();
    let (made, path) = (answers(&open, round), folder().join("answers.json"));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(
        made == kept,
        "the sample changed: UPDATE_GOLDENS=1 cargo test --test independent, cargo xtask check --write"
    );
}

#[test]
fn every_measure_is_what_the_script_works_out() {
    let (open, round) = sample();
    let of = |by| Breakdown::of(&open, round, &Cut { by, ..Cut::default() });
    let sectors = of(By::Sector);
    let groups = |breakdown: &Breakdown, name: &dyn Fn(&Of) -> Option<String>| {
        let named = breakdown.groups.iter().filter_map(|group| Some((name(&group.of)?, group)));
        named.map(|(name, group)| (name, json_of_group(group, &breakdown.themes))).collect::<Map<_, _>>()
    };
    let sector = |of: &Of| match of {
        Of::Sector(id) => id.as_ref().map(ToString::to_string),
        _ => panic!("a sector"),
    };
    let staff_group = |of: &Of| match of {
        Of::StaffGroup(id) => id.as_ref().map(ToString::to_string),
        Of::Beneath(id) => Some(id.to_string()),
        _ => panic!("a staff group"),
    };
    let perspective = |of: &Of| match of {
        Of::Perspective(id) => Some(id.to_string()),
        _ => panic!("a perspective"),
    };
    let rates = sectors.groups.iter().filter_map(|group| {
        let Of::Sector(Some(id)) = &group.of else { return None };
        Some((id.to_string(), json!(group.rate.map(ResponseRate::share))))
    });
    let ours = json!({
        "everybody": json_of_group(&sectors.everybody, &sectors.themes),
        "sectors": groups(&sectors, &sector),
        "staff_groups": groups(&of(By::StaffGroup), &staff_group),
        "perspectives": groups(&of(By::Perspective), &perspective),
        "response_rates": Value::Object(rates.collect()),
        "response_rate": Returns::of_round(&open, round).rate().map(ResponseRate::share),
    });
    let theirs: Value =
        serde_json::from_str(&std::fs::read_to_string(folder().join("measures.json")).unwrap()).unwrap();
    let mut found = Vec::new();
    differences("", &ours, &theirs, &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(theirs["sectors"].as_object().unwrap().len(), 8);
}
