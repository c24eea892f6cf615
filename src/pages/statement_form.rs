//! Adding a statement to a survey design, and changing one: where it was handed out before, what the change means is asked.

mod fields;

use leptos::prelude::*;

use self::fields::{Fields, MEANING, StatementFields, TEXT};
use super::choose_version::ChooseVersion;
use super::designed::{self, DesignNotHere};
use crate::browser::ids;
use crate::domain::area::StaffGroup;
use crate::domain::framework::Framework;
use crate::domain::ids::{DesignId, DesignStatementId, StatementId, ThemeId};
use crate::domain::survey::Statement;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, Choice, ErrorSummary, FieldError, Form, Inset, Page, PageHeading, Radios, error_at,
};

/// What is said when another tab changed the statement since it was loaded.
const STALE: &str = "This statement was changed in another tab while you were typing. Your words are still here. Save again to replace what the other tab wrote";

/// What a change of a statement means for those who compare answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Corrects,
    AsksElse,
}

/// What the form has to know of the design.
struct Around {
    title: String,
    framework: Framework,
    groups: Vec<StaffGroup>,
}

impl Around {
    /// The design with the framework's parts that it covers, and with these of a statement that stands in it.
    fn of(open: &Workspace, id: DesignId, stands: Option<&Statement>) -> Option<Self> {
        let (design, mut framework) = (open.design(id)?, designed::framework(open, id)?);
        let own = |theme: &ThemeId| stands.is_some_and(|stands| stands.theme == *theme);
        framework.themes.retain(|theme| design.themes.contains(&theme.id) || own(&theme.id));
        framework.practices.retain(|practice| {
            design.practices.contains(&practice.id)
                || stands.is_some_and(|stands| stands.practice.as_ref() == Some(&practice.id))
        });
        Some(Self { title: design.title.clone(), framework, groups: open.area()?.staff_groups.clone() })
    }
}

/// Adding a statement.
#[component]
pub fn NewStatement(
    /// The design.
    design: DesignId,
    /// The arc that it is for, if it was begun from one.
    theme: Option<ThemeId>,
) -> impl IntoView {
    let app = App::get();
    let Some(around) = app.read_now(|open| Around::of(open, design, None)).flatten() else {
        return view! { <DesignNotHere /> }.into_any();
    };
    let Around { title, framework, groups } = around;
    let fields = Fields::new(None, theme);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    // The record is made with the form, so that handing it in twice in a row still adds one statement.
    let record = DesignStatementId(ids::new_uuid());
    let save = move |()| {
        let statement = match fields.statement(|theme| StatementId::of_new(theme, record)) {
            Ok(statement) => statement,
            Err(wrong) => {
                errors.set(wrong);
                return;
            }
        };
        match app.edit(|open| open.add_statement(design, record, statement)) {
            Ok(edit) if edit.is_empty() => {}
            Ok(edit) => app.go_with(Place::Design(design), Notice::done("The statement was added.", &edit)),
            Err(_) => errors.set(vec![gone()]),
        }
    };
    let cancel = app.href(Place::Design(design));
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Design(design)) text="Back to the survey design" /> }>
            <PageHeading caption=title>"Add a statement"</PageHeading>
            <ErrorSummary errors />
            <Form on_submit=save>
                <StatementFields fields framework groups errors />
                <ButtonGroup>
                    <Button submit=true>"Add the statement"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

/// Changing a statement.
#[component]
pub fn ChangeStatement(
    /// The statement as it stands in its design.
    record: DesignStatementId,
) -> impl IntoView {
    let app = App::get();
    let found = app.read_now(|open| {
        let one = open.design_statement(record)?;
        let around = Around::of(open, one.design, Some(&one.statement))?;
        Some((one.design, one.statement.clone(), around, is_known(open, &one.statement.id)))
    });
    let Some((design, stands, around, is_known)) = found.flatten() else {
        return view! { <DesignNotHere /> }.into_any();
    };
    let Around { title, framework, groups } = around;
    let fields = Fields::new(Some(&stands), None);
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let meaning = RwSignal::new(None::<Meaning>);
    let new = DesignStatementId(ids::new_uuid());
    let id = stands.id.clone();
    let seen = StoredValue::new(stands);
    let save = move |()| {
        let words = match fields.statement(|_| id.clone()) {
            Ok(words) => words,
            Err(wrong) => {
                errors.set(wrong);
                return;
            }
        };
        let there = app.read_now(|open| open.design_statement(record).map(|one| one.statement.clone())).flatten();
        let Some(there) = there else {
            errors.set(vec![gone()]);
            return;
        };
        if seen.with_value(|seen| *seen != there) {
            seen.set_value(there);
            errors.set(vec![FieldError::new(TEXT, STALE)]);
            return;
        }
        let asks_just_as = words.asks_just_as(&there);
        let means = meaning.get_untracked();
        if is_known && !asks_just_as && means.is_none() {
            let words = "Choose whether your change corrects the wording or asks something else";
            errors.set(vec![FieldError::new(MEANING, words)]);
            return;
        }
        let asks_else = !asks_just_as && means == Some(Meaning::AsksElse);
        let made = app.edit(|open| {
            if asks_else { open.replace_statement(record, new, words) } else { open.correct_statement(record, words) }
        });
        let done = if asks_else {
            "The old statement was retired, and the new one stands in its place."
        } else {
            "The statement was changed."
        };
        match made {
            Ok(edit) if edit.is_empty() => app.go_with(Place::Design(design), Notice::said("Nothing was changed.")),
            Ok(edit) => app.go_with(Place::Design(design), Notice::done(done, &edit)),
            Err(_) => errors.set(vec![gone()]),
        }
    };
    let cancel = app.href(Place::Design(design));
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Design(design)) text="Back to the survey design" /> }>
            <PageHeading caption=title>"Change the statement"</PageHeading>
            <ChooseVersion record />
            <ErrorSummary errors />
            <Form on_submit=save>
                <StatementFields fields framework groups errors />
                {is_known.then(|| meaning_field(meaning, errors))}
                <ButtonGroup>
                    <Button submit=true>"Save the statement"</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
    .into_any()
}

/// Whether answers to a statement may have been given: it was handed out here, or stands in the standard questionnaire.
fn is_known(open: &Workspace, id: &StatementId) -> bool {
    let standard = || builtin::questionnaire().is_ok_and(|asked| asked.statements.iter().any(|one| one.id == *id));
    open.was_handed_out(id) || standard()
}

/// The question what the change means.
fn meaning_field(meaning: RwSignal<Option<Meaning>>, errors: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let corrects = Choice::new(Meaning::Corrects, "It corrects the wording")
        .with_hint("It asks the same as before, so answers from earlier rounds are compared with new ones.");
    let asks_else = Choice::new(Meaning::AsksElse, "It asks something else")
        .with_hint("The old statement is retired, and this one begins anew, without anything to compare it with.");
    view! {
        <Inset>
            "This statement may have been answered before. If you changed the statement, its two ends or where it belongs, say what your change does."
        </Inset>
        <Radios
            id=MEANING
            legend="What does your change do?"
            error=error_at(errors, MEANING)
            choices=vec![corrects, asks_else]
            value=meaning
            on_choose=move |chosen| meaning.set(Some(chosen))
        />
    }
}

fn gone() -> FieldError {
    FieldError::new(
        TEXT,
        "The statement could not be saved, because it or its design is no longer here. Copy your words before you leave this page",
    )
}
