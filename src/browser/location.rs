//! Where the page is: its hash, its title, and whether it was opened from a file.

use gloo_events::EventListener;

use super::panic;

/// What stands after the `#` of the address, as the address spells it; empty if there is nothing.
pub fn hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to another hash, given without the `#`, as a step that the browser's back button takes back. Listeners hear of
/// it unless it is where the page already is.
///
/// The hash is all of the address that a page opened from a file may change.
pub fn set_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Browsers refuse only when a page does this hundreds of times a second; the page then stays where it is.
        window.location().set_hash(hash).ok();
    }
}

/// Writes another hash, given without the `#`, in the place of the one that stands in the address, and tells no listener: for
/// what a person chose on a page, so that it is there again when the page is loaded again.
pub fn replace_hash(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // A browser that refuses this leaves the address as it was, and the choice lasts as long as the page.
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("#{hash}"))).ok();
    }
}

/// Calls back with the new hash, without the `#`, whenever it changes, for as long as this page lives and the app has not panicked.
pub fn on_hash_change(callback: impl Fn(String) + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| {
            if !panic::is_stopped() {
                callback(hash());
            }
        })
        .forget();
    }
}

/// Sets the title of the page, which the tab shows and a screen reader announces.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Whether the page was opened from a file rather than from a site.
pub fn is_file() -> bool {
    web_sys::window().and_then(|window| window.location().protocol().ok()).is_some_and(|protocol| protocol == "file:")
}
