//! The fields of what a plan says of itself, which beginning a plan and changing one have in common.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::plan::{Layout, Period, Plan};
use crate::ui::{Choice, DateInput, FieldError, Input, Radios, error_at};

const TITLE: &str = "plan-title";
const FROM: &str = "plan-from";
const TO: &str = "plan-to";

/// What has been entered so far; what was not touched stays as it stands, whoever changes it meanwhile.
#[derive(Clone, Copy)]
pub(crate) struct PlanFields {
    stands: Memo<Plan>,
    title: RwSignal<Option<String>>,
    layout: RwSignal<Option<Layout>>,
    from: RwSignal<Option<Option<NaiveDate>>>,
    to: RwSignal<Option<Option<NaiveDate>>>,
}

impl PlanFields {
    /// The fields of a plan that stands like this.
    pub(crate) fn of(stands: Memo<Plan>) -> Self {
        Self {
            stands,
            title: RwSignal::new(None),
            layout: RwSignal::new(None),
            from: RwSignal::new(None),
            to: RwSignal::new(None),
        }
    }

    /// The title as it stands in its field.
    fn title(self) -> String {
        self.title.get().unwrap_or_else(|| self.stands.with(|plan| plan.title.clone()))
    }

    fn layout(self) -> Layout {
        self.layout.get().unwrap_or_else(|| self.stands.with(|plan| plan.layout))
    }

    fn from(self) -> Option<NaiveDate> {
        self.from.get().unwrap_or_else(|| self.stands.with(|plan| plan.period.map(|period| period.from)))
    }

    fn to(self) -> Option<NaiveDate> {
        self.to.get().unwrap_or_else(|| self.stands.with(|plan| plan.period.map(|period| period.to)))
    }

    /// What is wrong with what was entered.
    pub(crate) fn problems(self) -> Vec<FieldError> {
        untrack(|| {
            let mut wrong = Vec::new();
            if self.title().trim().is_empty() {
                wrong.push(FieldError::new(TITLE, "Enter the title of the plan"));
            }
            match (self.from(), self.to()) {
                (Some(_), None) => {
                    wrong.push(FieldError::new(TO, "Enter the last day of the plan too, or clear the first"));
                }
                (None, Some(_)) => {
                    wrong.push(FieldError::new(FROM, "Enter the first day of the plan too, or clear the last"));
                }
                (Some(from), Some(to)) if to < from => {
                    wrong.push(FieldError::new(TO, "The last day of the plan has to come after its first"));
                }
                _ => {}
            }
            wrong
        })
    }

    /// The plan with what was entered, and all else as it is there.
    pub(crate) fn write(self, there: Plan) -> Plan {
        untrack(|| {
            let touched = self.from.get().is_some() || self.to.get().is_some();
            let period = self.from().zip(self.to()).map(|(from, to)| Period { from, to });
            Plan {
                title: self.title.get().map_or(there.title, |title| title.trim().to_owned()),
                layout: self.layout.get().unwrap_or(there.layout),
                period: if touched { period } else { there.period },
                rest: there.rest,
            }
        })
    }

    /// Forgets what was entered: the fields show what stands.
    pub(crate) fn clear(self) {
        self.title.try_set(None);
        self.layout.try_set(None);
        self.from.try_set(None);
        self.to.try_set(None);
    }
}

/// The title of a plan.
#[component]
pub(crate) fn TitleField(
    /// What was entered.
    fields: PlanFields,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    view! {
        <Input
            id=TITLE
            label="Title of the plan"
            hint="Such as One Children\u{2019}s Workforce Action Plan."
            error=error_at(errors, TITLE)
            value=Signal::derive(move || fields.title())
            on_change=move |text| fields.title.set(Some(text))
        />
    }
}

/// The shape of a plan and the days it runs from and to.
#[component]
pub(crate) fn ShapeAndPeriod(
    /// What was entered.
    fields: PlanFields,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    view! {
        <Radios
            id="plan-layout"
            legend="Shape"
            hint="It decides which columns the plan shows. What you write is kept, whichever you choose."
            choices=Layout::ALL.map(layout_choice).to_vec()
            value=Signal::derive(move || Some(fields.layout()))
            on_choose=move |layout| fields.layout.set(Some(layout))
        />
        <DateInput
            id=FROM
            label="First day of the plan (optional)"
            hint="With its first and last day, dates such as \u{201c}March 13\u{201d} can be read as the plan means them."
            error=error_at(errors, FROM)
            value=Signal::derive(move || fields.from())
            on_change=move |day| fields.from.set(Some(day))
        />
        <DateInput
            id=TO
            label="Last day of the plan (optional)"
            error=error_at(errors, TO)
            value=Signal::derive(move || fields.to())
            on_change=move |day| fields.to.set(Some(day))
        />
    }
}

fn layout_choice(layout: Layout) -> Choice<Layout> {
    let (name, columns) = match layout {
        Layout::Actions => ("A list of actions", "Number, action, lead, target date, progress and RAG."),
        Layout::Timescales => ("Tasks by timescale", "Timescale, task, lead officer or group, and progress."),
        Layout::Strategy => (
            "A strategy",
            "Priorities, areas of focus, actions and outputs, with milestones, resources, risks and progress.",
        ),
    };
    Choice::new(layout, name).with_hint(columns)
}
