//! `cargo xtask test`: every check and test in turn, stopping at the first that fails.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::server::Port;
use crate::{check, dist, project, toolchain};

/// What the person asked for.
#[derive(Default)]
pub(crate) struct Options {
    /// Leave out the browser and what only it needs.
    pub(crate) fast: bool,
    /// How often the browser is killed, if not as often as the test does by default.
    pub(crate) kills: Option<u32>,
    /// Passed on to Playwright, for example the name of one spec.
    pub(crate) playwright: Vec<String>,
}

/// Runs the steps and prints how long each took.
///
/// # Errors
/// At the first step that fails, named.
pub(crate) fn run(options: &Options) -> Result<()> {
    let begun = Instant::now();
    let mut times: Vec<(&str, f64)> = Vec::new();
    for (name, step) in steps(options.fast) {
        println!("\n== {name}");
        let begun = Instant::now();
        step(options).with_context(|| format!("\"{name}\" failed after {:.1} s", begun.elapsed().as_secs_f64()))?;
        times.push((name, begun.elapsed().as_secs_f64()));
    }
    println!();
    for (name, seconds) in &times {
        println!("{seconds:7.1} s  {name}");
    }
    let left_out = if options.fast { "; the browser tests were left out" } else { "" };
    println!("All {} steps passed in {:.1} s{left_out}.", times.len(), begun.elapsed().as_secs_f64());
    Ok(())
}

type Step = (&'static str, fn(&Options) -> Result<()>);

/// What is missing is found, or fetched, before anything else; then the quickest to fail come first.
fn steps(fast: bool) -> Vec<Step> {
    let mut steps: Vec<Step> = vec![("What the tests need", needs), ("Format", format), ("Lints", lints)];
    if !fast {
        steps.push(("Lints of the browser's part", browser_lints));
    }
    steps.push(("Native tests", native_tests));
    steps.push(("The project's own rules", rules));
    if !fast {
        steps.push(("Both forms of the app", forms));
        steps.push(("Browser tests", browser_tests));
    }
    steps
}

fn needs(options: &Options) -> Result<()> {
    toolchain::rust_components()?;
    if !options.fast {
        toolchain::wasm_target()?;
        toolchain::npm_packages()?;
        toolchain::chromium()?;
        toolchain::writer()?;
    }
    Ok(())
}

fn format(_: &Options) -> Result<()> {
    project::run(project::cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt --all` puts the format right")
}

fn lints(_: &Options) -> Result<()> {
    project::run(project::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn browser_lints(_: &Options) -> Result<()> {
    project::run(
        project::cargo()
            .args(["clippy", "--package", "rainbow", "--package", "rainbow-bench", "--lib", "--bins"])
            .args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]),
    )
}

fn native_tests(_: &Options) -> Result<()> {
    // One after the other: together they would share features, and the build tool's own dependencies would be built again.
    project::run(project::cargo().args(["test", "--package", "rainbow", "--all-features", "--", "--quiet"]))?;
    project::run(project::cargo().args(["test", "--package", "xtask", "--", "--quiet"]))
}

fn rules(_: &Options) -> Result<()> {
    check::run(false)
}

fn forms(_: &Options) -> Result<()> {
    dist::run()
}

fn browser_tests(options: &Options) -> Result<()> {
    let chromium = toolchain::chromium()?;
    let server = Port::take(0)?.serve(&project::root().join("dist/site"))?;
    let mut playwright = project::command("node");
    playwright
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .args(&options.playwright)
        .env("CHROMIUM", chromium)
        .env("RAINBOW_SITE", server.url());
    if let Some(writer) = toolchain::writer()? {
        playwright.env("SOFFICE", writer);
    }
    if let Some(kills) = options.kills {
        playwright.env("RAINBOW_KILLS", kills.to_string());
    }
    project::run(&mut playwright)
}
