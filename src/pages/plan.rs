//! A plan: its table, in which it is worked on, and where to go from it.

mod bulk;
mod cells;
mod columns;
mod filter;
mod moving;
mod per_row;
mod rows;
mod table;
mod taking;
mod writing;

use std::sync::Arc;

use leptos::prelude::*;

pub use self::filter::LastFilter;
use self::rows::{PlanTable, table};
use self::table::PlanGrid;
use self::taking::TakeAlong;
use super::choose_version::ChooseVersion;
use super::missing::MissingPlan;
use super::plan_settings::PlanSettings;
use super::sign_plan::PlanSignOffs;
use crate::analysis::plan_status::DueReadings;
use crate::domain::ids::PlanId;
use crate::domain::workspace::Workspace;
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Page, PageHeading, PageWidth};

/// A plan's table.
#[component]
pub fn Plan(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let title = Memo::new(move |_| app.read(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten());
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=app.href(Place::Plans) text="Back to plans" /> }
        >
            {move || match title.get() {
                Some(title) => view! { <Actions plan title /> }.into_any(),
                None => view! {
                    <MissingPlan />
                }
                .into_any(),
            }}
        </Page>
    }
}

/// The actions of a plan that is here.
#[component]
fn Actions(plan: PlanId, title: String) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let readings = StoredValue::new(DueReadings::default());
    let made = Memo::new(move |before: Option<&Option<Arc<PlanTable>>>| {
        let before = before.and_then(|before| before.as_deref());
        let make = |open: &Workspace| {
            readings.try_update_value(|readings| table(open, plan, today, before, readings).map(Arc::new)).flatten()
        };
        app.read(make).flatten()
    });
    let has_rows = Memo::new(move |_| made.with(|made| made.as_ref().is_some_and(|made| !made.order.is_empty())));
    let name = StoredValue::new(title.clone());
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    view! {
        <PageHeading caption=area>{title}</PageHeading>
        <ChooseVersion record=plan />
        <ButtonGroup>
            <ButtonLink href=app.href(Place::NewAction(None))>"Add an action"</ButtonLink>
            <Button kind=ButtonKind::Secondary on_press=move |()| app.go_to(Place::ImportPlan(Some(plan)))>"Import a plan"</Button>
            <Show when=move || has_rows.get()>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::Reports(ReportPlace::Progress(Some(plan))))>
                    "Progress report"
                </ButtonLink>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::AskLeads(plan))>
                    "Ask leads for progress"
                </ButtonLink>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::PlanThen(plan, None))>
                    "What changed since"
                </ButtonLink>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::PlanByArc(plan))>
                    "By arc"
                </ButtonLink>
            </Show>
        </ButtonGroup>
        <Show
            when=move || has_rows.get()
            fallback=|| view! {
                <p class="govuk-body">
                    "This plan has no action yet. Add the first: what is to be done, who leads and by when."
                </p>
            }
        >
            <PlanGrid plan title=name.get_value() table=made />
            <div class="app-no-print">
                <TakeAlong plan />
            </div>
            <PlanSignOffs plan />
        </Show>
        <PlanSettings plan />
    }
}
