//! An exercise: what its tables' sheets come to together, the sheets, and the grid to type one in from paper.

use leptos::prelude::*;

use super::combined::Combined;
use super::seat::begin_sheet;
use super::sheets::Sheets;
use super::table_file::Tables;
use super::typed::TypedGrid;
use crate::browser::ids;
use crate::domain::exercise::{Exercise, Made, Whose};
use crate::domain::ids::{ExerciseId, SheetId};
use crate::domain::seat::Given;
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Details, Page, PageHeading, PageWidth};

/// An exercise that is here already.
#[component]
pub fn HeldBefore(
    /// Which.
    id: ExerciseId,
) -> impl IntoView {
    let app = App::get();
    match app.read_now(|open| open.exercise(id).cloned()).flatten() {
        Some(begun) => view! { <Held id begun /> }.into_any(),
        None => view! { <NotHere /> }.into_any(),
    }
}

/// An exercise.
#[component]
pub fn Held(
    /// Which.
    id: ExerciseId,
    /// What it is, or would be once something of it is entered.
    begun: Exercise,
) -> impl IntoView {
    let app = App::get();
    let back = app.href(Target::Exercises(Place::List));
    let fallback = (begun.title.clone(), begun.on);
    let facts = Memo::new(move |_| {
        let here = app.read(|open| open.exercise(id).map(|exercise| (exercise.title.clone(), exercise.on)));
        here.flatten().unwrap_or_else(|| fallback.clone())
    });
    let is_here = Memo::new(move |_| app.read(|open| open.exercise(id).is_some()).unwrap_or(false));
    let key = begun.clone();
    let begun = StoredValue::new(begun);
    view! {
        <Page width=PageWidth::Standard before=move || view! { <BackLink href=back.clone() text="Back to exercises" /> }>
            {move || {
                let (title, on) = facts.get();
                view! { <PageHeading caption=words::day(on)>{title}</PageHeading> }
            }}
            <p class="govuk-body">
                <a class="govuk-link" href=app.href(Target::Exercises(Place::Projector(id)))>"Show on the projector"</a>
            </p>
            <Combined id begun />
            <Tables
                given=move |()| given(app, id, begun)
                more=move || view! {
                    <Button kind=ButtonKind::Secondary on_press=move |()| sort_here(app, id, begun)>"Sort on this device"</Button>
                }
            />
            <Sheets id />
            <OnPaper id begun />
            <Key exercise=key />
            <Show when=move || is_here.get()>
                <ButtonGroup>
                    <ButtonLink kind=ButtonKind::Secondary href=app.href(Target::Exercises(Place::Change(id)))>
                        "Change title or day"
                    </ButtonLink>
                    <Remove id />
                </ButtonGroup>
            </Show>
        </Page>
    }
}

/// Sets the exercise up if it is not here yet.
fn begin(app: App, id: ExerciseId, begun: StoredValue<Exercise>) {
    if app.read_now(|open| open.exercise(id).is_none()).unwrap_or(false) {
        // It can't fail while an area is open, and with none there is nothing to set up.
        let _none_open = app.edit(|open| Ok(open.set_exercise(id, begun.get_value())));
    }
}

/// The exercise as a table gets it, once it is here.
fn given(app: App, id: ExerciseId, begun: StoredValue<Exercise>) -> Option<Given> {
    begin(app, id, begun);
    app.read_now(|open| Some(Given::Sort(id, open.exercise(id)?.clone()))).flatten()
}

/// Lets a table sort at the facilitator's own device.
fn sort_here(app: App, id: ExerciseId, begun: StoredValue<Exercise>) {
    begin(app, id, begun);
    let sheets = app.read_now(|open| open.sheets(id).len()).unwrap_or_default();
    begin_sheet(app, id, format!("Table {}", sheets.saturating_add(1)));
}

/// Typing in a grid that was filled in on paper: the one that was typed in last, or another.
#[component]
fn OnPaper(id: ExerciseId, begun: StoredValue<Exercise>) -> impl IntoView {
    let app = App::get();
    let last = app.read_now(|open| {
        let sheets = open.sheets(id);
        let typed = sheets.into_iter().filter(|(_, sheet)| sheet.made == Made::Typed);
        typed.max_by_key(|(_, sheet)| sheet.changed).map(|(sheet, _)| sheet)
    });
    let shown = RwSignal::new(last.flatten().unwrap_or_else(|| SheetId(ids::new_uuid())));
    let is_begun = move || app.read(|open| open.sheet(shown.get()).is_some()).unwrap_or(false);
    view! {
        <h2 class="govuk-heading-m" id="paper-grid">"Type in a grid from paper"</h2>
        <p class="govuk-body">
            "Type the codes of each cell with spaces between them, each as often as it stands there. What is not in the key stays as you type it, is listed above and counts only when you say how it is read. Every cell is saved when you leave it."
        </p>
        {move || view! { <TypedGrid id begun sheet=shown.get() /> }}
        <Show when=is_begun>
            <Button kind=ButtonKind::Secondary on_press=move |()| shown.set(SheetId(ids::new_uuid()))>"Type in another grid"</Button>
        </Show>
    }
}

/// What is sorted: each card with its code.
#[component]
fn Key(exercise: Exercise) -> impl IntoView {
    let groups = exercise.sort.groups.into_iter().map(|group| {
        let cards = group.cards.into_iter().map(|card| {
            view! { <li><strong>{card.code.as_str().to_owned()}</strong>" "{card.words}</li> }
        });
        view! {
            {(!group.name.is_empty()).then(|| view! { <h3 class="govuk-heading-s">{group.name}</h3> })}
            <ul class="govuk-list">{cards.collect_view()}</ul>
        }
    });
    let source = exercise.sort.source;
    view! {
        <Details summary="The key: what each code means">
            {groups.collect_view()}
            {(!source.is_empty()).then(|| view! { <p class="govuk-body-s">{source}</p> })}
        </Details>
    }
}

/// Removing the exercise.
#[component]
fn Remove(id: ExerciseId) -> impl IntoView {
    let app = App::get();
    let remove = move |()| match app.edit(|open| open.delete_exercise(id)) {
        Ok(edit) => app.go_with(
            Target::Exercises(Place::List),
            Notice::done("The exercise was removed with the sheets of its tables.", &edit),
        ),
        Err(_) => app.say(Notice::said("The exercise is no longer here. Nothing was changed.")),
    };
    view! {
        <Button kind=ButtonKind::Secondary on_press=remove>"Remove this exercise"</Button>
    }
}

/// What stands where an exercise or a sheet was.
#[component]
pub(super) fn NotHere() -> impl IntoView {
    let app = App::get();
    view! {
        <Page>
            <PageHeading>"This is no longer here"</PageHeading>
            <p class="govuk-body">"It was removed, or belongs to another copy of the area."</p>
            <ButtonLink href=app.href(Target::Exercises(Place::List))>"Back to exercises"</ButtonLink>
        </Page>
    }
}

/// What the cards of an exercise are called by.
pub(super) fn by_what(cards: Whose) -> &'static str {
    match cards {
        Whose::Outcomes => "By outcome",
        Whose::Own => "By card",
    }
}
