//! Entries that were changed in two places at once, in words: what each is, what its versions say, and what a person may choose.

mod fields;

use std::collections::BTreeMap;

use self::fields::{Said, said};
pub use self::fields::{item_fields, part_name};
use crate::domain::choice::{self, Field};
use crate::domain::framework::Framework;
use crate::domain::ids::RecordId;
use crate::domain::merge::Records;
use crate::domain::record::{Body, Kind, Versions};
use crate::domain::workspace::Workspace;

/// An entry between whose versions a person has to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// The record.
    pub id: RecordId,
    /// What kind of record it is.
    pub kind: Kind,
    /// What it is and which, such as "Action: Agree a shared induction".
    pub name: String,
    /// What its versions are, two or more, no two of them alike; the first is shown elsewhere until a person chooses. A
    /// deletion comes last. Nobody can say whose they are or since when: a stamp names no person and no day.
    pub versions: Vec<Body>,
    /// What the versions that are no deletion say, field by field.
    pub rows: Vec<Row>,
}

/// A field of all versions that are no deletion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the field is called.
    pub name: &'static str,
    /// What each version has in it, in words, in the order of the versions.
    pub values: Vec<String>,
    /// The field, if it can be chosen by itself.
    field: Option<Field>,
}

/// How many entries are undecided.
pub fn count(records: &Records) -> usize {
    undecided_records(records).count()
}

/// Which entries are undecided.
pub fn ids(records: &Records) -> Vec<RecordId> {
    undecided_records(records).map(|(id, _)| id).collect()
}

/// Whether an entry is undecided.
pub fn is_undecided(records: &Records, id: RecordId) -> bool {
    records.get(id).is_some_and(leaves_a_choice)
}

/// An entry if it is undecided, with the names of the arcs taken from the framework.
pub fn undecided(
    open: &Workspace,
    id: RecordId,
    framework: impl FnOnce(&Workspace) -> Option<Framework>,
) -> Option<Undecided> {
    let there = open.records().get(id).filter(|versions| leaves_a_choice(versions))?;
    let framework = framework(open);
    let bodies = there.bodies();
    let live = bodies.iter().filter(|body| !body.is_deleted());
    let said: Vec<_> = live.map(|body| said(open, id, framework.as_ref(), body)).collect();
    Some(Undecided {
        id,
        kind: there.shown().body.kind(),
        name: fields::name(&there.shown().body),
        versions: bodies.into_iter().cloned().collect(),
        rows: rows(&said),
    })
}

impl Undecided {
    /// The fields that read differently.
    pub fn differing(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.differs())
    }

    /// The fields that read alike in all versions.
    pub fn alike(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.differs())
    }

    /// The fields between whose values a person may choose one by one. None if fewer than two differ, because then a
    /// choice by field is the choice of a version.
    pub fn asked(&self) -> Vec<(Field, &Row)> {
        let asked: Vec<_> = self.differing().filter_map(|row| Some((row.field?, row))).collect();
        if asked.len() > 1 { asked } else { Vec::new() }
    }

    /// The body with a version picked (by its place in the list) for each field that is asked. A field that differs and
    /// yet reads alike is not asked: the first version counts. `None` if a field is left without a pick.
    pub fn compose(&self, picks: &BTreeMap<Field, usize>) -> Option<Body> {
        let bodies: Vec<&Body> = self.versions.iter().collect();
        let asked = self.asked();
        let unasked =
            choice::differing(&bodies).into_iter().filter(|field| asked.iter().all(|(other, _)| other != field));
        let mut all: BTreeMap<Field, usize> = unasked.map(|field| (field, 0)).collect();
        all.extend(picks);
        choice::compose(&bodies, &all)
    }
}

impl Row {
    fn differs(&self) -> bool {
        self.values.iter().any(|value| Some(value) != self.values.first())
    }
}

fn undecided_records(records: &Records) -> impl Iterator<Item = (RecordId, &Versions)> {
    records.conflicts().filter(|(_, versions)| leaves_a_choice(versions))
}

/// What never leaves this device settles itself.
fn leaves_a_choice(versions: &Versions) -> bool {
    versions.in_conflict() && !versions.shown().body.kind().is_device_only()
}

/// What the versions say, put beside each other: each field that any of them has, in the order of the first.
fn rows(versions: &[Vec<Said>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for said in versions.iter().flatten() {
        if rows.iter().all(|row| row.name != said.name) {
            let value = |version: &Vec<Said>| {
                version.iter().find(|other| other.name == said.name).map(|there| there.value.clone())
            };
            let values = versions.iter().map(|version| value(version).unwrap_or_else(|| fields::EMPTY.to_owned()));
            rows.push(Row { name: said.name, values: values.collect(), field: said.field });
        }
    }
    rows
}

#[cfg(test)]
mod tests;
