//! What surrounds the arcs of a rainbow and belongs to none: marks of the scale, both ends in words, and the key.

use super::arch::{Sizes, share};
use super::path::{Point, Run, circle, count, polygon};
use super::rainbow::{ArcShape, KeyEntry, KeyKind, Rainbow, Tick, plain};
use super::text::{Anchor, Label, MIDDLE, bold_width, fit, width};

impl Sizes {
    /// Marks of the scale: outside the gap of the outermost band with figures, or beneath the ground without.
    pub(super) fn ticks(&self, run: Run, figures: bool) -> Vec<Tick> {
        let (near, far) = if figures {
            let near = self.lane / 2.0 + self.gap + 2.0;
            (near, near + self.small * 0.4)
        } else {
            let near = -self.lane / 2.0 - self.name - 3.0;
            (near, near - self.small * 0.4)
        };
        // The words beneath the ground's ends name 1 and 5 already.
        let values: &[f64] = if figures { &[1.0, 2.0, 3.0, 4.0, 5.0] } else { &[2.0, 3.0, 4.0] };
        values
            .iter()
            .filter_map(|&value| {
                let place = run.at(share(value), far + self.small * 0.8, 0.0);
                let tick = Tick {
                    line: run.across(share(value), near, far),
                    label: figures.then(|| {
                        plain(
                            place.x,
                            place.y + self.small * MIDDLE,
                            format!("{value}"),
                            Anchor::Middle,
                            self.small,
                            false,
                        )
                    }),
                };
                // A phone has no room beside the feet; there the ends beneath name 1 and 5.
                let inside = place.x - self.small / 2.0 >= 0.0 && place.x + self.small / 2.0 <= self.width;
                inside.then_some(tick)
            })
            .collect()
    }

    /// What lies between the ground's lane and the words beneath it: the name, or the number, and ticks.
    pub(super) fn under(&self) -> f64 {
        let number = if self.name == 0.0 { self.small + 4.0 } else { 0.0 };
        self.name + number + self.small * 0.4 + 3.0
    }

    /// What both ends mean, in one row where they fit it and otherwise in two; and the height reached.
    pub(super) fn ends(&self, rainbow: &Rainbow, top: f64) -> (Vec<Label>, f64) {
        let (left, right) = (self.width / 2.0 - self.edge, self.width / 2.0 + self.edge);
        let room = right - left;
        let low = fit(&[&format!("1 {}", rainbow.lowest)], self.text * 1.08, room).unwrap_or_default();
        let high = fit(&[&format!("5 {}", rainbow.highest)], self.text * 1.08, room).unwrap_or_default();
        let first = top + self.row * 0.5 + self.text * 0.8;
        let beside = bold_width(&low, self.text) + bold_width(&high, self.text) + self.text <= room;
        let second = if beside { first } else { first + self.text * 1.4 };
        let ends = vec![
            plain(left, first, low, Anchor::Start, self.text, true),
            plain(right, second, high, Anchor::End, self.text, true),
        ];
        (ends, second + self.row)
    }

    /// The key, centred in one row; only what occurs.
    pub(super) fn key(&self, arcs: &[ArcShape], top: f64) -> Vec<KeyEntry> {
        let mut kinds = Vec::new();
        if arcs.iter().any(|arc| arc.target.is_some()) {
            kinds.push(KeyKind::Target);
        }
        if arcs.iter().any(|arc| arc.previous.is_some()) {
            kinds.push(KeyKind::Previous);
        }
        let (symbol, between) = (self.small * 1.1, self.text * 2.0);
        let wide = |kind: &KeyKind| symbol + width(kind.words(), self.small);
        let total: f64 = kinds.iter().map(wide).sum::<f64>() + between * (count(kinds.len()) - 1.0).max(0.0);
        let middle = top + self.text * 0.5;
        let mut x = (self.width - total) / 2.0;
        kinds
            .into_iter()
            .map(|kind| {
                let r = self.small * 0.36;
                let mark = match kind {
                    KeyKind::Target => polygon(&[
                        Point { x: x + r, y: middle + r },
                        Point { x, y: middle - r },
                        Point { x: x + 2.0 * r, y: middle - r },
                    ]),
                    KeyKind::Previous => circle(Point { x: x + r, y: middle }, r * 0.85),
                };
                let words = kind.words().to_owned();
                let (left, baseline) = (x + symbol, middle + self.small * MIDDLE);
                x += wide(&kind) + between;
                KeyEntry { kind, mark, label: plain(left, baseline, words, Anchor::Start, self.small, false) }
            })
            .collect()
    }
}
