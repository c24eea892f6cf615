//! The fields that adding an action and changing one have in common.

use leptos::prelude::*;

use super::super::action_facts::DueField;
use super::super::offered;
use crate::domain::framework::Framework;
use crate::domain::ids::ThemeId;
use crate::domain::plan::{Period, PlanItem};
use crate::ui::{Checkboxes, FieldError, Input, InputWidth, Textarea, error_at};

/// The field of what is to be done.
pub(super) const TEXT: &str = "action-text";

/// What has been typed so far.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    /// The number; `None` while the suggested one stands untouched.
    pub(super) label: RwSignal<Option<String>>,
    text: RwSignal<String>,
    lead: RwSignal<String>,
    due: RwSignal<String>,
    themes: RwSignal<Vec<ThemeId>>,
}

impl Fields {
    /// The fields as they stand for an action, or empty, and with these arcs.
    pub(super) fn new(stands: Option<&PlanItem>, themes: Vec<ThemeId>) -> Self {
        let words = |read: fn(&PlanItem) -> &String| RwSignal::new(stands.map(read).cloned().unwrap_or_default());
        Self {
            label: RwSignal::new(stands.map(|item| item.label.clone())),
            text: words(|item| &item.text),
            lead: words(|item| &item.lead),
            due: words(|item| &item.due),
            themes: RwSignal::new(themes),
        }
    }

    /// Begins with words for what is to be done.
    pub(super) fn begin_with(self, words: &str) {
        self.text.set(words.to_owned());
    }

    /// Begins with words for who leads.
    pub(super) fn begin_with_lead(self, words: &str) {
        self.lead.set(words.to_owned());
    }

    /// What is wrong with what was typed.
    pub(super) fn problems(self) -> Vec<FieldError> {
        let missing = self.text.with_untracked(|text| text.trim().is_empty());
        missing.then(|| FieldError::new(TEXT, "Enter what is to be done")).into_iter().collect()
    }

    /// Writes what was typed into an action.
    pub(super) fn write(self, item: &mut PlanItem, label: String) {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        item.label = label.trim().to_owned();
        item.text = typed(self.text);
        item.lead = typed(self.lead);
        let due = typed(self.due);
        if item.due != due {
            // A correction of how a date is meant holds for those words alone.
            item.due_meant = None;
        }
        item.due = due;
        item.themes = self.themes.get_untracked();
    }
}

/// The fields.
#[component]
pub(super) fn ActionFields(
    /// What has been typed.
    fields: Fields,
    /// The number that is suggested while none was typed.
    #[prop(into)]
    suggested: Signal<String>,
    /// What the target date is called.
    due_label: &'static str,
    /// The days that the plan runs over.
    #[prop(into)]
    period: Signal<Option<Period>>,
    /// The framework whose arcs are offered.
    framework: Option<Framework>,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let Fields { label, text, lead, due, themes } = fields;
    let arcs = offered::arcs(framework.as_ref(), &themes.get_untracked());
    view! {
        <Input
            id="action-label"
            label="Number"
            hint="A number or letter as your plan writes it, such as 7 or 1.7.3."
            width=InputWidth::Chars5
            value=Signal::derive(move || label.get().unwrap_or_else(|| suggested.get()))
            on_change=move |text| label.set(Some(text))
        />
        <Textarea
            id=TEXT
            label="Action"
            hint="What is to be done."
            rows=3
            error=error_at(errors, TEXT)
            value=text
            on_change=move |words| text.set(words)
        />
        <Input
            id="action-lead"
            label="Lead"
            hint="A role, initials or a group. Several are fine."
            value=lead
            on_change=move |words| lead.set(words)
        />
        <DueField
            id="action-due"
            label=due_label
            hint="As you would write it: Oct-09, 31 March 2010, 2011, on-going."
            value=due
            period
        />
        <Checkboxes
            id="action-arcs"
            legend="Which arcs of the rainbow does it serve?"
            hint="Choose all that apply."
            choices=arcs
            values=themes
            on_change=move |chosen| themes.set(chosen)
        />
    }
}
