//! Setting up a sort with one's own cards and columns.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::exercise::own::{MOST_CARDS, MOST_COLUMNS, OwnFault};
use crate::domain::exercise::{Exercise, Sort, Whose};
use crate::domain::ids::ExerciseId;
use crate::domain::rest::Rest;
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, DateInput, ErrorSummary, FieldError, Form, Input, Page, PageHeading, Textarea, error_at,
};

const TITLE: &str = "exercise-title";
const DAY: &str = "exercise-day";
const CARDS: &str = "exercise-cards";
const COLUMNS: &str = "exercise-columns";

/// Setting up a sort of one's own.
#[component]
pub fn Own() -> impl IntoView {
    let app = App::get();
    let back = app.href(Target::Exercises(Place::List));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let title = RwSignal::new(String::new());
    let day = RwSignal::new(Some(app.today()));
    let cards = RwSignal::new(String::new());
    let columns = RwSignal::new(String::new());
    let submit = move |()| {
        let typed = (title.get_untracked(), day.get_untracked(), cards.get_untracked(), columns.get_untracked());
        match check(&typed.0, typed.1, &typed.2, &typed.3) {
            Ok(exercise) => set_up(app, exercise),
            Err(found) => errors.set(found),
        }
    };
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to exercises" /> }>
            <ErrorSummary errors />
            <PageHeading>"Set up your own sort"</PageHeading>
            <p class="govuk-body">
                "Each table sorts your cards into your columns, on its own device or on paper. Cards and columns can\u{2019}t be changed once they are set up, because sheets would no longer fit."
            </p>
            <Form on_submit=submit>
                <Input
                    id=TITLE
                    label="What is it called?"
                    error=error_at(errors, TITLE)
                    value=title
                    on_change=move |words| title.set(words)
                />
                <DateInput id=DAY label="On which day?" error=error_at(errors, DAY) value=day on_change=move |chosen| day.set(chosen) />
                <Textarea
                    id=CARDS
                    label="Cards"
                    hint="One a line. A line that ends with a colon names the group of the cards beneath it."
                    rows=8
                    error=error_at(errors, CARDS)
                    value=cards
                    on_change=move |words| cards.set(words)
                />
                <Textarea
                    id=COLUMNS
                    label="Columns"
                    hint="One a line, from left to right, such as Now, Next year and Later."
                    rows=4
                    error=error_at(errors, COLUMNS)
                    value=columns
                    on_change=move |words| columns.set(words)
                />
                <Button submit=true>"Set up the sort"</Button>
            </Form>
        </Page>
    }
}

/// The exercise that was typed, or what is wrong with it.
fn check(title: &str, day: Option<NaiveDate>, cards: &str, columns: &str) -> Result<Exercise, Vec<FieldError>> {
    let mut errors = Vec::new();
    if title.trim().is_empty() {
        errors.push(FieldError::new(TITLE, "Enter what the sort is called"));
    }
    if day.is_none() {
        errors.push(FieldError::new(DAY, "Enter the day on which the tables sort"));
    }
    let sort = Sort::own(cards, columns);
    errors.extend(faults(&sort));
    match (sort, day) {
        (Ok(sort), Some(on)) if errors.is_empty() => Ok(Exercise {
            title: title.trim().to_owned(),
            on,
            cards: Whose::Own,
            sort,
            readings: BTreeMap::new(),
            rest: Rest::new(),
        }),
        _ => Err(errors),
    }
}

fn faults(sort: &Result<Sort, Vec<OwnFault>>) -> Vec<FieldError> {
    let said = |fault: &OwnFault| match fault {
        OwnFault::NoCards => FieldError::new(CARDS, "Enter one card at least"),
        OwnFault::TooManyCards => FieldError::new(CARDS, format!("Enter {MOST_CARDS} cards at most")),
        OwnFault::TooFewColumns => FieldError::new(COLUMNS, "Enter two columns at least"),
        OwnFault::TooManyColumns => FieldError::new(COLUMNS, format!("Enter {MOST_COLUMNS} columns at most")),
        OwnFault::ColumnTwice => FieldError::new(COLUMNS, "Give each column a name of its own"),
    };
    sort.as_ref().err().map(|faults| faults.iter().map(said).collect()).unwrap_or_default()
}

fn set_up(app: App, exercise: Exercise) {
    let id = ExerciseId(ids::new_uuid());
    if let Ok(edit) = app.edit(|open| Ok(open.set_exercise(id, exercise))) {
        app.go_with(Target::Exercises(Place::Exercise(id)), Notice::done("The sort was set up.", &edit));
    }
}
