//! Radar: several things on one scale from 1 to 5, each on an axis of its own, for one group of people or for several.
//!
//! The axes start at 1 in the middle and end at 5 on the rim. Each series has a line and a mark of its own kind as well as
//! a colour, so that they are told apart without colour. An axis for which a series has no figure is left out of its line.

use std::f64::consts::PI;
use std::fmt::Write;

use super::Layout;
use super::colour::{Palette, TEXT};
use super::path::{Point, circle, count, number, polygon, rectangle};
use super::svg::{document, path};
use super::text::{Anchor, Label, MIDDLE, fit, width};

/// What a radar is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    /// What it shows; the label starts with "Radar" and then says it.
    pub name: String,
    /// The axes, from twelve o'clock clockwise: three or more make a radar.
    pub axes: Vec<String>,
    /// The series, the first the most important.
    pub series: Vec<Series>,
}

/// One group's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose figures they are.
    pub name: String,
    /// Its colour, `#rrggbb`.
    pub colour: String,
    /// The figures, one an axis.
    pub points: Vec<Reading>,
}

/// A figure on an axis.
pub use super::rainbow::Reading;

/// A radar laid out, in units of the view box, which starts at 0 0.
#[derive(Clone, Debug, PartialEq)]
pub struct RadarShape {
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
    /// The accessible name, which starts with "Radar": what is shown and for whom.
    pub label: String,
    /// Every figure in words.
    pub description: String,
    /// The web behind the figures: rings for 1 to 5, and the axes.
    web: Vec<String>,
    /// The figures of the rings, the names of the axes, and the key.
    labels: Vec<Label>,
    lines: Vec<Line>,
}

/// One series as it is drawn.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    ink: String,
    dash: &'static str,
    /// The line through its figures; closed where it has one on every axis.
    outline: String,
    marks: Vec<String>,
    /// Whether its marks are filled.
    filled: bool,
    key: String,
}

/// How much room there is.
struct Sizes {
    width: f64,
    radius: f64,
    text: f64,
}

impl Radar {
    /// Lays the radar out.
    pub fn shape(&self, layout: Layout) -> RadarShape {
        let sizes = match layout {
            Layout::Wide => Sizes { width: 560.0, radius: 150.0, text: 15.0 },
            Layout::Compact => Sizes { width: 320.0, radius: 80.0, text: 12.5 },
        };
        let top = sizes.text * 3.2;
        let centre = Point { x: sizes.width / 2.0, y: top + sizes.radius };
        let axes = self.axes.len().max(1);
        let at = |axis: usize, score: f64| {
            let angle = 2.0 * PI * count(axis) / count(axes);
            let reach = sizes.radius * (score - 1.0) / 4.0;
            Point { x: centre.x + reach * angle.sin(), y: centre.y - reach * angle.cos() }
        };
        let mut web = Vec::new();
        for score in [2.0, 3.0, 4.0, 5.0] {
            let ring: Vec<Point> = (0..self.axes.len()).map(|axis| at(axis, score)).collect();
            web.push(polygon(&ring));
        }
        web.extend((0..self.axes.len()).map(|axis| open(&[centre, at(axis, 5.0)])));
        let named = self.axes.iter().enumerate();
        let mut labels: Vec<Label> = named.flat_map(|(axis, name)| sizes.axis(name, at(axis, 5.0), centre)).collect();
        for (score, words) in [(1.0, "1"), (2.0, "2"), (3.0, "3"), (4.0, "4"), (5.0, "5")] {
            let point = at(0, score);
            labels.push(plain(
                point.x - sizes.text * 0.55,
                point.y + sizes.text * 0.3,
                words.to_owned(),
                Anchor::End,
                sizes.text * 0.75,
            ));
        }
        let bottom = centre.y + sizes.radius + sizes.text * 2.6;
        let mut lines = Vec::new();
        for (place, series) in self.series.iter().enumerate() {
            let points: Vec<Option<Point>> = series
                .points
                .iter()
                .take(self.axes.len())
                .enumerate()
                .map(|(axis, reading)| reading.mean().map(|mean| at(axis, mean)))
                .collect();
            let middle = bottom + count(place) * sizes.text * 1.7;
            let key = Point { x: (sizes.width - sizes.key_width(series)) / 2.0, y: middle };
            lines.push(Line::of(series, place, &points, key, &sizes));
            labels.push(plain(
                key.x + 40.0,
                middle + sizes.text * MIDDLE,
                series.name.clone(),
                Anchor::Start,
                sizes.text,
            ));
        }
        let height = bottom + count(self.series.len()) * sizes.text * 1.7;
        RadarShape {
            width: sizes.width,
            height,
            label: self.label(),
            description: self.description(),
            web,
            labels,
            lines,
        }
    }

    /// The accessible name.
    fn label(&self) -> String {
        let names: Vec<&str> = self.series.iter().map(|series| series.name.as_str()).collect();
        format!("Radar, {}: {}", self.name, names.join(", "))
    }

    /// Every figure in words, series by series.
    fn description(&self) -> String {
        let of_series = |series: &Series| {
            let figures = self.axes.iter().zip(&series.points).map(|(axis, reading)| match reading.checked() {
                Reading::Score { mean, n } => format!("{axis} {mean:.1} from {n}"),
                other => format!("{axis} {}", other.words().unwrap_or_default()),
            });
            format!("{}: {}.", series.name, figures.collect::<Vec<_>>().join(", "))
        };
        self.series.iter().map(of_series).collect::<Vec<_>>().join(" ")
    }
}

impl Reading {
    /// The mean, brought onto the scale; nothing where there is none to show.
    fn mean(self) -> Option<f64> {
        match self.checked() {
            Self::Score { mean, .. } => Some(mean),
            _ => None,
        }
    }
}

impl Sizes {
    /// The name of an axis, outside its end: in one line where it fits, and else in two.
    fn axis(&self, name: &str, end: Point, centre: Point) -> Vec<Label> {
        let (dx, dy) = ((end.x - centre.x) / self.radius, (end.y - centre.y) / self.radius);
        let anchor = if dx > 0.1 {
            Anchor::Start
        } else if dx < -0.1 {
            Anchor::End
        } else {
            Anchor::Middle
        };
        let x = end.x + dx * self.text * 0.6;
        let room = match anchor {
            Anchor::Start => self.width - x,
            Anchor::End => x,
            Anchor::Middle => self.width,
        };
        let lines = if width(name, self.text) <= room { vec![name] } else { in_two(name) };
        let high = self.text * 1.2;
        // Above the rim the last line stands next to it, below it the first, and beside it they are centred.
        let first = end.y + dy * self.text + self.text * MIDDLE - (count(lines.len()) - 1.0) * high * (1.0 - dy) / 2.0;
        let line = |(place, words): (usize, &&str)| {
            let words = fit(&[words], self.text, room).unwrap_or_default();
            plain(x, first + count(place) * high, words, anchor, self.text)
        };
        lines.iter().enumerate().map(line).collect()
    }

    fn key_width(&self, series: &Series) -> f64 {
        40.0 + width(&series.name, self.text)
    }
}

impl Line {
    fn of(series: &Series, place: usize, points: &[Option<Point>], key: Point, sizes: &Sizes) -> Self {
        let size = sizes.text * 0.3;
        let there: Vec<Point> = points.iter().flatten().copied().collect();
        let outline = if there.len() == points.len() && there.len() > 2 {
            polygon(&there)
        } else {
            // Where a figure is withheld the line breaks, so that nobody reads one off it.
            let runs = points.split(Option::is_none).map(|run| run.iter().flatten().copied().collect::<Vec<_>>());
            runs.filter(|run| run.len() > 1).map(|run| open(&run)).collect()
        };
        let mark = |point: &Point| match place % 3 {
            0 => circle(*point, size),
            1 => rectangle(point.x - size, point.y - size, size * 2.0, size * 2.0),
            _ => polygon(&[
                Point { x: point.x, y: point.y - size * 1.3 },
                Point { x: point.x + size * 1.2, y: point.y + size },
                Point { x: point.x - size * 1.2, y: point.y + size },
            ]),
        };
        let middle = Point { x: key.x + 15.0, y: key.y };
        Self {
            ink: Palette::of(&series.colour).ink,
            dash: DASHES.get(place % DASHES.len()).copied().unwrap_or_default(),
            outline,
            marks: there.iter().chain([&middle]).map(mark).collect(),
            filled: place == 0,
            key: open(&[key, Point { x: key.x + 30.0, y: key.y }]),
        }
    }
}

/// How the lines of the series differ, in their order.
const DASHES: [&str; 4] = ["", "7 4", "2 4", "10 3 2 3"];
/// The colour of the web: it is not read, so it stays behind.
const WEB: &str = "#b1b4b6";

impl RadarShape {
    /// A complete SVG file: one picture with a name, a description and nothing fetched from elsewhere.
    pub fn to_svg(&self) -> String {
        let mut inside = String::new();
        for line in &self.web {
            path(&mut inside, line, &format!("fill=\"none\" stroke=\"{WEB}\" stroke-width=\"1\""));
        }
        // The first series is drawn last, upon the others.
        for line in self.lines.iter().rev() {
            let ink = &line.ink;
            let stroke = format!("stroke=\"{ink}\" stroke-width=\"2\" stroke-dasharray=\"{}\"", line.dash);
            let under =
                if line.filled { format!("fill=\"{ink}\" fill-opacity=\"0.12\"") } else { "fill=\"none\"".to_owned() };
            path(&mut inside, &line.outline, &format!("{under} {stroke}"));
            path(&mut inside, &line.key, &format!("fill=\"none\" {stroke}"));
            let fill = if line.filled { ink.as_str() } else { "#ffffff" };
            for mark in &line.marks {
                path(&mut inside, mark, &format!("fill=\"{fill}\" stroke=\"{ink}\" stroke-width=\"1.5\""));
            }
        }
        for label in &self.labels {
            let _ = write!(inside, "{}", label.to_svg());
        }
        document(self.width, self.height, &self.label, &self.description, &inside)
    }
}

/// Words in two lines, parted where the longer one is shortest.
fn in_two(words: &str) -> Vec<&str> {
    let parted = words.match_indices(' ').map(|(at, _)| words.split_at(at));
    let longer = |(first, second): &(&str, &str)| first.len().max(second.len());
    parted.min_by_key(longer).map_or_else(|| vec![words], |(first, second)| vec![first, second.trim_start()])
}

/// A line through points that does not close.
fn open(points: &[Point]) -> String {
    let corners: Vec<String> = points.iter().map(|point| format!("{} {}", number(point.x), number(point.y))).collect();
    format!("M{}", corners.join("L"))
}

fn plain(x: f64, y: f64, text: String, anchor: Anchor, size: f64) -> Label {
    Label { x, y, text, anchor, size, bold: false, colour: TEXT.hex() }
}
