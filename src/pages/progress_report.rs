//! The Executive progress report of a plan: which plan, the day it speaks of, and the day since which it tells what changed.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::missing::{DELETED, Missing};
use super::report::ReportPage;
use crate::domain::ids::PlanId;
use crate::domain::workspace::Workspace;
use crate::reports::progress;
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{ButtonLink, Choice, DateInput, PageHeading, Select};

/// The progress report of a plan.
#[component]
pub fn ProgressReport(
    /// The plan; `None` for the first one.
    plan: Option<PlanId>,
) -> impl IntoView {
    let app = App::get();
    let plan = plan.or_else(|| app.read_now(|open| open.plans().first().map(|(id, _)| *id)).flatten());
    let on = RwSignal::new(app.today());
    let usual = usual_since(app, plan);
    let since = RwSignal::new(usual(app.today()));
    let drawn = move |open: &Workspace| progress::report(open, plan?, on.get(), since.get());
    let report = Memo::new(move |_| app.read(drawn).flatten());
    let choices = move || view! { <Choices plan on since /> };
    let missing = move || match plan {
        None => view! {
            <PageHeading>"Executive progress report"</PageHeading>
            <p class="govuk-body-l">"There is no plan to report on yet."</p>
            <p class="govuk-body">"The progress report is drawn from a plan. A plan begins with its first action."</p>
            <ButtonLink href=app.href(Place::NewAction(None))>"Add an action"</ButtonLink>
        }
        .into_any(),
        Some(_) => view! {
            <Missing
                heading="This plan is not here"
                why=DELETED
                to=Place::Reports(ReportPlace::List)
                go="Go to reports"
            />
        }
        .into_any(),
    };
    view! { <ReportPage report as_at=Signal::from(on) choices missing /> }
}

/// The day since which the report of a plan tells what changed, where nobody chose one.
fn usual_since(app: App, plan: Option<PlanId>) -> impl Fn(NaiveDate) -> NaiveDate + Copy {
    move |on| plan.and_then(|plan| app.read_now(|open| progress::usual_since(open, plan, on))).unwrap_or(on)
}

#[component]
fn Choices(
    /// The plan that is shown.
    plan: Option<PlanId>,
    /// The day that the report speaks of.
    on: RwSignal<NaiveDate>,
    /// The day since which it tells what changed.
    since: RwSignal<NaiveDate>,
) -> impl IntoView {
    let app = App::get();
    let usual = usual_since(app, plan);
    let titles = |open: &Workspace| {
        open.plans().into_iter().map(|(id, plan)| Choice::new(id, plan.title.clone())).collect::<Vec<_>>()
    };
    let plans = app.read_now(titles).unwrap_or_default();
    let choose_plan = move |chosen: Option<PlanId>| {
        if chosen.is_some() {
            app.go_to(Place::Reports(ReportPlace::Progress(chosen)));
        }
    };
    let plans = (plans.len() > 1).then(|| {
        view! { <Select id="report-plan" label="Plan" choices=plans value=Signal::stored(plan) on_choose=choose_plan /> }
    });
    let (chosen_on, chosen_since) =
        (RwSignal::new(Some(on.get_untracked())), RwSignal::new(Some(since.get_untracked())));
    let choose_on = move |day: Option<NaiveDate>| {
        chosen_on.set(day);
        // While no day that can be reported on stands in the field, the report keeps the one it had.
        if let Some(day) = day.filter(|day| *day <= app.today()) {
            on.set(day);
            if since.get_untracked() > day {
                since.set(usual(day));
                chosen_since.set(Some(usual(day)));
            }
        }
    };
    let choose_since = move |day: Option<NaiveDate>| {
        chosen_since.set(day);
        if let Some(day) = day.filter(|day| *day <= on.get_untracked()) {
            since.set(day);
        }
    };
    let wrong_on = move || match chosen_on.get() {
        None => Some("Enter the day that the report speaks of".to_owned()),
        Some(day) if day > app.today() => Some("The day has to be today or earlier".to_owned()),
        Some(_) => None,
    };
    let wrong_since = move || match chosen_since.get() {
        None => Some("Enter the day of the last report".to_owned()),
        Some(day) if day > on.get() => Some("The day has to be before the one that the report speaks of".to_owned()),
        Some(_) => None,
    };
    view! {
        {plans}
        <DateInput
            id="as-at"
            label="As at"
            hint="The plan is shown as it stood at the end of this day. Scores are always those of the whole round."
            error=Signal::derive(wrong_on)
            value=chosen_on
            on_change=choose_on
        />
        <DateInput
            id="report-since"
            label="Changes since the end of"
            hint="Such as the day that the meeting saw the last report."
            error=Signal::derive(wrong_since)
            value=chosen_since
            on_change=choose_since
        />
    }
}
