//! Training events that come in from tables and go out as CSV: nothing lost, nothing bent, nothing that runs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops where it fails"
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use rainbow::domain::framework::Framework;
use rainbow::domain::ids::{PracticeId, ReplicaId, ThemeId};
use rainbow::domain::rest::Rest;
use rainbow::domain::training::{Professions, TrainingEvent};
use rainbow::exchange::builtin;
use rainbow::exchange::grid::{Cell, Grid, Table, TableError};
use rainbow::exchange::training_table::{Column, Found, NoTitles, Reading, What, csv, grid_of_text, read};
use rainbow::sample;

static FRAMEWORK: LazyLock<Framework> = LazyLock::new(|| builtin::framework().unwrap());

fn found(grid: &Grid) -> Found {
    let table = Table::of(grid).unwrap();
    read(&table, &Reading::propose(&table), Some(&FRAMEWORK)).unwrap()
}

fn of_text(text: &str) -> Found {
    found(&grid_of_text(text).unwrap())
}

fn events(found: &Found) -> Vec<TrainingEvent> {
    found.events.iter().map(|found| found.event.clone()).collect()
}

/// The notes in short: row, column and what they say.
fn notes(found: &Found) -> Vec<(usize, Option<usize>, What)> {
    found.notes.iter().map(|note| (note.row, note.column, note.what)).collect()
}

#[test]
fn a_councils_own_table_comes_in_whole() {
    let table = of_text(
        "Training mapping 2009,,,,,,,,,\n\
         Course,Lead organisation / service,Which professionals are being targeted,Key competencies,Date(s),No. of places,Delivery,Numbers attending,How we evaluate impact,Venue\n\
         Working together,Workforce team,\"Health visitors, school nurses; Teachers\",\"Red, CAF\",9 Sept 2009,40,Joint day,34,Card at the end,Town hall\n\
         Chairing,Social care,Social workers,\"Green; chairing meetings\",on-going,,,,,\n\
         ,,Head teachers,,then Oct-09,,,,,\n",
    );
    let [together, chairing] = &events(&table)[..] else { panic!("two events") };
    assert_eq!(together.title, "Working together");
    assert_eq!(together.lead, "Workforce team");
    assert_eq!(together.professions, Professions::read("Health visitors, school nurses, Teachers"));
    assert_eq!(together.arcs, BTreeSet::from([ThemeId::parse("identity").unwrap()]));
    assert_eq!(together.practices, BTreeSet::from([PracticeId::parse("caf").unwrap()]));
    let said = [&together.dates, &together.places, &together.method, &together.attendance, &together.evaluation];
    assert_eq!(said, ["9 Sept 2009", "40", "Joint day", "34", "Card at the end"]);
    assert_eq!(together.notes, "Venue: Town hall", "a column that nobody knows keeps its head");
    assert_eq!(chairing.professions, Professions::read("Social workers, Head teachers"));
    assert_eq!(chairing.dates, "on-going; then Oct-09");
    assert_eq!(chairing.notes, "Competencies as written: chairing meetings");
    assert_eq!(
        notes(&table),
        [(1, Some(0), What::AboveTheHeads), (4, Some(3), What::NoCompetence), (5, None, What::Joined)]
    );
    assert_eq!(
        table.notes[1].to_string(),
        "Row 4, column D (Key competencies): it names no arc and no practice that Rainbow knows, so its words stand in the notes."
    );
}

#[test]
fn merged_cells_headings_and_heads_that_come_again_are_understood() {
    let cell = |text: &str, rows, columns| Cell { rows, columns, ..Cell::plain(text) };
    let plain = |text: &str| Cell::plain(text);
    let heads = || vec![plain("Course"), plain("Provider"), plain("Target audience")];
    let grid = Grid {
        rows: vec![
            heads(),
            vec![cell("Safeguarding", 1, 3)],
            vec![
                plain("Level 1"),
                cell("Safeguarding board", 2, 1),
                plain("\u{2022} Teachers\n\u{2022} Nursery nurses"),
            ],
            vec![plain("Level 2"), plain("Social workers")],
            heads(),
            vec![plain("Level\n3"), plain("Trust"), Cell { is_picture: true, ..plain("") }],
        ],
    };
    let table = found(&grid);
    let read = events(&table);
    let told: Vec<(&str, &str)> = read.iter().map(|event| (event.title.as_str(), event.lead.as_str())).collect();
    assert_eq!(told, [("Level 1", "Safeguarding board"), ("Level 2", "Safeguarding board"), ("Level 3", "Trust")]);
    assert_eq!(read[0].professions, Professions::read("Teachers, Nursery nurses"));
    assert_eq!(
        notes(&table),
        [
            (2, None, What::Heading),
            (4, Some(1), What::Merged),
            (5, None, What::RepeatedHeads),
            (6, Some(2), What::Picture),
        ]
    );
}

#[test]
fn a_table_without_heads_asks_what_its_columns_are_and_a_person_can_say() {
    let table = Table::of(&grid_of_text("Level 1\tTeachers\nLevel 2\tMidwives\n").unwrap()).unwrap();
    let mut reading = Reading::propose(&table);
    assert_eq!(read(&table, &reading, Some(&FRAMEWORK)), Err(NoTitles));
    reading.choose(0, Column::Title);
    let found = read(&table, &reading, Some(&FRAMEWORK)).unwrap();
    assert_eq!(found.events.len(), 2);
    assert_eq!(notes(&found), [(1, Some(1), What::LeftOut), (2, Some(1), What::LeftOut)], "nothing goes in silence");
    reading.choose(1, Column::Professions);
    let found = read(&table, &reading, Some(&FRAMEWORK)).unwrap();
    assert!(found.notes.is_empty() && found.events[1].event.professions.has("midwives"));
}

#[test]
fn what_is_no_table_says_so_and_rows_without_a_title_are_not_lost() {
    for (text, error) in [
        ("", TableError::Empty),
        ("Dear all", TableError::NoTable),
        ("PK\u{3}\u{4}", TableError::Spreadsheet),
        ("{}", TableError::Rainbow),
    ] {
        assert_eq!(grid_of_text(text), Err(error));
    }
    let odd = of_text("Course,Lead\n,Nobody\n");
    assert_eq!(
        (odd.events[0].event.title.as_str(), odd.events[0].event.lead.as_str()),
        ("Row 2 of the table", "Nobody")
    );
    assert_eq!(notes(&odd), [(2, None, What::NoTitle)]);
}

#[test]
fn the_samples_events_go_out_and_come_in_unchanged() {
    let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
    let made: Vec<TrainingEvent> = open.training_events().into_iter().map(|(_, event)| event.clone()).collect();
    assert_eq!(made.len(), 25);
    let text = csv(&made, Some(&FRAMEWORK));
    let read = of_text(&text);
    assert_eq!(read.notes, []);
    assert_eq!(events(&read), made);
    assert_eq!(csv(&events(&read), Some(&FRAMEWORK)), text);
}

#[test]
fn no_cell_of_what_is_written_starts_a_formula() {
    let words = ["=1+1", "+44 1", "-5 places", "@all", "'=1", "''@x", "'quoted'", "a=b"];
    let made = words.map(|words| TrainingEvent {
        title: words.to_owned(),
        professions: Professions::read(words),
        notes: words.to_owned(),
        ..TrainingEvent::default()
    });
    let text = csv(&made, Some(&FRAMEWORK));
    for cell in text.trim_start_matches('\u{feff}').split([',', '\n']).map(|cell| cell.trim_start_matches('"')) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    assert_eq!(events(&of_text(&text)), made);
    // In somebody else's table an apostrophe is theirs.
    assert_eq!(of_text("Course,Who for\n'=sum,Teachers\n").events[0].event.title, "'=sum");
}

/// Words that are hard on a table, on one line.
fn words() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        "",
        "",
        "12 May",
        "=SUM(A1)",
        "\"in quotes\"",
        "a, b; c",
        "'",
        "@x",
        "\u{2022} point",
        "1.",
        "Course",
        "n/a",
        "- 5",
        "Dates",
    ]);
    (hard.clone(), hard).prop_map(|(one, other)| format!("{one} {other}").trim().to_owned())
}

fn event() -> impl Strategy<Value = TrainingEvent> {
    let themes: Vec<String> =
        FRAMEWORK.themes.iter().map(|theme| theme.id.to_string()).chain(["unheard-of".to_owned()]).collect();
    let practices: Vec<String> =
        FRAMEWORK.practices.iter().map(|one| one.id.to_string()).chain(["new-practice".to_owned()]).collect();
    let lines = || prop::collection::vec(words().prop_filter("lines", |line| !line.is_empty()), 0..3);
    (
        prop::sample::subsequence(themes, 0..4),
        prop::sample::subsequence(practices, 0..3),
        prop::collection::vec(words(), 7),
        prop::collection::vec(words(), 0..3),
        lines(),
        lines(),
    )
        .prop_map(|(themes, practices, words, professions, evaluation, notes)| TrainingEvent {
            title: format!("T{}", words[0]),
            lead: words[1].clone(),
            professions: Professions::of(professions.iter().map(String::as_str)),
            arcs: themes.iter().filter_map(|id| ThemeId::parse(id)).collect(),
            practices: practices.iter().filter_map(|id| PracticeId::parse(id)).collect(),
            dates: words[2].clone(),
            places: words[3].clone(),
            method: words[4].clone(),
            attendance: words[5].clone(),
            evaluation: evaluation.join("\n"),
            notes: notes.join("\n"),
            rest: Rest::new(),
        })
}

proptest! {
    #[test]
    fn whatever_is_written_comes_in_again_unchanged(made in prop::collection::vec(event(), 1..6)) {
        let read = of_text(&csv(&made, Some(&FRAMEWORK)));
        prop_assert_eq!(events(&read), made);
        prop_assert_eq!(read.notes, []);
    }

    #[test]
    fn every_word_of_a_table_stands_in_an_event_or_in_a_note(
        rows in prop::collection::vec(prop::collection::vec("[a-z]{0,3}", 4), 1..6),
        columns in prop::collection::vec(0..Column::CHOICES.len(), 4),
    ) {
        let heads = ["Course", "Lead", "Who for", "Notes"].map(str::to_owned).to_vec();
        let all = [heads].into_iter().chain(rows.iter().cloned());
        let cells = |row: Vec<String>| row.into_iter().map(Cell::plain).collect();
        let table = Table::of(&Grid { rows: all.map(cells).collect() }).unwrap();
        let mut reading = Reading::propose(&table);
        for (at, choice) in columns.into_iter().enumerate() {
            reading.choose(at, Column::CHOICES[choice]);
        }
        reading.choose(0, Column::Title);
        let found = read(&table, &reading, Some(&FRAMEWORK)).unwrap();
        let kept = format!("{:?}{:?}", found.events, found.notes);
        for word in rows.iter().flatten() {
            prop_assert!(kept.contains(word.as_str()), "{}", word);
        }
    }
}
