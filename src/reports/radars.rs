//! The radars of an arc: one a practice, whose axes are the aspects that all practices share, each with its table.

use super::document::Table;
use super::words;
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::lens::Lens;
use crate::analysis::scores::measures_by;
use crate::charts::{Radar, Reading, Series};
use crate::domain::framework::Practice;
use crate::domain::ids::{AspectId, RoundId, StaffGroupId, ThemeId};
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::Workspace;

/// A picture, and the same figures as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The picture.
    pub radar: Radar,
    /// The table, a row an axis and a column a series.
    pub table: Table,
}

/// Whose figures a series holds.
struct Whose {
    name: String,
    colour: String,
    round: RoundId,
    lens: Lens,
}

/// The colours of the series after the first, far apart in lightness as well.
const COLOURS: [&str; 3] = ["#1f4e8c", "#a3480b", "#5b5f62"];

/// The radars of a theme's practices in a round: everybody, each of the two default staff groups, and the round before as far
/// as it asked the same. Practices of fewer than three aspects have none, since three axes make a radar.
pub fn of_practices(open: &Workspace, round: RoundId, theme: &ThemeId) -> Vec<Drawn> {
    let Some(survey) = open.survey_of(round) else { return Vec::new() };
    let whose = whose(open, round, theme);
    let practices = survey.framework.practices.iter();
    practices.filter_map(|practice| of_practice(open, survey, theme, practice, &whose)).collect()
}

fn of_practice(
    open: &Workspace,
    survey: &Survey,
    theme: &ThemeId,
    practice: &Practice,
    whose: &[Whose],
) -> Option<Drawn> {
    let asked = |aspect: &AspectId, survey: &Survey| -> Vec<_> {
        let of_aspect =
            |one: &&Statement| one.practice.as_ref() == Some(&practice.id) && one.aspect.as_ref() == Some(aspect);
        survey.of_theme(theme).filter(of_aspect).map(|one| one.id.clone()).collect()
    };
    let aspects: Vec<_> =
        survey.framework.aspects.iter().filter(|aspect| !asked(&aspect.id, survey).is_empty()).collect();
    if aspects.len() < 3 {
        return None;
    }
    let key = |one: &Statement| {
        one.aspect.clone().filter(|_| one.theme == *theme && one.practice.as_ref() == Some(&practice.id))
    };
    let groups = open.area().map(|area| area.staff_groups.as_slice()).unwrap_or_default();
    let mut figures: Vec<(&Whose, Vec<Shown>)> = Vec::new();
    for whose in whose {
        let measures = measures_by(open, whose.round, &whose.lens, key);
        let theirs = open.survey_of(whose.round)?;
        let figure = |aspect: &AspectId| {
            // An earlier round counts on an axis only if it asked the very same there.
            let is_same = asked(aspect, theirs) == asked(aspect, survey);
            let group = whose.lens.staff_group.as_ref();
            let mut statements = asked(aspect, theirs).into_iter().filter_map(|id| theirs.statement(&id));
            let is_asked = statements.any(|one| one.is_asked_of(group, groups));
            if is_same && is_asked {
                shown(measures.get(aspect), open.smallest_group(whose.round))
            } else {
                Shown::NotAsked
            }
        };
        let points: Vec<Shown> = aspects.iter().map(|aspect| figure(&aspect.id)).collect();
        if points.iter().any(|point| *point != Shown::NotAsked) {
            figures.push((whose, points));
        }
    }
    let series = figures.iter().map(|(whose, points)| Series {
        name: whose.name.clone(),
        colour: whose.colour.clone(),
        points: points.iter().copied().map(reading).collect(),
    });
    let radar = Radar {
        name: practice.name.clone(),
        axes: aspects.iter().map(|aspect| aspect.name.clone()).collect(),
        series: series.collect(),
    };
    let row = |(at, aspect): (usize, &&crate::domain::framework::Aspect)| {
        let cells = figures.iter().map(|(whose, points)| {
            points.get(at).map(|shown| cell(*shown, open.smallest_group(whose.round))).unwrap_or_default()
        });
        std::iter::once(aspect.name.clone()).chain(cells).collect()
    };
    let table = Table {
        caption: format!("{}: mean by aspect, with the number of people", practice.name),
        head: std::iter::once("Aspect".to_owned()).chain(figures.iter().map(|(whose, _)| whose.name.clone())).collect(),
        names: 0,
        rows: aspects.iter().enumerate().map(row).collect(),
    };
    Some(Drawn { radar, table })
}

/// Everybody in the round, the default staff groups, and the round before.
fn whose(open: &Workspace, round: RoundId, theme: &ThemeId) -> Vec<Whose> {
    let title = |round| open.round(round).map(|round| round.title.clone()).unwrap_or_default();
    let colour = open.survey_of(round).and_then(|survey| Some(survey.framework.theme(theme)?.colour.hex.clone()));
    let mut all = vec![Whose {
        name: format!("Everybody, {}", title(round)),
        colour: colour.unwrap_or_default(),
        round,
        lens: Lens::default(),
    }];
    let groups = open.area().map(|area| area.staff_groups.as_slice()).unwrap_or_default();
    let defaults =
        groups.iter().filter(|group| group.within.is_none()).map(|group| (group.name.clone(), group.id.clone()));
    let of_group = |id: StaffGroupId| Lens { staff_group: Some(id), ..Lens::default() };
    let mut others: Vec<(String, RoundId, Lens)> =
        defaults.take(2).map(|(name, id)| (name, round, of_group(id))).collect();
    let rounds = open.rounds();
    let place = rounds.iter().position(|(id, _)| *id == round);
    if let Some((before, _)) = place.and_then(|place| place.checked_sub(1)).and_then(|place| rounds.get(place)) {
        others.push((format!("Everybody, {}", title(*before)), *before, Lens::default()));
    }
    all.extend(others.into_iter().zip(COLOURS).map(|((name, round, lens), colour)| Whose {
        name,
        colour: colour.to_owned(),
        round,
        lens,
    }));
    all
}

fn reading(shown: Shown) -> Reading {
    match shown {
        Shown::Mean { mean, people } => Reading::Score { mean, n: people },
        Shown::TooFew => Reading::TooFew,
        Shown::NoAnswers => Reading::NoAnswers,
        Shown::NotAsked => Reading::NotAsked,
    }
}

/// A figure as a cell; it stands for `smallest` people or more.
fn cell(shown: Shown, smallest: usize) -> String {
    match shown {
        Shown::Mean { mean, people } => format!("{} (n {people})", words::mean(mean)),
        Shown::TooFew => format!("too few to show (fewer than {smallest})"),
        Shown::NoAnswers => "no answers".to_owned(),
        Shown::NotAsked => "not asked".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;

    #[test]
    fn the_green_arc_has_a_radar_a_practice_and_the_others_none() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        let of = |theme: &str| of_practices(&sample, round, &ThemeId::parse(theme).unwrap());
        let drawn = of("integrated-working");
        assert_eq!(drawn.len(), 5);
        assert!(of("identity").is_empty());
        let first = &drawn[0];
        assert_eq!(first.radar.axes.len(), 5);
        assert_eq!(first.radar.series.len(), 4, "everybody, two staff groups, the round before");
        assert_eq!(first.table.rows.len(), 5);
        // Front-line staff are not asked about leadership, so their line breaks there.
        assert_eq!(first.table.rows[0][0], "Leadership");
        assert_eq!(first.table.rows[0][2], "not asked");
    }

    #[test]
    fn the_table_says_what_the_picture_shows() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        for Drawn { radar, table } in of_practices(&sample, round, &ThemeId::parse("integrated-working").unwrap()) {
            for (column, series) in radar.series.iter().enumerate() {
                for (row, point) in series.points.iter().enumerate() {
                    let said = &table.rows[row][column + 1];
                    match point {
                        Reading::Score { mean, n } => assert_eq!(*said, format!("{mean:.1} (n {n})")),
                        Reading::TooFew => assert!(said.starts_with("too few to show")),
                        Reading::NoAnswers => assert_eq!(said, "no answers"),
                        Reading::NotAsked => assert_eq!(said, "not asked"),
                    }
                }
            }
        }
    }
}
