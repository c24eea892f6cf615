//! How the groups of a breakdown are counted: each person once, in the group that they belong to.

use std::collections::BTreeMap;

use super::{Group, Of, asked};
use crate::analysis::lens::{Lens, organisation_key};
use crate::analysis::measures::{Measure, ResponseRate};
use crate::analysis::scores::measures_of;
use crate::analysis::sheet::{Alike, people};
use crate::domain::area::StaffGroup;
use crate::domain::draft::Respondent;
use crate::domain::ids::{PerspectiveId, RoundId, SurveyHash, ThemeId};
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::Workspace;

/// What stays the same from group to group.
pub(super) struct Counting<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) round: RoundId,
    /// Which statements are looked at.
    pub(super) lens: Lens,
    /// The themes of those statements, in the order of the arcs.
    pub(super) themes: Vec<ThemeId>,
}

impl<'a> Counting<'a> {
    /// The survey of this hash.
    fn survey(&self) -> impl Fn(SurveyHash) -> Option<&'a Survey> {
        let workspace = self.workspace;
        move |hash| workspace.survey(hash).map(|survey| &**survey)
    }

    /// The fewest people that a figure stands for.
    fn smallest(&self) -> usize {
        self.workspace.smallest_group(self.round)
    }

    fn measures<K: Ord>(&self, alike: &[&Alike], key: impl Fn(&Statement) -> Option<K>) -> BTreeMap<K, Measure> {
        measures_of(alike, self.survey(), &self.lens, key)
    }

    fn group(&self, of: Of, alike: &[&Alike]) -> Group {
        let themes = self.measures(alike, |one| Some(one.theme.clone()));
        self.filled(Group {
            of,
            responses: people(alike),
            rate: None,
            of_headcount: None,
            smallest: self.smallest(),
            themes,
        })
    }

    /// What is asked is asked before the first of a group has answered.
    fn filled(&self, mut group: Group) -> Group {
        for theme in &self.themes {
            group.themes.entry(theme.clone()).or_default();
        }
        group
    }

    /// Several groups as one.
    fn together<'g>(&self, of: Of, groups: impl IntoIterator<Item = &'g Group>) -> Group {
        let mut all = self.filled(Group {
            of,
            responses: 0,
            rate: None,
            of_headcount: None,
            smallest: self.smallest(),
            themes: BTreeMap::new(),
        });
        for group in groups {
            all.responses = all.responses.saturating_add(group.responses);
            for (theme, measure) in &group.themes {
                all.themes.entry(theme.clone()).or_default().join(measure);
            }
        }
        all
    }

    /// The people of each key, counted.
    fn counted<'r, K: Ord + Clone>(
        &self,
        alike: Vec<&'r Alike>,
        key: impl Fn(&'r Respondent) -> K,
        of: impl Fn(K) -> Of,
    ) -> BTreeMap<K, Group> {
        let mut parts: BTreeMap<K, Vec<&'r Alike>> = BTreeMap::new();
        for one in alike {
            parts.entry(key(&one.respondent)).or_default().push(one);
        }
        parts.into_iter().map(|(key, alike)| (key.clone(), self.group(of(key), &alike))).collect()
    }

    /// By sector: everybody, and every sector of the area. `are_all` says whether no filter leaves people out, so that the
    /// expected numbers apply.
    pub(super) fn by_sector(&self, alike: Vec<&Alike>, are_all: bool) -> (Group, Vec<Group>) {
        let mut counted = self.counted(alike, |one| one.sector.clone(), Of::Sector);
        let listed = self.workspace.area().map(|area| area.sectors.as_slice()).unwrap_or_default();
        let mut groups: Vec<Group> = listed
            .iter()
            .map(|sector| {
                let id = Some(sector.id.clone());
                counted.remove(&id).unwrap_or_else(|| self.group(Of::Sector(id), &[]))
            })
            .collect();
        let unsaid = counted.remove(&None);
        groups.extend(counted.into_values().chain(unsaid));
        let expected = self.workspace.round(self.round).map(|round| &round.expected).filter(|_| are_all);
        for group in &mut groups {
            if let Of::Sector(Some(id)) = &group.of {
                let expected = expected.and_then(|expected| expected.get(id).copied());
                group.rate = ResponseRate::of(group.responses, expected);
            }
        }
        let mut everybody = self.together(Of::Everybody, &groups);
        let rates = groups.iter().filter_map(|group| group.rate);
        let (received, expected) = rates.fold((0_usize, 0_u32), |(received, expected), rate| {
            (received.saturating_add(rate.received), expected.saturating_add(rate.expected()))
        });
        everybody.rate = ResponseRate::of(received, Some(expected));
        (everybody, groups)
    }

    /// By staff group: everybody, and every staff group of the area, each followed by those beneath it. `known` are all that
    /// people may have said.
    pub(super) fn by_staff_group(&self, alike: Vec<&Alike>, known: &[StaffGroup]) -> (Group, Vec<Group>) {
        let mut counted = self.counted(alike, |one| one.staff_group.clone(), Of::StaffGroup);
        let everybody = self.together(Of::Everybody, counted.values());
        let listed = self.workspace.area().map(|area| area.staff_groups.as_slice()).unwrap_or_default();
        let is_listed = |group: &StaffGroup| listed.iter().any(|other| other.id == group.id);
        let parent = |group: &StaffGroup| group.within.clone().filter(|id| known.iter().any(|other| other.id == *id));
        let mut groups = Vec::new();
        for group in known.iter().filter(|group| parent(group).is_none()) {
            let mut own: Vec<Group> = counted.remove(&Some(group.id.clone())).into_iter().collect();
            let mut beneath = Vec::new();
            for part in known.iter().filter(|part| parent(part).as_ref() == Some(&group.id)) {
                let counted = counted.remove(&Some(part.id.clone()));
                if counted.is_some() || is_listed(part) {
                    let of = Of::Beneath(part.id.clone());
                    beneath.push(
                        counted.map_or_else(|| self.group(of.clone(), &[]), |group| Group { of: of.clone(), ..group }),
                    );
                }
            }
            if !own.is_empty() || !beneath.is_empty() || is_listed(group) {
                own.extend(beneath.iter().cloned());
                groups.push(self.together(Of::StaffGroup(Some(group.id.clone())), &own));
                groups.extend(beneath);
            }
        }
        let unsaid = counted.remove(&None);
        groups.extend(counted.into_values().chain(unsaid));
        (everybody, groups)
    }

    /// By organisation: everybody, and the organisations from which enough people responded, those of which most did first.
    pub(super) fn by_organisation(&self, alike: Vec<&Alike>) -> (Group, Vec<Group>) {
        let mut written: BTreeMap<String, String> = BTreeMap::new();
        for one in &alike {
            let name = one.respondent.organisation.trim();
            written.entry(organisation_key(name)).or_insert_with(|| name.to_owned());
        }
        let of = |key: String| Of::Organisation(written.get(&key).filter(|name| !name.is_empty()).cloned());
        let mut counted = self.counted(alike, |one| organisation_key(&one.organisation), of);
        let everybody = self.together(Of::Everybody, counted.values());
        let unsaid = counted.remove("");
        let (mut groups, few): (Vec<Group>, Vec<Group>) =
            counted.into_values().partition(|group| group.responses >= self.smallest());
        groups.sort_by_key(|group| std::cmp::Reverse(group.responses));
        if !few.is_empty() {
            groups.push(self.together(Of::OtherOrganisations(few.len()), &few));
        }
        groups.extend(unsaid);
        (everybody, groups)
    }

    /// By perspective: everybody, and the same people perspective by perspective.
    pub(super) fn by_perspective(&self, alike: Vec<&Alike>) -> (Group, Vec<Group>) {
        let everybody = self.group(Of::Everybody, &alike);
        let key = |one: &Statement| Some((one.perspective.clone()?, one.theme.clone()));
        let mut measures = self.measures(&alike, key);
        for one in asked(self.workspace, self.round).filter(|one| self.lens.looks_at(one)) {
            if let Some(key) = key(one) {
                measures.entry(key).or_default();
            }
        }
        let survey = self.workspace.survey_of(self.round);
        let known = survey.map(|survey| survey.framework.perspectives.as_slice()).unwrap_or_default();
        let group = |id: &PerspectiveId| {
            let own = measures.iter().filter(|((perspective, _), _)| perspective == id);
            let themes: BTreeMap<_, _> = own.map(|((_, theme), measure)| (theme.clone(), measure.clone())).collect();
            (!themes.is_empty()).then(|| Group {
                of: Of::Perspective(id.clone()),
                responses: people(&alike),
                rate: None,
                of_headcount: None,
                smallest: self.smallest(),
                themes,
            })
        };
        let groups = known.iter().filter_map(|perspective| group(&perspective.id)).collect();
        (everybody, groups)
    }
}
