//! What comes from other tabs: heard as it happens, and what they left behind once they are gone.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::App;
use super::last_good::remember;
use crate::browser::tabs;
use crate::domain::ids::{RecordId, WorkspaceId};
use crate::domain::record::{Record, Versions};
use crate::domain::workspace::Workspace;
use crate::storage::store::{Key, Which};

impl App {
    /// Takes in a record that another tab wrote.
    pub(super) fn hear(self, key: Key) {
        let is_open =
            self.workspace.with_untracked(|open| open.as_ref().is_some_and(|open| open.id() == key.workspace));
        if !is_open || key.replica == self.replica() {
            return;
        }
        let stores = self.stores();
        spawn_local(async move {
            let heard = stores.look(Which::Record(key.workspace, key.record)).await;
            self.take_in(key.workspace, heard.iter().cloned().collect());
        });
    }

    /// Takes in all that other tabs wrote of a workspace.
    pub(super) fn reread_all(self, id: WorkspaceId) {
        let is_open = self.workspace.with_untracked(|open| open.as_ref().is_some_and(|open| open.id() == id));
        if !is_open {
            return;
        }
        let stores = self.stores();
        spawn_local(async move {
            let found = stores.look(Which::Workspace(id)).await;
            self.take_in(id, found.iter().cloned().collect());
        });
    }

    /// Takes in what came from elsewhere. A withdrawal heard of takes the response out of what this tab keeps, too.
    pub(super) fn take_in(self, id: WorkspaceId, records: Vec<Arc<Record>>) {
        let heard = self.workspace.try_maybe_update(|open| match open.as_mut().filter(|open| open.id() == id) {
            Some(open) => {
                let heard = open.take_in("Another tab", records);
                remember(open);
                (!heard.is_empty(), Some(heard))
            }
            None => (false, None),
        });
        if self.read_now(Workspace::is_usurped) == Some(true) {
            self.become_another();
        }
        if let Some(heard) = heard.flatten().filter(|heard| !heard.purged.is_empty()) {
            self.save(&heard);
        }
    }

    /// Folds what dead tabs left behind, where the browser can say which tabs are alive. What they left is taken in first,
    /// and it is asked who is alive only after it was read: a tab that began since has left nothing there.
    pub(super) async fn fold(self, id: WorkspaceId) {
        let left = self.stores().left_behind(id).await;
        let Some((alive, _)) = tabs::alive().await else { return };
        self.take_in(id, left.versions());
        let folding = self.workspace.with_untracked(|open| {
            let open = open.as_ref().filter(|open| open.id() == id)?;
            let stores = self.stores.get_value();
            Some(stores.folding(open, &left, &alive))
        });
        if let Some(folding) = folding {
            folding.await;
        }
        let gone = self.read_now(|open| {
            let records = open.records();
            let is_gone = |record: &RecordId| records.get(*record).is_some_and(Versions::is_gone_from_device);
            if open.id() == id { records.ids().filter(is_gone).collect() } else { BTreeSet::new() }
        });
        self.stores().clear(id, &gone.unwrap_or_default(), &alive).await;
    }
}
