//! Copying a text to the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;

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
