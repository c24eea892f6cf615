//! The sheets of tables in an exercise, as they are spelled in files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, id, is_blank, moment, moment_text, shown};
use crate::domain::exercise::{Cell, Made, TableSheet};
use crate::domain::ids::{CardGroupId, ColumnId, ExerciseId};
use crate::exchange::problem::Fault;

/// What a table placed where.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TableSheetWire {
    exercise: String,
    /// What the table is called.
    #[serde(default, skip_serializing_if = "is_blank")]
    table: String,
    changed: String,
    made: MadeWire,
    cells: Vec<CellWire>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum MadeWire {
    Sorted,
    Typed,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct CellWire {
    group: String,
    column: String,
    /// Codes of cards as they were written, each as often as it was placed, and what is no code.
    written: Vec<String>,
}

impl From<&TableSheet> for TableSheetWire {
    fn from(sheet: &TableSheet) -> Self {
        let cell = |(cell, written): (&Cell, &Vec<String>)| CellWire {
            group: cell.group.to_string(),
            column: cell.column.to_string(),
            written: written.clone(),
        };
        Self {
            exercise: sheet.exercise.to_string(),
            table: sheet.table.clone(),
            changed: moment_text(sheet.changed),
            made: match sheet.made {
                Made::Sorted => MadeWire::Sorted,
                Made::Typed => MadeWire::Typed,
            },
            cells: sheet.cells.iter().map(cell).collect(),
            rest: sheet.rest.clone(),
        }
    }
}

impl TryFrom<TableSheetWire> for TableSheet {
    type Error = Fault;

    fn try_from(wire: TableSheetWire) -> Result<Self, Fault> {
        let mut cells = BTreeMap::new();
        for wire in wire.cells {
            let cell = Cell {
                group: id(&wire.group, CardGroupId::parse, "the group of cards")?,
                column: id(&wire.column, ColumnId::parse, "the column")?,
            };
            if let Some(odd) = wire.written.iter().find(|one| one.is_empty() || one.contains(char::is_whitespace)) {
                let what = format!("\u{201c}{}\u{201d} is not one thing that was placed", shown(odd));
                return Err(Fault::at("", what));
            }
            if !wire.written.is_empty() && cells.insert(cell, wire.written).is_some() {
                return Err(Fault::at("", format!("the cell {}, {} stands in it twice", wire.group, wire.column)));
            }
        }
        Ok(Self {
            exercise: id(&wire.exercise, ExerciseId::parse, "the exercise")?,
            table: wire.table,
            changed: moment(&wire.changed, "the time it was changed")?,
            made: match wire.made {
                MadeWire::Sorted => Made::Sorted,
                MadeWire::Typed => Made::Typed,
            },
            cells,
            rest: wire.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Result<TableSheet, Fault> {
        let text = format!(
            r#"{{"exercise": "00000000-0000-0000-0000-00000000000a", "table": "Table 3", "changed": "2009-12-04T11:00:00.000Z",
            "made": "typed", "cells": [{{"group": "stay-safe", "column": "underway", "written": {written}}}], "pens": 4}}"#
        );
        serde_json::from_str::<TableSheetWire>(&text).unwrap().try_into()
    }

    #[test]
    fn a_sheet_comes_back_as_it_was_written() {
        let sheet = read(r#"["2.3", "2.3", "3.5.", "?"]"#).unwrap();
        let text = serde_json::to_string(&TableSheetWire::from(&sheet)).unwrap();
        assert!(text.contains(r#""pens":4"#) && text.contains(r#"["2.3","2.3","3.5.","?"]"#), "{text}");
        assert_eq!(TableSheet::try_from(serde_json::from_str::<TableSheetWire>(&text).unwrap()).unwrap(), sheet);
    }

    #[test]
    fn what_can_not_have_been_placed_is_refused() {
        assert!(read(r#"["2.3 2.4"]"#).is_err());
        assert!(read(r#"[""]"#).is_err());
        assert!(read("[]").unwrap().cells.is_empty(), "an empty cell is none");
    }
}
