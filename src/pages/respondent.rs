//! About you: the first page of a response in progress, which asks who is answering and says why.

use leptos::prelude::*;

use crate::analysis::answering::{Questions, minutes};
use crate::domain::area::Area;
use crate::domain::draft::Respondent as Person;
use crate::domain::ids::{ResponseId, SectorId, StaffGroupId};
use crate::domain::round::{Asks, SMALLEST_GROUP};
use crate::domain::workspace::EditError;
use crate::reports::asking::among;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonLink, Choice, Form, Input, InputWidth, Page, PageHeading, Radios};

/// Who is answering. Nothing is required, and each choice is saved as it is made.
#[component]
pub fn Respondent(
    /// The response in progress.
    response: ResponseId,
) -> impl IntoView {
    let app = App::get();
    let is_here = Memo::new(move |_| app.read(|open| open.draft(response).is_some()).unwrap_or(false));
    move || {
        if is_here.get() {
            view! { <AboutYou response /> }.into_any()
        } else {
            view! { <NotInProgress response /> }.into_any()
        }
    }
}

#[component]
fn AboutYou(response: ResponseId) -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().cloned()).flatten().unwrap_or_else(|| Area::named(""));
    let person = app.read_now(|open| open.draft(response).map(|draft| draft.respondent.clone())).flatten();
    let person = person.unwrap_or_default();
    let asks = app.read_now(|open| open.round(open.draft(response)?.round).map(|round| round.asks)).flatten();
    let asks = asks.unwrap_or_default();
    let smallest = app.read_now(|open| Some(open.smallest_group(open.draft(response)?.round))).flatten();
    let smallest = smallest.unwrap_or(SMALLEST_GROUP);
    let back = app.href(Place::Survey);
    let stop = match app.is_sharing() {
        true => "",
        false => " Every click is saved on this device, so you can stop and come back.",
    };
    let length =
        Memo::new(move |_| app.read(|open| Questions::of_draft(open, response)).flatten().unwrap_or_default().count());
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the survey" /> }>
            <PageHeading caption=area.name.clone()>"About you"</PageHeading>
            <p class="govuk-body">
                "The survey asks how well everybody who works with children works together. Say how things are where you work; there are no right answers."
            </p>
            <p class="govuk-body">
                {move || format!(
                    "There are {}, which take about {} minutes.{stop}",
                    words::count(length.get(), "statement", "statements"),
                    minutes(length.get())
                )}
            </p>
            <h2 class="govuk-heading-m">"Why we ask about you"</h2>
            <p class="govuk-body">
                {format!(
                    "What you say here shows whether parts of the workforce see things differently, and who has not been heard yet. Results that stand for fewer than {smallest} people are not shared. The person who gathers the responses can see what you wrote, so do not give your name."
                )}
            </p>
            <p class="govuk-body">"You can leave out any of these."</p>
            <Questionnaire response area person asks />
        </Page>
    }
}

/// A choice that a person made on this page, with "rather not say" told from not having chosen.
type Chosen<T> = RwSignal<Option<Option<T>>>;

#[component]
fn Questionnaire(response: ResponseId, area: Area, person: Person, asks: Asks) -> impl IntoView {
    let app = App::get();
    let sector: Chosen<SectorId> = RwSignal::new(person.sector.map(Some));
    let group: Chosen<StaffGroupId> = RwSignal::new(person.staff_group.map(Some));
    let organisation = RwSignal::new(person.organisation);
    // Only what was changed here is written: another tab may have said more about the same person meanwhile.
    let save = move |change: &dyn Fn(&mut Person)| {
        let saved = app.edit(|open| {
            let draft = open.draft(response).ok_or(EditError::NotHere("the response"))?;
            let mut person = draft.respondent.clone();
            change(&mut person);
            open.set_respondent(response, person)
        });
        if saved.is_err() {
            app.say(Notice::said("This response is no longer in progress here, so nothing was saved."));
        }
    };
    let choose_sector = move |chosen: Option<SectorId>| {
        save(&|person| person.sector.clone_from(&chosen));
        sector.set(Some(chosen));
    };
    let choose_group = move |chosen: Option<StaffGroupId>| {
        save(&|person| person.staff_group.clone_from(&chosen));
        group.set(Some(chosen));
    };
    let sectors = area.sectors.iter().map(|sector| Choice::new(Some(sector.id.clone()), sector.name.clone()));
    let sectors: Vec<_> = sectors.chain([Choice::new(None, "Rather not say")]).collect();
    let groups = area.staff_groups.iter().map(|group| {
        Choice::new(Some(group.id.clone()), group.name.clone()).with_hint(among(group, &area.staff_groups))
    });
    let groups: Vec<_> = groups.chain([Choice::new(None, "Rather not say")]).collect();
    view! {
        <Form on_submit=move |()| app.turn_to(first_theme(app, response))>
            {asks.sector.then(|| view! {
                <Radios
                    id="sector"
                    legend="Which sector do you work in?"
                    choices=sectors
                    value=sector
                    on_choose=choose_sector
                />
            })}
            {asks.staff_group.then(|| view! {
                <Radios
                    id="staff-group"
                    legend="Which staff group are you in?"
                    hint="Some statements are for leaders and managers only. If you would rather not say, you are asked all of them."
                    choices=groups
                    value=group
                    on_choose=choose_group
                />
            })}
            {asks.organisation.then(|| view! {
                <Input
                    id="organisation"
                    label="Your organisation (optional)"
                    hint="Such as a school, a team or a charity"
                    width=InputWidth::Chars20
                    value=organisation
                    on_change=move |words: String| {
                        save(&|person| words.trim().clone_into(&mut person.organisation));
                        organisation.set(words);
                    }
                />
            })}
            <Button submit=true>"Continue"</Button>
        </Form>
    }
}

/// The page of the first theme that is asked of this person.
pub(super) fn first_theme(app: App, response: ResponseId) -> Place {
    let questions = app.read_now(|open| Questions::of_draft(open, response)).flatten().unwrap_or_default();
    let first = questions.themes.into_iter().next();
    first.map_or(Place::Check(response), |theme| Place::Answer(response, theme.id))
}

/// What stands in place of a response that is not in progress here: finished, discarded, or never begun.
#[component]
pub(super) fn NotInProgress(response: ResponseId) -> impl IntoView {
    let app = App::get();
    let is_finished = app.read_now(|open| crate::analysis::answering::finished(open, response).is_some());
    let (words, href, label) = if is_finished == Some(true) {
        (
            "It was finished on this device, in this tab or another one.",
            app.href(Place::Check(response)),
            "See the finished response",
        )
    } else {
        (
            "It may have been finished, discarded or removed, or begun on another device. Answers in progress stay on the device where they were given.",
            app.href(Place::Survey),
            "Go to the survey",
        )
    };
    view! {
        <Page>
            <PageHeading>"This response is not in progress here"</PageHeading>
            <p class="govuk-body">{words}</p>
            <ButtonLink href>{label}</ButtonLink>
        </Page>
    }
}
