//! Reports that are made now and then, each in a room of its own, and what several of them have in common.

mod conference;
mod lead_sheet;
mod proposal;
mod strategy;
mod told_us;

use leptos::prelude::*;

pub use self::conference::Conference;
pub use self::lead_sheet::LeadSheet;
pub use self::proposal::Proposal;
pub use self::strategy::Strategy;
pub use self::told_us::ToldUs;
use crate::domain::ids::PlanId;
use crate::domain::workspace::Workspace;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonLink, Choice, PageHeading, Select};

/// Which plan it is, where there are several.
#[component]
fn WhichPlan(id: &'static str, plan: RwSignal<Option<PlanId>>) -> impl IntoView {
    let app = App::get();
    let titles = |open: &Workspace| {
        open.plans().into_iter().map(|(id, plan)| Choice::new(id, plan.title.clone())).collect::<Vec<_>>()
    };
    let plans = app.read_now(titles).unwrap_or_default();
    let choose = move |chosen: Option<PlanId>| {
        if chosen.is_some() {
            plan.set(chosen);
        }
    };
    (plans.len() > 1).then(|| view! { <Select id label="Plan" choices=plans value=plan on_choose=choose /> })
}

/// What stands where there is nothing to report on.
fn nothing(heading: &'static str, why: &'static str, place: Place, button: &'static str) -> impl IntoView {
    let app = App::get();
    view! {
        <PageHeading>{heading}</PageHeading>
        <p class="govuk-body-l">{why}</p>
        <ButtonLink href=app.href(place)>{button}</ButtonLink>
    }
}

fn no_framework() -> impl IntoView {
    nothing("This report can\u{2019}t be drawn", "The framework is not here.", Place::Survey, "Go to the survey")
}
