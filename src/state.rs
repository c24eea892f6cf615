//! What the app holds, and the one place that saves: the open workspace, the route, and how safely work is kept.

mod forgetting;
mod going;
mod hearing;
mod invited;
mod last_good;
mod saving;
mod sharing;
mod undoing;

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::database::Database;
use crate::browser::keys::Asked;
use crate::browser::local_store::LocalStore;
use crate::browser::sharing as sharing_of_browser;
use crate::browser::tabs::Ping;
use crate::browser::{clock, ids, keys, location, tabs};
use crate::domain::ids::{RecordId, ReplicaId, TabId, WorkspaceId};
use crate::domain::merge::{Records, merge};
use crate::domain::step::StepId;
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::route::Route;
use crate::sample;
use crate::storage::opening::Trouble;
use crate::storage::pair::Pair;
use crate::storage::store::StoreError;

pub use invited::{Carried, Only};
use last_good::remember;
pub use last_good::rescue;

/// The stores of this browser.
pub type Stores = Pair<LocalStore, Rc<Database>>;

/// What the app holds. Every page gets it with [`App::get`].
#[derive(Clone, Copy)]
pub struct App {
    /// Another one as soon as somebody else has written as this one.
    replica: StoredValue<ReplicaId>,
    tab: TabId,
    carried: StoredValue<Carried>,
    stores: StoredValue<Stores, LocalStorage>,
    route: RwSignal<Route>,
    workspace: RwSignal<Option<Workspace>>,
    opening: RwSignal<Option<WorkspaceId>>,
    troubles: RwSignal<Vec<Trouble>>,
    keeping: RwSignal<Keeping>,
    in_flight: StoredValue<usize>,
    /// What no durable store has confirmed, with the number of the last saving that failed and how it is kept since.
    unsaved: StoredValue<BTreeMap<(WorkspaceId, RecordId), (u64, Keeping)>>,
    savings: StoredValue<u64>,
    /// Areas that were left while something of them was not saved: they stay in memory until it is.
    put_aside: StoredValue<BTreeMap<WorkspaceId, Workspace>>,
    notice: RwSignal<Option<Notice>>,
    next_notice: StoredValue<Option<Notice>>,
    /// The area that the browser keeps as the one that this device is shared for.
    shared: StoredValue<Option<WorkspaceId>>,
    /// Whether whoever has just finished on a shared device is being thanked.
    thanking: RwSignal<bool>,
}

/// How safely what was typed is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was changed since the page was opened.
    Untouched,
    /// It is on its way to the stores.
    Saving,
    /// The durable store has confirmed everything.
    Saved,
    /// Only the quick store has it: a crash could lose it.
    Fragile(StoreError),
    /// The durable store has confirmed everything, but a copy of a withdrawn response could not be removed from a store.
    NotRemoved(StoreError),
    /// No store has it: closing the tab loses it.
    Unsaved(StoreError),
}

/// Something that was just done, with the way to take it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What was done, as a sentence.
    pub text: String,
    /// The step to undo or to do again, if there is one.
    pub turn: Option<Turn>,
}

/// A step that can be turned round: undone, or done again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The step.
    pub step: StepId,
    /// Whether it is undone, so that it would be done again.
    pub is_undone: bool,
}

impl Notice {
    /// Something that was done and can be taken back.
    pub fn done(text: impl Into<String>, edit: &Edit) -> Self {
        Self { text: text.into(), turn: edit.step.map(|step| Turn { step, is_undone: false }) }
    }

    /// Something to know.
    pub fn said(text: impl Into<String>) -> Self {
        Self { text: text.into(), turn: None }
    }
}

impl App {
    /// The app of this page, made when it started.
    #[expect(clippy::expect_used, reason = "`start` gives it to the whole tree before any page is drawn")]
    pub fn get() -> Self {
        use_context().expect("the app is there before its pages")
    }

    /// Starts the app: opens the stores, listens to the address and to other tabs, and goes where the address says.
    pub fn start() -> Self {
        let app = Self {
            replica: StoredValue::new(ids::new_replica()),
            tab: tabs::this_tab(),
            carried: StoredValue::new(Carried::by_this_page()),
            stores: StoredValue::new_local(Pair::new(LocalStore, Rc::new(Database::open()))),
            route: RwSignal::new(Route::parse(&location::hash())),
            workspace: RwSignal::new(None),
            opening: RwSignal::new(None),
            troubles: RwSignal::new(Vec::new()),
            keeping: RwSignal::new(Keeping::Untouched),
            in_flight: StoredValue::new(0),
            unsaved: StoredValue::new(BTreeMap::new()),
            savings: StoredValue::new(0),
            put_aside: StoredValue::new(BTreeMap::new()),
            notice: RwSignal::new(None),
            next_notice: StoredValue::new(None),
            shared: StoredValue::new(sharing_of_browser::shared_area()),
            thanking: RwSignal::new(false),
        };
        provide_context(app);
        location::on_hash_change(move |hash| app.arrive(Route::parse(&hash)));
        tabs::on_change(move |key| app.hear(key));
        keys::on_undo_or_redo(move |asked| match asked {
            Asked::Undo => app.undo(),
            Asked::Redo => app.redo(),
        });
        tabs::on_ping(move |ping| match ping {
            Ping::Changed(workspace) => app.reread_all(workspace),
            Ping::Forgotten(workspace) => app.forgotten_elsewhere(workspace),
        });
        app.stay_alive();
        app.arrive(app.route.get_untracked());
        app
    }

    /// Where the app is.
    pub fn route(self) -> Signal<Route> {
        self.route.into()
    }

    /// What was just done.
    pub fn notice(self) -> Signal<Option<Notice>> {
        self.notice.into()
    }

    /// Says on this page what was done.
    pub fn say(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// How safely what was typed is kept.
    pub fn keeping(self) -> Signal<Keeping> {
        self.keeping.into()
    }

    /// What was wrong with the stores when the area was opened.
    pub fn troubles(self) -> Signal<Vec<Trouble>> {
        self.troubles.into()
    }

    /// Which area is being opened.
    pub fn opening(self) -> Signal<Option<WorkspaceId>> {
        self.opening.into()
    }

    /// The stores, for what pages need of them beside saving.
    pub fn stores(self) -> Stores {
        self.stores.get_value()
    }

    /// The replica that this run of this tab edits as.
    pub fn replica(self) -> ReplicaId {
        self.replica.get_value()
    }

    /// The tab that the app runs in.
    pub fn tab(self) -> TabId {
        self.tab
    }

    /// What the open workspace answers to a question, asked again whenever it changes; `None` while none is open.
    pub fn read<T>(self, question: impl FnOnce(&Workspace) -> T) -> Option<T> {
        self.workspace.with(|open| open.as_ref().map(question))
    }

    /// The same, asked once.
    pub fn read_now<T>(self, question: impl FnOnce(&Workspace) -> T) -> Option<T> {
        self.workspace.with_untracked(|open| open.as_ref().map(question))
    }

    /// Whether the open area is the sample. Its id says so, never what a file claims.
    pub fn is_sample(self) -> bool {
        self.read(|open| open.id() == sample::WORKSPACE).unwrap_or(false)
    }

    /// Today: the sample area is set on a day of its own, every other on the day where the browser is. The address says which
    /// it is, so this can be asked while an edit is being made, when the area itself can't be read.
    pub fn today(self) -> NaiveDate {
        let is_sample =
            self.route.with_untracked(|route| matches!(route, Route::Area(id, _) if *id == sample::WORKSPACE));
        if is_sample { sample::today() } else { clock::today() }
    }

    /// The moment now.
    pub fn now(self) -> DateTime<Utc> {
        clock::now()
    }

    /// Makes a named edit of the open workspace, notes it as a step that can be undone, and saves what it changed.
    ///
    /// # Errors
    /// Why the edit could not be made; nothing was changed.
    pub fn edit(self, make: impl FnOnce(&mut Workspace) -> Result<Edit, EditError>) -> Result<Edit, EditError> {
        let made = self.workspace.try_maybe_update(|open| match open {
            Some(open) => {
                let made = make(open).map(|edit| open.note(edit, clock::now()));
                (made.as_ref().is_ok_and(|edit| !edit.is_empty()), made)
            }
            None => (false, Err(EditError::NotHere("the area"))),
        });
        let edit = made.unwrap_or(Err(EditError::NotHere("the area")))?;
        self.save(&edit);
        Ok(edit)
    }

    /// An area as this tab has it, whether it is open or not: with what could not be saved of it so far. Empty if it is
    /// not on this device.
    pub async fn held(self, id: WorkspaceId) -> Workspace {
        let open = || self.read_now(|open| (open.id() == id).then(|| open.clone())).flatten();
        if let Some(open) = open() {
            return open;
        }
        let found = self.stores().open(id, self.replica()).await;
        // It may have been opened meanwhile, and then knows all that the stores know.
        open().unwrap_or_else(|| {
            let records = self.with_put_aside(id, found.records);
            Workspace::from_records(id, self.replica(), records).in_tab(self.tab)
        })
    }

    /// Opens a workspace that was just made or read, and saves the given edit of it. What of it is open already, or waits in
    /// memory to be saved, is merged with it.
    pub fn adopt(self, workspace: Workspace, edit: &Edit) {
        let id = workspace.id();
        let is_usurped = workspace.is_usurped();
        self.stores.with_value(|stores| stores.begin(id));
        self.opening.set(None);
        let is_open = self.workspace.with_untracked(|open| open.as_ref().is_some_and(|open| open.id() == id));
        if is_open {
            self.take_in(id, workspace.records().iter().cloned().collect());
        } else {
            self.leave();
            self.troubles.set(Vec::new());
            let records = self.with_put_aside(id, workspace.records().clone());
            self.put_aside.update_value(|aside| {
                aside.remove(&id);
            });
            self.workspace.set(Some(Workspace::from_records(id, self.replica(), records).in_tab(self.tab)));
            spawn_local(self.inherit(id));
        }
        if is_usurped {
            self.become_another();
        }
        self.save(edit);
    }

    /// Shows other tabs that this one is alive, as the replica that it is now.
    fn stay_alive(self) {
        spawn_local(async move {
            tabs::stay_alive(self.replica(), self.tab).await;
        });
    }

    /// Edits as another replica from here on, because somebody else has written as this one.
    fn become_another(self) {
        let fresh = ids::new_replica();
        self.replica.set_value(fresh);
        self.workspace.update_untracked(|open| open.iter_mut().for_each(|open| open.edits_as(fresh)));
        self.stay_alive();
    }

    /// Leaves the open area. While something of it is not saved, it stays in memory.
    fn leave(self) {
        let Some(open) = self.workspace.with_untracked(Clone::clone) else { return };
        let id = open.id();
        let in_flight = self.in_flight.get_value() > 0;
        let is_unsaved = self.unsaved.with_value(|unsaved| unsaved.keys().any(|(workspace, _)| *workspace == id));
        if in_flight || is_unsaved {
            self.put_aside.update_value(|aside| {
                aside.insert(id, open);
            });
        }
    }

    /// These records of an area, with what waits in memory to be saved.
    fn with_put_aside(self, id: WorkspaceId, records: Records) -> Records {
        self.put_aside.with_value(|aside| match aside.get(&id) {
            Some(aside) => merge(records, aside.records()),
            None => records,
        })
    }

    /// Arrives at a place: opens its area if it is another than the open one.
    fn arrive(self, route: Route) {
        self.notice.set(self.next_notice.try_update_value(Option::take).flatten());
        if let Some(id) = self.workspace_at(&route) {
            let is_open = self.workspace.with_untracked(|open| open.as_ref().is_some_and(|open| open.id() == id));
            if !is_open && self.opening.get_untracked() != Some(id) {
                self.open(id);
            }
        }
        self.route.set(route);
    }

    fn open(self, id: WorkspaceId) {
        self.leave();
        self.workspace.set(None);
        self.opening.set(Some(id));
        if self.unsaved.with_value(BTreeMap::is_empty) {
            self.keeping.set(Keeping::Untouched);
        }
        let stores = self.stores();
        spawn_local(async move {
            let found = stores.open(id, self.replica()).await;
            if self.opening.get_untracked() != Some(id) {
                return;
            }
            self.troubles.set(found.troubles);
            if let Some((records, error)) = found.fragile {
                self.found_fragile(id, records, &error);
            }
            let records = self.with_put_aside(id, found.records);
            self.put_aside.update_value(|aside| {
                aside.remove(&id);
            });
            let mut workspace = Workspace::from_records(id, self.replica(), records).in_tab(self.tab);
            let brought = self.take_carried(&mut workspace);
            if !workspace.records().is_empty() {
                remember(&workspace);
                self.workspace.set(Some(workspace));
                self.keep_shared();
                self.save(&brought);
            } else if self.is_shared_in_vain(id) {
                // Nothing of the area is here any more, so nobody could ever say the word.
                self.route.update(|_| ());
            }
            self.opening.set(None);
            self.inherit(id).await;
            self.fold(id).await;
        });
    }
}
