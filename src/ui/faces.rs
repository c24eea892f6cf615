//! Face question: one statement at a time, answered by one of five faces that each have their word, or by "I don't know".
//!
//! Keeps WCAG 1.1.1 and 1.4.1 (a face never stands without its word, and the chosen one has a tick and a thicker edge, not a
//! colour alone), 1.3.1 (one fieldset whose legend is the page's heading), 2.1.1 Keyboard (six native radios in one group),
//! 2.5.8 Target size (at least 64 px) and 1.4.10 Reflow (the row becomes a list on phones). Nothing is chosen beforehand.

use leptos::prelude::*;

use super::page::HEADING_ID;
use super::scale::ScaleChoice;
use crate::charts::face;

/// The words of the five faces, lowest first.
pub const FACE_WORDS: [&str; 5] = ["Not at all", "A little", "Some of the time", "Mostly", "Yes, always"];

/// A statement with its five faces and "I don't know".
#[component]
pub fn FaceQuestion(
    /// The name that the radios share: unique on the page.
    #[prop(into)]
    id: String,
    /// The statement, which is the page's heading.
    #[prop(into)]
    legend: String,
    /// The answer now, if there is one.
    #[prop(into)]
    value: Signal<Option<ScaleChoice>>,
    /// Called with what a person has just chosen.
    #[prop(into)]
    on_choose: Callback<ScaleChoice>,
) -> impl IntoView {
    let option = |(choice, word, picture): (ScaleChoice, &'static str, Option<String>)| {
        let is_apart = picture.is_none();
        view! {
            <label class="app-face" class=("app-face--apart", is_apart)>
                <input
                    class="app-face__input"
                    type="radio"
                    name=id.clone()
                    prop:checked=move || value.get() == Some(choice)
                    on:change=move |_| {
                        on_choose.try_run(choice);
                    }
                />
                {picture.map(|svg| view! { <span class="app-face__picture" inner_html=svg></span> })}
                <span class="app-face__word">{word}</span>
                <span class="app-face__tick" aria-hidden="true">"\u{2713}"</span>
            </label>
        }
    };
    let faces = (1..=5).zip(FACE_WORDS).map(|(score, word)| (ScaleChoice::Score(score), word, Some(face(score))));
    let faces: Vec<_> = faces.map(option).collect();
    let apart = option((ScaleChoice::DontKnow, "I don\u{2019}t know", None));
    view! {
        <fieldset class="govuk-fieldset app-faces">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                <h1 class="govuk-fieldset__heading" id=HEADING_ID tabindex="-1">{legend}</h1>
            </legend>
            <div class="app-faces__row">{faces}</div>
            {apart}
        </fieldset>
    }
}

/// How far a person has come, in dots and in words: "Question 3 of 22".
#[component]
pub fn Dots(
    /// Which one this is, counted from 1.
    at: usize,
    /// How many there are.
    of: usize,
) -> impl IntoView {
    let dot = |number: usize| {
        view! { <span class="app-dots__dot" class=("app-dots__dot--done", number < at) class=("app-dots__dot--here", number == at)></span> }
    };
    view! {
        <div class="app-dots">
            <p class="app-dots__words">{format!("Question {at} of {of}")}</p>
            <div class="app-dots__row" aria-hidden="true">{(1..=of).map(dot).collect_view()}</div>
        </div>
    }
}
