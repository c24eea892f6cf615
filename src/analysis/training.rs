//! The training map: which professions are trained in the competencies of which arcs, and the gaps that nobody serves.
//!
//! [`TrainingSheet`] lays the events of an area out once. Every choice of filters then only counts: [`TrainingSheet::matrix`] how
//! many events serve each cell, and [`TrainingSheet::gaps`] which cells have none. An event serves each of its professions in
//! each of its arcs, and in the arcs of its practices. No figure depends on the order in which events stand.

mod filter;
mod matrix;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::framework::Framework;
use crate::domain::ids::{ThemeId, TrainingEventId};
use crate::domain::training::{TrainingEvent, TrainingGap, word_key};
use crate::domain::workspace::Workspace;

pub use filter::{TrainingFilter, When};
pub use matrix::{Gap, MatrixRow, TrainingMatrix};

/// The month with which a financial year begins.
const APRIL: u32 = 4;

/// All there is to know of an area's training, unfiltered: for reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingMap {
    /// The events, laid out.
    pub sheet: TrainingSheet,
    /// How many events serve each cell.
    pub matrix: TrainingMatrix,
    /// The gaps, those first that matter most.
    pub gaps: Vec<Gap>,
}

/// The training events of an area, laid out to be counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingSheet {
    /// The professions, by name: those that events target, those of which a gap is recorded, and the staff groups that the area
    /// added to the two that every area has.
    pub professions: Vec<Named>,
    /// The arcs in the order of the framework, and behind them those that it does not know.
    pub arcs: Vec<ArcHead>,
    /// Who leads an event, by name.
    pub leads: Vec<Named>,
    /// The methods of delivery, by name.
    pub methods: Vec<Named>,
    /// The financial years in which events are held whose dates can be read, each by the year in which it begins.
    pub years: Vec<i32>,
    /// The events, by title.
    pub events: Vec<Line>,
    /// What is said of gaps, by the places of their profession and arc.
    addressed: BTreeMap<(usize, usize), TrainingGap>,
}

/// A word that several events share, however each spells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named {
    /// The word without case and outer spaces.
    pub key: String,
    /// The word as it is spelled most often; of spellings that are equally frequent the first in order.
    pub name: String,
}

/// An arc at the head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArcHead {
    /// The arc.
    pub theme: ThemeId,
    /// Its full name; its id where the framework does not know it.
    pub name: String,
    /// Its name for narrow places.
    pub short: String,
}

/// An event as it is counted: its parts by their places in the lists of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The event.
    pub id: TrainingEventId,
    /// Whom it targets.
    pub professions: Vec<usize>,
    /// The arcs that it serves, those of its practices among them.
    pub arcs: Vec<usize>,
    lead: Option<usize>,
    method: Option<usize>,
    year: Option<i32>,
}

/// The training map of an area: its matrix and its gaps, unfiltered.
pub fn training_map(open: &Workspace, framework: Option<&Framework>) -> TrainingMap {
    let sheet = TrainingSheet::of(open, framework);
    let filter = TrainingFilter::default();
    let matrix = sheet.matrix(&filter);
    let gaps = sheet.gaps(&matrix);
    TrainingMap { sheet, matrix, gaps }
}

impl TrainingSheet {
    /// Lays out the training events of an area.
    pub fn of(open: &Workspace, framework: Option<&Framework>) -> Self {
        let (events, gaps) = (open.training_events(), open.training_gaps());
        let (mut professions, mut leads, mut methods) = (Words::default(), Words::default(), Words::default());
        let area = open.area();
        let own_groups = area.iter().flat_map(|area| &area.staff_groups).filter(|group| group.within.is_some());
        own_groups.for_each(|group| professions.note(&group.name));
        let mut served: BTreeSet<&ThemeId> = BTreeSet::new();
        for (_, gap) in &gaps {
            professions.note(&gap.profession);
            served.insert(&gap.theme);
        }
        for (_, event) in &events {
            event.professions.iter().for_each(|profession| professions.note(profession));
            leads.note(&event.lead);
            methods.note(&event.method);
            served.extend(themes_of(event, framework));
        }
        let (professions, leads, methods) = (professions.named(), leads.named(), methods.named());
        let arcs = arc_heads(framework, &served);
        let arc_at = |theme: &ThemeId| arcs.iter().position(|arc| arc.theme == *theme);
        let lines = events.into_iter().map(|(id, event)| Line {
            id,
            professions: event.professions.iter().filter_map(|profession| place(&professions, profession)).collect(),
            arcs: themes_of(event, framework).into_iter().filter_map(arc_at).collect(),
            lead: place(&leads, &event.lead),
            method: place(&methods, &event.method),
            year: event.day().map(|day| day.year().saturating_sub(i32::from(day.month() < APRIL))),
        });
        let events: Vec<Line> = lines.collect();
        let years: BTreeSet<i32> = events.iter().filter_map(|line| line.year).collect();
        let addressed = gaps
            .into_iter()
            .filter_map(|(_, gap)| Some(((place(&professions, &gap.profession)?, arc_at(&gap.theme)?), gap.clone())));
        let addressed = addressed.collect();
        Self { professions, arcs, leads, methods, years: years.into_iter().collect(), events, addressed }
    }

    /// The name of a profession; empty if there is none at this place.
    pub fn profession(&self, at: usize) -> &str {
        self.professions.get(at).map(|profession| profession.name.as_str()).unwrap_or_default()
    }

    /// The arc at this place.
    pub fn arc(&self, at: usize) -> Option<&ArcHead> {
        self.arcs.get(at)
    }
}

/// The arcs that an event serves, each once: its own and those of its practices.
fn themes_of<'a>(event: &'a TrainingEvent, framework: Option<&'a Framework>) -> BTreeSet<&'a ThemeId> {
    let practices = event.practices.iter().filter_map(|id| Some(&framework?.practice(id)?.theme));
    event.arcs.iter().chain(practices).collect()
}

fn arc_heads(framework: Option<&Framework>, served: &BTreeSet<&ThemeId>) -> Vec<ArcHead> {
    let known = framework.map(|framework| framework.themes.as_slice()).unwrap_or_default();
    let strangers = served.iter().filter(|id| known.iter().all(|theme| theme.id != ***id));
    let known = known.iter().map(|theme| ArcHead {
        theme: theme.id.clone(),
        name: theme.name.clone(),
        short: theme.short.clone(),
    });
    let strangers = strangers.map(|id| ArcHead { theme: (*id).clone(), name: id.to_string(), short: id.to_string() });
    known.chain(strangers).collect()
}

/// The place of a word in a list that is ordered by key.
fn place(list: &[Named], word: &str) -> Option<usize> {
    list.binary_search_by(|named| named.key.as_str().cmp(&word_key(word))).ok()
}

/// Words as they come in, by key, with how often each is spelled how.
#[derive(Default)]
struct Words<'a>(BTreeMap<String, BTreeMap<&'a str, usize>>);

impl<'a> Words<'a> {
    fn note(&mut self, word: &'a str) {
        let word = word.trim();
        if !word.is_empty() {
            let times = self.0.entry(word_key(word)).or_default().entry(word).or_default();
            *times = times.saturating_add(1);
        }
    }

    fn named(self) -> Vec<Named> {
        let most = |spelled: BTreeMap<&str, usize>| {
            // Of equals the last is the greatest, so they are gone through from the end.
            spelled.into_iter().rev().max_by_key(|(_, times)| *times).map(|(word, _)| word.to_owned())
        };
        self.0.into_iter().map(|(key, spelled)| Named { name: most(spelled).unwrap_or_default(), key }).collect()
    }
}

#[cfg(test)]
mod tests;
