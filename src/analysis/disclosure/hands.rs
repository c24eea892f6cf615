//! The rule that keeps shared figures from giving a few people away, whatever is added to or taken from each other.
//!
//! Whoever reads them knows for how many people each stands, and is taken to know which statements each person scored. Then
//! a figure is a sum of unknown scores, each with a known factor, and what can be worked out of all figures is what can be
//! combined of them with factors of any size. The rule: **no combination of the figures depends on what fewer people said
//! than the threshold**, unless it depends on nobody.
//!
//! It is kept by dealing people into as many *hands* as the threshold says, nobody into two. A figure is admitted only if
//! in every hand something of it is left when all that the figures admitted before say of that hand is taken away. So the
//! admitted figures are independent on each hand: a combination of them that is not empty touches somebody in every hand,
//! and with that as many people as there are hands. Figures that follow from admitted ones tell nothing new and are let
//! through. Some that could be shown may be withheld; none is shown that must not be.

use super::field::Residue;
use super::people::{Class, Version};

/// Whose answers to what a figure is made of.
pub(super) struct Row {
    /// In which release of the round's figures it stands, counted from 0.
    pub(super) release: usize,
    /// By sort of people: whether they are among those it is about.
    pub(super) who: Vec<bool>,
    /// By survey, and in the order of a version's `scored`: whether a statement belongs to it.
    pub(super) statements: Vec<Vec<bool>>,
}

/// The figures admitted so far, and the people who protect them.
pub(super) struct Guard<'a> {
    classes: &'a [Class],
    /// By class: how many people are in no hand yet.
    free: Vec<usize>,
    hands: Vec<Hand>,
    rows: Vec<Row>,
}

/// Some people who protect every admitted figure.
#[derive(Default)]
struct Hand {
    /// The classes of its people.
    people: Vec<usize>,
    /// One an admitted figure.
    pivots: Vec<Pivot>,
}

/// One score of one person, and a combination of admitted figures that has it with the factor 1 and none of the scores of
/// the pivots before it.
struct Pivot {
    combination: Combination,
    /// The factor that each admitted figure has it with.
    factors: Vec<Residue>,
    place: Place,
}

/// A score: which class the person is of, which of their versions, which statement.
#[derive(Clone, Copy)]
struct Place {
    class: usize,
    version: usize,
    statement: usize,
}

/// Factors of figures, by their place among the rows; none of them zero.
type Combination = Vec<(usize, Residue)>;

impl<'a> Guard<'a> {
    /// Nothing admitted yet, of these people, with this threshold.
    pub(super) fn new(classes: &'a [Class], threshold: usize) -> Self {
        let hands = (0..threshold).map(|_| Hand::default()).collect();
        Self { classes, free: classes.iter().map(|class| class.people).collect(), hands, rows: Vec::new() }
    }

    /// Whether a figure may be shown beside all that were admitted before; from then on it is one of them.
    pub(super) fn admits(&mut self, row: Row) -> bool {
        let at = self.rows.len();
        self.rows.push(row);
        let mut free = self.free.clone();
        let mut found = Vec::with_capacity(self.hands.len());
        for hand in &self.hands {
            let left = self.left_in(hand, at);
            let Some((place, factor)) = self.touched(hand, &left, &free) else {
                // Nobody is left for this hand. What is left of the figure may depend on nobody at all: it follows from the
                // others then.
                let follows = (0..self.classes.len()).all(|class| self.touched_in(class, &left).is_none());
                self.rows.pop();
                return follows;
            };
            if !hand.people.contains(&place.class)
                && let Some(free) = free.get_mut(place.class)
            {
                *free = free.saturating_sub(1);
            }
            let share = factor.inverse();
            let combination = left.into_iter().map(|(row, factor)| (row, factor.times(share))).collect();
            found.push((place, combination));
        }
        self.free = free;
        self.keep(found);
        true
    }

    /// What is left of the last row when all that the admitted ones say of a hand is taken away.
    fn left_in(&self, hand: &Hand, at: usize) -> Combination {
        let mut left = vec![Residue::default(); at.saturating_add(1)];
        if let Some(last) = left.last_mut() {
            *last = Residue::ONE;
        }
        let row = self.rows.last();
        for pivot in &hand.pivots {
            let own = row.map(|row| self.factor(row, pivot.place)).unwrap_or_default();
            let of_others = left.iter().zip(&pivot.factors).map(|(left, factor)| left.times(*factor));
            let factor = of_others.fold(own, Residue::plus);
            if factor.is_zero() {
                continue;
            }
            for (row, share) in &pivot.combination {
                if let Some(left) = left.get_mut(*row) {
                    *left = left.minus(factor.times(*share));
                }
            }
        }
        left.into_iter().enumerate().filter(|(_, factor)| !factor.is_zero()).collect()
    }

    /// A score that a combination depends on, of somebody in a hand or of somebody who is in none; with its factor.
    fn touched(&self, hand: &Hand, left: &Combination, free: &[usize]) -> Option<(Place, Residue)> {
        let in_none = free.iter().enumerate().filter(|(_, free)| **free > 0).map(|(class, _)| class);
        hand.people.iter().copied().chain(in_none).find_map(|class| self.touched_in(class, left))
    }

    /// A score that a combination depends on of people of a class.
    fn touched_in(&self, class: usize, left: &Combination) -> Option<(Place, Residue)> {
        let mut factors = Vec::new();
        self.classes.get(class)?.versions.iter().enumerate().find_map(|(at, version)| {
            factors.clear();
            factors.resize(version.scored.len(), Residue::default());
            for (row, share) in left {
                let Some((row, weight)) = self.rows.get(*row).and_then(|row| Some((row, row.weight(version)?))) else {
                    continue;
                };
                let share = share.times(weight);
                for (factor, _) in factors.iter_mut().zip(row.of(version)).filter(|(_, scored)| *scored) {
                    *factor = factor.plus(share);
                }
            }
            let statement = factors.iter().position(|factor| !factor.is_zero())?;
            Some((Place { class, version: at, statement }, *factors.get(statement)?))
        })
    }

    /// The factor that a row has a score with.
    fn factor(&self, row: &Row, place: Place) -> Residue {
        let version = self.classes.get(place.class).and_then(|class| class.versions.get(place.version));
        let factor = version.and_then(|version| {
            let has = row.of(version).nth(place.statement)?;
            if has { row.weight(version) } else { None }
        });
        factor.unwrap_or_default()
    }

    /// Makes the last row one of the admitted, protected in each hand by what was found there.
    fn keep(&mut self, found: Vec<(Place, Combination)>) {
        let mut hands = std::mem::take(&mut self.hands);
        for (hand, (place, combination)) in hands.iter_mut().zip(found) {
            for pivot in &mut hand.pivots {
                pivot.factors.extend(self.rows.last().map(|row| self.factor(row, pivot.place)));
            }
            let factors = self.rows.iter().map(|row| self.factor(row, place)).collect();
            hand.pivots.push(Pivot { combination, factors, place });
            if !hand.people.contains(&place.class) {
                hand.people.push(place.class);
            }
        }
        self.hands = hands;
    }
}

impl Row {
    /// The factor that each score of a version that belongs to the figure has in it: a person counts with the mean of
    /// theirs. `None` if the version has none in it.
    fn weight(&self, version: &Version) -> Option<Residue> {
        let counts = version.stands_in(self.release) && self.who.get(version.sort).copied().unwrap_or(false);
        let count = if counts { self.of(version).filter(|scored| *scored).count() } else { 0 };
        (count > 0).then(|| Residue::one_of(count))
    }

    /// Which scores of a version belong to the figure.
    fn of(&self, version: &Version) -> impl Iterator<Item = bool> {
        let belong = self.statements.get(version.survey).map(Vec::as_slice).unwrap_or_default();
        belong.iter().zip(&version.scored).map(|(belongs, scored)| *belongs && *scored)
    }
}
