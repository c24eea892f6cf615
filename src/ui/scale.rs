//! Scale question: one statement scored from 1 to 5, or set aside as "Don't know" or "Not applicable".
//!
//! Keeps WCAG 1.3.1 (one fieldset a statement, whose legend is the statement, so that no number is ever read
//! without its question; both ends of the scale are tied to it and to the radio they describe), 2.1.1 Keyboard
//! (seven native radios in one group), 2.4.3 Focus order (clearing moves to the first radio, adding a comment
//! to its field), 2.5.8 Target size (44 px) and 1.4.10 Reflow (the row becomes a list on phones).
//! Nothing is chosen beforehand, and an answer can be cleared.

use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::focus::focus_soon;
use super::textarea::Textarea;

/// What a person can say about a statement. Not having answered is the absence of one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleChoice {
    /// A score, 1 to 5. The component never gives another number, and one that came in would choose no radio.
    Score(u8),
    /// "Don't know".
    DontKnow,
    /// "Not applicable".
    NotApplicable,
}

/// A statement with its five scores, the two ends in words, the two ways of not scoring it, and a comment.
#[component]
pub fn ScaleQuestion(
    /// The id of the fieldset, and the name that the radios share: unique on the page.
    #[prop(into)]
    id: String,
    /// The statement, as the legend.
    #[prop(into)]
    legend: String,
    /// A few words for the statement, which tell its comment and its clear button from the others'.
    #[prop(into)]
    short: String,
    /// What 1 looks like.
    #[prop(into)]
    low: String,
    /// What 5 looks like.
    #[prop(into)]
    high: String,
    /// The answer now, if there is one.
    #[prop(into)]
    value: Signal<Option<ScaleChoice>>,
    /// Called with what a person has just chosen; `None` when they clear their answer.
    #[prop(into)]
    on_choose: Callback<Option<ScaleChoice>>,
    /// The comment now; empty for none.
    #[prop(into)]
    comment: Signal<String>,
    /// A hint above the comment's field; empty for none.
    #[prop(optional, into)]
    comment_hint: String,
    /// Called with the comment when a person has changed it.
    #[prop(into)]
    on_comment: Callback<String>,
) -> impl IntoView {
    let low_id = format!("{id}-low");
    let high_id = format!("{id}-high");
    let radio = |choice, described_by| radio(&id, choice, described_by, value, on_choose);
    let scores: Vec<_> = (1..=5)
        .map(|score| {
            let end = match score {
                1 => Some(low_id.clone()),
                5 => Some(high_id.clone()),
                _ => None,
            };
            radio(ScaleChoice::Score(score), end)
        })
        .collect();
    let apart = [ScaleChoice::DontKnow, ScaleChoice::NotApplicable].map(|choice| radio(choice, None));
    let ends = format!("{low_id} {high_id}");
    let first_radio = radio_id(&id, ScaleChoice::Score(1));
    view! {
        <div class="app-scale">
            <fieldset class="govuk-fieldset" id=id.clone() aria-describedby=ends>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
                <div class="app-scale__row">
                    <p class="app-scale__end app-scale__end--low" id=low_id>
                        <span class="app-scale__end-name">"1 means: "</span>
                        {low}
                    </p>
                    <div class="govuk-radios app-scale__scores">{scores}</div>
                    <p class="app-scale__end app-scale__end--high" id=high_id>
                        <span class="app-scale__end-name">"5 means: "</span>
                        {high}
                    </p>
                </div>
                <div class="app-scale__apart">
                    <div class="govuk-radios govuk-radios--inline">{apart}</div>
                    <ClearButton short=short.clone() value on_choose first_radio />
                </div>
            </fieldset>
            <Comment id=format!("{id}-comment") short hint=comment_hint value=comment on_change=on_comment />
        </div>
    }
}

/// One radio of the seven.
fn radio(
    name: &str,
    choice: ScaleChoice,
    described_by: Option<String>,
    value: Signal<Option<ScaleChoice>>,
    on_choose: Callback<Option<ScaleChoice>>,
) -> AnyView {
    let id = radio_id(name, choice);
    let label = match choice {
        ScaleChoice::Score(score) => score.to_string(),
        ScaleChoice::DontKnow => "Don't know".to_owned(),
        ScaleChoice::NotApplicable => "Not applicable".to_owned(),
    };
    view! {
        <div class="govuk-radios__item">
            <input
                class="govuk-radios__input"
                type="radio"
                id=id.clone()
                name=name.to_owned()
                aria-describedby=described_by
                prop:checked=move || value.get() == Some(choice)
                on:change=move |_| {
                    on_choose.try_run(Some(choice));
                }
            />
            <label class="govuk-label govuk-radios__label" for=id>
                {label}
            </label>
        </div>
    }
    .into_any()
}

fn radio_id(name: &str, choice: ScaleChoice) -> String {
    match choice {
        ScaleChoice::Score(score) => format!("{name}-{score}"),
        ScaleChoice::DontKnow => format!("{name}-dont-know"),
        ScaleChoice::NotApplicable => format!("{name}-not-applicable"),
    }
}

/// "Clear this answer", there only while there is an answer.
#[component]
fn ClearButton(
    short: String,
    value: Signal<Option<ScaleChoice>>,
    on_choose: Callback<Option<ScaleChoice>>,
    first_radio: String,
) -> impl IntoView {
    let short = StoredValue::new(short);
    let first_radio = StoredValue::new(first_radio);
    let clear = move |()| {
        on_choose.try_run(None);
        // The button goes with the answer, so the focus must go elsewhere before it is lost.
        if let Some(first_radio) = first_radio.try_get_value() {
            focus_soon(first_radio);
        }
    };
    view! {
        <Show when=move || value.with(Option::is_some)>
            <Button kind=ButtonKind::Link on_press=clear>
                "Clear this answer"
                <span class="govuk-visually-hidden">{move || format!(" on: {}", short.get_value())}</span>
            </Button>
        </Show>
    }
}

/// The comment: a plain button until it is wanted or there is one, then a field.
#[component]
fn Comment(
    id: String,
    short: String,
    hint: String,
    value: Signal<String>,
    on_change: Callback<String>,
) -> impl IntoView {
    // Once open it stays open, so that emptying the field does not take it away from under the person typing.
    let opened = RwSignal::new(value.with_untracked(|comment| !comment.is_empty()));
    let open = Memo::new(move |_| opened.get() || value.with(|comment| !comment.is_empty()));
    let words = StoredValue::new((id, short, hint));
    let add = move |()| {
        opened.set(true);
        if let Some((id, _, _)) = words.try_get_value() {
            focus_soon(id);
        }
    };
    move || {
        let (id, short, hint) = words.get_value();
        if open.get() {
            view! { <Textarea id label=format!("Comment on: {short}") hint rows=3 value as_typed=true on_change /> }
                .into_any()
        } else {
            view! {
                <Button kind=ButtonKind::Link on_press=add>
                    "Add a comment"
                    <span class="govuk-visually-hidden">{format!(" on: {short}")}</span>
                </Button>
            }
            .into_any()
        }
    }
}
