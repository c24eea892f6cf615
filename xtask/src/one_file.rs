//! `rainbow.html`: the whole app in one file that opens by double-click, from a USB stick or an email.
//!
//! The document is plain, so that the app can write a copy of itself: the doctype and the document element, with `#app` emptied. What a
//! copy carries, such as a survey, stands between the comments `carried` and `/carried` of `index.html`, as a
//! `<script type="application/json">`. The policy names the two scripts that run by their hashes. A data block never runs, so it needs no
//! hash, and adding one leaves the policy as it is.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::page::{Page, inline_script, script_hash};
use crate::project;
use crate::size;
use crate::wasm::App;

/// Runs after wasm-bindgen's module, in the same script.
const START: &str = include_str!("start/one_file.js");

/// Writes the file.
///
/// # Errors
/// When the template can't be filled in or the file can't be written.
pub(crate) fn write(path: &Path, app: &App, css: &str, squeeze: size::Squeeze) -> Result<()> {
    let icon = fs::read(project::root().join("public/icon.svg")).context("public/icon.svg can't be read")?;
    let script = inline_script(&format!("{}{}", app.js, START.replace("\r\n", "\n")));
    let page = Page {
        policy: format!(
            "default-src 'none'; script-src {{watch}} {} 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
             img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'",
            script_hash(&script)
        ),
        head: format!(
            "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n<style>{css}</style>",
            BASE64.encode(icon)
        ),
        scripts: format!(
            "<script type=\"application/octet-stream;base64\" id=\"wasm\">{}</script>\n<script type=\"module\" id=\"start\">{script}</script>",
            BASE64.encode(size::gzip(&app.wasm, squeeze)?)
        ),
    };
    fs::write(path, page.render()?).with_context(|| format!("{} can't be written", path.display()))
}
