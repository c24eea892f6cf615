//! The plans of an area, each with its counts, and beginning another.

mod create;

use leptos::prelude::*;

use self::create::CreatePlan;
use crate::analysis::plan_status::{PlanCounts, of_plan};
use crate::domain::ids::PlanId;
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{Button, ButtonGroup, ButtonKind, ButtonLink, Page, PageHeading};

/// The plans.
#[component]
pub fn Plans() -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let plans = Memo::new(move |_| {
        let listed = |open: &Workspace| {
            let plans = open.plans().into_iter();
            let counted =
                plans.map(|(id, plan)| (id, plan.title.clone(), PlanCounts::of(&of_plan(open, id, today), today)));
            counted.collect::<Vec<_>>()
        };
        app.read(listed).unwrap_or_default()
    });
    let entry = move |(id, title, counts): (PlanId, String, PlanCounts)| {
        view! {
            <li class="app-plans__plan">
                <h2 class="govuk-heading-m app-plans__title">
                    <a class="govuk-link" href=app.href(Place::Plan(id))>{title}</a>
                </h2>
                <p class="govuk-body">{count_words(&counts)}</p>
            </li>
        }
    };
    view! {
        <Page>
            <PageHeading>"Plans"</PageHeading>
            <Show
                when=move || plans.with(|plans| !plans.is_empty())
                fallback=move || view! {
                    <p class="govuk-body-l">"There is no plan yet."</p>
                    <p class="govuk-body">
                        "A plan lists what is to be done about the arcs of the rainbow, who leads and by when. It begins with your first action, or with one of the plans below."
                    </p>
                }
            >
                <p class="govuk-body">{format!("As they stand on {}.", words::day(today))}</p>
                <ul class="app-plans">{move || plans.get().into_iter().map(entry).collect_view()}</ul>
            </Show>
            <ButtonGroup>
                <ButtonLink href=app.href(Place::NewAction(None))>"Add an action"</ButtonLink>
                <Button kind=ButtonKind::Secondary on_press=move |()| app.go_to(Place::ImportPlan(None))>
                    "Import a plan"
                </Button>
            </ButtonGroup>
            <p class="govuk-body">
                <a class="govuk-link" href=app.href(Place::Rainbow(None))>"See the rainbow"</a>
                " to find the arcs that are furthest from where you want to be."
            </p>
            <CreatePlan />
        </Page>
    }
}

/// A plan's counts in words: "12 actions, 3 overdue. RAG: 10 not set, 2 red, 0 amber, 0 green, 0 complete."
fn count_words(counts: &PlanCounts) -> String {
    if counts.actions == 0 {
        return "No actions yet.".to_owned();
    }
    let rag = counts.rag.iter().map(|(rag, count)| format!("{count} {}", rag.word().to_lowercase()));
    format!(
        "{}, {} overdue. RAG: {}.",
        words::count(counts.actions, "action", "actions"),
        if counts.overdue == 0 { "none".to_owned() } else { counts.overdue.to_string() },
        rag.collect::<Vec<_>>().join(", ")
    )
}
