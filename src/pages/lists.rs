//! The area's sectors and staff groups: adding, renaming, putting in order and removing them.

mod entries;

use std::collections::BTreeMap;

use leptos::prelude::*;

use self::entries::{Add, Entries, Former, GROUPS, SECTORS};
use crate::domain::area::{Area, Listed, Sector, StaffGroup};
use crate::domain::ids::{SectorId, StaffGroupId};
use crate::domain::workspace::Workspace;
use crate::route::Page as Place;
use crate::route::registers::Place as Within;
use crate::state::App;
use crate::ui::{BackLink, Page, PageHeading};

/// An entry of a list as it is shown.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Entry {
    which: Listed,
    name: String,
    /// Whether it stands beneath the entry before it.
    beneath: bool,
    /// Whether it can be taken off the list.
    removable: bool,
    /// How many responses carry it.
    carried: usize,
}

/// The lists.
#[component]
pub fn Lists() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let renaming = RwSignal::new(None::<Listed>);
    let lists = Memo::new(move |_| app.read(Shown::of).flatten().unwrap_or_default());
    let part = move |read: fn(&Shown) -> &Vec<Entry>| Memo::new(move |_| lists.with(|lists| read(lists).clone()));
    let groups = part(|shown| &shown.groups);
    let defaults = move || {
        groups.with(|groups| {
            let tops = groups.iter().filter(|entry| !entry.beneath);
            tops.filter_map(|entry| match &entry.which {
                Listed::StaffGroup(id) => Some((id.clone(), entry.name.clone())),
                Listed::Sector(_) => None,
            })
            .collect::<Vec<_>>()
        })
    };
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Overview) text="Back to the overview" /> }>
            <PageHeading caption=area>"Sectors and staff groups"</PageHeading>
            <p class="govuk-body">
                "People choose from these lists when they answer, and figures are broken down by them. Survey files that you sent before keep the lists they had."
            </p>
            <p class="govuk-body">
                "What you remove is no longer offered. Responses that carry it stay as they are and are shown under its name."
            </p>
            <p class="govuk-body">
                "How many people work in each is in the "
                <a class="govuk-link" href=app.href(Place::Registers(Within::Headcount))>"headcount"</a>
                "."
            </p>
            <h2 class="govuk-heading-m" id=SECTORS tabindex="-1">"Sectors"</h2>
            <Entries entries=part(|shown| &shown.sectors) renaming />
            <Add id="new-sector" label="New sector" button="Add the sector" add=move |name: String| app.edit(|open| open.add_sector(&name)) />
            <Former entries=part(|shown| &shown.former_sectors) what="sectors" />
            <h2 class="govuk-heading-m" id=GROUPS tabindex="-1">"Staff groups"</h2>
            <p class="govuk-body">
                "The two default groups stay, because statements can be meant for one of them. Beneath them stand the groups that your organisations use; each is asked what its default group is asked."
            </p>
            <Entries entries=groups renaming />
            {move || defaults().into_iter().map(|(id, name)| {
                let label = format!("New group among {}", name.to_lowercase());
                let within = id.clone();
                view! {
                    <Add
                        id=format!("new-group-{id}")
                        label
                        button="Add the staff group"
                        add=move |name: String| app.edit(|open| open.add_staff_group(&name, within.clone()))
                    />
                }
            }).collect_view()}
            <Former entries=part(|shown| &shown.former_groups) what="staff groups" />
        </Page>
    }
}

/// The lists as they are shown.
#[derive(Clone, Default, PartialEq, Eq)]
struct Shown {
    sectors: Vec<Entry>,
    former_sectors: Vec<Entry>,
    groups: Vec<Entry>,
    former_groups: Vec<Entry>,
}

impl Shown {
    fn of(open: &Workspace) -> Option<Self> {
        let area = open.area()?;
        let (by_sector, by_group) = carried(open);
        let sectors = |list: &[Sector]| {
            list.iter()
                .map(|sector| Entry {
                    which: Listed::Sector(sector.id.clone()),
                    name: sector.name.clone(),
                    beneath: false,
                    removable: true,
                    carried: by_sector.get(&sector.id).copied().unwrap_or(0),
                })
                .collect()
        };
        let group = |group: &StaffGroup| Entry {
            which: Listed::StaffGroup(group.id.clone()),
            name: group.name.clone(),
            beneath: group.within.is_some(),
            removable: group.within.is_some(),
            carried: by_group.get(&group.id).copied().unwrap_or(0),
        };
        Some(Self {
            sectors: sectors(&area.sectors),
            former_sectors: sectors(&area.former_sectors),
            groups: in_families(area).map(group).collect(),
            former_groups: area.former_staff_groups.iter().map(group).collect(),
        })
    }
}

/// The staff groups, each default one followed by those beneath it. One beneath a group that is gone comes last.
fn in_families(area: &Area) -> impl Iterator<Item = &StaffGroup> {
    let tops = area.staff_groups.iter().filter(|group| group.within.is_none());
    let families = tops.flat_map(|top| {
        let own = area.staff_groups.iter().filter(|group| group.within.as_ref() == Some(&top.id));
        std::iter::once(top).chain(own)
    });
    let is_top = |id: &StaffGroupId| area.staff_groups.iter().any(|top| top.id == *id && top.within.is_none());
    let strays = area.staff_groups.iter().filter(move |group| group.within.as_ref().is_some_and(|id| !is_top(id)));
    families.chain(strays)
}

/// How many responses of all rounds carry each sector and each staff group.
fn carried(open: &Workspace) -> (BTreeMap<SectorId, usize>, BTreeMap<StaffGroupId, usize>) {
    let (mut sectors, mut groups) = (BTreeMap::new(), BTreeMap::new());
    for (round, _) in open.rounds() {
        for (_, response) in open.gathered(round).responses.values() {
            if let Some(sector) = &response.respondent.sector {
                count(&mut sectors, sector);
            }
            if let Some(group) = &response.respondent.staff_group {
                count(&mut groups, group);
            }
        }
    }
    (sectors, groups)
}

fn count<K: Ord + Clone>(counts: &mut BTreeMap<K, usize>, key: &K) {
    let slot = counts.entry(key.clone()).or_default();
    *slot = slot.saturating_add(1);
}
