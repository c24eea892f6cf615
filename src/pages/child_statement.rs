//! One statement of a child's response: faces to choose from, read aloud if wanted, and nothing that has to be answered.

use leptos::prelude::*;

use super::answer::{answer, choice};
use super::child::asked;
use super::respondent::NotInProgress;
use crate::browser::speech;
use crate::domain::answer::Answer;
use crate::domain::ids::{ResponseId, StatementId};
use crate::domain::survey::Statement;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, Dots, FACE_WORDS, FaceQuestion, Page, PageWidth, ScaleChoice,
};

/// One statement.
#[component]
pub fn ChildStatement(
    /// The response in progress.
    response: ResponseId,
    /// The statement on the screen.
    statement: StatementId,
) -> impl IntoView {
    let app = App::get();
    let asked = app.read_now(|open| asked(open, response)).flatten().unwrap_or_default();
    let count = asked.len();
    let found = asked.iter().enumerate().find(|(_, one)| one.id == statement);
    let Some((at, text)) = found.map(|(at, one)| (at, one.text.clone())) else {
        return view! { <NotInProgress response /> }.into_any();
    };
    let place = |neighbour: Option<&Statement>| neighbour.map(|one| Place::ChildStatement(response, one.id.clone()));
    let before = place(at.checked_sub(1).and_then(|before| asked.get(before))).unwrap_or(Place::Helper(response));
    let after = place(asked.get(at.saturating_add(1))).unwrap_or(Place::ChildEnd(response));
    let back = app.href(before);
    let (after, skip_to) = (StoredValue::new(after.clone()), after);
    let (reading, answering, skipping) = (statement.clone(), statement.clone(), statement);
    let value = Memo::new(move |_| {
        app.read(|open| open.draft_answers(response).get(&reading).and_then(|said| choice(said.answer))).flatten()
    });
    let tell = move |statement: &StatementId, said: Answer| {
        if app.edit(|open| open.answer(response, statement, said)).is_err() {
            app.say(Notice::said("This was not saved. Ask the person who is helping you."));
        }
    };
    let choose = move |chosen: ScaleChoice| tell(&answering, answer(Some(chosen)));
    let skip = move |()| {
        if value.with_untracked(Option::is_some) {
            tell(&skipping, Answer::NotAnswered);
        }
        app.turn_to(skip_to.clone());
    };
    let words = format!("{text} {}.", FACE_WORDS.join(". "));
    on_cleanup(speech::stop);
    view! {
        <Page width=PageWidth::Standard before=move || view! { <BackLink href=back.clone() text="Back" /> }>
            <div class="app-child">
                <Dots at=at.saturating_add(1) of=count />
                {speech::can_speak().then(|| view! {
                    <div class="app-child__listen">
                        <Button kind=ButtonKind::Secondary on_press=move |()| speech::speak(&words)>"Read it to me"</Button>
                    </div>
                })}
                <FaceQuestion id="face" legend=text value on_choose=choose />
                <ButtonGroup>
                    <Button on_press=move |()| app.turn_to(after.get_value())>"Next"</Button>
                    <Button kind=ButtonKind::Secondary on_press=skip>"Skip"</Button>
                </ButtonGroup>
            </div>
        </Page>
    }
    .into_any()
}
