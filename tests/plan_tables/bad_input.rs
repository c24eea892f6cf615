//! Tables that are none, or hold what nobody should run: said plainly, and nothing lost.

use rainbow::exchange::plan_table::{
    Cell, Column, Grid, MOST_ROWS, NoActions, Reading, Several, Table, TableError, read,
};

use crate::found;

#[test]
fn a_table_without_heads_asks_what_its_columns_are() {
    let grid = Grid::from_text("1\tMap roles\tAB\tOct-09\n2\tAgree them\tCD\t2011\n").unwrap();
    let table = Table::of(&grid).unwrap();
    let mut reading = Reading::propose(&table);
    assert_eq!((reading.head, reading.has_actions()), (None, false));
    assert_eq!(read(&table, &reading), Err(NoActions));
    assert!(NoActions.to_string().contains("Say what each column is"));
    for (column, is) in [Column::Label, Column::Action, Column::Lead, Column::Due].into_iter().enumerate() {
        reading.choose(&table, column, is);
    }
    let found = read(&table, &reading).unwrap();
    let items: Vec<[&str; 4]> = found
        .items
        .iter()
        .map(|found| [&found.item.label, &found.item.text, &found.item.lead, &found.item.due].map(String::as_str))
        .collect();
    assert_eq!(items, [["1", "Map roles", "AB", "Oct-09"], ["2", "Agree them", "CD", "2011"]]);
    assert_eq!(table.examples(1, reading.head, 5), ["Map roles", "Agree them"]);
}

#[test]
fn fifty_thousand_rows_are_refused_whole() {
    let rows: String = (0..50_000).map(|row| format!("{row}\tMap roles\n")).collect();
    let grid = Grid::from_text(&format!("No\tAction\n{rows}")).unwrap();
    assert_eq!(Table::of(&grid), Err(TableError::TooLong(50_001)));
    assert_eq!(
        TableError::TooLong(50_001).to_string(),
        format!(
            "This table has 50001 rows, and at most {MOST_ROWS} can be taken in at once. Nothing has been taken in. Copy a part of it."
        )
    );
}

#[test]
fn the_longest_table_that_is_taken_is_read_soon() {
    let rows: String = (1..MOST_ROWS).map(|row| format!("{row}\tMap roles {row}\tAB\tOct-09\tDraft\t\n")).collect();
    let grid = Grid::from_text(&format!("No\tAction\tLead\tTarget date\tProgress\tRAG\n{rows}")).unwrap();
    assert_eq!(found(&grid).items.len(), MOST_ROWS - 1);
}

#[test]
fn markup_scripts_and_impossible_dates_stay_the_words_that_they_are() {
    let text = "No\tAction\tLead\tTarget date\n1\t<img src=x onerror=alert(1)>\t=cmd|' /C calc'!A0\t31/02/2010\n";
    let item = found(&Grid::from_text(text).unwrap()).items[0].item.clone();
    assert_eq!(
        [item.text.as_str(), item.lead.as_str(), item.due.as_str()],
        ["<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "31/02/2010"]
    );
}

#[test]
fn a_picture_among_words_is_named() {
    let picture = Cell { is_picture: true, ..Cell::plain("") };
    let rows = vec![
        ["No", "Action"].map(Cell::plain).to_vec(),
        vec![Cell::plain("1"), Cell::plain("Map roles"), picture.clone()],
    ];
    let notes: Vec<String> = found(&Grid { rows }).notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes, ["Row 2, column C: there is a picture in it, which is left out."]);
    assert_eq!(Table::of(&Grid { rows: vec![vec![picture]] }), Err(TableError::Pictures));
}

#[test]
fn two_tables_at_once_are_said_and_each_can_be_chosen() {
    let table = |text: &str| Grid::from_text(text).unwrap();
    let actions = table("No\tAction\tLead\n1\tMap roles\tAB\n");
    let more = table("Ref\tTask\tOwner\n2\tAgree them\tCD\n");
    let other = table("Meeting\tDate\tRoom\nExecutive\t5 May\tB12\n");
    let picture = Grid { rows: vec![vec![Cell { is_picture: true, ..Cell::plain("") }]] };
    let several = Several::of(vec![actions.clone(), picture.clone(), other.clone(), Grid::default()]).unwrap();
    assert_eq!((several.tables.len(), several.pictures, several.are_alike(Reading::columns_of)), (2, 1, false));
    assert_eq!(
        several.to_string(),
        "There are 2 tables in what was pasted, and 1 that is a picture and can\u{2019}t be read."
    );
    assert_eq!(Several::describe(&several.tables[1]), "2 rows, beginning with \u{201c}Meeting, Date, Room\u{201d}");
    assert!(Several::of(vec![actions.clone(), more]).unwrap().are_alike(Reading::columns_of));
    assert_eq!(Several::of(vec![actions]).unwrap().to_string(), "There is 1 table in what was pasted.");
    assert_eq!(Several::of(vec![picture]), Err(TableError::Pictures));
    assert_eq!(Several::of(Vec::new()), Err(TableError::NoTable));
}
