//! Files that came in: read, checked and shown before anything is taken, then taken all at once, with undo.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::analysis::answering::minutes;
use crate::browser::files::{FileError, read_text};
use crate::browser::ids;
use crate::domain::ids::{RecordId, ReplicaId, RoundId, WorkspaceId};
use crate::domain::record::Kind;
use crate::domain::workspace::{Edit, Workspace};
use crate::exchange::import::{self, Content, LARGEST_FILE};
use crate::exchange::preview::{Counts, RecordsPreview, ResponsesPreview};
use crate::exchange::problem::{Notice as FileNotice, ReadError};
use crate::reports::words;
use crate::route::{Page as Place, Route};
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, Head, Inset, RowHeader, Table, TableCell, TableRow};

/// The files that were chosen or dropped and not yet taken or set aside.
#[derive(Clone, Copy)]
pub struct Incoming(RwSignal<Vec<FileIn>, LocalStorage>);

/// One file, as far as it could be understood.
#[derive(Clone)]
struct FileIn {
    name: String,
    outcome: Result<Prepared, String>,
}

/// A file that can be taken.
#[derive(Clone)]
struct Prepared {
    workspace: WorkspaceId,
    area: String,
    is_here: bool,
    text: Rc<str>,
    /// What it brings in a sentence, where that says it all; else the counts by kind do.
    summary: Option<String>,
    lines: Vec<(String, Counts)>,
    notices: Vec<String>,
    brings_nothing: bool,
    /// How many entries of the file were deleted here since.
    gone: usize,
    lead_to: Place,
}

impl Incoming {
    /// Makes the list for the whole app.
    pub fn provide() -> Self {
        let incoming = Self(RwSignal::new_local(Vec::new()));
        provide_context(incoming);
        incoming
    }

    /// The list of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Reads files and shows what they would bring: on the start page, or on the area's Files page.
    pub fn choose(self, app: App, files: Vec<File>) {
        spawn_local(async move {
            let mut all = Vec::new();
            for file in files {
                let name = file.name();
                let outcome = match read_text(&file, LARGEST_FILE).await {
                    Ok(text) => prepare(app, text.into()).await,
                    Err(error) => Err(file_words(&error)),
                };
                all.push(FileIn { name, outcome });
            }
            one_area_only(&mut all);
            self.0.set(all);
            match app.route().get_untracked() {
                Route::Area(id, _) => app.go(&Route::Area(id, Place::Files)),
                _ => app.go(&Route::Home),
            }
            crate::ui::focus_field("incoming");
        });
    }
}

/// What was chosen, file by file, with the button that takes it.
#[component]
pub fn IncomingPanel() -> impl IntoView {
    let app = App::get();
    let Incoming(files) = Incoming::get();
    let takes = move || {
        files.with(|files| files.iter().any(|file| file.outcome.as_ref().is_ok_and(|ready| !ready.brings_nothing)))
    };
    let has_gone =
        move || files.with(|files| files.iter().any(|file| file.outcome.as_ref().is_ok_and(|ready| ready.gone > 0)));
    let verb = move || {
        files.with(|files| match files.iter().find_map(|file| file.outcome.as_ref().ok()) {
            Some(ready) if ready.is_here => format!("Add to {}", ready.area),
            Some(ready) => format!("Open {}", ready.area),
            None => String::new(),
        })
    };
    view! {
        <Show when=move || files.with(|files| !files.is_empty())>
            <section id="incoming" tabindex="-1" aria-labelledby="incoming-heading" class="app-incoming">
                <h2 class="govuk-heading-m" id="incoming-heading">"What these files would change"</h2>
                {move || files.get().into_iter().map(|file| view! { <FileReport file /> }).collect_view()}
                <ButtonGroup>
                    <Show when=takes>
                        <Button on_press=move |()| take(app, files, false)>{verb}</Button>
                    </Show>
                    <Show when=has_gone>
                        <Button kind=ButtonKind::Secondary on_press=move |()| take(app, files, true)>
                            "Bring back what was deleted here"
                        </Button>
                    </Show>
                    <Button kind=ButtonKind::Secondary on_press=move |()| files.set(Vec::new())>
                        {move || if takes() { "Cancel, change nothing" } else { "Close" }}
                    </Button>
                </ButtonGroup>
            </section>
        </Show>
    }
}

#[component]
fn FileReport(file: FileIn) -> impl IntoView {
    let body = match file.outcome {
        Err(problem) => view! { <p class="govuk-error-message" role="alert">{problem}</p> }.into_any(),
        Ok(ready) if ready.brings_nothing => view! {
            <p class="govuk-body">
                {match ready.gone {
                    0 => "Everything in this file is here already. There is nothing to add.".to_owned(),
                    gone => format!(
                        "There is nothing new in this file. {} it were deleted here since.",
                        words::count(gone, "entry of", "entries of")
                    ),
                }}
            </p>
            {ready.notices.into_iter().map(|notice| view! { <Inset>{notice}</Inset> }).collect_view()}
        }
        .into_any(),
        Ok(Prepared { summary: Some(summary), notices, .. }) => view! {
            <p class="govuk-body">{summary}</p>
            {notices.into_iter().map(|notice| view! { <Inset>{notice}</Inset> }).collect_view()}
        }
        .into_any(),
        Ok(ready) => view! {
            <Table
                caption=format!("What {} would bring", file.name)
                caption_hidden=true
                head=vec![
                    Head::text("What"),
                    Head::number("New"),
                    Head::number("Changed"),
                    Head::number("Deleted"),
                    Head::number("Changed on both sides"),
                    Head::number("Here already"),
                ]
            >
                {ready.lines.into_iter().map(|(what, counts)| view! {
                    <TableRow>
                        <RowHeader>{what}</RowHeader>
                        <TableCell numeric=true>{counts.added}</TableCell>
                        <TableCell numeric=true>{counts.updated}</TableCell>
                        <TableCell numeric=true>{counts.deleted}</TableCell>
                        <TableCell numeric=true>{counts.conflicts}</TableCell>
                        <TableCell numeric=true>{counts.known}</TableCell>
                    </TableRow>
                }).collect_view()}
            </Table>
            {ready.notices.into_iter().map(|notice| view! { <Inset>{notice}</Inset> }).collect_view()}
        }
        .into_any(),
    };
    view! {
        <h3 class="govuk-heading-s">{file.name.clone()}</h3>
        {body}
    }
}

/// Takes all files that can be taken, as one edit.
fn take(app: App, files: RwSignal<Vec<FileIn>, LocalStorage>, bring_back: bool) {
    let ready: Vec<Prepared> = files.get_untracked().into_iter().filter_map(|file| file.outcome.ok()).collect();
    let Some((workspace, lead_to)) = ready.first().map(|ready| (ready.workspace, ready.lead_to.clone())) else {
        return;
    };
    spawn_local(async move {
        let mut open = workspace_of(app, workspace).await;
        let is_new = open.records().is_empty();
        let mut edit = Edit::named("Import");
        for file in &ready {
            match take_one(&mut open, &file.text, bring_back) {
                Ok(taken) => edit = edit.then(taken),
                Err(problem) => {
                    // All or nothing: the copy that was changed so far is dropped.
                    app.say(Notice::said(format!("{problem} Nothing was changed.")));
                    return;
                }
            }
        }
        files.set(Vec::new());
        // An area that was not here before is removed on the Files page; there is no step that takes it back.
        let edit = if is_new { edit } else { open.note(edit, app.now()) };
        app.adopt(open, &edit);
        app.go_with(lead_to, Notice::done("The files were taken in.", &edit));
    });
}

fn take_one(open: &mut Workspace, text: &str, bring_back: bool) -> Result<Edit, ReadError> {
    match import::read(text)?.content {
        Content::Workspace(batch) => {
            let edit = open.take_in("Import", batch.records.iter().cloned()).then(open.take_charge());
            Ok(if bring_back { edit.then(open.bring_back(&batch.records)) } else { edit })
        }
        Content::Survey(batch, round) => {
            let edit = open.take_survey(round, batch.records.iter().cloned());
            Ok(if bring_back { edit.then(open.bring_back(&batch.records)) } else { edit })
        }
        Content::Responses(file) => {
            let packs = ResponsesPreview::of(file, open)?.into_packs();
            let edits = packs.into_iter().map(|pack| open.add_pack(RecordId(ids::new_uuid()), pack));
            Ok(edits.fold(Edit::named("Import"), Edit::then))
        }
    }
}

/// Works out what a file would bring, or says why it can't be taken.
async fn prepare(app: App, text: Rc<str>) -> Result<Prepared, String> {
    let incoming = import::read(&text).map_err(|error| error.to_string())?;
    let mut notices: Vec<String> = incoming.notices.iter().map(FileNotice::to_string).collect();
    match incoming.content {
        Content::Workspace(batch) => {
            let here = workspace_of(app, batch.workspace).await;
            Ok(of_records(&batch, &here, text, notices, Place::Overview))
        }
        Content::Survey(batch, round) => {
            let here = workspace_of(app, batch.workspace).await;
            let summary = survey_words(&batch, round);
            Ok(Prepared { summary, ..of_records(&batch, &here, text, notices, Place::Survey) })
        }
        Content::Responses(file) => {
            let workspace = file.workspace;
            let here = workspace_of(app, workspace).await;
            if here.records().is_empty() {
                return Err(
                    "These are answers to a survey of an area that is not on this device. Open the area first."
                        .to_owned(),
                );
            }
            let preview = ResponsesPreview::of(file, &here).map_err(|fault| ReadError::from(fault).to_string())?;
            notices.extend(preview.notices.iter().map(FileNotice::to_string));
            if preview.withdrawn > 0 {
                let count = words::count(preview.withdrawn, "response was", "responses were");
                notices.push(format!("{count} taken back earlier and will stay out."));
            }
            let counts = Counts {
                added: preview.added.len(),
                updated: preview.corrected.len(),
                known: preview.known,
                ..Counts::default()
            };
            Ok(Prepared {
                workspace,
                area: area_name(&here),
                is_here: true,
                text,
                brings_nothing: counts.added == 0 && counts.updated == 0,
                gone: 0,
                summary: Some(format!(
                    "{}, {} corrected, {} here already.",
                    words::count(counts.added, "new response", "new responses"),
                    counts.updated,
                    counts.known
                )),
                lines: Vec::new(),
                notices,
                lead_to: Place::Responses,
            })
        }
    }
}

fn of_records(
    batch: &import::Batch,
    here: &Workspace,
    text: Rc<str>,
    notices: Vec<String>,
    lead_to: Place,
) -> Prepared {
    let preview = RecordsPreview::of(batch, Some(here));
    let withdrawals = preview.by_kind.get(&Kind::Withdrawal).map_or(0, |counts| counts.added);
    let mut notices = notices;
    if withdrawals > 0 {
        let count = words::count(withdrawals, "response was", "responses were");
        notices.push(format!("{count} taken back by whoever made this file. Taking it removes them here for good, and undo can\u{2019}t bring them back."));
    }
    let area = here.area().map(|area| area.name.clone()).or_else(|| batch.area_name().map(str::to_owned));
    Prepared {
        workspace: batch.workspace,
        area: area.unwrap_or_else(|| "this area".to_owned()),
        is_here: here.area().is_some(),
        text,
        summary: None,
        brings_nothing: preview.brings_nothing(),
        gone: preview.total().gone,
        lines: preview.by_kind.iter().map(|(kind, counts)| (kind_words(kind).to_owned(), *counts)).collect(),
        notices,
        lead_to,
    }
}

/// A survey in a sentence.
fn survey_words(batch: &import::Batch, round: RoundId) -> Option<String> {
    let opened = Workspace::from_records(batch.workspace, ReplicaId(0), batch.records.iter().cloned().collect());
    let survey = opened.survey_of(round)?;
    let statements = survey.questionnaire.statements.len();
    Some(format!(
        "A survey from {}: {}, {statements} statements, about {} minutes to answer.",
        area_name(&opened),
        opened.round(round)?.title,
        minutes(statements)
    ))
}

/// The workspace as it is open, or as it is kept on this device; an empty one if it is not here.
async fn workspace_of(app: App, id: WorkspaceId) -> Workspace {
    if let Some(open) = app.read_now(|open| (open.id() == id).then(|| open.clone())).flatten() {
        return open;
    }
    let found = app.stores().open(id, app.replica()).await;
    Workspace::from_records(id, app.replica(), found.records).in_tab(app.tab())
}

fn area_name(workspace: &Workspace) -> String {
    workspace.area().map_or_else(|| "this area".to_owned(), |area| area.name.clone())
}

/// Files are taken as one edit of one area; those of another area than the first have to be chosen on their own.
fn one_area_only(files: &mut [FileIn]) {
    let first = files.iter().find_map(|file| file.outcome.as_ref().ok().map(|ready| ready.workspace));
    for file in files {
        if file.outcome.as_ref().is_ok_and(|ready| Some(ready.workspace) != first) {
            file.outcome =
                Err("This file belongs to another area than the first one. Choose it on its own.".to_owned());
        }
    }
}

fn file_words(error: &FileError) -> String {
    match error {
        FileError::TooLarge { size } => ReadError::TooLarge { bytes: *size }.to_string(),
        FileError::NotText => ReadError::NotText.to_string(),
        FileError::Unreadable(words) => {
            format!("The browser could not read this file ({words}). Check that it is still there and choose it again.")
        }
    }
}

/// What records of a kind are called on the screen.
fn kind_words(kind: &Kind) -> &str {
    match kind {
        Kind::Area => "The area",
        Kind::Survey => "Surveys",
        Kind::Round => "Rounds",
        Kind::RoundEntry => "Closing and reopening",
        Kind::Pack => "Bundles of responses",
        Kind::Withdrawal => "Responses taken back",
        Kind::Target => "Targets",
        Kind::Plan => "Plans",
        Kind::PlanItem => "Actions",
        Kind::Progress => "Progress reports",
        Kind::ReportText => "Words for reports",
        Kind::Draft | Kind::DraftAnswer => "Responses in progress",
        Kind::Export => "Notes of exports",
        Kind::Step => "Steps to undo",
        Kind::OwnResponse => "Own responses",
        Kind::Ended => "Notes of endings",
        Kind::Invitation => "Invitations to answer",
        Kind::GroupAnswers => "Answers of groups",
        Kind::SharedDevice => "Notes that many people answer on this device",
        Kind::Unknown(kind) => kind,
    }
}
