//! One comment with what was decided about it, and the buttons and keys that decide.

use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::analysis::comments::Written;
use crate::browser::clock;
use crate::domain::area::Area;
use crate::domain::comment_review::{CommentReview, Verdict, comment_digest};
use crate::domain::ids::RoundId;
use crate::domain::rest::Rest;
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, Tag, TagColour, Textarea, focus_field};

/// The heading of the comments that were decided about.
pub(super) const REVIEWED: &str = "comments-decided";
/// The class of a comment, by which the next one is found.
const CLASS: &str = "app-comment";
/// The same, of those that wait.
const WAITING: &str = ".app-comment--waiting";

/// One comment.
#[component]
pub(super) fn One(round: RoundId, area: StoredValue<Area>, comment: Written) -> impl IntoView {
    let app = App::get();
    let id = format!("comment-{}-{}", comment.response, comment.statement);
    let from = area.with_value(|area| from(&comment, area));
    let name = format!("Comment from {from}");
    let (tag, colour) = standing(comment.review.as_ref());
    let decided = comment.review.as_ref().map(decided_words);
    let reworded = comment.review.as_ref().and_then(|review| match &review.verdict {
        Verdict::Reword(words) => Some(words.clone()),
        _ => None,
    });
    let rewording = RwSignal::new(false);
    let words = RwSignal::new(reworded.clone().unwrap_or_else(|| comment.text.clone()));
    let text = comment.text.clone();
    let is_waiting = comment.review.is_none();
    let comment = StoredValue::new(comment);
    let decide = Callback::new(move |verdict: Verdict| {
        comment.with_value(|comment| decide(app, round, comment, verdict));
        if is_waiting {
            go_on();
        }
    });
    let field = format!("reword-{id}");
    let to_field = field.clone();
    let reword = Callback::new(move |()| {
        rewording.set(true);
        let field = to_field.clone();
        set_timeout(move || focus_field(&field), Duration::ZERO);
    });
    let press = move |event: KeyboardEvent| {
        let is_typing = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|target| target.matches("textarea").unwrap_or(false));
        if is_typing || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "s" => decide.run(Verdict::Show),
            "h" => decide.run(Verdict::Hide),
            "r" => reword.run(()),
            _ => return,
        }
        event.prevent_default();
    };
    let back = id.clone();
    let cancel = Callback::new(move |()| {
        rewording.set(false);
        focus_field(&back);
    });
    view! {
        <article
            class=CLASS
            class=("app-comment--waiting", is_waiting)
            id=id
            tabindex="-1"
            aria-label=name
            on:keydown=press
        >
            <blockquote class="app-comment__text">{text}</blockquote>
            <p class="app-comment__from">{from}</p>
            {(!is_waiting).then(|| view! {
                <p class="govuk-body-s app-comment__decided"><Tag text=tag colour=colour />" "{decided}</p>
            })}
            {reworded.map(|words| view! {
                <p class="app-comment__reworded"><strong>"Shared in its place: "</strong>{words}</p>
            })}
            <Show
                when=move || rewording.get()
                fallback=move || view! {
                    <ButtonGroup>
                        <Button kind=ButtonKind::Secondary on_press=move |()| decide.run(Verdict::Show)>"Show"</Button>
                        <Button kind=ButtonKind::Secondary on_press=move |()| decide.run(Verdict::Hide)>"Hide"</Button>
                        <Button kind=ButtonKind::Secondary on_press=reword>"Reword"</Button>
                    </ButtonGroup>
                }
            >
                <Textarea
                    id=field.clone()
                    label="What may be shared in its place"
                    hint="The original stays here, beside your words."
                    rows=3
                    value=words
                    on_change=move |text: String| words.set(text)
                />
                <ButtonGroup>
                    <Button on_press=move |()| {
                        let text = words.get_untracked().trim().to_owned();
                        if text.is_empty() {
                            app.say(Notice::said("There are no words to share in its place. Write some, or hide the comment."));
                        } else {
                            decide.run(Verdict::Reword(text));
                        }
                    }>"Save these words"</Button>
                    <Button kind=ButtonKind::Secondary on_press=cancel>"Cancel"</Button>
                </ButtonGroup>
            </Show>
        </article>
    }
}

/// Keeps a decision, under the role of whoever collects the responses.
fn decide(app: App, round: RoundId, comment: &Written, verdict: Verdict) {
    let said = match verdict {
        Verdict::Show => "The comment may be shared as it is.",
        Verdict::Hide => "The comment is hidden.",
        Verdict::Reword(_) => "Your words may be shared in place of the comment.",
    };
    let by = app.read_now(|open| open.round(round).map(|round| round.returns_to.role.clone())).flatten();
    let review = CommentReview {
        response: comment.response,
        statement: comment.statement.clone(),
        looked_at: comment_digest(&comment.text),
        verdict,
        by: by.unwrap_or_default(),
        at: app.now(),
        rest: Rest::new(),
    };
    match app.edit(|open| Ok(open.review_comment(review))) {
        Ok(edit) => app.say(Notice::done(said, &edit)),
        Err(_) => app.say(Notice::said("The decision could not be kept. Nothing was changed.")),
    }
}

/// Moves the focus to the next comment that waits, or to those that were decided about.
fn go_on() {
    set_timeout(
        || {
            let next = document().query_selector(WAITING).ok().flatten();
            focus_field(&next.map_or_else(|| REVIEWED.to_owned(), |next| next.id()));
        },
        Duration::ZERO,
    );
}

/// Who wrote it as far as they said, and what they answered.
fn from(comment: &Written, area: &Area) -> String {
    let sector = comment.sector.as_ref().map_or("Sector not said", |sector| area.sector_name(sector));
    let group = comment.staff_group.as_ref().map_or("staff group not said", |group| area.staff_group_name(group));
    let answer = match comment.answer {
        '.' => "not answered".to_owned(),
        'd' => "answered don\u{2019}t know".to_owned(),
        'n' => "answered not applicable".to_owned(),
        score => format!("answered {score}"),
    };
    format!("{sector}, {group}, {answer}")
}

fn standing(review: Option<&CommentReview>) -> (&'static str, TagColour) {
    match review.map(|review| &review.verdict) {
        None => ("Waits", TagColour::Yellow),
        Some(Verdict::Show) => ("Shown", TagColour::Green),
        Some(Verdict::Hide) => ("Hidden", TagColour::Grey),
        Some(Verdict::Reword(_)) => ("Reworded", TagColour::Blue),
    }
}

fn decided_words(review: &CommentReview) -> String {
    let on = words::day(clock::local(review.at).date_naive());
    if review.by.is_empty() { on } else { format!("{on}, {}", review.by) }
}
