//! Typing in forms that came back on paper: a statement at a time by single keys, and one form after the other.

mod about;
mod desk;
mod line;

use std::sync::Arc;

use leptos::prelude::*;

use self::about::About;
use self::desk::Desk;
use self::line::{KEY, Line};
use super::into_round::IntoRound;
use super::round_choice::RoundChoice;
use crate::browser::clock;
use crate::domain::draft::Draft;
use crate::domain::ids::{ResponseId, RoundId};
use crate::domain::survey::{ForWhom, Survey};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, Live, focus_field};

/// Begins with a new form, for a given round.
#[component]
pub fn TypeInForms(
    /// The round to begin with; `None` for the latest.
    round: Option<RoundId>,
) -> impl IntoView {
    let choice = RoundChoice::beginning_with(App::get(), round);
    view! { <OfChoice choice form=None /> }
}

/// Goes on with a form that was begun.
#[component]
pub fn TypeInForm(
    /// The round that it belongs to.
    round: RoundId,
    /// The form, as a response in progress.
    form: ResponseId,
) -> impl IntoView {
    let choice = RoundChoice::beginning_with(App::get(), Some(round));
    view! { <OfChoice choice form=Some(form) /> }
}

#[component]
fn OfChoice(choice: RoundChoice, form: Option<ResponseId>) -> impl IntoView {
    let draw = move |(round, survey)| view! { <Typing round survey form /> }.into_any();
    view! {
        <IntoRound
            choice
            heading="Type in paper forms"
            closed="This round is closed, so no form can be counted in it."
            none="Forms belong to a round, and no round has been opened yet."
            place=Place::TypeInForms
            draw=Callback::new(draw)
        />
    }
}

#[component]
fn Typing(round: RoundId, survey: Arc<Survey>, form: Option<ResponseId>) -> impl IntoView {
    let app = App::get();
    let desk = Desk::new(app, round, survey, form);
    let finish = Callback::new(move |()| {
        if desk.finish() {
            focus_field(about::FIRST);
        } else {
            focus_field(KEY);
        }
    });
    let discard = move |()| {
        match app.edit(|open| open.discard_draft(desk.form_now())) {
            Ok(edit) => app.say(Notice::done("The form was put aside. What was typed of it is gone.", &edit)),
            Err(_) => app.say(Notice::said("Nothing was typed in of this form yet.")),
        }
        desk.next_form();
        focus_field(about::FIRST);
    };
    let count = Signal::derive(move || match desk.typed() {
        0 => String::new(),
        typed => format!("{} typed in.", words::count(typed, "form", "forms")),
    });
    view! {
        <Begun desk round />
        <div class="app-typing__count"><Live visible=true text=count /></div>
        <About desk />
        <Line desk on_finish=finish />
        <ButtonGroup>
            <Button on_press=finish>"Finish this form"</Button>
            <Button kind=ButtonKind::Secondary on_press=discard>"Discard this form"</Button>
        </ButtonGroup>
        <Grid desk />
    }
}

/// Forms and other responses that were begun on this device for the round and not finished.
#[component]
fn Begun(desk: Desk, round: RoundId) -> impl IntoView {
    let app = App::get();
    let read = move |open: &Workspace, but: ResponseId| {
        let on_paper = |draft: &Draft| draft.round == round && open.for_whom(draft.survey) == ForWhom::Workforce;
        let drafts = open.drafts().into_iter().filter(|(id, draft)| on_paper(draft) && *id != but);
        drafts.map(|(id, draft)| (id, draft.begun)).collect::<Vec<_>>()
    };
    let begun = Memo::new(move |_| app.read(|open| read(open, desk.form())).unwrap_or_default());
    move || {
        let begun = begun.get();
        (!begun.is_empty()).then(|| {
            let link = |(id, begun)| {
                let href = app.href(Place::TypeInForm(round, id));
                let words = format!("Continue the one begun {}", words::moment(clock::local(begun)));
                view! { <li><a class="govuk-link" href=href>{words}</a></li> }
            };
            view! {
                <p class="govuk-body">"Begun on this device and not finished:"</p>
                <ul class="govuk-list">{begun.into_iter().map(link).collect_view()}</ul>
            }
        })
    }
}

/// All statements of the form with what is typed so far; each can be gone to.
#[component]
fn Grid(desk: Desk) -> impl IntoView {
    let cell = move |(at, (number, statement)): (usize, desk::Asked)| {
        let answer = desk.answer_to(statement.id.clone());
        let commented = desk.comment_on(statement.id);
        let is_current = move || desk.at() == at;
        view! {
            <li>
                <button
                    type="button"
                    class="app-typing__cell"
                    aria-current=move || is_current().then_some("step")
                    on:click=move |_| {
                        desk.go_to(at);
                        focus_field(KEY);
                    }
                >
                    <span class="app-typing__cell-number">{number}</span>
                    <span class="govuk-visually-hidden">{format!(" {}: ", statement.label)}</span>
                    <span class="app-typing__cell-answer">
                        {move || desk::letter(answer.get())}
                        {move || (!commented.with(String::is_empty)).then(|| view! {
                            <span aria-hidden="true">"*"</span>
                            <span class="govuk-visually-hidden">", with a comment"</span>
                        })}
                    </span>
                </button>
            </li>
        }
    };
    view! {
        <h2 class="govuk-heading-m">"The whole form"</h2>
        <ol class="app-typing__grid">
            {move || desk.asked().into_iter().enumerate().map(cell).collect_view()}
        </ol>
    }
}
