//! Reaching parts of the browser that may be missing, or that web-sys leaves out until their standard is final.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calls a method by its name.
///
/// # Errors
/// What the method threw, or a `TypeError` when there is no such method.
pub(super) fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &JsValue::from_str(method))?.dyn_into()?;
    method.apply(target, &arguments.iter().collect::<Array>())
}

/// Calls a method that gives a promise, and waits for what it promised.
///
/// # Errors
/// What the method threw or what the promise was rejected with.
pub(super) async fn answer(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let promise: Promise = call(target, method, arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// A part of something that need not have it, such as "clipboardData" of an event.
pub(super) fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(JsValue::is_object)
}

/// A part of `navigator`, such as "locks"; `None` where this browser, or a page opened this way, has none.
pub(super) fn navigator_part(name: &str) -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str(name)).ok().filter(JsValue::is_object)
}
