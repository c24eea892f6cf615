//! A breakdown: what the workforce said in a round group by group, for those people and statements that its filters leave.

mod counting;

use std::collections::{BTreeMap, BTreeSet};

use self::counting::Counting;
use super::disclosure::{Shown, shown};
use super::headcount::{OfHeadcount, Rates};
use super::lens::Lens;
use super::measures::{Measure, ResponseRate};
use super::sheet::Sheet;
use crate::domain::headcount::Among;
use crate::domain::ids::{PerspectiveId, PracticeId, RoundId, SectorId, StaffGroupId, ThemeId};
use crate::domain::survey::{ForWhom, Statement};
use crate::domain::workspace::Workspace;

/// How far apart two means as they are shown must be for that to be told.
const LEAST_APART: f64 = 0.2;

/// By what a round's answers are broken down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// Where people work.
    #[default]
    Sector,
    /// What people do.
    StaffGroup,
    /// The organisation that people named.
    Organisation,
    /// From whose eyes the statements are put; the people are the same in every group.
    Perspective,
}

/// What a breakdown shows: its groups, and the filters, which all apply together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cut {
    /// By what it is broken down.
    pub by: By,
    /// Only people of this sector.
    pub sector: Option<SectorId>,
    /// Only people of this staff group or of one beneath it.
    pub staff_group: Option<StaffGroupId>,
    /// Only statements put from this perspective.
    pub perspective: Option<PerspectiveId>,
    /// Only statements about this practice.
    pub practice: Option<PracticeId>,
    /// The arc that is looked at more closely. It is no filter.
    pub theme: Option<ThemeId>,
}

/// A round broken down.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// By what.
    pub by: By,
    /// The themes that the round asks about, as far as the filters leave statements of them, in the order of the arcs.
    pub themes: Vec<ThemeId>,
    /// Everybody whom the filters leave.
    pub everybody: Group,
    /// The groups of them, in the area's order.
    pub groups: Vec<Group>,
}

/// One group of people, or the same people's answers from one perspective.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Which group.
    pub of: Of,
    /// How many of them responded, whatever they answered.
    pub responses: usize,
    /// How many of those who were expected responded, where a number was set and no filter leaves people out. Of everybody,
    /// it is over the sectors of which a number is expected.
    pub rate: Option<ResponseRate>,
    /// How many of all who work there responded, of sectors and staff groups whose headcount is known.
    pub of_headcount: Option<OfHeadcount>,
    /// The fewest people that a figure of theirs stands for.
    pub smallest: usize,
    /// What they said, by theme.
    themes: BTreeMap<ThemeId, Measure>,
}

/// What a group is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// All people whom the filters leave.
    Everybody,
    /// A sector; `None` for those who did not say.
    Sector(Option<SectorId>),
    /// A staff group with those beneath it; `None` for those who did not say.
    StaffGroup(Option<StaffGroupId>),
    /// A staff group that stands beneath another one, which its people are counted in too.
    Beneath(StaffGroupId),
    /// An organisation as its people write it; `None` for those who did not say.
    Organisation(Option<String>),
    /// So many organisations from which fewer people than a figure stands for responded, as one group.
    OtherOrganisations(usize),
    /// A perspective.
    Perspective(PerspectiveId),
}

/// A group that is further from the others than any other group is, on one arc. It says what these people answered and
/// claims nothing of anybody else.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart<'a> {
    /// Which group.
    pub group: &'a Group,
    /// On which arc.
    pub theme: &'a ThemeId,
    /// Its mean as it is shown, 1 to 5, and how many people stand behind it.
    pub here: (f64, usize),
    /// The group that it is compared with; `None` for everybody else.
    pub other: Option<&'a Group>,
    /// The same of those.
    pub there: (f64, usize),
}

impl Cut {
    /// Among whom a group of this cut is, where people are counted in such groups.
    fn among(&self, of: &Of) -> Option<Among> {
        let (sector, staff_group) = (self.sector.clone(), self.staff_group.clone());
        match (self.by, of) {
            (By::Sector, Of::Sector(Some(id))) => Some(Among { sector: Some(id.clone()), staff_group }),
            (By::Sector, Of::Everybody) => Some(Among { sector: None, staff_group }),
            (By::StaffGroup, Of::StaffGroup(Some(id)) | Of::Beneath(id)) => {
                Some(Among { sector, staff_group: Some(id.clone()) })
            }
            (By::StaffGroup, Of::Everybody) => Some(Among { sector, staff_group: None }),
            _ => None,
        }
    }

    /// Whose answers are looked at, and to which statements. A filter on what the groups are made by would leave one group,
    /// and does not apply.
    pub fn lens(&self, workspace: &Workspace, round: RoundId) -> Lens {
        let statements = self.practice.as_ref().map(|practice| {
            let of_practice = |one: &&Statement| one.practice.as_ref() == Some(practice);
            asked(workspace, round).filter(of_practice).map(|one| one.id.clone()).collect()
        });
        Lens {
            whom: ForWhom::Workforce,
            sector: self.sector.clone().filter(|_| self.by != By::Sector),
            staff_group: self.staff_group.clone().filter(|_| self.by != By::StaffGroup),
            organisation: None,
            perspective: self.perspective.clone().filter(|_| self.by != By::Perspective),
            statements,
        }
    }

    /// Whether a filter is set, also one that does not apply to these groups.
    pub fn is_filtered(&self) -> bool {
        self.sector.is_some() || self.staff_group.is_some() || self.perspective.is_some() || self.practice.is_some()
    }
}

impl Breakdown {
    /// A round broken down; empty if it is not here.
    pub fn of(workspace: &Workspace, round: RoundId, cut: &Cut) -> Self {
        Self::from_sheet(workspace, round, cut, &Sheet::of_round(workspace, round))
    }

    /// The same from the round's sheet, for whoever breaks it down again and again.
    pub fn from_sheet(workspace: &Workspace, round: RoundId, cut: &Cut, sheet: &Sheet) -> Self {
        let lens = cut.lens(workspace, round);
        let groups = workspace.area().map(|area| area.all_staff_groups()).unwrap_or_default();
        let seen = sheet.seen(&lens, &groups);
        // Whom it looks at is told apart already: what follows looks at statements alone.
        let lens =
            Lens { perspective: lens.perspective.clone(), statements: lens.statements.clone(), ..Lens::default() };
        let known: BTreeSet<&ThemeId> =
            asked(workspace, round).filter(|one| lens.looks_at(one)).map(|one| &one.theme).collect();
        let order = workspace.survey_of(round).map(|survey| survey.framework.themes.as_slice()).unwrap_or_default();
        let themes: Vec<ThemeId> =
            order.iter().map(|theme| theme.id.clone()).filter(|theme| known.contains(theme)).collect();
        let counting = Counting { workspace, round, lens, themes };
        let (mut everybody, mut groups) = match cut.by {
            By::Sector => counting.by_sector(seen, cut.staff_group.is_none()),
            By::StaffGroup => counting.by_staff_group(seen, &groups),
            By::Organisation => counting.by_organisation(seen),
            By::Perspective => counting.by_perspective(seen),
        };
        if let Some(rates) = Rates::of_round(workspace, round) {
            for group in groups.iter_mut().chain([&mut everybody]) {
                group.of_headcount = cut.among(&group.of).and_then(|among| rates.of(&among));
            }
        }
        Self { by: cut.by, themes: counting.themes, everybody, groups }
    }

    /// The group that is furthest from everybody else on any arc, or the two perspectives that are furthest apart, where
    /// figures of both sides may be shown; `None` where no two can be compared, or where the means are closer than 0.2. Of
    /// equal distances the first counts.
    pub fn furthest_apart(&self) -> Option<Apart<'_>> {
        let mut furthest: Option<(Apart<'_>, f64)> = None;
        for (theme, group) in self.themes.iter().flat_map(|theme| self.groups.iter().map(move |group| (theme, group))) {
            for (other, there) in self.beside(group, theme) {
                let Some(here) = figure(group.figure(theme)).filter(|_| group.of.is_one()) else { continue };
                let distance = (here.0 - there.0).abs();
                // Both are tenths, which are not exact as numbers.
                if distance > LEAST_APART - 0.01 && furthest.as_ref().is_none_or(|(_, most)| distance > *most) {
                    furthest = Some((Apart { group, theme, here, other, there }, distance));
                }
            }
        }
        furthest.map(|(apart, _)| apart)
    }

    /// What a group's figure is compared with.
    fn beside(&self, group: &Group, theme: &ThemeId) -> Vec<(Option<&Group>, (f64, usize))> {
        if self.by == By::Perspective {
            let others = self.groups.iter().filter(|other| other.of != group.of);
            return others.filter_map(|other| Some((Some(other), figure(other.figure(theme))?))).collect();
        }
        let part = group.themes.get(theme);
        let rest = part.and_then(|part| self.everybody.themes.get(theme)?.mean_without(part));
        rest.filter(|(_, people)| *people >= self.everybody.smallest)
            .map(|(mean, people)| (None, ((mean * 10.0).round() / 10.0, people)))
            .into_iter()
            .collect()
    }
}

impl Group {
    /// What they said to a theme's statements.
    pub fn measure(&self, theme: &ThemeId) -> Option<&Measure> {
        self.themes.get(theme)
    }

    /// Their figure for a theme as it may be shown.
    pub fn figure(&self, theme: &ThemeId) -> Shown {
        match self.themes.get(theme) {
            // Some statements are meant for some staff groups only.
            Some(measure) if self.responses > 0 && measure.asked() == 0 => Shown::NotAsked,
            measure => shown(measure, self.smallest),
        }
    }
}

impl Of {
    /// Whether it is a group of its own, and not what is left of several.
    fn is_one(&self) -> bool {
        !matches!(
            self,
            Self::Sector(None) | Self::StaffGroup(None) | Self::Organisation(None) | Self::OtherOrganisations(_)
        )
    }
}

/// The statements that a round puts to the workforce in any of its surveys.
fn asked(workspace: &Workspace, round: RoundId) -> impl Iterator<Item = &Statement> {
    let surveys = workspace.round(round).map(|round| round.surveys.as_slice()).unwrap_or_default();
    let surveys = surveys.iter().filter_map(|hash| workspace.survey(*hash));
    let surveys = surveys.filter(|survey| survey.questionnaire.for_whom == ForWhom::Workforce);
    surveys.flat_map(|survey| &survey.questionnaire.statements)
}

/// A mean that may be shown, with its number of people.
fn figure(shown: Shown) -> Option<(f64, usize)> {
    match shown {
        Shown::Mean { mean, people } => Some((mean, people)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
