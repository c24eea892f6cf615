//! What was chosen, file by file, with the button that takes it; while files are being read, how far that is.

use std::sync::Arc;

use leptos::prelude::*;

use super::records::OfRecords;
use super::words::{brought, outcome, remarks};
use super::{Incoming, State};
use crate::exchange::taking::{Choice, FileReport, Outcome, Plan};
use crate::reports::words::count;
use crate::state::App;
use crate::ui::{
    Button, ButtonGroup, ButtonKind, Checkboxes, Choice as Offer, Head, Inset, Progress, RowHeader, Table, TableCell,
    TableRow,
};

/// The id of the panel, which takes the focus when there is something in it to see.
pub(super) const ID: &str = "incoming";

/// How many files the table shows before somebody asks for all.
const FIRST: usize = 50;

/// The files that were chosen or dropped; nothing while there are none.
#[component]
pub fn IncomingPanel() -> impl IntoView {
    let incoming = Incoming::get();
    let body = move || match incoming.state.get() {
        State::Nothing => ().into_any(),
        State::Reading => view! { <Underway incoming heading="Reading the files" what="files read" /> }.into_any(),
        State::Checking => view! { <Underway incoming heading="Checking the files" what="files checked" /> }.into_any(),
        State::Ready(plan) => view! { <Waiting incoming plan /> }.into_any(),
    };
    let is_there = move || incoming.state.with(|state| !matches!(state, State::Nothing));
    view! {
        <Show when=is_there>
            <section id=ID tabindex="-1" aria-labelledby="incoming-heading" class="app-incoming">{body}</section>
        </Show>
    }
}

#[component]
fn Underway(incoming: Incoming, heading: &'static str, what: &'static str) -> impl IntoView {
    view! {
        <h2 class="govuk-heading-m" id="incoming-heading">{heading}</h2>
        <Progress done=incoming.done total=incoming.total what />
        <p class="govuk-body">"Nothing is changed yet. You see what the files would bring first."</p>
        <Button kind=ButtonKind::Secondary on_press=move |()| incoming.cancel()>"Cancel, change nothing"</Button>
    }
}

#[component]
fn Waiting(incoming: Incoming, plan: Arc<Plan>) -> impl IntoView {
    let app = App::get();
    let takes = plan.brings_anything();
    let verb = match (&plan.area, plan.was_here) {
        (area, true) => format!("Add to {}", area.as_deref().unwrap_or("this area")),
        (area, false) => format!("Open {}", area.as_deref().unwrap_or("this area")),
    };
    let changed = plan.files.iter().filter(|file| file.is_changed() && !file.brings_nothing()).count();
    let leave_out = RwSignal::new(Vec::<()>::new());
    let choice = move |bring_back| Choice {
        bring_back,
        leave_out_changed: leave_out.with_untracked(|chosen| !chosen.is_empty()),
    };
    let (to_take, to_bring_back) = (plan.clone(), plan.clone());
    let has_gone = plan.gone() > 0;
    let (records, others): (Vec<FileReport>, Vec<FileReport>) =
        plan.files.iter().cloned().partition(|file| matches!(file.outcome, Outcome::Records { .. }));
    view! {
        <h2 class="govuk-heading-m" id="incoming-heading">"What these files would change"</h2>
        {records.into_iter().map(|file| view! { <OfRecords file /> }).collect_view()}
        {(!others.is_empty()).then(|| summary(&plan, others))}
        {(changed > 0).then(|| view! {
            <Checkboxes
                id="changed"
                legend="Files that were changed after Rainbow made them"
                hint="That can be right, for example if a comment was taken out before sending. If it is not, ask for the file again."
                choices=vec![Offer::new((), format!("Leave out {}", count(changed, "such file", "such files")))]
                values=leave_out
                on_change=move |chosen| leave_out.set(chosen)
            />
        })}
        <ButtonGroup>
            {takes.then(|| view! {
                <Button on_press=move |()| incoming.take(app, to_take.clone(), choice(false))>{verb}</Button>
            })}
            {has_gone.then(|| view! {
                <Button
                    kind=ButtonKind::Secondary
                    on_press=move |()| incoming.take(app, to_bring_back.clone(), choice(true))
                >
                    "Bring back what was deleted here"
                </Button>
            })}
            <Button kind=ButtonKind::Secondary on_press=move |()| incoming.cancel()>
                {if takes { "Cancel, change nothing" } else { "Close" }}
            </Button>
        </ButtonGroup>
    }
}

/// Files of responses and files that can't be taken: all counted, then each, those first that somebody should look at.
fn summary(plan: &Plan, files: Vec<FileReport>) -> impl IntoView + use<> {
    let tally = plan.tally();
    let late = tally.late.as_ref().filter(|_| tally.taken() > 0).map(|round| {
        format!(
            "\u{201c}{round}\u{201d} is closed, so these answers are late. They are kept apart and not counted until you take them in on the Responses page."
        )
    });
    let refused = files.iter().filter(|file| matches!(file.outcome, Outcome::Refused(_))).count();
    let total = files.len();
    let all = match refused {
        0 => format!("{}. {}", count(total, "file", "files"), brought(&tally)),
        refused if refused == total => format!("{}, none of which can be taken.", count(total, "file", "files")),
        refused => {
            format!("{}, {refused} of which can\u{2019}t be taken. {}", count(total, "file", "files"), brought(&tally))
        }
    };
    let (look, fine): (Vec<_>, Vec<_>) = files.into_iter().partition(FileReport::needs_a_look);
    let rows = StoredValue::new(look.into_iter().chain(fine).zip(0_usize..).collect::<Vec<_>>());
    let show_all = RwSignal::new(false);
    let shown = move || {
        let most = if show_all.get() { usize::MAX } else { FIRST };
        rows.with_value(|rows| rows.iter().take(most).cloned().collect::<Vec<_>>())
    };
    view! {
        {(total > 1).then(|| view! { <p class="govuk-body">{all}</p> })}
        {late.map(|late| view! { <Inset>{late}</Inset> })}
        <Table caption="What each file brings" head=vec![Head::text("File"), Head::text("What it brings")]>
            <For each=shown key=|(_, at)| *at let((file, _))>{row(&file)}</For>
        </Table>
        <Show when=move || !show_all.get() && { total > FIRST }>
            <p class="govuk-body">{format!("These are the first {FIRST} of {total} files, those to look at first.")}</p>
            <Button kind=ButtonKind::Secondary on_press=move |()| show_all.set(true)>
                {format!("Show all {total} files")}
            </Button>
        </Show>
    }
}

fn row(file: &FileReport) -> impl IntoView + use<> {
    let is_refused = matches!(file.outcome, Outcome::Refused(_));
    let (name, brings, remarks) = (file.name.clone(), outcome(file), remarks(file));
    view! {
        <TableRow>
            <RowHeader><span class="app-file-name">{name}</span></RowHeader>
            <TableCell>
                <p class=if is_refused { "govuk-error-message" } else { "govuk-!-margin-bottom-1" }>{brings}</p>
                {remarks.into_iter().map(|remark| view! { <p class="app-remark">{remark}</p> }).collect_view()}
            </TableCell>
        </TableRow>
    }
}
