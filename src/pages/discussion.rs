//! Rainbow discussions: what table groups say, noted under the arcs and turned into actions and evidence.

mod came_of_it;
mod fields;
mod idea;
mod list;
mod projector;
mod section;
mod sections;

use leptos::prelude::*;

pub(super) use self::came_of_it::OfIdea;
use self::came_of_it::{IdeaAction, IdeaEvidence};
use self::list::{ChangeDiscussion, Discussions};
use self::projector::Projector;
use self::section::SectionView;
use self::sections::{Shown, sections};
use super::choose_version::ChooseVersion;
use super::exercises::{Tables, give_ideas};
use super::missing::{DELETED, Missing};
use crate::browser::print::print;
use crate::domain::ids::{DiscussionId, IdeaId};
use crate::domain::seat::Given;
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::discussion::Place;
use crate::route::exercises;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Input, InputWidth, Live, Page, PageHeading, PageWidth,
};

/// The screen of a page about rainbow discussions.
pub fn view(place: Place) -> AnyView {
    match place {
        Place::List => view! { <Discussions /> }.into_any(),
        Place::One(discussion) => view! { <Discussion discussion /> }.into_any(),
        Place::Change(discussion) => view! { <ChangeDiscussion discussion /> }.into_any(),
        Place::Projector(discussion) => view! { <Projector discussion /> }.into_any(),
        Place::Action(idea) => view! { <IdeaAction idea /> }.into_any(),
        Place::Evidence(idea) => view! { <IdeaEvidence idea /> }.into_any(),
    }
}

/// What the tab calls a page about rainbow discussions.
pub fn title(place: &Place) -> &'static str {
    match place {
        Place::List => "Rainbow discussions",
        Place::One(_) => "A rainbow discussion",
        Place::Change(_) => "Change a discussion",
        Place::Projector(_) => "Ideas of a discussion",
        Place::Action(_) => "Add an action",
        Place::Evidence(_) => "Add evidence",
    }
}

/// The page of the room that these pages belong to.
fn page(place: Place) -> Target {
    Target::Exercises(exercises::Place::Discussion(place))
}

/// What the parts of a discussion's page share.
#[derive(Clone, Copy)]
struct Here {
    app: App,
    discussion: DiscussionId,
    /// The sections as they stand.
    sections: Memo<Vec<Shown>>,
    /// The table that is noted with each idea that is added.
    table: RwSignal<String>,
    /// Whether it is a table’s own device, which does nothing but note ideas.
    at_table: bool,
    /// The idea that is being changed, with the section in which it is; none as a rule.
    changing: RwSignal<Option<(usize, IdeaId)>>,
    /// What is typed for it.
    fields: idea::Fields,
    /// What was just added, to be read out.
    added: RwSignal<String>,
}

/// A discussion: its ideas under the arcs.
#[component]
fn Discussion(
    /// Which one.
    discussion: DiscussionId,
) -> impl IntoView {
    let app = App::get();
    let heading = Memo::new(move |_| {
        app.read(|open| open.discussion(discussion).map(|one| (one.title.clone(), words::day(one.on)))).flatten()
    });
    let seat = app.read_now(|open| open.seat().map(|seat| seat.table.clone())).flatten();
    let at_table = seat.is_some();
    let here = Here {
        app,
        discussion,
        sections: Memo::new(move |_| app.read(|open| sections(open, discussion)).unwrap_or_default()),
        table: RwSignal::new(seat.unwrap_or_default()),
        at_table,
        changing: RwSignal::new(None),
        fields: idea::Fields::empty(),
        added: RwSignal::new(String::new()),
    };
    move || match heading.get() {
        Some((title, day)) => view! { <Standing here title day /> }.into_any(),
        None => view! { <NotHere /> }.into_any(),
    }
}

/// A discussion that is here.
#[component]
fn Standing(here: Here, title: String, day: String) -> impl IntoView {
    let Here { app, discussion, sections, table, at_table, added, .. } = here;
    let (back, back_text) = match at_table {
        true => (Target::Exercises(exercises::Place::Seat), "Back"),
        false => (page(Place::List), "Back to rainbow discussions"),
    };
    let back = app.href(back);
    let numbers = Memo::new(move |_| sections.with(|sections| (0..sections.len()).collect::<Vec<_>>()));
    view! {
        <Page width=PageWidth::Standard before=move || view! { <BackLink href=back.clone() text=back_text /> }>
            <PageHeading caption=format!("Rainbow discussion, {day}")>{title}</PageHeading>
            <ChooseVersion record=discussion />
            {(!at_table).then(|| view! {
                <p class="govuk-body app-no-print">
                    <a class="govuk-link" href=app.href(page(Place::Projector(discussion)))>"Show on the projector"</a>
                </p>
            })}
            <div class="app-no-print">
                <p class="govuk-body">
                    "Type an idea under its arc and press Enter; the box stays for the next one. Several lines that you paste become several ideas. Do not name anybody."
                </p>
                {match at_table {
                    true => view! { <p class="govuk-body">{format!("You are {}.", table.get_untracked())}</p> }.into_any(),
                    false => view! {
                        <Input
                            id="discussion-table"
                            label="Which table is speaking? (optional)"
                            hint="It is noted with each idea that you add, until you change it."
                            width=InputWidth::Chars10
                            value=table
                            on_change=move |typed: String| table.set(typed.trim().to_owned())
                        />
                    }
                    .into_any(),
                }}
            </div>
            <Live text=added />
            <div class="app-discussion">
                <For each=move || numbers.get() key=|number| *number let(number)>
                    <SectionView here number />
                </For>
            </div>
            {match at_table {
                true => view! { <ToGiveBack here /> }.into_any(),
                false => view! { <ForAll here /> }.into_any(),
            }}
        </Page>
    }
}

/// What a table does when it is done.
#[component]
fn ToGiveBack(here: Here) -> impl IntoView {
    let Here { app, discussion, .. } = here;
    view! {
        <h2 class="govuk-heading-m">"When you are done"</h2>
        <p class="govuk-body">
            "Make your file and give it to the facilitator, on a stick or however they ask for it. You can go on afterwards: a later file takes the place of the one before."
        </p>
        <Button on_press=move |()| give_ideas(app, discussion)>"Make our file"</Button>
    }
}

/// The files of the tables, and what can be done with the whole discussion.
#[component]
fn ForAll(here: Here) -> impl IntoView {
    let Here { app, discussion, .. } = here;
    let given =
        move |()| app.read_now(|open| Some(Given::Discuss(discussion, open.discussion(discussion)?.clone()))).flatten();
    let delete = move |()| match app.edit(|open| open.delete_discussion(discussion)) {
        Ok(edit) => {
            app.go_with(page(Place::List), Notice::done("The discussion was deleted with its ideas.", &edit));
        }
        Err(_) => app.say(Notice::said("The discussion was deleted already. Nothing was changed.")),
    };
    view! {
        <div class="app-no-print">
            <Tables given />
        </div>
        <ButtonGroup>
            <Button kind=ButtonKind::Secondary on_press=move |()| print()>"Print"</Button>
            <ButtonLink kind=ButtonKind::Secondary href=app.href(page(Place::Change(discussion)))>
                "Change title, day or arcs"
            </ButtonLink>
            <Button kind=ButtonKind::Secondary on_press=delete>"Delete this discussion"</Button>
        </ButtonGroup>
    }
}

/// What is said where a discussion or an idea is gone.
#[component]
fn NotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing heading="This is not here" why=DELETED to=page(Place::List) go="Go to the rainbow discussions" />
        </Page>
    }
}
