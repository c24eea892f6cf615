//! The table of a run, on the terminal and in `docs/performance.md`.

use std::fs;
use std::thread;

use anyhow::{Context, Result};

use super::TURNS;
use super::line::Line;
use super::peers::Versions;
use super::samples::Run;
use crate::{project, table};

const PATH: &str = "docs/performance.md";
const HEADINGS: [&str; 7] = ["measure", "ours", "peer", "floor", "ratio", "goal", "met"];

/// Prints the table, and below it which goals are missed and by how much.
pub(crate) fn print(lines: &[Line], run: &Run, versions: &Versions) {
    let rows: Vec<Vec<String>> = lines.iter().map(Line::cells).collect();
    table::print(&format!("One interleaved run of {TURNS} turns, {}", machine(run, versions)), &HEADINGS, &rows);
    for line in lines {
        for miss in line.misses() {
            println!("{}: {miss}", line.measure.name);
        }
    }
}

/// Writes the page.
///
/// # Errors
/// When it can't be written.
pub(crate) fn write(lines: &[Line], run: &Run, versions: &Versions) -> Result<()> {
    fs::write(project::root().join(PATH), page(lines, &machine(run, versions), &run.date))
        .with_context(|| format!("{PATH} can't be written"))?;
    println!("Wrote {PATH}.");
    Ok(())
}

fn page(lines: &[Line], machine: &str, date: &str) -> String {
    let mut page = format!(
        "# Performance\n\n\
         `cargo xtask bench --write` measured and wrote this page on {date}: one run of {TURNS} turns on {machine}.\n\
         In each turn every measure is taken on Rainbow, on the peer and on the floor, in an order that rotates. Figures are \
         medians, with the middle half of the samples in brackets; ratios and goals are of medians.\n\n\
         The peer is SurveyJS, and d3-array for counting. The floor is what a page without any library does: a hand-written \
         one with the same 60 statements for what a respondent sees, typed arrays for counting, JSON.parse for reading, and \
         an empty area for opening. All pages are served gzipped alike from the same machine.\n\n"
    );
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    page.push_str(&row(&HEADINGS.map(str::to_owned)));
    page.push_str("| --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    for line in lines {
        page.push_str(&row(&line.cells()));
    }
    page.push_str("\n## What is measured\n\n");
    for line in lines {
        let samples = line.ours.count;
        page.push_str(&format!("- **{}** ({samples} samples). {}\n", line.measure.name, line.measure.what));
    }
    page.push_str("\n## What misses its goal\n\n");
    let missed: Vec<String> = lines.iter().filter_map(paragraph).collect();
    page.push_str(&if missed.is_empty() { "Nothing.\n".to_owned() } else { missed.join("\n") });
    page
}

/// What is said of a line that misses a goal.
fn paragraph(line: &Line) -> Option<String> {
    let misses = line.misses();
    let measure = line.measure;
    (!misses.is_empty()).then(|| format!("**{}.** {} {}\n", measure.name, misses.join(" "), measure.why_missed))
}

/// The machine in general words: what the figures depend on, and nothing that tells whose it is.
fn machine(run: &Run, versions: &Versions) -> String {
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!(
        "{cores} cores of {} with {}, Chromium {}, SurveyJS {}, d3-array {}",
        std::env::consts::ARCH,
        std::env::consts::OS,
        run.browser,
        versions.surveyjs,
        versions.d3
    )
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::bench::line::{Goal, Line, Measure, Unit};
    use crate::bench::samples::Spread;

    const MEASURE: Measure = Measure {
        key: "reading",
        name: "Reading",
        unit: Unit::Ms,
        goals: &[Goal::TimesFloor(2.0)],
        what: "What it is.",
        why_missed: "Because.",
    };

    fn line(ours: f64) -> Line {
        let spread = |value| Spread { low: value, median: value, high: value, count: 3 };
        Line { measure: &MEASURE, ours: spread(ours), peer: None, floor: Some(spread(10.0)) }
    }

    #[test]
    fn why_a_goal_is_missed_is_said_only_while_it_is() {
        let missed = page(&[line(30.0)], "a machine", "today");
        assert!(
            missed.ends_with("**Reading.** It takes 3.00 times the floor’s; the goal is 2.00. Because.\n"),
            "{missed}"
        );
        let met = page(&[line(20.0)], "a machine", "today");
        assert!(met.ends_with("## What misses its goal\n\nNothing.\n"), "{met}");
        assert!(met.contains("| Reading, ms | 20.0 | – | 10.0 | 2.00 floor | 2.00 floor | met |\n"), "{met}");
    }
}
