//! Going from page to page: the address is what says where the app is.

use leptos::prelude::*;

use super::{App, Notice};
use crate::browser::location;
use crate::domain::workspace::Workspace;
use crate::route::{Page, Route};

impl App {
    /// Goes to a place.
    pub fn go(self, route: &Route) {
        let href = route.href();
        location::set_hash(href.trim_start_matches('#'));
    }

    /// Writes a page of the open area into the address of this one, which shows the same already.
    pub fn stay_at(self, page: Page) {
        location::replace_hash(self.href(page).trim_start_matches('#'));
    }

    /// Goes to a page of the open area.
    pub fn go_to(self, page: Page) {
        location::set_hash(self.href(page).trim_start_matches('#'));
    }

    /// Goes to a page of the open area and says there what was done.
    pub fn go_with(self, page: Page, notice: Notice) {
        if let Some(id) = self.workspace.with_untracked(|open| open.as_ref().map(Workspace::id)) {
            self.next_notice.set_value(Some(notice));
            self.go(&Route::Area(id, page));
        }
    }

    /// The address of a page of the open area; the start when no area is open.
    pub fn href(self, page: Page) -> String {
        let open = self.workspace.with_untracked(|open| open.as_ref().map(Workspace::id));
        open.map_or(Route::Home, |id| Route::Area(id, page)).href()
    }
}
