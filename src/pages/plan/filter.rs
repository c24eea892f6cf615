//! The filters above the plan's table: by lead, arc, RAG and when due. They stay as they are while the plan is open in this tab.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::table::Desk;
use crate::analysis::plan_filter::{DueWhen, PlanFilter};
use crate::domain::ids::PlanId;
use crate::domain::plan::Rag;
use crate::ui::{Choice, Select};

/// What was asked last, for which plan: so that whoever comes back from an action finds the table as it was left.
#[derive(Clone, Copy)]
pub struct LastFilter(StoredValue<Option<(PlanId, PlanFilter)>>);

impl Default for LastFilter {
    fn default() -> Self {
        Self(StoredValue::new(None))
    }
}

/// What is asked of the rows.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    plan: PlanId,
    asked: RwSignal<PlanFilter>,
    last: Option<LastFilter>,
}

impl Filter {
    /// What was asked last of this plan, or nothing.
    pub(super) fn new(plan: PlanId) -> Self {
        let last = use_context::<LastFilter>();
        let before = last.and_then(|last| last.0.get_value()).filter(|(other, _)| *other == plan);
        Self { plan, asked: RwSignal::new(before.map(|(_, filter)| filter).unwrap_or_default()), last }
    }

    /// What is asked now.
    pub(super) fn wanted(self) -> PlanFilter {
        self.asked.get()
    }

    fn ask(self, change: impl FnOnce(&mut PlanFilter)) {
        self.asked.update(change);
        if let Some(last) = self.last {
            last.0.set_value(Some((self.plan, self.asked.get_untracked())));
        }
    }
}

/// The controls.
#[component]
pub(super) fn FilterBar(desk: Desk, filter: Filter) -> impl IntoView {
    let leads = Memo::new(move |_| desk.table.with(|table| table.as_ref().map(|table| table.leads.clone())));
    let arcs = desk.app.read_now(framework).flatten().map(|framework| framework.themes).unwrap_or_default();
    let arcs: Vec<_> = arcs.into_iter().map(|theme| Choice::new(theme.id, theme.short)).collect();
    let rags = Rag::ALL.map(|rag| Choice::new(rag, rag.word())).to_vec();
    let dues = DueWhen::ALL.map(|when| Choice::new(when, due_words(when))).to_vec();
    view! {
        <div class="app-plan__filters app-no-print" role="group" aria-label="Filter the plan">
            {move || {
                let leads = leads.get().unwrap_or_default().into_iter();
                let leads: Vec<_> = leads.map(|lead| Choice::new(lead.clone(), lead)).collect();
                view! {
                    <Select
                        id="filter-lead"
                        label="Lead"
                        blank="All leads"
                        choices=leads
                        value=Signal::derive(move || filter.wanted().lead)
                        on_choose=move |lead| filter.ask(|filter| filter.lead = lead)
                    />
                }
            }}
            <Select
                id="filter-arc"
                label="Arc"
                blank="All arcs"
                choices=arcs
                value=Signal::derive(move || filter.wanted().theme)
                on_choose=move |theme| filter.ask(|filter| filter.theme = theme)
            />
            <Select
                id="filter-rag"
                label="RAG"
                blank="Any RAG"
                choices=rags
                value=Signal::derive(move || filter.wanted().rag)
                on_choose=move |rag| filter.ask(|filter| filter.rag = rag)
            />
            <Select
                id="filter-due"
                label="Due"
                blank="At any time"
                choices=dues
                value=Signal::derive(move || filter.wanted().due)
                on_choose=move |due| filter.ask(|filter| filter.due = due)
            />
        </div>
    }
}

fn due_words(when: DueWhen) -> &'static str {
    match when {
        DueWhen::Overdue => "Overdue",
        DueWhen::Within30Days => "In the next 30 days",
        DueWhen::Within90Days => "In the next 90 days",
    }
}
