//! The gaps of the training map as a table: what nobody serves, and how that is addressed.

use leptos::prelude::*;

use crate::analysis::training::{Gap, TrainingSheet};
use crate::domain::ids::TrainingGapId;
use crate::domain::workspace::Workspace;
use crate::reports::training::{NOT_ADDRESSED, addressed, served};
use crate::reports::words;
use crate::route::Page as Target;
use crate::route::training::Place;
use crate::state::App;
use crate::ui::{Button, ButtonKind, Head, RowHeader, Table, TableCell, TableRow};

/// How many gaps a screen shows until somebody wants them all. Paper has them all.
const FIRST: usize = 12;

/// A gap as it is shown.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    id: TrainingGapId,
    profession: String,
    arc: String,
    served: String,
    said: Vec<String>,
}

impl Row {
    fn of(open: &Workspace, sheet: &TrainingSheet, gap: &Gap) -> Option<Self> {
        Some(Self {
            id: sheet.gap_id(gap.profession, gap.arc)?,
            profession: sheet.profession(gap.profession).to_owned(),
            arc: sheet.arc(gap.arc)?.short.clone(),
            served: served(gap),
            said: gap.addressed.as_ref().map(|gap| addressed(open, gap)).unwrap_or_default(),
        })
    }
}

/// The gaps, those first that matter most.
#[component]
pub(super) fn Gaps(sheet: Memo<TrainingSheet>, gaps: Memo<Vec<Gap>>) -> impl IntoView {
    let app = App::get();
    let rows = Memo::new(move |_| {
        let rows = |open: &Workspace| {
            sheet.with(|sheet| {
                gaps.with(|gaps| gaps.iter().filter_map(|gap| Row::of(open, sheet, gap)).collect::<Vec<_>>())
            })
        };
        app.read(rows).unwrap_or_default()
    });
    let all = RwSignal::new(false);
    let count = Memo::new(move |_| rows.with(Vec::len));
    let is_empty = Memo::new(move |_| count.get() == 0);
    let is_long = Memo::new(move |_| count.get() > FIRST);
    view! {
        <h2 class="govuk-heading-m">"Gaps"</h2>
        <Show
            when=move || !is_empty.get()
            fallback=|| view! { <p class="govuk-body">"Every profession is served in every arc that is shown."</p> }
        >
            <div class="app-training__gaps" class=("app-training__gaps--first", move || !all.get())>
                <Table
                    caption="Gaps in training"
                    caption_hidden=true
                    dense=true
                    head=["Profession", "Arc", "Served by", "How it is addressed"].map(Head::text).to_vec()
                >
                    <For each=move || rows.get() key=Clone::clone children=move |row| row_view(app, row) />
                </Table>
            </div>
            <Show when=move || is_long.get()>
                <Button kind=ButtonKind::Link on_press=move |()| all.update(|all| *all = !*all)>
                    {move || if all.get() {
                        format!("Show the first {FIRST} gaps only")
                    } else {
                        format!("Show all {}", words::count(count.get(), "gap", "gaps"))
                    }}
                </Button>
            </Show>
        </Show>
    }
}

fn row_view(app: App, row: Row) -> impl IntoView {
    let Row { id, profession, arc, served, said } = row;
    let link = if said.is_empty() { "Address it" } else { "Change" };
    let whose = format!(" for {profession}: {arc}");
    let said = if said.is_empty() {
        view! { <span class="app-plan__none">{NOT_ADDRESSED}</span> }.into_any()
    } else {
        said.into_iter().map(|line| view! { <span class="app-training__said">{line}</span> }).collect_view().into_any()
    };
    view! {
        <TableRow>
            <RowHeader>{profession}</RowHeader>
            <TableCell>{arc}</TableCell>
            <TableCell>{served}</TableCell>
            <TableCell>
                {said}
                " "
                <a class="govuk-link app-no-print" href=app.href(Target::Training(Place::Gap(id)))>
                    {link}
                    <span class="govuk-visually-hidden">{whose}</span>
                </a>
            </TableCell>
        </TableRow>
    }
}
