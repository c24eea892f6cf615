//! Files that came in: read and checked while a bar says how far, shown before anything is taken, then taken all at once
//! with undo.

mod panel;
mod reading;
mod records;
mod words;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{DataTransfer, File};

pub use self::panel::IncomingPanel;
pub(super) use self::reading::unread;
use crate::browser::folders::Dropped;
use crate::browser::ids;
use crate::browser::pause::turn;
use crate::domain::ids::RecordId;
use crate::domain::record::Kind;
use crate::domain::workspace::{Edit, Workspace};
use crate::exchange::taking::{Choice, Outcome, Plan, Wanted};
use crate::route::exercises::Place as Exercises;
use crate::route::{Page as Place, Route, discussion};
use crate::state::{App, Notice};

/// The files that were chosen or dropped and not yet taken or set aside.
#[derive(Clone, Copy)]
pub struct Incoming {
    state: RwSignal<State, LocalStorage>,
    done: RwSignal<usize>,
    total: RwSignal<usize>,
    /// The number of the present reading: one that was cancelled finds another here and stops.
    run: StoredValue<u64>,
}

/// How far files have come.
#[derive(Clone)]
enum State {
    /// There are none.
    Nothing,
    /// They are being read.
    Reading,
    /// They are played on a copy of the area, to see what each would bring.
    Checking,
    /// They wait for a person's word.
    Ready(Arc<Plan>),
}

impl Incoming {
    /// Makes the list for the whole app.
    pub fn provide() -> Self {
        let incoming = Self {
            state: RwSignal::new_local(State::Nothing),
            done: RwSignal::new(0),
            total: RwSignal::new(0),
            run: StoredValue::new(0),
        };
        provide_context(incoming);
        incoming
    }

    /// The list of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Reads files that were chosen and shows what they would bring.
    pub fn choose(self, app: App, files: Vec<File>) {
        self.receive(app, Dropped::chosen(files));
    }

    /// Reads what was dropped and shows what it would bring.
    pub fn dropped(self, app: App, data: &DataTransfer) {
        self.receive(app, Dropped::of(data));
    }

    /// Shows what files would bring where a person is at it: on the start page, on Responses, or on the area's Files page.
    fn receive(self, app: App, dropped: Dropped) {
        if dropped.is_empty() {
            return;
        }
        let wanted = match app.route().get_untracked() {
            Route::Area(_, Place::Responses) => Wanted::Responses,
            // There the tables’ files come in, and what they bring is seen.
            Route::Area(
                _,
                Place::Exercises(
                    Exercises::Exercise(_) | Exercises::Outcomes | Exercises::Discussion(discussion::Place::One(_)),
                ),
            ) => Wanted::Anything,
            Route::Area(id, _) if app.only_for().is_none() => {
                app.go(&Route::Area(id, Place::Files));
                Wanted::Anything
            }
            _ => {
                app.go(&Route::Home);
                Wanted::Anything
            }
        };
        let run = self.next_run();
        self.done.set(0);
        self.total.set(0);
        self.state.set(State::Reading);
        spawn_local(async move {
            if let Some(plan) = reading::plan(self, app, dropped, wanted, run).await {
                self.state.set(State::Ready(Arc::new(plan)));
            }
            crate::ui::focus_field(panel::ID);
        });
        crate::ui::focus_field(panel::ID);
    }

    /// Sets the files aside. Nothing was changed, and nothing will be.
    fn cancel(self) {
        self.next_run();
        self.state.set(State::Nothing);
    }

    /// Whether the reading of this number still goes on.
    fn is_current(self, run: u64) -> bool {
        self.run.try_get_value() == Some(run)
    }

    fn next_run(self) -> u64 {
        let next = self.run.get_value().wrapping_add(1);
        self.run.set_value(next);
        next
    }

    /// Takes all files that can be taken, as one edit.
    fn take(self, app: App, plan: Arc<Plan>, choice: Choice) {
        self.cancel();
        let apply =
            move |plan: &Plan, open: &mut Workspace| plan.apply(open, choice, app.now(), || RecordId(ids::new_uuid()));
        spawn_local(async move {
            // The list of files leaves the page in a turn of its own: with the taking it would hold the page up too long.
            turn().await;
            if app.read_now(Workspace::id) == Some(plan.workspace) {
                if let Ok(edit) = app.edit(|open| Ok(apply(&plan, open))) {
                    said(app, &plan, &edit);
                }
                return;
            }
            let mut open = app.held(plan.workspace).await;
            let is_new = open.records().is_empty();
            let edit = apply(&plan, &mut open);
            // An area that was not here before is removed on the Files page; there is no step that takes it back.
            let edit = if is_new { edit } else { open.note(edit, app.now()) };
            app.adopt(open, &edit);
            said(app, &plan, &edit);
        });
    }
}

/// Says what was taken, on the page where it is seen.
fn said(app: App, plan: &Plan, edit: &Edit) {
    let tally = plan.tally();
    let has_survey = plan.files.iter().any(|file| matches!(&file.outcome, Outcome::Records { survey: Some(_), .. }));
    let is_benchmark = plan.files.iter().any(|file| {
        matches!(&file.outcome, Outcome::Records { preview, .. } if preview.by_kind.keys().all(|kind| *kind == Kind::Benchmark))
    });
    let report = plan.files.iter().find_map(|file| match &file.outcome {
        Outcome::Report(tally) if tally.added > 0 => Some(tally.plan),
        _ => None,
    });
    let sheets = plan.files.iter().any(|file| {
        matches!(&file.outcome, Outcome::Records { preview, .. } if preview.by_kind.keys().all(|kind| matches!(kind, Kind::TableSheet | Kind::Idea)))
    });
    let exercises = match app.route().get_untracked() {
        Route::Area(_, Place::Exercises(here)) => here,
        _ => Exercises::List,
    };
    let place = match (tally.taken(), has_survey) {
        _ if app.read_now(|open| open.update_request().is_some()).unwrap_or(false) => Place::Reporting,
        _ if app.read_now(|open| open.seat().is_some()).unwrap_or(false) => Place::Exercises(Exercises::Seat),
        (0, false) if report.is_some() => report.map_or(Place::Plans, Place::Plan),
        (0, true) => Place::Survey,
        (0, false) if is_benchmark => Place::Region,
        (0, false) if sheets => Place::Exercises(exercises),
        (0, false) => Place::Overview,
        _ => Place::Responses,
    };
    let brought = if tally.taken() > 0 { format!(" {}", words::brought(&tally)) } else { String::new() };
    let notice = Notice::done(format!("The files were taken in.{brought}"), edit);
    let is_there =
        app.read_now(Workspace::id).map(|id| Route::Area(id, place.clone())) == Some(app.route().get_untracked());
    if is_there { app.say(notice) } else { app.go_with(place, notice) }
}
