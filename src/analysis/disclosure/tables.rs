//! The fixed list of tables that can be shared of a closed round, in the order in which they come first where not all of
//! their figures can be shown.

use std::collections::BTreeSet;

use crate::analysis::lens::Lens;
use crate::domain::area::{Area, StaffGroup};
use crate::domain::draft::Respondent;
use crate::domain::ids::{AspectId, PracticeId, RoundId, SectorId, StaffGroupId, StatementId, ThemeId};
use crate::domain::survey::{Statement, Survey};

/// What a figure is the mean of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// A theme.
    Theme(ThemeId),
    /// A statement.
    Statement(StatementId),
    /// One aspect of a practice of a theme: an axis of its radar.
    Aspect(ThemeId, PracticeId, AspectId),
    /// The statements of a theme that another round asked too, beside which this one is put.
    Shared(ThemeId, RoundId),
}

/// Whose answers a figure stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The whole workforce.
    Everybody,
    /// A staff group with those beneath it; `None` for those who did not say.
    StaffGroup(Option<StaffGroupId>),
    /// A sector; `None` for those who did not say.
    Sector(Option<SectorId>),
}

impl Of {
    /// Whether a statement belongs to it. `shared` tells what another round asked.
    pub(super) fn has(&self, statement: &Statement, shared: impl Fn(RoundId, &StatementId) -> bool) -> bool {
        match self {
            Self::Theme(theme) => statement.theme == *theme,
            Self::Shared(theme, round) => statement.theme == *theme && shared(*round, &statement.id),
            Self::Aspect(theme, practice, aspect) => {
                (&statement.theme, statement.practice.as_ref(), statement.aspect.as_ref())
                    == (theme, Some(practice), Some(aspect))
            }
            Self::Statement(id) => statement.id == *id,
        }
    }
}

impl Who {
    /// Tells whether a person is meant. `groups` are the area's staff groups.
    pub(super) fn means(&self, groups: &[StaffGroup]) -> impl Fn(&Respondent) -> bool {
        let lens = match self {
            Self::Everybody => Lens::default(),
            Self::StaffGroup(group) => Lens { staff_group: group.clone(), ..Lens::default() },
            Self::Sector(sector) => Lens { sector: sector.clone(), ..Lens::default() },
        };
        let (no_group, no_sector) = (*self == Self::StaffGroup(None), *self == Self::Sector(None));
        move |person| {
            let is_silent = |silent: bool, has: bool| !silent || !has;
            is_silent(no_group, person.staff_group.is_some())
                && is_silent(no_sector, person.sector.is_some())
                && lens.sees(person, groups)
        }
    }

    /// Whether these people are asked a statement.
    pub(super) fn are_asked(&self, statement: &Statement, groups: &[StaffGroup]) -> bool {
        match self {
            Self::StaffGroup(group) => statement.is_asked_of(group.as_ref(), groups),
            Self::Everybody | Self::Sector(_) => true,
        }
    }
}

/// The figures of a theme, the most wanted first: the whole workforce, then each staff group, then each sector; then what
/// the theme is made of, for the whole workforce and for the two default staff groups; last what stands beside other rounds.
///
/// Within that they stand in the order of their ids, which nobody can change: were it another order after figures have been
/// shared, others could be withheld, and both together tell more than either.
pub(super) fn of_theme(theme: &ThemeId, surveys: &[&Survey], area: &Area, others: &[RoundId]) -> Vec<(Of, Who)> {
    let whole = Of::Theme(theme.clone());
    let mut groups: Vec<&StaffGroup> = area.staff_groups.iter().chain(&area.former_staff_groups).collect();
    groups.sort_by_key(|group| (group.within.is_some(), &group.id));
    let defaults = groups.iter().filter(|group| group.within.is_none()).take(2);
    let mut sectors: Vec<_> = area.sectors.iter().chain(&area.former_sectors).map(|sector| &sector.id).collect();
    sectors.sort();
    let aspect = |one: &Statement| Some(Of::Aspect(theme.clone(), one.practice.clone()?, one.aspect.clone()?));
    let part = |one: &Statement| {
        let own = stands_once(one, surveys).then(|| Of::Statement(one.id.clone()));
        own.into_iter().chain(aspect(one)).collect::<Vec<_>>()
    };
    let statements = surveys.iter().flat_map(|survey| survey.of_theme(theme));
    let parts: BTreeSet<Of> = statements.flat_map(part).collect();

    let of_group = |group: &&StaffGroup| Who::StaffGroup(Some(group.id.clone()));
    let by_group = groups.iter().map(of_group).chain([Who::StaffGroup(None)]);
    let by_sector = sectors.into_iter().map(|sector| Who::Sector(Some(sector.clone()))).chain([Who::Sector(None)]);
    let themes = std::iter::once(Who::Everybody).chain(by_group).chain(by_sector).map(|who| (whole.clone(), who));
    let made_of = parts.iter().map(|part| (part.clone(), Who::Everybody));
    let aspects = parts.iter().filter(|part| matches!(part, Of::Aspect(..)));
    let aspects = aspects.flat_map(|part| defaults.clone().map(|group| (part.clone(), of_group(group))));
    let beside = others.iter().map(|other| (Of::Shared(theme.clone(), *other), Who::Everybody));
    themes.chain(made_of).chain(aspects).chain(beside).collect()
}

/// Whether a statement stands under one theme in all surveys of a round. Figures of one that moved would tell of two.
fn stands_once(statement: &Statement, surveys: &[&Survey]) -> bool {
    let mut same = surveys.iter().filter_map(|survey| survey.statement(&statement.id));
    same.all(|other| other.theme == statement.theme)
}
