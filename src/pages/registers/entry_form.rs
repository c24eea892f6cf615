//! Adding an entry to a register, and changing one.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::action_facts::DueField;
use super::super::meant_field::{MeantChoice, MeantFields};
use super::super::missing::{Missing, REMOVED};
use super::said::{Shape, field, one, register_title, wrong};
use super::table::built_in;
use crate::browser::ids;
use crate::domain::ids::EntryId;
use crate::domain::plan::Meant;
use crate::domain::registers::{Consultation, Entry, Refused, Register, Term};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::route::Page as Place;
use crate::route::registers::Place as Within;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, DateInput, Details, ErrorSummary, FieldError, Form, Input, Page, PageHeading,
    Textarea, error_at,
};

/// What is said when another tab changed the entry since it was loaded.
const STALE: &str = "This was changed in another tab while you were typing. Your words are still here. Look at the register, then save again to replace it.";
/// What is said when it can't be saved.
const GONE: &str =
    "This could not be saved, because the entry is no longer here. Copy your words before you leave this page";

/// What has been typed, one text a column.
type Typed = StoredValue<Vec<RwSignal<String>>>;

/// The ids of the fields of the columns, in order.
const FIELDS: [&str; 5] = ["entry-field-1", "entry-field-2", "entry-field-3", "entry-field-4", "entry-field-5"];

/// Adding an entry.
#[component]
pub(super) fn NewEntry(register: Register) -> impl IntoView {
    let app = App::get();
    // The id is made with the form, so that handing it in twice in a row still adds one entry.
    let id = EntryId(ids::new_uuid());
    let cells = vec![String::new(); register.columns().len()];
    let write = move |entry: Entry| -> Result<Notice, &'static str> {
        if app.read_now(|open| open.entry(id).is_some()).unwrap_or_default() {
            return Ok(Notice::said("It was added already."));
        }
        let made = app.edit(|open| Ok(open.add_entries(vec![(id, entry)]))).map_err(|_| GONE)?;
        Ok(Notice::done("It was added to the register.", &made))
    };
    view! { <EntryForm register title=format!("Add {}", one(register)) caption=String::new() cells before=when(None) write /> }
}

/// Changing an entry.
#[component]
pub(super) fn ChangeEntry(register: Register, id: EntryId) -> impl IntoView {
    let app = App::get();
    let stands = move || app.read_now(|open| there(open, id)).flatten();
    let Some(first) = stands().filter(|there| there.register() == register) else {
        return view! { <NotHere register /> }.into_any();
    };
    let (name, cells, before) = (first.name().to_owned(), first.cells(), when(Some(&first)));
    let seen = StoredValue::new(first);
    let write = move |entry: Entry| -> Result<Notice, &'static str> {
        let now = stands().ok_or(GONE)?;
        if seen.with_value(|seen| *seen != now) {
            seen.set_value(now);
            return Err(STALE);
        }
        let known = builtin::glossary().ok().and_then(|glossary| built_in(&glossary, id).cloned());
        let made = match (entry, known) {
            (Entry::Term(own), Some(known)) => app.edit(|open| Ok(open.set_built_in(&known, own))),
            (entry, _) => app.edit(|open| open.change_entry(id, entry)),
        };
        match made.map_err(|_| GONE)? {
            edit if edit.is_empty() => Ok(Notice::said("Nothing was changed.")),
            edit => Ok(Notice::done("The entry was changed.", &edit)),
        }
    };
    view! { <EntryForm register title=format!("Change {}", one(register)) caption=name cells before write /> }
        .into_any()
}

/// The entry of this id; of a term that Rainbow brings along and nobody changed, that.
fn there(open: &Workspace, id: EntryId) -> Option<Entry> {
    open.entry(id).cloned().or_else(|| {
        let glossary = builtin::glossary().ok()?;
        let word = built_in(&glossary, id)?.word.clone();
        Some(Entry::Term(Term { replaces: None, word, is_hidden: false, rest: Rest::new() }))
    })
}

#[component]
fn EntryForm(
    register: Register,
    #[prop(into)] title: String,
    #[prop(into)] caption: String,
    /// What stands in the fields at first.
    cells: Vec<String>,
    /// The date as it stood and how it was meant.
    before: (String, Option<Meant>),
    /// Writes the entry, and says what was done or why it could not be.
    #[prop(into)]
    write: Callback<Entry, Result<Notice, &'static str>>,
) -> impl IntoView {
    let app = App::get();
    let typed: Typed = StoredValue::new(cells.into_iter().map(RwSignal::new).collect());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let meant = MeantChoice::of(before.1);
    let before = StoredValue::new(before);
    let save = move |()| {
        let cells = typed.with_value(|typed| typed.iter().map(|text| text.get_untracked()).collect::<Vec<_>>());
        match Entry::read(register, &cells) {
            Err(refused) => {
                let error = |one: Refused| FieldError::new(field_id(one.column), wrong(register, one));
                errors.set(refused.into_iter().map(error).collect());
            }
            Ok(Entry::Consultation(_)) if !meant.problems().is_empty() => errors.set(meant.problems()),
            Ok(entry) => match write.run(before.with_value(|before| meaning(entry, meant, before))) {
                Ok(notice) => app.go_with(Place::Registers(Within::One(register)), notice),
                Err(words) => errors.set(vec![FieldError::new(field_id(0), words)]),
            },
        }
    };
    let back = app.href(Place::Registers(Within::One(register)));
    let cancel = back.clone();
    let fields = typed.with_value(|typed| typed.iter().copied().enumerate().collect::<Vec<_>>());
    let fields =
        fields.into_iter().map(|(column, text)| field_view(register, column, text, meant, errors)).collect_view();
    let back_text = format!("Back to {}", register_title(register).to_lowercase());
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text=back_text.clone() /> }>
            <PageHeading caption>{title}</PageHeading>
            <ErrorSummary errors />
            <Form on_submit=save>
                {fields}
                <ButtonGroup>
                    <Button submit=true>"Save"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
}

fn field_id(column: usize) -> &'static str {
    FIELDS.get(column).copied().unwrap_or_default()
}

/// The date of an entry as it stands and how it is meant.
fn when(entry: Option<&Entry>) -> (String, Option<Meant>) {
    match entry {
        Some(Entry::Consultation(line)) => (line.when.clone(), line.meant),
        _ => (String::new(), None),
    }
}

/// An entry with how its date is meant, if it has one.
fn meaning(entry: Entry, meant: MeantChoice, (words, before): &(String, Option<Meant>)) -> Entry {
    match entry {
        Entry::Consultation(line) => {
            let meant = meant.for_words(&line.when, (words, *before));
            Entry::Consultation(Consultation { meant, ..line })
        }
        other => other,
    }
}

fn field_view(
    register: Register,
    column: usize,
    text: RwSignal<String>,
    meant: MeantChoice,
    errors: RwSignal<Vec<FieldError>>,
) -> AnyView {
    let id = field_id(column);
    let (label, hint, shape) = field(register, column);
    let error = error_at(errors, id);
    match shape {
        Shape::Line => {
            view! { <Input id label hint error value=text on_change=move |words| text.set(words) /> }.into_any()
        }
        Shape::Lines => {
            view! { <Textarea id label hint error rows=3 value=text on_change=move |words| text.set(words) /> }
                .into_any()
        }
        Shape::Due => view! {
            <DueField id label hint error value=text period=None />
            <Details summary="If the date is understood wrongly">
                <MeantFields choice=meant errors />
            </Details>
        }
        .into_any(),
        Shape::Day => {
            let value = Signal::derive(move || text.with(|text| text.parse::<NaiveDate>().ok()));
            let change = move |day: Option<NaiveDate>| text.set(day.map(|day| day.to_string()).unwrap_or_default());
            view! { <DateInput id label hint error value on_change=change /> }.into_any()
        }
    }
}

#[component]
fn NotHere(register: Register) -> impl IntoView {
    view! {
        <Page>
            <Missing
                heading="This entry is not here"
                why=REMOVED
                to=Place::Registers(Within::One(register))
                go="Go to the register"
            />
        </Page>
    }
}
