//! An area within its region as a picture and as a table: the same figures in the same order.

use super::document::Table;
use super::words;
use crate::analysis::disclosure::Shown;
use crate::analysis::region::{AreaSpread, FEWEST_AREAS, Region, RegionTheme};
use crate::charts::{Extent, Reading, Strip, Strips};

/// What the table is called.
const CAPTION: &str = "Your area within the region, theme by theme";

/// The picture.
pub fn strips(region: &Region) -> Strips {
    let line = |theme: &RegionTheme| Strip {
        // The table beside it has the whole name.
        name: theme.short.clone(),
        colour: theme.colour.clone(),
        own: match theme.own {
            Shown::Mean { mean, people } => Reading::Score { mean, n: people },
            Shown::TooFew => Reading::TooFew,
            Shown::NoAnswers => Reading::NoAnswers,
            Shown::NotAsked => Reading::NotAsked,
        },
        others: theme.spread.map(|AreaSpread { lowest, median, highest }| Extent { lowest, median, highest }),
    };
    Strips { name: CAPTION.to_lowercase(), lines: region.themes.iter().map(line).collect() }
}

/// The table, a row a theme.
pub fn table(region: &Region) -> Table {
    let row = |theme: &RegionTheme| {
        let (own, people) = match theme.own {
            Shown::Mean { mean, people } => (words::mean(mean), people.to_string()),
            Shown::TooFew => ("too few to show".to_owned(), "\u{2013}".to_owned()),
            Shown::NoAnswers => ("no answers".to_owned(), "0".to_owned()),
            Shown::NotAsked => ("not asked".to_owned(), "\u{2013}".to_owned()),
        };
        let spread = match theme.spread {
            Some(AreaSpread { lowest, median, highest }) => [lowest, median, highest].map(words::mean),
            None => [(); 3].map(|()| "\u{2013}".to_owned()),
        };
        let [lowest, median, highest] = spread;
        vec![theme.name.clone(), own, people, lowest, median, highest, theme.areas.to_string()]
    };
    let head = ["Theme", "Your area (1 to 5)", "People", "Lowest", "Middle", "Highest", "Other areas"];
    Table {
        caption: CAPTION.to_owned(),
        head: head.map(str::to_owned).to_vec(),
        names: 0,
        rows: region.themes.iter().map(row).collect(),
    }
}

/// How many more files are needed before there is a spread, in a sentence; `None` where no more are needed.
pub fn needed(areas: usize) -> Option<String> {
    let more = FEWEST_AREAS.checked_sub(areas).filter(|more| *more > 0)?;
    let here = match areas {
        0 => "There are no figures of other areas here yet".to_owned(),
        areas => format!("There are figures of {} here", words::count(areas, "other area", "other areas")),
    };
    Some(format!(
        "{here}. A spread is shown from {FEWEST_AREAS} on: {} needed.",
        words::count(more, "more file is", "more files are")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ThemeId;

    fn region(spread: Option<AreaSpread>, own: Shown) -> Region {
        let theme = ThemeId::parse("identity").unwrap();
        let (name, colour) = ("Shared identity and purpose".to_owned(), "#d4351c".to_owned());
        let short = "Shared identity".to_owned();
        Region { areas: 4, themes: vec![RegionTheme { theme, name, short, colour, own, areas: 4, spread }] }
    }

    #[test]
    fn the_table_says_what_the_picture_shows() {
        let spread = AreaSpread { lowest: 2.1, median: 2.9, highest: 4.0 };
        let whole = region(Some(spread), Shown::Mean { mean: 3.2, people: 54 });
        assert_eq!(table(&whole).rows, [["Shared identity and purpose", "3.2", "54", "2.1", "2.9", "4.0", "4"]]);
        assert_eq!(
            strips(&whole).description(),
            "Shared identity: this area 3.2 from 54 people, other areas 2.1 to 4.0, middle 2.9"
        );
        let few = region(None, Shown::TooFew);
        assert_eq!(table(&few).rows[0][1..6], ["too few to show", "\u{2013}", "\u{2013}", "\u{2013}", "\u{2013}"]);
        assert_eq!(strips(&few).description(), "Shared identity: this area too few to show, too few other areas");
    }

    #[test]
    fn how_many_more_files_are_needed_is_said() {
        assert!(needed(0).unwrap().ends_with("3 more files are needed."));
        assert_eq!(
            needed(2).unwrap(),
            "There are figures of 2 other areas here. A spread is shown from 3 on: 1 more file is needed."
        );
        assert_eq!(needed(3), None);
    }
}
