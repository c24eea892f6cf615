//! A plan as its table: every action with its lead, target date, arcs, latest progress and RAG.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::action_facts::{ArcName, ArcNames, DueFacts, RagTag, TargetDate, arc_names, framework};
use super::choose_version::ChooseVersion;
use super::rename::{Rename, RenameWords};
use crate::analysis::plan_status::{ItemStatus, PlanCounts, of_plan};
use crate::domain;
use crate::domain::framework::Framework;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::Rag;
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::reports::versions::is_undecided;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{
    BackLink, ButtonGroup, ButtonKind, ButtonLink, Head, Page, PageHeading, PageWidth, RowHeader, Table, TableCell,
    TableRow, Tag, TagColour,
};

/// Changing the title of the plan.
const TITLE: RenameWords = RenameWords {
    summary: "Change the title of the plan",
    label: "Title of the plan",
    missing: "Enter the title of the plan",
    button: "Change the title",
    done: "The title of the plan was changed.",
};

/// A plan's table.
#[component]
pub fn Plan(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let title = Memo::new(move |_| app.read(|open| open.plan(plan).map(|plan| plan.title.clone())).flatten());
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=app.href(Place::Plans) text="Back to plans" /> }
        >
            {move || match title.get() {
                Some(title) => view! { <Actions plan title /> }.into_any(),
                None => view! {
                    <PageHeading>"This plan is not here"</PageHeading>
                    <p class="govuk-body">"It was deleted, or the file that it came in was taken back."</p>
                    <ButtonLink href=app.href(Place::Plans)>"Go to plans"</ButtonLink>
                }
                .into_any(),
            }}
        </Page>
    }
}

/// The actions of a plan that is here.
#[component]
fn Actions(plan: PlanId, title: String) -> impl IntoView {
    let app = App::get();
    let today = app.today();
    let rows = Memo::new(move |_| app.read(|open| rows(open, plan, today)).unwrap_or_default());
    let has_rows = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let counts =
        Memo::new(move |_| app.read(|open| PlanCounts::of(&of_plan(open, plan, today), today)).unwrap_or_default());
    let count_words = move || {
        let PlanCounts { actions, overdue, .. } = counts.get();
        let overdue = if overdue == 0 { "none overdue".to_owned() } else { format!("{overdue} overdue") };
        format!("{}, {overdue} on {}.", words::count(actions, "action", "actions"), words::day(today))
    };
    let caption = StoredValue::new(title.clone());
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    view! {
        <PageHeading caption=area>{title}</PageHeading>
        <ChooseVersion record=plan />
        <ButtonGroup>
            <ButtonLink href=app.href(Place::NewAction(None))>"Add an action"</ButtonLink>
            <Show when=move || has_rows.get()>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::ProgressReport(plan))>
                    "Progress report"
                </ButtonLink>
                <ButtonLink kind=ButtonKind::Secondary href=app.href(Place::AskLeads(plan))>
                    "Ask leads for progress"
                </ButtonLink>
            </Show>
        </ButtonGroup>
        <Show
            when=move || has_rows.get()
            fallback=|| view! {
                <p class="govuk-body">
                    "This plan has no action yet. Add the first: what is to be done, who leads and by when."
                </p>
            }
        >
            <p class="govuk-body">{count_words}</p>
            <div class="app-plan">
                <Table
                    caption=caption.get_value()
                    caption_hidden=true
                    head=["No", "Action", "Lead", "Target date", "Arcs", "Progress", "RAG"].map(Head::text).to_vec()
                    dense=true
                >
                    <For each=move || rows.get() key=Row::clone let(row)>
                        {row_view(app, row)}
                    </For>
                </Table>
            </div>
        </Show>
        <Rename words=TITLE name=caption.get_value() write=move |title| rename(app, plan, title) />
    }
}

/// Gives the plan another title and leaves all else of it.
fn rename(app: App, id: PlanId, title: String) -> Result<Edit, EditError> {
    app.edit(|open| {
        let plan = open.plan(id).cloned().ok_or(EditError::NotHere("the plan"))?;
        Ok(open.set_plan(id, domain::plan::Plan { title, ..plan }))
    })
}

/// An action as it stands in the table.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    id: ItemId,
    /// How many actions it stands beneath.
    depth: usize,
    /// Whether the action that it stood beneath isn't here.
    orphan: bool,
    label: String,
    text: String,
    lead: String,
    due: DueFacts,
    arcs: Vec<ArcName>,
    /// The day and the words of the latest progress in words.
    latest: Option<(NaiveDate, String)>,
    others: usize,
    rag: Rag,
    undecided: bool,
}

fn rows(open: &Workspace, plan: PlanId, today: NaiveDate) -> Vec<Row> {
    let framework = framework(open);
    let tree = open.tree(plan);
    let orphaned = tree.orphaned.iter().map(|at| (at.depth, at.parent.is_none()));
    let standing = tree.rooted.iter().map(|at| (at.depth, false)).chain(orphaned);
    let items = of_plan(open, plan, today);
    let row = |(status, standing)| row(open, status, standing, framework.as_ref(), today);
    items.iter().zip(standing).map(row).collect()
}

fn row(
    open: &Workspace,
    status: &ItemStatus<'_>,
    (depth, orphan): (usize, bool),
    framework: Option<&Framework>,
    today: NaiveDate,
) -> Row {
    Row {
        id: status.id,
        depth,
        orphan,
        label: status.item.label.clone(),
        text: status.item.text.clone(),
        lead: status.item.lead.clone(),
        due: DueFacts::of(status, today),
        arcs: arc_names(framework, &status.item.themes),
        latest: status.latest_words().map(|entry| (entry.on, entry.text.clone())),
        others: status.other_entries(),
        rag: status.rag,
        undecided: is_undecided(open.records(), status.id.into()),
    }
}

fn row_view(app: App, row: Row) -> impl IntoView {
    let href = app.href(Place::Action(row.id));
    let others = (row.others > 0).then(|| {
        let words = if row.latest.is_some() {
            words::count(row.others, "more entry", "more entries")
        } else {
            words::count(row.others, "entry without words", "entries without words")
        };
        view! { <span class="app-plan__more">{words}</span> }
    });
    let progress = match row.latest {
        Some((on, text)) => view! {
            <span class="app-plan__day">{words::day(on)}</span>
            <span class="app-plan__words">{text}</span>
        }
        .into_any(),
        None => view! { <span class="app-plan__none">"Nothing reported yet"</span> }.into_any(),
    };
    let undecided = row.undecided.then(|| {
        view! {
            <span class="app-plan__tag"><Tag text="Two versions".to_owned() colour=TagColour::Yellow /></span>
        }
    });
    view! {
        <TableRow>
            <TableCell>{row.label}</TableCell>
            <RowHeader>
                <span class="app-plan__item" style=format!("--depth: {}", row.depth)>
                    <a class="govuk-link" href=href>{row.text}</a>
                    {row.orphan.then(|| view! { <span class="app-plan__more">"Without a parent"</span> })}
                    {undecided}
                </span>
            </RowHeader>
            <TableCell>{written_or(row.lead, "No lead")}</TableCell>
            <TableCell><TargetDate due=row.due /></TableCell>
            <TableCell><ArcNames arcs=row.arcs /></TableCell>
            <TableCell>{progress}{others}</TableCell>
            <TableCell><RagTag rag=row.rag /></TableCell>
        </TableRow>
    }
}

fn written_or(written: String, none: &'static str) -> AnyView {
    if written.is_empty() {
        view! { <span class="app-plan__none">{none}</span> }.into_any()
    } else {
        written.into_any()
    }
}
