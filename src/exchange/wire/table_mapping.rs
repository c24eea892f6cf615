//! How tables from other survey tools are read, as it is spelled in the stores of this device.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, id, maybe_id};
use crate::domain::answer::Answer;
use crate::domain::ids::{SectorId, StaffGroupId, StatementId};
use crate::domain::table_mapping::{Column, Mapping};
use crate::exchange::problem::Fault;

/// How a table is read.
#[derive(Serialize, Deserialize)]
pub struct TableMappingWire {
    heads: Vec<String>,
    /// For each head: empty, `sector`, `staff-group`, `organisation`, `finished`, `statement ID` or `comment ID`.
    columns: Vec<String>,
    /// By word: 1 to 5, d, n or a full stop.
    answers: BTreeMap<String, char>,
    sectors: BTreeMap<String, Option<String>>,
    staff_groups: BTreeMap<String, Option<String>>,
    #[serde(flatten)]
    rest: Rest,
}

impl From<&Mapping> for TableMappingWire {
    fn from(mapping: &Mapping) -> Self {
        fn words<T: ToString>(meant: &BTreeMap<String, Option<T>>) -> BTreeMap<String, Option<String>> {
            meant.iter().map(|(word, id)| (word.clone(), id.as_ref().map(ToString::to_string))).collect()
        }
        Self {
            heads: mapping.heads.clone(),
            columns: mapping.columns.iter().map(spelled).collect(),
            answers: mapping.answers.iter().map(|(word, answer)| (word.clone(), answer.to_char())).collect(),
            sectors: words(&mapping.sectors),
            staff_groups: words(&mapping.staff_groups),
            rest: mapping.rest.clone(),
        }
    }
}

impl TryFrom<TableMappingWire> for Mapping {
    type Error = Fault;

    fn try_from(wire: TableMappingWire) -> Result<Self, Fault> {
        let answer = |(word, letter): (String, char)| {
            let unknown = || Fault::at("", format!("the answer is \u{201c}{letter}\u{201d}, which is none"));
            Ok((word, Answer::from_char(letter).ok_or_else(unknown)?))
        };
        let sector = |(word, meant): (String, Option<String>)| {
            Ok((word, maybe_id(meant.as_ref(), SectorId::parse, "the sector")?))
        };
        let group = |(word, meant): (String, Option<String>)| {
            Ok((word, maybe_id(meant.as_ref(), StaffGroupId::parse, "the staff group")?))
        };
        Ok(Self {
            heads: wire.heads,
            columns: wire.columns.iter().map(|text| id(text, column, "a column")).collect::<Result<_, Fault>>()?,
            answers: wire.answers.into_iter().map(answer).collect::<Result<_, Fault>>()?,
            sectors: wire.sectors.into_iter().map(sector).collect::<Result<_, Fault>>()?,
            staff_groups: wire.staff_groups.into_iter().map(group).collect::<Result<_, Fault>>()?,
            rest: wire.rest,
        })
    }
}

fn spelled(column: &Column) -> String {
    match column {
        Column::LeftOut => String::new(),
        Column::Statement(id) => format!("statement {id}"),
        Column::Comment(id) => format!("comment {id}"),
        Column::Sector => "sector".to_owned(),
        Column::StaffGroup => "staff-group".to_owned(),
        Column::Organisation => "organisation".to_owned(),
        Column::Finished => "finished".to_owned(),
    }
}

fn column(text: &str) -> Option<Column> {
    Some(match text.split_once(' ') {
        Some(("statement", id)) => Column::Statement(StatementId::parse(id)?),
        Some(("comment", id)) => Column::Comment(StatementId::parse(id)?),
        Some(_) => return None,
        None => match text {
            "" => Column::LeftOut,
            "sector" => Column::Sector,
            "staff-group" => Column::StaffGroup,
            "organisation" => Column::Organisation,
            "finished" => Column::Finished,
            _ => return None,
        },
    })
}
