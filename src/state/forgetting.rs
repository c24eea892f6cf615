//! Removing an area from this device: out of every tab, every store and the copy for a panic.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{App, Keeping, Notice, last_good};
use crate::browser::tabs::{self, Ping};
use crate::domain::ids::WorkspaceId;
use crate::domain::workspace::Workspace;
use crate::route::Route;

impl App {
    /// Removes the open area and all that is kept of it from this device, and goes to the start.
    ///
    /// It is closed first, here and in other tabs, so that nothing of it is written again after it was dropped.
    pub fn forget(self) {
        let Some(id) = self.read_now(Workspace::id) else { return };
        self.close(id);
        let stores = self.stores();
        spawn_local(async move {
            let forgot = stores.forget(id).await;
            tabs::ping(Ping::Forgotten(id));
            if forgot.is_err() {
                self.next_notice.set_value(Some(Notice::said(
                    "Not all of the area could be removed. Close other tabs with Rainbow, open the area and try again.",
                )));
            }
            self.go(&Route::Home);
        });
    }

    /// Closes an area that another tab has removed, and goes to the start.
    pub(super) fn forgotten_elsewhere(self, id: WorkspaceId) {
        let is_open = self.read_now(Workspace::id) == Some(id) || self.opening.get_untracked() == Some(id);
        self.close(id);
        let stores = self.stores();
        spawn_local(async move { stores.was_dropped(id).await });
        if is_open {
            self.next_notice.set_value(Some(Notice::said("This area was removed from this device in another tab.")));
            self.go(&Route::Home);
        }
    }

    /// Lets go of all that this tab has of an area, saved or not.
    fn close(self, id: WorkspaceId) {
        self.unsaved.update_value(|unsaved| unsaved.retain(|(workspace, _), _| *workspace != id));
        self.put_aside.update_value(|aside| {
            aside.remove(&id);
        });
        if self.opening.get_untracked() == Some(id) {
            self.opening.set(None);
        }
        if self.read_now(Workspace::id) == Some(id) {
            self.workspace.set(None);
            self.troubles.set(Vec::new());
            self.keeping.set(self.worst().unwrap_or(Keeping::Untouched));
        }
        last_good::forget(id);
    }
}
