//! The guide for focus groups and workshops: prompts for each arc, a timetable, notes and a show of hands, kept as evidence.

mod arc;
mod fields;
mod keep;
mod list;
mod timetable;

use leptos::prelude::*;

use self::arc::ArcView;
use self::keep::Keep;
use self::list::{ChangeSession, NewSession, Sessions};
use self::timetable::Timetable;
use super::action_facts::framework;
use super::choose_version::ChooseVersion;
use super::missing::{DELETED, Missing};
use crate::browser::print::print;
use crate::domain::guide::{Guide, GuideSession};
use crate::domain::guiding::arcs_of;
use crate::domain::ids::{GuideSessionId, ThemeId};
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::exchange::builtin;
use crate::reports::{evidence, words};
use crate::route::Page as Target;
use crate::route::exercises;
pub(super) use crate::route::guide::Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, FieldError, Input, InputWidth, Page, PageHeading,
};

/// The field of how many people take part.
const PEOPLE: &str = "guide-people";
/// What is said when that can't be read.
const NOT_PEOPLE: &str = "Enter how many people take part as a whole number, or leave it empty";

/// The screen of a page about the guide.
pub fn view(place: Place) -> AnyView {
    match place {
        Place::List => view! { <Sessions /> }.into_any(),
        Place::New => view! { <NewSession /> }.into_any(),
        Place::One(session) => view! { <Session session /> }.into_any(),
        Place::Change(session) => view! { <ChangeSession session /> }.into_any(),
    }
}

/// What the tab calls a page about the guide.
pub fn title(place: &Place) -> &'static str {
    match place {
        Place::List => "Focus group or workshop guide",
        Place::New => "Begin a session",
        Place::One(_) => "A focus group or workshop",
        Place::Change(_) => "Change a session",
    }
}

/// The page of the room that these pages belong to.
pub(super) fn page(place: Place) -> Target {
    Target::Exercises(exercises::Place::Guide(place))
}

/// What is drawn of a session once, and anew only when somebody changes it on its own page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Facts {
    title: String,
    caption: String,
    meeting: crate::domain::guide::Meeting,
    arcs: Vec<ThemeId>,
}

fn facts(open: &Workspace, id: GuideSessionId) -> Option<Facts> {
    let session = open.guide_session(id)?;
    let round = session.round.and_then(|round| open.round(round)).map(|round| format!("for {}", round.title));
    let source = evidence::source_name(session.meeting.source()).to_owned();
    let caption = [Some(source), Some(words::day(session.on)), round];
    Some(Facts {
        title: session.title.clone(),
        caption: caption.into_iter().flatten().collect::<Vec<_>>().join(", "),
        meeting: session.meeting,
        arcs: arcs_of(session, framework(open).as_ref()),
    })
}

/// A session: the guide with its notes.
#[component]
fn Session(
    /// Which one.
    session: GuideSessionId,
) -> impl IntoView {
    let app = App::get();
    let facts = Memo::new(move |_| app.read(|open| facts(open, session)).flatten());
    // What is typed changes the session at every pause, and draws nothing anew but what says it.
    let stands = Memo::new(move |_| app.read(|open| open.guide_session(session).cloned()).flatten());
    move || match (facts.get(), builtin::guide()) {
        (Some(facts), Ok(guide)) => view! { <Standing session facts guide stands /> }.into_any(),
        _ => view! { <NotHere /> }.into_any(),
    }
}

/// A session that is here.
#[component]
fn Standing(session: GuideSessionId, facts: Facts, guide: Guide, stands: Memo<Option<GuideSession>>) -> impl IntoView {
    let app = App::get();
    let Facts { title, caption, meeting, arcs } = facts;
    let back = app.href(page(Place::List));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let people =
        Memo::new(move |_| stands.with(|stands| stands.as_ref().map(|one| one.people.clone()).unwrap_or_default()));
    let wrong_people = Memo::new(move |_| {
        stands.with(|stands| stands.as_ref().is_some_and(|one| one.people().is_err())).then(|| NOT_PEOPLE.to_owned())
    });
    let count = move |typed: String| tell(app, app.edit(|open| open.count_people(session, typed)));
    let delete = move |()| match app.edit(|open| open.delete_guide_session(session)) {
        Ok(edit) => app.go_with(
            page(Place::List),
            Notice::done("The session was deleted. Evidence that was made of it stays.", &edit),
        ),
        Err(_) => app.say(Notice::said("The session was deleted already. Nothing was changed.")),
    };
    let source = guide.source.clone();
    let count_of_arcs = arcs.len();
    let sections = arcs.into_iter().map(|theme| {
        let prompts = guide.prompts.get(&theme).cloned().unwrap_or_default();
        view! { <ArcView session stands theme prompts /> }
    });
    let sections = sections.collect_view();
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to focus groups and workshops" /> }>
            <PageHeading caption>{title}</PageHeading>
            <ChooseVersion record=session />
            <p class="govuk-body app-no-print">
                "Work from this page while people talk. Everything is saved as you type. Do not name anybody, and leave out what only one person could have said. If something worries you, follow your safeguarding procedure; do not write it here."
            </p>
            <ButtonGroup>
                <Button kind=ButtonKind::Secondary on_press=move |()| print()>"Print the guide"</Button>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(page(Place::Change(session)))>
                    "Change title, day or arcs"
                </ButtonLink>
            </ButtonGroup>
            <Timetable guide meeting arcs=count_of_arcs />
            <Input
                id=PEOPLE
                label="How many people take part? (optional)"
                hint="With it, Rainbow notices when more hands went up than there are people."
                width=InputWidth::Chars5
                numeric=true
                error=wrong_people
                value=people
                on_change=count
            />
            {sections}
            <Keep session stands errors />
            <p class="govuk-body-s">{source}</p>
            <Button kind=ButtonKind::Secondary on_press=delete>"Delete this session"</Button>
        </Page>
    }
}

/// Says where something that was typed could not be kept.
fn tell(app: App, done: Result<Edit, EditError>) {
    if done.is_err() {
        app.say(Notice::said("The session is no longer here. Copy your words before you leave this page."));
    }
}

/// What is said where a session is gone.
#[component]
fn NotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing
                heading="This session is not here"
                why=DELETED
                to=page(Place::List)
                go="Go to the focus groups and workshops"
            />
        </Page>
    }
}
