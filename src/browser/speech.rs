//! Reading aloud with the browser's own voice, where it has one.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance};

use super::panic;

/// How fast it is read: a little slower than the voice would by itself.
const RATE: f32 = 0.9;

/// Whether this browser reads aloud.
pub fn can_speak() -> bool {
    voice().is_some()
}

/// Reads these words aloud, in place of what is being read.
pub fn speak(words: &str) {
    let (Some(voice), Ok(said)) = (voice(), SpeechSynthesisUtterance::new_with_text(words)) else { return };
    said.set_lang("en-GB");
    said.set_rate(RATE);
    voice.cancel();
    voice.speak(&said);
}

/// Stops reading.
pub fn stop() {
    if let Some(voice) = voice() {
        voice.cancel();
    }
}

fn voice() -> Option<SpeechSynthesis> {
    let window = web_sys::window().filter(|_| !panic::is_stopped())?;
    // Where it is missing, asking for it gives an object that is none.
    let is_there = Reflect::get(&window, &JsValue::from_str("speechSynthesis")).is_ok_and(|part| part.is_object());
    is_there.then(|| window.speech_synthesis().ok()).flatten()
}
