//! Where each person starts on a device that many answer on, and where the facilitator ends that.

use leptos::prelude::*;

use super::super::child::draft;
use super::super::respondent::first_theme;
use crate::analysis::answering::minutes;
use crate::browser::ids;
use crate::domain::ids::ResponseId;
use crate::domain::round::{Asks, Round};
use crate::domain::shared_device::SharedDevice;
use crate::domain::survey::{ForWhom, Survey};
use crate::domain::workspace::{EditError, Workspace};
use crate::reports::asking::why;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    Button, ButtonKind, Details, ErrorSummary, FieldError, Form, Input, InputWidth, Page, PageHeading, focus_heading,
};

const WORD: &str = "facilitators-word";

/// Where a person starts.
#[component]
pub(super) fn Start() -> impl IntoView {
    let app = App::get();
    let told = app.read_now(Told::of).flatten();
    let finished = Memo::new(move |_| app.sharing().map(|shared| shared.finished).unwrap_or_default());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    view! {
        <Page>
            <ErrorSummary errors />
            {told.map(Told::view)}
            <Button kind=ButtonKind::Start on_press=move |()| begin(app)>"Start"</Button>
            <p class="app-turn-count" role="status">{move || count_words(finished.get())}</p>
            <Leaving errors />
        </Page>
    }
}

fn count_words(finished: u32) -> String {
    match finished {
        0 => "Nobody has answered on this device yet".to_owned(),
        1 => "1 person has answered on this device".to_owned(),
        many => format!("{many} people have answered on this device"),
    }
}

/// What a person is told before they start.
struct Told {
    area: String,
    round: Round,
    whom: ForWhom,
    statements: usize,
}

impl Told {
    fn of(open: &Workspace) -> Option<Self> {
        let shared = open.shared_device()?;
        let survey: &Survey = open.survey(shared.survey)?;
        Some(Self {
            area: open.area()?.name.clone(),
            round: open.round(shared.round)?.clone(),
            whom: survey.questionnaire.for_whom,
            statements: survey.questionnaire.statements.len(),
        })
    }

    fn view(self) -> impl IntoView {
        let Self { area, round, whom, statements } = self;
        match whom {
            ForWhom::Workforce => view! {
                <PageHeading caption=area>{format!("Survey: {}", round.title)}</PageHeading>
                <p class="govuk-body-l">{why(&round).to_owned()}</p>
                <p class="govuk-body">
                    {format!(
                        "Say how things are where you work; there are no right answers. It takes about {} minutes. You are never asked for your name, and nobody who uses this device after you can see what you said.",
                        minutes(statements)
                    )}
                </p>
            }
            .into_any(),
            ForWhom::Children => view! {
                <PageHeading caption=area>"What do you think?"</PageHeading>
                <p class="govuk-body-l">
                    {format!(
                        "Tell us how it is for you. There are {}, and you pick the face that fits. There are no wrong answers, and nobody asks your name.",
                        words::count(statements, "short statement", "short statements")
                    )}
                </p>
            }
            .into_any(),
        }
    }
}

/// Begins the response of the next person.
fn begin(app: App) {
    let found = app.read_now(|open| {
        let shared: &SharedDevice = open.shared_device()?;
        Some((shared.round, shared.survey, open.for_whom(shared.survey), open.round(shared.round)?.asks))
    });
    let Some((round, survey, whom, asks)) = found.flatten() else {
        app.say(Notice::said("The questions are missing on this device. Ask the facilitator."));
        return;
    };
    let id = ResponseId(ids::new_uuid());
    let draft = draft(app, round, survey);
    if app.edit(|open| open.next_turn(id, draft)).is_err() {
        app.say(Notice::said("A response could not be begun. Nothing was changed."));
        return;
    }
    let asks_nothing = asks == Asks { sector: false, staff_group: false, organisation: false };
    app.turn_to(match whom {
        ForWhom::Children => Place::Helper(id),
        ForWhom::Workforce if asks_nothing => first_theme(app, id),
        ForWhom::Workforce => Place::Respondent(id),
    });
}

/// The way out, for whoever knows the word.
#[component]
fn Leaving(errors: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let app = App::get();
    let word = RwSignal::new(String::new());
    let error = Signal::derive(move || errors.with(|errors| errors.first().map(|error| error.message.clone())));
    let leave = move |()| match app.stop_sharing(&word.get_untracked()) {
        Ok(()) => {}
        Err(EditError::WrongWord) => {
            errors.set(vec![FieldError::new(WORD, "That is not the word that was set for this device")]);
        }
        Err(_) => focus_heading(),
    };
    view! {
        <Details summary="For the facilitator">
            <Form on_submit=leave>
                <Input
                    id=WORD
                    label="Your word"
                    width=InputWidth::Chars20
                    secret=true
                    error
                    value=word
                    on_change=move |words| word.set(words)
                />
                <Button kind=ButtonKind::Secondary submit=true>"Stop using this device for many people"</Button>
            </Form>
        </Details>
    }
}
