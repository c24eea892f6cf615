//! Adding a piece of evidence, perhaps for an arc, and changing one.

mod fields;

use leptos::prelude::*;

use self::fields::{EvidenceFields, Fields};
use super::action_facts::framework;
use super::discussion::OfIdea;
use super::missing::{Missing, REMOVED};
use super::offered;
use crate::browser::ids;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{EvidenceId, IdeaId, ThemeId};
use crate::domain::workspace::EditError;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, Button, ButtonGroup, ErrorSummary, FieldError, Form, Page, PageHeading};

/// What is said when another tab changed the evidence since it was loaded.
const STALE: &str = "This was changed in another tab while you were typing. Your words are still here. Look at the list of evidence, then save again to replace it.";

/// Adding evidence.
#[component]
pub fn NewEvidence(
    /// The arc that it is for, if it was begun from one.
    theme: Option<ThemeId>,
    /// The idea of a discussion that is kept, if one is: its words, arcs and day are filled in, and it remembers the evidence.
    #[prop(optional)]
    idea: Option<IdeaId>,
) -> impl IntoView {
    let app = App::get();
    let framework = app.read_now(framework).flatten();
    let rounds = app.read_now(offered::rounds).unwrap_or_default();
    let idea = idea.and_then(|id| app.read_now(|open| OfIdea::of(open, id)).flatten());
    let said = idea.iter().flat_map(|idea| idea.said.themes.iter().cloned());
    let fields = Fields::empty(app.today(), theme.iter().cloned().chain(said).collect());
    if let Some(idea) = &idea {
        fields.begin_with(&idea.title, idea.on, &idea.said.text);
    }
    let of_idea = idea.as_ref().map(|idea| idea.id);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The id is made with the form, so that handing it in twice in a row still adds one piece.
    let id = EvidenceId(ids::new_uuid());
    let (place, back_text) = match (theme, idea) {
        (_, Some(idea)) => (idea.back(), "Back to the discussion"),
        (Some(theme), None) => (Place::Arc(theme, None), "Back to the arc"),
        (None, None) => (Place::Evidence(None), "Back to the evidence"),
    };
    let (back, cancel) = (app.href(place.clone()), app.href(place.clone()));
    let names = framework.clone();
    let save = move |()| match fields.read(names.as_ref()) {
        Err(wrong) => errors.set(wrong),
        Ok(evidence) => match app.edit(|open| {
            let added = open.set_evidence(id, evidence)?;
            // An idea that was deleted meanwhile has nothing to remember.
            let noted = of_idea.map(|idea| open.idea_kept_as(idea, id).unwrap_or_default());
            Ok(added.then(noted.unwrap_or_default()))
        }) {
            Ok(edit) if edit.is_empty() => {}
            Ok(edit) => app.go_with(place.clone(), Notice::done("The evidence was added.", &edit)),
            Err(error) => errors.set(vec![not_saved(error)]),
        },
    };
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text=back_text /> }>
            <PageHeading>"Add evidence"</PageHeading>
            <ErrorSummary errors />
            <Form on_submit=save>
                <EvidenceFields fields framework rounds errors />
                <ButtonGroup>
                    <Button submit=true>"Save the evidence"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
}

/// Changing a piece of evidence.
#[component]
pub fn ChangeEvidence(
    /// Which piece.
    id: EvidenceId,
) -> impl IntoView {
    let app = App::get();
    let Some(stands) = app.read_now(|open| open.evidence_of(id).cloned()).flatten() else {
        return view! { <NotHere /> }.into_any();
    };
    let framework = app.read_now(framework).flatten();
    let rounds = app.read_now(offered::rounds).unwrap_or_default();
    let fields = Fields::of(&stands);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let title = stands.title.clone();
    let seen = StoredValue::new(stands);
    let names = framework.clone();
    let save = move |()| {
        let read = match fields.read(names.as_ref()) {
            Ok(read) => read,
            Err(wrong) => return errors.set(wrong),
        };
        let there = app.read_now(|open| open.evidence_of(id).cloned()).flatten();
        if let Some(there) = there.filter(|there| seen.with_value(|seen| seen != there)) {
            seen.set_value(there);
            return errors.set(vec![FieldError::new(fields::TITLE, STALE)]);
        }
        let rest = seen.with_value(|seen| seen.rest.clone());
        match app.edit(|open| {
            open.evidence_of(id).ok_or(EditError::NotHere("the evidence"))?;
            open.set_evidence(id, Evidence { rest, ..read })
        }) {
            Ok(edit) if edit.is_empty() => app.go_with(Place::Evidence(None), Notice::said("Nothing was changed.")),
            Ok(edit) => app.go_with(Place::Evidence(None), Notice::done("The evidence was changed.", &edit)),
            Err(error) => errors.set(vec![not_saved(error)]),
        }
    };
    let (back, cancel) = (app.href(Place::Evidence(None)), app.href(Place::Evidence(None)));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the evidence" /> }>
            <PageHeading caption=title>"Change evidence"</PageHeading>
            <ErrorSummary errors />
            <Form on_submit=save>
                <EvidenceFields fields framework rounds errors />
                <ButtonGroup>
                    <Button submit=true>"Save the changes"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

fn not_saved(error: EditError) -> FieldError {
    let reason = match error {
        EditError::TooManyHands => "more people placed an arc than took part",
        _ => "it is no longer here",
    };
    FieldError::new(
        fields::TITLE,
        format!("The evidence could not be saved, because {reason}. Copy your words before you leave this page"),
    )
}

#[component]
fn NotHere() -> impl IntoView {
    view! {
        <Page>
            <Missing heading="This evidence is not here" why=REMOVED to=Place::Evidence(None) go="Go to the evidence" />
        </Page>
    }
}
