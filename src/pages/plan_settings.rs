//! What a plan is called, its shape and the days it runs from and to, behind a link on the plan's page.

mod fields;

use leptos::prelude::*;

pub(super) use self::fields::{PlanFields, ShapeAndPeriod, TitleField};
use crate::domain::ids::PlanId;
use crate::domain::plan::Plan;
use crate::domain::workspace::EditError;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Details, ErrorSummary, FieldError, Form, focus_heading};

/// Changing the title, the shape and the period of a plan.
#[component]
pub fn PlanSettings(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let stands = Memo::new(move |_| {
        app.read(|open| open.plan(plan).cloned()).flatten().unwrap_or_else(|| Plan::titled(String::new()))
    });
    let fields = PlanFields::of(stands);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let save = move |()| {
        let wrong = fields.problems();
        if !wrong.is_empty() {
            return errors.set(wrong);
        }
        let changed = app.edit(|open| {
            let there = open.plan(plan).cloned().ok_or(EditError::NotHere("the plan"))?;
            Ok(open.set_plan(plan, fields.write(there)))
        });
        match changed {
            Ok(edit) if edit.is_empty() => app.say(Notice::said("Nothing was changed.")),
            Ok(edit) => app.say(Notice::done("The plan was changed.", &edit)),
            Err(_) => app.say(Notice::said("The plan is no longer here. Nothing was changed.")),
        }
        // The title stands on the page, which may have just been drawn anew, and this form with it.
        errors.try_set(Vec::new());
        fields.clear();
        focus_heading();
    };
    view! {
        <div class="app-no-print">
            <Details summary="Change the title, shape or period of the plan">
                <ErrorSummary errors />
                <Form on_submit=save>
                    <TitleField fields errors />
                    <ShapeAndPeriod fields errors />
                    <Button submit=true kind=ButtonKind::Secondary>"Save the changes"</Button>
                </Form>
            </Details>
        </div>
    }
}
