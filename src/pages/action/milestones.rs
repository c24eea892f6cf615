//! The milestones of an action: ticked off where they stand, and added.

use leptos::prelude::*;

use super::super::milestone::{Milestone, MilestoneBox};
use crate::analysis::plan_status::of_item;
use crate::browser::ids;
use crate::domain::ids::ItemId;
use crate::domain::plan::{Level, PlanItem};
use crate::domain::workspace::{Edit, EditError};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Details, ErrorSummary, FieldError, Form, Input, InputWidth, error_at};

/// The field of what is to be reached.
const TEXT: &str = "milestone-text";

/// The milestones. Nothing is shown of a milestone's own, which has none.
#[component]
pub(super) fn Milestones(
    /// The action.
    item: ItemId,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let steps = Memo::new(move |_| {
        let steps = app.read(|open| {
            let status = of_item(open, item, today)?;
            let takes = matches!(status.item.level, Level::Action | Level::Output);
            (takes || !status.milestones.is_empty())
                .then(|| status.milestones.iter().map(|step| Milestone::of(step, today)).collect::<Vec<_>>())
        });
        steps.flatten()
    });
    let takes = Memo::new(move |_| steps.with(Option::is_some));
    let some = Memo::new(move |_| steps.with(|steps| steps.as_ref().is_some_and(|steps| !steps.is_empty())));
    let tell = move |(done, said): (Result<Edit, EditError>, &'static str)| {
        if let Ok(edit) = done {
            app.say(Notice::done(said, &edit));
        }
    };
    let line = move |step: Milestone| {
        let change = format!("Change {}", step.text);
        let href = app.href(Place::ChangeAction(step.id));
        view! {
            <li>
                <MilestoneBox step on_tick=tell />
                <a class="govuk-link app-no-print" href=href aria-label=change>"Change"</a>
            </li>
        }
    };
    view! {
        <Show when=move || takes.get()>
            <section>
                <Show when=move || some.get()>
                    <h2 class="govuk-heading-m govuk-!-margin-top-6">"Milestones"</h2>
                    <ul class="app-plan app-plan__steps">
                        {move || steps.get().unwrap_or_default().into_iter().map(line).collect_view()}
                    </ul>
                </Show>
                <AddMilestone item />
            </section>
        </Show>
    }
}

/// Adding a milestone, behind a link.
#[component]
fn AddMilestone(item: ItemId) -> impl IntoView {
    let app = App::get();
    let text = RwSignal::new(String::new());
    let due = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let add = move |()| {
        let typed = |field: RwSignal<String>| field.with_untracked(|words| words.trim().to_owned());
        if typed(text).is_empty() {
            return errors.set(vec![FieldError::new(TEXT, "Enter what is to be reached")]);
        }
        let (words, when, today) = (typed(text), typed(due), app.today());
        let added = app.edit(|open| {
            let order = open.order_beneath(item)?;
            let plan = open.item(item).map(|item| item.plan);
            let blank = plan.map(|plan| PlanItem::blank(plan, order));
            let blank = blank.ok_or(EditError::NotHere("the action"))?;
            let step = PlanItem { parent: Some(item), level: Level::Milestone, text: words, due: when, ..blank };
            open.set_item(ItemId(ids::new_uuid()), step, today)
        });
        match added {
            Ok(edit) => {
                errors.set(Vec::new());
                text.set(String::new());
                due.set(String::new());
                app.say(Notice::done("The milestone was added.", &edit));
            }
            Err(_) => errors.set(vec![FieldError::new(
                TEXT,
                "This could not be added, because the action is no longer here. Copy your words before you leave this page",
            )]),
        }
    };
    view! {
        <div class="app-no-print govuk-!-margin-top-4">
            <Details summary="Add a milestone">
                <ErrorSummary errors />
                <Form on_submit=add>
                    <Input
                        id=TEXT
                        label="What is to be reached"
                        error=error_at(errors, TEXT)
                        value=text
                        on_change=move |words| text.set(words)
                    />
                    <Input
                        id="milestone-due"
                        label="By when"
                        hint="As you would write it. It may stay empty."
                        width=InputWidth::Chars20
                        value=due
                        on_change=move |words| due.set(words)
                    />
                    <Button submit=true kind=ButtonKind::Secondary>"Add the milestone"</Button>
                </Form>
            </Details>
        </div>
    }
}
