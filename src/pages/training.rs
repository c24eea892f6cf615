//! Training: the map of whom it serves in what, its gaps and how they are addressed, and the events it is made of.

mod event_fields;
mod event_form;
mod events;
mod filters;
mod gap;
mod gaps;
mod import;
mod map;
mod matrix;
mod professions;

use leptos::prelude::*;

use self::event_form::{ChangeEvent, NewEvent};
use self::events::Events;
pub use self::filters::LastTrainingFilter;
use self::gap::TheGap;
use self::import::ImportEvents;
use self::map::Map;
use self::professions::RenameProfession;
use super::action_facts::framework;
use crate::analysis::training::TrainingSheet;
use crate::route::training::Place;
use crate::state::App;

/// The screen of a page about training.
pub fn view(place: Place) -> AnyView {
    match place {
        Place::Map => view! { <Map /> }.into_any(),
        Place::Events => view! { <Events /> }.into_any(),
        Place::NewEvent => view! { <NewEvent /> }.into_any(),
        Place::Event(id) => view! { <ChangeEvent id /> }.into_any(),
        Place::Gap(id) => view! { <TheGap id /> }.into_any(),
        Place::Professions => view! { <RenameProfession /> }.into_any(),
        Place::Import => view! { <ImportEvents /> }.into_any(),
    }
}

/// What the tab calls a page about training.
pub fn title(place: &Place) -> &'static str {
    match place {
        Place::Map => "Training map",
        Place::Events => "Training events",
        Place::NewEvent => "Add a training event",
        Place::Event(_) => "Change a training event",
        Place::Gap(_) => "A profession and an arc",
        Place::Professions => "Professions",
        Place::Import => "Import training events",
    }
}

/// The area's training events, laid out once for every change of the area, however often they are filtered.
fn laid_out(app: App) -> Memo<TrainingSheet> {
    Memo::new(move |_| app.read(|open| TrainingSheet::of(open, framework(open).as_ref())).unwrap_or_default())
}

/// The name of the open area.
fn area_name(app: App) -> String {
    app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default()
}
