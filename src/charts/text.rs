//! Text: where words stand, and whether they fit, judged by the widths of Arial's letters.

use super::path::number;
use super::svg::escape;

/// Which point of a line of text its position names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A level line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where it stands, in units of the view box.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// The words, not escaped.
    pub text: String,
    /// Which point of the text `x` names.
    pub anchor: Anchor,
    /// Font size in units of the view box.
    pub size: f64,
    /// Whether it is set in bold.
    pub bold: bool,
    /// Its colour, `#rrggbb`.
    pub colour: String,
}

impl Label {
    /// The label as an SVG element.
    pub(super) fn to_svg(&self) -> String {
        format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{} text-anchor=\"{}\" fill=\"{}\">{}</text>\n",
            number(self.x),
            number(self.y),
            number(self.size),
            if self.bold { " font-weight=\"700\"" } else { "" },
            self.anchor.as_str(),
            self.colour,
            escape(&self.text)
        )
    }
}

/// How far below the middle of capitals and figures their baseline lies, as a share of the font size.
pub(super) const MIDDLE: f64 = 0.36;

/// The width of words in a regular face, in units; a little generous, because fonts differ.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size * 1.04
}

/// The width of words in a bold face, in units.
pub(super) fn bold_width(text: &str, size: f64) -> f64 {
    width(text, size) * 1.08
}

/// The first of the candidates that fits the room, or else the last of them, cut to fit and ended by "…".
///
/// Gives nothing when not even a few letters fit.
pub(super) fn fit(candidates: &[&str], size: f64, room: f64) -> Option<String> {
    let written = |text: &&&str| !text.trim().is_empty();
    if let Some(whole) = candidates.iter().filter(written).find(|text| width(text, size) <= room) {
        return Some((*whole).to_owned());
    }
    let last = candidates.iter().rfind(written)?;
    let mut cut = String::new();
    for letter in last.chars() {
        cut.push(letter);
        if width(&cut, size) + width("…", size) > room {
            cut.pop();
            break;
        }
    }
    let cut = cut.trim_end();
    (cut.chars().count() >= 3).then(|| format!("{cut}…"))
}

/// The advance of a letter as a share of the font size.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '|' => 0.222,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' => 0.278,
        'r' | '-' | '(' | ')' => 0.333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'F' | 'T' | 'Z' | 'L' => 0.611,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 0.667,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 0.722,
        'G' | 'O' | 'Q' => 0.778,
        'm' | 'M' | '%' => 0.889,
        'W' | '…' | '—' => 1.0,
        letter if letter.is_ascii() => 0.556,
        // Accented Latin is about as wide as what it stands on; other scripts can be as wide as they are high.
        letter if letter < '\u{250}' => 0.722,
        _ => 1.0,
    }
}
