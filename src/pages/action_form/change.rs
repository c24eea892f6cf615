//! Changing the words of an action, without overwriting what another tab wrote meanwhile.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::action_facts::{ActionNotHere, framework, period_of};
use super::fields::{self, ActionFields, Fields};
use super::more::{More, MoreFields};
use super::not_saved;
use crate::analysis::plan_status::of_item;
use crate::domain::ids::ItemId;
use crate::domain::plan::PlanItem;
use crate::domain::workspace::EditError;
use crate::reports::versions::{is_undecided, item_fields};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ErrorSummary, FieldError, Form, Inset, Page, PageHeading, SummaryList, SummaryRow,
};

/// What is said when another tab changed the action since it was loaded.
const STALE: &str = "This action was changed in another tab while you were typing. Your words are still here. Check the action, then save again to replace it.";

/// Changing the words of an action.
#[component]
pub fn ChangeAction(
    /// The action.
    item: ItemId,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let found = app.read_now(|open| {
        let stands = open.item(item)?.clone();
        let title = open.plan(stands.plan).map(|plan| plan.title.clone()).unwrap_or_default();
        let status = of_item(open, item, NaiveDate::MAX)?;
        let moved_to = status.replaced.first().map(|_| status.due_written.to_owned());
        Some((stands, title, moved_to, framework(open)))
    });
    let Some((stands, title, moved_to, framework)) = found.flatten() else {
        return view! { <ActionNotHere /> }.into_any();
    };
    let fields = Fields::new(Some(&stands), stands.themes.clone());
    let more = More::of(&stands);
    let plan = stands.plan;
    let period = Signal::derive(move || period_of(app, plan));
    let due_label = if moved_to.is_some() { "Target date as first written" } else { "Target date" };
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The action as the person has seen it; `newer` holds what another tab made of it, once that was shown.
    let seen = StoredValue::new(stands);
    let newer = RwSignal::new(None::<PlanItem>);
    let save = move |()| {
        let mut wrong = fields.problems();
        wrong.extend(more.problems());
        if !wrong.is_empty() {
            errors.set(wrong);
            return;
        }
        let there = app.read_now(|open| open.item(item).cloned()).flatten();
        if let Some(there) = there.filter(|there| seen.with_value(|seen| seen != there)) {
            seen.set_value(there.clone());
            newer.set(Some(there));
            errors.set(vec![FieldError::new(fields::TEXT, STALE)]);
            return;
        }
        let changed = app.edit(|open| {
            let mut changed = open.item(item).cloned().ok_or(EditError::NotHere("the action"))?;
            let label = fields.label.get_untracked().unwrap_or_default();
            let before = changed.clone();
            fields.write(&mut changed, label);
            more.write(&mut changed, &before);
            open.set_item(item, changed, today)
        });
        match changed {
            Ok(edit) if edit.is_empty() => app.go_with(Place::Action(item), Notice::said("Nothing was changed.")),
            Ok(edit) => app.go_with(Place::Action(item), Notice::done("The action was changed.", &edit)),
            Err(error) => errors.set(vec![not_saved(error)]),
        }
    };
    let arcs = StoredValue::new(framework.clone());
    let undecided = Memo::new(move |_| app.read(|open| is_undecided(open.records(), item.into())).unwrap_or_default());
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Action(item)) text="Back to the action" /> }>
            <PageHeading caption=title>"Change the action"</PageHeading>
            <ErrorSummary errors />
            <Show when=move || undecided.get()>
                <Inset>
                    "This action was changed in two places at once, and nobody has chosen yet. What you change here is version 1 alone. "
                    <a class="govuk-link" href=app.href(Place::Action(item))>"Choose first which version stands"</a>
                </Inset>
            </Show>
            {move || newer.get().map(|newer| {
                let rows = arcs.with_value(|framework| item_fields(framework.as_ref(), &newer));
                view! {
                    <h2 class="govuk-heading-m">"The action as the other tab left it"</h2>
                    <SummaryList>
                        {rows
                            .into_iter()
                            .map(|(name, value)| view! { <SummaryRow name>{value}</SummaryRow> })
                            .collect_view()}
                    </SummaryList>
                    <h2 class="govuk-heading-m">"Your words"</h2>
                }
            })}
            <Inset>
                "Put right here what was written wrongly. If the target date has moved, report that as progress instead: the date before then stays readable."
                {moved_to.map(|date| format!(" It was moved to {date}, which stays as it is."))}
            </Inset>
            <Form on_submit=save>
                <ActionFields fields suggested=String::new() due_label period framework errors />
                <MoreFields more item errors />
                <ButtonGroup>
                    <Button submit=true>"Save the changes"</Button>
                    <a class="govuk-link" href=app.href(Place::Action(item))>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}
