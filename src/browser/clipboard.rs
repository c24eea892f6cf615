//! Copying texts and tables to the clipboard.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlTextAreaElement};

use super::reach;

/// Copies a text to the clipboard; `false` if the browser does not let the page do that.
///
/// It is asked the present way first, which a page that was opened from a file may be refused, and then the old way. It has to
/// be called while a person's press of a button is being answered.
pub async fn copy(text: &str) -> bool {
    if let Some(clipboard) = reach::navigator_part("clipboard")
        && reach::answer(&clipboard, "writeText", &[JsValue::from_str(text)]).await.is_ok()
    {
        return true;
    }
    copy_selected(text).is_some()
}

/// Copies a table or a report to the clipboard, as HTML and as plain text, so that a word processor takes the one and a text field the other;
/// `false` if the browser does not let the page do that. It has to be called while a person's press of a button is being answered.
pub async fn copy_table(html: &str, text: &str) -> bool {
    let put = async {
        let clipboard = reach::navigator_part("clipboard")?;
        let make: js_sys::Function = Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
        let kinds = Object::new();
        for (kind, content) in [("text/html", html), ("text/plain", text)] {
            let options = BlobPropertyBag::new();
            options.set_type(kind);
            let parts = Array::of1(&JsValue::from_str(content));
            let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
            Reflect::set(&kinds, &kind.into(), &blob).ok()?;
        }
        let item = Reflect::construct(&make, &Array::of1(&kinds)).ok()?;
        reach::answer(&clipboard, "write", &[Array::of1(&item).into()]).await.ok()
    };
    put.await.is_some() || copy_as_event(html, text).is_some()
}

/// Copies the old way: the browser asks the page what to put on the clipboard, and is given both forms.
fn copy_as_event(html: &str, text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let (html, text) = (JsValue::from_str(html), JsValue::from_str(text));
    let listener = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        if let Some(data) = reach::part(&event, "clipboardData") {
            let set = |kind: &str, content: &JsValue| reach::call(&data, "setData", &[kind.into(), content.clone()]);
            if set("text/html", &html).is_ok() && set("text/plain", &text).is_ok() {
                event.prevent_default();
            }
        }
    });
    let function = listener.as_ref().unchecked_ref();
    document.add_event_listener_with_callback("copy", function).ok()?;
    let copied = reach::call(&document, "execCommand", &[JsValue::from_str("copy")]);
    document.remove_event_listener_with_callback("copy", function).ok()?;
    copied.is_ok_and(|copied| copied.is_truthy()).then_some(())
}

/// Copies by selecting the text in a field that is there only for that.
fn copy_selected(text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_attribute("aria-hidden", "true").ok()?;
    document.body()?.append_child(&field).ok()?;
    field.select();
    let copied = reach::call(&document, "execCommand", &[JsValue::from_str("copy")]);
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        focused.focus().ok();
    }
    copied.is_ok_and(|copied| copied.is_truthy()).then_some(())
}
