//! The rainbow's drawing: its shape as SVG text, element by element.

use super::colour::{PAPER, TEXT};
use super::path::number;
use super::rainbow::{ArcShape, Bubble, CurvedText, KeyKind, Mark, RainbowShape};
use super::svg::{document, escape, path};
use std::fmt::Write;

impl RainbowShape {
    /// A complete SVG file: one picture with a name, a description and nothing fetched from elsewhere.
    pub fn to_svg(&self) -> String {
        let mut inside = self.surroundings();
        for arc in &self.arcs {
            let _ = write!(inside, "<g>\n<title>{}</title>\n{}</g>\n", escape(&arc.label), arc.drawing());
        }
        document(self.width, self.height, &self.label, &self.description, &inside)
    }

    /// What belongs to no arc, as SVG elements with their text escaped: ticks, ends and the key.
    pub fn surroundings(&self) -> String {
        let mut to = String::new();
        for tick in &self.ticks {
            path(&mut to, &tick.line, &format!("fill=\"none\" stroke=\"{QUIET}\" stroke-width=\"1.5\""));
            if let Some(label) = &tick.label {
                to.push_str(&label.to_svg());
            }
        }
        for end in &self.ends {
            to.push_str(&end.to_svg());
        }
        for entry in &self.key {
            match entry.kind {
                KeyKind::Target => target_pin(&mut to, &entry.mark),
                KeyKind::Previous => previous_pin(&mut to, &entry.mark),
            }
            to.push_str(&entry.label.to_svg());
        }
        to
    }
}

impl ArcShape {
    /// The arc as SVG elements with their text escaped, for a file or for a group of the caller's own.
    pub fn drawing(&self) -> String {
        let mut to = String::new();
        let (fill, ink, tint) = (&self.palette.fill, &self.palette.ink, &self.palette.tint);
        path(&mut to, &self.track, &format!("fill=\"{tint}\" stroke=\"{ink}\""));
        if let Some(hatch) = &self.hatch {
            path(&mut to, hatch, &format!("fill=\"none\" stroke=\"{ink}\" stroke-width=\"1\""));
        }
        if let Some(filled) = &self.fill {
            path(&mut to, filled, &format!("fill=\"{fill}\" stroke=\"{ink}\""));
        }
        if let Some(words) = &self.words {
            if let Some(plate) = &words.plate {
                path(&mut to, plate, &format!("fill=\"{tint}\""));
            }
            curved(&mut to, &words.text);
        }
        if let Some(name) = &self.name {
            curved(&mut to, name);
        }
        for label in self.number.iter().chain(&self.people) {
            to.push_str(&label.to_svg());
        }
        if let Some(line) = self.previous.as_ref().and_then(|mark| mark.line.as_ref()) {
            mark_line(&mut to, line, "1.5\" stroke-dasharray=\"3 2");
        }
        if let Some(line) = self.target.as_ref().and_then(|mark| mark.line.as_ref()) {
            mark_line(&mut to, line, "2.5");
        }
        if let Some(bubble) = &self.bubble {
            circle(&mut to, bubble, ink);
        }
        if let Some(Mark { pin, .. }) = &self.target {
            target_pin(&mut to, pin);
        }
        if let Some(Mark { pin, .. }) = &self.previous {
            previous_pin(&mut to, pin);
        }
        to
    }
}

/// The colour of ticks: 7:1 against white.
const QUIET: &str = "#505a5f";

/// A mark's line in a white casing, so that it shows on any fill.
fn mark_line(to: &mut String, line: &str, dark: &str) {
    let (text, paper) = (TEXT.hex(), PAPER.hex());
    path(to, line, &format!("fill=\"none\" stroke=\"{paper}\" stroke-width=\"5\""));
    path(to, line, &format!("fill=\"none\" stroke=\"{text}\" stroke-width=\"{dark}\""));
}

fn target_pin(to: &mut String, pin: &str) {
    let (text, paper) = (TEXT.hex(), PAPER.hex());
    // The casing is a path of its own: not every PDF reader heeds an order of painting.
    path(to, pin, &format!("fill=\"{paper}\" stroke=\"{paper}\" stroke-width=\"1.5\""));
    path(to, pin, &format!("fill=\"{text}\""));
}

fn previous_pin(to: &mut String, pin: &str) {
    let (text, paper) = (TEXT.hex(), PAPER.hex());
    path(to, pin, &format!("fill=\"{paper}\" stroke=\"{text}\" stroke-width=\"1.25\""));
}

fn circle(to: &mut String, bubble: &Bubble, ink: &str) {
    let (x, y) = (number(bubble.x), number(bubble.y));
    // The outline lies inside the radius, so the bubble is never larger than its shape says.
    let _ = writeln!(
        to,
        "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" fill=\"#ffffff\" stroke=\"{ink}\" stroke-width=\"{}\"/>",
        number(bubble.radius - 0.75),
        number(1.5),
    );
    to.push_str(&bubble.text.to_svg());
}

fn curved(to: &mut String, text: &CurvedText) {
    let id = escape(&text.id);
    let _ = writeln!(to, "<path id=\"{id}\" d=\"{}\" fill=\"none\"/>", text.path);
    let _ = writeln!(
        to,
        "<text font-size=\"{}\" text-anchor=\"middle\" fill=\"{}\"><textPath href=\"#{id}\" startOffset=\"50%\">{}</textPath></text>",
        number(text.size),
        TEXT.hex(),
        escape(&text.text)
    );
}
