//! The region: the area's own figures beside how those of other areas spread, the files that these came in, and making one
//! of one's own. Printed, it is the sheet that lists the evidence.

mod give;

use leptos::prelude::*;

use self::give::Give;
use super::data_table::DataTable;
use super::incoming::Incoming;
use crate::analysis::region::{Region as Within, latest_shared};
use crate::browser::print::print;
use crate::charts::Strips;
use crate::domain::ids::RecordId;
use crate::domain::workspace::Workspace;
use crate::exchange::taking::framework_of;
use crate::reports::document::Table as TableData;
use crate::reports::region::{needed, strips, table};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonKind, Details, Figure, FileUpload, Head, Inset, Page, PageHeading, RowHeader, StripPicture,
    Table, TableCell, TableRow,
};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    area: String,
    /// Where the area's own figures are from; `None` while none may be shared.
    from: Option<String>,
    /// How many more files are needed before there is a spread.
    needed: Option<String>,
    picture: Strips,
    table: TableData,
    files: Vec<Line>,
}

/// A benchmark that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    id: RecordId,
    /// The month of its round, and what it is told by where two are of one month.
    month: String,
    region: String,
    responses: u32,
    permission: String,
    /// Why it is not among the figures above; empty if it is.
    apart: &'static str,
}

impl Seen {
    fn of(open: &Workspace) -> Option<Self> {
        let framework = framework_of(open).ok()?;
        let within = Within::of(open, &framework);
        let from = latest_shared(open).and_then(|(id, figures)| {
            let responses = words::count(figures.responses, "response", "responses");
            Some(format!("Your area\u{2019}s figures are from \u{201c}{}\u{201d}: {responses}.", open.round(id)?.title))
        });
        let line = |(id, one): (RecordId, &crate::domain::benchmark::Benchmark)| Line {
            id,
            month: one.month.format("%B %Y").to_string(),
            region: one.region.clone(),
            responses: one.responses,
            permission: format!("{}, {}", one.permission.by, words::day(one.permission.on)),
            apart: if one.measures_with(&framework) {
                ""
            } else {
                "Measures with another framework, so it is left out"
            },
        };
        Some(Self {
            area: open.area()?.name.clone(),
            from,
            needed: needed(within.areas),
            picture: strips(&within),
            table: table(&within),
            files: open.benchmarks().into_iter().map(line).collect(),
        })
    }
}

/// The region.
#[component]
pub fn Region() -> impl IntoView {
    let app = App::get();
    let seen = Memo::new(move |_| app.read(Seen::of).flatten());
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    view! {
        <Page before=move || view! { <BackLink href=app.href(Place::Rainbow(None)) text="Back to the rainbow" /> }>
            <PageHeading caption=area>"Your area within the region"</PageHeading>
            {move || seen.get().map(|seen| view! { <Figures seen /> })}
            <div class="app-no-print">
                <Button kind=ButtonKind::Secondary on_press=move |()| print()>"Print this sheet"</Button>
                <TakenIn files=Signal::derive(move || seen.get().map(|seen| seen.files).unwrap_or_default()) />
                <Give />
            </div>
        </Page>
    }
}

/// The picture and the table.
#[component]
fn Figures(seen: Seen) -> impl IntoView {
    let Seen { from, needed, picture, table, area: _, files: _ } = seen;
    view! {
        <p class="govuk-body">
            {from.unwrap_or_else(|| "Your area has no figures that may be shared yet: close a round first.".to_owned())}
        </p>
        {needed.map(|needed| view! { <Inset>{needed}</Inset> })}
        <Figure caption="The dot is your area, the band runs from the lowest to the highest of the other areas, and the line across it is their middle. No area is named and none is ranked: who answered differs from area to area.".to_owned()>
            <StripPicture strips=picture />
        </Figure>
        <DataTable table caption_hidden=false />
        <Details summary="How this is worked out">
            <p class="govuk-body">
                "Your area\u{2019}s figures are those of the latest closed round that may be shared. Of each other area the latest file counts, once, and every area counts the same. The middle is the median: half of the areas are at or below it."
            </p>
            <p class="govuk-body">
                "A figure that is too few to show in a file counts in no spread. With fewer than three other areas there is none, because their coordinators would know each other\u{2019}s figures."
            </p>
        </Details>
    }
}

/// The files that were taken in, and a way to take in more.
#[component]
fn TakenIn(files: Signal<Vec<Line>>) -> impl IntoView {
    let (app, incoming) = (App::get(), Incoming::get());
    let remove = move |id: RecordId| match app.edit(|open| open.remove_benchmark(id)) {
        Ok(edit) => app.say(Notice::done("The file\u{2019}s figures were removed.", &edit)),
        Err(_) => app.say(Notice::said("These figures are no longer here. Nothing was changed.")),
    };
    let row = move |line: Line| {
        let Line { id, month, region, responses, permission, apart } = line;
        let which = format!(" of {month}, {responses} responses");
        view! {
            <TableRow>
                <RowHeader>{month}</RowHeader>
                <TableCell>{if region.is_empty() { "\u{2013}".to_owned() } else { region }}</TableCell>
                <TableCell numeric=true>{responses}</TableCell>
                <TableCell>{permission}</TableCell>
                <TableCell>
                    {(!apart.is_empty()).then(|| view! { <p class="app-remark">{apart}</p> })}
                    <Button kind=ButtonKind::Link on_press=move |()| remove(id)>
                        "Remove"
                        <span class="govuk-visually-hidden">{which}</span>
                    </Button>
                </TableCell>
            </TableRow>
        }
    };
    let head = || {
        vec![
            Head::text("Round"),
            Head::text("Region"),
            Head::number("Responses"),
            Head::text("Permission"),
            Head::text("Remove"),
        ]
    };
    view! {
        <h2 class="govuk-heading-m">"Figures of other areas"</h2>
        <Show
            when=move || files.with(|files| !files.is_empty())
            fallback=|| view! { <p class="govuk-body">"None yet. Ask the other areas of your region for their benchmark files."</p> }
        >
            <Table caption="Benchmark files taken in" caption_hidden=true head=head()>
                {move || files.get().into_iter().map(row).collect_view()}
            </Table>
        </Show>
        <FileUpload
            id="benchmarks"
            label="Add benchmark files"
            hint="Their names start rainbow-benchmark-. You see what they would change before anything does."
            accept=".json,application/json"
            multiple=true
            on_files=move |files| incoming.choose(app, files)
        />
    }
}
