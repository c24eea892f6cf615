//! The keys for undo and redo, wherever they do not belong to a text that is being typed.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What the keys ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Ctrl+Z, or Cmd+Z on a Mac.
    Undo,
    /// Ctrl+Y or Ctrl+Shift+Z, or Cmd+Shift+Z on a Mac.
    Redo,
}

/// Calls back whenever the keys for undo or redo are pressed, for as long as this page lives.
///
/// In a field that text is typed into they are the browser's own: they take back the typing.
pub fn on_undo_or_redo(callback: impl Fn(Asked) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(asked) = asked(event).filter(|_| !is_typing(event)) {
            event.prevent_default();
            callback(asked);
        }
    })
    .forget();
}

fn asked(event: &KeyboardEvent) -> Option<Asked> {
    if event.alt_key() || event.ctrl_key() == event.meta_key() {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Asked::Undo),
        ("z", true) | ("y", false) => Some(Asked::Redo),
        _ => None,
    }
}

/// Whether the event comes from a field that text is typed into.
fn is_typing(event: &KeyboardEvent) -> bool {
    const TEXTS: &str = "textarea, input:not([type=radio], [type=checkbox], [type=button], [type=file])";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(TEXTS).unwrap_or(false))
}
