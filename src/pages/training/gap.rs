//! A profession and an arc: the events that serve the one in the other, and how what is missing is addressed.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::choose_version::ChooseVersion;
use super::super::missing::Missing;
use crate::analysis::training::TrainingSheet;
use crate::domain::ids::{ItemId, TrainingEventId, TrainingGapId};
use crate::domain::training::TrainingGap;
use crate::domain::workspace::Workspace;
use crate::route::training::Place;
use crate::route::{Cause, Page as Target};
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, ErrorSummary, FieldError, Form, Input, InputWidth, Page, PageHeading,
    Textarea,
};

/// The first field.
const COMMISSIONING: &str = "gap-commissioning";

/// A profession and an arc as they stand in the training map.
#[derive(Clone)]
struct Stands {
    gap: TrainingGap,
    arc: String,
    /// The events that serve it, by title.
    events: Vec<(TrainingEventId, String)>,
    /// What the action that addresses it says, if it is here.
    action: Option<(ItemId, String)>,
}

impl Stands {
    fn of(open: &Workspace, id: TrainingGapId) -> Option<Self> {
        let sheet = TrainingSheet::of(open, framework(open).as_ref());
        let (profession, arc) = sheet.find(id)?;
        let head = sheet.arc(arc)?;
        let gap = open.training_gap(id).cloned();
        let gap = gap.unwrap_or_else(|| TrainingGap::blank(sheet.profession(profession), head.theme.clone()));
        let title = |id: TrainingEventId| Some((id, open.training_event(id)?.title.clone()));
        let action = gap.action.and_then(|id| Some((id, open.item(id)?.text.clone())));
        Some(Self {
            arc: head.name.clone(),
            events: sheet.serving(profession, arc).into_iter().filter_map(title).collect(),
            action,
            gap,
        })
    }
}

/// What has been typed so far.
#[derive(Clone, Copy)]
struct Fields {
    commissioning: RwSignal<String>,
    resourcing: RwSignal<String>,
    owner: RwSignal<String>,
    words: RwSignal<String>,
}

impl Fields {
    fn of(gap: &TrainingGap) -> Self {
        let words = |words: &String| RwSignal::new(words.clone());
        Self {
            commissioning: words(&gap.commissioning),
            resourcing: words(&gap.resourcing),
            owner: words(&gap.owner),
            words: words(&gap.words),
        }
    }

    fn write(self, gap: TrainingGap) -> TrainingGap {
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        TrainingGap {
            commissioning: typed(self.commissioning),
            resourcing: typed(self.resourcing),
            owner: typed(self.owner),
            words: typed(self.words),
            ..gap
        }
    }
}

/// A profession and an arc.
#[component]
pub(super) fn TheGap(
    /// Which.
    id: TrainingGapId,
) -> impl IntoView {
    let app = App::get();
    let Some(stands) = app.read_now(|open| Stands::of(open, id)).flatten() else {
        return view! { <NotHere /> }.into_any();
    };
    let Stands { gap, arc, events, action } = stands;
    let fields = Fields::of(&gap);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let profession = gap.profession.clone();
    let theme = gap.theme.clone();
    let seen = StoredValue::new(gap);
    let map = || Target::Training(Place::Map);
    // Saves what was typed; what is to be said of it, unless another tab was there meanwhile.
    let saved = move || {
        let there = app.read_now(|open| Stands::of(open, id).map(|stands| stands.gap)).flatten();
        let stale = there.filter(|there| seen.with_value(|seen| seen != there));
        if let Some(there) = stale {
            seen.set_value(there);
            errors.set(vec![FieldError::new(COMMISSIONING, STALE)]);
            return None;
        }
        let wanted = fields.write(seen.get_value());
        let edit = app.edit(|open| Ok(open.set_training_gap(wanted))).ok()?;
        Some(if edit.is_empty() {
            Notice::said("Nothing was changed.")
        } else {
            Notice::done("How the gap is addressed was saved.", &edit)
        })
    };
    let save = move |()| {
        if let Some(notice) = saved() {
            app.go_with(map(), notice);
        }
    };
    let add_action = move |()| {
        if let Some(notice) = saved() {
            let cause = Cause { gap: Some(id), ..Cause::of(theme.clone(), None) };
            app.go_with(Target::NewAction(Some(cause)), notice);
        }
    };
    let (back, cancel) = (app.href(map()), app.href(map()));
    let has_action = action.is_some();
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the training map" /> }>
            <PageHeading caption=arc>{profession}</PageHeading>
            <ChooseVersion record=id />
            <ErrorSummary errors />
            <Serving events />
            <h2 class="govuk-heading-m">"How what is missing is addressed"</h2>
            {action.map(|(item, words)| view! {
                <p class="govuk-body">
                    "This action addresses it: "
                    <a class="govuk-link" href=app.href(Target::Action(item))>{words}</a>
                </p>
            })}
            <Form on_submit=save>
                <Textarea
                    id=COMMISSIONING
                    label="How is training commissioned? (optional)"
                    hint="From whom, and how it is arranged."
                    rows=3
                    value=fields.commissioning
                    on_change=move |words| fields.commissioning.set(words)
                />
                <Textarea
                    id="gap-resourcing"
                    label="How is it resourced? (optional)"
                    hint="Money, places, rooms, cover."
                    rows=3
                    value=fields.resourcing
                    on_change=move |words| fields.resourcing.set(words)
                />
                <Input
                    id="gap-owner"
                    label="Who sees to it? (optional)"
                    hint="A role, initials or a group."
                    width=InputWidth::Chars20
                    value=fields.owner
                    on_change=move |words| fields.owner.set(words)
                />
                <Textarea
                    id="gap-words"
                    label="Anything else (optional)"
                    rows=3
                    value=fields.words
                    on_change=move |words| fields.words.set(words)
                />
                <ButtonGroup>
                    <Button submit=true>"Save"</Button>
                    <Button kind=ButtonKind::Secondary on_press=add_action>
                        {if has_action { "Save and add another action" } else { "Save and add an action" }}
                    </Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

/// What is said when another tab changed the gap since it was loaded.
const STALE: &str = "This was changed in another tab while you were typing. Your words are still here. Look at the training map, then save again to replace it.";

/// The events that serve a profession in an arc.
#[component]
fn Serving(events: Vec<(TrainingEventId, String)>) -> impl IntoView {
    let app = App::get();
    if events.is_empty() {
        return view! { <p class="govuk-body">"No training event serves this profession in this arc."</p> }.into_any();
    }
    let event = |(id, title): (TrainingEventId, String)| {
        view! {
            <li>
                <a class="govuk-link" href=app.href(Target::Training(Place::Event(id)))>{title}</a>
            </li>
        }
    };
    view! {
        <p class="govuk-body">"These training events serve it:"</p>
        <ul class="govuk-list govuk-list--bullet">{events.into_iter().map(event).collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing
                heading="This is not in the training map"
                why="No event, gap or staff group names this profession any more. It may have been renamed."
                to=Target::Training(Place::Map)
                go="Go to the training map"
            />
        </Page>
    }
}
