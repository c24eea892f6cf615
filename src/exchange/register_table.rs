//! A register as a table, in and out: CSV, a table to paste elsewhere, and a pasted table or CSV file read back.

use super::grid::{self, Grid, MOST_COLUMNS, Slot, Table, TableError};
use super::plan_table::clipboard::{html_of_cells, text_of};
use crate::domain::registers::{Entry, Refused, Register};

/// How many rows from the top the heads are looked for.
const HEADS_WITHIN: usize = 10;

/// What a table brings to a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brought {
    /// The entries that are new, in the table's order.
    pub entries: Vec<Entry>,
    /// How many rows are there already, or come twice.
    pub known: usize,
    /// The rows that are no entries, by their number in the table, with everything that is wrong with each.
    pub refused: Vec<(usize, Vec<Refused>)>,
    /// The heads of columns that the register does not have; they are left out.
    pub left_out: Vec<String>,
}

/// Writes a register as CSV for a spreadsheet, in UTF-8. No cell can start a formula.
pub fn csv(register: Register, rows: &[Vec<String>]) -> String {
    grid::csv(&with_heads(register, rows))
}

/// Writes a register as one HTML table to paste into a document. Nothing in it can run.
pub fn html(title: &str, register: Register, rows: &[Vec<String>]) -> String {
    html_of_cells(title, register.columns(), rows)
}

/// Writes a register as text with tabs between cells.
pub fn text(register: Register, rows: &[Vec<String>]) -> String {
    text_of(&with_heads(register, rows))
}

/// A pasted text, or the text of a CSV file, as a grid. What was put before cells that a spreadsheet would run is taken away
/// again where the table is one that Rainbow wrote.
///
/// # Errors
/// When there is nothing in it, or it is no table.
pub fn grid_of(register: Register, text: &str) -> Result<Grid, TableError> {
    Grid::of_text(text, |heads| heads.iter().map(String::as_str).eq(register.columns().iter().copied()))
}

/// Reads a table for a register. A row that says the same as one of `there`, or as a row above it, brings nothing; of the
/// glossary a term that is there already brings nothing whatever its meaning.
pub fn read(register: Register, table: &Table, there: &[Vec<String>]) -> Brought {
    let mut brought = Brought::default();
    let found = table.rows().take(HEADS_WITHIN).find_map(|(number, row)| Some((number, named(register, row)?)));
    let (head, columns) = match found {
        Some((number, columns)) => {
            let row = table.row(number).iter().zip(&columns);
            let strange = row.filter(|(slot, column)| column.is_none() && !slot.text.is_empty());
            brought.left_out = strange.map(|(slot, _)| slot.text.clone()).collect();
            (number, columns)
        }
        None => (0, by_place(register, table.width())),
    };
    let mut known: Vec<Vec<String>> = there.iter().map(|cells| key(register, cells)).collect();
    for (number, row) in table.rows().filter(|(number, row)| *number > head && !is_empty(row)) {
        let cells = laid_out(register, row, &columns);
        match Entry::read(register, &cells) {
            Err(refused) => brought.refused.push((number, refused)),
            Ok(entry) => {
                let key = key(register, &entry.cells());
                if known.contains(&key) {
                    brought.known = brought.known.saturating_add(1);
                } else {
                    known.push(key);
                    brought.entries.push(entry);
                }
            }
        }
    }
    brought
}

fn with_heads(register: Register, rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let heads = register.columns().iter().map(|head| (*head).to_owned()).collect();
    std::iter::once(heads).chain(rows.iter().cloned()).collect()
}

fn is_empty(row: &[Slot]) -> bool {
    row.iter().all(|slot| slot.text.is_empty())
}

/// By what an entry is known again.
fn key(register: Register, cells: &[String]) -> Vec<String> {
    let many = if register == Register::Glossary { 1 } else { cells.len() };
    cells.iter().take(many).map(|cell| plain(cell)).collect()
}

/// The cells of a row in the order of the register's columns.
fn laid_out(register: Register, row: &[Slot], columns: &[Option<usize>]) -> Vec<String> {
    let mut cells = vec![String::new(); register.columns().len()];
    for (slot, column) in row.iter().zip(columns) {
        if let Some(cell) = column.and_then(|column| cells.get_mut(column)) {
            let gap = if cell.is_empty() || slot.text.is_empty() { "" } else { "\n" };
            *cell = format!("{cell}{gap}{}", slot.text);
        }
    }
    cells
}

/// Which column of the register each cell of a row of heads names; `None` if they are no heads: two of them at least have
/// to be known.
fn named(register: Register, row: &[Slot]) -> Option<Vec<Option<usize>>> {
    let columns: Vec<Option<usize>> = row.iter().map(|slot| column_named(register, &slot.text)).collect();
    (columns.iter().flatten().count() > 1).then_some(columns)
}

fn column_named(register: Register, head: &str) -> Option<usize> {
    let head = plain(head);
    if head.is_empty() {
        return None;
    }
    register.columns().iter().position(|own| plain(own) == head).or_else(|| {
        let words: &[(usize, &[&str])] = match register {
            Register::RelatedStrategies => &[
                (0, &["name of strategy plan", "strategy", "plan", "strategy plan", "title", "name of strategy"]),
                (1, &["link", "details", "detail", "details of link"]),
                (
                    2,
                    &[
                        "responsible",
                        "responsible officer",
                        "organisation",
                        "officer",
                        "lead",
                        "responsible officer organisation",
                    ],
                ),
            ],
            Register::Consultations => &[
                (0, &["date", "timescale", "by when", "timeframe", "month"]),
                (1, &["with whom", "consulted", "audience", "stakeholders", "group"]),
                (2, &["activity", "action", "task", "consultation", "stage"]),
                (3, &["done", "completed", "completed on"]),
            ],
            Register::Glossary => &[
                (0, &["word", "abbreviation", "acronym"]),
                (1, &["definition", "explanation", "what it means"]),
                (2, &["also", "other ways to write it"]),
            ],
            Register::Contacts => &[
                (0, &["job title", "post", "title"]),
                (1, &["agency", "service", "organisation service"]),
                (2, &["about", "purpose", "for"]),
                (3, &["phone", "tel", "telephone number"]),
                (4, &["e mail", "email address"]),
            ],
        };
        words.iter().find(|(_, heads)| heads.contains(&head.as_str())).map(|(column, _)| *column)
    })
}

/// The columns of a table without heads: in the order of the register's. A schedule with two columns says when and what.
fn by_place(register: Register, width: usize) -> Vec<Option<usize>> {
    match (register, width) {
        (Register::Consultations, 2) => vec![Some(0), Some(2)],
        _ => (0..width.min(MOST_COLUMNS)).map(Some).collect(),
    }
}

/// Words in small letters with single spaces between them, and nothing else.
fn plain(text: &str) -> String {
    let letter = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let spaced: String = text.to_lowercase().chars().map(letter).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::registers::Why;

    fn table(register: Register, text: &str) -> Table {
        Table::of(&grid_of(register, text).unwrap()).unwrap()
    }

    fn cells(entries: &[Entry]) -> Vec<Vec<String>> {
        entries.iter().map(Entry::cells).collect()
    }

    #[test]
    fn what_is_exported_comes_in_again_unchanged_and_the_second_time_brings_nothing() {
        let rows: Vec<Vec<String>> = [
            ["=1+1 strategy", "Links, \"quoted\"\nin two lines", "Lead officer"],
            ["'quoted", "-", "+44"],
            ["'=twice guarded", "", ""],
        ]
        .map(|row| row.map(str::to_owned).to_vec())
        .to_vec();
        let file = csv(Register::RelatedStrategies, &rows);
        assert!(file.contains("'=1+1") && file.contains("'-"), "no cell can start a formula");
        let brought = read(Register::RelatedStrategies, &table(Register::RelatedStrategies, &file), &[]);
        assert_eq!((cells(&brought.entries), brought.known), (rows.clone(), 0));
        let again = read(Register::RelatedStrategies, &table(Register::RelatedStrategies, &file), &rows);
        assert_eq!((again.entries.len(), again.known), (0, 3));
    }

    #[test]
    fn a_council_s_own_heads_are_understood_and_columns_nobody_knows_are_said() {
        let text = "Annex 5\t\t\t\nName of Strategy/Plan\tDetail of Link\tResponsible Officer/ Organisation\tBudget\nYouth plan\tSets the aims\tYouth lead\t5\n\tNothing\t\t\n";
        let brought = read(Register::RelatedStrategies, &table(Register::RelatedStrategies, text), &[]);
        assert_eq!(cells(&brought.entries), [["Youth plan", "Sets the aims", "Youth lead"]]);
        assert_eq!(brought.left_out, ["Budget"]);
        assert_eq!(brought.refused, [(4, vec![Refused { column: 0, why: Why::Missing }])]);
    }

    #[test]
    fn tables_without_heads_are_read_by_the_place_of_their_columns() {
        let schedule = "Autumn 2009\tReview of the strategy\nJanuary 2011 onwards?\tConfirm it\n";
        let brought = read(Register::Consultations, &table(Register::Consultations, schedule), &[]);
        assert_eq!(cells(&brought.entries)[1], ["January 2011 onwards?", "", "Confirm it", ""]);
        let words = "CAF\tOne form\nTAC\tOne team\nCAF\tAnother meaning\n";
        let there = [vec!["tac".to_owned(), "A team".to_owned()]];
        let brought = read(Register::Glossary, &table(Register::Glossary, words), &there);
        assert_eq!(
            (cells(&brought.entries), brought.known),
            (vec![vec!["CAF".to_owned(), "One form".to_owned(), String::new()]], 2)
        );
    }

    #[test]
    fn html_is_escaped_and_text_guarded() {
        let rows = [vec!["<b>Lead".to_owned(), "@x".to_owned(), String::new(), String::new(), String::new()]];
        assert!(html("Contacts", Register::Contacts, &rows).contains("&lt;b&gt;Lead"));
        assert!(text(Register::Contacts, &rows).contains("\t'@x\t"));
    }
}
