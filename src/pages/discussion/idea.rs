//! An idea in its list: what came of it, and the form in its place that changes, moves and deletes it.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::offered;
use super::sections::Row;
use super::{Here, page};
use crate::domain::design::Towards;
use crate::domain::discussion::Said;
use crate::domain::ids::{IdeaId, ThemeId};
use crate::domain::workspace::{Edit, EditError};
use crate::route::Page as Target;
use crate::route::discussion::Place;
use crate::state::Notice;
use crate::ui::{
    Button, ButtonGroup, ButtonKind, Checkboxes, FieldError, Form, Input, InputWidth, MoveButtons, Tag, TagColour,
    Textarea, error_at, focus_heading, focus_soon,
};

const TEXT: &str = "idea-text";

/// What is said when somebody else changed the idea since it was opened here.
const STALE: &str =
    "This idea was changed in another tab while you were typing. Your words are still here. Save again to replace it";

/// What is typed for the idea that is being changed. The page has it, so that nothing goes when the list is drawn anew.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    text: RwSignal<String>,
    themes: RwSignal<Vec<ThemeId>>,
    heading: RwSignal<String>,
    table: RwSignal<String>,
    errors: RwSignal<Vec<FieldError>>,
    /// The idea as the person has seen it.
    seen: StoredValue<Said>,
}

impl Fields {
    /// Fields in which nothing stands yet.
    pub(super) fn empty() -> Self {
        let words = || RwSignal::new(String::new());
        let (themes, errors) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        Self {
            text: words(),
            themes,
            heading: words(),
            table: words(),
            errors,
            seen: StoredValue::new(Said::default()),
        }
    }

    fn begin(self, said: Said) {
        self.text.set(said.text.clone());
        self.themes.set(said.themes.iter().cloned().collect());
        self.heading.set(said.heading.clone());
        self.table.set(said.table.clone());
        self.errors.set(Vec::new());
        self.seen.set_value(said);
    }

    fn read(self) -> Said {
        let typed = |field: RwSignal<String>| field.with_untracked(|words| words.trim().to_owned());
        Said {
            text: typed(self.text),
            themes: self.themes.get_untracked().into_iter().collect::<BTreeSet<_>>(),
            heading: typed(self.heading),
            table: typed(self.table),
        }
    }
}

/// An idea, in the section of this number.
#[component]
pub(super) fn IdeaView(here: Here, number: usize, row: Row) -> impl IntoView {
    let id = row.id;
    let row = StoredValue::new(row);
    let is_open = Memo::new(move |_| here.changing.get() == Some((number, id)));
    view! {
        <li class="app-discussion__idea">
            {move || match is_open.get() {
                true => view! { <Change here number id /> }.into_any(),
                false => row.try_get_value().map(|row| standing(here, number, row)).into_any(),
            }}
        </li>
    }
}

/// The element that opens the form of an idea.
fn opener(number: usize, id: IdeaId) -> String {
    format!("idea-{number}-{id}")
}

fn standing(here: Here, number: usize, row: Row) -> impl IntoView {
    let Row { id, text, facts, actions, evidence, undecided } = row;
    let app = here.app;
    let which = format!(" \u{201c}{text}\u{201d}");
    let change = move |_| {
        if let Some(said) = app.read_now(|open| open.idea(id).map(|idea| idea.said.clone())).flatten() {
            here.fields.begin(said);
            here.changing.set(Some((number, id)));
            focus_soon(TEXT.to_owned());
        }
    };
    let actions = actions.into_iter().map(|(item, words)| came(app.href(Target::Action(item)), "Action", words));
    let evidence =
        evidence.into_iter().map(|(piece, title)| came(app.href(Target::ChangeEvidence(piece)), "Evidence", title));
    let link = |place: Place, words: &'static str| {
        view! {
            <a class="govuk-link" href=app.href(page(place))>
                {words}
                <span class="govuk-visually-hidden">{which.clone()}</span>
            </a>
        }
    };
    view! {
        <p class="app-discussion__text">
            {text}
            {undecided.then(|| view! { " " <Tag text="Two versions".to_owned() colour=TagColour::Yellow /> })}
        </p>
        {(!facts.is_empty()).then(|| view! { <p class="app-discussion__facts">{facts}</p> })}
        {actions.collect_view()}
        {evidence.collect_view()}
        <p class="app-discussion__uses app-no-print">
            <button type="button" class="app-button-link" id=opener(number, id) on:click=change>
                "Change"
                <span class="govuk-visually-hidden">{which.clone()}</span>
            </button>
            {(!here.at_table).then(|| view! {
                {link(Place::Action(id), "Make an action")}
                {link(Place::Evidence(id), "Keep as evidence")}
            })}
        </p>
    }
}

/// What came of an idea, with the way there.
fn came(href: String, what: &'static str, words: String) -> impl IntoView {
    view! {
        <p class="app-discussion__facts">
            {format!("{what}: ")}
            <a class="govuk-link" href=href>{words}</a>
        </p>
    }
}

/// The form that changes an idea in its place.
#[component]
fn Change(here: Here, number: usize, id: IdeaId) -> impl IntoView {
    let Here { app, fields, .. } = here;
    let Fields { text, themes, heading, table, errors, seen } = fields;
    let arcs = offered::arcs(app.read_now(framework).flatten().as_ref(), &themes.get_untracked());
    let save = move |()| {
        let read = fields.read();
        if read.text.is_empty() {
            return errors.set(vec![FieldError::new(TEXT, "Enter the idea, or delete it")]);
        }
        let there = app.read_now(|open| open.idea(id).map(|idea| idea.said.clone())).flatten();
        if let Some(there) = there.filter(|there| seen.with_value(|seen| seen != there)) {
            seen.set_value(there);
            return errors.set(vec![FieldError::new(TEXT, STALE)]);
        }
        match app.edit(|open| open.set_idea(id, read)) {
            Ok(_) => close(here, number, id),
            Err(_) => errors.set(vec![FieldError::new(
                TEXT,
                "This idea was deleted meanwhile. Copy your words before you leave this page",
            )]),
        }
    };
    let go = move |towards: Towards| {
        let shown = here.sections.with_untracked(|sections| {
            let parts = sections.get(number).map(|shown| shown.parts.as_slice()).unwrap_or_default();
            let part = parts.iter().find(|(_, rows)| rows.iter().any(|row| row.id == id));
            part.map(|(_, rows)| rows.iter().map(|row| row.id).collect::<Vec<_>>()).unwrap_or_default()
        });
        tell(here, app.edit(|open| open.move_idea(id, towards, &shown)), None);
    };
    let delete = move |()| {
        let edit = app.edit(|open| open.delete_idea(id));
        here.changing.set(None);
        tell(here, edit, Some("The idea was deleted."));
        focus_heading();
    };
    view! {
        <div class="app-discussion__form">
            <Form on_submit=save>
                <Textarea id=TEXT label="Idea" rows=3 error=error_at(errors, TEXT) value=text on_change=move |typed| text.set(typed) />
                <Checkboxes
                    id="idea-arcs"
                    legend="Which arcs does it belong to?"
                    hint="Choose all that apply, or none while you do not know."
                    choices=arcs
                    values=themes
                    on_change=move |chosen| themes.set(chosen)
                />
                <Input id="idea-heading" label="Sub-heading (optional)" value=heading on_change=move |typed| heading.set(typed) />
                <Input id="idea-table" label="Table (optional)" width=InputWidth::Chars10 value=table on_change=move |typed| table.set(typed) />
                <ButtonGroup>
                    <Button submit=true>"Save the idea"</Button>
                    <Button kind=ButtonKind::Secondary on_press=move |()| close(here, number, id)>"Cancel"</Button>
                </ButtonGroup>
                <p class="app-discussion__uses">
                    <MoveButtons
                        id=format!("idea-move-{id}")
                        what="this idea"
                        on_up=move |()| go(Towards::Up)
                        on_down=move |()| go(Towards::Down)
                    />
                    <Button kind=ButtonKind::Link on_press=delete>"Delete this idea"</Button>
                </p>
            </Form>
        </div>
    }
}

/// Closes the form. The focus goes to the idea, which may stand in another section now.
fn close(here: Here, number: usize, id: IdeaId) {
    here.changing.set(None);
    let stands = here.sections.with_untracked(|sections| {
        let has = |shown: &super::Shown| shown.parts.iter().any(|(_, rows)| rows.iter().any(|row| row.id == id));
        let first = sections.iter().position(has);
        if sections.get(number).is_some_and(has) { Some(number) } else { first }
    });
    match stands {
        Some(number) => focus_soon(opener(number, id)),
        None => focus_heading(),
    }
}

/// Says what was done where there is something to say.
fn tell(here: Here, done: Result<Edit, EditError>, words: Option<&'static str>) {
    match (done, words) {
        (Ok(edit), Some(words)) => here.app.say(Notice::done(words, &edit)),
        (Ok(_), None) => {}
        (Err(_), _) => here.app.say(Notice::said("The idea is no longer here. Nothing was changed.")),
    }
}
