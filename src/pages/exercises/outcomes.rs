//! The outcomes exercise that is going on, or a new one, which begins with the first thing that is entered.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use super::held::Held;
use crate::browser::ids;
use crate::domain::exercise::{Exercise, Whose};
use crate::domain::ids::ExerciseId;
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::state::App;

/// For how many days after its day an exercise is the one that is going on: for so long grids are typed in and files come back.
const GOES_ON: Days = Days::new(30);

/// The outcomes exercise.
#[component]
pub fn Outcomes() -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let here = app.read_now(|open| going_on(open, today)).flatten();
    let (id, begun) = match here {
        Some((id, exercise)) => (id, Some(exercise)),
        None => (ExerciseId(ids::new_uuid()), blank(today)),
    };
    begun.map(|begun| view! { <Held id begun /> })
}

/// The outcomes exercise that is going on.
fn going_on(open: &Workspace, today: NaiveDate) -> Option<(ExerciseId, Exercise)> {
    let is_current = |exercise: &Exercise| {
        let until = exercise.on.checked_add_days(GOES_ON);
        exercise.cards == Whose::Outcomes && until.is_none_or(|until| until >= today)
    };
    let found = open.exercises().into_iter().find(|(_, exercise)| is_current(exercise))?;
    Some((found.0, found.1.clone()))
}

/// An outcomes exercise of today.
fn blank(today: NaiveDate) -> Option<Exercise> {
    let sort = builtin::outcomes().ok()?;
    Some(Exercise {
        title: "Outcomes exercise".to_owned(),
        on: today,
        cards: Whose::Outcomes,
        sort,
        readings: BTreeMap::new(),
        rest: Rest::new(),
    })
}
