//! Files that a person chooses, and files that a person is given.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::fault::words;

/// How long a file stays ready to be fetched by the browser's own download, in milliseconds.
const DOWNLOAD_MS: u32 = 60_000;

/// Why a chosen file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than the cap.
    TooLarge {
        /// The file's size in bytes.
        size: u64,
    },
    /// It is not text in UTF-8: a picture, a spreadsheet, or text in an old encoding.
    NotText,
    /// The browser could not read it, in the browser's words: moved, deleted or locked since it was chosen.
    Unreadable(String),
}

/// Reads the bytes of a file.
///
/// # Errors
/// [`FileError::TooLarge`] if the file has more than `cap` bytes, in which case nothing is read; otherwise as each error
/// says.
pub async fn read_bytes(file: &Blob, cap: u64) -> Result<Vec<u8>, FileError> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 2^53")]
    let size = file.size() as u64;
    if size > cap {
        return Err(FileError::TooLarge { size });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|thrown| FileError::Unreadable(words(&thrown)))?;
    bytes_of(&Uint8Array::new(&buffer))
}

/// The first bytes of a file, at most `most` of them.
///
/// # Errors
/// [`FileError::Unreadable`] as it says.
pub async fn read_start(file: &File, most: u32) -> Result<Vec<u8>, FileError> {
    let start = file.slice_with_i32_and_i32(0, i32::try_from(most).unwrap_or(i32::MAX));
    read_bytes(&start.map_err(|thrown| FileError::Unreadable(words(&thrown)))?, u64::MAX).await
}

/// Bytes as text in UTF-8. A byte order mark, as some editors put it in front, is left out.
///
/// # Errors
/// [`FileError::NotText`] if they are none.
pub fn text_of(bytes: Vec<u8>) -> Result<String, FileError> {
    let mut text = String::from_utf8(bytes).map_err(|_| FileError::NotText)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// Offers a text as a file: the browser saves it, or asks the person where to. `kind` is its media type, such as
/// "application/json".
///
/// Browsers don't tell whether the file was saved in the end.
///
/// # Errors
/// The browser's words if it did not take the file.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), String> {
    download_bytes(name, kind, text.as_bytes())
}

/// Offers bytes as a file, as [`download`] offers a text.
///
/// # Errors
/// The browser's words if it did not take the file.
pub fn download_bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), String> {
    offer(name, kind, &Array::of1(&Uint8Array::from(bytes))).map_err(|thrown| words(&thrown))
}

/// A file that is put together part by part, so that a large one never stands in the app's own memory as a whole.
#[derive(Debug, Default)]
pub struct Parts(Array);

impl Parts {
    /// Adds text at the end.
    pub fn push(&self, text: &str) {
        self.0.push(&Uint8Array::from(text.as_bytes()));
    }

    /// Offers all that was added as a file, as [`download`] offers a text.
    ///
    /// # Errors
    /// The browser's words if it did not take the file.
    pub fn download(&self, name: &str, kind: &str) -> Result<(), String> {
        offer(name, kind, &self.0).map_err(|thrown| words(&thrown))
    }
}

/// The bytes, or an error where an ordinary allocation would end the app for lack of memory.
pub(super) fn bytes_of(array: &Uint8Array) -> Result<Vec<u8>, FileError> {
    let length = usize::try_from(array.length()).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).map_err(|_| FileError::Unreadable("there is not enough memory".to_owned()))?;
    bytes.resize(length, 0);
    array.copy_to(&mut bytes);
    Ok(bytes)
}

fn offer(name: &str, kind: &str, parts: &Array) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no page")?;
    let body = document.body().ok_or("there is no page")?;
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.set_hidden(true);
    // Some browsers follow a link only while it is part of the page.
    body.append_child(&link)?;
    link.click();
    link.remove();
    // The download may begin after this turn, so its data must stay for a while.
    Timeout::new(DOWNLOAD_MS, move || {
        Url::revoke_object_url(&url).ok();
    })
    .forget();
    Ok(())
}
