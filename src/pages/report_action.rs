//! Reporting on one action, for its lead: what happened, the RAG, a new date, milestones. Everything is saved as it is entered.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::action::history::History;
use super::action_facts::{ActionNotHere, DueFacts, RagTag, TargetDate};
use crate::analysis::plan_status::of_item;
use crate::analysis::reporting::{Asked, Tick, as_asked_of, asked_about, ticks};
use crate::browser::ids;
use crate::domain::due::Reading;
use crate::domain::ids::{ItemId, RecordId};
use crate::domain::plan::{Level, Progress, Rag, Revision};
use crate::domain::rest::Rest;
use crate::reports::{due, words};
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, ButtonGroup, ButtonKind, ButtonLink, Checkboxes, Choice, Input, InputWidth, Live, Page, PageHeading,
    Radios, SummaryList, SummaryRow, Textarea,
};

/// Reporting on an action.
#[component]
pub fn ReportAction(
    /// The action.
    item: ItemId,
) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    // The page stands for one action, and must not be drawn anew while somebody types on it.
    match app.read_now(|open| asked_about(open, item, today)).flatten() {
        Some(asked) => view! { <Here asked today /> }.into_any(),
        None => view! { <ActionNotHere /> }.into_any(),
    }
}

#[component]
fn Here(asked: Asked, today: NaiveDate) -> impl IntoView {
    let app = App::get();
    let item = asked.id;
    let next = app.read_now(|open| {
        let items = &open.update_request()?.items;
        items.iter().skip_while(|id| **id != item).nth(1).copied()
    });
    let start = app.href(Place::Reporting);
    let back = start.clone();
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to your actions" /> }>
            <PageHeading caption=asked.above.join(" \u{203a} ")>{format!("{} {}", asked.label, asked.text).trim().to_owned()}</PageHeading>
            <Facts item today />
            <History item as_asked=true />
            <h2 class="govuk-heading-m govuk-!-margin-top-6">"What you report"</h2>
            <p class="govuk-body">"It is saved on this device as you enter it. Leave empty what has not changed."</p>
            <Fields item today />
            <ButtonGroup>
                {next.flatten().map(|next| view! { <ButtonLink href=app.href(Place::ReportAction(next))>"Next action"</ButtonLink> })}
                <ButtonLink kind=ButtonKind::Secondary href=start>"Back to your actions"</ButtonLink>
            </ButtonGroup>
        </Page>
    }
}

/// How the action stood when the lead was asked.
#[component]
fn Facts(item: ItemId, today: NaiveDate) -> impl IntoView {
    let app = App::get();
    let facts = app.read_now(|open| {
        let before = as_asked_of(open);
        let status = of_item(&before, item, today)?;
        let (resources, risk) = (status.item.resources.clone(), status.item.risk.clone());
        Some((status.item.lead.clone(), DueFacts::of(&status, today), status.rag, resources, risk))
    });
    let (lead, due, rag, resources, risk) = facts.flatten()?;
    let written = |name: &'static str, words: String| {
        (!words.is_empty()).then(|| view! { <SummaryRow name=name>{words}</SummaryRow> })
    };
    Some(view! {
        <SummaryList>
            {written("Lead", lead)}
            <SummaryRow name="Target date"><TargetDate due /></SummaryRow>
            <SummaryRow name="RAG"><RagTag rag /></SummaryRow>
            {written("Resources or cost", resources)}
            {written("Risk", risk)}
        </SummaryList>
    })
}

/// What the lead enters, each field saved by itself.
#[component]
fn Fields(item: ItemId, today: NaiveDate) -> impl IntoView {
    let app = App::get();
    let own = Memo::new(move |_| app.read(|open| open.own_entry(item).map(|(_, entry)| entry.clone())).flatten());
    let text = Signal::derive(move || own.with(|own| own.as_ref().map(|own| own.text.clone()).unwrap_or_default()));
    let rag = Signal::derive(move || Some(own.with(|own| own.as_ref().and_then(|own| own.rag))));
    let revised = move || own.with(|own| own.as_ref().and_then(|own| own.revised.clone()));
    let due_written = Signal::derive(move || revised().map(|revised| revised.due).unwrap_or_default());
    // Kept by itself, for whoever gives the reason before the date.
    let reason = RwSignal::new(revised().map(|revised| revised.reason).unwrap_or_default());
    let lacks_date = move || {
        let is_alone = reason.with(|reason| !reason.is_empty()) && due_written.with(String::is_empty);
        is_alone.then(|| "Enter the new target date, or clear the reason for it".to_owned())
    };
    let understood = Signal::derive(move || due_written.with(|due| due::understood(Reading::of(due, None, None))));
    let revise = move |due: String| {
        let due = due.trim().to_owned();
        let reason = reason.get_untracked();
        let revised = (!due.is_empty()).then_some(Revision { due, meant: None, reason, rest: Rest::new() });
        change(app, item, today, |entry| entry.revised = revised);
    };
    let is_milestone = app.read_now(|open| open.item(item).is_some_and(|item| item.level == Level::Milestone));
    let rags = Rag::ALL.into_iter().map(|rag| Choice::new(Some(rag), rag.word()));
    let rags: Vec<_> = [Choice::new(None, "Leave as it is")].into_iter().chain(rags).collect();
    view! {
        <Ticks item today />
        <Textarea
            id="what-happened"
            label="What happened"
            value=text
            as_typed=true
            on_change=move |words| change(app, item, today, |entry| entry.text = words)
        />
        {(!is_milestone.unwrap_or(false)).then(|| view! {
            <Radios
                id="rag"
                legend="RAG"
                hint="Your own judgement of this action. Rainbow never works it out."
                choices=rags
                value=rag
                on_choose=move |chosen| change(app, item, today, |entry| entry.rag = chosen)
            />
        })}
        <div class="app-due-field">
            <Input
                id="new-date"
                label="New target date (optional)"
                hint="Only if the date has moved. The date before stays readable."
                error=Signal::derive(lacks_date)
                width=InputWidth::Chars20
                value=due_written
                on_change=revise
            />
            <div class="app-due-field__understood"><Live text=understood visible=true /></div>
        </div>
        <Input
            id="new-date-reason"
            label="Reason for the new date (optional)"
            value=reason
            on_change=move |words: String| {
                reason.set(words.trim().to_owned());
                revise(due_written.get_untracked());
            }
        />
    }
}

/// The milestones to tick off; nothing where there is none.
#[component]
fn Ticks(item: ItemId, today: NaiveDate) -> impl IntoView {
    let app = App::get();
    let all = Memo::new(move |_| app.read(|open| ticks(open, item, today)).unwrap_or_default());
    let offered = all.get_untracked();
    let choices: Vec<Choice<ItemId>> = offered.iter().map(choice).collect();
    let reached = Signal::derive(move || {
        all.with(|all| all.iter().filter(|tick| tick.is_reached).map(|tick| tick.id).collect::<Vec<_>>())
    });
    let on_change = move |chosen: Vec<ItemId>| {
        for tick in all.get_untracked() {
            let is_reached = chosen.contains(&tick.id);
            if is_reached != tick.is_reached {
                let ticked = (is_reached != tick.reached_before.is_some()).then_some(is_reached);
                change(app, tick.id, today, |entry| entry.ticked = ticked);
            }
        }
    };
    (!offered.is_empty()).then(|| {
        view! { <Checkboxes id="milestones" legend="Milestones reached" choices values=reached on_change /> }
    })
}

fn choice(tick: &Tick) -> Choice<ItemId> {
    let due = (!tick.due.is_empty()).then(|| format!("Due: {}", tick.due));
    let reached = tick.reached_before.map(|on| format!("Reached by {}", words::day(on)));
    let hint = due.into_iter().chain(reached).collect::<Vec<_>>().join(". ");
    let choice = Choice::new(tick.id, tick.text.clone());
    if hint.is_empty() { choice } else { choice.with_hint(hint) }
}

/// Changes what the lead reports on an item, and saves it.
fn change(app: App, item: ItemId, today: NaiveDate, change: impl FnOnce(&mut Progress)) {
    let now = app.now();
    let made = app.edit(|open| {
        let there = open.own_entry(item).map(|(_, entry)| entry.clone());
        let mut entry = Progress { on: today, recorded: now, ..there.unwrap_or(Progress::blank(item, today, now)) };
        change(&mut entry);
        open.say_progress(RecordId(ids::new_uuid()), entry)
    });
    if made.is_err() {
        app.say(Notice::said(
            "This could not be saved, because the action is no longer here. Copy your words before you leave this page.",
        ));
    }
}
