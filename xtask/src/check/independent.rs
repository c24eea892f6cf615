//! The rule on the independent calculation of the measures: what is kept of it is what its script works out.
//!
//! The script needs a Python 3. Where there is none, that is said, and the tests hold the app against what is kept.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Problem;
use super::tree::Tree;
use crate::project;

const SCRIPT: &str = "tests/independent/measures.py";
const ANSWERS: &str = "tests/independent/answers.json";
const PATH: &str = "tests/independent/measures.json";

/// Runs the script and compares.
///
/// # Errors
/// When the script fails.
pub(crate) fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let Some(worked_out) = work_out()? else {
        println!(
            "There is no Python 3 here, so {SCRIPT} WAS NOT RUN AGAIN. The tests still hold every measure against what \
             it worked out before, in {PATH}."
        );
        return Ok(Vec::new());
    };
    let kept = tree.files().iter().find(|file| file.path == PATH);
    if kept.is_some_and(|file| file.text.replace("\r\n", "\n") == worked_out) {
        return Ok(Vec::new());
    }
    Ok(vec![Problem {
        path: PATH.to_owned(),
        line: None,
        sentence: format!("{SCRIPT} works out something else: `cargo xtask check --write` renews it."),
    }])
}

/// Writes what the script works out; leaves it as it is where there is no Python 3.
///
/// # Errors
/// When the script fails or the file can't be written.
pub(crate) fn write() -> Result<()> {
    match work_out()? {
        Some(worked_out) => {
            fs::write(project::root().join(PATH), worked_out).with_context(|| format!("{PATH} can't be written"))
        }
        None => Ok(()),
    }
}

/// What the script writes; `None` if there is no Python 3.
fn work_out() -> Result<Option<String>> {
    let is_there = Command::new("python3").arg("--version").output().is_ok_and(|version| version.status.success());
    if !is_there {
        return Ok(None);
    }
    let done = Command::new("python3").args([SCRIPT, ANSWERS]).current_dir(project::root()).output()?;
    if !done.status.success() {
        bail!("{SCRIPT} fails: {}", String::from_utf8_lossy(&done.stderr));
    }
    let text = String::from_utf8(done.stdout).with_context(|| format!("{SCRIPT} writes no UTF-8"))?;
    Ok(Some(text.replace("\r\n", "\n")))
}
