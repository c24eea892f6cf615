//! SVG text: what every chart's file begins and ends with, and the escaping of words.

use super::path::number;
use std::fmt::Write;

/// Wraps the elements of a chart into a complete file that reads as one picture.
///
/// `name` is its accessible name and `description` what a reader of it hears next, if anything; both come unescaped.
pub(super) fn document(width: f64, height: f64, name: &str, description: &str, inside: &str) -> String {
    let (width, height) = (number(width), number(height));
    let name = escape(name);
    let description = match description {
        "" => String::new(),
        words => format!("<desc>{}</desc>\n", escape(words)),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"{FONT}\" role=\"img\" aria-label=\"{name}\">\n\
         <title>{name}</title>\n{description}\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n{inside}</svg>\n"
    )
}

/// Adds a path with the attributes given as written.
pub(super) fn path(to: &mut String, d: &str, attributes: &str) {
    let _ = writeln!(to, "<path d=\"{d}\" {attributes}/>");
}

/// Words made safe for both text and quoted attributes; characters that XML forbids become U+FFFD.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

/// A prefix fit for ids: letters, figures, hyphens and underscores, and never empty.
pub(super) fn prefix(text: &str) -> String {
    let kept: String =
        text.chars().filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')).collect();
    if kept.is_empty() { "chart".to_owned() } else { kept }
}

const FONT: &str = "Arial, Helvetica, sans-serif";
