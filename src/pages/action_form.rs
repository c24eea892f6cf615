//! Adding an action to a plan, perhaps because of what was found of an arc, and changing the words of one.

mod begun_from;
mod change;
mod fields;
mod for_gap;
mod more;

use chrono::NaiveDate;
use leptos::prelude::*;

use self::begun_from::{Begun, BegunFrom};
pub use self::change::ChangeAction;
use self::fields::{ActionFields, Fields};
use self::for_gap::{ForGap, GapWords};
use super::action_facts::{framework, period_of};
use super::discussion::OfIdea;
use crate::analysis::plan_status::next_label;
use crate::browser::ids;
use crate::domain::ids::{IdeaId, ItemId, PlanId};
use crate::domain::plan::{Plan, PlanItem};
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::route::{Cause, Page as Place, training};
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, Choice, ErrorSummary, FieldError, Form, Input, Page, PageHeading, Select, error_at,
};

/// The field that chooses the plan.
const PLAN: &str = "action-plan";
/// The field of the title of a plan that begins with this action.
const TITLE: &str = "action-plan-title";
/// What a first plan is called until somebody calls it something else.
const FIRST_PLAN: &str = "One Children\u{2019}s Workforce Action Plan";

/// Where a new action goes.
#[derive(Clone)]
enum Goes {
    /// There is no plan yet: one is begun with the action.
    First,
    /// There is one plan.
    Only(PlanId, String),
    /// There are several, of which one has to be chosen.
    OneOf(Vec<(PlanId, String)>),
}

impl Goes {
    fn of(open: &Workspace) -> Self {
        let mut plans: Vec<_> = open.plans().into_iter().map(|(id, plan)| (id, plan.title.clone())).collect();
        match (plans.pop(), plans.is_empty()) {
            (None, _) => Self::First,
            (Some((id, title)), true) => Self::Only(id, title),
            (Some(last), false) => {
                plans.push(last);
                Self::OneOf(plans)
            }
        }
    }
}

/// Adding an action.
#[component]
pub fn NewAction(
    /// What it is begun from, if from anything.
    cause: Option<Cause>,
    /// The idea of a discussion that it is made of, if it is of one: its words and arcs are filled in, and it remembers the
    /// action.
    #[prop(optional)]
    idea: Option<IdeaId>,
) -> impl IntoView {
    let app = App::get();
    let framework = app.read_now(framework).flatten();
    let goes = app.read_now(Goes::of).unwrap_or(Goes::First);
    let only = match &goes {
        Goes::Only(id, title) => Some((*id, title.clone())),
        Goes::First | Goes::OneOf(_) => None,
    };
    let begins_plan = matches!(goes, Goes::First);
    let plan = RwSignal::new(only.as_ref().map(|(id, _)| *id).or(begins_plan.then(|| PlanId(ids::new_uuid()))));
    let title = RwSignal::new(FIRST_PLAN.to_owned());
    let suggested =
        Memo::new(move |_| plan.get().and_then(|plan| app.read(|open| next_label(open, plan))).unwrap_or_default());
    let gap = cause.as_ref().and_then(|cause| cause.gap);
    let gap = gap.and_then(|id| app.read_now(|open| ForGap::of(open, framework.as_ref(), id)).flatten());
    // Who begins from a gap in training has not begun from what a round found.
    let begun = cause.as_ref().filter(|cause| cause.gap.is_none());
    let begun = begun.and_then(|cause| app.read_now(|open| Begun::of(open, framework.as_ref(), cause)));
    let idea = idea.and_then(|id| app.read_now(|open| OfIdea::of(open, id)).flatten());
    let said = idea.iter().flat_map(|idea| idea.said.themes.iter().cloned());
    let fields = Fields::new(None, cause.iter().map(|cause| cause.theme.clone()).chain(said).collect());
    if let Some(idea) = &idea {
        fields.begin_with(&idea.said.text);
    }
    let of_idea = idea.as_ref().map(|idea| idea.id);
    let goes_to = idea.as_ref().map(OfIdea::back);
    if let Some(suggestion) = begun.as_ref().and_then(|begun| begun.suggestion.as_ref()) {
        fields.begin_with(&suggestion.text);
    }
    if let Some(gap) = &gap {
        fields.begin_with(&gap.text);
        fields.begin_with_lead(&gap.owner);
    }
    let for_gap = StoredValue::new(gap.clone());
    let finding = begun.as_ref().and_then(|begun| begun.finding.clone());
    let period = Signal::derive(move || plan.get().and_then(|plan| period_of(app, plan)));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The id is made with the form, so that handing it in twice in a row still adds one action.
    let id = ItemId(ids::new_uuid());
    let save = move |()| {
        let mut wrong = Vec::new();
        let first = begins_plan.then(|| title.get_untracked().trim().to_owned());
        if first.as_ref().is_some_and(String::is_empty) {
            wrong.push(FieldError::new(TITLE, "Enter the title of the plan"));
        }
        let chosen = plan.get_untracked();
        if chosen.is_none() {
            wrong.push(FieldError::new(PLAN, "Choose the plan"));
        }
        wrong.extend(fields.problems());
        let Some(plan) = chosen.filter(|_| wrong.is_empty()) else {
            errors.set(wrong);
            return;
        };
        let label = fields.label.get_untracked().unwrap_or_else(|| suggested.get_untracked());
        let write = |item: &mut PlanItem| {
            fields.write(item, label);
            item.finding.clone_from(&finding);
            if let Some(gap) = for_gap.get_value() {
                item.resources = gap.resources;
            }
        };
        let add = |open: &mut Workspace| {
            let added = add(open, id, plan, first, app.today(), write)?;
            let is_new = !added.is_empty();
            let added = match for_gap.get_value().filter(|_| is_new) {
                Some(gap) => added.then(open.link_training_gap(&gap.profession, &gap.theme, id)),
                None => added,
            };
            // An idea that was deleted meanwhile has nothing to remember.
            let noted = of_idea.filter(|_| is_new).map(|idea| open.idea_led_to(idea, id).unwrap_or_default());
            Ok(added.then(noted.unwrap_or_default()))
        };
        match app.edit(add) {
            Ok(edit) if edit.is_empty() => {}
            Ok(edit) => {
                let place = goes_to.clone().unwrap_or(Place::Plan(plan));
                app.go_with(place, Notice::done("The action was added.", &edit));
            }
            Err(error) => errors.set(vec![not_saved(error)]),
        }
    };
    let back = match (&cause, idea) {
        (_, Some(idea)) => (idea.back(), "Back to the discussion"),
        (Some(Cause { gap: Some(id), .. }), None) => (Place::Training(training::Place::Gap(*id)), "Back to the gap"),
        (Some(cause), None) => (Place::Arc(cause.theme.clone(), cause.round), "Back to the arc"),
        (None, None) => {
            only.as_ref().map_or((Place::Plans, "Back to plans"), |(id, _)| (Place::Plan(*id), "Back to the plan"))
        }
    };
    let cancel = app.href(back.0.clone());
    view! {
        <Page before=move || view! { <BackLink href=app.href(back.0.clone()) text=back.1 /> }>
            <PageHeading caption=only.map(|(_, title)| title).unwrap_or_default()>"Add an action"</PageHeading>
            <ErrorSummary errors />
            {begun.map(|begun| view! { <BegunFrom begun /> })}
            {gap.map(|gap| view! { <GapWords gap /> })}
            <Form on_submit=save>
                {plan_field(goes, plan, title, errors)}
                <ActionFields fields suggested due_label="Target date" period framework errors />
                <p class="govuk-body">
                    "RAG is not asked for here. It stands as \u{201c}Not set\u{201d} until somebody sets it when they report progress."
                </p>
                <ButtonGroup>
                    <Button submit=true>"Add the action"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
}

/// Adds an action at the end of a plan, and the plan with it if it begins with this action, under this title.
fn add(
    open: &mut Workspace,
    id: ItemId,
    plan: PlanId,
    first: Option<String>,
    on: NaiveDate,
    write: impl FnOnce(&mut PlanItem),
) -> Result<Edit, EditError> {
    let mut edit = match first {
        Some(title) => open.set_plan(plan, Plan::titled(title)),
        None => Edit::default(),
    };
    let order = open.item(id).map_or_else(|| open.order_at_end(plan), |item| item.order.clone());
    let parent = open.item(id).and_then(|item| item.parent);
    let mut item = PlanItem { parent, ..PlanItem::blank(plan, order) };
    write(&mut item);
    let added = open.set_item(id, item, on)?;
    edit.name = added.name;
    Ok(edit.then(added))
}

/// The question which plan the action goes into, where there is one to ask.
fn plan_field(
    goes: Goes,
    plan: RwSignal<Option<PlanId>>,
    title: RwSignal<String>,
    errors: RwSignal<Vec<FieldError>>,
) -> AnyView {
    match goes {
        Goes::Only(..) => ().into_any(),
        Goes::First => view! {
            <Input
                id=TITLE
                label="Title of the plan"
                hint="This is your first action, so a plan is begun with it. You can call it something else."
                error=error_at(errors, TITLE)
                value=title
                on_change=move |text| title.set(text)
            />
        }
        .into_any(),
        Goes::OneOf(plans) => view! {
            <Select
                id=PLAN
                label="Plan"
                blank="Choose a plan"
                error=error_at(errors, PLAN)
                choices=plans.into_iter().map(|(id, title)| Choice::new(id, title)).collect()
                value=plan
                on_choose=move |chosen| plan.set(chosen)
            />
        }
        .into_any(),
    }
}

/// Why an action could not be saved.
fn not_saved(error: EditError) -> FieldError {
    let reason = match error {
        EditError::NotHere(what) => format!("{what} is no longer here"),
        EditError::BeneathItself => {
            "an action can\u{2019}t stand beneath itself or beneath one that it holds".to_owned()
        }
        EditError::Withdrawn
        | EditError::UnknownStatement
        | EditError::RoundClosed
        | EditError::TooManyHands
        | EditError::SmallestGroupLowered(_)
        | EditError::WrongWord => "what it belongs to is no longer here".to_owned(),
    };
    FieldError::new(
        fields::TEXT,
        format!("The action could not be saved, because {reason}. Copy your words before you leave this page"),
    )
}
