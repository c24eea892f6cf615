//! Handing a file to another app by the device's own share sheet, where it has one.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{File, FilePropertyBag};

use super::reach;

/// Whether this device has a share sheet that takes files of this media type.
pub fn can_share(name: &str, kind: &str) -> bool {
    let sheet = sheet(name, kind, "");
    sheet.and_then(|sheet| reach::call(&navigator()?, "canShare", &[sheet]).ok()).is_some_and(|can| can.is_truthy())
}

/// Opens the share sheet with a text as a file. `true` if the person handed it to an app; `false` if they closed the sheet
/// or there is none. It has to be called while a person's press of a button is being answered.
pub async fn share(name: &str, kind: &str, text: &str) -> bool {
    let (Some(navigator), Some(sheet)) = (navigator(), sheet(name, kind, text)) else { return false };
    reach::answer(&navigator, "share", &[sheet]).await.is_ok()
}

fn navigator() -> Option<JsValue> {
    Some(web_sys::window()?.navigator().into())
}

/// What the share sheet is given.
fn sheet(name: &str, kind: &str, text: &str) -> Option<JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, name, &options).ok()?;
    let sheet = Object::new();
    Reflect::set(&sheet, &JsValue::from_str("files"), &Array::of1(&file)).ok()?;
    Some(sheet.into())
}
