//! One entry that was changed in two places at once, its versions side by side: a person keeps one, or chooses field by field.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::action_facts::framework;
use crate::domain::choice::Field;
use crate::domain::ids::RecordId;
use crate::domain::record::{Body, Kind};
use crate::reports::versions::{Row, Undecided, part_name, undecided};
use crate::state::{App, Notice};
use crate::ui::{
    Button, ButtonGroup, ButtonKind, Choice, Details, ErrorSummary, FieldError, Form, Head, Radios, RowHeader,
    SummaryList, SummaryRow, Table, TableCell, TableRow, error_at, focus_heading,
};

/// The versions of an entry and the choice between them; nothing while the entry is decided.
#[component]
pub(super) fn ChooseVersion(
    /// The record.
    #[prop(into)]
    record: RecordId,
    /// Whether it stands in the list of all such entries, away from the page that shows the entry itself.
    #[prop(optional)]
    listed: bool,
) -> impl IntoView {
    let app = App::get();
    let entry = Memo::new(move |_| app.read(|open| undecided(open, record, framework)).flatten());
    move || entry.get().map(|entry| view! { <Versions entry listed /> })
}

#[component]
fn Versions(entry: Undecided, listed: bool) -> impl IntoView {
    let app = App::get();
    let heading = if listed { entry.name.clone() } else { heading(&entry) };
    let (id, name, has_edits) = (entry.id, entry.name.clone(), has_edits(&entry));
    let buttons = entry.versions.iter().zip(1_usize..).map(|(body, number)| {
        let (body, name) = (body.clone(), format!(": {name}"));
        let words = match (body.is_deleted(), has_edits) {
            (true, _) => "Keep it deleted".to_owned(),
            (false, true) => format!("Keep version {number}"),
            (false, false) => "Keep it with these changes".to_owned(),
        };
        let done = if body.is_deleted() { "It stays deleted." } else { "The version that you chose stands." };
        view! {
            <Button kind=ButtonKind::Secondary on_press=move |()| keep(app, id, body.clone(), done)>
                {words}
                <span class="govuk-visually-hidden">{name.clone()}</span>
            </Button>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <section class="app-choose" class=("app-choose--here", !listed)>
            <h2 class="govuk-heading-m">{heading}</h2>
            <p class="govuk-body">{explained(&entry, listed)}</p>
            {if has_edits { side_by_side(&entry) } else { ().into_any() }}
            {(listed && !has_edits).then(|| alike(&entry))}
            <ButtonGroup>{buttons}</ButtonGroup>
            {(!entry.asked().is_empty()).then(|| view! { <ByField entry=entry.clone() /> })}
            {(listed && has_edits && entry.alike().next().is_some()).then(|| {
                let alike = alike(&entry);
                view! { <Details summary="What is the same">{alike}</Details> }
            })}
        </section>
    }
}

/// What the entry is called where it is shown anyway.
fn heading(entry: &Undecided) -> String {
    let places = if entry.versions.len() == 2 { "two" } else { "several" };
    let what = match (&entry.kind, entry.versions.first()) {
        (Kind::Area, _) => "This area was",
        (Kind::Round, _) => "This round was",
        (Kind::Design, _) => "This survey design was",
        (Kind::DesignStatement, _) => "This statement was",
        (Kind::Plan, _) => "This plan was",
        (Kind::PlanItem, _) => "This action was",
        (_, Some(Body::ReportText(words))) => &format!("{}:", part_name(&words.part)),
        _ => &format!("{}:", entry.name),
    };
    if has_edits(entry) {
        format!("{what} changed in {places} places at once")
    } else {
        format!("{what} deleted in one place and changed in another")
    }
}

/// What happened and what stands for now.
fn explained(entry: &Undecided, listed: bool) -> &'static str {
    let deleted = entry.versions.iter().any(Body::is_deleted);
    match (deleted, has_edits(entry), listed) {
        (true, false, true) => "It was deleted in one place and changed in another. With the changes it reads:",
        (true, false, false) => "With the changes it reads as this page shows it. It stays here until you choose.",
        (true, true, _) => "It was also deleted in one place. Until you choose, all is kept and version 1 is shown.",
        (false, ..) => "Until you choose, all is kept and version 1 is shown.",
    }
}

/// Whether it was changed in more than one way, whatever else became of it.
fn has_edits(entry: &Undecided) -> bool {
    entry.versions.iter().filter(|body| !body.is_deleted()).count() > 1
}

/// What reads differently, a column a version.
fn side_by_side(entry: &Undecided) -> AnyView {
    if entry.differing().next().is_none() {
        return view! {
            <p class="govuk-body">"The versions read alike. They differ in something that is not shown here."</p>
        }
        .into_any();
    }
    let numbers = entry.versions.iter().filter(|body| !body.is_deleted()).zip(1_usize..);
    let heads = numbers.map(|(_, number)| Head::text(format!("Version {number}")));
    let heads = std::iter::once(Head::text("What differs")).chain(heads);
    let rows = entry.differing().map(|row| {
        let cell = |value: &String| {
            let value = value.clone();
            view! { <TableCell>{value}</TableCell> }
        };
        let (name, values) = (row.name, row.values.iter().map(cell).collect_view());
        view! {
            <TableRow>
                <RowHeader>{name}</RowHeader>
                {values}
            </TableRow>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=format!("What differs: {}", entry.name) caption_hidden=true head=heads.collect()>
            {rows}
        </Table>
    }
    .into_any()
}

/// What reads alike in all versions.
fn alike(entry: &Undecided) -> impl IntoView + use<> {
    let row = |row: &Row| {
        let value = row.values.first().cloned();
        view! { <SummaryRow name=row.name>{value}</SummaryRow> }
    };
    let rows = entry.alike().map(row).collect_view();
    view! { <SummaryList>{rows}</SummaryList> }
}

/// The choice of a version for each field that differs, behind a link.
#[component]
fn ByField(entry: Undecided) -> impl IntoView {
    let app = App::get();
    let picks = RwSignal::new(BTreeMap::<Field, usize>::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let id = entry.id;
    let field_id = move |number: usize| format!("choice-{id}-{number}");
    let questions = entry.asked().into_iter().zip(1_usize..).map(|((field, row), number)| {
        let choices = row.values.iter().enumerate().zip(1_usize..);
        let choice = |((at, value), version): ((usize, &String), usize)| {
            Choice::new(at, value).with_hint(format!("Version {version}"))
        };
        let choices = choices.map(choice).collect::<Vec<_>>();
        view! {
            <Radios
                id=field_id(number)
                legend=row.name
                error=error_at(errors, field_id(number))
                choices
                value=Signal::derive(move || picks.with(|picks| picks.get(&field).copied()))
                on_choose=move |at| picks.update(|picks| picks.extend([(field, at)]))
            />
        }
    });
    let questions = questions.collect_view();
    let save = move |()| {
        let picks = picks.get_untracked();
        let missing = entry.asked().into_iter().zip(1_usize..).filter(|((field, _), _)| !picks.contains_key(field));
        let missing = missing.map(|((_, row), number)| {
            FieldError::new(field_id(number), format!("Choose a version for \u{201c}{}\u{201d}", row.name))
        });
        let missing: Vec<_> = missing.collect();
        match entry.compose(&picks).filter(|_| missing.is_empty()) {
            Some(body) => keep(app, id, body, "What you chose field by field stands."),
            None => errors.set(missing),
        }
    };
    view! {
        <Details summary="Choose field by field">
            <ErrorSummary errors />
            <Form on_submit=save>
                <div class="app-choose__fields">{questions}</div>
                <Button submit=true kind=ButtonKind::Secondary>"Keep what I chose"</Button>
            </Form>
        </Details>
    }
}

/// Lets a body stand in the place of all versions.
fn keep(app: App, id: RecordId, chosen: Body, done: &'static str) {
    match app.edit(|open| open.settle_conflict(id, chosen)) {
        Ok(edit) => app.say(Notice::done(done, &edit)),
        Err(_) => app.say(Notice::said("This entry is no longer here. Nothing was changed.")),
    }
    focus_heading();
}
