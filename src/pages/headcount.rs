//! The headcount: how many people work in each sector and staff group, as of a day, and those that were entered before.

mod fields;

use leptos::prelude::*;

use self::fields::{Fields, Grid};
use crate::browser::ids;
use crate::domain::area::Area;
use crate::domain::headcount::Among;
use crate::domain::ids::RecordId;
use crate::domain::workspace::Workspace;
use crate::reports::headcount::NOT_KNOWN;
use crate::reports::words;
use crate::route::Page as Place;
use crate::route::registers::Place as Within;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonKind, DateInput, ErrorSummary, FieldError, Form, Head, Input, Page, PageHeading, PageWidth,
    RowHeader, Table, TableCell, TableRow, error_at, focus_heading,
};

/// The page.
#[component]
pub fn Headcount() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().cloned()).flatten().unwrap_or_else(|| Area::named(""));
    let stands = app.read_now(|open| open.headcounts().first().map(|(_, latest)| (*latest).clone())).flatten();
    let fields = StoredValue::new(Fields::of(&area, stands.as_ref(), app.today()));
    let (on, source) = fields.with_value(|fields| (fields.on, fields.source));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let (name, known) = (area.name.clone(), area.clone());
    let save = move |()| match fields.with_value(|fields| fields.read(&known, app.now())) {
        Err(wrong) => errors.set(wrong),
        Ok(headcount) => {
            errors.set(Vec::new());
            let day = words::day(headcount.on);
            match app.edit(|open| Ok(open.add_headcount(RecordId(ids::new_uuid()), headcount))) {
                Ok(edit) => app.say(Notice::done(format!("The headcount as of {day} was saved."), &edit)),
                Err(_) => app.say(Notice::said("The area is no longer here. Nothing was saved.")),
            }
            focus_heading();
        }
    };
    let begun = stands.map(|latest| format!("The fields begin with the headcount as of {}.", words::day(latest.on)));
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=app.href(Place::Registers(Within::All)) text="Back to registers" /> }
        >
            <PageHeading caption=name>"Headcount"</PageHeading>
            <div class="govuk-grid-row">
                <div class="govuk-grid-column-two-thirds">
                    <p class="govuk-body">
                        "How many people work where. Response rates are taken of it, and who is under-represented is told by it once every sector is known."
                    </p>
                    <p class="govuk-body">
                        "An open round is measured by the latest headcount. A closed round keeps that of the day of its closing, or of the last day before it, so enter a new headcount with its own day rather than changing an old one."
                    </p>
                </div>
            </div>
            <ErrorSummary errors />
            <Form on_submit=save>
                <DateInput
                    id=fields::DAY
                    label="As of which day?"
                    error=error_at(errors, fields::DAY)
                    value=on
                    on_change=move |day| on.set(day)
                />
                <p class="govuk-body">
                    "Leave a field empty where the number is not known; 0 is nobody. What you leave empty is added up where all its parts are known. "
                    {begun}
                </p>
                <Grid area=area fields errors />
                <Input
                    id="headcount-source"
                    label="Where do the numbers come from? (optional)"
                    hint="Such as \u{2018}Payroll, and what partners told us\u{2019}."
                    value=source
                    on_change=move |words| source.set(words)
                />
                <Button submit=true>"Save the headcount"</Button>
            </Form>
            <Entered />
        </Page>
    }
}

/// What was entered before.
#[component]
fn Entered() -> impl IntoView {
    let app = App::get();
    let read = |open: &Workspace| {
        let area = open.area().cloned().unwrap_or_else(|| Area::named(""));
        let row = |(id, one): (RecordId, &crate::domain::headcount::Headcount)| {
            let everybody = one.of(&Among::everybody(), &area);
            let everybody = everybody.map_or_else(|| NOT_KNOWN.to_owned(), |people| people.to_string());
            (id, words::day(one.on), everybody, one.source.clone())
        };
        open.headcounts().into_iter().map(row).collect::<Vec<_>>()
    };
    let all = Memo::new(move |_| app.read(read).unwrap_or_default());
    let row = move |(id, day, everybody, source): (RecordId, String, String, String)| {
        let spoken = format!(" the headcount as of {day}");
        let done = format!("The headcount as of {day} was removed.");
        let remove = move |()| {
            match app.edit(|open| open.remove_headcount(id)) {
                Ok(edit) => app.say(Notice::done(done.clone(), &edit)),
                Err(_) => app.say(Notice::said("It was removed already. Nothing was changed.")),
            }
            focus_heading();
        };
        view! {
            <TableRow>
                <RowHeader>{day}</RowHeader>
                <TableCell numeric=true>{everybody}</TableCell>
                <TableCell>{source}</TableCell>
                <TableCell>
                    <span class="app-no-print">
                        <Button kind=ButtonKind::Link on_press=remove>
                            "Remove"
                            <span class="govuk-visually-hidden">{spoken}</span>
                        </Button>
                    </span>
                </TableCell>
            </TableRow>
        }
    };
    move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let head = vec![
                Head::text("As of"),
                Head::number("Everybody"),
                Head::text("Where the numbers come from"),
                Head::text("Actions"),
            ];
            view! {
                <h2 class="govuk-heading-m">"Headcounts entered so far"</h2>
                <Table caption="Headcounts entered so far" caption_hidden=true head>
                    {all.into_iter().map(row).collect_view()}
                </Table>
            }
        })
    }
}
