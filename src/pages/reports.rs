//! The reports that can be made, each with whom it is for and what it takes.

use leptos::prelude::*;

use crate::domain::workspace::Workspace;
use crate::route::{Page as Place, ReportPlace};
use crate::state::App;
use crate::ui::{Page, PageHeading};

/// The reports.
#[component]
pub fn Reports() -> impl IntoView {
    let app = App::get();
    let has_plan = Memo::new(move |_| app.read(|open: &Workspace| !open.plans().is_empty()).unwrap_or_default());
    let no_plan = move || {
        (!has_plan.get()).then(|| {
            view! {
                <p class="govuk-body">
                    "There is no plan to report on yet. "
                    <a class="govuk-link" href=app.href(Place::NewAction(None))>"Add an action"</a>
                    " and a plan begins."
                </p>
            }
        })
    };
    view! {
        <Page>
            <PageHeading>"Reports"</PageHeading>
            <p class="govuk-body-l">
                "Each is drafted from what is here, in words that you can change, and ready to print or to copy into Word."
            </p>
            <Offer
                name="Executive progress report"
                place=ReportPlace::Progress(None)
                about="For the Executive, every quarter: what is asked of it, how each action stands, what changed since the last report, and the rainbow behind it."
            />
            {no_plan}
            <Offer
                name="Proposal paper"
                place=ReportPlace::Proposal
                about="For whoever decides whether the tool is used: what is recommended and why, what it means for money and people, the framework and the plan."
            />
            <Offer
                name="Conference report"
                place=ReportPlace::Conference
                about="For the Board and for those who came: what was done, how the tables placed the outcomes, and what the training map shows."
            />
            <Offer
                name="Strategy pack"
                place=ReportPlace::Strategy
                about="The annexes to a workforce strategy, chosen from a list, in one document with its contents."
            />
            <Offer
                name="A lead\u{2019}s own sheet"
                place=ReportPlace::LeadSheet(None)
                about="For one lead: their own actions, with target dates, milestones and what was last reported."
            />
            <Offer
                name="What you told us"
                place=ReportPlace::ToldUs
                about="For children and young people: in plain words, what they said and what will happen next."
            />
        </Page>
    }
}

/// A report that can be made.
#[component]
fn Offer(
    /// What it is called.
    name: &'static str,
    /// Where it is.
    place: ReportPlace,
    /// Whom it is for, and what stands in it.
    about: &'static str,
) -> impl IntoView {
    let app = App::get();
    view! {
        <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
            <a class="govuk-link" href=app.href(Place::Reports(place))>{name}</a>
        </h2>
        <p class="govuk-body">{about}</p>
    }
}
