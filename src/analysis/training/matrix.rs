//! How many events serve each profession in each arc, and the cells that are gaps.

use super::filter::Placed;
use super::{ArcHead, Line, Named, TrainingFilter, TrainingSheet};
use crate::domain::ids::{TrainingEventId, TrainingGapId};
use crate::domain::training::{TrainingGap, training_gap_id};

/// Counts of events, a row a profession and a column an arc.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingMatrix {
    /// The arcs that are shown, by their places in the sheet.
    pub arcs: Vec<usize>,
    /// The professions that are shown.
    pub rows: Vec<MatrixRow>,
    /// For each arc that is shown: how many events serve it, whomever they target.
    pub by_arc: Vec<usize>,
    /// How many events there are.
    pub events: usize,
    /// How many of them name no profession.
    pub without_profession: usize,
    /// How many of them serve no arc.
    pub without_arc: usize,
}

/// A profession with what serves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Its place in the sheet.
    pub profession: usize,
    /// For each arc that is shown: how many events serve the profession in it.
    pub cells: Vec<usize>,
    /// How many events target it, whatever they serve.
    pub events: usize,
}

/// A cell that nobody serves, or of which somebody said how too little is addressed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Gap {
    /// The place of its profession in the sheet.
    pub profession: usize,
    /// The place of its arc in the sheet.
    pub arc: usize,
    /// How many events serve it.
    pub events: usize,
    /// What is said of how it is addressed, if anything.
    pub addressed: Option<TrainingGap>,
}

impl TrainingSheet {
    /// The events that pass a filter, by title.
    pub fn passing<'a>(&'a self, filter: &TrainingFilter) -> impl Iterator<Item = &'a Line> + use<'a> {
        let placed = Placed::of(filter, self);
        self.events.iter().filter(move |line| placed.passes(line))
    }

    /// How many events that pass a filter serve each cell. A profession or an arc that is filtered by stands alone.
    pub fn matrix(&self, filter: &TrainingFilter) -> TrainingMatrix {
        let placed = Placed::of(filter, self);
        let width = self.arcs.len();
        let mut cells = vec![0_usize; self.professions.len().saturating_mul(width)];
        let (mut by_profession, mut by_arc) = (vec![0_usize; self.professions.len()], vec![0_usize; width]);
        let mut matrix = TrainingMatrix::default();
        for line in self.events.iter().filter(|line| placed.passes(line)) {
            add_one(Some(&mut matrix.events));
            if line.professions.is_empty() {
                add_one(Some(&mut matrix.without_profession));
            }
            if line.arcs.is_empty() {
                add_one(Some(&mut matrix.without_arc));
            }
            for arc in &line.arcs {
                add_one(by_arc.get_mut(*arc));
            }
            for profession in &line.professions {
                add_one(by_profession.get_mut(*profession));
                let row = profession.saturating_mul(width);
                line.arcs.iter().for_each(|arc| add_one(cells.get_mut(row.saturating_add(*arc))));
            }
        }
        let shown = |only: Option<usize>, count: usize| match only {
            Some(at) => vec![at],
            None => (0..count).collect(),
        };
        matrix.arcs = shown(placed.arc, width);
        matrix.by_arc = matrix.arcs.iter().filter_map(|arc| by_arc.get(*arc)).copied().collect();
        let row = |profession: usize| {
            let start = profession.saturating_mul(width);
            let all = cells.get(start..start.saturating_add(width)).unwrap_or_default();
            MatrixRow {
                profession,
                cells: matrix.arcs.iter().filter_map(|arc| all.get(*arc)).copied().collect(),
                events: by_profession.get(profession).copied().unwrap_or_default(),
            }
        };
        let rows = shown(placed.profession, self.professions.len()).into_iter().map(row).collect();
        TrainingMatrix { rows, ..matrix }
    }

    /// The cells of a matrix that are gaps: those that nobody serves, and behind them those that are served of which somebody
    /// said how too little is addressed. First comes what is served least: the fewer events its arc and its profession have
    /// together, the sooner. Where they are as many, the order is that of the arcs and then of the professions.
    pub fn gaps(&self, matrix: &TrainingMatrix) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for row in &matrix.rows {
            for ((arc, events), of_arc) in matrix.arcs.iter().zip(&row.cells).zip(&matrix.by_arc) {
                let addressed = self.addressed.get(&(row.profession, *arc));
                if *events == 0 || addressed.is_some() {
                    let gap =
                        Gap { profession: row.profession, arc: *arc, events: *events, addressed: addressed.cloned() };
                    gaps.push((*events > 0, row.events.saturating_add(*of_arc), gap));
                }
            }
        }
        gaps.sort_by_key(|(is_served, served, gap)| (*is_served, *served, gap.arc, gap.profession));
        gaps.into_iter().map(|(_, _, gap)| gap).collect()
    }

    /// What is said of how a gap is addressed.
    pub fn addressed(&self, profession: usize, arc: usize) -> Option<&TrainingGap> {
        self.addressed.get(&(profession, arc))
    }

    /// The profession and the arc, by their places, of the gap of this id; `None` if no cell of the map has it.
    pub fn find(&self, id: TrainingGapId) -> Option<(usize, usize)> {
        let cells = |(at, profession): (usize, &'_ Named)| {
            let has_id = |arc: &ArcHead| training_gap_id(&profession.key, &arc.theme) == id;
            self.arcs.iter().position(has_id).map(|arc| (at, arc))
        };
        self.professions.iter().enumerate().find_map(cells)
    }

    /// The id of the gap of a profession in an arc; `None` if the sheet has no such place.
    pub fn gap_id(&self, profession: usize, arc: usize) -> Option<TrainingGapId> {
        Some(training_gap_id(&self.professions.get(profession)?.key, &self.arcs.get(arc)?.theme))
    }

    /// The events that serve a profession in an arc, by title.
    pub fn serving(&self, profession: usize, arc: usize) -> Vec<TrainingEventId> {
        let serves = |line: &&Line| line.professions.contains(&profession) && line.arcs.contains(&arc);
        self.events.iter().filter(serves).map(|line| line.id).collect()
    }
}

fn add_one(count: Option<&mut usize>) {
    if let Some(count) = count {
        *count = count.saturating_add(1);
    }
}
