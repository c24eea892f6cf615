//! A headcount as it is spelled in files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Rest, day, is_blank, maybe_id, moment, moment_text};
use crate::domain::headcount::{Among, Headcount};
use crate::domain::ids::{SectorId, StaffGroupId};
use crate::exchange::problem::Fault;

/// How many people work where, as of a day.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeadcountWire {
    /// The day that it is true of.
    on: String,
    recorded: String,
    #[serde(default, skip_serializing_if = "is_blank")]
    source: String,
    /// What is not listed is not known.
    people: Vec<AmongWire>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct AmongWire {
    /// Left out for all sectors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sector: Option<String>,
    /// Left out for all staff groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    staff_group: Option<String>,
    count: u32,
}

impl From<&Headcount> for HeadcountWire {
    fn from(headcount: &Headcount) -> Self {
        let people = headcount.people.iter().map(|(among, count)| AmongWire {
            sector: among.sector.as_ref().map(ToString::to_string),
            staff_group: among.staff_group.as_ref().map(ToString::to_string),
            count: *count,
        });
        Self {
            on: headcount.on.to_string(),
            recorded: moment_text(headcount.recorded),
            source: headcount.source.clone(),
            people: people.collect(),
            rest: headcount.rest.clone(),
        }
    }
}

impl TryFrom<HeadcountWire> for Headcount {
    type Error = Fault;

    fn try_from(wire: HeadcountWire) -> Result<Self, Fault> {
        let mut people = BTreeMap::new();
        for one in wire.people {
            let among = Among {
                sector: maybe_id(one.sector.as_ref(), SectorId::parse, "the sector")?,
                staff_group: maybe_id(one.staff_group.as_ref(), StaffGroupId::parse, "the staff group")?,
            };
            if people.insert(among, one.count).is_some() {
                return Err(Fault::at("", "the same people are counted twice"));
            }
        }
        Ok(Self {
            on: day(&wire.on, "the day")?,
            recorded: moment(&wire.recorded, "when it was recorded")?,
            source: wire.source,
            people,
            rest: wire.rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(people: &str) -> Result<Headcount, Fault> {
        let text = format!(
            r#"{{"on":"2009-09-01","recorded":"2009-09-02T09:00:00.000Z","source":"Payroll","people":{people},"by":"AB"}}"#
        );
        let read = Headcount::try_from(serde_json::from_str::<HeadcountWire>(&text).unwrap())?;
        assert_eq!(serde_json::to_string(&HeadcountWire::from(&read)).unwrap(), text);
        Ok(read)
    }

    #[test]
    fn a_headcount_comes_back_as_it_was_written() {
        let all = r#"[{"count":90},{"staff_group":"leaders","count":0},{"sector":"health","staff_group":"leaders","count":4}]"#;
        assert_eq!(read(all).unwrap().people.len(), 3);
        assert!(read("[]").unwrap().people.is_empty());
    }

    #[test]
    fn the_same_people_twice_and_ids_that_are_none_are_refused() {
        assert!(read(r#"[{"count":90},{"count":91}]"#).is_err());
        assert!(read(r#"[{"sector":"Not an id","count":1}]"#).is_err());
    }
}
