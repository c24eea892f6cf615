//! Which area this device is shared for, so that people who answer one after the other find nothing else here, wherever the
//! address leads. What there is to know of it stands in the area's own records.

use super::local_store::storage;
use crate::domain::ids::WorkspaceId;

/// The localStorage key. It is none that a store reads.
const SHARED: &str = "rainbow-shared";

/// The area that this device is shared for, if it is. Where the browser keeps nothing, it is not known after a reload.
pub fn shared_area() -> Option<WorkspaceId> {
    let text = storage().ok()?.get_item(SHARED).ok().flatten()?;
    WorkspaceId::parse(&text)
}

/// Notes that this device is shared for an area.
pub fn share(area: WorkspaceId) {
    if let Ok(storage) = storage() {
        // A store that is full or denied leaves the mode to the area's records, which hold it at every address of the area.
        storage.set_item(SHARED, &area.to_string()).ok();
    }
}

/// Notes that this device is shared no longer.
pub fn unshare() {
    if let Ok(storage) = storage() {
        storage.remove_item(SHARED).ok();
    }
}
