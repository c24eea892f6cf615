//! The arch: where everything of a rainbow stands.
//!
//! A band has two lanes. The scale lies along the outer lane: fill, bubble and the lines of marks. The name
//! stands on the inner lane, and pins of marks in the white gap outside the band. No value can bring two of
//! these together, because none of them ever leaves its lane.

use super::Layout;
use super::colour::Palette;
use super::path::{Point, Run, circle, count, polygon};
use super::rainbow::{Arc, ArcShape, Bubble, CurvedText, Mark, Rainbow, RainbowShape, Reading, Words, on_scale, plain};
use super::svg;
use super::text::{Anchor, Label, MIDDLE, bold_width, fit, width};

/// Lays a rainbow out.
pub(super) fn shape(rainbow: &Rainbow, layout: Layout, prefix: &str) -> RainbowShape {
    let bands = rainbow.arcs.len().saturating_sub(1);
    let sizes = Sizes::of(layout, bands);
    let prefix = svg::prefix(prefix);
    let centre = Point { x: sizes.width / 2.0, y: if bands == 0 { sizes.gap } else { sizes.edge + sizes.above } };
    let ground = Run::Level {
        left: centre.x - sizes.edge,
        right: centre.x + sizes.edge,
        y: centre.y + sizes.beneath + sizes.lane / 2.0,
    };
    let last = rainbow.arcs.len().saturating_sub(1);
    let runs: Vec<Run> = (0..rainbow.arcs.len())
        .map(|index| {
            if index == last {
                ground
            } else {
                Run::Arch { centre, radius: sizes.edge - sizes.lane / 2.0 - sizes.pitch() * count(index) }
            }
        })
        .collect();
    let arcs: Vec<ArcShape> = rainbow
        .arcs
        .iter()
        .zip(&runs)
        .enumerate()
        .map(|(index, (arc, run))| sizes.arc(arc, *run, index, &prefix))
        .collect();

    let mut ticks = match runs.first() {
        Some(outermost @ Run::Arch { .. }) => sizes.ticks(*outermost, true),
        _ => Vec::new(),
    };
    ticks.extend(sizes.ticks(ground, false));
    let foot = centre.y + sizes.beneath + sizes.lane + sizes.under();
    let (ends, mut height) = sizes.ends(rainbow, foot);
    let key = sizes.key(&arcs, height);
    if !key.is_empty() {
        height += sizes.text + sizes.row;
    }
    let description: Vec<String> = arcs.iter().map(|arc| format!("{}.", arc.label)).collect();
    RainbowShape {
        width: sizes.width,
        height: height.ceil(),
        label: rainbow.label(),
        description: description.join(" "),
        ticks,
        ends,
        arcs,
        key,
    }
}

/// The sizes of a layout, in units of the view box.
pub(super) struct Sizes {
    pub(super) width: f64,
    /// From the centre to the outer edge of the outermost band.
    pub(super) edge: f64,
    /// Depth of the lane that carries the scale.
    pub(super) lane: f64,
    /// Depth of the lane that carries the name; 0 where names are not shown.
    pub(super) name: f64,
    /// The white between two bands, where pins stand.
    pub(super) gap: f64,
    pub(super) bubble: f64,
    pub(super) score: f64,
    /// Font size of names, ends and the key.
    pub(super) text: f64,
    /// Font size of figures and of words on a lane.
    pub(super) small: f64,
    /// From the top of the view box to the outermost band.
    pub(super) above: f64,
    /// From the feet of the arch to the ground: room for a bubble, for a row of numbers and for a pin.
    pub(super) beneath: f64,
    /// From the baseline of one row of text to the top of the next.
    pub(super) row: f64,
}

impl Sizes {
    fn of(layout: Layout, bands: usize) -> Self {
        let mut sizes = match layout {
            Layout::Wide => Self {
                width: 960.0,
                edge: 436.0,
                lane: 22.0,
                name: 19.0,
                gap: 8.5,
                bubble: 13.0,
                score: 13.0,
                text: 15.0,
                small: 13.0,
                above: 40.0,
                beneath: 43.0,
                row: 16.0,
            },
            Layout::Compact => Self {
                width: 328.0,
                edge: 154.0,
                lane: 13.0,
                name: 0.0,
                gap: 6.9,
                bubble: 9.75,
                score: 11.0,
                text: 12.0,
                small: 11.0,
                above: 32.0,
                beneath: 36.0,
                row: 12.0,
            },
        };
        // The innermost band keeps a hollow of this radius, or names and bubbles would not bend round it.
        let hollow = sizes.edge * 0.14;
        let room = sizes.edge - hollow + sizes.gap;
        let bands = count(bands).max(1.0);
        if sizes.pitch() * bands > room && sizes.name > 0.0 {
            sizes.name = 0.0;
        }
        let share = (room / (sizes.pitch() * bands)).min(1.0);
        for size in [&mut sizes.lane, &mut sizes.gap, &mut sizes.bubble, &mut sizes.score] {
            *size *= share;
        }
        sizes
    }

    /// From one band to the next.
    fn pitch(&self) -> f64 {
        self.lane + self.name + self.gap
    }

    fn arc(&self, arc: &Arc, run: Run, index: usize, prefix: &str) -> ArcShape {
        let half = self.lane / 2.0;
        let reading = arc.reading.checked();
        let score = match reading {
            Reading::Score { mean, .. } => Some(mean),
            _ => None,
        };
        let words = self.words(reading, run, format!("{prefix}-words-{index}"));
        let line = |at: f64| words.is_none().then(|| run.across(at, -half, half));
        let (target, previous) = (place(arc.target), place(arc.previous));
        ArcShape {
            key: arc.key.clone(),
            label: arc.label(),
            palette: Palette::of(&arc.colour),
            track: run.outline(0.0, 1.0, -half - self.name, half),
            lane: run.outline(0.0, 1.0, -half, half),
            fill: score.filter(|score| *score > 1.0).map(|score| run.outline(0.0, share(score), -half, half)),
            hatch: (reading == Reading::NotAsked).then(|| run.hatch(-half, half, self.lane * 0.5)),
            name: self.name(arc, run, format!("{prefix}-name-{index}")),
            number: self.number(run, index),
            people: self.people(reading, run),
            bubble: score.map(|score| self.bubble(run, score)),
            target: target.map(|at| Mark { line: line(at), pin: self.triangle(run, at) }),
            previous: previous.map(|at| Mark { line: line(at), pin: self.ring(run, at, target) }),
            words,
        }
    }

    fn name(&self, arc: &Arc, run: Run, id: String) -> Option<CurvedText> {
        if self.name == 0.0 {
            return None;
        }
        let offset = -(self.lane + self.name) / 2.0 - self.text * MIDDLE;
        // At the ground's right end the name leaves room for how many people stand behind its score.
        let share = if matches!(run, Run::Level { .. }) { 0.84 } else { 0.92 };
        let text = fit(&[&arc.name, &arc.short], self.text, run.length(offset) * share)?;
        Some(CurvedText { id, path: run.line(0.0, 1.0, offset), text, size: self.text })
    }

    /// The arc's number beneath its left foot. Where feet stand too close for all numbers, some are left out.
    fn number(&self, run: Run, index: usize) -> Option<Label> {
        let text = (index + 1).to_string();
        let wide = bold_width("00", self.small) + 2.0;
        let foot = run.at(0.0, 0.0, 0.0);
        let (x, room) = match run {
            Run::Arch { .. } => (foot.x, self.pitch()),
            Run::Level { .. } => (foot.x + self.lane / 2.0, wide),
        };
        let shown = count(index) % (wide / room).ceil() < 0.5;
        let y = foot.y + self.bubble + 2.0 + self.small * 0.75;
        (self.name == 0.0 && shown).then(|| plain(x, y, text, Anchor::Middle, self.small, true))
    }

    /// How many people stand behind a score: beneath the right foot of an arch, and at the right end of the ground.
    fn people(&self, reading: Reading, run: Run) -> Option<Label> {
        let Reading::Score { n, .. } = reading else { return None };
        let text = format!("n {n}");
        let band = run.at(1.0, -self.name / 2.0, 0.0);
        let (x, y, anchor, room) = match run {
            Run::Arch { .. } => {
                (band.x, band.y + self.bubble + 2.0 + self.small * 0.75, Anchor::Middle, self.pitch() - 4.0)
            }
            Run::Level { .. } => {
                let offset = -(self.lane + self.name) / 2.0 - self.small * MIDDLE;
                (band.x - 6.0, run.at(1.0, offset, 0.0).y, Anchor::End, self.pitch() * 2.0)
            }
        };
        let fits = self.name > 0.0 && width(&text, self.small) <= room;
        fits.then(|| plain(x, y, text, anchor, self.small, false))
    }

    fn words(&self, reading: Reading, run: Run, id: String) -> Option<Words> {
        let offset = -self.small * MIDDLE;
        let text = fit(&[reading.words()?], self.small, run.length(offset) * 0.96)?;
        // The text shrinks towards the inside of the arch, so the plate is measured where the baseline lies.
        let reach = (width(&text, self.small) + self.small).min(run.length(offset)) / run.length(offset) / 2.0;
        let outer = self.lane / 2.0 - 0.75;
        // Where the name lies beneath, no outline needs sparing there.
        let inner = if self.name > 0.0 { -outer - 1.5 } else { -outer };
        Some(Words {
            plate: (reading == Reading::NotAsked).then(|| run.outline(0.5 - reach, 0.5 + reach, inner, outer)),
            text: CurvedText { id, path: run.line(0.0, 1.0, offset), text, size: self.small },
        })
    }

    fn bubble(&self, run: Run, score: f64) -> Bubble {
        let centre = run.at(share(score), 0.0, 0.0);
        let text = format!("{score:.1}");
        Bubble {
            x: centre.x,
            y: centre.y,
            radius: self.bubble,
            text: plain(centre.x, centre.y + self.score * MIDDLE, text, Anchor::Middle, self.score, true),
        }
    }

    /// A solid triangle in the gap, pointing at the lane.
    fn triangle(&self, run: Run, at: f64) -> String {
        // The tip keeps clear of the figures in a bubble, which reach furthest where the run stands upright.
        let tip = (self.lane / 2.0).max(self.score * 0.72);
        let base = self.lane / 2.0 + self.gap * 0.9;
        let side = (base - tip) * 0.8;
        polygon(&[run.at(at, tip, 0.0), run.at(at, base, side), run.at(at, base, -side)])
    }

    /// A ring in the gap; a smaller one where it falls upon the target's triangle, so that both are seen.
    fn ring(&self, run: Run, at: f64, target: Option<f64>) -> String {
        let offset = (self.lane + self.gap) / 2.0;
        let apart = target.map(|target| (target - at).abs() * run.length(offset));
        let (share, out) =
            if apart.is_some_and(|apart| apart < self.gap) { (0.24, self.gap * 0.1) } else { (0.36, 0.0) };
        circle(run.at(at, offset + out, 0.0), self.gap * share)
    }
}

/// How far along its arc a mark lies, 0 to 1; nothing for what is no number.
fn place(value: Option<f64>) -> Option<f64> {
    value.and_then(on_scale).map(share)
}

/// How far along its arc a value from 1 to 5 lies, 0 to 1.
pub(super) fn share(value: f64) -> f64 {
    (value - 1.0) / 4.0
}
