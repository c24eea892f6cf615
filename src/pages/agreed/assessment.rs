//! The overall assessment in words, and the form to write it.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::agreed::Assessment;
use crate::domain::ids::RecordId;
use crate::domain::rest::Rest;
use crate::reports::agreed::{how, latest_by};
use crate::state::{App, Notice};
use crate::ui::{
    Button, DateInput, Details, ErrorSummary, FieldError, Form, Input, InputWidth, Textarea, error_at, focus_heading,
};

const TEXT: &str = "assessment-text";
const BY: &str = "assessment-by";
const ON: &str = "assessment-on";

/// The overall assessment.
#[component]
pub(super) fn OverallAssessment(
    /// The day that is looked back to, if one is.
    as_of: Signal<Option<NaiveDate>>,
) -> impl IntoView {
    let app = App::get();
    let stands = Memo::new(move |_| app.read(|open| open.assessment().cloned()).flatten());
    let stood = Memo::new(move |_| {
        let day = as_of.get().unwrap_or(NaiveDate::MAX);
        app.read(|open| open.assessment_by(day).cloned()).flatten()
    });
    let written = move || match stood.get() {
        None if as_of.get().is_some() => view! { <p class="govuk-body">"Not written by then."</p> }.into_any(),
        None => view! { <p class="govuk-body">"Not written yet."</p> }.into_any(),
        Some(Assessment { text, on, by, .. }) => {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            let lines = lines.map(|line| view! { <p class="govuk-body app-agreed__lead">{line.to_owned()}</p> });
            view! {
                {lines.collect::<Vec<_>>()}
                <p class="app-source">{format!("{}.", how(on, &by, ""))}</p>
            }
            .into_any()
        }
    };
    view! {
        <h2 class="govuk-heading-m">"Overall assessment"</h2>
        {written}
        <div class="app-no-print">
            <Details summary="Write or change the overall assessment">
                <AssessmentForm stands />
            </Details>
        </div>
    }
}

#[component]
fn AssessmentForm(stands: Memo<Option<Assessment>>) -> impl IntoView {
    let app = App::get();
    // Only what was typed: a field that nobody touched shows what stands, also after an undo.
    let (typed, typed_by) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let on = RwSignal::new(Some(app.today()));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let there = move || stands.with(|stands| stands.as_ref().map(|one| one.text.clone())).unwrap_or_default();
    let text = Signal::derive(move || typed.get().unwrap_or_else(there));
    let by = Signal::derive(move || {
        let usual = || app.read(latest_by).unwrap_or_default();
        typed_by.get().or_else(|| stands.with(|stands| stands.as_ref().map(|one| one.by.clone()))).unwrap_or_else(usual)
    });
    let save = move |()| {
        let (words, who) = (text.get_untracked().trim().to_owned(), by.get_untracked().trim().to_owned());
        let mut wrong = Vec::new();
        if words == untrack(there).trim() {
            wrong.push(FieldError::new(TEXT, "Change the overall assessment, then save"));
        }
        if who.is_empty() && !words.is_empty() {
            wrong.push(FieldError::new(BY, "Enter who agreed it, as a role"));
        }
        let Some(on) = on.get_untracked().filter(|_| wrong.is_empty()) else {
            if wrong.is_empty() {
                wrong.push(FieldError::new(ON, "Enter the day on which it was agreed"));
            }
            return errors.set(wrong);
        };
        errors.update(Vec::clear);
        let assessment = Assessment { text: words, on, recorded: app.now(), by: who, rest: Rest::new() };
        if let Ok(edit) = app.edit(|open| Ok(open.set_assessment(RecordId(ids::new_uuid()), assessment))) {
            typed.set(None);
            typed_by.set(None);
            app.say(Notice::done("The overall assessment was saved.", &edit));
            focus_heading();
        }
    };
    view! {
        <ErrorSummary errors />
        <Form on_submit=save>
            <Textarea
                id=TEXT
                label="Overall assessment"
                hint="Where you are as a whole, in a few sentences. Empty it to take it back."
                rows=6
                error=error_at(errors, TEXT)
                value=text
                on_change=move |words| typed.set(Some(words))
            />
            <Input
                id=BY
                label="Agreed by"
                hint="A role or a group, such as Children\u{2019}s Trust Board"
                width=InputWidth::Chars20
                error=error_at(errors, BY)
                value=by
                on_change=move |words| typed_by.set(Some(words))
            />
            <DateInput id=ON label="Agreed on" error=error_at(errors, ON) value=on on_change=move |day| on.set(day) />
            <Button submit=true>"Save the assessment"</Button>
        </Form>
    }
}
