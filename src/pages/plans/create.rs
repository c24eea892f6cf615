//! Beginning a plan: an empty one, or one with the items of a template, which is added and undone as one edit.

use leptos::prelude::*;

use super::super::plan_settings::{PlanFields, ShapeAndPeriod, TitleField};
use crate::browser::ids;
use crate::domain::ids::{ItemId, PlanId, TemplateId};
use crate::domain::plan::Plan;
use crate::domain::plan_template::{PlanTemplate, PlanTemplates};
use crate::exchange::builtin;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Choice, Details, ErrorSummary, FieldError, Form, Radios};

/// The form that begins a plan.
#[component]
pub(super) fn CreatePlan() -> impl IntoView {
    let app = App::get();
    let templates = builtin::plan_templates().ok();
    let source = templates.as_ref().map(|templates| templates.source.clone()).unwrap_or_default();
    let choices = choices(templates.as_ref());
    let templates = StoredValue::new(templates);
    let chosen = RwSignal::new(None::<TemplateId>);
    let template = move || -> Option<PlanTemplate> {
        let id = chosen.get()?;
        templates.with_value(|templates| templates.as_ref()?.get(&id).cloned())
    };
    // What is not entered follows the template that is chosen.
    let stands = Memo::new(move |_| match template() {
        Some(template) => Plan { layout: template.layout, ..Plan::titled(template.title) },
        None => Plan::titled(String::new()),
    });
    let fields = PlanFields::of(stands);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The id is made with the form, so that handing it in twice in a row still begins one plan.
    let id = PlanId(ids::new_uuid());
    let begin = move |()| {
        let wrong = fields.problems();
        if !wrong.is_empty() {
            return errors.set(wrong);
        }
        let plan = fields.write(stands.get_untracked());
        let said = format!("The plan \u{201c}{}\u{201d} was created.", plan.title);
        let items = untrack(template).map(|template| template.items(id, || ItemId(ids::new_uuid())));
        let made = app.edit(|open| {
            if open.plan(id).is_some() {
                return Ok(open.set_plan(id, plan));
            }
            let created = open.set_plan(id, plan);
            Ok(created.then(open.add_items(items.unwrap_or_default(), Vec::new(), app.today())?))
        });
        if let Ok(edit) = made {
            app.go_with(Place::Plan(id), Notice::done(said, &edit));
        }
    };
    view! {
        <div class="app-no-print">
            <h2 class="govuk-heading-m">"Create a plan"</h2>
            <ErrorSummary errors />
            <Form on_submit=begin>
                <Radios
                    id="plan-template"
                    legend="Begin with"
                    choices
                    value=Signal::derive(move || Some(chosen.get()))
                    on_choose=move |template| chosen.set(template)
                />
                <Show when=move || chosen.with(Option::is_some)>
                    <p class="govuk-body">{source.clone()}</p>
                </Show>
                <TitleField fields errors />
                <Details summary="Shape and period">
                    <ShapeAndPeriod fields errors />
                </Details>
                <Button submit=true kind=ButtonKind::Secondary>"Create the plan"</Button>
            </Form>
        </div>
    }
}

/// An empty plan, and the templates.
fn choices(templates: Option<&PlanTemplates>) -> Vec<Choice<Option<TemplateId>>> {
    let templates = templates.map(|templates| templates.all.as_slice()).unwrap_or_default();
    let offered = templates.iter().map(|one| Choice::new(Some(one.id.clone()), &one.name).with_hint(&one.about));
    std::iter::once(Choice::new(None, "An empty plan")).chain(offered).collect()
}
