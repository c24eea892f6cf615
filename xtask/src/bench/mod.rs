//! `cargo xtask bench`: what Rainbow costs the people who use it, beside the peers and the floor; one file a measure.

mod answer;
mod built;
mod counting;
mod filter;
mod first_load;
mod first_question;
mod line;
mod opening;
mod pack;
mod peers;
mod plan;
mod reading;
mod report;
mod samples;
mod training;

use anyhow::{Context, Result, bail};

use crate::wasm::Profile;
use crate::{dist, project, toolchain};
use line::{Line, Measure};
use samples::Run;

/// How often every measure is taken on every page.
const TURNS: usize = 11;

/// What is measured, in the order of the table.
const MEASURES: &[&[Measure]] = &[
    first_load::MEASURES,
    first_question::MEASURES,
    answer::MEASURES,
    counting::MEASURES,
    filter::MEASURES,
    plan::MEASURES,
    training::MEASURES,
    pack::MEASURES,
    reading::MEASURES,
    opening::MEASURES,
];

/// What of the bench is run.
#[derive(Default)]
pub(crate) struct Options {
    /// Whether `docs/performance.md` is renewed.
    pub(crate) write: bool,
    /// The one file of `bench/measures` that is measured, its name with hyphens; `None` for all.
    pub(crate) only: Option<String>,
}

/// Builds the app as it is handed out, measures, and prints the table.
///
/// # Errors
/// When something does not build or a measure can't be taken, or when the page is to be renewed from one measure.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.write && options.only.is_some() {
        bail!("docs/performance.md is one run of all measures: --write does not go with --only");
    }
    let chromium = toolchain::chromium()?;
    dist::write(&project::root().join("dist"), Profile::Release)?;
    let built = built::make()?;
    let mut node = project::command("node");
    node.arg("bench/run.mjs").arg(built).arg(TURNS.to_string()).args(&options.only).env("CHROMIUM", chromium);
    let run: Run = serde_json::from_str(&project::output(&mut node)?).context("bench/run.mjs wrote no samples")?;
    let lines = MEASURES
        .iter()
        .copied()
        .flatten()
        .map(|measure| (measure, Line::of(measure, &run)))
        .filter(|(_, line)| options.only.is_none() || line.is_some())
        .map(|(measure, line)| line.with_context(|| format!("nothing was measured of \"{}\"", measure.key)))
        .collect::<Result<Vec<Line>>>()?;
    let versions = peers::versions()?;
    report::print(&lines, &run, &versions);
    if options.write {
        report::write(&lines, &run, &versions)?;
    }
    Ok(())
}
