//! What may be shared of a round, so that nobody can be picked out.
//!
//! Whoever reads shared outputs (reports, copied tables, pictures, files for the region) is taken to be an adversary who has
//! them all. So shared figures come only from here, only from a closed round, and only from a fixed list of tables, which
//! are drawn all together: a figure that fewer people than the round's threshold stand behind is withheld, and so is one
//! that would give away such a figure, or any few people, by subtraction (`hands.rs`). Counts of responses are never
//! withheld: a low return is itself a finding. On the coordinator's own screen the rule for one figure, [`shown`], is a
//! courtesy that claims nothing, as the coordinator holds the raw answers.

mod field;
mod hands;
mod people;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use self::hands::{Guard, Row};
use self::people::People;
pub use self::tables::{Of, Who};
use super::comparison::asked;
use super::lens::Lens;
use super::scores::{Measure, Scores, measures_of};
use super::sheet::Sheet;
use crate::domain::area::StaffGroup;
use crate::domain::ids::{RoundId, SectorId, StaffGroupId, StatementId, SurveyHash, ThemeId};
use crate::domain::response::Response;
use crate::domain::survey::{ForWhom, Survey};
use crate::domain::workspace::{Release, RoundState, Workspace};

/// A figure as it may be shown to somebody else.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// It may be shown: the mean, 1 to 5, and how many people stand behind it.
    Mean {
        /// The mean over people.
        mean: f64,
        /// How many people.
        people: usize,
    },
    /// Too few people stand behind it, or behind what could be worked out from it and the other figures that are shared or
    /// may have been shared before.
    TooFew,
    /// Nobody gave a score.
    NoAnswers,
    /// It was not asked.
    NotAsked,
}

/// Why a round can't be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// It is still open: figures drawn on two days would show what the people in between said.
    StillOpen,
    /// It is not here.
    NotHere,
}

/// The figures of a closed round that may be shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Shareable {
    /// The day the round was closed.
    pub closed: NaiveDate,
    /// How many people responded.
    pub responses: usize,
    /// How many people responded, by the sector that they said they work in; `None` did not say.
    pub by_sector: BTreeMap<Option<SectorId>, usize>,
    /// How many people responded, by the staff group that they named themselves; `None` did not say.
    pub by_staff_group: BTreeMap<Option<StaffGroupId>, usize>,
    /// The fewest people that a figure stands for.
    pub smallest_group: usize,
    figures: BTreeMap<(Of, Who), Shown>,
}

impl Shareable {
    /// The figures of a round.
    ///
    /// # Errors
    /// If the round is open or not here.
    pub fn of_round(workspace: &Workspace, id: RoundId) -> Result<Self, NotShared> {
        let round = workspace.round(id).ok_or(NotShared::NotHere)?;
        let RoundState::Closed(closed) = workspace.round_state(id) else { return Err(NotShared::StillOpen) };
        let mut releases = workspace.releases(id);
        // Where the closing did not say what it counts, figures move with every file that comes, and two of them would tell
        // what those in between said.
        let is_fixed = !releases.is_empty();
        if releases.is_empty() {
            releases.push(Release { gathered: workspace.gathered(id), withdrawn: 0 });
        }
        // What children and families say is never counted with what the workforce says, and is in none of these tables.
        for release in &mut releases {
            release.gathered.responses.retain(|_, (survey, _)| workspace.for_whom(*survey) == ForWhom::Workforce);
        }
        let smallest_group = round.smallest_group();
        let groups = workspace.area().map(crate::domain::area::Area::all_staff_groups).unwrap_or_default();
        let list = List::of(workspace, id, &releases, &groups);
        let admitted = list.admitted(&releases, smallest_group);
        let mut shareable = Self {
            closed,
            responses: 0,
            by_sector: BTreeMap::new(),
            by_staff_group: BTreeMap::new(),
            smallest_group,
            figures: BTreeMap::new(),
        };
        let Some(now) = releases.last() else { return Ok(shareable) };
        shareable.responses = now.gathered.responses.len();
        for (_, response) in now.gathered.responses.values() {
            let person = &response.respondent;
            let of_sector = shareable.by_sector.entry(person.sector.clone()).or_default();
            *of_sector = of_sector.saturating_add(1);
            let of_group = shareable.by_staff_group.entry(person.staff_group.clone()).or_default();
            *of_group = of_group.saturating_add(1);
        }
        // Whom the withdrawn scored is gone with them, so one is enough to withhold everything. Closing the round anew
        // begins again; whoever does that is told so first.
        let may_be_shown = |figure: &(Of, Who)| is_fixed && now.withdrawn == 0 && admitted.contains(figure);
        shareable.figures = list
            .measures(now)
            .into_iter()
            .map(|(figure, measure)| {
                let shown = match shown(Some(&measure), 1) {
                    Shown::Mean { .. } if !may_be_shown(&figure) => Shown::TooFew,
                    shown => shown,
                };
                (figure, shown)
            })
            .collect();
        Ok(shareable)
    }

    /// The figure of a theme for the whole workforce.
    pub fn theme(&self, theme: &ThemeId) -> Shown {
        self.figure(Of::Theme(theme.clone()), Who::Everybody)
    }

    /// Any figure of the list of tables; what is not on it was not asked.
    pub fn figure(&self, of: Of, who: Who) -> Shown {
        self.figures.get(&(of, who)).copied().unwrap_or(Shown::NotAsked)
    }

    /// All figures of the list of tables.
    pub fn figures(&self) -> impl Iterator<Item = (&Of, &Who, Shown)> {
        self.figures.iter().map(|((of, who), shown)| (of, who, *shown))
    }
}

/// The tables of a round: by theme the figures in them, and what is needed to work them out.
struct List<'a> {
    people: People<'a>,
    /// The surveys that people answered, and those that were handed out.
    surveys: BTreeMap<SurveyHash, &'a Survey>,
    groups: &'a [StaffGroup],
    /// By other round that is compared with this one: what it asked.
    others: Vec<(RoundId, BTreeSet<StatementId>)>,
    by_theme: BTreeMap<ThemeId, Vec<(Of, Who)>>,
}

impl<'a> List<'a> {
    fn of(workspace: &'a Workspace, id: RoundId, releases: &[Release<'a>], groups: &'a [StaffGroup]) -> Self {
        let people = People::of(workspace, releases, groups);
        let rounds = workspace.rounds();
        let place = rounds.iter().position(|(other, _)| *other == id).unwrap_or_default();
        // The round before, and the one after: what is put beside the one is put beside the other.
        let beside = [place.checked_sub(1), place.checked_add(1)].into_iter().flatten();
        let beside = beside.filter_map(|place| rounds.get(place).map(|(other, _)| *other));
        let others: Vec<_> = beside.map(|other| (other, asked(workspace, other, &Lens::default()))).collect();
        let handed_out = workspace.round(id).map(|round| round.surveys.as_slice()).unwrap_or_default();
        let handed_out = handed_out.iter().filter_map(|hash| workspace.survey(*hash));
        let handed_out = handed_out.filter(|survey| survey.questionnaire.for_whom == ForWhom::Workforce);
        let surveys: BTreeMap<SurveyHash, &Survey> =
            handed_out.chain(people.surveys.iter().copied()).map(|survey| (survey.hash, &**survey)).collect();
        let all: Vec<&Survey> = surveys.values().copied().collect();
        let themes: BTreeSet<&ThemeId> = all.iter().flat_map(|survey| survey.themes()).map(|theme| &theme.id).collect();
        let rounds: Vec<RoundId> = others.iter().map(|(other, _)| *other).collect();
        let of_theme = |theme: &ThemeId| match workspace.area() {
            Some(area) => tables::of_theme(theme, &all, area, &rounds),
            None => Vec::new(),
        };
        let by_theme = themes.into_iter().map(|theme| (theme.clone(), of_theme(theme))).collect();
        Self { people, surveys, groups, others, by_theme }
    }

    /// The figures of the last release that may be shown beside all that may have been shown of those before it.
    fn admitted(&self, releases: &[Release<'_>], threshold: usize) -> BTreeSet<(Of, Who)> {
        let mut admitted = BTreeSet::new();
        for (theme, figures) in &self.by_theme {
            // What one theme's figures are made of is in no other theme's.
            let classes = self.people.classes(theme);
            let mut guard = Guard::new(&classes, threshold);
            for release in 0..releases.len() {
                let is_last = release.saturating_add(1) == releases.len();
                for figure in figures {
                    if guard.admits(self.row(theme, figure, release)) && is_last {
                        admitted.insert(figure.clone());
                    }
                }
            }
        }
        admitted
    }

    fn row(&self, theme: &ThemeId, (of, who): &(Of, Who), release: usize) -> Row {
        let asked = |round, statement: &StatementId| self.asked(round, statement);
        let belonging = |survey: &&std::sync::Arc<Survey>| -> Vec<bool> {
            survey.of_theme(theme).map(|statement| of.has(statement, asked)).collect()
        };
        Row {
            release,
            who: self.people.sorts_that(who.means(self.groups)),
            statements: self.people.surveys.iter().map(belonging).collect(),
        }
    }

    fn asked(&self, round: RoundId, statement: &StatementId) -> bool {
        self.others.iter().any(|(other, asked)| *other == round && asked.contains(statement))
    }

    /// The measure of every figure in a release; figures that their people were not asked for are not in it.
    fn measures(&self, release: &Release<'_>) -> BTreeMap<(Of, Who), Measure> {
        let mut measures = BTreeMap::new();
        let wanted: BTreeSet<(&Of, &Who)> = self.by_theme.values().flatten().map(|(of, who)| (of, who)).collect();
        let whose: BTreeSet<&Who> = wanted.iter().map(|(_, who)| *who).collect();
        let said: Vec<(SurveyHash, &Response)> = release.gathered.responses.values().copied().collect();
        for who in whose {
            let means = who.means(self.groups);
            let said = || said.iter().copied().filter(|(_, response)| means(&response.respondent));
            let mut found = self.scored(said(), who);
            for (of, who) in wanted.iter().filter(|(_, other)| *other == who) {
                let statements = self.surveys.values().flat_map(|survey| &survey.questionnaire.statements);
                let mut of_it = statements.filter(|one| of.has(one, |round, id| self.asked(round, id)));
                if of_it.any(|one| who.are_asked(one, self.groups)) {
                    measures.insert(((*of).clone(), (*who).clone()), found.remove(of).unwrap_or_default());
                }
            }
        }
        measures
    }

    /// The measures of some people's responses, by what they are of.
    fn scored<'b>(
        &'b self,
        said: impl Iterator<Item = (SurveyHash, &'b Response)> + Clone,
        who: &Who,
    ) -> BTreeMap<Of, Measure> {
        let survey = |hash| self.surveys.get(&hash).copied();
        let scores = |lens: &Lens| Scores::of(said.clone(), survey, self.groups, lens);
        let whole = scores(&Lens::default());
        let themes = whole.themes.into_iter().map(|(theme, measure)| (Of::Theme(theme), measure));
        let statements = whole.statements.into_iter().map(|(id, measure)| (Of::Statement(id), measure));
        let mut found: BTreeMap<Of, Measure> = themes.chain(statements).collect();
        let has_aspects = |(of, other): &(Of, Who)| matches!(of, Of::Aspect(..)) && other == who;
        if !self.by_theme.values().flatten().any(has_aspects) {
            return found;
        }
        let sheet = Sheet::of(said.clone(), survey, self.groups);
        let everybody = sheet.seen(&Lens::default(), self.groups);
        found.extend(measures_of(&everybody, survey, &Lens::default(), |one| {
            Some(Of::Aspect(one.theme.clone(), one.practice.clone()?, one.aspect.clone()?))
        }));
        if *who == Who::Everybody {
            for (round, asked) in &self.others {
                let shared = scores(&Lens { statements: Some(asked.clone()), ..Lens::default() });
                found.extend(shared.themes.into_iter().map(|(theme, measure)| (Of::Shared(theme, *round), measure)));
            }
        }
        found
    }
}

/// The figure of a measure under the rule for one figure: it stands for `smallest` people or more. `None` was not asked.
pub fn shown(measure: Option<&Measure>, smallest: usize) -> Shown {
    match measure {
        None => Shown::NotAsked,
        Some(measure) => match measure.mean() {
            None => Shown::NoAnswers,
            Some(_) if measure.people < smallest => Shown::TooFew,
            // To a tenth, as it is written: what a chart is drawn from tells no more than the table beside it.
            Some(mean) => Shown::Mean { mean: (mean * 10.0).round() / 10.0, people: measure.people },
        },
    }
}

#[cfg(test)]
mod tests;
