//! What the tables of an exercise placed where, as tables of figures.

use super::document::Table;
use super::words;
use crate::analysis::tally::{CardTally, Spread, Tally};

/// What stands for a figure where nothing was placed.
const NOTHING: &str = "\u{2013}";

/// The combined result: the columns of the exercise as rows, its groups side by side, counts with their percentages.
pub fn combined(tally: &Tally, caption: &str) -> Table {
    let named: Vec<_> = tally.groups.iter().filter(|group| !group.name.is_empty()).collect();
    let has_faulty = !tally.faulty.is_empty();
    let spreads: Vec<&Spread> = named.iter().map(|group| &group.spread).chain([&tally.all]).collect();
    let head = ["Placed under".to_owned()].into_iter().chain(named.iter().map(|group| group.name.clone()));
    let head = head.chain(["All".to_owned()]).chain(has_faulty.then(|| "As written".to_owned()));
    let row = |(at, name): (usize, &String)| {
        let figures = spreads.iter().map(|spread| figure(spread, at));
        let written = has_faulty.then(|| tally.written.get(at).copied().unwrap_or_default().to_string());
        [name.clone()].into_iter().chain(figures).chain(written).collect()
    };
    let written = tally.written.iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
    let totals = spreads.iter().map(|spread| spread.n().to_string()).chain(has_faulty.then(|| written.to_string()));
    let total = ["Placements".to_owned()].into_iter().chain(totals).collect();
    let rows = tally.columns.iter().enumerate().map(|(at, name)| row((at, name))).chain([total]).collect();
    Table { caption: caption.to_owned(), head: head.collect(), names: 0, rows }
}

/// Each card: how often it was placed in each column, and how many tables placed it alike.
pub fn by_card(tally: &Tally, caption: &str) -> Table {
    let head = ["Card".to_owned()].into_iter().chain(tally.columns.iter().cloned());
    let head = head.chain(["Tables that placed it alike".to_owned()]).collect();
    let row = |card: &CardTally| {
        let figures = (0..tally.columns.len()).map(|at| figure(&card.spread, at));
        let name = format!("{} {}", card.code.as_str(), card.words);
        [name].into_iter().chain(figures).chain([alike(card)]).collect()
    };
    let rows = tally.groups.iter().flat_map(|group| &group.cards).map(row).collect();
    Table { caption: caption.to_owned(), head, names: 0, rows }
}

/// How many tables placed a card alike, such as "3 of 4".
pub fn alike(card: &CardTally) -> String {
    match card.tables {
        0 => NOTHING.to_owned(),
        tables => format!("{} of {tables}", card.alike),
    }
}

/// A count with its percentage, such as "17 (31%)".
pub fn figure(spread: &Spread, at: usize) -> String {
    let count = spread.counts.get(at).copied().unwrap_or_default();
    let share = spread.percentages.get(at).copied().unwrap_or_default();
    if spread.n() == 0 { NOTHING.to_owned() } else { format!("{count} ({share}%)") }
}

/// How many sheets and placements the figures are of, and what was left out.
pub fn basis(tally: &Tally) -> String {
    if tally.sheets == 0 {
        return "No table\u{2019}s sheet is here yet.".to_owned();
    }
    let sheets = words::count(tally.sheets, "sheet", "sheets");
    let placed = words::count(tally.all.n(), "placement", "placements");
    let left_out = match tally.left_out() {
        0 => String::new(),
        1 => " 1 code that is not in the key is left out until somebody says how it is read.".to_owned(),
        many => format!(" {many} codes that are not in the key are left out until somebody says how they are read."),
    };
    format!("{placed} on {sheets}.{left_out} Percentages are rounded so that they add up to 100.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tally::tests::printed_tally;

    #[test]
    fn the_combined_result_of_december_2009_reads_as_it_was_published() {
        let table = combined(&printed_tally(), "Combined result");
        assert_eq!(
            table.head,
            [
                "Placed under",
                "Stay safe",
                "Be healthy",
                "Enjoy and achieve",
                "Make a positive contribution",
                "Achieve economic well-being",
                "All",
                "As written"
            ]
        );
        assert_eq!(
            table.rows[0],
            ["Looking good", "7 (47%)", "3 (27%)", "2 (18%)", "3 (33%)", "2 (22%)", "17 (31%)", "18"]
        );
        assert_eq!(table.rows[2][6..], ["6 (11%)", "6"]);
        assert_eq!(table.rows[3], ["Placements", "15", "11", "11", "9", "9", "55", "57"]);
        assert_eq!(
            basis(&printed_tally()),
            "55 placements on 1 sheet. 2 codes that are not in the key are left out until somebody says how they are read. Percentages are rounded so that they add up to 100."
        );
    }
}
