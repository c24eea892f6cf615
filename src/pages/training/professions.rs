//! The professions of the training map, and calling one of them otherwise in all events and gaps at once.

use leptos::prelude::*;

use super::{area_name, laid_out};
use crate::analysis::training::{TrainingFilter, TrainingSheet};
use crate::domain::training::Professions;
use crate::route::Page as Target;
use crate::route::training::Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, Choice, ErrorSummary, FieldError, Form, Head, Input, Page, PageHeading, RowHeader, Select, Table,
    TableCell, TableRow, error_at, focus_heading,
};

const WHICH: &str = "profession";
const NAME: &str = "profession-name";

/// The professions.
#[component]
pub(super) fn RenameProfession() -> impl IntoView {
    let app = App::get();
    let sheet = laid_out(app);
    let which = RwSignal::new(None::<String>);
    let name = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let counted = Memo::new(move |_| sheet.with(counts));
    let choices = Memo::new(move |_| {
        let named = sheet.with(|sheet| sheet.professions.clone());
        named.into_iter().map(|one| Choice::new(one.key, one.name)).collect::<Vec<_>>()
    });
    let rename = move |()| {
        let wanted = name.with_untracked(|name| name.trim().to_owned());
        let mut wrong = Vec::new();
        let from = which.get_untracked();
        if from.is_none() {
            wrong.push(FieldError::new(WHICH, "Choose a profession"));
        }
        if Professions::read(&wanted).iter().count() != 1 {
            wrong.push(FieldError::new(NAME, "Enter one name, without commas and semicolons"));
        }
        let Some(from) = from.filter(|_| wrong.is_empty()) else {
            errors.set(wrong);
            return;
        };
        match app.edit(|open| open.rename_profession(&from, &wanted)) {
            Ok(edit) if edit.is_empty() => app.say(Notice::said("No event and no gap names it. Nothing was changed.")),
            Ok(edit) => {
                app.say(Notice::done(format!("It is called {wanted} now, in all events and gaps."), &edit));
            }
            Err(_) => app.say(Notice::said("Nothing was changed.")),
        }
        errors.set(Vec::new());
        which.set(None);
        name.set(String::new());
        focus_heading();
    };
    let back = app.href(Target::Training(Place::Map));
    let row = |(name, events): (String, usize)| {
        view! {
            <TableRow>
                <RowHeader>{name}</RowHeader>
                <TableCell numeric=true>{events}</TableCell>
            </TableRow>
        }
    };
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the training map" /> }>
            <PageHeading caption=area_name(app)>"Professions"</PageHeading>
            <p class="govuk-body">
                "Capital letters make no difference, but \u{201c}Health visitor\u{201d} and \u{201c}Health visitors\u{201d} are two professions until you give both one name. It is changed in all events and gaps at once, and can be undone."
            </p>
            <ErrorSummary errors />
            <Form on_submit=rename>
                {move || view! {
                    <Select
                        id=WHICH
                        label="Which profession?"
                        blank="Choose a profession"
                        error=error_at(errors, WHICH)
                        choices=choices.get()
                        value=which
                        on_choose=move |chosen| which.set(chosen)
                    />
                }}
                <Input
                    id=NAME
                    label="New name"
                    hint="If another profession has this name, the two become one."
                    error=error_at(errors, NAME)
                    value=name
                    on_change=move |words| name.set(words)
                />
                <Button submit=true>"Rename"</Button>
            </Form>
            <Table
                caption="Professions and the events for them"
                head=vec![Head::text("Profession"), Head::number("Events")]
            >
                {move || counted.get().into_iter().map(row).collect_view()}
            </Table>
        </Page>
    }
}

/// Each profession with how many events target it.
fn counts(sheet: &TrainingSheet) -> Vec<(String, usize)> {
    let rows = sheet.matrix(&TrainingFilter::default()).rows.into_iter();
    rows.map(|row| (sheet.profession(row.profession).to_owned(), row.events)).collect()
}
