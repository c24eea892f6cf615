//! One register as a table, with what can be done with each entry.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::said::{about, one, register_title};
use super::taking::TakeAlong;
use crate::domain::design::Towards;
use crate::domain::due::Due;
use crate::domain::glossary::{BuiltIn, Glossary, Line, Whose, term_record};
use crate::domain::ids::EntryId;
use crate::domain::registers::{Consultation, Entry, Register, Term};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::exchange::builtin;
use crate::reports::{due, words};
use crate::route::Page as Place;
use crate::route::registers::Place as Within;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonKind, ButtonLink, Head, MoveButtons, Page, PageHeading, PageWidth, RowHeader, Table,
    TableCell, TableRow, focus_heading,
};

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    id: EntryId,
    name: String,
    /// What stands in each cell, and beneath it in smaller letters; empty for nothing.
    cells: Vec<(String, String)>,
    /// Whether it stands first, and whether it stands last.
    ends: (bool, bool),
    /// Of a term, whose words it has and whether it is hidden; `None` of any other entry.
    term: Option<(Whose, bool)>,
}

/// One register.
#[component]
pub(super) fn OneRegister(register: Register) -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let glossary = StoredValue::new(builtin::glossary().ok());
    let rows = Memo::new(move |_| {
        let read = |open: &Workspace| glossary.with_value(|known| rows(open, register, known.as_ref(), app.today()));
        app.read(read).unwrap_or_default()
    });
    let title = register_title(register);
    let add = format!("Add {}", one(register));
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=app.href(Place::Registers(Within::All)) text="Back to registers" /> }
        >
            <PageHeading caption=area>{title}</PageHeading>
            <p class="govuk-body">{about(register)}</p>
            <div class="app-no-print">
                <ButtonLink href=app.href(Place::Registers(Within::New(register)))>{add}</ButtonLink>
                <p class="govuk-body">
                    <a class="govuk-link" href=app.href(Place::Registers(Within::Bring(register)))>
                        "Bring in a table from Word, Excel or a CSV file"
                    </a>
                </p>
            </div>
            {move || {
                let rows = rows.get();
                if rows.is_empty() {
                    return view! { <p class="govuk-body">"Nothing is in this register yet."</p> }.into_any();
                }
                view! {
                    <Table caption=title caption_hidden=true head=heads(register)>
                        {rows.into_iter().map(|row| row_view(app, register, row, glossary)).collect_view()}
                    </Table>
                    <TakeAlong register />
                }
                .into_any()
            }}
            {(register == Register::Glossary).then(|| glossary.with_value(|known| known.as_ref().map(|known| {
                view! { <p class="app-source">{known.source.clone()}</p> }
            })))}
        </Page>
    }
}

fn heads(register: Register) -> Vec<Head> {
    let mut heads: Vec<Head> = match register {
        Register::Glossary => ["Term", "Meaning", "Whose words"].map(Head::text).to_vec(),
        // Beside each other on one line they are read most easily.
        Register::Contacts => ["Role", "Organisation", "What for", "Telephone and email"].map(Head::text).to_vec(),
        _ => register.columns().iter().map(|column| Head::text(*column)).collect(),
    };
    heads.push(Head::text("Actions"));
    heads
}

/// The rows of a register.
fn rows(open: &Workspace, register: Register, glossary: Option<&Glossary>, today: NaiveDate) -> Vec<Row> {
    if register == Register::Glossary {
        let lines = glossary.map(|known| open.terms(known)).unwrap_or_default();
        return lines.into_iter().map(|line| term_row(line, glossary)).collect();
    }
    let entries = open.register(register);
    let last = entries.len().saturating_sub(1);
    let row = |(at, (id, entry)): (usize, (EntryId, &Entry))| Row {
        id,
        name: entry.name().to_owned(),
        cells: cells(entry, today),
        ends: (at == 0, at == last),
        term: None,
    };
    entries.into_iter().enumerate().map(row).collect()
}

fn term_row(line: Line, glossary: Option<&Glossary>) -> Row {
    let Line { record, word, whose, is_hidden } = line;
    let also = if word.also.is_empty() { String::new() } else { format!("Also: {}", word.also.join(", ")) };
    let used = glossary.and_then(|known| known.terms.iter().find(|term| term_record(&term.id) == record));
    let used = used.map(|term| term.used_in.join("; ")).filter(|used| !used.is_empty());
    let used = used.map(|used| format!("In: {used}")).unwrap_or_default();
    let of = match (whose, is_hidden) {
        (_, true) => "Hidden",
        (Whose::BuiltIn, false) => "Rainbow\u{2019}s",
        (Whose::Changed, false) => "Ours, in place of Rainbow\u{2019}s",
        (Whose::Own, false) => "Ours",
    };
    Row {
        id: record.into(),
        name: word.term.clone(),
        cells: vec![(word.term, also), (word.meaning, String::new()), (of.to_owned(), used)],
        ends: (false, false),
        term: Some((whose, is_hidden)),
    }
}

/// The cells of an entry, with what its dates mean.
fn cells(entry: &Entry, today: NaiveDate) -> Vec<(String, String)> {
    let plain = |text: &str| (text.to_owned(), String::new());
    match entry {
        Entry::Consultation(Consultation { when, meant, who, what, done, .. }) => {
            let read = Due::of(when, *meant, None);
            let state = match done {
                Some(day) => words::day(*day),
                None if read.is_past(today) => "Not done; the date has passed".to_owned(),
                None => "Not done yet".to_owned(),
            };
            vec![(when.clone(), due::in_short(when, read)), plain(who), plain(what), plain(&state)]
        }
        Entry::Contact(contact) => vec![
            plain(&contact.role),
            plain(&contact.organisation),
            plain(&contact.about),
            (contact.phone.clone(), contact.email.clone()),
        ],
        entry => entry.cells().iter().map(|cell| plain(cell)).collect(),
    }
}

fn row_view(app: App, register: Register, row: Row, glossary: StoredValue<Option<Glossary>>) -> impl IntoView {
    let Row { id, name, cells, ends: (is_first, is_last), term } = row;
    // The column that names a row is the first one, but of the schedule what happens does.
    let names = if register == Register::Consultations { 2 } else { 0 };
    let cell = move |(at, (text, more)): (usize, (String, String))| {
        let inside = view! {
            <span class="app-as-written">{text}</span>
            {(!more.is_empty()).then(|| view! { <span class="app-plan__more">{more}</span> })}
        };
        if at == names {
            view! { <RowHeader>{inside}</RowHeader> }.into_any()
        } else {
            view! { <TableCell>{inside}</TableCell> }.into_any()
        }
    };
    let spoken = format!(" {name}");
    let actions = match term {
        Some((whose, is_hidden)) => term_actions(app, id, &name, (whose, is_hidden), glossary),
        None => {
            let shift =
                move |towards| tell(app, app.edit(|open| open.move_entry(id, towards)), "The order was changed.");
            view! {
                <MoveButtons
                    id=format!("entry-{id}")
                    what=name.clone()
                    is_first
                    is_last
                    on_up=move |()| shift(Towards::Up)
                    on_down=move |()| shift(Towards::Down)
                />
                {removing(app, id, &name)}
            }
            .into_any()
        }
    };
    view! {
        <TableRow>
            {cells.into_iter().enumerate().map(cell).collect_view()}
            <TableCell>
                <div class="app-register__actions app-no-print">
                    <a class="govuk-link" href=app.href(Place::Registers(Within::Change(register, id)))>
                        "Change"
                        <span class="govuk-visually-hidden">{spoken}</span>
                    </a>
                    {actions}
                </div>
            </TableCell>
        </TableRow>
    }
}

/// What can be done with a term: one of Rainbow's is hidden and never removed.
fn term_actions(
    app: App,
    id: EntryId,
    name: &str,
    (whose, is_hidden): (Whose, bool),
    glossary: StoredValue<Option<Glossary>>,
) -> AnyView {
    if whose == Whose::Own {
        return removing(app, id, name);
    }
    let (words, done) = if is_hidden {
        ("Show again", format!("\u{201c}{name}\u{201d} is in the glossary again."))
    } else {
        ("Hide", format!("\u{201c}{name}\u{201d} was hidden. It is explained nowhere."))
    };
    let turn = move |()| {
        let known = glossary.with_value(|known| built_in(known.as_ref()?, id).cloned());
        let Some(known) = known else { return };
        let word = app.read_now(|open| match open.entry(id) {
            Some(Entry::Term(own)) => own.word.clone(),
            _ => known.word.clone(),
        });
        let own = Term { replaces: None, word: word.unwrap_or_default(), is_hidden: !is_hidden, rest: Rest::new() };
        tell(app, app.edit(|open| Ok(open.set_built_in(&known, own))), &done);
        focus_heading();
    };
    let back = move |()| {
        tell(app, app.edit(|open| open.remove_entry(id)), "Rainbow\u{2019}s words stand again.");
        focus_heading();
    };
    let spoken = format!(" {name}");
    let of = format!(" for {name}");
    view! {
        <Button kind=ButtonKind::Link on_press=turn>
            {words}
            <span class="govuk-visually-hidden">{spoken}</span>
        </Button>
        {(whose == Whose::Changed && !is_hidden).then(|| view! {
            <Button kind=ButtonKind::Link on_press=back>
                "Use Rainbow\u{2019}s words"
                <span class="govuk-visually-hidden">{of}</span>
            </Button>
        })}
    }
    .into_any()
}

/// The term that Rainbow brings along and whose record this is.
pub(super) fn built_in(glossary: &Glossary, id: EntryId) -> Option<&BuiltIn> {
    glossary.terms.iter().find(|term| EntryId::from(term_record(&term.id)) == id)
}

fn removing(app: App, id: EntryId, name: &str) -> AnyView {
    let (spoken, done) = (format!(" {name}"), format!("\u{201c}{name}\u{201d} was removed."));
    let remove = move |()| {
        tell(app, app.edit(|open| open.remove_entry(id)), &done);
        focus_heading();
    };
    view! {
        <Button kind=ButtonKind::Link on_press=remove>
            "Remove"
            <span class="govuk-visually-hidden">{spoken}</span>
        </Button>
    }
    .into_any()
}

fn tell(app: App, made: Result<Edit, EditError>, done: &str) {
    match made {
        Ok(edit) if edit.is_empty() => app.say(Notice::said("Nothing was changed.")),
        Ok(edit) => app.say(Notice::done(done, &edit)),
        Err(_) => app.say(Notice::said("It is no longer here. Nothing was changed.")),
    }
}
