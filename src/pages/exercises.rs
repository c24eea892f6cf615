//! What happens in rooms, and the lists that a strategy needs: where each of them starts.

mod change;
mod combined;
mod held;
mod outcomes;
mod own;
mod projector;
mod seat;
mod sheet;
mod sheets;
mod sorting;
mod table_file;
mod typed;

use leptos::prelude::*;

use self::change::Change;
use self::held::HeldBefore;
use self::outcomes::Outcomes;
use self::own::Own;
pub(super) use self::projector::Figures;
use self::projector::Projector;
use self::seat::Seat;
use self::sheet::Sheet;
use self::sorting::Sorting;
pub(super) use self::table_file::{Tables, give_ideas};
use crate::domain::ids::ExerciseId;
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::exercises::Place;
use crate::route::{Page as Target, discussion, guide, registers, training};
use crate::state::App;
use crate::ui::{Page, PageHeading};

/// The screen of a page about exercises.
pub fn view(place: Place) -> AnyView {
    match place {
        Place::List => view! { <Exercises /> }.into_any(),
        Place::Outcomes => view! { <Outcomes /> }.into_any(),
        Place::Exercise(id) => view! { <HeldBefore id /> }.into_any(),
        Place::Change(id) => view! { <Change id /> }.into_any(),
        Place::Sheet(sheet) => view! { <Sheet sheet /> }.into_any(),
        Place::Discussion(place) => super::discussion::view(place),
        Place::Guide(place) => super::guide::view(place),
        Place::Sorting(sheet) => view! { <Sorting sheet /> }.into_any(),
        Place::Seat => view! { <Seat /> }.into_any(),
        Place::Projector(id) => view! { <Projector id /> }.into_any(),
        Place::Own => view! { <Own /> }.into_any(),
    }
}

/// What the tab calls a page about exercises.
pub fn title(place: &Place) -> &'static str {
    match place {
        Place::List => "Exercises",
        Place::Outcomes => "Outcomes exercise",
        Place::Exercise(_) => "An exercise",
        Place::Change(_) => "Change title or day",
        Place::Sheet(_) => "Sheet of a table",
        Place::Discussion(place) => super::discussion::title(place),
        Place::Guide(place) => super::guide::title(place),
        Place::Sorting(_) => "Sort the cards",
        Place::Seat => "Start",
        Place::Projector(_) => "Result of an exercise",
        Place::Own => "Set up your own sort",
    }
}

/// The start of the room.
#[component]
fn Exercises() -> impl IntoView {
    view! {
        <Page>
            <PageHeading>"Exercises"</PageHeading>
            <h2 class="govuk-heading-m">"With people in a room"</h2>
            <Entry title="Outcomes exercise" to=Target::Exercises(Place::Outcomes) words="Tables at a conference sort the 29 outcomes of Every Child Matters by how well they go." />
            <Entry
                title="Rainbow discussion"
                to=Target::Exercises(Place::Discussion(discussion::Place::List))
                words="Tables say what matters on each arc of the rainbow. You note their ideas, and turn them into actions and evidence."
            />
            <Entry
                title="Focus group or workshop guide"
                to=Target::Exercises(Place::Guide(guide::Place::List))
                words="Prompts for each arc, a timetable, room for notes and for a show of hands. What was said becomes evidence."
            />
            <Entry title="Your own sort" to=Target::Exercises(Place::Own) words="Tables sort your own cards into your own columns, such as ideas by how soon to begin." />
            <SoFar />
            <h2 class="govuk-heading-m">"For the strategy"</h2>
            <Entry title="Training map" to=Target::Training(training::Place::Map) words="Which professions are trained in what, by whom, and how the gaps are addressed." />
            <Entry title="Registers" to=Target::Registers(registers::Place::All) words="Related strategies, the consultation schedule, the glossary, contacts, and how many people work where." />
        </Page>
    }
}

/// Something that starts here.
#[component]
fn Entry(
    /// What it is called.
    title: &'static str,
    /// Where it starts.
    to: Target,
    /// What it is for, in a sentence.
    words: &'static str,
) -> impl IntoView {
    let app = App::get();
    view! {
        <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href=app.href(to)>{title}</a>
            <br />
            {words}
        </p>
    }
}

/// The sorting exercises that there have been; nothing while there are none.
#[component]
fn SoFar() -> impl IntoView {
    let app = App::get();
    let held = Memo::new(move |_| app.read(held).unwrap_or_default());
    let entry = move |(id, title, about): (ExerciseId, String, String)| {
        view! {
            <li>
                <a class="govuk-link" href=app.href(Target::Exercises(Place::Exercise(id)))>{title}</a>
                {format!(", {about}")}
            </li>
        }
    };
    view! {
        <Show when=move || held.with(|held| !held.is_empty())>
            <h2 class="govuk-heading-m">"Sorted so far"</h2>
            <ul class="govuk-list">{move || held.get().into_iter().map(entry).collect_view()}</ul>
        </Show>
    }
}

/// Each exercise with its title, and its day and sheets in words.
fn held(open: &Workspace) -> Vec<(ExerciseId, String, String)> {
    let line = |(id, exercise): (ExerciseId, &crate::domain::exercise::Exercise)| {
        let sheets = words::count(open.sheets(id).len(), "sheet", "sheets");
        (id, exercise.title.clone(), format!("{}, {sheets}", words::day(exercise.on)))
    };
    open.exercises().into_iter().map(line).collect()
}
