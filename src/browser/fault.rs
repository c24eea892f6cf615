//! What the browser's errors mean to a store.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::storage::store::StoreError;

impl From<JsValue> for StoreError {
    /// The name of what the browser threw decides: the kinds of object differ between browsers.
    fn from(thrown: JsValue) -> Self {
        match part(&thrown, "name").as_deref() {
            Some("SecurityError" | "NotAllowedError") => Self::Denied,
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Self::Full,
            _ => Self::Failed(words(&thrown)),
        }
    }
}

/// What was thrown in the browser's own words, such as "DataError: not a valid key".
pub(super) fn words(thrown: &JsValue) -> String {
    match (part(thrown, "name"), part(thrown, "message")) {
        (Some(name), Some(message)) if name == "Error" && !message.is_empty() => message,
        (Some(name), Some(message)) if !message.is_empty() => format!("{name}: {message}"),
        (Some(word), _) | (None, Some(word)) => word,
        (None, None) => thrown.as_string().unwrap_or_else(|| "the browser gave no reason".to_owned()),
    }
}

fn part(thrown: &JsValue, name: &str) -> Option<String> {
    Reflect::get(thrown, &JsValue::from_str(name)).ok()?.as_string()
}
