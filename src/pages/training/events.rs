//! All training events as a table, filtered as the map is, with the way to change each and to take them along.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::filters::{Asked, FilterBar};
use super::{area_name, laid_out};
use crate::browser::files::download;
use crate::domain::framework::Framework;
use crate::domain::ids::TrainingEventId;
use crate::domain::workspace::Workspace;
use crate::exchange::training_table::csv;
use crate::reports::training::competencies;
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::training::Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, ButtonLink, Head, Page, PageHeading, PageWidth, RowHeader, Table,
    TableCell, TableRow,
};

/// The heads of the columns.
const HEADS: [&str; 9] = [
    "Event",
    "Lead",
    "Professions",
    "Competencies",
    "Dates",
    "Places",
    "Delivery method",
    "Attendance",
    "Evaluation of impact",
];

/// An event as it is shown.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    id: TrainingEventId,
    title: String,
    /// What stands in the other columns, in their order.
    cells: Vec<String>,
}

impl Row {
    fn of(open: &Workspace, framework: Option<&Framework>, id: TrainingEventId) -> Option<Self> {
        let event = open.training_event(id)?;
        let professions: Vec<&str> = event.professions.iter().collect();
        Some(Self {
            id,
            title: if event.title.is_empty() { "Without a title".to_owned() } else { event.title.clone() },
            cells: vec![
                event.lead.clone(),
                professions.join("; "),
                competencies(framework, event).join("; "),
                event.dates.clone(),
                event.places.clone(),
                event.method.clone(),
                event.attendance.clone(),
                event.evaluation.clone(),
            ],
        })
    }
}

/// The events.
#[component]
pub(super) fn Events() -> impl IntoView {
    let app = App::get();
    let sheet = laid_out(app);
    let asked = Asked::of(sheet);
    // The rows are made once; a filter only chooses among them.
    let all = Memo::new(move |_| {
        let rows = |open: &Workspace| {
            let framework = framework(open);
            sheet.with(|sheet| {
                sheet.events.iter().filter_map(|line| Row::of(open, framework.as_ref(), line.id)).collect::<Vec<_>>()
            })
        };
        app.read(rows).unwrap_or_default()
    });
    let rows = Memo::new(move |_| {
        let ids = sheet.with(|sheet| asked.with(|asked| sheet.passing(asked).map(|line| line.id).collect::<Vec<_>>()));
        // Both are in the order of the titles.
        let mut ids = ids.into_iter().peekable();
        all.with(|all| all.iter().filter(|row| ids.next_if_eq(&row.id).is_some()).cloned().collect::<Vec<_>>())
    });
    let counted = move || {
        let (shown, all) = (rows.with(Vec::len), all.with(Vec::len));
        if shown == all {
            format!("{}.", words::count(all, "event", "events"))
        } else {
            format!("As filtered: {shown} of {}.", words::count(all, "event", "events"))
        }
    };
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let export = move |()| {
        let rows = rows.with_untracked(|rows| rows.iter().map(|row| row.id).collect::<Vec<_>>());
        let text = app.read_now(|open| {
            let events = rows.into_iter().filter_map(|id| open.training_event(id));
            csv(events, framework(open).as_ref())
        });
        let Some(text) = text else { return };
        let name = format!("training-events-{}.csv", app.today());
        app.say(Notice::said(match download(&name, "text/csv", &text) {
            Ok(()) => format!(
                "The file {name} was made, with the events that are shown. Look for it where your downloads are kept."
            ),
            Err(words) => format!("The browser did not take the file: {words}. The events are as they were."),
        }));
    };
    let to = move |place: Place| app.href(Target::Training(place));
    view! {
        <Page
            width=PageWidth::Full
            before=move || view! { <BackLink href=to(Place::Map) text="Back to the training map" /> }
        >
            <PageHeading caption=area_name(app)>"Training events"</PageHeading>
            <ButtonGroup>
                <ButtonLink href=to(Place::NewEvent)>"Add a training event"</ButtonLink>
                <ButtonLink kind=ButtonKind::Secondary href=to(Place::Import)>"Import training events"</ButtonLink>
                <Show when=move || !is_empty.get()>
                    <Button kind=ButtonKind::Secondary on_press=export>"Export as CSV"</Button>
                </Show>
            </ButtonGroup>
            <Show
                when=move || !is_empty.get()
                fallback=|| view! { <p class="govuk-body">"There is no training event here yet."</p> }
            >
                <FilterBar sheet asked />
                <p class="govuk-body app-breakdown__whose" role="status">{counted}</p>
                <Table caption="Training events" caption_hidden=true dense=true head=HEADS.map(Head::text).to_vec()>
                    <For each=move || rows.get() key=Clone::clone children=move |row| row_view(app, row) />
                </Table>
            </Show>
        </Page>
    }
}

fn row_view(app: App, row: Row) -> impl IntoView {
    let Row { id, title, cells } = row;
    view! {
        <TableRow>
            <RowHeader>
                <a class="govuk-link" href=app.href(Target::Training(Place::Event(id)))>{title}</a>
            </RowHeader>
            {cells.into_iter().map(|words| view! { <TableCell><span class="app-plan__words">{words}</span></TableCell> }).collect_view()}
        </TableRow>
    }
}
