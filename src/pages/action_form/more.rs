//! The fields of an action that few need: what it is, how its target date is meant, what it takes, and what it is linked to.

use leptos::prelude::*;

use super::super::meant_field::{MeantChoice, MeantFields};
use crate::domain::ids::{EvidenceId, ItemId};
use crate::domain::plan::{Level, PlanItem};
use crate::domain::workspace::Workspace;
use crate::state::App;
use crate::ui::{Checkboxes, Choice, Details, FieldError, Select, Textarea};

/// What has been chosen so far.
#[derive(Clone, Copy)]
pub(super) struct More {
    level: RwSignal<Level>,
    meant: MeantChoice,
    resources: RwSignal<String>,
    risk: RwSignal<String>,
    depends_on: RwSignal<Vec<ItemId>>,
    repeats: RwSignal<Vec<ItemId>>,
    evidence: RwSignal<Vec<EvidenceId>>,
}

impl More {
    /// The fields as they stand for an action.
    pub(super) fn of(item: &PlanItem) -> Self {
        Self {
            level: RwSignal::new(item.level),
            meant: MeantChoice::of(item.due_meant),
            resources: RwSignal::new(item.resources.clone()),
            risk: RwSignal::new(item.risk.clone()),
            depends_on: RwSignal::new(item.depends_on.clone()),
            repeats: RwSignal::new(item.repeats.clone()),
            evidence: RwSignal::new(item.evidence.clone()),
        }
    }

    /// What is wrong with what was chosen.
    pub(super) fn problems(self) -> Vec<FieldError> {
        self.meant.problems()
    }

    /// Writes what was chosen into an action whose words have been written. `before` is how it stood: how its date was meant
    /// goes with the words that it was said of.
    pub(super) fn write(self, item: &mut PlanItem, before: &PlanItem) {
        item.due_meant = self.meant.for_words(&item.due, (&before.due, before.due_meant));
        item.level = self.level.get_untracked();
        item.resources = self.resources.with_untracked(|words| words.trim().to_owned());
        item.risk = self.risk.with_untracked(|words| words.trim().to_owned());
        item.depends_on = self.depends_on.get_untracked();
        item.repeats = self.repeats.get_untracked();
        item.evidence = self.evidence.get_untracked();
    }
}

/// The fields, behind a link.
#[component]
pub(super) fn MoreFields(
    /// What has been chosen.
    more: More,
    /// The action that they are about.
    item: ItemId,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let app = App::get();
    let levels = Level::ALL.map(|level| Choice::new(level, level.word())).to_vec();
    let choose_level = move |level: Option<Level>| more.level.set(level.unwrap_or_default());
    let others = StoredValue::new(app.read_now(|open| others(open, item)).unwrap_or_default());
    let evidence = app.read_now(|open| {
        open.evidence().into_iter().map(|(id, piece)| Choice::new(id, piece.title.clone())).collect::<Vec<_>>()
    });
    let evidence = StoredValue::new(evidence.unwrap_or_default());
    let has_evidence = evidence.with_value(|evidence| !evidence.is_empty());
    view! {
        <Details summary="More: how the date is meant, resources, risk and links">
            <MeantFields choice=more.meant errors />
            <Textarea
                id="action-resources"
                label="Resources or cost"
                rows=2
                value=more.resources
                on_change=move |words| more.resources.set(words)
            />
            <Textarea id="action-risk" label="Risk" rows=2 value=more.risk on_change=move |words| more.risk.set(words) />
            <Select
                id="action-level"
                label="What is it?"
                choices=levels
                value=Signal::derive(move || Some(more.level.get()))
                on_choose=choose_level
            />
            <LinkField id="action-depends" label="It depends on" others chosen=more.depends_on />
            <LinkField id="action-repeats" label="It says the same as" others chosen=more.repeats />
            {has_evidence.then(|| view! {
                <Checkboxes
                    id="action-evidence"
                    legend="Which evidence speaks for it?"
                    choices=evidence.get_value()
                    values=more.evidence
                    on_change=move |chosen| more.evidence.set(chosen)
                />
            })}
        </Details>
    }
}

/// Links to other actions: those that are there, each with the way to take it away, and a list to add from.
#[component]
fn LinkField(
    id: &'static str,
    label: &'static str,
    others: StoredValue<Vec<(ItemId, String)>>,
    chosen: RwSignal<Vec<ItemId>>,
) -> impl IntoView {
    let name = move |id: ItemId| {
        let found =
            others.with_value(|others| others.iter().find(|(other, _)| *other == id).map(|(_, name)| name.clone()));
        found.unwrap_or_else(|| "an action that is not here".to_owned())
    };
    let entry = move |id: ItemId| {
        let label = format!("Take away {}", name(id));
        view! {
            <li>
                {name(id)} " "
                <button
                    type="button"
                    class="app-link-button"
                    aria-label=label
                    on:click=move |_| chosen.update(|chosen| chosen.retain(|other| *other != id))
                >
                    "Take away"
                </button>
            </li>
        }
    };
    let offered = move || {
        let taken = chosen.get();
        let free = |others: &Vec<(ItemId, String)>| {
            let free = others.iter().filter(|(id, _)| !taken.contains(id));
            free.map(|(id, name)| Choice::new(*id, name.clone())).collect::<Vec<_>>()
        };
        others.with_value(free)
    };
    let add = move |id: Option<ItemId>| chosen.update(|chosen| chosen.extend(id));
    view! {
        {move || view! {
            <Select id label blank="Choose an action to add" choices=offered() value=Signal::stored(None) on_choose=add />
            <ul class="govuk-list govuk-list--bullet">{chosen.get().into_iter().map(entry).collect_view()}</ul>
        }}
    }
}

/// The other actions of all plans, by number and words; of several plans, with the plan's title.
fn others(open: &Workspace, item: ItemId) -> Vec<(ItemId, String)> {
    let plans = open.plans();
    let several = plans.len() > 1;
    let mut all = Vec::new();
    for (plan, title) in plans.iter().map(|(id, plan)| (*id, plan.title.as_str())) {
        let items = open.items(plan).into_iter();
        for (id, there) in items.filter(|(id, there)| *id != item && there.level != Level::Milestone) {
            let words = [there.label.trim(), there.text.trim()].join(" ");
            let plan = if several { format!(" ({title})") } else { String::new() };
            all.push((id, format!("{}{plan}", words.trim())));
        }
    }
    all
}
