//! What a breakdown can be made by and filtered with.

use leptos::prelude::*;

use crate::analysis::breakdown::{By, Cut};
use crate::domain::framework::Framework;
use crate::domain::ids::{PerspectiveId, PracticeId, RoundId, SectorId, StaffGroupId, ThemeId};
use crate::domain::survey::Statement;
use crate::domain::workspace::Workspace;
use crate::ui::{Button, ButtonKind, Choice, Select};

/// What can be chosen of a round, each with its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Offered {
    sectors: Vec<(SectorId, String)>,
    staff_groups: Vec<(StaffGroupId, String)>,
    perspectives: Vec<(PerspectiveId, String)>,
    practices: Vec<(PracticeId, String)>,
    /// The arcs that the round asks about.
    pub(super) themes: Vec<(ThemeId, String)>,
}

impl Offered {
    /// What there is in a round: the area's lists, and what its survey asks about.
    pub(super) fn of(open: &Workspace, round: RoundId) -> Self {
        let Some((area, survey)) = open.area().zip(open.survey_of(round)) else { return Self::default() };
        let Framework { perspectives, practices, .. } = &survey.framework;
        let is_asked = |of: &dyn Fn(&Statement) -> bool| survey.questionnaire.statements.iter().any(of);
        let perspectives =
            perspectives.iter().filter(|known| is_asked(&|one| one.perspective.as_ref() == Some(&known.id)));
        let practices = practices.iter().filter(|known| is_asked(&|one| one.practice.as_ref() == Some(&known.id)));
        Self {
            sectors: area.sectors.iter().map(|sector| (sector.id.clone(), sector.name.clone())).collect(),
            staff_groups: area.staff_groups.iter().map(|group| (group.id.clone(), group.name.clone())).collect(),
            perspectives: perspectives.map(|known| (known.id.clone(), known.name.clone())).collect(),
            practices: practices.map(|known| (known.id.clone(), known.name.clone())).collect(),
            themes: survey.themes().map(|theme| (theme.id.clone(), theme.name.clone())).collect(),
        }
    }

    /// A cut without what this round does not have: an address may be older than the area's lists.
    pub(super) fn known(&self, cut: Cut) -> Cut {
        fn in_list<T: PartialEq>(chosen: Option<T>, list: &[(T, String)]) -> Option<T> {
            chosen.filter(|chosen| list.iter().any(|(id, _)| id == chosen))
        }
        Cut {
            by: cut.by,
            sector: in_list(cut.sector, &self.sectors),
            staff_group: in_list(cut.staff_group, &self.staff_groups),
            perspective: in_list(cut.perspective, &self.perspectives),
            practice: in_list(cut.practice, &self.practices),
            theme: in_list(cut.theme, &self.themes),
        }
    }
}

/// The lists to choose from. What the groups are made by is no filter as well.
#[component]
pub(super) fn Filters(offered: Memo<Offered>, cut: Memo<Cut>, on_choose: Callback<Cut>) -> impl IntoView {
    let change = move |change: &dyn Fn(&mut Cut)| {
        let mut next = cut.get_untracked();
        change(&mut next);
        on_choose.run(next);
    };
    let by = move |by: Option<By>| {
        change(&|cut| {
            cut.by = by.unwrap_or_default();
            match cut.by {
                By::Sector => cut.sector = None,
                By::StaffGroup => cut.staff_group = None,
                By::Perspective => cut.perspective = None,
                By::Organisation => {}
            }
        });
    };
    let sector = move |id: Option<SectorId>| change(&|cut| cut.sector.clone_from(&id));
    let staff_group = move |id: Option<StaffGroupId>| change(&|cut| cut.staff_group.clone_from(&id));
    let perspective = move |id: Option<PerspectiveId>| change(&|cut| cut.perspective.clone_from(&id));
    let practice = move |id: Option<PracticeId>| change(&|cut| cut.practice.clone_from(&id));
    let kinds = || {
        vec![
            Choice::new(By::Sector, "Sector"),
            Choice::new(By::StaffGroup, "Staff group"),
            Choice::new(By::Organisation, "Organisation"),
            Choice::new(By::Perspective, "Perspective"),
        ]
    };
    let made_by = Memo::new(move |_| cut.with(|cut| cut.by));
    let reset = move |()| {
        on_choose.run(cut.with_untracked(|cut| Cut { by: cut.by, theme: cut.theme.clone(), ..Cut::default() }))
    };
    view! {
        <section class="app-breakdown__filters app-no-print" aria-label="What is shown">
            <div class="app-breakdown__fields">
                <Select
                    id="by"
                    label="Break down by"
                    choices=kinds()
                    value=Signal::derive(move || Some(made_by.get()))
                    on_choose=by
                />
                {move || {
                    let Offered { sectors, staff_groups, perspectives, practices, .. } = offered.get();
                    view! {
                        <Filter
                            id="sector"
                            label="Sector"
                            blank="All sectors"
                            choices=sectors
                            offered=Signal::derive(move || made_by.get() != By::Sector)
                            value=Signal::derive(move || cut.with(|cut| cut.sector.clone()))
                            on_choose=sector
                        />
                        <Filter
                            id="staff-group"
                            label="Staff group"
                            blank="All staff groups"
                            choices=staff_groups
                            offered=Signal::derive(move || made_by.get() != By::StaffGroup)
                            value=Signal::derive(move || cut.with(|cut| cut.staff_group.clone()))
                            on_choose=staff_group
                        />
                        <Filter
                            id="perspective"
                            label="Perspective"
                            blank="All perspectives"
                            choices=perspectives
                            offered=Signal::derive(move || made_by.get() != By::Perspective)
                            value=Signal::derive(move || cut.with(|cut| cut.perspective.clone()))
                            on_choose=perspective
                        />
                        <Filter
                            id="practice"
                            label="Practice"
                            blank="All arcs and practices"
                            choices=practices
                            offered=Signal::derive(|| true)
                            value=Signal::derive(move || cut.with(|cut| cut.practice.clone()))
                            on_choose=practice
                        />
                    }
                }}
            </div>
            <Button kind=ButtonKind::Secondary on_press=reset>"Reset filters"</Button>
        </section>
    }
}

/// One filter, where it applies and there is something to choose.
#[component]
fn Filter<T>(
    id: &'static str,
    label: &'static str,
    /// What is shown while it is not set.
    blank: &'static str,
    choices: Vec<(T, String)>,
    /// Whether it applies to these groups.
    offered: Signal<bool>,
    value: Signal<Option<T>>,
    #[prop(into)] on_choose: Callback<Option<T>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let any = !choices.is_empty();
    move || {
        (offered.get() && any).then(|| {
            let choices = choices.iter().map(|(id, name)| Choice::new(id.clone(), name)).collect();
            view! { <Select id label blank choices value on_choose /> }
        })
    }
}
