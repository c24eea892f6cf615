//! Asking the browser to keep what is stored until the person deletes it.

use super::reach;

/// Asks the browser not to evict what is stored when it runs short of room: `true` if it agreed, now or earlier; `None`
/// where it can't be asked.
///
/// A browser may put the question to the person and answer when they do, so nothing should wait for this.
pub async fn ask() -> Option<bool> {
    let storage = reach::navigator_part("storage")?;
    if reach::answer(&storage, "persisted", &[]).await.ok()?.as_bool()? {
        return Some(true);
    }
    reach::answer(&storage, "persist", &[]).await.ok()?.as_bool()
}
