//! What runs across practices: since all practices share their aspects, one that is the lowest of every practice shows.

use std::collections::BTreeMap;

use super::disclosure::{Shown, shown};
use super::lens::Lens;
use super::scores::measures_by;
use crate::domain::framework::{Aspect, Practice};
use crate::domain::ids::{AspectId, PracticeId, RoundId, StaffGroupId, ThemeId};
use crate::domain::workspace::Workspace;

/// The fewest practices, and the fewest aspects of a practice, for one to be the lowest throughout.
const FEWEST: usize = 3;

/// An aspect that is the lowest of every practice of a theme, or as low as the lowest.
#[derive(Clone, Debug, PartialEq)]
pub struct Throughout<'a> {
    /// The aspect.
    pub aspect: &'a Aspect,
    /// The practices, in the framework's order, each with the aspect's mean as it is shown, 1 to 5, and how many people
    /// stand behind it; three or more.
    pub practices: Vec<(&'a Practice, f64, usize)>,
    /// The staff groups that were asked about it; empty if everybody was.
    pub audience: Vec<StaffGroupId>,
}

/// The aspect of a theme's practices that is the lowest throughout, of everybody's answers. `None` if no aspect is, or if
/// there are too few practices or aspects with figures that may be shown.
pub fn lowest_throughout<'a>(open: &'a Workspace, round: RoundId, theme: &ThemeId) -> Option<Throughout<'a>> {
    let survey = open.survey_of(round)?;
    let measures = measures_by(open, round, &Lens::default(), |one| {
        (one.theme == *theme).then(|| Some((one.practice.clone()?, one.aspect.clone()?))).flatten()
    });
    let smallest = open.smallest_group(round);
    let mut by_practice: BTreeMap<&PracticeId, BTreeMap<&AspectId, (f64, usize)>> = BTreeMap::new();
    for ((practice, aspect), measure) in &measures {
        if let Shown::Mean { mean, people } = shown(Some(measure), smallest) {
            by_practice.entry(practice).or_default().insert(aspect, (mean, people));
        }
    }
    by_practice.retain(|_, aspects| aspects.len() >= FEWEST);
    if by_practice.len() < FEWEST {
        return None;
    }
    let is_lowest = |aspect: &AspectId| {
        by_practice.values().all(|aspects| {
            let own = aspects.get(aspect);
            own.is_some_and(|(own, _)| aspects.iter().all(|(other, (mean, _))| *other == aspect || own <= mean))
        })
    };
    let aspect = survey.framework.aspects.iter().find(|aspect| is_lowest(&aspect.id))?;
    let of_practice = |practice: &'a Practice| {
        let (mean, people) = by_practice.get(&practice.id)?.get(&aspect.id)?;
        Some((practice, *mean, *people))
    };
    let asked = survey.of_theme(theme).filter(|one| one.practice.is_some() && one.aspect.as_ref() == Some(&aspect.id));
    let mut audience: Vec<StaffGroupId> = Vec::new();
    for one in asked {
        if one.audience.is_empty() {
            audience.clear();
            break;
        }
        audience.extend(one.audience.iter().filter(|group| !audience.contains(group)).cloned().collect::<Vec<_>>());
    }
    Some(Throughout {
        aspect,
        practices: survey.framework.practices.iter().filter_map(of_practice).collect(),
        audience,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;

    #[test]
    fn what_is_missing_everywhere_is_found() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        let of = |theme: &str| lowest_throughout(&sample, round, &ThemeId::parse(theme).unwrap());
        let found = of("integrated-working").unwrap();
        assert_eq!((found.aspect.id.as_str(), found.practices.len()), ("improvement", 5));
        assert_eq!(found.audience.iter().map(StaffGroupId::as_str).collect::<Vec<_>>(), ["leaders"]);
        assert_eq!(of("identity"), None, "an arc without practices");
    }
}
