//! A device that many people answer on, one after the other: whose turn it is, and that nothing else of Rainbow is shown.

use leptos::prelude::*;

use super::App;
use crate::browser::sharing;
use crate::domain::ids::{ResponseId, WorkspaceId};
use crate::domain::shared_device::SharedDevice;
use crate::domain::workspace::{Edit, EditError, Workspace};
use crate::route::Page;

impl App {
    /// How this device is shared, if it is.
    pub fn sharing(self) -> Option<SharedDevice> {
        self.read(|open| open.shared_device().cloned()).flatten()
    }

    /// Whether this device is shared: asked once.
    pub fn is_sharing(self) -> bool {
        self.read_now(|open| open.shared_device().is_some()).unwrap_or(false)
    }

    /// The area that this device is shared for. Of the open one its own records say so; before one is open, what the browser
    /// kept does.
    pub fn shared_area(self) -> Option<WorkspaceId> {
        let open = |open: &Workspace| (open.id(), open.shared_device().is_some());
        let kept = self.shared.get_value();
        match self.read_now(open) {
            Some((id, true)) => Some(id),
            Some((id, false)) => kept.filter(|kept| *kept != id),
            None => kept,
        }
    }

    /// Lets many people answer on this device from here on.
    ///
    /// # Errors
    /// If no area is open.
    pub fn share_device(self, shared: SharedDevice) -> Result<(), EditError> {
        let round = shared.round;
        self.edit(|open| Ok(open.share_device(shared)))?;
        self.keep_shared();
        self.turn_to(Page::ShareDevice(round));
        Ok(())
    }

    /// Ends that, on the facilitator's word.
    ///
    /// # Errors
    /// [`EditError::WrongWord`] if that is not the word.
    pub fn stop_sharing(self, word: &str) -> Result<(), EditError> {
        self.edit(|open| open.stop_sharing(word))?;
        self.keep_shared();
        self.turn_to(Page::Survey);
        Ok(())
    }

    /// Finishes a response. Where many people answer on this device it is the next one's turn then.
    ///
    /// # Errors
    /// Why it could not be finished; nothing was changed.
    pub fn finish_turn(
        self,
        response: ResponseId,
        finish: impl FnOnce(&mut Workspace) -> Result<Edit, EditError>,
    ) -> Result<(), EditError> {
        let shared = self.read_now(|open| open.shared_device().cloned()).flatten();
        let Some(shared) = shared.filter(|shared| shared.turn == Some(response)) else {
            return self.edit(finish).map(|_| ());
        };
        self.thanking.set(true);
        let done = self.edit(|open| {
            let finished = finish(open)?;
            Ok(finished.then(open.end_turn(response)?))
        });
        match done {
            // The address must not name the response any longer.
            Ok(_) => self.turn_to(Page::ShareDevice(shared.round)),
            Err(_) => self.thanking.set(false),
        }
        done.map(|_| ())
    }

    /// Whether whoever has just finished is being thanked.
    pub fn thanking(self) -> Signal<bool> {
        self.thanking.into()
    }

    /// Leaves the device to the next person.
    pub fn hand_on(self) {
        self.thanking.set(false);
    }

    /// Keeps in the browser what the open area's records say of sharing, and lets go of what is there no longer.
    pub(super) fn keep_shared(self) {
        let open = self.read_now(|open| (open.id(), open.shared_device().is_some()));
        match open {
            Some((id, true)) => {
                self.shared.set_value(Some(id));
                sharing::share(id);
            }
            Some((id, false)) if self.shared.get_value() == Some(id) => self.forget_shared(),
            _ => {}
        }
    }

    /// Lets go of what the browser kept of an area that is not on this device any more. `true` if there was something.
    pub(super) fn is_shared_in_vain(self, id: WorkspaceId) -> bool {
        let is_so = self.shared.get_value() == Some(id);
        if is_so {
            self.forget_shared();
        }
        is_so
    }

    fn forget_shared(self) {
        self.shared.set_value(None);
        sharing::unshare();
    }
}
