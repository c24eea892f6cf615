//! The rainbow of a round as a chart and as a table: the same figures in the same order.

use std::collections::BTreeMap;

use super::document::Table;
use super::words;
use crate::analysis::disclosure::{Shareable, Shown};
use crate::charts::{Arc, Rainbow, Reading};
use crate::domain::agreed::Position;
use crate::domain::framework::{Framework, Theme};
use crate::domain::ids::ThemeId;
use crate::domain::round::Target;

/// The rainbow, with the figure of each theme as `figure` gives it, the targets that were set, and where each theme was in
/// the round before, 1 to 5, where that can be compared.
pub fn chart(
    framework: &Framework,
    figure: impl Fn(&ThemeId) -> Shown,
    targets: &BTreeMap<ThemeId, &Target>,
    before: impl Fn(&ThemeId) -> Option<f64>,
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
        previous: before(&theme.id),
    });
    Rainbow { arcs: arcs.collect(), lowest: framework.scale.lowest.clone(), highest: framework.scale.highest.clone() }
}

/// A theme's figures as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which theme.
    pub theme: ThemeId,
    /// Its full name.
    pub name: String,
    /// Where things are, 1.0 to 5.0, or why there is no figure.
    pub now: String,
    /// How many people stand behind the figure.
    pub people: String,
    /// Where the area wants to be, 1.0 to 5.0, or that nobody has said.
    pub target: String,
}

/// The same figures as rows, one a theme, in the order of the arcs. `few` says how many people stand behind a figure that
/// is too few to show.
pub fn rows(
    framework: &Framework,
    figure: impl Fn(&ThemeId) -> Shown,
    targets: &BTreeMap<ThemeId, &Target>,
    few: &str,
) -> Vec<Row> {
    let row = |theme: &Theme| {
        let (now, people) = cells(figure(&theme.id), few);
        let target = targets.get(&theme.id).and_then(|target| target.score);
        Row {
            theme: theme.id.clone(),
            name: theme.name.clone(),
            now,
            people,
            target: target.map_or_else(|| NOT_SET.to_owned(), |score| score.to_string()),
        }
    };
    framework.themes.iter().map(row).collect()
}

/// The same as a table for a report, with the agreed position of each theme where any was agreed. It does not say how many
/// people stand behind a figure that is withheld: it may be withheld to protect another.
fn table(
    framework: &Framework,
    figure: impl Fn(&ThemeId) -> Shown,
    targets: &BTreeMap<ThemeId, &Target>,
    positions: &BTreeMap<ThemeId, &Position>,
) -> Table {
    let mut head = HEAD.map(str::to_owned).to_vec();
    let mut rows: Vec<(ThemeId, Vec<String>)> = rows(framework, figure, targets, "\u{2013}")
        .into_iter()
        .map(|row| (row.theme, vec![row.name, row.now, row.people, row.target]))
        .collect();
    if positions.values().any(|position| position.score.is_some()) {
        head.push("Agreed position".to_owned());
        for (theme, cells) in &mut rows {
            let score = positions.get(theme).and_then(|position| position.score);
            cells.push(score.map_or_else(|| NOT_SET.to_owned(), |score| score.to_string()));
        }
    }
    Table { caption: CAPTION.to_owned(), head, names: 0, rows: rows.into_iter().map(|(_, cells)| cells).collect() }
}

/// What stands where nobody has set a target or agreed a position.
pub(super) const NOT_SET: &str = "not set";

/// What the table of the rainbow is called.
pub const CAPTION: &str = "The rainbow as a table";
/// The heads of the columns that every table of the rainbow has.
pub const HEAD: [&str; 4] = ["Theme", "Score (1\u{a0}to\u{a0}5)", "People", "Target"];

/// The rainbow of a closed round as it may be shared.
pub fn shared(
    framework: &Framework,
    figures: &Shareable,
    targets: &BTreeMap<ThemeId, &Target>,
    positions: &BTreeMap<ThemeId, &Position>,
) -> (Rainbow, Table) {
    (
        chart(framework, |theme| figures.theme(theme), targets, |_| None),
        table(framework, |theme| figures.theme(theme), targets, positions),
    )
}

/// A figure as the words of two cells: where things are, and from how many people.
pub(super) fn cells(shown: Shown, few: &str) -> (String, String) {
    match shown {
        Shown::Mean { mean, people } => (words::mean(mean), people.to_string()),
        Shown::TooFew => ("too few to show".to_owned(), few.to_owned()),
        Shown::NoAnswers => ("no answers".to_owned(), "0".to_owned()),
        Shown::NotAsked => ("not asked".to_owned(), "\u{2013}".to_owned()),
    }
}
