//! Tables as people write them: merged cells, repeated heads, rows that a page break parted, cells one column to the left.

use rainbow::domain::plan::{Layout, Level};
use rainbow::exchange::plan_table::{Cell, Column, Grid, Item, Reached, Reading, Several, Table, What, read};

use crate::{found, made_up, same};

const HEADS: [&str; 9] = [
    "Area of Focus",
    "Action",
    "Output",
    "Responsibility",
    "Timeframe",
    "Milestones",
    "Resources / Cost",
    "Risks",
    "Progress",
];

/// The strategy row by row, as somebody types it, with each priority's rows apart.
pub fn typed(items: &[Item]) -> Vec<(String, Vec<[String; 9]>)> {
    let mut parts: Vec<(String, Vec<[String; 9]>)> = Vec::new();
    let (mut area, mut action) = (String::new(), String::new());
    for (at, item) in items.iter().enumerate() {
        let named = format!("{} {}", item.label, item.text).trim().to_owned();
        match item.level {
            Level::Priority => parts.push((named, Vec::new())),
            Level::Area => area = named,
            Level::Action if items.iter().any(|other| other.level == Level::Output && other.parent == Some(at)) => {
                action = named
            }
            Level::Milestone => {}
            level => {
                let is_action = level == Level::Action;
                let list = items.iter().filter(|other| other.level == Level::Milestone && other.parent == Some(at));
                let list: Vec<String> = list.map(milestone).collect();
                parts.last_mut().unwrap().1.push([
                    std::mem::take(&mut area),
                    if is_action { named.clone() } else { std::mem::take(&mut action) },
                    if is_action { String::new() } else { named },
                    item.lead.clone(),
                    item.due.clone(),
                    list.join("\n"),
                    item.resources.clone(),
                    item.risk.clone(),
                    item.progress.clone(),
                ]);
            }
        }
    }
    parts
}

fn milestone(item: &Item) -> String {
    let due = if item.due.is_empty() { String::new() } else { format!(" (due {})", item.due) };
    let reached = match item.reached {
        None => String::new(),
        Some(Reached::No) => " (not reached)".to_owned(),
        Some(Reached::Yes) => " (reached)".to_owned(),
        Some(Reached::On(day)) => format!(" (reached {})", day.format("%d %b %Y")),
    };
    format!("- {}{due}{reached}", item.text)
}

fn plain(cells: &[String]) -> Vec<Cell> {
    cells.iter().map(Cell::plain).collect()
}

fn heads() -> Vec<Cell> {
    HEADS.iter().map(|head| Cell { heading: true, ..Cell::plain(*head) }).collect()
}

/// The strategy as a document has it: merged cells, a wide row for each priority, heads again beneath it.
pub fn as_document(parts: &[(String, Vec<[String; 9]>)]) -> Grid {
    let mut grid = Grid { rows: vec![vec![Cell { columns: 9, ..Cell::plain("Our workforce strategy 2012 -15") }]] };
    for (priority, rows) in parts {
        grid.rows.push(vec![Cell { columns: 9, ..Cell::plain(priority.clone()) }]);
        grid.rows.push(heads());
        for (at, cells) in rows.iter().enumerate() {
            let mut row = Vec::new();
            for (column, cell) in cells.iter().enumerate() {
                let merges = column < 2 && cell.is_empty();
                if merges {
                    continue;
                }
                // An action ends where the next begins, and where its area does.
                let ends = |row: &[String; 9]| !row[0].is_empty() || (column == 1 && !row[1].is_empty());
                let more = rows[at + 1..].iter().take_while(|row| column < 2 && !ends(row)).count();
                row.push(Cell { rows: more + 1, ..Cell::plain(cell.clone()) });
            }
            grid.rows.push(row);
        }
    }
    grid
}

#[test]
fn a_strategy_with_merged_cells_and_repeated_heads_comes_in_as_it_stands() {
    let items = made_up::strategy();
    let found = found(&as_document(&typed(&items)));
    assert_eq!(found.layout, Layout::Strategy);
    same(&found.plain(), &items, "document");
    let kinds: Vec<What> = found.notes.iter().map(|note| note.what).collect();
    assert_eq!(kinds, [What::AboveTheHeads].into_iter().chain([What::RepeatedHeads; 5]).collect::<Vec<_>>());
}

#[test]
fn a_plan_in_several_tables_is_read_as_one() {
    let items = made_up::strategy();
    let tables: Vec<Grid> = typed(&items)
        .iter()
        .map(|(priority, rows)| {
            let rows = rows.iter().map(|row| plain(row));
            Grid { rows: [vec![Cell::plain(priority.clone())], heads()].into_iter().chain(rows).collect() }
        })
        .collect();
    let several = Several::of(tables).unwrap();
    assert_eq!((several.tables.len(), several.are_alike(Reading::columns_of)), (6, true));
    same(&found(&several.as_one()).plain(), &items, "six tables");
}

#[test]
fn rows_that_a_page_break_parted_are_joined_and_listed_and_can_be_kept_apart() {
    let rows = [
        [
            "1.1 Joint",
            "1.1.1 Identify ways to",
            "a. Two briefings",
            "AB",
            "Two per",
            "- Outline the brief",
            "Team",
            "",
            "",
        ],
        ["working", "share what works", "", "", "annum", "and circulate it\n- Meet", "", "", "Going well"],
        ["", "", "", "", "", "", "Admin support", "", ""],
        ["", "", "b. All know", "CD", "ongoing", "", "", "", ""],
    ];
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(|cell| Cell::plain(*cell)).collect()).collect();
    let grid = Grid { rows: [heads()].into_iter().chain(rows).collect() };
    let joined = found(&grid);
    let texts: Vec<&str> = joined.items.iter().map(|found| found.item.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Joint working",
            "Identify ways to share what works",
            "Two briefings",
            "Outline the brief and circulate it",
            "Meet",
            "All know"
        ]
    );
    let output = &joined.items[2].item;
    assert_eq!(
        (output.due.as_str(), output.resources.as_str(), output.progress.as_str()),
        ("Two per annum", "Team\nAdmin support", "Going well")
    );
    assert_eq!(
        joined.notes.iter().map(|note| (note.row, note.what)).collect::<Vec<_>>(),
        [(3, What::Joined), (4, What::Joined)]
    );
    let table = Table::of(&grid).unwrap();
    let mut reading = Reading::propose(&table);
    reading.apart.insert(3);
    let apart = read(&table, &reading).unwrap();
    assert!(apart.items.iter().any(|found| found.item.text == "share what works"));
}

#[test]
fn rows_one_column_to_the_left_are_pointed_out_and_moved_only_when_asked() {
    let mut parts = typed(&made_up::strategy());
    let count = parts[5].1.len();
    for row in parts[5].1.iter_mut().skip(1) {
        row[8] = String::new();
    }
    let meant = found(&as_rows(&parts)).plain();
    for row in parts[5].1.iter_mut().skip(1) {
        row.rotate_left(1);
    }
    let table = Table::of(&as_rows(&parts)).unwrap();
    let mut reading = Reading::propose(&table);
    let before = read(&table, &reading).unwrap();
    let shifted: Vec<usize> =
        before.notes.iter().filter(|note| note.what == What::Shifted).map(|note| note.row).collect();
    assert_eq!(shifted.len(), count - 1);
    assert!(
        before.items.iter().filter(|found| found.item.level == Level::Area).count() > 26,
        "nothing moves by itself"
    );
    reading.moved.extend(shifted);
    let after = read(&table, &reading).unwrap();
    same(&after.plain(), &meant, "moved");
    assert_eq!((after.count(What::Shifted), after.count(What::Moved)), (0, count - 1));
    assert_eq!(found(&as_rows(&typed(&made_up::strategy()))).count(What::Shifted), 0);
}

/// The same rows without merged cells.
fn as_rows(parts: &[(String, Vec<[String; 9]>)]) -> Grid {
    let mut grid = Grid { rows: vec![heads()] };
    for (priority, rows) in parts {
        grid.rows.push(vec![Cell::plain(priority.clone())]);
        grid.rows.extend(rows.iter().map(|row| plain(row)));
    }
    grid
}

#[test]
fn a_blank_timescale_belongs_to_the_one_above_however_it_is_blank() {
    let items = made_up::timescales();
    let mut blank = vec![["Timescale", "Task/action", "Lead Officer/ Group", "Progress"].map(Cell::plain).to_vec()];
    let mut merged = blank.clone();
    let mut last = "";
    for (at, item) in items.iter().enumerate() {
        let cells = [&item.text, &item.lead, &item.progress].map(Cell::plain);
        let is_new = item.due != last;
        last = &item.due;
        let due = Cell::plain(if is_new { item.due.clone() } else { String::new() });
        blank.push([due.clone()].into_iter().chain(cells.clone()).collect());
        let rows = items[at..].iter().take_while(|other| other.due == item.due).count();
        let due = is_new.then_some(Cell { rows, ..due });
        merged.push(due.into_iter().chain(cells).collect());
    }
    for (form, rows, note) in [("blank", blank, What::DueFromAbove), ("merged", merged, What::Merged)] {
        let found = found(&Grid { rows });
        assert_eq!(found.layout, Layout::Timescales, "{form}");
        same(&found.plain(), &items, form);
        assert!(found.count(note) > 0 && found.notes.iter().all(|other| other.what == note), "{form}");
        assert_eq!(found.items.iter().filter(|found| found.due_from_above).count(), found.count(What::DueFromAbove));
    }
}

#[test]
fn a_column_that_plans_dont_have_is_kept_and_can_be_left_out() {
    let grid = Grid::from_text(
        "No\tAction\tLinks\tLead\tComments\tStatus\n1\tMap roles\tHealth plan\tAB\tGoing well\tOn track\n",
    )
    .unwrap();
    let table = Table::of(&grid).unwrap();
    let mut reading = Reading::propose(&table);
    let kept = read(&table, &reading).unwrap();
    assert_eq!(kept.items[0].item.progress, "Links: Health plan\nGoing well\nStatus: On track");
    reading.choose(&table, 2, Column::LeftOut);
    let left = read(&table, &reading).unwrap();
    assert_eq!(left.items[0].item.progress, "Going well\nStatus: On track");
    let notes: Vec<String> = left.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "Row 2, column C (Links): its column is left out.",
            "Row 2, column F (Status): it is no RAG that Rainbow knows, so its words stand under progress.",
        ]
    );
}

/// A table of plain cells.
fn rows<const N: usize>(rows: &[[&str; N]]) -> Grid {
    Grid { rows: rows.iter().map(|row| row.iter().map(|cell| Cell::plain(*cell)).collect()).collect() }
}

fn texts(grid: &Grid) -> Vec<String> {
    found(grid).items.into_iter().map(|found| found.item.text).collect()
}

fn shifted(grid: &Grid) -> Vec<usize> {
    found(grid).notes.into_iter().filter(|note| note.what == What::Shifted).map(|note| note.row).collect()
}

#[test]
fn a_single_word_that_is_a_head_too_is_no_row_of_heads() {
    let grid = rows(&[["No", "Action", "Lead", "Progress"], ["1", "Agree it", "AB", "Begun"], ["2", "Lead", "", ""]]);
    assert_eq!(texts(&grid), ["Agree it", "Lead"]);
    let grid = rows(&[["No", "Action", "Lead", "Progress"], ["", "Action", "", ""], ["1", "Agree it", "AB", "Begun"]]);
    assert_eq!(texts(&grid), ["Action", "Agree it"]);
}

#[test]
fn actions_that_all_begin_small_stay_apart() {
    let grid = rows(&[
        ["Action", "Lead", "Target date"],
        ["agree who does what", "AB", "Oct-09"],
        ["train everybody", "CD", ""],
        ["write it down", "", "2011"],
    ]);
    assert_eq!(texts(&grid), ["agree who does what", "train everybody", "write it down"]);
}

#[test]
fn a_row_sits_to_the_left_only_where_there_is_room_at_its_end() {
    let heads = ["No", "Action", "Lead", "Progress"];
    let left = rows(&[heads, ["1", "Agree it", "AB", "Begun"], ["Tell all partners about it", "CD", "Sent", ""]]);
    assert_eq!(shifted(&left), [3]);
    // The last cell goes on from the row above, so nothing can be moved into it.
    let mut merged = left.clone();
    merged.rows[1][3].rows = 2;
    merged.rows[2].pop();
    assert_eq!(shifted(&merged), Vec::<usize>::new());
}

#[test]
fn words_where_a_timescale_should_be_are_a_task_only_if_a_short_lead_follows() {
    let with = |due: &str, task: &str| {
        rows(&[
            ["Timescale", "Task/action", "Lead officer/group", "Progress"],
            ["March 2010", "Share the plan with the staff of every partner", "AB", "Begun"],
            [due, task, "", ""],
        ])
    };
    let long = "Write to the heads of all schools";
    assert_eq!(shifted(&with(long, "AB")), [3]);
    let due = "As soon as the Board has agreed";
    assert_eq!(shifted(&with(due, "Write to the heads of all schools about it")), Vec::<usize>::new());
}
