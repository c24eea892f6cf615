//! The rainbow: figures for each arc come in, and the shape of the whole picture goes out.
//!
//! Every arc carries a scale from 1 at its left foot to 5 at its right foot. The fill ends at the score, so a
//! 1 fills nothing, a 3 fills half and ends at the very top, and a 5 fills all. The last arc is the ground
//! beneath, drawn as a level bar. Colour tells the arcs apart and never says whether a score is good.

use super::Layout;
use super::arch;
use super::colour::Palette;
use super::text::{Anchor, Label};

/// What a rainbow is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Rainbow {
    /// From the outermost band inwards; the last one is the ground that the rainbow stands on.
    pub arcs: Vec<Arc>,
    /// What 1 means, in a word or two.
    pub lowest: String,
    /// What 5 means, in a few words.
    pub highest: String,
}

/// One arc's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// Handed through unchanged, so that the caller knows its arcs again.
    pub key: String,
    /// The full name, used on the band where it fits and always in the label.
    pub name: String,
    /// A shorter name, used where the full one does not fit; may be empty.
    pub short: String,
    /// The arc's own colour, `#rrggbb`.
    pub colour: String,
    /// What the arc says.
    pub reading: Reading,
    /// Where it is meant to be, 1 to 5.
    pub target: Option<f64>,
    /// Where it was the last time, 1 to 5.
    pub previous: Option<f64>,
}

/// What an arc says: a score, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// A mean score.
    Score {
        /// The mean, 1 to 5; beyond that it is taken as the end it passed. Not a number is taken as no answers.
        mean: f64,
        /// How many people it stands on; 0 is taken as no answers.
        n: usize,
    },
    /// There is a score, and it is withheld because too few people stand behind it.
    TooFew,
    /// It was asked, and nobody has given a score.
    NoAnswers,
    /// It was not asked.
    NotAsked,
}

impl Rainbow {
    /// Lays the rainbow out.
    ///
    /// `prefix` begins every id in the picture, so that two pictures on one page do not clash. Any number of
    /// arcs can be drawn; with more than eight, bands become narrower and numbers take the place of names.
    pub fn shape(&self, layout: Layout, prefix: &str) -> RainbowShape {
        arch::shape(self, layout, prefix)
    }

    /// The picture's accessible name, which starts with "Rainbow".
    pub(super) fn label(&self) -> String {
        format!("Rainbow, from 1 ({}) to 5 ({})", self.lowest, self.highest)
    }
}

impl Arc {
    /// The arc in words, beginning with its name: score, people and target, or why there is no score.
    pub fn label(&self) -> String {
        let mut label = match self.reading.checked() {
            Reading::Score { mean, n } => {
                let people = if n == 1 { "person" } else { "people" };
                format!("{}: {mean:.1} of 5 from {n} {people}", self.name)
            }
            other => format!("{}: {}", self.name, other.words().unwrap_or_default()),
        };
        if let Some(target) = self.target.and_then(on_scale) {
            label.push_str(&format!(", target {target:.1}"));
        }
        if let Some(previous) = self.previous.and_then(on_scale) {
            label.push_str(&format!(", last time {previous:.1}"));
        }
        label
    }
}

impl Reading {
    /// The same reading with its score on the scale, and what is no score said to be none.
    pub(super) fn checked(self) -> Self {
        match self {
            Self::Score { mean, n } => match on_scale(mean) {
                Some(mean) if n > 0 => Self::Score { mean, n },
                _ => Self::NoAnswers,
            },
            other => other,
        }
    }

    /// What stands on the arc in place of a score.
    pub(super) fn words(self) -> Option<&'static str> {
        match self {
            Self::Score { .. } => None,
            Self::TooFew => Some("too few to show"),
            Self::NoAnswers => Some("no answers yet"),
            Self::NotAsked => Some("not asked"),
        }
    }
}

/// A value brought onto the scale from 1 to 5; nothing when it is not a number or is endless.
pub(super) fn on_scale(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(1.0, 5.0))
}

/// A rainbow laid out: everything that is drawn, in drawing order, in units of the view box.
#[derive(Clone, Debug, PartialEq)]
pub struct RainbowShape {
    /// Width of the view box, which starts at 0 0.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
    /// The accessible name of the whole picture; starts with "Rainbow".
    pub label: String,
    /// All arcs in words, for a description.
    pub description: String,
    /// Marks of the scale from 1 to 5, around the outermost band and beneath the ground.
    pub ticks: Vec<Tick>,
    /// What 1 and 5 mean, as "1 Fragmented" at the left and "5 Reformed" at the right.
    pub ends: Vec<Label>,
    /// The arcs, outermost band first and the ground last, in the order of the figures.
    pub arcs: Vec<ArcShape>,
    /// What the marks mean; only those that occur in the picture.
    pub key: Vec<KeyEntry>,
}

/// One arc laid out. All paths are SVG path data.
#[derive(Clone, Debug, PartialEq)]
pub struct ArcShape {
    /// The caller's key.
    pub key: String,
    /// The arc in words, beginning with its name.
    pub label: String,
    /// Its colours.
    pub palette: Palette,
    /// The closed outline of the whole band, scale and name together: where it is pointed at and focused.
    pub track: String,
    /// The closed outline of the part that carries the scale.
    pub lane: String,
    /// The closed outline of what is filled; nothing for a score of 1 and where there is no score.
    pub fill: Option<String>,
    /// Slanted lines over the lane, there when the arc was not asked.
    pub hatch: Option<String>,
    /// Why there is no score, written on the lane.
    pub words: Option<Words>,
    /// The full or shorter name, written on the band, where names are shown.
    pub name: Option<CurvedText>,
    /// The arc's number beneath its left foot, where names are not shown.
    pub number: Option<Label>,
    /// How many people stand behind the score, beneath the right foot; where names are shown and there is a score.
    pub people: Option<Label>,
    /// The score where the fill ends.
    pub bubble: Option<Bubble>,
    /// Where it is meant to be.
    pub target: Option<Mark>,
    /// Where it was the last time.
    pub previous: Option<Mark>,
}

/// A score in a circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Bubble {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius, its outline included.
    pub radius: f64,
    /// The score with one decimal.
    pub text: Label,
}

/// A mark on the scale. Its pin stands outside the lane, so it shows even where a bubble covers the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// A line across the lane; left out where words stand on the lane.
    pub line: Option<String>,
    /// A closed outline beside the lane: a triangle for a target, a ring for the last time.
    pub pin: String,
}

/// Text centred on a path.
#[derive(Clone, Debug, PartialEq)]
pub struct CurvedText {
    /// Id for the path, unique under the picture's prefix.
    pub id: String,
    /// The path that the text stands on.
    pub path: String,
    /// The words, not escaped.
    pub text: String,
    /// Font size in units of the view box.
    pub size: f64,
}

/// Words on a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The closed outline of a plate in the tint that keeps the hatch away from the words; there with a hatch.
    pub plate: Option<String>,
    /// The words.
    pub text: CurvedText,
}

/// A mark of the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// A short line.
    pub line: String,
    /// The figure beside it.
    pub label: Option<Label>,
}

/// One entry of the key beneath the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// What is explained.
    pub kind: KeyKind,
    /// The closed outline of the mark.
    pub mark: String,
    /// What it means.
    pub label: Label,
}

/// What an entry of the key explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// The solid triangle.
    Target,
    /// The ring.
    Previous,
}

impl KeyKind {
    /// The words of the key.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Target => "Target",
            Self::Previous => "Last time",
        }
    }
}

/// A label in the chart's text colour.
pub(super) fn plain(x: f64, y: f64, text: String, anchor: Anchor, size: f64, bold: bool) -> Label {
    let colour = super::colour::TEXT.hex();
    Label { x, y, text, anchor, size, bold, colour }
}
