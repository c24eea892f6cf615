//! Deflating and inflating by the browser's own means: what a .zip archive holds, and what a link carries.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// The bytes that were deflated (RFC 1951) to these; `None` if they were not, if there are more than `most`, or if the
/// browser can't inflate. However much would come, no more than `most` and one piece is ever held.
pub async fn inflate(deflated: &[u8], most: u64) -> Option<Vec<u8>> {
    let most = usize::try_from(most).ok()?;
    through("DecompressionStream", deflated, most).await
}

/// These bytes deflated (RFC 1951); `None` if the browser can't deflate.
pub async fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    through("CompressionStream", bytes, usize::MAX).await
}

/// What comes out of one of the browser's streams when bytes go through it; `None` if that is more than `most`.
async fn through(stream: &str, bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let reader = reader(stream, bytes).ok()?;
    let mut out: Vec<u8> = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.ok()?;
        if Reflect::get(&piece, &"done".into()).ok()?.is_truthy() {
            return Some(out);
        }
        let piece: Uint8Array = Reflect::get(&piece, &"value".into()).ok()?.dyn_into().ok()?;
        let length = out.len().checked_add(usize::try_from(piece.length()).ok()?)?;
        if length > most || out.try_reserve(length.saturating_sub(out.len())).is_err() {
            // Nothing waits for what the reader would still give.
            let _ = reader.cancel();
            return None;
        }
        out.extend(piece.to_vec());
    }
}

fn reader(stream: &str, bytes: &[u8]) -> Result<ReadableStreamDefaultReader, JsValue> {
    let make: Function = Reflect::get(&js_sys::global(), &stream.into())?.dyn_into()?;
    let packer = Reflect::construct(&make, &Array::of1(&"deflate-raw".into()))?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let stream = blob.stream().pipe_through(packer.unchecked_ref::<ReadableWritablePair>());
    Ok(stream.get_reader().unchecked_into())
}
