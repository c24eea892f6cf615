//! The Executive progress report of a plan: the day it speaks of, the parts that a person writes, and the document.

mod document;
mod writing;

use leptos::prelude::*;

use self::document::Document;
use self::writing::{Missing, Writing};
use crate::browser::print;
use crate::domain::ids::PlanId;
use crate::reports::progress;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, Button, ButtonLink, DateInput, Page, PageHeading, PageWidth};

/// The progress report of a plan.
#[component]
pub fn ProgressReport(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let on = RwSignal::new(app.today());
    let chosen = RwSignal::new(Some(app.today()));
    let report = Memo::new(move |_| app.read(|open| progress::report(open, plan, on.get())).flatten());
    let there = Memo::new(move |_| report.with(Option::is_some));
    let choose = move |day| {
        chosen.set(day);
        // While no day that can be reported on stands in the field, the report keeps the one it had.
        if let Some(day) = day.filter(|day| *day <= app.today()) {
            on.set(day);
        }
    };
    let error = move || match chosen.get() {
        None => Some("Enter the day that the report speaks of".to_owned()),
        Some(day) if day > app.today() => Some("The day has to be today or earlier".to_owned()),
        Some(_) => None,
    };
    let back = app.href(Place::Reports);
    move || {
        if !there.get() {
            return view! { <PlanNotHere /> }.into_any();
        }
        let back = back.clone();
        view! {
            <Page
                width=PageWidth::Standard
                before=move || view! { <BackLink href=back.clone() text="Back to reports" /> }
            >
                <div class="app-report-tools app-no-print">
                    <DateInput
                        id="as-at"
                        label="As at"
                        hint="The plan is shown as it stood at the end of this day. Scores are always those of the whole round."
                        error=Signal::derive(error)
                        value=chosen
                        on_change=choose
                    />
                    <Writing plan />
                    <div class="app-report-print">
                        <Button on_press=move |()| print::print()>"Print or save as PDF"</Button>
                        <Missing plan />
                    </div>
                </div>
                {move || report.get().map(|report| view! { <Document report /> })}
            </Page>
        }
        .into_any()
    }
}

#[component]
fn PlanNotHere() -> impl IntoView {
    let app = App::get();
    view! {
        <Page>
            <PageHeading>"This plan is not here"</PageHeading>
            <p class="govuk-body">"It was deleted, or the file that it came in was taken back."</p>
            <ButtonLink href=app.href(Place::Reports)>"Go to reports"</ButtonLink>
        </Page>
    }
}
