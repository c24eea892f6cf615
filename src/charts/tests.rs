//! Tests of the charts: pictures as snapshots, and laws that hold for every value.

use super::colour::{PAPER, Palette, Rgb, TEXT};
use super::text::MIDDLE;
use super::*;

const THEMES: [(&str, &str, &str); 8] = [
    ("Shared identity and purpose", "Shared identity", "#c4262e"),
    ("Common values and language", "Common values", "#d9661f"),
    ("Behaviours focused on positive outcomes for children and young people", "Behaviours", "#e0b000"),
    ("Integrated working practices", "Integrated working", "#2f8f3e"),
    ("High quality, appropriately trained workforce", "Trained workforce", "#1f6fb2"),
    ("Complementary roles focused around the children and young people", "Complementary roles", "#3f3a8c"),
    ("Capacity to deliver and keep children safe", "Capacity to deliver", "#7d3c98"),
    ("Be healthy, stay safe, enjoy and achieve", "Outcomes", "#6b5b3e"),
];

/// Eight arcs, all with the same figures.
fn rainbow(reading: Reading, target: Option<f64>, previous: Option<f64>) -> Rainbow {
    let arc = |(index, (name, short, colour)): (usize, &(&str, &str, &str))| Arc {
        key: format!("arc-{}", index + 1),
        name: (*name).to_owned(),
        short: (*short).to_owned(),
        colour: (*colour).to_owned(),
        reading,
        target,
        previous,
    };
    Rainbow {
        arcs: THEMES.iter().enumerate().map(arc).collect(),
        lowest: "Fragmented".to_owned(),
        highest: "Reformed and integrated".to_owned(),
    }
}

fn scored(mean: f64) -> Reading {
    Reading::Score { mean, n: 54 }
}

fn typical() -> Rainbow {
    let mut rainbow = rainbow(Reading::NotAsked, None, None);
    let means = [3.1, 2.8, 3.4, 3.0, 3.6, 2.6, 3.2, 3.3];
    let targets = [4.0, 4.0, 4.5, 4.5, 4.0, 3.5, 4.0, 4.2];
    let previous = [2.7, 2.6, 3.1, 2.5, 3.55, 2.5, 3.3, 3.0];
    for (index, arc) in rainbow.arcs.iter_mut().enumerate() {
        arc.reading = scored(means[index]);
        arc.target = Some(targets[index]);
        arc.previous = Some(previous[index]);
    }
    rainbow
}

fn check(name: &str, picture: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../tests/snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, picture));
}

#[test]
fn a_rainbow_with_scores_targets_and_last_time() {
    check("rainbow_wide", &typical().shape(Layout::Wide, "r").to_svg());
}

#[test]
fn a_rainbow_on_a_phone() {
    check("rainbow_compact", &typical().shape(Layout::Compact, "r").to_svg());
}

#[test]
fn a_rainbow_with_arcs_that_have_no_score() {
    let mut rainbow = typical();
    rainbow.arcs[0].reading = Reading::NotAsked;
    rainbow.arcs[1].reading = Reading::TooFew;
    rainbow.arcs[2].reading = Reading::NoAnswers;
    rainbow.arcs[7].reading = Reading::NotAsked;
    check("rainbow_without_scores", &rainbow.shape(Layout::Wide, "r").to_svg());
}

#[test]
fn the_fill_ends_at_the_score() {
    let at = |mean: f64| rainbow(scored(mean), None, None).shape(Layout::Wide, "r").arcs;
    for arc in at(1.0) {
        assert_eq!(arc.fill, None, "a 1 fills nothing");
    }
    for arc in at(5.0) {
        assert_eq!(arc.fill.as_ref(), Some(&arc.lane), "a 5 fills the whole lane");
    }
    for arc in at(3.0) {
        let bubble = arc.bubble.unwrap();
        assert_eq!(bubble.x.round(), 480.0, "a 3 ends at the top, in the middle of the picture");
        assert!(arc.fill.unwrap().contains("480 "), "and so does its fill");
    }
    assert!(rainbow(Reading::TooFew, None, None).shape(Layout::Wide, "r").arcs.iter().all(|arc| arc.fill.is_none()));
}

#[test]
fn labels_say_all_that_the_arc_shows() {
    let label = |reading, target, previous| rainbow(reading, target, previous).arcs[0].label();
    let name = "Shared identity and purpose";
    assert_eq!(label(scored(3.1), Some(4.0), None), format!("{name}: 3.1 of 5 from 54 people, target 4.0"));
    assert_eq!(
        label(Reading::Score { mean: 2.0, n: 1 }, None, Some(1.5)),
        format!("{name}: 2.0 of 5 from 1 person, last time 1.5")
    );
    assert_eq!(label(Reading::NotAsked, None, None), format!("{name}: not asked"));
    assert_eq!(label(Reading::TooFew, Some(4.0), None), format!("{name}: too few to show, target 4.0"));
    assert_eq!(label(Reading::NoAnswers, None, None), format!("{name}: no answers yet"));
    assert!(typical().shape(Layout::Wide, "r").label.starts_with("Rainbow"));
}

#[test]
fn what_is_no_score_is_drawn_as_none() {
    for mean in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let odd = rainbow(scored(mean), Some(mean), Some(mean));
        assert_eq!(odd.arcs[0].label(), "Shared identity and purpose: no answers yet");
        for layout in [Layout::Wide, Layout::Compact] {
            let picture = odd.shape(layout, "r").to_svg();
            assert!(!picture.contains("NaN") && !picture.contains("inf"));
            assert_eq!(picture, rainbow(Reading::NoAnswers, None, None).shape(layout, "r").to_svg());
        }
    }
    assert_eq!(
        rainbow(Reading::Score { mean: 3.0, n: 0 }, None, None).arcs[0].label(),
        "Shared identity and purpose: no answers yet"
    );
    let beyond = rainbow(scored(-7.0), Some(99.0), Some(0.0)).shape(Layout::Wide, "r");
    assert_eq!(beyond, rainbow(scored(1.0), Some(5.0), Some(1.0)).shape(Layout::Wide, "r"));
}

/// All numbers of path data.
fn numbers(path: &str) -> Vec<f64> {
    path.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | '-')))
        .filter(|text| !text.is_empty())
        .map(|text| text.parse().unwrap())
        .collect()
}

#[test]
fn nothing_leaves_the_picture_or_meets_a_neighbour() {
    for layout in [Layout::Wide, Layout::Compact] {
        for step in 0..=40 {
            let value = 1.0 + f64::from(step) / 10.0;
            let shape = rainbow(scored(value), Some(value), Some(value)).shape(layout, "r");
            let bubbles: Vec<&Bubble> = shape.arcs.iter().map(|arc| arc.bubble.as_ref().unwrap()).collect();
            for (index, bubble) in bubbles.iter().enumerate() {
                let Bubble { x, y, radius, .. } = **bubble;
                assert!(x - radius >= 0.0 && x + radius <= shape.width, "{layout:?} {value}: {x}");
                assert!(y - radius >= 0.0 && y + radius <= shape.height, "{layout:?} {value}: {y}");
                for other in &bubbles[index + 1..] {
                    let apart = (x - other.x).hypot(y - other.y);
                    assert!(apart >= radius + other.radius, "{layout:?} {value}: {apart}");
                }
            }
            for arc in &shape.arcs {
                // A triangle is three corners, all of them absolute.
                let corners = numbers(&arc.target.as_ref().unwrap().pin);
                for corner in corners.chunks(2) {
                    assert!(corner[0] >= 0.0 && corner[0] <= shape.width && corner[1] >= 0.0);
                }
            }
        }
    }
}

#[test]
fn a_name_never_meets_its_bubble() {
    let shape = rainbow(scored(3.0), None, None).shape(Layout::Wide, "r");
    let centre = 40.0 + 436.0;
    for arc in &shape.arcs[..7] {
        let (bubble, name) = (arc.bubble.as_ref().unwrap(), arc.name.as_ref().unwrap());
        let baseline = numbers(&name.path)[2];
        let capitals = baseline + name.size * MIDDLE * 2.0;
        assert!(capitals < centre - bubble.y - bubble.radius, "{}", name.text);
    }
}

#[test]
fn how_many_people_stand_behind_a_score_is_written_where_nothing_else_is() {
    let shape = rainbow(scored(5.0), Some(5.0), None).shape(Layout::Wide, "r");
    let ground = numbers(&shape.arcs[7].target.as_ref().unwrap().pin);
    for arc in &shape.arcs[..7] {
        let (bubble, people) = (arc.bubble.as_ref().unwrap(), arc.people.as_ref().unwrap());
        assert_eq!(people.text, "n 54");
        assert!(people.y - people.size * 0.75 > bubble.y + bubble.radius, "clear of the bubble above");
        assert!(people.y < ground[3], "clear of the ground's mark beneath");
    }
    let none = rainbow(Reading::TooFew, None, None).shape(Layout::Wide, "r");
    assert!(none.arcs.iter().all(|arc| arc.people.is_none()));
    let crowd = Reading::Score { mean: 3.0, n: usize::MAX };
    assert!(rainbow(crowd, None, None).shape(Layout::Wide, "r").arcs.iter().all(|arc| arc.people.is_none()));
    assert!(rainbow(scored(3.0), None, None).shape(Layout::Compact, "r").arcs.iter().all(|arc| arc.people.is_none()));
}

#[test]
fn any_number_of_arcs_can_be_drawn() {
    for arcs in [0_usize, 1, 2, 3, 9, 16, 60] {
        let mut many = typical();
        many.arcs = typical().arcs.into_iter().cycle().take(arcs).collect();
        for layout in [Layout::Wide, Layout::Compact] {
            let shape = many.shape(layout, "r");
            assert_eq!(shape.arcs.len(), arcs);
            for bubble in shape.arcs.iter().filter_map(|arc| arc.bubble.as_ref()) {
                assert!(bubble.radius > 0.0 && bubble.y - bubble.radius >= 0.0, "{arcs} arcs, {layout:?}");
                assert!(bubble.y + bubble.radius <= shape.height && bubble.x + bubble.radius <= shape.width);
            }
        }
    }
}

#[test]
fn text_is_large_enough_on_a_phone() {
    let picture = typical().shape(Layout::Compact, "r").to_svg();
    assert!(picture.contains("viewBox=\"0 0 328 "));
    for after in picture.split("font-size=\"").skip(1) {
        let size: f64 = after.split('"').next().unwrap().parse().unwrap();
        assert!(size >= 11.0, "{size}");
    }
}

#[test]
fn words_stay_words_and_ids_keep_apart() {
    let mut rainbow = typical();
    rainbow.arcs[0].name = "<script>alert('1')</script> & \"more\"\u{1}".to_owned();
    rainbow.arcs[1].colour = "red\" onload=\"x".to_owned();
    rainbow.highest = "</text><b>".to_owned();
    let shape = rainbow.shape(Layout::Wide, "my\" two");
    let picture = shape.to_svg();
    for bad in ["<script", "<b>", "onload", "\u{1}", "my\""] {
        assert!(!picture.contains(bad), "{bad}");
    }
    assert!(picture.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;"));
    let ids: Vec<&str> = picture.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), 8);
    for id in ids {
        assert!(id.starts_with("mytwo-") && picture.contains(&format!("href=\"#{id}\"")), "{id}");
    }
    let spread = Spread { name: "A < B".to_owned(), ..spread([1, 1, 1, 1, 1]) };
    assert!(spread.shape(Layout::Wide).to_svg().contains("A &lt; B"));
}

#[test]
fn a_name_too_long_for_its_band_gives_way() {
    let mut rainbow = typical();
    let long = "One very long name ".repeat(30);
    rainbow.arcs[0].name = long.clone();
    rainbow.arcs[1].name = long.clone();
    rainbow.arcs[1].short = String::new();
    let shape = rainbow.shape(Layout::Wide, "r");
    assert_eq!(shape.arcs[0].name.as_ref().unwrap().text, "Shared identity");
    let cut = &shape.arcs[1].name.as_ref().unwrap().text;
    assert!(cut.ends_with('…') && cut.len() < long.len());
    rainbow.highest = long;
    for label in rainbow.shape(Layout::Compact, "r").ends {
        assert!(text::bold_width(&label.text, label.size) <= 320.0, "{}", label.text);
    }
}

#[test]
fn every_colour_keeps_its_contrast() {
    let mut colours: Vec<String> = THEMES.iter().map(|theme| theme.2.to_owned()).collect();
    colours.extend(
        ["#000000", "#ffffff", "#ffff00", "#00ff00", "#0000ff", "#f0f", "nonsense", "#é1234"].map(str::to_owned),
    );
    for colour in &colours {
        let palette = Palette::of(colour);
        let (ink, tint) = (Rgb::read(&palette.ink), Rgb::read(&palette.tint));
        assert!(ink.contrast(PAPER) >= 4.5, "{colour}: outline on white");
        assert!(ink.contrast(tint) >= 3.0, "{colour}: outline on tint");
        assert!(TEXT.contrast(tint) >= 4.5, "{colour}: text on tint");
        let mut darker = 1.0;
        for segment in (Spread { colour: colour.clone(), ..spread([9, 9, 9, 9, 9]) }).shape(Layout::Wide).segments {
            let shade = Rgb::read(&segment.colour);
            assert!(shade.contrast(PAPER) > darker, "{colour}: each shade is darker than the one before");
            darker = shade.contrast(PAPER);
            assert!(Rgb::read(&segment.inside.unwrap().colour).contrast(shade) >= 4.5, "{colour}: count on shade");
        }
    }
}

fn spread(counts: [usize; 5]) -> Spread {
    Spread {
        name: "We share information".to_owned(),
        colour: "#2f8f3e".to_owned(),
        counts,
        aside: Some(NoScore { dont_know: 3, not_applicable: 2, not_answered: 4 }),
    }
}

#[test]
fn bars() {
    check("bar_wide", &spread([3, 12, 20, 15, 4]).shape(Layout::Wide).to_svg());
    check("bar_compact", &spread([3, 12, 20, 15, 4]).shape(Layout::Compact).to_svg());
    check("bar_empty", &spread([0; 5]).shape(Layout::Wide).to_svg());
    let label = "Spread of answers, We share information: 3 scored 1, 12 scored 2, 20 scored 3, 15 scored 4, 4 scored 5; \
                 3 don't know, 2 not applicable, 4 not answered";
    assert_eq!(spread([3, 12, 20, 15, 4]).label(), label);
    let hands = Spread { aside: None, ..spread([3, 12, 20, 15, 4]) };
    assert_eq!(hands.label(), label.split_once(';').unwrap().0);
    assert_eq!(hands.shape(Layout::Wide).aside, []);
}

#[test]
fn a_bar_shows_every_score_that_was_given() {
    let shape = spread([1, 0, 1, 0, 90_000]).shape(Layout::Compact);
    let counts: Vec<(u8, usize)> = shape.segments.iter().map(|segment| (segment.score, segment.count)).collect();
    assert_eq!(counts, [(1, 1), (3, 1), (5, 90_000)]);
    for segment in spread([usize::MAX; 5]).shape(Layout::Wide).segments {
        assert!(numbers(&segment.outline)[2] > 100.0);
    }
}

/// A practice with its five aspects, as two groups see it.
fn practice() -> Radar {
    let axes = ["Leadership", "Procedures", "Skills", "Use", "Continual improvement"].map(str::to_owned).to_vec();
    let series = |name: &str, colour: &str, means: [f64; 5]| Series {
        name: name.to_owned(),
        colour: colour.to_owned(),
        points: means.map(scored).to_vec(),
    };
    Radar {
        name: "Multi-agency working".to_owned(),
        axes,
        series: vec![
            series("December 2009", "#2f8f3e", [3.4, 3.1, 2.9, 3.2, 2.1]),
            series("Front-line staff and their managers", "#1f6fb2", [3.0, 3.0, 2.7, 3.1, 1.9]),
        ],
    }
}

#[test]
fn a_radar_is_drawn_wide_and_compact() {
    check("radar_wide", &practice().shape(Layout::Wide).to_svg());
    check("radar_compact", &practice().shape(Layout::Compact).to_svg());
}

#[test]
fn a_radar_says_every_figure_and_breaks_its_line_where_one_is_withheld() {
    let mut radar = practice();
    radar.series[0].points[1] = Reading::TooFew;
    let shape = radar.shape(Layout::Wide);
    assert!(shape.label.starts_with("Radar, Multi-agency working: December 2009"));
    assert!(
        shape.description.starts_with("December 2009: Leadership 3.4 from 54, Procedures too few to show, Skills 2.9")
    );
    let svg = shape.to_svg();
    let closed = practice().shape(Layout::Wide).to_svg();
    assert!(svg.matches("<circle").count() == closed.matches("<circle").count());
    assert_ne!(svg, closed);
    assert!(!svg.contains("3.1 from 54, Skills"), "the other series alone says its own");
}

/// Two themes in a region: one with a spread, one where there are too few other areas.
fn region() -> Strips {
    let strip = |name: &str, colour: &str, own: Reading, others: Option<Extent>| Strip {
        name: name.to_owned(),
        colour: colour.to_owned(),
        own,
        others,
    };
    let others = Extent { lowest: 2.1, median: 2.9, highest: 4.0 };
    Strips {
        name: "your area within the region".to_owned(),
        lines: vec![
            strip("Shared identity and purpose", "#d4351c", scored(3.2), Some(others)),
            strip("Common values and language", "#f47738", Reading::TooFew, None),
        ],
    }
}

#[test]
fn strips_are_drawn_wide_and_compact() {
    check("strips_wide", &region().to_svg(Layout::Wide));
    check("strips_compact", &region().to_svg(Layout::Compact));
}

#[test]
fn strips_show_a_dot_only_where_there_is_a_figure_and_a_band_only_where_there_is_a_spread() {
    let marks = |strips: &Strips| {
        let svg = strips.to_svg(Layout::Wide);
        // Beneath the lines stand one of each as the key.
        (svg.matches("stroke=\"#ffffff\"").count() - 1, svg.matches("stroke-width=\"2.5\"").count() - 1)
    };
    assert_eq!(marks(&region()), (1, 1));
    let mut both = region();
    both.lines[1].own = scored(9.0);
    both.lines[1].others = Some(Extent { lowest: f64::NAN, median: 1.0, highest: 2.0 });
    assert_eq!(marks(&both), (2, 1), "what is no number is no spread");
    assert!(both.description().contains("this area 5.0 from 54 people, too few other areas"));
}
