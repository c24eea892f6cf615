//! Asking the browser to keep what is stored until the person deletes it, and how much room there is.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::reach;

/// How much room the browser gives to this page, in bytes. Browsers blur both numbers on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How much is in use.
    pub used: u64,
    /// How much there may be in all.
    pub quota: u64,
}

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

/// How much room there is; `None` where the browser doesn't say.
pub async fn room() -> Option<Room> {
    let storage = reach::navigator_part("storage")?;
    let estimate = reach::answer(&storage, "estimate", &[]).await.ok()?;
    Some(Room { used: bytes(&estimate, "usage")?, quota: bytes(&estimate, "quota")? })
}

fn bytes(estimate: &JsValue, name: &str) -> Option<u64> {
    let bytes = Reflect::get(estimate, &JsValue::from_str(name)).ok()?.as_f64()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 2^53")]
    let bytes = bytes as u64;
    Some(bytes)
}
