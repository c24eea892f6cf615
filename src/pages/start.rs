//! The start of a survey for somebody who was asked to answer it: who asks and why, how long it takes, and how to begin or go
//! on. At a shared computer several people may have begun.

mod finished;

use leptos::prelude::*;

use self::finished::FinishedHere;
use super::drafts::{Drafts, are_begun};
use super::own_response::Removing;
use crate::analysis::answering::minutes;
use crate::browser::{ids, location};
use crate::domain::draft::{Draft, Respondent};
use crate::domain::ids::{ResponseId, RoundId};
use crate::domain::rest::Rest;
use crate::domain::round::{Asks, Round};
use crate::domain::workspace::Workspace;
use crate::reports::asking::why;
use crate::reports::letter::whom;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Inset, Page, PageHeading, SummaryList, SummaryRow};

/// Where a person starts.
#[component]
pub fn Start(
    /// The round that they were asked to answer.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let asked = Memo::new(move |_| app.read(|open| Asked::of(open, round)).flatten());
    let begun = Memo::new(move |_| app.read(|open| are_begun(open, round)).unwrap_or(false));
    let is_first =
        Memo::new(move |_| !begun.get() && app.read(|open| open.own_responses(round).is_empty()).unwrap_or(true));
    let removing = RwSignal::new(None::<ResponseId>);
    view! {
        <Page>
            {move || asked.get().map(|asked| asked.view(app))}
            <Drafts round />
            <Removing removing />
            <FinishedHere round removing />
            {move || {
                if is_first.get() {
                    view! { <Button kind=ButtonKind::Start on_press=move |()| begin(app, round)>"Start"</Button> }.into_any()
                } else {
                    view! {
                        <h2 class="govuk-heading-m">"Is somebody else answering?"</h2>
                        <p class="govuk-body">"Each person answers on their own, and starts anew."</p>
                        <Button kind=ButtonKind::Secondary on_press=move |()| begin(app, round)>"Start a new one"</Button>
                    }
                    .into_any()
                }
            }}
            {location::is_file().then(|| view! {
                <p class="govuk-body-s">
                    "Keep this file where it is until you have sent your response: some browsers lose sight of saved answers when the file moves."
                </p>
            })}
        </Page>
    }
}

/// What a person is told before they start.
#[derive(Clone, PartialEq)]
struct Asked {
    area: String,
    round: Round,
    statements: usize,
}

impl Asked {
    fn of(open: &Workspace, id: RoundId) -> Option<Self> {
        let statements = open.survey_of(id)?.questionnaire.statements.len();
        Some(Self { area: open.area()?.name.clone(), round: open.round(id)?.clone(), statements })
    }

    fn view(self, app: App) -> impl IntoView {
        let Self { area, round, statements } = self;
        let is_late = round.closes.is_some_and(|day| day < app.today());
        let asks = match round.returns_to.role.trim() {
            "" => area.clone(),
            role => format!("{role}, {area}"),
        };
        view! {
            <PageHeading caption=area.clone()>{format!("Survey: {}", round.title)}</PageHeading>
            <p class="govuk-body-l">{why(&round).to_owned()}</p>
            <p class="govuk-body">
                "Say how things are where you work; there are no right answers. Every click is saved on this device. Nothing is sent by itself: at the end you save a file and send it yourself."
            </p>
            {is_late.then(|| view! {
                <Inset>
                    {format!(
                        "The last day for answers was {}. Ask before you answer: a late response may not be counted.",
                        round.closes.map(words::day).unwrap_or_default()
                    )}
                </Inset>
            })}
            <SummaryList>
                <SummaryRow name="Who asks">{asks}</SummaryRow>
                <SummaryRow name="Time it takes">
                    {format!(
                        "About {} minutes for {}, in as many sittings as you like",
                        minutes(statements),
                        words::count(statements, "statement", "statements")
                    )}
                </SummaryRow>
                {round.closes.map(|day| view! { <SummaryRow name="Please answer by">{words::day(day)}</SummaryRow> })}
                <SummaryRow name="Who sees your answers">
                    {format!(
                        "Only who gathers the responses: {}. Results that stand for fewer than {} people are not shared.",
                        whom(&round.returns_to),
                        round.smallest_group()
                    )}
                </SummaryRow>
                {round.keep_until.map(|day| view! { <SummaryRow name="Answers are kept until">{words::day(day)}</SummaryRow> })}
                <SummaryRow name="What you are never asked">"Your name"</SummaryRow>
            </SummaryList>
        }
    }
}

/// Begins a response and goes to its first page: who is answering, or the first theme where nothing of that is asked.
fn begin(app: App, round: RoundId) {
    let begun = app.now();
    let found = app.read_now(|open| Some((open.survey_of(round)?.hash, open.round(round)?.asks))).flatten();
    let Some((survey, asks)) = found else {
        app.say(Notice::said("The questions of this survey are missing. Ask for the survey file again."));
        return;
    };
    let id = ResponseId(ids::new_uuid());
    let respondent = Respondent::default();
    let draft = Draft { round, survey, respondent, begun, at: None, corrects: None, rest: Rest::new() };
    let made = app.edit(|open| Ok(open.begin_draft(id, draft)));
    let asks_nothing = asks == Asks { sector: false, staff_group: false, organisation: false };
    match made {
        Ok(_) if asks_nothing => app.turn_to(super::respondent::first_theme(app, id)),
        Ok(_) => app.turn_to(Place::Respondent(id)),
        Err(_) => app.say(Notice::said("A response could not be begun. Nothing was changed.")),
    }
}
