//! Reading a response of a pack, field by field.
//!
//! A derived reader would buffer each response whole to find the fields that are not known, and packs are nearly all that
//! a large area holds.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{PackedWire, RespondentWire, Rest};

impl<'de> Deserialize<'de> for PackedWire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

/// The fields of a response, as they come.
struct Fields;

/// The name of a field.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Id,
    Revision,
    Sector,
    StaffGroup,
    Organisation,
    Finished,
    Answers,
    Comments,
    Unknown(String),
}

impl<'de> Visitor<'de> for Fields {
    type Value = PackedWire;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a response")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PackedWire, A::Error> {
        let (mut id, mut revision, mut answers) = (None, None, None);
        let (mut sector, mut staff_group, mut organisation) = (None, None, None);
        let (mut finished, mut comments, mut rest) = (None, None, Rest::new());
        while let Some(field) = map.next_key()? {
            match field {
                Field::Id => once(&mut id, "id", map.next_value()?)?,
                Field::Revision => once(&mut revision, "revision", map.next_value()?)?,
                Field::Sector => once(&mut sector, "sector", map.next_value()?)?,
                Field::StaffGroup => once(&mut staff_group, "staff_group", map.next_value()?)?,
                Field::Organisation => once(&mut organisation, "organisation", map.next_value()?)?,
                Field::Finished => once(&mut finished, "finished", map.next_value()?)?,
                Field::Answers => once(&mut answers, "answers", map.next_value()?)?,
                Field::Comments => once(&mut comments, "comments", map.next_value()?)?,
                Field::Unknown(name) => {
                    rest.insert(name, map.next_value()?);
                }
            }
        }
        Ok(PackedWire {
            id: id.ok_or_else(|| Error::missing_field("id"))?,
            revision: revision.ok_or_else(|| Error::missing_field("revision"))?,
            respondent: RespondentWire {
                sector: sector.flatten(),
                staff_group: staff_group.flatten(),
                organisation: organisation.unwrap_or_default(),
            },
            finished: finished.flatten(),
            answers: answers.ok_or_else(|| Error::missing_field("answers"))?,
            comments: comments.unwrap_or_default(),
            rest,
        })
    }
}

/// Takes a field's value, unless the field was there before.
fn once<T, E: Error>(slot: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    if slot.replace(value).is_some() { Err(E::duplicate_field(name)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::PackedWire;

    /// What a reading brings, written again, or what it complains of.
    fn read(text: &str) -> String {
        match serde_json::from_str::<PackedWire>(text) {
            Ok(wire) => serde_json::to_string(&wire).unwrap(),
            Err(error) => error.to_string().split(" at line").next().unwrap().to_owned(),
        }
    }

    #[test]
    fn every_field_comes_back_and_so_do_those_of_a_newer_rainbow() {
        let whole = r#"{"id":"a","revision":2,"sector":"schools","staff_group":"leaders","organisation":"One","finished":"2010-01-29","answers":"5d.","comments":{"identity-1":"Why"},"mood":["new"]}"#;
        assert_eq!(read(whole), whole);
        assert_eq!(
            read(r#"{"answers":"1","revision":1,"sector":null,"finished":null,"id":"a"}"#),
            r#"{"id":"a","revision":1,"answers":"1"}"#
        );
    }

    #[test]
    fn a_field_that_is_missing_or_there_twice_is_named() {
        assert_eq!(read(r#"{"id":"a","revision":1}"#), "missing field `answers`");
        assert_eq!(read(r#"{"id":"a","revision":1,"sector":null,"sector":"schools"}"#), "duplicate field `sector`");
        assert!(read("[]").starts_with("invalid type: sequence, expected a response"));
    }
}
