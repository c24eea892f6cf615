//! Strips: one's own figure as a dot on a line from 1 to 5, and behind it how the figures of others spread, without saying
//! whose is whose. One line a thing that is measured.

use std::fmt::Write;

use super::Layout;
use super::colour::{Palette, TEXT};
use super::path::{Point, circle, count, number, rectangle};
use super::rainbow::{Reading, on_scale};
use super::svg::{document, path};
use super::text::{Anchor, Label, MIDDLE, fit};

/// What strips are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Strips {
    /// What they show; the label starts with "Strips" and then says it.
    pub name: String,
    /// One line each, from the top.
    pub lines: Vec<Strip>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// What is measured.
    pub name: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// One's own figure.
    pub own: Reading,
    /// How the figures of others spread; `None` where there are too few of them.
    pub others: Option<Extent>,
}

/// How figures spread, each 1 to 5; beyond that it is taken as the end it passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The lowest.
    pub lowest: f64,
    /// The one in the middle.
    pub median: f64,
    /// The highest.
    pub highest: f64,
}

/// Where the lines stand, in units of the view box.
struct Sizes {
    width: f64,
    /// Where the scale begins and ends.
    left: f64,
    right: f64,
    /// The height of a line of the picture, and how far down in it the scale runs.
    row: f64,
    run: f64,
    text: f64,
}

impl Sizes {
    fn of(layout: Layout) -> Self {
        match layout {
            Layout::Wide => Self { width: 720.0, left: 320.0, right: 696.0, row: 36.0, run: 18.0, text: 15.0 },
            Layout::Compact => Self { width: 328.0, left: 14.0, right: 314.0, row: 52.0, run: 36.0, text: 13.0 },
        }
    }

    fn at(&self, score: f64) -> f64 {
        self.left + (self.right - self.left) * (score - 1.0) / 4.0
    }
}

/// The colour of the scale: 7:1 against white.
const QUIET: &str = "#505a5f";
/// Half the height of the band of others, of the mark of their middle, and of the dot.
const BAND: f64 = 6.0;
const MARK: f64 = 10.0;
const DOT: f64 = 6.5;

impl Strips {
    /// The picture as a complete SVG file: one picture with a name, and nothing fetched from elsewhere.
    pub fn to_svg(&self, layout: Layout) -> String {
        let sizes = Sizes::of(layout);
        let foot = sizes.row * count(self.lines.len());
        let mut inside = String::new();
        for (line, at) in self.lines.iter().zip(0..) {
            line.draw(&sizes, sizes.row * count(at), layout, &mut inside);
        }
        for score in 1..=5 {
            let (x, y) = (sizes.at(f64::from(score)), foot + sizes.text * 1.1);
            inside.push_str(&label(x, y, score.to_string(), Anchor::Middle, sizes.text).to_svg());
        }
        let height = self.key(&sizes, foot + sizes.text * 2.4, &mut inside);
        document(sizes.width, height, &format!("Strips, {}", self.name), &self.description(), &inside)
    }

    /// Every figure in words.
    pub fn description(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(Strip::words).collect();
        lines.join(". ")
    }

    /// What the marks mean, beneath the lines; gives the height of the whole picture.
    fn key(&self, sizes: &Sizes, top: f64, to: &mut String) -> f64 {
        let entries = ["This area", "Other areas, from the lowest to the highest", "The middle of the other areas"];
        let mut y = top;
        for (words, at) in entries.into_iter().zip(0_usize..) {
            let x = 24.0;
            match at {
                0 => dot(to, Point { x, y }),
                1 => band(to, x - 14.0, x + 14.0, y, &Palette::of(QUIET)),
                _ => mark(to, x, y),
            }
            let words = fit(&[words], sizes.text, sizes.width - 56.0).unwrap_or_default();
            to.push_str(&label(48.0, y + sizes.text * MIDDLE, words, Anchor::Start, sizes.text).to_svg());
            y += sizes.text * 1.9;
        }
        y
    }
}

impl Strip {
    fn draw(&self, sizes: &Sizes, top: f64, layout: Layout, to: &mut String) {
        let y = top + sizes.run;
        let palette = Palette::of(&self.colour);
        let (x, base, room) = match layout {
            Layout::Wide => (4.0, y + sizes.text * MIDDLE, sizes.left - 24.0),
            Layout::Compact => (4.0, top + sizes.text * 1.2, sizes.width - 8.0),
        };
        let name = fit(&[&self.name], sizes.text, room).unwrap_or_default();
        to.push_str(&label(x, base, name, Anchor::Start, sizes.text).to_svg());
        let line = format!("M{} {}L{} {}", number(sizes.left), number(y), number(sizes.right), number(y));
        path(to, &line, &format!("fill=\"none\" stroke=\"{QUIET}\" stroke-width=\"1\""));
        for score in 1..=5 {
            let x = number(sizes.at(f64::from(score)));
            let tick = format!("M{x} {}L{x} {}", number(y - 3.0), number(y + 3.0));
            path(to, &tick, &format!("fill=\"none\" stroke=\"{QUIET}\" stroke-width=\"1\""));
        }
        if let Some(Extent { lowest, median, highest }) = self.others.and_then(Extent::on_scale) {
            band(to, sizes.at(lowest), sizes.at(highest), y, &palette);
            mark(to, sizes.at(median), y);
        }
        if let Reading::Score { mean, .. } = self.own.checked() {
            dot(to, Point { x: sizes.at(mean), y });
        }
    }

    fn words(&self) -> String {
        let mut words = match self.own.checked() {
            Reading::Score { mean, n } => {
                format!("{}: this area {mean:.1} from {n} {}", self.name, if n == 1 { "person" } else { "people" })
            }
            other => format!("{}: this area {}", self.name, other.words().unwrap_or_default()),
        };
        match self.others.and_then(Extent::on_scale) {
            Some(Extent { lowest, median, highest }) => {
                let _ = write!(words, ", other areas {lowest:.1} to {highest:.1}, middle {median:.1}");
            }
            None => words.push_str(", too few other areas"),
        }
        words
    }
}

impl Extent {
    /// The same on the scale; nothing where one of it is not a number.
    fn on_scale(self) -> Option<Self> {
        let Self { lowest, median, highest } = self;
        Some(Self { lowest: on_scale(lowest)?, median: on_scale(median)?, highest: on_scale(highest)? })
    }
}

/// The band of others. Where all say the same it is a square still.
fn band(to: &mut String, left: f64, right: f64, y: f64, palette: &Palette) {
    let (left, right) = (left - BAND / 2.0, right + BAND / 2.0);
    let outline = rectangle(left, y - BAND, right - left, 2.0 * BAND);
    path(to, &outline, &format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"", palette.tint, palette.ink));
}

/// The mark of the middle.
fn mark(to: &mut String, x: f64, y: f64) {
    let x = number(x);
    let line = format!("M{x} {}L{x} {}", number(y - MARK), number(y + MARK));
    path(to, &line, &format!("fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\"", TEXT.hex()));
}

/// The dot, in a white casing, so that it shows on any band.
fn dot(to: &mut String, at: Point) {
    path(to, &circle(at, DOT), &format!("fill=\"{}\" stroke=\"#ffffff\" stroke-width=\"2\"", TEXT.hex()));
}

fn label(x: f64, y: f64, text: String, anchor: Anchor, size: f64) -> Label {
    Label { x, y, text, anchor, size, bold: false, colour: TEXT.hex() }
}
