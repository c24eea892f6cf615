//! Signing a plan off: what would be signed, who signs it when, and what was signed before.

mod signed;

use leptos::prelude::*;

pub use self::signed::PlanSignOffs;
use self::signed::SignedBefore;
use super::data_table::DataTable;
use super::missing::MissingPlan;
use super::who_signs::{BY, WhoSigns, WhoSignsForm};
use crate::analysis::plan_signing::to_sign;
use crate::browser::ids;
use crate::domain::ids::{PlanId, RecordId};
use crate::domain::plan_history::{PlanSignOff, SignedItem};
use crate::domain::rest::Rest;
use crate::domain::workspace::EditError;
use crate::reports::plan_signed::table;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, ButtonLink, FieldError, Page, PageHeading, PageWidth};

/// Signing a plan off.
#[component]
pub fn SignPlan(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let title = Memo::new(move |_| app.read(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten());
    let items = Memo::new(move |_| app.read(|open| to_sign(open, plan, today)).unwrap_or_default());
    let is_blank = Memo::new(move |_| items.with(Vec::is_empty));
    let back = app.href(Place::Plan(plan));
    let to_plan = back.clone();
    view! {
        <Page
            width=PageWidth::Standard
            before=move || view! { <BackLink href=back.clone() text="Back to the plan" /> }
        >
            {move || match title.get() {
                None => view! {
                    <MissingPlan />
                }
                .into_any(),
                Some(title) => view! { <PageHeading caption=title>"Sign the plan off"</PageHeading> }.into_any(),
            }}
            {move || match (title.with(Option::is_some), is_blank.get()) {
                (false, _) => ().into_any(),
                (true, true) => view! {
                    <p class="govuk-body-l">"The plan has nothing in it yet, so there is nothing to sign."</p>
                    <ButtonLink href=to_plan.clone()>"Go to the plan"</ButtonLink>
                }
                .into_any(),
                (true, false) => view! {
                    <WhatIsSigned items />
                    <SignForm plan items />
                }
                .into_any(),
            }}
            <SignedBefore plan />
        </Page>
    }
}

/// All that the entry will hold.
#[component]
fn WhatIsSigned(items: Memo<Vec<SignedItem>>) -> impl IntoView {
    view! {
        <p class="govuk-body">
            "The sign-off keeps the plan as it stands now. If something changes later, the plan says what, item by item. You can sign again at any time."
        </p>
        {move || {
            let table = items.with(|items| table(items, "What will be signed"));
            view! { <DataTable table caption_hidden=false /> }
        }}
    }
}

#[component]
fn SignForm(plan: PlanId, items: Memo<Vec<SignedItem>>) -> impl IntoView {
    let app = App::get();
    let who = WhoSigns::on(app.today());
    // What was on the screen: nobody signs what another tab changed meanwhile without having seen it.
    let seen = StoredValue::new(items.get_untracked());
    // The id is made with the form, so that handing it in twice in a row still signs once.
    let entry = RecordId(ids::new_uuid());
    let save = move |()| {
        let now = items.get_untracked();
        let is_changed = seen.with_value(|seen| *seen != now);
        if is_changed {
            seen.set_value(now.clone());
        }
        let changed = is_changed.then_some("The plan was changed meanwhile. Look at it again, then sign");
        let Some((by, on, words)) = who.read(changed) else { return };
        let signed = PlanSignOff { plan, by, on, recorded: app.now(), words, signed: now, rest: Rest::new() };
        match app.edit(|open| open.sign_plan_off(entry, signed)) {
            Ok(edit) if edit.is_empty() => {}
            Ok(edit) => app.go_with(Place::Plan(plan), Notice::done("The plan was signed off.", &edit)),
            Err(error) => who.errors.set(vec![FieldError::new(BY, not_signed(error))]),
        }
    };
    let cancel = app.href(Place::Plan(plan));
    view! { <WhoSignsForm who cancel on_sign=save /> }
}

fn not_signed(error: EditError) -> &'static str {
    match error {
        EditError::NotHere(_) => "The plan is no longer here, or has nothing in it. Nothing was signed",
        _ => "It could not be signed. Nothing was changed",
    }
}
