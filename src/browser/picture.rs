//! A drawing as a picture of pixels, on the clipboard or as bytes for a file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use js_sys::{Array, Object, Promise, Reflect, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::files::read_bytes;
use super::reach;

/// How many pixels are drawn for a unit of the drawing: enough for a sheet of paper.
const SHARPNESS: f64 = 2.0;

/// An SVG file of this size, in its own units, as a PNG; `None` if the browser can't draw it.
pub async fn png(svg: &str, width: f64, height: f64) -> Option<Blob> {
    drawn(svg, width * SHARPNESS, height * SHARPNESS).await.ok()?.dyn_into().ok()
}

/// An address that holds a picture itself, for a document that can't fetch it; `None` if the browser can't read the picture.
pub async fn address(png: &Blob) -> Option<String> {
    let bytes = read_bytes(png, u64::MAX).await.ok()?;
    Some(format!("data:image/png;base64,{}", STANDARD.encode(bytes)))
}

/// Puts a PNG on the clipboard; `false` if the browser does not let the page do that.
pub async fn copy(png: &Blob) -> bool {
    let put = async {
        let clipboard = reach::navigator_part("clipboard")?;
        let make: js_sys::Function = Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
        let kinds = Object::new();
        Reflect::set(&kinds, &"image/png".into(), png).ok()?;
        let item = Reflect::construct(&make, &Array::of1(&kinds)).ok()?;
        reach::answer(&clipboard, "write", &[Array::of1(&item).into()]).await.ok()
    };
    put.await.is_some()
}

async fn drawn(svg: &str, width: f64, height: f64) -> Result<JsValue, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no page")?;
    let image = document.create_element("img")?;
    image.set_attribute("src", &format!("data:image/svg+xml;charset=utf-8,{}", encode_uri_component(svg)))?;
    reach::answer(&image, "decode", &[]).await?;
    let canvas = document.create_element("canvas")?;
    for (side, length) in [("width", width), ("height", height)] {
        Reflect::set(&canvas, &side.into(), &length.into())?;
    }
    let pen = reach::call(&canvas, "getContext", &["2d".into()])?;
    reach::call(&pen, "drawImage", &[image.into(), 0.into(), 0.into(), width.into(), height.into()])?;
    let made = Promise::new(&mut |give, _| {
        // Without a picture the promise would never be kept.
        if reach::call(&canvas, "toBlob", &[give.clone().into(), "image/png".into()]).is_err() {
            give.call1(&JsValue::UNDEFINED, &JsValue::NULL).ok();
        }
    });
    JsFuture::from(made).await
}
