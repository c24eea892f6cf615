//! What the sample's tables sorted at a conference in December 2009: the outcomes exercise, five tables on screens and one on paper.

use std::collections::BTreeMap;

use super::dice::Dice;
use super::{day, recorded};
use crate::domain::exercise::{CardGroup, Cell, Exercise, Made, Sort, TableSheet, Whose};
use crate::domain::ids::{ExerciseId, SheetId};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, EditError, Workspace};

/// The seed of the conference. It has one of its own, so that nothing else of the sample depends on it.
const SEED: u64 = 0x2009_1204_c0f3_4e11;

/// How likely each group's cards look good, and how likely they are looking good or underway, in percent; the rest is not really
/// happening yet.
const LIKELY: [(u32, u32); 5] = [(55, 97), (35, 78), (32, 90), (36, 96), (20, 74)];

/// Holds the exercise.
pub(super) fn hold(sample: &mut Workspace, sort: Sort) -> Result<Vec<Edit>, EditError> {
    let mut dice = Dice::new(SEED);
    let on = day(2009, 12, 4);
    let id = ExerciseId(dice.id());
    let leanings: Vec<u32> = sort.cards().map(|_| dice.below(50)).collect();
    let exercise = Exercise {
        title: "Conference on the children\u{2019}s workforce".to_owned(),
        on,
        cards: Whose::Outcomes,
        sort: sort.clone(),
        readings: BTreeMap::new(),
        rest: Rest::new(),
    };
    let mut edits = vec![sample.set_exercise(id, exercise)];
    for table in 1..=6_u32 {
        let (made, name) = match table {
            6 => (Made::Typed, "Table 6 (on paper)".to_owned()),
            _ => (Made::Sorted, format!("Table {table}")),
        };
        let mut sheet = TableSheet { table: name, ..TableSheet::blank(id, made, recorded(on)) };
        for ((group, likely), first) in sort.groups.iter().zip(LIKELY).zip(firsts(&sort.groups)) {
            for (card, leaning) in group.cards.iter().zip(leanings.iter().skip(first)) {
                let times = match dice.below(100) {
                    0..8 => 0,
                    8..13 => 2,
                    _ => 1,
                };
                for _ in 0..times {
                    // Half of it is the card's own, so that tables agree more often than by chance.
                    let thrown = (leaning * 2 + dice.below(100)) / 2;
                    let at = usize::from(thrown >= likely.0) + usize::from(thrown >= likely.1);
                    if let Some(column) = sort.columns.get(at) {
                        let cell = Cell { group: group.id.clone(), column: column.id.clone() };
                        sheet.cells.entry(cell).or_default().push(card.code.as_str().to_owned());
                    }
                }
            }
        }
        if made == Made::Typed
            && let Some((cell, _)) = sheet.cells.clone().last_key_value()
        {
            // A slip of the pen, as there is on every sheet of paper.
            sheet.cells.entry(cell.clone()).or_default().push("4.2.".to_owned());
        }
        edits.push(sample.set_sheet(SheetId(dice.id()), sheet)?);
    }
    Ok(edits)
}

/// The place of the first card of each group among all cards.
fn firsts(groups: &[CardGroup]) -> impl Iterator<Item = usize> {
    groups.iter().scan(0_usize, |next, group| {
        let first = *next;
        *next = next.saturating_add(group.cards.len());
        Some(first)
    })
}
