//! What the tables of an exercise placed where, counted together: by column, by group and by card, and where they agree.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::percentages::percentages;
use crate::domain::exercise::{CardCode, Cell, Exercise, Reading, TableSheet};
use crate::domain::ids::{ColumnId, ExerciseId, SheetId};
use crate::domain::workspace::Workspace;

/// The sheets of an exercise, counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What the exercise is called.
    pub title: String,
    /// The day of the exercise.
    pub on: NaiveDate,
    /// The columns, in order.
    pub columns: Vec<String>,
    /// How many sheets there are.
    pub sheets: usize,
    /// All placements of cards.
    pub all: Spread,
    /// All that was written, by column: with what is no card.
    pub written: Vec<usize>,
    /// By group, in order.
    pub groups: Vec<GroupTally>,
    /// What was written that is no card, or is read as one because a person said so.
    pub faulty: Vec<Faulty>,
    /// Cards that were written in the cell of another group. They count in their own.
    pub elsewhere: Vec<Elsewhere>,
}

/// Counts by column, in the order of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// How many placements.
    pub counts: Vec<usize>,
    /// The same as whole percentages, which add up to 100; all 0 where nothing was placed.
    pub percentages: Vec<usize>,
}

/// A group of cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTally {
    /// Its name.
    pub name: String,
    /// The placements of its cards.
    pub spread: Spread,
    /// Its cards, in order.
    pub cards: Vec<CardTally>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardTally {
    /// What it is called for short.
    pub code: CardCode,
    /// What it says.
    pub words: String,
    /// Its placements.
    pub spread: Spread,
    /// How many tables placed it.
    pub tables: usize,
    /// How many of them placed it alike: in the column that most of them chose.
    pub alike: usize,
}

/// Something written that is the code of no card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// On which sheet.
    pub sheet: SheetId,
    /// The name of its table.
    pub table: String,
    /// The name of the group in whose cell it stands.
    pub group: String,
    /// The name of the column.
    pub column: String,
    /// What was written.
    pub written: String,
    /// The card that it looks like.
    pub like: Option<CardCode>,
    /// The card that it is read as, because a person said so. It then counts.
    pub read_as: Option<CardCode>,
}

/// A card that was written in the cell of another group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The name of the table.
    pub table: String,
    /// The card.
    pub code: CardCode,
    /// The name of the group in whose cell it stands.
    pub stands_in: String,
    /// The name of the group that it belongs to.
    pub belongs_to: String,
}

/// The tally of an exercise; `None` if it is not here.
pub fn of_exercise(open: &Workspace, id: ExerciseId) -> Option<Tally> {
    Some(Tally::of(open.exercise(id)?, &open.sheets(id)))
}

impl Spread {
    /// How many placements there are.
    pub fn n(&self) -> usize {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    fn of(counts: Vec<usize>) -> Self {
        Self { percentages: percentages(&counts), counts }
    }

    fn sum<'a>(parts: impl Iterator<Item = &'a Self>, columns: usize) -> Self {
        let mut counts = vec![0; columns];
        for part in parts {
            for (sum, count) in counts.iter_mut().zip(&part.counts) {
                *sum = count.saturating_add(*sum);
            }
        }
        Self::of(counts)
    }
}

impl Tally {
    /// Counts these sheets of an exercise.
    pub fn of(exercise: &Exercise, sheets: &[(SheetId, &TableSheet)]) -> Self {
        let sort = &exercise.sort;
        let columns = sort.columns.len();
        let mut found = Found::default();
        for (id, sheet) in sheets {
            found.look_at(exercise, *id, sheet);
        }
        let groups: Vec<GroupTally> = sort
            .groups
            .iter()
            .map(|group| {
                let cards: Vec<CardTally> = group
                    .cards
                    .iter()
                    .map(|card| {
                        let placed = found.placed.get(&card.code);
                        let of = |column: &ColumnId| placed.and_then(|placed| placed.get(column));
                        let counts = sort.columns.iter().map(|column| of(&column.id).map_or(0, |votes| votes.count));
                        let tables_in = sort.columns.iter().map(|one| of(&one.id).map_or(0, |votes| votes.by.len()));
                        let tables: BTreeSet<SheetId> =
                            placed.into_iter().flatten().flat_map(|(_, votes)| votes.by.iter().copied()).collect();
                        CardTally {
                            code: card.code.clone(),
                            words: card.words.clone(),
                            spread: Spread::of(counts.collect()),
                            tables: tables.len(),
                            alike: tables_in.max().unwrap_or_default(),
                        }
                    })
                    .collect();
                let spread = Spread::sum(cards.iter().map(|card| &card.spread), columns);
                GroupTally { name: group.name.clone(), spread, cards }
            })
            .collect();
        let written = sort.columns.iter().map(|column| found.written.get(&column.id).copied().unwrap_or_default());
        Self {
            title: exercise.title.clone(),
            on: exercise.on,
            columns: sort.columns.iter().map(|column| column.name.clone()).collect(),
            sheets: sheets.len(),
            all: Spread::sum(groups.iter().map(|group| &group.spread), columns),
            written: written.collect(),
            groups,
            faulty: found.faulty,
            elsewhere: found.elsewhere,
        }
    }

    /// How many things were written that count nowhere.
    pub fn left_out(&self) -> usize {
        self.faulty.iter().filter(|one| one.read_as.is_none()).count()
    }

    /// The cards that at least two tables placed, with those first on which the larger share of the tables agree.
    pub fn by_agreement(&self) -> Vec<&CardTally> {
        let cards = self.groups.iter().flat_map(|group| &group.cards);
        let mut shared: Vec<&CardTally> = cards.filter(|card| card.tables >= 2).collect();
        shared.sort_by(|one, other| {
            let cross = |a: &CardTally, b: &CardTally| a.alike.saturating_mul(b.tables);
            cross(other, one).cmp(&cross(one, other)).then(other.tables.cmp(&one.tables))
        });
        shared
    }
}

/// What was found on the sheets so far.
#[derive(Default)]
struct Found {
    placed: BTreeMap<CardCode, BTreeMap<ColumnId, Votes>>,
    written: BTreeMap<ColumnId, usize>,
    faulty: Vec<Faulty>,
    elsewhere: Vec<Elsewhere>,
}

/// The votes for a card in a column.
#[derive(Default)]
struct Votes {
    count: usize,
    by: BTreeSet<SheetId>,
}

impl Found {
    fn look_at(&mut self, exercise: &Exercise, id: SheetId, sheet: &TableSheet) {
        // In the order of the grid, as a person reads it.
        for column in &exercise.sort.columns {
            for group in &exercise.sort.groups {
                let cell = Cell { group: group.id.clone(), column: column.id.clone() };
                for written in sheet.cells.get(&cell).into_iter().flatten() {
                    let count = self.written.entry(column.id.clone()).or_default();
                    *count = count.saturating_add(1);
                    let (card, like) = match exercise.read(written) {
                        Reading::Card(of, card) => {
                            if of.id != group.id {
                                self.elsewhere.push(Elsewhere {
                                    table: sheet.table.clone(),
                                    code: card.code.clone(),
                                    stands_in: group.name.clone(),
                                    belongs_to: of.name.clone(),
                                });
                            }
                            self.vote(id, card.code.clone(), &column.id);
                            continue;
                        }
                        Reading::Accepted(_, card) => (Some(card.code.clone()), None),
                        Reading::Like(card) => (None, Some(card.code.clone())),
                        Reading::Unknown => (None, None),
                    };
                    if let Some(code) = &card {
                        self.vote(id, code.clone(), &column.id);
                    }
                    self.faulty.push(Faulty {
                        sheet: id,
                        table: sheet.table.clone(),
                        group: group.name.clone(),
                        column: column.name.clone(),
                        written: written.clone(),
                        like,
                        read_as: card,
                    });
                }
            }
        }
    }

    fn vote(&mut self, sheet: SheetId, code: CardCode, column: &ColumnId) {
        let votes = self.placed.entry(code).or_default().entry(column.clone()).or_default();
        votes.count = votes.count.saturating_add(1);
        votes.by.insert(sheet);
    }
}

#[cfg(test)]
pub(crate) mod tests;
