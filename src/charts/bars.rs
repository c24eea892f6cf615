//! Bars: how the answers to one thing spread over the scores 1 to 5, with what is no score told beside it.

use super::Layout;
use super::colour::{Palette, Rgb};
use super::path::{count, rectangle};
use super::svg::{document, path};
use super::text::{Anchor, Label, MIDDLE, bold_width, width};
use std::fmt::Write;

/// What a bar is drawn from: how many people gave each answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// What was asked, in words; the label says it.
    pub name: String,
    /// The colour that the five shades are made from, `#rrggbb`.
    pub colour: String,
    /// How many gave the score 1, 2, 3, 4 and 5.
    pub counts: [usize; 5],
    /// The answers that are no score; `None` where hands were counted and nobody could give one.
    pub aside: Option<NoScore>,
}

/// How many people gave each answer that is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoScore {
    /// How many said that they don't know.
    pub dont_know: usize,
    /// How many said that it does not apply to them.
    pub not_applicable: usize,
    /// How many were asked and left it unanswered.
    pub not_answered: usize,
}

/// A bar laid out, in units of the view box, which starts at 0 0.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadShape {
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
    /// The accessible name: every count in words.
    pub label: String,
    /// The closed outline of the whole bar; drawn dashed when nobody gave a score.
    pub frame: String,
    /// The colour of outlines, `#rrggbb`.
    pub ink: String,
    /// From score 1 at the left to 5 at the right; a score that nobody gave has none.
    pub segments: Vec<Segment>,
    /// What stands in the bar when nobody gave a score.
    pub empty: Option<Label>,
    /// The answers that are no score, each with its count: beside the bar, or beneath it in one line.
    pub aside: Vec<Label>,
}

/// The part of a bar that belongs to one score.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The score, 1 to 5.
    pub score: u8,
    /// How many gave it; at least 1.
    pub count: usize,
    /// Its closed outline.
    pub outline: String,
    /// Its shade, `#rrggbb`: the higher the score, the darker.
    pub colour: String,
    /// The count, inside, where it fits.
    pub inside: Option<Label>,
    /// The score, beneath, where it fits.
    pub beneath: Option<Label>,
}

impl Spread {
    /// Lays the bar out.
    pub fn shape(&self, layout: Layout) -> SpreadShape {
        let sizes = Sizes::of(layout);
        let palette = Palette::of(&self.colour);
        let scored: f64 = self.counts.iter().map(|n| count(*n)).sum();
        let given = self.counts.iter().filter(|n| **n > 0).count();
        let full = sizes.bar - 2.0 * EDGE;
        // One answer among thousands still shows: every segment has a least width, the rest is shared by count.
        let shared = full - LEAST * count(given);
        let middle = EDGE + sizes.depth / 2.0;
        let mut left = EDGE;
        let mut segments = Vec::new();
        for ((score, n), contrast) in (1_u8..).zip(self.counts).zip(SHADES) {
            if n > 0 {
                let wide = LEAST + shared * count(n) / scored;
                let segment = Segment::new(score, n, left, wide, Rgb::read(&self.colour).at_contrast(contrast), &sizes);
                segments.push(segment);
                left += wide;
            }
        }
        let empty = segments.is_empty().then(|| Label {
            x: EDGE + full / 2.0,
            y: middle + sizes.text * MIDDLE,
            text: "No answers yet".to_owned(),
            anchor: Anchor::Middle,
            size: sizes.text,
            bold: false,
            colour: super::colour::TEXT.hex(),
        });
        SpreadShape {
            width: sizes.width,
            height: sizes.height,
            label: self.label(),
            frame: rectangle(EDGE, EDGE, full, sizes.depth),
            ink: palette.ink,
            segments,
            empty,
            aside: self.aside(layout, &sizes),
        }
    }

    /// The spread in words, every count included.
    pub fn label(&self) -> String {
        let mut label = format!("Spread of answers, {}: ", self.name);
        for (score, n) in (1..).zip(self.counts) {
            let end = if score == 5 { "" } else { ", " };
            let _ = write!(label, "{n} scored {score}{end}");
        }
        if let Some(NoScore { dont_know, not_applicable, not_answered }) = self.aside {
            let _ =
                write!(label, "; {dont_know} don't know, {not_applicable} not applicable, {not_answered} not answered");
        }
        label
    }

    fn aside(&self, layout: Layout, sizes: &Sizes) -> Vec<Label> {
        let Some(NoScore { dont_know, not_applicable, not_answered }) = self.aside else { return Vec::new() };
        let words = [
            format!("Don't know: {dont_know}"),
            format!("Not applicable: {not_applicable}"),
            format!("Not answered: {not_answered}"),
        ];
        let line = |x: f64, y: f64, text: String| Label {
            x,
            y,
            text,
            anchor: Anchor::Start,
            size: sizes.small,
            bold: false,
            colour: super::colour::TEXT.hex(),
        };
        match layout {
            Layout::Wide => {
                let mut y = EDGE + sizes.small * 0.85;
                words
                    .into_iter()
                    .map(|text| {
                        let label = line(sizes.bar + 24.0, y, text);
                        y += sizes.small * 1.45;
                        label
                    })
                    .collect()
            }
            Layout::Compact => vec![line(EDGE, sizes.height - 5.0, words.join(" · "))],
        }
    }
}

/// Contrast of the five shades against white: even steps to the eye, from nearly white to nearly black.
const SHADES: [f64; 5] = [1.15, 1.8, 3.0, 5.5, 10.0];
/// The width of a segment before its count widens it.
const LEAST: f64 = 4.0;
/// The white between a segment and its place's border: two neighbours stay apart whatever their shades.
const APART: f64 = 1.0;
/// Room for the outline at the edge of the view box.
const EDGE: f64 = 1.0;

struct Sizes {
    width: f64,
    height: f64,
    bar: f64,
    depth: f64,
    text: f64,
    small: f64,
}

impl Sizes {
    fn of(layout: Layout) -> Self {
        match layout {
            Layout::Wide => Self { width: 720.0, height: 58.0, bar: 560.0, depth: 34.0, text: 15.0, small: 14.0 },
            Layout::Compact => Self { width: 328.0, height: 72.0, bar: 328.0, depth: 30.0, text: 13.0, small: 11.5 },
        }
    }
}

impl Segment {
    fn new(score: u8, n: usize, left: f64, wide: f64, colour: Rgb, sizes: &Sizes) -> Self {
        let x = left + wide / 2.0;
        let label = |text: String, y: f64, size: f64, bold: bool, colour: String| Label {
            x,
            y,
            text,
            anchor: Anchor::Middle,
            size,
            bold,
            colour,
        };
        let inside = n.to_string();
        let beneath = score.to_string();
        let middle = EDGE + sizes.depth / 2.0 + sizes.text * MIDDLE;
        let foot = EDGE + sizes.depth + sizes.small * 1.25;
        Self {
            score,
            count: n,
            outline: rectangle(left + APART, EDGE, wide - 2.0 * APART, sizes.depth),
            colour: colour.hex(),
            inside: (bold_width(&inside, sizes.text) + 6.0 <= wide)
                .then(|| label(inside, middle, sizes.text, true, colour.text_upon().hex())),
            beneath: (width(&beneath, sizes.small) + 4.0 <= wide)
                .then(|| label(beneath, foot, sizes.small, false, super::colour::TEXT.hex())),
        }
    }
}

impl SpreadShape {
    /// A complete SVG file: one picture with a name, and nothing fetched from elsewhere.
    pub fn to_svg(&self) -> String {
        let mut inside = String::new();
        let outline = format!("stroke=\"{}\" stroke-width=\"1\"", self.ink);
        if self.empty.is_some() {
            path(&mut inside, &self.frame, &format!("fill=\"none\" {outline} stroke-dasharray=\"4 3\""));
        }
        for segment in &self.segments {
            path(&mut inside, &segment.outline, &format!("fill=\"{}\" {outline}", segment.colour));
        }
        let labels = self.segments.iter().flat_map(|segment| [&segment.inside, &segment.beneath]);
        for label in labels.flatten().chain(&self.empty).chain(&self.aside) {
            inside.push_str(&label.to_svg());
        }
        document(self.width, self.height, &self.label, "", &inside)
    }
}
