//! A plan as it stood at the end of a day, and what changed since.

use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use super::data_table::DataTable;
use super::missing::MissingPlan;
use crate::analysis::plan_status::of_plan;
use crate::domain::ids::PlanId;
use crate::reports::plan_changes::{Changed, Exception, changed, exceptions};
use crate::reports::progress::plan_table;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, DateInput, Page, PageHeading, PageWidth};

/// How many days make a quarter of a year, which is as often as an Executive is reported to.
const QUARTER: Days = Days::new(91);

/// A plan as it stood, and what changed since.
#[component]
pub fn PlanThen(
    /// The plan.
    plan: PlanId,
    /// The day; `None` for a quarter of a year ago.
    day: Option<NaiveDate>,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let day = day.or_else(|| today.checked_sub_days(QUARTER)).unwrap_or(today).min(today);
    let title = app.read_now(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten();
    let Some(title) = title else {
        return view! {
            <Page>
                <MissingPlan />
            </Page>
        }
        .into_any();
    };
    let told = Memo::new(move |_| app.read(|open| changed(open, plan, day, today)).unwrap_or_default());
    let named = Memo::new(move |_| app.read(|open| exceptions(open, plan, day, today)).unwrap_or_default());
    let exception = move |Exception { id, name, why }: Exception| {
        view! {
            <li>
                <a class="govuk-link" href=app.href(Place::Action(id))>{name}</a>
                <span class="app-plan__more">{why}</span>
            </li>
        }
    };
    let name = StoredValue::new(title.clone());
    let stood = Memo::new(move |_| {
        app.read(|open| {
            let items = of_plan(open, plan, day);
            (!items.is_empty()).then(|| plan_table(&name.get_value(), &items, day))
        })
        .flatten()
    });
    let choose = move |chosen: Option<NaiveDate>| {
        if let Some(chosen) = chosen {
            app.go_to(Place::PlanThen(plan, Some(chosen)));
        }
    };
    let entry = move |changed: Changed| {
        let Changed { id, name, is_here, sentences } = changed;
        let name = if name.is_empty() { "(no words)".to_owned() } else { name };
        let heading = if is_here {
            view! { <a class="govuk-link" href=app.href(Place::Action(id))>{name}</a> }.into_any()
        } else {
            name.into_any()
        };
        view! {
            <li class="app-history__entry">
                <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{heading}</h3>
                {sentences
                    .into_iter()
                    .map(|sentence| view! { <p class="govuk-body govuk-!-margin-bottom-1">{sentence}</p> })
                    .collect_view()}
            </li>
        }
    };
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=app.href(Place::Plan(plan)) text="Back to the plan" /> }
        >
            <PageHeading caption=title>{format!("What changed since {}", words::day(day))}</PageHeading>
            <div class="app-no-print">
                <DateInput
                    id="plan-since"
                    label="Since the end of"
                    hint="Such as the day that the Executive last saw the plan."
                    value=Signal::stored(Some(day))
                    on_change=choose
                />
            </div>
            <h2 class="govuk-heading-m">"Exceptions"</h2>
            <Show
                when=move || named.with(|named| !named.is_empty())
                fallback=|| view! { <p class="govuk-body">"Nothing is overdue, and no target date was revised since."</p> }
            >
                <p class="govuk-body">"What is overdue today, or has had its target date revised since. On-going work is on target."</p>
                <ul class="govuk-list govuk-list--bullet">{move || named.get().into_iter().map(exception).collect_view()}</ul>
            </Show>
            <h2 class="govuk-heading-m">"What changed"</h2>
            <Show
                when=move || told.with(|told| !told.is_empty())
                fallback=|| view! { <p class="govuk-body">"Nothing has changed since."</p> }
            >
                <ol class="app-history">{move || told.get().into_iter().map(entry).collect_view()}</ol>
            </Show>
            <h2 class="govuk-heading-m">{format!("The plan as it stood at the end of {}", words::day(day))}</h2>
            {move || match stood.get() {
                Some(table) => view! { <DataTable table caption_hidden=true /> }.into_any(),
                None => view! { <p class="govuk-body">"The plan had no actions then."</p> }.into_any(),
            }}
            <p class="govuk-body govuk-!-margin-top-4">
                "Progress counts from the day it is dated, and words as they stood at the end of the day."
            </p>
        </Page>
    }
    .into_any()
}
