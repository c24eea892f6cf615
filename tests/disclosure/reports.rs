//! No report of a round holds a figure that may not be shared, in its pictures, its tables or its words.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rainbow::analysis::disclosure::{Of, Shareable, Shown, Who};
use rainbow::domain::document::{Block, Figure, Picture, Report, Score};
use rainbow::domain::ids::{PlanId, ThemeId};
use rainbow::domain::plan::Plan;
use rainbow::reports::{board, poster, progress, summary};
use uuid::Uuid;

use super::{ROUND, closed, day, person};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_report_holds_a_figure_that_may_not_be_shared(people in prop::collection::vec(person(), 5..30)) {
        let mut open = closed(&people);
        let plan = PlanId(Uuid::from_u128(3));
        open.set_plan(plan, Plan::titled("Plan"));
        let shareable = Shareable::of_round(&open, ROUND).unwrap();
        let shared: BTreeSet<(String, usize)> = shareable
            .figures()
            .filter_map(|(.., shown)| match shown {
                Shown::Mean { mean, people } => Some((format!("{mean:.1}"), people)),
                _ => None,
            })
            .collect();
        let rounds = [summary::report(&open, ROUND), board::report(&open, ROUND), poster::report(&open, ROUND)];
        let reports: Vec<Report> = rounds.into_iter().chain([progress::report(&open, plan, day(), day())]).flatten().collect();
        prop_assert_eq!(reports.len(), 4);
        for report in &reports {
            let drawn = drawn_figures(report);
            prop_assert_eq!(drawn.is_empty(), !shareable.figures().any(|(of, who, shown)| {
                matches!((of, who, shown), (Of::Theme(_) | Of::Aspect(..), Who::Everybody, Shown::Mean { .. }))
            }), "{:?}", report.kind);
            for figure in drawn {
                prop_assert!(shared.contains(&figure), "{:?} draws {figure:?}", report.kind);
            }
            for mean in written_means(report) {
                // What is called the middle of the scale is no figure of the round.
                let is_known = ["2.5", "3.5"].contains(&mean.as_str()) || shared.iter().any(|(other, _)| *other == mean);
                prop_assert!(is_known, "{:?} says {mean}", report.kind);
            }
        }
        let area = open.area().unwrap();
        let themes: Vec<ThemeId> = ["identity", "integrated-working"].iter().filter_map(|id| ThemeId::parse(id)).collect();
        let table = reports[0].blocks().find_map(|block| match block {
            Block::Table(table) if table.caption == "Scores by sector" => Some(table),
            _ => None,
        });
        for row in &table.unwrap().rows {
            let sector = area.sectors.iter().find(|sector| sector.name == row[0]).map(|sector| sector.id.clone());
            for (theme, cell) in themes.iter().zip(&row[2..]) {
                let shown = shareable.figure(Of::Theme(theme.clone()), Who::Sector(sector.clone()));
                prop_assert_eq!(cell.parse::<f64>().is_ok(), matches!(shown, Shown::Mean { .. }), "{} {}", row[0], cell);
            }
        }
    }
}

/// The means in the pictures of a report, each with its people.
fn drawn_figures(report: &Report) -> Vec<(String, usize)> {
    let of_picture = |figure: &Figure| -> Vec<Score> {
        match &figure.picture {
            Picture::Rainbow { arcs, .. } => arcs.iter().map(|arc| arc.figure).collect(),
            Picture::Radar { series, .. } => series.iter().flat_map(|one| one.points.clone()).collect(),
        }
    };
    let means = report.figures().flat_map(of_picture).filter_map(|score| match score {
        Score::Mean { mean, people } => Some((mean.to_string(), people)),
        _ => None,
    });
    means.collect()
}

/// Whatever looks like a mean in the words and tables of a report.
fn written_means(report: &Report) -> Vec<String> {
    let mut texts = Vec::new();
    for block in report.blocks() {
        match block {
            Block::Paragraph(paragraph) => texts.push(paragraph.text.clone()),
            Block::Heading(words) => texts.push(words.clone()),
            Block::List(entries) => texts.extend(entries.iter().map(|entry| entry.text.clone())),
            Block::Table(table) => texts.extend(table.rows.iter().flatten().cloned()),
            Block::Figure(figure) => texts.push(figure.caption.clone()),
        }
    }
    let words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_ascii_digit() && c != '.'));
    let means = words.map(|word| word.trim_matches('.')).filter(|word| word.len() == 3 && word.contains('.'));
    means.map(str::to_owned).collect()
}
