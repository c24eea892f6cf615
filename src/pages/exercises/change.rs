//! Changing what an exercise is called and its day.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::held::NotHere;
use crate::domain::ids::ExerciseId;
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, DateInput, ErrorSummary, FieldError, Form, Input, Page, PageHeading, error_at,
};

const TITLE: &str = "exercise-title";
const DAY: &str = "exercise-day";

/// Changing an exercise.
#[component]
pub fn Change(
    /// Which.
    id: ExerciseId,
) -> impl IntoView {
    let app = App::get();
    let stands = app.read_now(|open| open.exercise(id).map(|exercise| (exercise.title.clone(), exercise.on)));
    let Some((called, on)) = stands.flatten() else { return view! { <NotHere /> }.into_any() };
    let back = app.href(Target::Exercises(Place::Exercise(id)));
    let cancel = back.clone();
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let title = RwSignal::new(called.clone());
    let day = RwSignal::new(Some(on));
    let save = move |()| match check(&title.get_untracked(), day.get_untracked()) {
        Err(found) => errors.set(found),
        Ok((title, on)) => match app.edit(|open| open.name_exercise(id, &title, on)) {
            Ok(edit) if edit.is_empty() => leave(app, id, Notice::said("Nothing was changed.")),
            Ok(edit) => leave(app, id, Notice::done("The exercise was changed.", &edit)),
            Err(_) => app.say(Notice::said("The exercise is no longer here. Nothing was changed.")),
        },
    };
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the exercise" /> }>
            <ErrorSummary errors />
            <PageHeading caption=called>"Change title or day"</PageHeading>
            <p class="govuk-body">
                "Cards and columns stay as they are, and so does what tables placed. Tables that have their file already see the old title until they open a new one."
            </p>
            <Form on_submit=save>
                <Input
                    id=TITLE
                    label="What is it called?"
                    error=error_at(errors, TITLE)
                    value=title
                    on_change=move |words| title.set(words)
                />
                <DateInput id=DAY label="On which day?" error=error_at(errors, DAY) value=day on_change=move |chosen| day.set(chosen) />
                <ButtonGroup>
                    <Button submit=true>"Save the changes"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

/// What was typed, or what is wrong with it.
fn check(title: &str, day: Option<NaiveDate>) -> Result<(String, NaiveDate), Vec<FieldError>> {
    let title = title.trim();
    let mut errors = Vec::new();
    if title.is_empty() {
        errors.push(FieldError::new(TITLE, "Enter what the exercise is called"));
    }
    match day {
        Some(on) if errors.is_empty() => Ok((title.to_owned(), on)),
        Some(_) => Err(errors),
        None => {
            errors.push(FieldError::new(DAY, "Enter the day on which the tables sort"));
            Err(errors)
        }
    }
}

fn leave(app: App, id: ExerciseId, notice: Notice) {
    app.go_with(Target::Exercises(Place::Exercise(id)), notice);
}
