//! The rainbow of a round as a chart and as a table: the same figures in the same order.

use std::collections::BTreeMap;

use super::document::Table;
use super::words;
use crate::analysis::disclosure::{Shareable, Shown};
use crate::charts::{Arc, Rainbow, Reading};
use crate::domain::framework::Framework;
use crate::domain::ids::ThemeId;
use crate::domain::round::Target;

/// The rainbow, with the figure of each theme as `figure` gives it and the targets that were set.
pub fn chart(
    framework: &Framework,
    figure: impl Fn(&ThemeId) -> Shown,
    targets: &BTreeMap<ThemeId, &Target>,
) -> Rainbow {
    let arcs = framework.themes.iter().map(|theme| Arc {
        key: theme.id.to_string(),
        name: theme.name.clone(),
        short: theme.short.clone(),
        colour: theme.colour.hex.clone(),
        reading: match figure(&theme.id) {
            Shown::Mean { mean, people } => Reading::Score { mean, n: people },
            Shown::TooFew => Reading::TooFew,
            Shown::NoAnswers => Reading::NoAnswers,
            Shown::NotAsked => Reading::NotAsked,
        },
        target: targets.get(&theme.id).and_then(|target| target.score).map(|score| score.as_f64()),
        previous: None,
    });
    Rainbow { arcs: arcs.collect(), lowest: framework.scale.lowest.clone(), highest: framework.scale.highest.clone() }
}

/// The same as a table, a row a theme.
pub fn table(framework: &Framework, figure: impl Fn(&ThemeId) -> Shown, targets: &BTreeMap<ThemeId, &Target>) -> Table {
    let rows = framework.themes.iter().map(|theme| {
        let (now, people) = cells(figure(&theme.id));
        let target = targets.get(&theme.id).and_then(|target| target.score);
        vec![theme.name.clone(), now, people, target.map_or("not set".to_owned(), |score| score.to_string())]
    });
    Table {
        caption: "The rainbow as a table".to_owned(),
        head: ["Theme", "Now (1 to 5)", "People", "Target"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

/// The rainbow of a closed round as it may be shared.
pub fn shared(framework: &Framework, figures: &Shareable, targets: &BTreeMap<ThemeId, &Target>) -> (Rainbow, Table) {
    (chart(framework, |theme| figures.theme(theme), targets), table(framework, |theme| figures.theme(theme), targets))
}

/// A figure as the words of two cells: where things are, and from how many people.
fn cells(shown: Shown) -> (String, String) {
    match shown {
        Shown::Mean { mean, people } => (words::mean(mean), people.to_string()),
        Shown::TooFew => ("too few to show".to_owned(), "fewer than 5".to_owned()),
        Shown::NoAnswers => ("no answers".to_owned(), "0".to_owned()),
        Shown::NotAsked => ("not asked".to_owned(), "\u{2013}".to_owned()),
    }
}
