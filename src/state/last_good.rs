//! The workspace as it last stood between two edits, kept apart for the file that is offered after a panic.

use crate::browser::clock;
use crate::domain::ids::WorkspaceId;
use crate::domain::workspace::Workspace;
use crate::exchange::export;

thread_local! {
    /// The workspace as it last stood between two edits, for the file that is offered after a panic. It is a copy of its
    /// own, because a panic may come in the middle of an edit.
    static LAST_GOOD: std::cell::RefCell<Option<Workspace>> = const { std::cell::RefCell::new(None) };
}

/// Keeps a copy of the workspace, between two edits.
pub(super) fn remember(workspace: &Workspace) {
    // Copied before the old copy is touched: if copying panics, that one can still be had.
    let copy = workspace.clone();
    LAST_GOOD.with(|kept| {
        if let Ok(mut kept) = kept.try_borrow_mut() {
            *kept = Some(copy);
        }
    });
}

/// Forgets the copy if it is of this area.
pub(super) fn forget(area: WorkspaceId) {
    LAST_GOOD.with(|kept| {
        if let Ok(mut kept) = kept.try_borrow_mut()
            && kept.as_ref().is_some_and(|kept| kept.id() == area)
        {
            *kept = None;
        }
    });
}

/// The file that is offered after a panic: its name and text.
pub fn rescue() -> Option<(String, String)> {
    LAST_GOOD.with(|kept| {
        let kept = kept.try_borrow().ok()?;
        let text = export::workspace(kept.as_ref()?, export::Extent::Everything, clock::now()).ok()?;
        Some((format!("rainbow-rescued-{}.json", clock::today()), text))
    })
}
