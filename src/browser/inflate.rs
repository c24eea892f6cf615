//! Inflating what a .zip archive holds, by the browser's own means.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// The bytes that were deflated (RFC 1951) to these; `None` if they were not, if there are more than `most`, or if the
/// browser can't inflate. However much would come, no more than `most` and one piece is ever held.
pub async fn inflate(deflated: &[u8], most: u64) -> Option<Vec<u8>> {
    let most = usize::try_from(most).ok()?;
    let reader = inflating(deflated).ok()?;
    let mut bytes: Vec<u8> = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.ok()?;
        if Reflect::get(&piece, &"done".into()).ok()?.is_truthy() {
            return Some(bytes);
        }
        let piece: Uint8Array = Reflect::get(&piece, &"value".into()).ok()?.dyn_into().ok()?;
        let length = bytes.len().checked_add(usize::try_from(piece.length()).ok()?)?;
        if length > most || bytes.try_reserve(length.saturating_sub(bytes.len())).is_err() {
            // Nothing waits for what the reader would still give.
            let _ = reader.cancel();
            return None;
        }
        bytes.extend(piece.to_vec());
    }
}

fn inflating(deflated: &[u8]) -> Result<ReadableStreamDefaultReader, JsValue> {
    let make: Function = Reflect::get(&js_sys::global(), &"DecompressionStream".into())?.dyn_into()?;
    let inflater = Reflect::construct(&make, &Array::of1(&"deflate-raw".into()))?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(deflated)))?;
    let stream = blob.stream().pipe_through(inflater.unchecked_ref::<ReadableWritablePair>());
    Ok(stream.get_reader().unchecked_into())
}
