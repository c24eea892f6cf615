//! The fields that adding a training event and changing one have in common, and what is wrong with what stands in them.

use leptos::prelude::*;

use super::super::action_facts::{DueField, framework};
use super::super::offered;
use crate::analysis::training::TrainingSheet;
use crate::domain::framework::Framework;
use crate::domain::ids::{PracticeId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::training::{Professions, TrainingEvent};
use crate::domain::workspace::Workspace;
use crate::ui::{Checkboxes, Choice, FieldError, Input, InputWidth, Textarea, error_at};

/// The field of what it is called.
pub(super) const TITLE: &str = "training-title";

/// What has been typed so far.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    title: RwSignal<String>,
    lead: RwSignal<String>,
    /// Those that were chosen from what is offered.
    chosen: RwSignal<Vec<String>>,
    /// Others, as typed.
    others: RwSignal<String>,
    arcs: RwSignal<Vec<ThemeId>>,
    practices: RwSignal<Vec<PracticeId>>,
    dates: RwSignal<String>,
    places: RwSignal<String>,
    method: RwSignal<String>,
    attendance: RwSignal<String>,
    evaluation: RwSignal<String>,
    notes: RwSignal<String>,
}

/// What the fields offer: the professions that are known in the area, and its framework.
#[derive(Clone, Default)]
pub(super) struct Offered {
    professions: Vec<String>,
    framework: Option<Framework>,
}

impl Offered {
    /// The professions that events and gaps name already, and the area's staff groups.
    pub(super) fn of(open: &Workspace) -> Self {
        let framework = framework(open);
        let sheet = TrainingSheet::of(open, framework.as_ref());
        let used = sheet.professions.iter().map(|profession| profession.name.as_str());
        let groups = open.area().into_iter().flat_map(|area| &area.staff_groups).map(|group| group.name.as_str());
        let professions = Professions::of(used.chain(groups)).iter().map(str::to_owned).collect();
        Self { professions, framework }
    }
}

impl Fields {
    /// The fields as they stand for an event; empty for one that says nothing.
    pub(super) fn of(stands: &TrainingEvent, offered: &Offered) -> Self {
        let words = |words: &String| RwSignal::new(words.clone());
        let known = offered.professions.iter().filter(|name| stands.professions.has(name)).cloned();
        let known: Vec<String> = known.collect();
        let is_offered = |name: &&str| Professions::of(known.iter().map(String::as_str)).has(name);
        let others: Vec<&str> = stands.professions.iter().filter(|name| !is_offered(name)).collect();
        Self {
            title: words(&stands.title),
            lead: words(&stands.lead),
            others: RwSignal::new(others.join("\n")),
            chosen: RwSignal::new(known),
            arcs: RwSignal::new(stands.arcs.iter().cloned().collect()),
            practices: RwSignal::new(stands.practices.iter().cloned().collect()),
            dates: words(&stands.dates),
            places: words(&stands.places),
            method: words(&stands.method),
            attendance: words(&stands.attendance),
            evaluation: words(&stands.evaluation),
            notes: words(&stands.notes),
        }
    }

    /// The event that the fields make, or everything that is wrong with them. The professions of an event that is changed keep
    /// their order and their spelling, and those that are new follow.
    pub(super) fn read(self, stands: &TrainingEvent) -> Result<TrainingEvent, Vec<FieldError>> {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let title = typed(self.title);
        if title.is_empty() {
            return Err(vec![FieldError::new(TITLE, "Enter what the event is called")]);
        }
        let (chosen, others) = (self.chosen.get_untracked(), typed(self.others));
        let wanted = Professions::of(chosen.iter().map(String::as_str).chain([others.as_str()]));
        let kept = stands.professions.iter().filter(|name| wanted.has(name));
        Ok(TrainingEvent {
            title,
            lead: typed(self.lead),
            professions: Professions::of(kept.chain(wanted.iter())),
            arcs: self.arcs.get_untracked().into_iter().collect(),
            practices: self.practices.get_untracked().into_iter().collect(),
            dates: typed(self.dates),
            places: typed(self.places),
            method: typed(self.method),
            attendance: typed(self.attendance),
            evaluation: typed(self.evaluation),
            notes: typed(self.notes),
            rest: Rest::new(),
        })
    }
}

/// The fields.
#[component]
pub(super) fn EventFields(
    /// What has been typed.
    fields: Fields,
    /// What can be chosen.
    offered: Offered,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let Fields { title, lead, chosen, others, arcs, practices, dates, places, method, attendance, evaluation, notes } =
        fields;
    let Offered { professions, framework } = offered;
    let has_professions = !professions.is_empty();
    let professions = professions.into_iter().map(|name| Choice::new(name.clone(), name)).collect::<Vec<_>>();
    let themes = offered::arcs(framework.as_ref(), &arcs.get_untracked());
    let known = framework.iter().flat_map(|known| &known.practices);
    let known = known.map(|one| Choice::new(one.id.clone(), &one.name)).collect();
    let known = offered::with_strangers(known, &practices.get_untracked(), PracticeId::as_str);
    view! {
        <Input
            id=TITLE
            label="What is it called?"
            error=error_at(errors, TITLE)
            value=title
            on_change=move |words| title.set(words)
        />
        <Input
            id="training-lead-of-event"
            label="Lead organisation or service (optional)"
            hint="Who runs it. Do not name a person."
            value=lead
            on_change=move |words| lead.set(words)
        />
        {has_professions.then(|| view! {
            <Checkboxes
                id="training-professions"
                legend="Whom is it for?"
                hint="Choose all that apply."
                choices=professions
                values=chosen
                on_change=move |now| chosen.set(now)
            />
        })}
        <Textarea
            id="training-others"
            label=if has_professions { "Other professions (optional)" } else { "Whom is it for?" }
            hint="One a line, or with commas between them, such as \u{2018}Health visitors, Midwives\u{2019}."
            rows=2
            value=others
            on_change=move |words| others.set(words)
        />
        <Checkboxes
            id="training-arcs"
            legend="Which arcs does it strengthen?"
            hint="The competencies that it is meant to build."
            choices=themes
            values=arcs
            on_change=move |now| arcs.set(now)
        />
        <Checkboxes
            id="training-practices"
            legend="Which practices is it about? (optional)"
            hint="A practice counts for the arc that it belongs to."
            choices=known
            values=practices
            on_change=move |now| practices.set(now)
        />
        <DueField
            id="training-dates"
            label="Dates (optional)"
            hint="As you would write them: 12 May 2009, Oct-09, monthly."
            value=dates
            period=Signal::derive(|| None)
        />
        <Input
            id="training-places"
            label="Places (optional)"
            width=InputWidth::Chars20
            value=places
            on_change=move |words| places.set(words)
        />
        <Input
            id="training-method-of-event"
            label="Delivery method (optional)"
            hint="Such as \u{2018}Joint day\u{2019} or \u{2018}E-learning\u{2019}."
            value=method
            on_change=move |words| method.set(words)
        />
        <Input
            id="training-attendance"
            label="Attendance (optional)"
            hint="How many came."
            width=InputWidth::Chars20
            value=attendance
            on_change=move |words| attendance.set(words)
        />
        <Textarea
            id="training-evaluation"
            label="How is its impact evaluated? (optional)"
            rows=3
            value=evaluation
            on_change=move |words| evaluation.set(words)
        />
        <Textarea
            id="training-notes"
            label="Notes (optional)"
            rows=3
            value=notes
            on_change=move |words| notes.set(words)
        />
    }
}
