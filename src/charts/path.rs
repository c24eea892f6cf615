//! Paths: a run that a scale from 1 to 5 is laid along, round an arch or straight, and the outlines beside it.

use std::f64::consts::PI;
use std::fmt::Write;

/// A point in the view box, in its units; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// The line that a scale is laid along, from its left end (share 0) to its right end (share 1).
///
/// Places beside the run are given by an offset: outwards from an arch, upwards from a straight run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Run {
    /// A half circle, from nine o'clock over the top to three o'clock.
    Arch { centre: Point, radius: f64 },
    /// A level line.
    Level { left: f64, right: f64, y: f64 },
}

impl Run {
    /// The point at a share of the run, `offset` outwards and then `along` it (along the tangent).
    pub(super) fn at(self, share: f64, offset: f64, along: f64) -> Point {
        match self {
            Self::Arch { centre, radius } => {
                let angle = PI * (1.0 - share);
                let (sin, cos) = angle.sin_cos();
                Point {
                    x: centre.x + (radius + offset) * cos + along * sin,
                    y: centre.y - (radius + offset) * sin + along * cos,
                }
            }
            Self::Level { left, right, y } => Point { x: left + (right - left) * share + along, y: y - offset },
        }
    }

    /// The length of the run at an offset.
    pub(super) fn length(self, offset: f64) -> f64 {
        match self {
            Self::Arch { radius, .. } => PI * (radius + offset).max(0.0),
            Self::Level { left, right, .. } => right - left,
        }
    }

    /// An open path along the run, for words to stand on.
    pub(super) fn line(self, from: f64, to: f64, offset: f64) -> String {
        let start = self.at(from, offset, 0.0);
        format!("M{}{}", point(start), self.onwards(to, offset, true))
    }

    /// The closed outline of the part between two shares and two offsets.
    pub(super) fn outline(self, from: f64, to: f64, inner: f64, outer: f64) -> String {
        format!(
            "M{}{}L{}{}Z",
            point(self.at(from, outer, 0.0)),
            self.onwards(to, outer, true),
            point(self.at(to, inner, 0.0)),
            self.onwards(from, inner, false),
        )
    }

    /// A line straight across the run at a share.
    pub(super) fn across(self, share: f64, inner: f64, outer: f64) -> String {
        format!("M{}L{}", point(self.at(share, inner, 0.0)), point(self.at(share, outer, 0.0)))
    }

    /// Slanted lines across the whole run, about `step` apart: they read without colour.
    pub(super) fn hatch(self, inner: f64, outer: f64, step: f64) -> String {
        let length = self.length(0.0);
        if length <= 0.0 || step <= 0.0 {
            return String::new();
        }
        let (lean, depth) = ((outer - inner) / length, outer - inner);
        let mut lines = String::new();
        let mut from = step / length / 2.0 - lean;
        while from < 1.0 {
            // A line that would begin before the run or end after it is cut there.
            let (start, end) = ((-from / lean).max(0.0), ((1.0 - from) / lean).min(1.0));
            let cut = |part: f64| point(self.at(from + lean * part, inner + depth * part, 0.0));
            let _ = write!(lines, "M{}L{}", cut(start), cut(end));
            from += step / length;
        }
        lines
    }

    fn onwards(self, to: f64, offset: f64, clockwise: bool) -> String {
        let end = point(self.at(to, offset, 0.0));
        match self {
            Self::Arch { radius, .. } => {
                let reach = number(radius + offset);
                format!("A{reach} {reach} 0 0 {} {end}", u8::from(clockwise))
            }
            Self::Level { .. } => format!("L{end}"),
        }
    }
}

/// A closed path through points.
pub(super) fn polygon(points: &[Point]) -> String {
    let corners: Vec<String> = points.iter().copied().map(point).collect();
    format!("M{}Z", corners.join("L"))
}

/// A closed circle as a path.
pub(super) fn circle(centre: Point, radius: f64) -> String {
    let left = Point { x: centre.x - radius, ..centre };
    let (r, across) = (number(radius), number(radius * 2.0));
    format!("M{}a{r} {r} 0 1 1 {across} 0a{r} {r} 0 1 1 -{across} 0Z", point(left))
}

/// A closed rectangle as a path.
pub(super) fn rectangle(left: f64, top: f64, width: f64, height: f64) -> String {
    format!("M{} {}h{}v{}h-{}Z", number(left), number(top), number(width), number(height), number(width))
}

/// A number with two decimals at most, the same on every machine; what is not a number is 0.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A count as a number to draw with; beyond four thousand million it stays there.
pub(super) fn count(value: usize) -> f64 {
    f64::from(u32::try_from(value).unwrap_or(u32::MAX))
}

fn point(point: Point) -> String {
    format!("{} {}", number(point.x), number(point.y))
}
