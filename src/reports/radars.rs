//! Radars, each with its table: one a practice, whose axes are the aspects that all practices share, and one whose axes are the
//! perspectives.

use super::document::Table;
use super::words;
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::lens::Lens;
use crate::analysis::scores::measures_by;
use crate::charts::{Radar, Reading, Series};
use crate::domain::framework::Practice;
use crate::domain::ids::{RoundId, StaffGroupId, ThemeId};
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

/// The colour of everybody where no theme gives one.
const ALL_ARCS: &str = "#0b0c0c";

/// The colours of the series after the first, far apart in lightness as well.
pub(super) const COLOURS: [&str; 3] = ["#1f4e8c", "#a3480b", "#5b5f62"];

/// What a radar shows.
struct Subject<K> {
    /// What it is called.
    name: String,
    /// What one of its axes is.
    axis: &'static str,
    /// Each axis by what tells its statements, with its name.
    axes: Vec<(K, String)>,
}

/// The radars of a theme's practices in a round: everybody, each of the two default staff groups, and the round before as far
/// as it asked the same. Practices of fewer than three aspects have none, since three axes make a radar.
pub fn of_practices(open: &Workspace, round: RoundId, theme: &ThemeId) -> Vec<Drawn> {
    let Some(survey) = open.survey_of(round) else { return Vec::new() };
    let whose = whose(open, round, Some(theme));
    let of_practice = |practice: &Practice| {
        let axes = survey.framework.aspects.iter().map(|aspect| (aspect.id.clone(), aspect.name.clone()));
        let subject = Subject { name: practice.name.clone(), axis: "Aspect", axes: axes.collect() };
        let key = |one: &Statement| {
            one.aspect.clone().filter(|_| one.theme == *theme && one.practice.as_ref() == Some(&practice.id))
        };
        drawn(open, survey, subject, &whose, key)
    };
    survey.framework.practices.iter().filter_map(of_practice).collect()
}

/// The radar of the perspectives from which a theme's statements are put, or those of all themes, for the same people and
/// rounds; `None` where there are fewer than three.
pub fn of_perspectives(open: &Workspace, round: RoundId, theme: Option<&ThemeId>) -> Option<Drawn> {
    let survey = open.survey_of(round)?;
    let name = theme.and_then(|id| survey.framework.theme(id)).map_or("All arcs", |theme| theme.name.as_str());
    let axes = survey.framework.perspectives.iter().map(|known| (known.id.clone(), known.name.clone()));
    let subject = Subject { name: format!("{name}, by perspective"), axis: "Perspective", axes: axes.collect() };
    let key = |one: &Statement| one.perspective.clone().filter(|_| theme.is_none_or(|theme| one.theme == *theme));
    drawn(open, survey, subject, &whose(open, round, theme), key)
}

/// A radar of the axes that the survey asks about, each the mean over people of what they scored there; `None` for fewer than
/// three axes. `key` tells which axis a statement is on.
fn drawn<K: Ord>(
    open: &Workspace,
    survey: &Survey,
    subject: Subject<K>,
    whose: &[Whose],
    key: impl Fn(&Statement) -> Option<K>,
) -> Option<Drawn> {
    let asked = |axis: &K, survey: &Survey| -> Vec<_> {
        let statements = survey.questionnaire.statements.iter().filter(|one| key(one).as_ref() == Some(axis));
        statements.map(|one| one.id.clone()).collect()
    };
    let Subject { name, axis, mut axes } = subject;
    axes.retain(|(axis, _)| !asked(axis, survey).is_empty());
    if axes.len() < 3 {
        return None;
    }
    let groups = open.area().map(|area| area.staff_groups.as_slice()).unwrap_or_default();
    let mut figures: Vec<(&Whose, Vec<Shown>)> = Vec::new();
    for whose in whose {
        let measures = measures_by(open, whose.round, &whose.lens, &key);
        let theirs = open.survey_of(whose.round)?;
        let figure = |axis: &K| {
            // An earlier round counts on an axis only if it asked the very same there.
            let is_same = asked(axis, theirs) == asked(axis, survey);
            let group = whose.lens.staff_group.as_ref();
            let mut statements = asked(axis, theirs).into_iter().filter_map(|id| theirs.statement(&id));
            let is_asked = statements.any(|one| one.is_asked_of(group, groups));
            if is_same && is_asked {
                shown(measures.get(axis), open.smallest_group(whose.round))
            } else {
                Shown::NotAsked
            }
        };
        let points: Vec<Shown> = axes.iter().map(|(axis, _)| figure(axis)).collect();
        if points.iter().any(|point| *point != Shown::NotAsked) {
            figures.push((whose, points));
        }
    }
    let series = figures.iter().map(|(whose, points)| Series {
        name: whose.name.clone(),
        colour: whose.colour.clone(),
        points: points.iter().copied().map(reading).collect(),
    });
    let row = |(at, (_, axis)): (usize, &(K, String))| {
        let cells = figures.iter().map(|(whose, points)| {
            points.get(at).map(|shown| cell(*shown, open.smallest_group(whose.round))).unwrap_or_default()
        });
        std::iter::once(axis.clone()).chain(cells).collect()
    };
    let table = Table {
        caption: format!("{name}: mean by {}, with the number of people", axis.to_lowercase()),
        head: std::iter::once(axis.to_owned()).chain(figures.iter().map(|(whose, _)| whose.name.clone())).collect(),
        names: 0,
        rows: axes.iter().enumerate().map(row).collect(),
    };
    let radar = Radar { axes: axes.iter().map(|(_, name)| name.clone()).collect(), series: series.collect(), name };
    Some(Drawn { radar, table })
}

/// Everybody in the round, the default staff groups, and the round before.
fn whose(open: &Workspace, round: RoundId, theme: Option<&ThemeId>) -> Vec<Whose> {
    let title = |round| open.round(round).map(|round| round.title.clone()).unwrap_or_default();
    let colour = open.survey_of(round).and_then(|survey| Some(survey.framework.theme(theme?)?.colour.hex.clone()));
    let mut all = vec![Whose {
        name: format!("Everybody, {}", title(round)),
        colour: colour.unwrap_or_else(|| ALL_ARCS.to_owned()),
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

pub(super) fn reading(shown: Shown) -> Reading {
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
    fn perspectives_make_a_radar_of_an_arc_and_one_of_all_arcs() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        let of = |theme: Option<&str>| of_perspectives(&sample, round, theme.and_then(ThemeId::parse).as_ref());
        let identity = of(Some("identity")).unwrap();
        assert_eq!(identity.radar.axes.len(), 4);
        assert_eq!(identity.radar.series.len(), 4, "everybody, two staff groups, the round before");
        assert!(identity.radar.name.ends_with(", by perspective"), "{}", identity.radar.name);
        let all = of(None).unwrap();
        assert_eq!(all.radar.axes, identity.radar.axes);
        assert_ne!(all.table.rows, identity.table.rows);
        // The earlier round left a statement out, so what it asked from that perspective is not the same.
        assert!(all.table.rows.iter().any(|row| row.last().is_some_and(|cell| cell == "not asked")));
    }

    #[test]
    fn the_table_says_what_the_picture_shows() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        let practices = of_practices(&sample, round, &ThemeId::parse("integrated-working").unwrap());
        for Drawn { radar, table } in practices.into_iter().chain(of_perspectives(&sample, round, None)) {
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
