//! What a closed round says, in sentences and tables for reports: drawn from the figures that may be shared and from counts of
//! responses, and from nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answered::Answered;
use super::document::{Block, Entry, Table};
use super::picture::{of_radar, of_rainbow};
use super::radars::COLOURS;
use super::{breakdown, rainbow, words};
use crate::analysis::breakdown::Of as Group;
use crate::analysis::disclosure::{Of, Shareable, Shown, Who};
use crate::analysis::returns::{Returns, low};
use crate::charts::{Radar, Series};
use crate::domain::framework::{Aspect, Practice, Theme};
use crate::domain::ids::RoundId;
use crate::domain::round::Round;
use crate::domain::survey::Survey;
use crate::domain::workspace::Workspace;

/// The middle of the scale, from and to.
const MIDDLE: (f64, f64) = (2.5, 3.5);

/// A closed round as it may be shared.
pub struct Heard<'a> {
    /// The area.
    pub open: &'a Workspace,
    /// Which round.
    pub id: RoundId,
    /// The round.
    pub round: &'a Round,
    /// What it asked.
    pub survey: &'a Survey,
    /// Its figures.
    pub figures: Arc<Shareable>,
    /// Those of the round before, where they may be shared.
    before: Option<Arc<Shareable>>,
    /// Who answered.
    returns: Arc<Returns>,
}

impl<'a> Heard<'a> {
    /// A round; `None` if it is open, not here, or nobody answered.
    pub fn of(open: &'a Workspace, id: RoundId) -> Option<Self> {
        Self::in_words(open, id, Answered::of(open, id)?)
    }

    /// A round of which the figures were worked out before; `None` if it is not here.
    pub fn in_words(open: &'a Workspace, id: RoundId, answered: Answered) -> Option<Self> {
        let Answered { figures, before, returns } = answered;
        Some(Self { open, id, round: open.round(id)?, survey: open.survey_of(id)?, figures, before, returns })
    }

    /// What the scale means.
    pub fn scale(&self) -> String {
        let scale = &self.survey.framework.scale;
        format!(
            "Those who took part scored where we are on a scale from 1 to 5: 1 is {}, and 5 is {}. The score of an arc is the mean over the people who answered. The colours of the rainbow name its arcs; they do not rate them.",
            scale.lowest.to_lowercase(),
            scale.highest.to_lowercase()
        )
    }

    /// How many answered, against how many were required.
    pub fn responses(&self) -> String {
        let responses = words::count(self.figures.responses, "response was", "responses were");
        let against = self.round.minimum.map(|minimum| format!("; {minimum} were required")).unwrap_or_default();
        let sectors = self.figures.by_sector.iter().filter(|(sector, count)| sector.is_some() && **count > 0).count();
        format!("{responses} received{against}. They came from {}.", words::count(sectors, "sector", "sectors"))
    }

    /// Which arcs the round asked about, where it did not ask about all.
    pub fn covered(&self) -> Option<String> {
        let (asked, left): (Vec<&Theme>, Vec<&Theme>) =
            self.survey.framework.themes.iter().partition(|theme| self.figures.theme(&theme.id) != Shown::NotAsked);
        let names: Vec<String> = asked.iter().map(|theme| quoted(theme)).collect();
        (!left.is_empty() && !asked.is_empty()).then(|| format!("The round asked about {} only.", words::list(&names)))
    }

    /// The highest and the lowest score; `None` where fewer than two may be shown or all are the same.
    pub fn ends(&self) -> Option<String> {
        let means = self.means();
        let (highest, lowest) = (best(&means, f64::max)?, best(&means, f64::min)?);
        let those = |end: f64| {
            let named: Vec<String> = means
                .iter()
                .filter(|(_, mean, _)| words::mean(*mean) == words::mean(end))
                .map(|(theme, _, people)| format!("{} (n {people})", quoted(theme)))
                .collect();
            words::list(&named)
        };
        (words::mean(highest) != words::mean(lowest)).then(|| {
            format!(
                "The highest score is {}, for {}. The lowest is {}, for {}.",
                words::mean(highest),
                those(highest),
                words::mean(lowest),
                those(lowest)
            )
        })
    }

    /// How many arcs lie in the middle of the scale.
    pub fn middle(&self) -> Option<String> {
        let means = self.means();
        let (from, to) = MIDDLE;
        let middle = means.iter().filter(|(_, mean, _)| (from..=to).contains(mean)).count();
        let arcs = words::count(means.len(), "arc that has a score", "arcs that have a score");
        (!means.is_empty())
            .then(|| format!("Of {arcs}, {middle} lie in the middle of the scale, from {from:.1} to {to:.1}."))
    }

    /// The aspect that is the lowest in every practice whose figures may all be shown; `None` if there is none, or fewer than
    /// two such practices.
    pub fn lowest_aspect(&self) -> Option<String> {
        let mut lowest: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        let mut practices = 0_usize;
        for (theme, practice) in self.practices() {
            let figures: Vec<(usize, f64)> = self
                .aspects()
                .enumerate()
                .filter_map(|(at, aspect)| match self.aspect(theme, practice, aspect, &Who::Everybody) {
                    Shown::Mean { mean, .. } => Some((at, mean)),
                    _ => None,
                })
                .collect();
            let Some((at, mean)) =
                figures.iter().copied().reduce(|one, other| if other.1 < one.1 { other } else { one })
            else {
                continue;
            };
            practices = practices.saturating_add(1);
            let is_alone = figures.iter().filter(|(_, other)| words::mean(*other) == words::mean(mean)).count() == 1;
            if figures.len() > 2 && is_alone {
                lowest.entry(at).or_default().push(format!("{} {}", practice.name, words::mean(mean)));
            }
        }
        let (at, told) = lowest.into_iter().find(|(_, told)| told.len() == practices && practices > 1)?;
        let aspect = self.aspects().nth(at)?;
        Some(format!(
            "{} is the lowest aspect in each of the {practices} practices: {}.",
            aspect.name,
            words::list(&told)
        ))
    }

    /// How the arcs stand beside the round before, on the statements that both asked; `None` where nothing can be compared.
    pub fn compared(&self) -> Option<Table> {
        let rounds = self.open.rounds();
        let place = rounds.iter().position(|(id, _)| *id == self.id)?.checked_sub(1)?;
        let (before, earlier) = rounds.get(place).copied()?;
        let theirs = self.before.as_ref()?;
        let row = |theme: &Theme| {
            let (then, now) = (
                theirs.figure(Of::Shared(theme.id.clone(), self.id), Who::Everybody),
                self.figures.figure(Of::Shared(theme.id.clone(), before), Who::Everybody),
            );
            (then != Shown::NotAsked && now != Shown::NotAsked)
                .then(|| vec![theme.name.clone(), with_people(then), with_people(now)])
        };
        let rows: Vec<Vec<String>> = self.survey.framework.themes.iter().filter_map(row).collect();
        (!rows.is_empty()).then(|| Table {
            caption: format!("Beside {}, on the statements that both rounds asked", earlier.title),
            head: vec!["Theme".to_owned(), earlier.title.clone(), self.round.title.clone()],
            names: 0,
            rows,
        })
    }

    /// The rainbow and the same as a table.
    pub fn rainbow(&self) -> Vec<Block> {
        let (targets, positions) = (self.open.targets(), self.open.positions());
        let (chart, table) = rainbow::shared(&self.survey.framework, &self.figures, &targets, &positions);
        vec![Block::Figure(of_rainbow(&chart, super::progress::PEOPLE_BEHIND)), Block::Table(table)]
    }

    /// The practices that the round asked about, each with its heading, its radar and the same as a table.
    pub fn radars(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (theme, practice) in self.practices() {
            let (axes, series, rows) = self.radar(theme, practice);
            if axes.len() < 3 {
                continue;
            }
            let axis_names: Vec<String> = axes.iter().map(|aspect| aspect.name.clone()).collect();
            let head = std::iter::once("Aspect".to_owned()).chain(series.iter().map(|one| one.name.clone())).collect();
            let radar = Radar { name: practice.name.clone(), axes: axis_names, series };
            blocks.push(Block::Heading(practice.name.clone()));
            blocks.push(Block::Figure(of_radar(&radar, super::progress::PEOPLE_BEHIND)));
            let caption = format!("{}: mean by aspect, with the number of people", practice.name);
            blocks.push(Block::Table(Table { caption, head, names: 0, rows }));
        }
        blocks
    }

    /// The axes that were asked, the series that have a figure on any of them, and the rows of the table.
    fn radar(&self, theme: &Theme, practice: &Practice) -> (Vec<&Aspect>, Vec<Series>, Vec<Vec<String>>) {
        let everybody = |aspect: &&Aspect| self.aspect(theme, practice, aspect, &Who::Everybody) != Shown::NotAsked;
        let axes: Vec<&Aspect> = self.aspects().filter(everybody).collect();
        let groups = self.open.area().map(|area| area.staff_groups.as_slice()).unwrap_or_default();
        let defaults = groups.iter().filter(|group| group.within.is_none()).take(2);
        let of_groups = defaults.map(|group| (group.name.clone(), Who::StaffGroup(Some(group.id.clone()))));
        let whose = std::iter::once(("Everybody".to_owned(), Who::Everybody)).chain(of_groups);
        let colours = std::iter::once(theme.colour.hex.as_str()).chain(COLOURS);
        let mut series = Vec::new();
        let mut rows: Vec<Vec<String>> = axes.iter().map(|aspect| vec![aspect.name.clone()]).collect();
        for ((name, who), colour) in whose.zip(colours) {
            let points: Vec<Shown> = axes.iter().map(|aspect| self.aspect(theme, practice, aspect, &who)).collect();
            if points.iter().all(|point| *point == Shown::NotAsked) {
                continue;
            }
            for (row, point) in rows.iter_mut().zip(&points) {
                row.push(with_people(*point));
            }
            let points = points.into_iter().map(super::radars::reading).collect();
            series.push(Series { name, colour: colour.to_owned(), points });
        }
        (axes, series, rows)
    }

    /// The scores of each sector, with its number of responses.
    pub fn by_sector(&self) -> Table {
        let area = self.open.area();
        let known = area.map(|area| area.sectors.iter().chain(&area.former_sectors)).into_iter().flatten();
        let known = known.map(|sector| Some(sector.id.clone())).chain([None]);
        let count = |id: &Option<_>| self.figures.by_sector.get(id).copied().unwrap_or_default();
        let groups = known.filter(|id| id.is_some() || count(id) > 0).map(|id| {
            let name = breakdown::name(self.open, self.id, &Group::Sector(id.clone()));
            (name, count(&id), Who::Sector(id))
        });
        self.table("Sector", groups.collect())
    }

    /// The scores of each staff group, with its number of responses. A default group holds those beneath it.
    pub fn by_staff_group(&self) -> Table {
        let area = self.open.area();
        let known = area.map(|area| area.staff_groups.iter().chain(&area.former_staff_groups)).into_iter().flatten();
        let known = known.map(|group| Some(group.id.clone())).chain([None]);
        let count = |id: &Option<_>| self.figures.by_staff_group.get(id).copied().unwrap_or_default();
        let groups = known.filter(|id| id.is_some() || count(id) > 0).map(|id| {
            let name = breakdown::name(self.open, self.id, &Group::StaffGroup(id.clone()));
            (name, count(&id), Who::StaffGroup(id))
        });
        self.table("Staff group", groups.collect())
    }

    fn table(&self, what: &str, groups: Vec<(String, usize, Who)>) -> Table {
        let asked = |theme: &&Theme| self.figures.theme(&theme.id) != Shown::NotAsked;
        let themes: Vec<&Theme> = self.survey.framework.themes.iter().filter(asked).collect();
        let short = |theme: &&Theme| if theme.short.is_empty() { theme.name.clone() } else { theme.short.clone() };
        let row = |(name, responses, who): (String, usize, Who)| {
            let figure = |theme: &&Theme| self.figures.figure(Of::Theme(theme.id.clone()), who.clone());
            let cells = themes.iter().map(|theme| mean_only(figure(theme)));
            [name, responses.to_string()].into_iter().chain(cells).collect()
        };
        Table {
            caption: format!("Scores by {}", what.to_lowercase()),
            head: [what.to_owned(), "Responses".to_owned()].into_iter().chain(themes.iter().map(short)).collect(),
            names: 0,
            rows: groups.into_iter().map(row).collect(),
        }
    }

    /// What stands beneath tables from which figures are withheld.
    pub fn withheld(&self) -> String {
        format!(
            "A figure that fewer than {} people stand behind is not shown, nor one that would give away what so few said.",
            self.figures.smallest_group
        )
    }

    /// The sectors from which few responses came, each with how many, the fewest first.
    pub fn few(&self) -> Vec<Entry> {
        let returns = &self.returns;
        let mut few: Vec<(usize, String)> =
            returns.under_represented().iter().map(|under| (under.received, self.sector(under.sector))).collect();
        for (sector, count) in low(&returns.sectors) {
            let name = self.sector(sector);
            if few.iter().all(|(_, other)| *other != name) {
                few.push((count, name));
            }
        }
        few.sort();
        let entry = |(count, name): (usize, String)| {
            let responses =
                if count == 0 { "no responses".to_owned() } else { words::count(count, "response", "responses") };
            Entry { label: String::new(), text: format!("{name}: {responses}") }
        };
        few.into_iter().map(entry).collect()
    }

    fn sector(&self, id: &crate::domain::ids::SectorId) -> String {
        breakdown::name(self.open, self.id, &Group::Sector(Some(id.clone())))
    }

    /// The arcs whose score may be shown, with it and its people.
    fn means(&self) -> Vec<(&'a Theme, f64, usize)> {
        let themes = self.survey.framework.themes.iter();
        let mean = |theme: &'a Theme| match self.figures.theme(&theme.id) {
            Shown::Mean { mean, people } => Some((theme, mean, people)),
            _ => None,
        };
        themes.filter_map(mean).collect()
    }

    fn practices(&self) -> impl Iterator<Item = (&'a Theme, &'a Practice)> {
        let framework = &self.survey.framework;
        framework.practices.iter().filter_map(|practice| Some((framework.theme(&practice.theme)?, practice)))
    }

    fn aspects(&self) -> impl Iterator<Item = &'a Aspect> {
        self.survey.framework.aspects.iter()
    }

    fn aspect(&self, theme: &Theme, practice: &Practice, aspect: &Aspect, who: &Who) -> Shown {
        let of = Of::Aspect(theme.id.clone(), practice.id.clone(), aspect.id.clone());
        self.figures.figure(of, who.clone())
    }
}

fn best(means: &[(&Theme, f64, usize)], which: fn(f64, f64) -> f64) -> Option<f64> {
    means.iter().map(|(_, mean, _)| *mean).reduce(which)
}

fn quoted(theme: &Theme) -> String {
    format!("\u{201c}{}\u{201d}", theme.name)
}

/// A figure as a cell, with its number of people.
fn with_people(shown: Shown) -> String {
    match shown {
        Shown::Mean { mean, people } => format!("{} (n {people})", words::mean(mean)),
        other => mean_only(other),
    }
}

/// A figure as a cell.
fn mean_only(shown: Shown) -> String {
    match shown {
        Shown::Mean { mean, .. } => words::mean(mean),
        Shown::TooFew => "too few".to_owned(),
        Shown::NoAnswers => "no answers".to_owned(),
        Shown::NotAsked => "not asked".to_owned(),
    }
}
