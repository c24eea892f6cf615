//! A breakdown in words and figures: what its groups are called, the table of all arcs, and one arc more closely.

use super::document::Table;
use super::words;
use crate::analysis::breakdown::{Breakdown, By, Cut, Group, Of};
use crate::analysis::comparison::{Compared, Comparison};
use crate::analysis::disclosure::Shown;
use crate::analysis::headcount::OfHeadcount;
use crate::analysis::measures::{Measure, ResponseRate};
use crate::analysis::sheet::Sheet;
use crate::charts::{NoScore, Spread};
use crate::domain::framework::Theme;
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::workspace::Workspace;

/// The table of all arcs: a row a group, everybody first, and a column an arc.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The arcs: the name for narrow places, and the full one.
    pub arcs: Vec<(String, String)>,
    /// Whether responses are told group by group; from perspective to perspective the people are the same.
    pub has_responses: bool,
    /// Whether a number of responses is expected of any group, and not of everybody alone.
    pub has_rate: bool,
    /// Whether the headcount of any group is known, and not that of everybody alone.
    pub has_headcount: bool,
    /// The groups.
    pub rows: Vec<Row>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the group is called.
    pub name: String,
    /// Whether its people are counted in a group above it too.
    pub is_beneath: bool,
    /// How many responded.
    pub responses: usize,
    /// How many of those expected, where a number was set.
    pub rate: Option<ResponseRate>,
    /// How many of all who work there, where the headcount is known.
    pub of_headcount: Option<OfHeadcount>,
    /// The figure of each arc.
    pub cells: Vec<Shown>,
}

/// One group on one arc.
#[derive(Clone, Debug, PartialEq)]
pub struct CloseUp {
    /// What the group is called.
    pub name: String,
    /// Whether its people are counted in a group above it too.
    pub is_beneath: bool,
    /// How many responded, and of how many expected; empty where that is not told group by group.
    pub responses: String,
    /// Its measures in sentences, or why there are none.
    pub facts: Vec<String>,
    /// The spread of its answers; `None` where too few people stand behind it.
    pub spread: Option<Spread>,
}

/// The table of a breakdown.
pub fn matrix(open: &Workspace, round: RoundId, breakdown: &Breakdown) -> Matrix {
    let rows: Vec<Row> = all(breakdown)
        .map(|group| Row {
            name: name(open, round, &group.of),
            is_beneath: matches!(group.of, Of::Beneath(_)),
            responses: group.responses,
            rate: group.rate,
            of_headcount: group.of_headcount,
            cells: breakdown.themes.iter().map(|theme| group.figure(theme)).collect(),
        })
        .collect();
    let arc = |theme: &Theme| (theme.short.clone(), theme.name.clone());
    Matrix {
        arcs: breakdown.themes.iter().filter_map(|id| theme(open, round, id)).map(arc).collect(),
        has_responses: breakdown.by != By::Perspective,
        has_rate: rows.iter().skip(1).any(|row| row.rate.is_some()),
        has_headcount: rows.iter().skip(1).any(|row| row.of_headcount.is_some()),
        rows,
    }
}

/// An arc group by group, everybody first.
pub fn close_up(open: &Workspace, round: RoundId, breakdown: &Breakdown, id: &ThemeId) -> Vec<CloseUp> {
    let Some(theme) = theme(open, round, id) else { return Vec::new() };
    let one = |group: &Group| {
        let (figure, name) = (group.figure(id), name(open, round, &group.of));
        let measure = group.measure(id).filter(|_| matches!(figure, Shown::Mean { .. }));
        // From one perspective nothing may have been asked about an arc, and then the perspective has nothing to tell of it.
        (breakdown.by != By::Perspective || figure != Shown::NotAsked).then(|| CloseUp {
            is_beneath: matches!(group.of, Of::Beneath(_)),
            responses: if breakdown.by == By::Perspective { String::new() } else { responses(group) },
            facts: measure.map_or_else(|| vec![no_figure(figure, group.smallest)], facts),
            spread: measure.map(|measure| Spread {
                name: format!("{name}, {}", theme.name),
                colour: theme.colour.hex.clone(),
                counts: measure.spread,
                aside: Some(NoScore {
                    dont_know: measure.dont_know,
                    not_applicable: measure.not_applicable,
                    not_answered: measure.not_answered,
                }),
            }),
            name,
        })
    };
    all(breakdown).filter_map(one).collect()
}

/// A round beside the one before it, arc by arc, for whom a cut leaves; `None` where nothing can be compared. `sheets` are
/// those of the earlier round and of this one.
pub fn compared(open: &Workspace, round: RoundId, cut: &Cut, sheets: [&Sheet; 2]) -> Option<Table> {
    let comparison = Comparison::through(open, round, &cut.lens(open, round), sheets)?;
    let now = open.round(round)?.title.clone();
    let then = &comparison.title;
    let row = |theme: &Theme| {
        let Compared { before, spread_before, now, spread_now, shared, .. } = comparison.themes.get(&theme.id)?;
        let cells = [shared.to_string(), cell(*before), counts(*spread_before), cell(*now), counts(*spread_now)];
        Some(std::iter::once(theme.name.clone()).chain(cells).collect())
    };
    let rows: Vec<Vec<String>> = open.survey_of(round)?.themes().filter_map(row).collect();
    (!rows.is_empty()).then(|| Table {
        caption: format!("{now} compared with {then}"),
        head: vec![
            "Arc".to_owned(),
            "Statements both asked".to_owned(),
            then.clone(),
            format!("{then}: answers 1, 2, 3, 4, 5"),
            now.clone(),
            format!("{now}: answers 1, 2, 3, 4, 5"),
        ],
        names: 0,
        rows,
    })
}

/// Whom a cut leaves, as a sentence with their number.
pub fn whose(open: &Workspace, round: RoundId, cut: &Cut, left: usize, all: usize) -> String {
    let lens = cut.lens(open, round);
    let named = [
        lens.sector.map(|id| format!("in {}", name(open, round, &Of::Sector(Some(id))))),
        lens.staff_group.map(|id| format!("of {}", name(open, round, &Of::StaffGroup(Some(id))))),
        lens.perspective
            .map(|id| format!("on what is asked from the {}", name(open, round, &Of::Perspective(id)).to_lowercase())),
        cut.practice.as_ref().map(|id| {
            let practice = open.survey_of(round).and_then(|survey| survey.framework.practice(id));
            format!("about {}", practice.map_or_else(|| id.to_string(), |practice| practice.name.clone()))
        }),
    ];
    let named: Vec<String> = named.into_iter().flatten().collect();
    let responses = words::count(all, "response", "responses");
    if named.is_empty() { format!("All {responses}.") } else { format!("{left} of {responses}: {}.", named.join(", ")) }
}

/// What a group is called.
pub fn name(open: &Workspace, round: RoundId, of: &Of) -> String {
    let area = open.area();
    let not_said = |what: &str| format!("{what} not said");
    match of {
        Of::Everybody => "Everybody".to_owned(),
        Of::Sector(Some(id)) => area.map_or_else(|| id.to_string(), |area| area.sector_name(id).to_owned()),
        Of::Sector(None) => not_said("Sector"),
        Of::StaffGroup(Some(id)) | Of::Beneath(id) => {
            area.map_or_else(|| id.to_string(), |area| area.staff_group_name(id).to_owned())
        }
        Of::StaffGroup(None) => not_said("Staff group"),
        Of::Organisation(Some(name)) => name.clone(),
        Of::Organisation(None) => not_said("Organisation"),
        Of::OtherOrganisations(1) => format!("1 other, with fewer than {} responses", open.smallest_group(round)),
        Of::OtherOrganisations(count) => {
            format!("{count} others, each with fewer than {} responses", open.smallest_group(round))
        }
        Of::Perspective(id) => {
            let known = open.survey_of(round).and_then(|survey| survey.framework.perspective(id));
            known.map_or_else(|| id.to_string(), |perspective| perspective.name.clone())
        }
    }
}

/// How many of a group responded, and how many were expected of it.
fn responses(group: &Group) -> String {
    let received = words::count(group.responses, "response", "responses");
    match group.rate {
        Some(rate) => format!("{received}, {} expected", rate.expected()),
        None => received,
    }
}

/// A response rate in words, such as "10 of 8 (125%)".
pub fn rate(rate: ResponseRate) -> String {
    format!("{} of {} ({})", rate.received, rate.expected(), words::percent(rate.share()))
}

fn all(breakdown: &Breakdown) -> impl Iterator<Item = &Group> {
    std::iter::once(&breakdown.everybody).chain(&breakdown.groups)
}

fn theme<'a>(open: &'a Workspace, round: RoundId, id: &ThemeId) -> Option<&'a Theme> {
    open.survey_of(round)?.framework.theme(id)
}

/// The measures of a group that may be shown.
fn facts(measure: &Measure) -> Vec<String> {
    let figure = |figure: Option<f64>| figure.map(words::mean).unwrap_or_default();
    let above = measure.share_above_midpoint().map(words::percent).unwrap_or_default();
    let [ones, twos, threes, fours, fives] = measure.distribution();
    vec![
        format!(
            "Mean {}, median {}, from {}",
            figure(measure.mean()),
            figure(measure.median()),
            words::count(measure.people, "person", "people")
        ),
        format!("{} of {} above the midpoint ({above})", measure.above_midpoint(), measure.people),
        format!(
            "People by their own mean: {ones} near 1, {twos} near 2, {threes} near 3, {fours} near 4, {fives} near 5"
        ),
    ]
}

/// Why there is no figure.
fn no_figure(shown: Shown, smallest: usize) -> String {
    match shown {
        Shown::TooFew => format!("Too few to show: fewer than {smallest} people gave a score"),
        Shown::NotAsked => "Not asked".to_owned(),
        _ => "No answers".to_owned(),
    }
}

/// A figure as one cell, with its number of people.
fn cell(shown: Shown) -> String {
    match shown {
        Shown::Mean { mean, people } => format!("{} (n {people})", words::mean(mean)),
        Shown::TooFew => "too few to show".to_owned(),
        Shown::NoAnswers => "no answers".to_owned(),
        Shown::NotAsked => "not asked".to_owned(),
    }
}

fn counts(spread: Option<[usize; 5]>) -> String {
    spread.map_or_else(|| "\u{2013}".to_owned(), |spread| spread.map(|count| count.to_string()).join(", "))
}

#[cfg(test)]
mod tests;
