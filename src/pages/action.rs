//! One action: what it says, what was reported about it, and reporting more.

mod finding;
pub(super) mod history;
mod milestones;
mod report;

use leptos::prelude::*;

use self::finding::FollowsFrom;
use self::history::History;
use self::milestones::Milestones;
use self::report::ReportProgress;
use super::action_facts::{ActionNotHere, ArcName, ArcNames, DueFacts, RagTag, TargetDate, arc_names, framework};
use super::choose_version::ChooseVersion;
use super::words_here::WordsHere;
use crate::analysis::plan_status::of_item;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::{Level, PlanItem, Rag};
use crate::domain::workspace::Workspace;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Page, PageHeading, SummaryList, SummaryRow, focus_field,
};

/// One action.
#[component]
pub fn Action(
    /// The action.
    item: ItemId,
) -> impl IntoView {
    let app = App::get();
    let plan = Memo::new(move |_| app.read(|open| open.item(item).map(|item| item.plan)).flatten());
    move || match plan.get() {
        Some(plan) => view! { <Here item plan /> }.into_any(),
        None => view! { <ActionNotHere /> }.into_any(),
    }
}

/// An action that is here.
#[component]
fn Here(item: ItemId, plan: PlanId) -> impl IntoView {
    let app = App::get();
    let title = app.read_now(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten().unwrap_or_default();
    let text = Memo::new(move |_| app.read(|open| open.item(item).map(|item| item.text.clone())).flatten());
    let texts = Memo::new(move |_| app.read(|open| texts(open, item)).unwrap_or_default());
    let delete = move |()| match app.edit(|open| Ok(open.delete_items(&[item].into(), app.today()))) {
        Ok(edit) if !edit.is_empty() => app.go_with(Place::Plan(plan), Notice::done("The action was deleted.", &edit)),
        _ => app.say(Notice::said("The action was deleted already. Nothing was changed.")),
    };
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Plan(plan)) text="Back to the plan" /> }>
            <PageHeading caption=title>{move || text.get()}</PageHeading>
            <ChooseVersion record=item />
            <Facts item />
            <ButtonGroup>
                <Button on_press=move |()| focus_field(report::FIRST)>"Report progress"</Button>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::ChangeAction(item))>"Change this action"</ButtonLink>
                <Button kind=ButtonKind::Secondary on_press=delete>"Delete this action"</Button>
            </ButtonGroup>
            <Milestones item />
            <FollowsFrom item />
            <History item />
            <ReportProgress item />
            <WordsHere texts=Signal::derive(move || texts.get()) />
        </Page>
    }
}

/// What the action says and how it stands.
#[derive(Clone, PartialEq, Eq)]
struct Standing {
    label: String,
    lead: String,
    due: DueFacts,
    arcs: Vec<ArcName>,
    rag: Rag,
    /// What few actions say, by name: what they are, need and risk, and what they are linked to.
    more: Vec<(&'static str, String)>,
    /// The other items that it is linked to, each with how.
    links: Vec<(&'static str, ItemId, String)>,
}

/// The facts of an action as a list.
#[component]
fn Facts(item: ItemId) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let standing = Memo::new(move |_| {
        app.read(|open| {
            let status = of_item(open, item, today)?;
            Some(Standing {
                label: status.item.label.clone(),
                lead: status.item.lead.clone(),
                due: DueFacts::of(&status, today),
                arcs: arc_names(framework(open).as_ref(), &status.item.themes),
                rag: status.rag,
                more: more(open, status.item),
                links: links(open, status.item),
            })
        })
        .flatten()
    });
    let written_or = |written: String, none: &'static str| if written.is_empty() { none.to_owned() } else { written };
    move || {
        standing.get().map(|Standing { label, lead, due, arcs, rag, more, links }| {
            view! {
                <SummaryList>
                    <SummaryRow name="Number">{written_or(label, "No number")}</SummaryRow>
                    <SummaryRow name="Lead">{written_or(lead, "No lead")}</SummaryRow>
                    <SummaryRow name="Target date"><TargetDate due /></SummaryRow>
                    <SummaryRow name="Arcs"><ArcNames arcs /></SummaryRow>
                    <SummaryRow name="RAG"><RagTag rag /></SummaryRow>
                    {more.into_iter().map(|(name, words)| view! { <SummaryRow name>{words}</SummaryRow> }).collect_view()}
                    {links
                        .into_iter()
                        .map(|(name, id, words)| view! {
                            <SummaryRow name>
                                <a class="govuk-link" href=app.href(Place::Action(id))>{words}</a>
                            </SummaryRow>
                        })
                        .collect_view()}
                </SummaryList>
            }
        })
    }
}

/// What the action says and what was reported about it, in which words may stand that the glossary explains.
fn texts(open: &Workspace, item: ItemId) -> Vec<String> {
    let said = open.item(item).into_iter().flat_map(|item| [&item.text, &item.lead, &item.resources, &item.risk]);
    let reported = open.progress();
    let reported = reported.get(&item).into_iter().flatten().map(|entry| &entry.text);
    said.chain(reported).cloned().collect()
}

fn more(open: &Workspace, item: &PlanItem) -> Vec<(&'static str, String)> {
    let level = (item.level != Level::Action).then(|| ("What it is", item.level.word().to_owned()));
    let evidence = item.evidence.iter().filter_map(|id| open.evidence_of(*id));
    let evidence = evidence.map(|piece| ("Evidence", piece.title.clone()));
    let words = [("Resources or cost", &item.resources), ("Risk", &item.risk)];
    let words = words.into_iter().filter(|(_, words)| !words.trim().is_empty());
    level.into_iter().chain(words.map(|(name, words)| (name, words.clone()))).chain(evidence).collect()
}

fn links(open: &Workspace, item: &PlanItem) -> Vec<(&'static str, ItemId, String)> {
    let named = |name: &'static str, ids: &[ItemId]| {
        let there = ids.iter().filter_map(|id| Some((*id, open.item(*id)?)));
        let words = |there: &PlanItem| [there.label.trim(), there.text.trim()].join(" ").trim().to_owned();
        there.map(|(id, there)| (name, id, words(there))).collect::<Vec<_>>()
    };
    let mut links = named("Depends on", &item.depends_on);
    links.extend(named("Says the same as", &item.repeats));
    links
}
