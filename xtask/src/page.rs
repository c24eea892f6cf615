//! The HTML page that both forms of the app are made from: `index.html` with its places filled in.

use std::fs;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::project;

/// What one form of the app puts into the page.
pub(crate) struct Page {
    /// The content security policy, with `{watch}` where the hash of the page's own watching script belongs.
    pub(crate) policy: String,
    /// Elements for the end of the head.
    pub(crate) head: String,
    /// Elements for the end of the body.
    pub(crate) scripts: String,
}

impl Page {
    /// The finished document.
    ///
    /// # Errors
    /// When `index.html` lacks one of the places that are filled in, or has it twice.
    pub(crate) fn render(&self) -> Result<String> {
        let template = fs::read_to_string(project::root().join("index.html"))
            .context("index.html can't be read")?
            .replace("\r\n", "\n");
        self.fill(&template)
    }

    fn fill(&self, template: &str) -> Result<String> {
        let watch = template
            .split_once("<script id=\"watch\">")
            .and_then(|(_, rest)| rest.split_once("</script>"))
            .map(|(script, _)| script)
            .context("index.html has no <script id=\"watch\">")?;
        let policy = self.policy.replace("{watch}", &script_hash(watch));
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let mut page = template.to_owned();
        for (name, content) in [("policy", &policy), ("head", &self.head), ("scripts", &self.scripts)] {
            let place = format!("<!-- {name} -->");
            if template.matches(&place).count() != 1 {
                bail!("index.html must have {place} exactly once");
            }
            page = page.replace(&place, content.trim_end());
        }
        Ok(page)
    }
}

/// The source expression that lets exactly this inline script run, as a content security policy writes it.
pub(crate) fn script_hash(script: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(script)))
}

/// JavaScript that can stand between `<script>` and `</script>`: in a string, a pattern or a template the escaped forms mean the same.
pub(crate) fn inline_script(js: &str) -> String {
    let mut safe = String::with_capacity(js.len());
    let mut pieces = js.split('<');
    safe.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        safe.push('<');
        let lower: String = piece.chars().take("/script".len()).collect::<String>().to_ascii_lowercase();
        if lower == "/script" || lower.starts_with("!--") {
            safe.push('\\');
        }
        safe.push_str(piece);
    }
    safe
}

/// The first characters of a text's SHA-256, enough to name a file by what is in it.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Page, inline_script, script_hash};

    #[test]
    fn nothing_in_a_script_can_end_it() {
        assert_eq!(inline_script("a < b; '</script>'"), "a < b; '<\\/script>'");
        assert_eq!(inline_script("'</SCRIPT'+'<!--'"), "'<\\/SCRIPT'+'<\\!--'");
        assert_eq!(inline_script("é<"), "é<");
    }

    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        assert_eq!(script_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn a_place_that_is_missing_is_named() {
        let page = Page { policy: "{watch}".into(), head: "H".into(), scripts: "S".into() };
        let filled = page.fill("<script id=\"watch\"></script><!-- policy --><!-- head --><!-- scripts -->").unwrap();
        assert!(filled.ends_with("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='\">HS"), "{filled}");
        let error = page.fill("<script id=\"watch\"></script><!-- policy --><!-- head -->").unwrap_err();
        assert_eq!(error.to_string(), "index.html must have <!-- scripts --> exactly once");
    }
}
