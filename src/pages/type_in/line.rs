//! The line that is being typed: one statement, big, with a field that takes single keys and buttons that do the same.

use std::time::Duration;

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::desk::{Asked, Desk, letter};
use crate::domain::answer::{Answer, Score};
use crate::ui::{Button, ButtonKind, Live, Textarea, focus_field};

/// The field that takes the keys.
pub(super) const KEY: &str = "typing-key";
const COMMENT: &str = "typing-comment";

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Answer(Answer),
    Clear,
    Next,
    Back,
    Comment,
    Finish,
    Nothing,
}

impl Asks {
    /// What a key asks for; `None` for keys that are the browser's own, such as Tab.
    fn of(key: &str, at_end: bool) -> Option<Self> {
        let mut letters = key.chars();
        Some(match (key, letters.next(), letters.next()) {
            ("Enter", ..) if at_end => Self::Finish,
            ("Enter" | " " | "ArrowRight" | "ArrowDown", ..) => Self::Next,
            ("Backspace" | "ArrowLeft" | "ArrowUp", ..) => Self::Back,
            ("Delete", ..) => Self::Clear,
            ("c" | "C", ..) => Self::Comment,
            (_, Some(letter), None) => match Answer::from_char(letter.to_ascii_lowercase()) {
                Some(answer) if answer.is_given() => Self::Answer(answer),
                _ => Self::Nothing,
            },
            _ => return None,
        })
    }
}

/// The statement to be typed.
#[component]
pub(super) fn Line(
    desk: Desk,
    /// Called when the end of the form is confirmed.
    on_finish: Callback<()>,
) -> impl IntoView {
    let commenting = RwSignal::new(false);
    let current = Memo::new(move |_| desk.current());
    let act = Callback::new(move |asks: Asks| {
        let is_at_end = current.with_untracked(Option::is_none);
        match asks {
            Asks::Answer(answer) if !is_at_end => {
                desk.answer(answer);
                commenting.set(false);
                desk.next();
            }
            Asks::Clear => desk.answer(Answer::NotAnswered),
            Asks::Next => {
                commenting.set(false);
                desk.next();
            }
            Asks::Back => {
                commenting.set(false);
                desk.back();
            }
            Asks::Comment if !is_at_end => {
                commenting.set(true);
                set_timeout(|| focus_field(COMMENT), Duration::ZERO);
            }
            Asks::Finish => on_finish.run(()),
            Asks::Answer(_) | Asks::Comment | Asks::Nothing => {}
        }
    });
    let spoken = Signal::derive(move || {
        current.with(|current| match current {
            Some((number, statement)) => format!("{number}. {}", statement.text),
            None => "End of the form. Press Enter to finish it.".to_owned(),
        })
    });
    view! {
        <section class="app-typing__line" aria-labelledby="typing-statement">
            <p class="app-typing__place">{move || place(desk)}</p>
            <h2 class="app-typing__statement" id="typing-statement">{move || current.with(|current| heading(current.as_ref()))}</h2>
            <Live text=spoken />
            <Keys desk act />
            {move || current.get().map(|asked| view! { <Comment desk asked commenting /> })}
        </section>
    }
}

fn place(desk: Desk) -> String {
    let asked = desk.asked_count();
    let at = desk.at();
    if at < asked { format!("{} of {asked}", at.saturating_add(1)) } else { format!("All {asked} passed") }
}

fn heading(current: Option<&Asked>) -> AnyView {
    match current {
        Some((number, statement)) => view! {
            <span class="app-typing__number">{*number}</span>
            " "
            {statement.text.clone()}
        }
        .into_any(),
        None => view! { "End of the form. Press Enter to finish it, or Backspace to go back." }.into_any(),
    }
}

/// The field that takes single keys, and a button for each of them.
#[component]
fn Keys(desk: Desk, act: Callback<Asks>) -> impl IntoView {
    let answer = Memo::new(move |_| desk.current().map(|(_, statement)| desk.answer_to(statement.id).get()));
    let shown = move || answer.get().map(letter).unwrap_or_default();
    let press = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(asks) = Asks::of(&event.key(), answer.get_untracked().is_none()) {
            event.prevent_default();
            act.run(asks);
        }
    };
    // Keyboards on a screen say what was typed, and not which key it was.
    let typed = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let last = input.value().chars().last().map(String::from).unwrap_or_else(|| "Backspace".to_owned());
        input.set_value(&shown());
        if let Some(asks) = Asks::of(&last, answer.get_untracked().is_none()) {
            act.run(asks);
        }
    };
    let label = move || match desk.current() {
        Some((number, _)) => format!("Answer to {number}"),
        None => "End of the form".to_owned(),
    };
    let button = move |given: Answer, words: String| {
        view! {
            <button
                type="button"
                class="app-typing__answer"
                aria-pressed=move || if answer.get() == Some(given) { "true" } else { "false" }
                on:click=move |_| {
                    act.run(Asks::Answer(given));
                    focus_field(KEY);
                }
            >
                {words}
            </button>
        }
    };
    let scores = Score::all().map(|score| button(Answer::Score(score), score.get().to_string())).collect_view();
    view! {
        <div class="govuk-form-group" class=("govuk-form-group--error", move || desk.refused())>
            <label class="govuk-label govuk-label--s" for=KEY>{label}</label>
            <div id="typing-hint" class="govuk-hint">
                "Keys: 1 to 5, d don\u{2019}t know, n not applicable, Enter or space next, Backspace back, c comment, Delete clears."
            </div>
            {move || desk.refused().then(|| view! {
                <p class="govuk-error-message" id="typing-error" role="alert">
                    <span class="govuk-visually-hidden">"Error: "</span>
                    "Nothing was typed in yet. Type at least one answer, then finish the form."
                </p>
            })}
            <div class="app-typing__keys">
                <input
                    class="govuk-input app-typing__key"
                    type="text"
                    id=KEY
                    autocomplete="off"
                    autocapitalize="none"
                    aria-describedby="typing-statement typing-hint"
                    prop:value=shown
                    on:keydown=press
                    on:input=typed
                />
                <div class="app-typing__answers" role="group" aria-label="Answers">
                    {scores}
                    {button(Answer::DontKnow, "Don\u{2019}t know".to_owned())}
                    {button(Answer::NotApplicable, "Not applicable".to_owned())}
                </div>
            </div>
        </div>
    }
}

/// The comment on the statement: a field once it is asked for or there is one.
#[component]
fn Comment(desk: Desk, asked: Asked, commenting: RwSignal<bool>) -> impl IntoView {
    let (number, statement) = asked;
    let comment = desk.comment_on(statement.id.clone());
    let id = StoredValue::new(statement.id);
    let is_open = Memo::new(move |_| commenting.get() || comment.with(|comment| !comment.is_empty()));
    let leave = |event: KeyboardEvent| {
        if event.key() == "Escape" || (event.key() == "Enter" && !event.shift_key()) {
            event.prevent_default();
            focus_field(KEY);
        }
    };
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || view! {
                <Button
                    kind=ButtonKind::Link
                    on_press=move |()| {
                        commenting.set(true);
                        set_timeout(|| focus_field(COMMENT), Duration::ZERO);
                    }
                >
                    {format!("Add a comment to {number}")}
                </Button>
            }
        >
            <div on:keydown=leave>
                <Textarea
                    id=COMMENT
                    label=format!("Comment on {number}")
                    hint="As it is written on the form, without names. Enter goes back to the answers."
                    rows=2
                    value=comment
                    on_change=move |words: String| id.with_value(|id| desk.comment(id, &words))
                />
            </div>
        </Show>
    }
}
