//! The result of an exercise as a hall sees it, slide by slide: the whole, each group, and where tables agree.

use super::document::Table;
use super::exercise::{alike, combined, figure};
use super::words;
use crate::analysis::tally::{CardTally, Tally};

/// How many cards a slide shows: each may take two lines of large type.
const MOST_CARDS: usize = 6;

/// A slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// What it shows.
    pub heading: String,
    /// What stands on it.
    pub shows: Shows,
}

/// What stands on a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Each column with its share of all placements.
    Shares(Vec<Share>),
    /// Figures.
    Figures(Table),
    /// Words, while there is nothing to count.
    Words(String),
}

/// The share of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The name of the column.
    pub name: String,
    /// How many placements.
    pub count: usize,
    /// The same as a whole percentage.
    pub percentage: usize,
}

/// The slides of a tally. There is always one.
pub fn slides(tally: &Tally) -> Vec<Slide> {
    if tally.all.n() == 0 {
        let words = "Nothing has been placed yet.".to_owned();
        return vec![Slide { heading: tally.title.clone(), shows: Shows::Words(words) }];
    }
    let share = |(at, name): (usize, &String)| Share {
        name: name.clone(),
        count: tally.all.counts.get(at).copied().unwrap_or_default(),
        percentage: tally.all.percentages.get(at).copied().unwrap_or_default(),
    };
    let placements = words::count(tally.all.n(), "placement", "placements");
    let sheets = words::count(tally.sheets, "sheet", "sheets");
    let whole = Slide {
        heading: format!("{placements} on {sheets}"),
        shows: Shows::Shares(tally.columns.iter().enumerate().map(share).collect()),
    };
    let is_grouped = tally.groups.len() > 1;
    let by_group = is_grouped.then(|| {
        // The hall needs no note of what was miswritten.
        let table = combined(&Tally { faulty: Vec::new(), ..tally.clone() }, "");
        Slide { heading: "Group by group".to_owned(), shows: Shows::Figures(table) }
    });
    let cards = tally.groups.iter().flat_map(|group| {
        let all = group.cards.chunks(MOST_CARDS);
        let name = if group.name.is_empty() { tally.title.clone() } else { group.name.clone() };
        all.map(move |cards| Slide { heading: name.clone(), shows: Shows::Figures(placed(tally, cards)) })
    });
    [whole].into_iter().chain(by_group).chain(cards).chain(agreement(tally)).collect()
}

/// Where each card was placed.
fn placed(tally: &Tally, cards: &[CardTally]) -> Table {
    let head = ["Card".to_owned()].into_iter().chain(tally.columns.iter().cloned()).collect();
    let row = |card: &CardTally| {
        let figures = (0..tally.columns.len()).map(|at| figure(&card.spread, at));
        [name(card)].into_iter().chain(figures).collect()
    };
    Table { caption: String::new(), head, names: 0, rows: cards.iter().map(row).collect() }
}

/// Where tables agree most and where they differ most, once two of them placed the same card.
fn agreement(tally: &Tally) -> Vec<Slide> {
    let shared = tally.by_agreement();
    let (alike_all, differing): (Vec<&CardTally>, Vec<&CardTally>) =
        shared.into_iter().partition(|card| card.alike == card.tables);
    let slide = |heading: &str, cards: Vec<&CardTally>| {
        let rows = cards.into_iter().take(MOST_CARDS).map(|card| vec![name(card), alike(card)]).collect::<Vec<_>>();
        let head = vec!["Card".to_owned(), "Tables alike".to_owned()];
        let table = Table { caption: String::new(), head, names: 0, rows };
        (!table.rows.is_empty()).then(|| Slide { heading: heading.to_owned(), shows: Shows::Figures(table) })
    };
    let agree = slide("Where the tables agree", alike_all);
    let differ = slide("Where the tables differ most", differing.into_iter().rev().collect());
    agree.into_iter().chain(differ).collect()
}

fn name(card: &CardTally) -> String {
    format!("{} {}", card.code.as_str(), card.words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tally::tests::printed_tally;

    #[test]
    fn the_hall_sees_the_whole_then_each_group_and_nothing_about_agreement_where_there_is_one_sheet() {
        let slides = slides(&printed_tally());
        let headings: Vec<_> = slides.iter().map(|slide| slide.heading.as_str()).collect();
        assert_eq!(
            headings,
            [
                "55 placements on 1 sheet",
                "Group by group",
                "Stay safe",
                "Be healthy",
                "Enjoy and achieve",
                "Make a positive contribution",
                "Achieve economic well-being"
            ]
        );
        let Shows::Shares(shares) = &slides[0].shows else { panic!("the first slide shows shares") };
        assert_eq!(shares.iter().map(|share| share.percentage).collect::<Vec<_>>(), [31, 58, 11]);
        let Shows::Figures(groups) = &slides[1].shows else { panic!("the second slide shows figures") };
        assert_eq!(groups.head.last().map(String::as_str), Some("All"), "no note of what was miswritten");
    }

    #[test]
    fn where_tables_agree_and_differ_is_shown_once_two_of_them_placed_a_card() {
        let mut tally = printed_tally();
        let cards = &mut tally.groups[0].cards;
        (cards[0].tables, cards[0].alike) = (3, 3);
        (cards[1].tables, cards[1].alike) = (3, 1);
        (cards[2].tables, cards[2].alike) = (3, 2);
        let slides = slides(&tally);
        let first = |heading: &str| {
            let slide = slides.iter().find(|slide| slide.heading == heading).unwrap();
            let Shows::Figures(table) = &slide.shows else { panic!("figures") };
            (table.rows.len(), table.rows[0][1].clone())
        };
        assert_eq!(first("Where the tables agree"), (1, "3 of 3".to_owned()));
        assert_eq!(first("Where the tables differ most"), (2, "1 of 3".to_owned()));
    }
}
