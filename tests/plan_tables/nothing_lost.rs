//! Every word of a table stands in an item or in a note, whatever the table looks like and however it is read.

use proptest::prelude::*;
use rainbow::exchange::plan_table::{Cell, Column, Found, Grid, Reading, Table, read};

const CELLS: [&str; 36] = [
    "",
    "",
    "",
    "",
    "",
    "",
    "No",
    "Action",
    "Area of Focus",
    "Output",
    "Lead",
    "Timescale",
    "Milestones",
    "Progress",
    "RAG",
    "Links",
    "1.1 Joint training",
    "1.1.2 Map it",
    "6.1.2 Plan",
    "a. Share",
    "c.",
    "Priority 1. Lead",
    "going on",
    ", and on",
    "AB/CD",
    "Oct-09",
    "\u{2022} Draft it\n\u{2022} agree it",
    "- Draft it\nand agree\n",
    "\u{2022}",
    "Amber",
    "On track",
    "two\nlines",
    "31/02/2010",
    "<b>bold</b>",
    "Reached it (due May)",
    "High",
];

fn cell() -> impl Strategy<Value = Cell> {
    let span = prop::sample::select(vec![1, 1, 1, 1, 1, 2, 3]);
    (prop::sample::select(CELLS.to_vec()), span.clone(), span).prop_map(|(text, rows, columns)| Cell {
        rows,
        columns,
        ..Cell::plain(text)
    })
}

fn grid() -> impl Strategy<Value = Grid> {
    let heads = prop::sample::select(vec![
        "No|Action|Lead|Target date|Progress|RAG",
        "Timescale|Task/action|Lead officer|Progress",
        "Area of focus|Action|Output|Responsibility|Timeframe|Milestones|Resources|Risk|Progress",
        "Priority|Action|Links|Lead|Lead officer|Milestones",
        "One|Two|Three",
    ]);
    let rows = prop::collection::vec(prop::collection::vec(cell(), 0..8), 1..10);
    (heads, rows).prop_map(|(heads, rows)| {
        let heads = heads.split('|').map(Cell::plain).collect();
        Grid { rows: [heads].into_iter().chain(rows).collect() }
    })
}

fn words(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// All that was found, in order.
fn all_words(found: &Found) -> String {
    let items = found.items.iter().map(|found| {
        let item = &found.item;
        let said = [&item.label, &item.text, &item.due, &item.lead, &item.resources, &item.risk, &item.progress];
        format!("{} ", said.map(String::as_str).join(" "))
    });
    let milestones = found.items.iter().map(|found| {
        let due = if found.item.due.is_empty() { String::new() } else { format!("due {} ", found.item.due) };
        format!("{} {} {due}", found.item.label, found.item.text)
    });
    let rags = found.items.iter().map(|found| format!("{} ", found.item.rag.word()));
    let notes = found.notes.iter().map(|note| format!("{} | ", note.text));
    words(&items.chain(milestones).chain(rags).chain(notes).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn every_word_is_found_again(
        grid in grid(),
        choices in prop::collection::vec(prop::option::weighted(0.3, prop::sample::select(Column::CHOICES.to_vec())), 20),
        moved in prop::collection::btree_set(2..10_usize, 0..3),
        apart in prop::collection::btree_set(2..10_usize, 0..3),
        as_proposed in any::<bool>(),
    ) {
        let Ok(table) = Table::of(&grid) else { return Ok(()) };
        let mut reading = Reading::propose(&table);
        if !as_proposed {
            for (column, choice) in choices.into_iter().enumerate() {
                if let Some(choice) = choice {
                    reading.choose(&table, column, choice);
                }
            }
            reading.moved = moved;
            reading.apart = apart;
        }
        let Ok(found) = read(&table, &reading) else {
            prop_assert!(!reading.has_actions());
            return Ok(());
        };
        let all = all_words(&found);
        for (row, slots) in table.rows().filter(|(row, _)| Some(*row) != reading.head) {
            for slot in slots.iter().filter(|slot| slot.text.contains(char::is_alphanumeric)) {
                prop_assert!(all.contains(&words(&slot.text)), "row {row}: {:?} in {all}", slot.text);
            }
        }
    }
}
