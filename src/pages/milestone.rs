//! A milestone as a plan's table and an action's page list it: ticked off where it stands.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::analysis::plan_status::MilestoneStatus;
use crate::browser::ids;
use crate::domain::ids::{ItemId, RecordId};
use crate::domain::plan::Progress;
use crate::domain::workspace::{Edit, EditError};
use crate::reports::words;
use crate::state::App;
use crate::ui::{Tag, TagColour};

/// A milestone as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Milestone {
    /// Which item it is.
    pub(super) id: ItemId,
    /// What is to be reached.
    pub(super) text: String,
    /// By when, or when it was reached, in words; empty if neither was said.
    when: String,
    is_reached: bool,
    /// Whether its day has passed without that.
    is_overdue: bool,
}

impl Milestone {
    /// A milestone as it stood on a day.
    pub(super) fn of(step: &MilestoneStatus<'_>, on: NaiveDate) -> Self {
        Self {
            id: step.id,
            text: step.item.text.clone(),
            when: match step.reached {
                Some(day) => format!("reached on {}", words::day(day)),
                None => step.item.due.clone(),
            },
            is_reached: step.reached.is_some(),
            is_overdue: step.is_overdue(on),
        }
    }
}

/// A milestone with its box. `on_tick` hears what came of ticking it, or of taking the tick back, and how that is said.
#[component]
pub(super) fn MilestoneBox(
    /// The milestone.
    step: Milestone,
    /// Called with the outcome and its words.
    #[prop(into)]
    on_tick: Callback<(Result<Edit, EditError>, &'static str)>,
) -> impl IntoView {
    let app = App::get();
    let Milestone { id, text, when, is_reached, is_overdue } = step;
    let change = move |event| {
        let reached = event_target_checked(&event);
        let entry = Progress { ticked: Some(reached), ..Progress::blank(id, app.today(), app.now()) };
        let done = app.edit(|open| open.report_progress(RecordId(ids::new_uuid()), entry));
        let said = if reached { "The milestone was ticked off." } else { "The tick was taken back." };
        on_tick.run((done, said));
    };
    view! {
        <label class="app-plan__step">
            <input type="checkbox" class="app-grid__tick" prop:checked=is_reached on:change=change />
            <span>
                {text}
                {(!when.is_empty()).then(|| view! { <span class="app-plan__more">{when}</span> })}
                {is_overdue.then(|| view! {
                    <span class="app-plan__tag"><Tag text="Overdue".to_owned() colour=TagColour::Yellow /></span>
                })}
            </span>
        </label>
    }
}
