//! A copy of Rainbow's own page that carries something: a survey to answer, or what a lead is asked.
//!
//! The page has one place for what a copy carries, between two comments. In Rainbow itself it says what Rainbow is where
//! scripts don't run; in a copy that carries something it says what that file is, and holds the content as a data block that no
//! browser runs. Filling a page that carries something replaces that, so copies never nest.

use super::problem::Fault;

const BEGINS: &str = "<!-- carried -->";
const ENDS: &str = "<!-- /carried -->";

/// What a page is to carry.
pub(super) struct Carrying<'a> {
    /// The id of the element that holds the content.
    pub(super) element: &'a str,
    /// The title of the page, as text.
    pub(super) title: String,
    /// What the file says where scripts don't run: in the preview of a mail program, on most phones, and in a browser in which
    /// they are turned off. As HTML.
    pub(super) without_scripts: String,
    /// The content, as JSON without any `<`.
    pub(super) content: &'a str,
}

/// The page with this in the place of what it carried before.
///
/// # Errors
/// If the page has no such place, or more than one, or if the content could end the element that holds it.
pub(super) fn fill(page: &str, carrying: &Carrying<'_>) -> Result<String, Fault> {
    let no_place = || Fault::at("", "this copy of Rainbow has no place for what it is to carry");
    let (before, rest) = page.split_once(BEGINS).ok_or_else(no_place)?;
    let (_, after) = rest.split_once(ENDS).ok_or_else(no_place)?;
    if after.contains(BEGINS) || after.contains(ENDS) || before.contains(ENDS) {
        return Err(no_place());
    }
    let Carrying { element, title, without_scripts, content } = carrying;
    let content = content.trim();
    if content.contains('<') {
        return Err(Fault::at("", "the content can\u{2019}t stand in a page as it is written"));
    }
    Ok(format!(
        "{}{BEGINS}\n<noscript>\n{without_scripts}</noscript>\n<script type=\"application/json\" id=\"{element}\">\n{content}\n</script>\n{ENDS}{after}",
        titled(before, title)
    ))
}

/// The start of the page, up to what it carries, with a title of its own.
fn titled(before: &str, title: &str) -> String {
    let parts = before.split_once("<title>").and_then(|(head, rest)| Some((head, rest.split_once("</title>")?.1)));
    match parts {
        Some((head, tail)) => format!("{head}<title>{}</title>{tail}", escaped(title)),
        None => before.to_owned(),
    }
}

/// A text as HTML shows it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
