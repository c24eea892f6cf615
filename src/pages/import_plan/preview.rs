//! The items of a plan as they were found in a table, before they are added.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::due::Due;
use crate::domain::ids::PlanId;
use crate::domain::plan::Level;
use crate::exchange::plan_table::{Found, FoundItem};
use crate::reports::{due, words};
use crate::state::App;
use crate::ui::{Head, RowHeader, Table, TableCell, TableRow};

/// How many rows are shown; the rest are counted.
const SHOWN: usize = 60;

/// What was found.
#[component]
pub(super) fn Preview(found: Arc<Found>, plan: RwSignal<Option<PlanId>>) -> impl IntoView {
    let app = App::get();
    let period = plan.get_untracked().and_then(|plan| app.read_now(|open| open.plan(plan)?.period).flatten());
    let count = |level: Level| found.items.iter().filter(|found| found.item.level == level).count();
    let counts: Vec<String> = Level::ALL
        .into_iter()
        .map(|level| (level, count(level)))
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| {
            let (one, many) = match level {
                Level::Priority => ("priority", "priorities"),
                Level::Area => ("area of focus", "areas of focus"),
                Level::Action => ("action", "actions"),
                Level::Output => ("output", "outputs"),
                Level::Milestone => ("milestone", "milestones"),
            };
            words::count(count, one, many)
        })
        .collect();
    let more = found.items.len().saturating_sub(SHOWN);
    let row = move |found: &FoundItem| {
        let item = found.item.clone();
        let meant = due::in_short(&item.due, Due::of(&item.due, None, period));
        let more = |words: String| (!words.is_empty()).then(|| view! { <span class="app-plan__more">{words}</span> });
        view! {
            <TableRow>
                <TableCell>{item.level.word()}</TableCell>
                <TableCell>{item.label}</TableCell>
                <RowHeader>{item.text}</RowHeader>
                <TableCell>{item.lead}</TableCell>
                <TableCell>{item.due} {more(meant)}</TableCell>
                <TableCell>{item.progress}</TableCell>
            </TableRow>
        }
        .into_any()
    };
    view! {
        <h2 class="govuk-heading-m">"What will be added"</h2>
        <p class="govuk-body">{format!("{}.", words::list(&counts))}</p>
        <div class="app-plan">
            <Table
                caption="What will be added"
                caption_hidden=true
                dense=true
                head=["Level", "No", "Words", "Lead", "Due", "Progress"].map(Head::text).to_vec()
            >
                {found.items.iter().take(SHOWN).map(row).collect_view()}
            </Table>
        </div>
        {(more > 0).then(|| view! { <p class="govuk-body">{format!("And {} more.", words::count(more, "row", "rows"))}</p> })}
    }
}
