//! Files that were made to do harm, or came out of a slip: what would damage what is here is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use rainbow::domain::area::Area;
use rainbow::domain::ids::ReplicaId;
use rainbow::domain::record::Kind;
use rainbow::domain::workspace::Workspace;
use rainbow::exchange::export::{self, Extent};
use rainbow::exchange::import::{self, Content};
use rainbow::exchange::preview::RecordsPreview;
use rainbow::exchange::wire::record::RecordWire;
use rainbow::sample;

fn now() -> DateTime<Utc> {
    "2010-01-29T12:00:00Z".parse().unwrap()
}

/// A small area with everything in it.
fn small() -> Workspace {
    sample::workspace_of(ReplicaId(1), 3).unwrap().0
}

/// A file of the small area with these records put before its others.
fn with_records(records: &str) -> String {
    let file = export::workspace(&small(), Extent::Everything, now()).unwrap();
    file.replacen("\"records\": [", &format!("\"records\": [\n{records},"), 1)
}

/// What is said of a file that can't be taken.
fn complaint(file: &str) -> String {
    match import::read(file) {
        Err(error) => error.to_string(),
        Ok(_) => "no complaint".to_owned(),
    }
}

#[test]
fn nothing_takes_the_place_of_the_area_or_of_another_kind_of_record() {
    let area = small();
    let id = area.id();
    for content in [r#""kind":"plan","body":{"title":"Out of the way"}"#, r#""kind":"area","deleted":true"#] {
        let file = with_records(&format!(r#"{{"id":"{id}","stamp":{{"00000000000000ff":9}},{content}}}"#));
        assert!(complaint(&file).contains("something else stands in the place of the area"), "{}", complaint(&file));
    }
    let (plan, _) = area.plans().pop().unwrap();
    let other = format!(r#"{{"id":"{plan}","kind":"poem","stamp":{{"00000000000000ff":9}},"deleted":true}}"#);
    assert!(complaint(&with_records(&other)).contains("of another kind than what is known under its id"));
    // Alone in a file it is known only here.
    let data = format!(r#"{{"workspace":"{id}","records":[{other}]}}"#);
    let file = format!(r#"{{"format":"rainbow","version":1,"kind":"workspace","data":{data}}}"#);
    let Content::Workspace(batch) = import::read(&file).unwrap().content else { panic!("not a workspace") };
    assert!(batch.fits(area.records()).is_err());
}

/// Days and moments in and around the years that are read, and at the edges of the calendar.
fn moment() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        8 => (1898..=2202_i32).prop_map(|year| format!("{year:04}")),
        1 => Just("0000".to_owned()),
        1 => Just("9999".to_owned()),
        1 => Just("-0001".to_owned()),
        1 => Just("+262142".to_owned()),
    ];
    let time = prop_oneof![
        Just(String::new()),
        Just("T00:00:00+23:59".to_owned()),
        Just("T23:59:60.9999Z".to_owned()),
        Just("T23:59:59.9999-23:59".to_owned()),
    ];
    (year, prop_oneof![Just("01-01"), Just("12-31"), Just("02-29")], time)
        .prop_map(|(year, day, time)| format!("{year}-{day}{time}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_read_can_be_written_and_read_again(at in moment(), counts in prop::collection::vec(any::<u64>(), 1..3)) {
        let day = at.split('T').next().unwrap();
        let id = "00000000-0000-4000-8000-0000000000ff";
        let stamp: Vec<String> =
            counts.iter().zip(1..).map(|(count, replica)| format!(r#""{replica:016x}":{count}"#)).collect();
        let bodies = [
            ("progress", format!(r#"{{"item":"{id}","on":"2009-01-16","recorded":"{at}"}}"#)),
            ("progress", format!(r#"{{"item":"{id}","on":"{day}","recorded":"2009-01-16T00:00:00Z"}}"#)),
            ("round", format!(r#"{{"title":"","surveys":[],"opened":"{day}"}}"#)),
        ];
        for (kind, body) in bodies {
            let text = format!(r#"{{"id":"{id}","kind":"{kind}","stamp":{{{}}},"body":{body}}}"#, stamp.join(","));
            let wire: RecordWire = serde_json::from_str(&text).unwrap();
            let Ok(record) = wire.read() else { continue };
            let written = serde_json::to_string(&RecordWire::spell(&record).unwrap()).unwrap();
            let again = serde_json::from_str::<RecordWire>(&written).unwrap().read();
            prop_assert_eq!(again, Ok(record), "{} as {}", text, written);
        }
    }
}

#[test]
fn ordinary_days_and_the_first_and_last_are_read() {
    for (day, is_read) in [("1900-01-01", true), ("2199-12-31", true), ("1899-12-31", false), ("2200-01-01", false)] {
        let record = format!(
            r#"{{"id":"00000000-0000-4000-8000-0000000000ff","kind":"round","stamp":{{"00000000000000ff":1}},"body":{{"title":"","surveys":[],"opened":"{day}"}}}}"#
        );
        assert_eq!(import::read(&with_records(&record)).is_ok(), is_read, "{day}");
    }
}

#[test]
fn entries_dated_after_today_are_told_of() {
    let Content::Workspace(batch) = import::read(&with_records(&closing("2150-01-29"))).unwrap().content else {
        panic!("not a workspace")
    };
    let said = batch.ahead(now().date_naive()).unwrap().to_string();
    assert!(said.starts_with("One entry is dated after today, up to 2150-01-29."), "{said}");
    assert_eq!(batch.ahead("2150-01-29".parse().unwrap()), None);
}

/// A closing on this day, as a record.
fn closing(on: &str) -> String {
    let id = "00000000-0000-4000-8000-0000000000ff";
    format!(
        r#"{{"id":"{id}","kind":"round-entry","stamp":{{"00000000000000ff":1}},"body":{{"round":"{id}","on":"{on}","recorded":"{on}T09:00:00Z","what":"closed"}}}}"#
    )
}

#[test]
fn a_stamp_that_nobody_can_have_earned_is_refused() {
    for (count, is_read) in [(1_u64 << 53, true), ((1 << 53) + 1, false), (u64::MAX, false)] {
        let record = closing("2010-01-29").replace("00ff\":1", &format!("00ff\":{count}"));
        assert_eq!(import::read(&with_records(&record)).is_ok(), is_read, "{count}");
    }
}

#[test]
fn more_versions_of_a_record_than_anybody_could_choose_among_are_refused() {
    let versions = |count: usize| {
        let version = |at: usize| closing("2010-01-29").replace("00ff\":1", &format!("00ff\":1,\"{at:016x}\":1"));
        (1..=count).map(version).collect::<Vec<_>>().join(",\n")
    };
    assert!(import::read(&with_records(&versions(64))).is_ok());
    let said = complaint(&with_records(&versions(65)));
    assert!(said.contains("there are more than 64 versions of it"), "{said}");
}

#[test]
fn kinds_of_a_newer_rainbow_are_words_and_a_few_of_them_are_shown() {
    let of_kind = |kind: &str, at: usize| {
        format!(
            r#"{{"id":"00000000-0000-4000-8000-{at:012x}","kind":"{kind}","stamp":{{"00000000000000ff":1}},"body":1}}"#
        )
    };
    for kind in ["Not a word", "a\u{202e}b", "", &"k".repeat(41)] {
        assert!(complaint(&with_records(&of_kind(kind, 255))).contains("its kind is not a word"), "{kind}");
    }
    let many: Vec<String> = (1..=40).map(|at| of_kind(&format!("{}-{at}", "k".repeat(30)), at)).collect();
    let read = import::read(&with_records(&many.join(","))).unwrap();
    // That the file was changed is one notice more.
    assert_eq!(read.notices.len(), 7);
    assert!(read.notices.last().unwrap().to_string().starts_with("35 of 35 further kinds"), "{:?}", read.notices);
    let Content::Workspace(batch) = read.content else { panic!("not a workspace") };
    let unknown = |kind: &&Kind| matches!(kind, Kind::Unknown(_));
    assert_eq!(RecordsPreview::of(&batch, None).by_kind.keys().filter(unknown).count(), 1);
}

#[test]
fn a_survey_file_that_changes_the_area_or_the_round_shows_it() {
    let area = small();
    let round = area.rounds().pop().unwrap().0;
    let mut there = Workspace::from_records(area.id(), ReplicaId(2), area.records().clone());
    let brings = |there: &Workspace| {
        let file = export::survey(there, round, now()).unwrap();
        let Content::Survey(batch, _) = import::read(&file).unwrap().content else { panic!("not a survey") };
        RecordsPreview::of(&batch, Some(&area)).changes_more_than_surveys()
    };
    assert!(!brings(&there));
    there.set_area(Area::named("Renamed by a survey file"));
    assert!(brings(&there));
    // To whoever has nothing of the area yet, nothing is changed by it.
    let file = export::survey(&there, round, now()).unwrap();
    let Content::Survey(batch, _) = import::read(&file).unwrap().content else { panic!("not a survey") };
    assert!(!RecordsPreview::of(&batch, None).changes_more_than_surveys());
}
