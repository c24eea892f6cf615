//! The pictures of a report: from charts to what a report keeps of them, and from there to drawings.

use super::document::{ArcFigure, Figure, Picture, Score, SeriesFigure};
use crate::charts::{Arc, Layout, Radar, Rainbow, Reading, Series};
use crate::domain::round::TenthScore;

/// A picture as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// A complete SVG file, with the words for who can't see it.
    pub svg: String,
    /// Its width in its own units.
    pub width: f64,
    /// Its height in its own units.
    pub height: f64,
    /// What it shows, in words: its name and every figure.
    pub alt: String,
}

/// A rainbow as a picture of a report.
pub fn of_rainbow(rainbow: &Rainbow, caption: &str) -> Figure {
    let arc = |arc: &Arc| ArcFigure {
        key: arc.key.clone(),
        name: arc.name.clone(),
        short: arc.short.clone(),
        colour: arc.colour.clone(),
        figure: score(arc.reading),
        target: arc.target.and_then(tenths),
        previous: arc.previous.and_then(tenths),
    };
    let picture = Picture::Rainbow {
        arcs: rainbow.arcs.iter().map(arc).collect(),
        lowest: rainbow.lowest.clone(),
        highest: rainbow.highest.clone(),
    };
    Figure { picture, caption: caption.to_owned() }
}

/// A radar as a picture of a report.
pub fn of_radar(radar: &Radar, caption: &str) -> Figure {
    let series = |one: &Series| SeriesFigure {
        name: one.name.clone(),
        colour: one.colour.clone(),
        points: one.points.iter().copied().map(score).collect(),
    };
    let picture = Picture::Radar {
        name: radar.name.clone(),
        axes: radar.axes.clone(),
        series: radar.series.iter().map(series).collect(),
    };
    Figure { picture, caption: caption.to_owned() }
}

/// The drawing of a picture. `prefix` begins every id in it, another one for each picture on a page.
pub fn drawn(picture: &Picture, layout: Layout, prefix: &str) -> Drawing {
    match picture {
        Picture::Rainbow { arcs, lowest, highest } => {
            let arc = |arc: &ArcFigure| Arc {
                key: arc.key.clone(),
                name: arc.name.clone(),
                short: arc.short.clone(),
                colour: arc.colour.clone(),
                reading: reading(arc.figure),
                target: arc.target.map(TenthScore::as_f64),
                previous: arc.previous.map(TenthScore::as_f64),
            };
            let arcs: Vec<Arc> = arcs.iter().map(arc).collect();
            let said: Vec<String> = arcs.iter().map(Arc::label).collect();
            let rainbow = Rainbow { arcs, lowest: lowest.clone(), highest: highest.clone() };
            let shape = rainbow.shape(layout, prefix);
            let alt = format!("{}. {}.", shape.label, said.join("; "));
            Drawing { svg: shape.to_svg(), width: shape.width, height: shape.height, alt }
        }
        Picture::Radar { name, axes, series } => {
            let one = |one: &SeriesFigure| Series {
                name: one.name.clone(),
                colour: one.colour.clone(),
                points: one.points.iter().copied().map(reading).collect(),
            };
            let series = series.iter().map(one).collect();
            let shape = Radar { name: name.clone(), axes: axes.clone(), series }.shape(layout);
            let alt = format!("{}. {}", shape.label, shape.description);
            Drawing { svg: shape.to_svg(), width: shape.width, height: shape.height, alt }
        }
    }
}

/// What a picture shows, in a few words.
pub fn name(picture: &Picture) -> &str {
    match picture {
        Picture::Rainbow { .. } => "The rainbow",
        Picture::Radar { name, .. } => name,
    }
}

fn score(reading: Reading) -> Score {
    match reading {
        Reading::Score { mean, n } => tenths(mean).map_or(Score::NoAnswers, |mean| Score::Mean { mean, people: n }),
        Reading::TooFew => Score::TooFew,
        Reading::NoAnswers => Score::NoAnswers,
        Reading::NotAsked => Score::NotAsked,
    }
}

fn reading(score: Score) -> Reading {
    match score {
        Score::Mean { mean, people } => Reading::Score { mean: mean.as_f64(), n: people },
        Score::TooFew => Reading::TooFew,
        Score::NoAnswers => Reading::NoAnswers,
        Score::NotAsked => Reading::NotAsked,
    }
}

/// A place on the scale to a tenth, as it is written; `None` of what is not on it.
fn tenths(value: f64) -> Option<TenthScore> {
    TenthScore::parse(&format!("{value:.1}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_what_its_chart_says() {
        let reading = Reading::Score { mean: 2.8, n: 54 };
        let arc = |key: &str, reading| Arc {
            key: key.to_owned(),
            name: format!("Arc {key}"),
            short: String::new(),
            colour: "#123456".to_owned(),
            reading,
            target: Some(4.0),
            previous: Some(2.5),
        };
        let arcs = vec![arc("a", reading), arc("b", Reading::NotAsked), arc("c", Reading::TooFew)];
        let rainbow = Rainbow { arcs, lowest: "apart".to_owned(), highest: "together".to_owned() };
        let drawing = drawn(&of_rainbow(&rainbow, "").picture, Layout::Wide, "x");
        assert_eq!(drawing.svg, rainbow.shape(Layout::Wide, "x").to_svg());
        assert!(drawing.alt.contains("Arc a: 2.8 of 5 from 54 people, target 4.0, last time 2.5; Arc b: not asked"));
        let series = vec![Series { name: "All".to_owned(), colour: "#123456".to_owned(), points: vec![reading; 3] }];
        let radar = Radar { name: "Skills".to_owned(), axes: ["a", "b", "c"].map(str::to_owned).to_vec(), series };
        let drawing = drawn(&of_radar(&radar, "").picture, Layout::Wide, "x");
        assert_eq!(drawing.svg, radar.shape(Layout::Wide).to_svg());
        assert!(drawing.alt.starts_with("Radar") && drawing.alt.contains("2.8"));
    }
}
