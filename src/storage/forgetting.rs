//! Forgetting a workspace for good, also where the browser is killed straight after it.
//!
//! What is dropped from localStorage may be back after a crash, because the browser had not told the disk yet. So the
//! durable store marks the workspace as forgotten in the same step in which it drops it, and whoever asks for the
//! workspace later looks for that mark first: what the quick store has of it then is dropped once more and never put
//! back. Only what a person makes or takes in anew takes the mark off.

use std::collections::BTreeSet;

use super::pair::Pair;
use super::store::{Durable, Small, StoreError};
use crate::domain::ids::WorkspaceId;

impl<Q: Small, D: Durable> Pair<Q, D> {
    /// Drops a whole workspace from both stores, so that it stays away.
    ///
    /// # Errors
    /// If a store could not drop it all. One that this page may not use is passed over.
    pub async fn forget(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        self.begun.borrow_mut().remove(&workspace);
        let durable = self.durable.forget(workspace).await;
        let quick = self.quick.forget(workspace).await;
        self.was_dropped(workspace).await;
        let nothing_kept = |forgot| if forgot == Err(StoreError::Denied) { Ok(()) } else { forgot };
        nothing_kept(durable).and(nothing_kept(quick))
    }

    /// Takes note that a person begins the workspace here: its next saving takes the mark off it, if it was forgotten.
    pub fn begin(&self, workspace: WorkspaceId) {
        self.begun.borrow_mut().insert(workspace);
    }

    /// Takes note that the workspace was dropped from the stores, by this tab or another one: the room that it took is free.
    pub async fn was_dropped(&self, workspace: WorkspaceId) {
        self.mirror.forget(workspace);
        if let Ok(used) = self.quick.used().await {
            self.mirror.measured(used);
        }
    }

    /// The workspaces that were forgotten. Of a durable store that can't be read nothing is known.
    pub(super) async fn forgotten(&self) -> BTreeSet<WorkspaceId> {
        self.durable.forgotten().await.unwrap_or_default()
    }

    /// Drops what is kept of a forgotten workspace all the same: what came back after a crash, or was written by a tab that
    /// had not heard. A store that refuses is asked again the next time.
    pub(super) async fn forget_again(&self, workspace: WorkspaceId) {
        let _ = self.durable.forget_again(workspace).await;
        let _ = self.quick.forget(workspace).await;
        self.was_dropped(workspace).await;
    }
}
