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

use std::collections::BTreeMap;

use super::field::Residue;
use super::people::{Class, Version};

/// Whose answers to what a figure is made of.
pub(super) struct Row {
    /// In which release of the round's figures it stands, counted from 0.
    pub(super) release: usize,
    /// By sort of people: whether they are among those it is about.
    pub(super) who: Vec<bool>,
    /// By survey, and in the order of a version's `scored`: whether a statement belongs to it.
    pub(super) statements: Statements,
}

/// By survey, and in the order of a version's `scored`: some statements.
type Statements = Vec<Vec<bool>>;

/// The figures admitted so far, and the people who protect them.
pub(super) struct Guard<'a> {
    classes: &'a [Class],
    /// By class: how many people are in no hand yet.
    free: Vec<usize>,
    hands: Vec<Hand>,
    rows: Vec<Row>,
    /// By row: which of `means` it is made of.
    of: Vec<usize>,
    /// What people's means are taken over, each once.
    means: Vec<Statements>,
    /// One part of each number of scores.
    parts: Vec<Residue>,
    /// One version of each kind that counts in the same figures as another.
    kinds: Vec<&'a Version>,
    /// By class and version: of which kind it is.
    kind_of: Vec<Vec<usize>>,
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
        let free = classes.iter().map(|class| class.people).collect();
        let most = classes.iter().flat_map(|class| &class.versions).map(|version| version.scored.len()).max();
        let parts = (0..=most.unwrap_or_default()).map(Residue::one_of).collect();
        let (mut kinds, mut known) = (Vec::new(), BTreeMap::new());
        let mut kind = |version: &'a Version| {
            *known.entry(version.seen()).or_insert_with(|| {
                kinds.push(version);
                kinds.len().saturating_sub(1)
            })
        };
        let kind_of = classes.iter().map(|class| class.versions.iter().map(&mut kind).collect()).collect();
        Self { classes, free, hands, rows: Vec::new(), of: Vec::new(), means: Vec::new(), parts, kinds, kind_of }
    }

    /// Whether a figure may be shown beside all that were admitted before; from then on it is one of them.
    pub(super) fn admits(&mut self, row: Row) -> bool {
        let at = self.rows.len();
        let known = self.means.iter().position(|statements| *statements == row.statements);
        self.of.push(known.unwrap_or(self.means.len()));
        if known.is_none() {
            self.means.push(row.statements.clone());
        }
        self.rows.push(row);
        let mut free = self.free.clone();
        let mut found = Vec::with_capacity(self.hands.len());
        for hand in &self.hands {
            let left = Left::new(self, self.left_in(hand, at));
            let in_none = free.iter().enumerate().filter(|(_, free)| **free > 0).map(|(class, _)| class);
            let touched = hand.people.iter().copied().chain(in_none).find_map(|class| left.in_class(class));
            let Some((place, factor)) = touched else {
                // Nobody is left for this hand. What is left of the figure may depend on nobody at all: it follows from the
                // others then.
                let follows = (0..self.classes.len()).all(|class| left.in_class(class).is_none());
                self.rows.pop();
                self.of.pop();
                return follows;
            };
            if !hand.people.contains(&place.class)
                && let Some(free) = free.get_mut(place.class)
            {
                *free = free.saturating_sub(1);
            }
            let share = factor.inverse();
            let combination = left.combination.into_iter().map(|(row, factor)| (row, factor.times(share))).collect();
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
        for pivot in &hand.pivots {
            let own = self.factor(at, pivot.place);
            let of_others = left.iter().zip(&pivot.factors).filter(|(left, _)| !left.is_zero());
            let factor = of_others.fold(own, |sum, (left, factor)| sum.plus(left.times(*factor)));
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

    /// The factor that a row has a score with.
    fn factor(&self, row: usize, place: Place) -> Residue {
        let factor = || {
            let version = self.classes.get(place.class)?.versions.get(place.version)?;
            let statements = self.statements(*self.of.get(row)?, version);
            let has = *statements.get(place.statement)? && self.rows.get(row)?.counts(version);
            has.then(|| self.weight(statements, version)).flatten()
        };
        factor().unwrap_or_default()
    }

    /// The statements that a mean is taken over, as they stand in the survey of a version.
    fn statements(&self, mean: usize, version: &Version) -> &[bool] {
        self.means.get(mean).and_then(|mean| mean.get(version.survey)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The factor that each score of a version has in the mean over some statements; `None` if it has none of them.
    fn weight(&self, statements: &[bool], version: &Version) -> Option<Residue> {
        let count = statements.iter().zip(&version.scored).filter(|(belongs, scored)| **belongs && **scored).count();
        if count > 0 { self.parts.get(count).copied() } else { None }
    }

    /// Makes the last row one of the admitted, protected in each hand by what was found there.
    fn keep(&mut self, found: Vec<(Place, Combination)>) {
        let mut hands = std::mem::take(&mut self.hands);
        let last = self.rows.len().saturating_sub(1);
        for (hand, (place, combination)) in hands.iter_mut().zip(found) {
            for pivot in &mut hand.pivots {
                pivot.factors.push(self.factor(last, pivot.place));
            }
            let factors = (0..=last).map(|row| self.factor(row, place)).collect();
            hand.pivots.push(Pivot { combination, factors, place });
            if !hand.people.contains(&place.class) {
                hand.people.push(place.class);
            }
        }
        self.hands = hands;
    }
}

/// What is left of a figure, and what it comes to for each kind of people: for most of them nothing.
struct Left<'g, 'a> {
    guard: &'g Guard<'a>,
    combination: Combination,
    /// By kind: the factor of each mean, if it is not zero.
    by_kind: Vec<Vec<(usize, Residue)>>,
}

impl<'g, 'a> Left<'g, 'a> {
    fn new(guard: &'g Guard<'a>, combination: Combination) -> Self {
        let by_kind = guard.kinds.iter().map(|version| means_of(guard, &combination, version)).collect();
        Self { guard, combination, by_kind }
    }

    /// A score of the people of a class that it depends on, with its factor.
    fn in_class(&self, class: usize) -> Option<(Place, Residue)> {
        let guard = self.guard;
        let kinds = guard.kind_of.get(class)?.iter().map(|kind| self.by_kind.get(*kind)).enumerate();
        kinds.filter_map(|(at, means)| Some((at, means.filter(|means| !means.is_empty())?))).find_map(|(at, means)| {
            let version = guard.classes.get(class)?.versions.get(at)?;
            let mut factors = vec![Residue::default(); version.scored.len()];
            for (mean, share) in means {
                let statements = guard.statements(*mean, version);
                let Some(weight) = guard.weight(statements, version) else { continue };
                let share = share.times(weight);
                let both = statements.iter().zip(&version.scored).map(|(belongs, scored)| *belongs && *scored);
                for (factor, _) in factors.iter_mut().zip(both).filter(|(_, counts)| *counts) {
                    *factor = factor.plus(share);
                }
            }
            let statement = factors.iter().position(|factor| !factor.is_zero())?;
            Some((Place { class, version: at, statement }, *factors.get(statement)?))
        })
    }
}

/// The factors with which a combination has the means of people who are seen as a version is; none of them zero.
fn means_of(guard: &Guard<'_>, combination: &Combination, version: &Version) -> Vec<(usize, Residue)> {
    let mut means: BTreeMap<usize, Residue> = BTreeMap::new();
    for (row, share) in combination {
        if guard.rows.get(*row).is_some_and(|row| row.counts(version))
            && let Some(mean) = guard.of.get(*row)
        {
            let factor = means.entry(*mean).or_default();
            *factor = factor.plus(*share);
        }
    }
    means.into_iter().filter(|(_, factor)| !factor.is_zero()).collect()
}

impl Row {
    /// Whether what this is about includes whoever said a version.
    fn counts(&self, version: &Version) -> bool {
        version.stands_in(self.release) && self.who.get(version.sort).copied().unwrap_or(false)
    }
}
