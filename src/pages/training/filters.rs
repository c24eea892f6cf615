//! The filters above the training map and the list of its events. They stay as they are while the app is open in this tab.

use leptos::prelude::*;

use crate::analysis::training::{Named, TrainingFilter, TrainingSheet, When};
use crate::domain::ids::ThemeId;
use crate::reports::training::when;
use crate::ui::{Button, ButtonKind, Choice, Select};

/// What was asked last, so that whoever comes back from a gap or an event finds the map as it was left.
#[derive(Clone, Copy)]
pub struct LastTrainingFilter(RwSignal<TrainingFilter>);

impl Default for LastTrainingFilter {
    fn default() -> Self {
        Self(RwSignal::new(TrainingFilter::default()))
    }
}

/// What is asked of the events.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    filter: RwSignal<TrainingFilter>,
    /// The same without what no event has any more.
    known: Memo<TrainingFilter>,
}

impl Asked {
    /// What was asked last, of the events as they are now.
    pub(super) fn of(sheet: Memo<TrainingSheet>) -> Self {
        let LastTrainingFilter(filter) = use_context::<LastTrainingFilter>().unwrap_or_default();
        let known = Memo::new(move |_| sheet.with(|sheet| filter.with(|filter| filter.known_to(sheet))));
        Self { filter, known }
    }

    /// What is asked now.
    pub(super) fn with<T>(self, read: impl FnOnce(&TrainingFilter) -> T) -> T {
        self.known.with(read)
    }

    fn change(self, change: impl FnOnce(&mut TrainingFilter)) {
        self.filter.update(change);
    }
}

/// What can be chosen.
#[derive(Clone, PartialEq)]
struct Offered {
    professions: Vec<Choice<String>>,
    arcs: Vec<Choice<ThemeId>>,
    leads: Vec<Choice<String>>,
    methods: Vec<Choice<String>>,
    periods: Vec<Choice<When>>,
}

impl Offered {
    fn of(sheet: &TrainingSheet) -> Self {
        let named = |list: &[Named]| list.iter().map(|one| Choice::new(one.key.clone(), one.name.clone())).collect();
        let periods = sheet.years.iter().rev().map(|year| When::Year(*year)).chain([When::Unread]);
        Self {
            professions: named(&sheet.professions),
            arcs: sheet.arcs.iter().map(|arc| Choice::new(arc.theme.clone(), arc.name.clone())).collect(),
            leads: named(&sheet.leads),
            methods: named(&sheet.methods),
            periods: periods.map(|one| Choice::new(one, when(one))).collect(),
        }
    }
}

/// The controls.
#[component]
pub(super) fn FilterBar(sheet: Memo<TrainingSheet>, asked: Asked) -> impl IntoView {
    let offered = Memo::new(move |_| sheet.with(Offered::of));
    let reset = move |()| asked.filter.set(TrainingFilter::default());
    view! {
        <section class="app-breakdown__filters app-no-print" aria-label="What is counted">
            <div class="app-breakdown__fields">
                {move || {
                    let Offered { professions, arcs, leads, methods, periods } = offered.get();
                    view! {
                        <Select
                            id="training-profession"
                            label="Profession"
                            blank="All professions"
                            choices=professions
                            value=Signal::derive(move || asked.with(|asked| asked.profession.clone()))
                            on_choose=move |chosen| asked.change(|asked| asked.profession = chosen)
                        />
                        <Select
                            id="training-arc"
                            label="Arc"
                            blank="All arcs"
                            choices=arcs
                            value=Signal::derive(move || asked.with(|asked| asked.arc.clone()))
                            on_choose=move |chosen| asked.change(|asked| asked.arc = chosen)
                        />
                        <Select
                            id="training-lead"
                            label="Lead"
                            blank="All leads"
                            choices=leads
                            value=Signal::derive(move || asked.with(|asked| asked.lead.clone()))
                            on_choose=move |chosen| asked.change(|asked| asked.lead = chosen)
                        />
                        <Select
                            id="training-method"
                            label="Delivery method"
                            blank="All methods"
                            choices=methods
                            value=Signal::derive(move || asked.with(|asked| asked.method.clone()))
                            on_choose=move |chosen| asked.change(|asked| asked.method = chosen)
                        />
                        <Select
                            id="training-when"
                            label="When"
                            blank="At any time"
                            choices=periods
                            value=Signal::derive(move || asked.with(|asked| asked.when))
                            on_choose=move |chosen| asked.change(|asked| asked.when = chosen)
                        />
                    }
                }}
            </div>
            <Button kind=ButtonKind::Secondary on_press=reset>"Reset filters"</Button>
        </section>
    }
}
